"""The pages of change proposals: a school's own form, the queue, and the decision."""

from functools import partial
from http import HTTPStatus

import django_filters
from django.contrib import messages
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.access import may
from portal.filters import ListFilter
from portal.forms import FilterSelect
from portal.lists import Column, ListPage, render_list
from portal.operations import Conflict, Refused
from portal.templatetags.portal import badge, day
from portal.views import create_once
from schools.forms.proposals import DecisionForm, ProposalForm
from schools.models import Decision, Proposal, School
from schools.operations import proposals as operations
from schools.queries.proposals import shown_changes
from schools.views.schools import trail_to

form_page = require_http_methods(["GET", "HEAD", "POST"])


class ProposalFilter(ListFilter):
    """By whether a decision is still due."""

    keadaan = django_filters.ChoiceFilter(
        label=gettext_lazy("Keadaan"),
        method="in_state",
        choices=[
            ("menunggu", gettext_lazy("Menunggu")),
            ("diputuskan", gettext_lazy("Diputuskan")),
        ],
        widget=FilterSelect(),
    )

    def in_state(self, proposals, _name, state):
        return proposals.filter(decided_at__isnull=state == "menunggu")


def _state(proposal: Proposal) -> str:
    if proposal.decided_at is None:
        return badge("info", "clock", _("menunggu"))
    if proposal.was_withdrawn:
        return badge("quiet", "arrow-counterclockwise", _("ditarik"))
    return badge("quiet", "check-circle", _("diputuskan"))


COLUMNS = [
    Column("sekolah", gettext_lazy("Sekolah"), lambda p: p.school.name, order=("school__name",)),
    Column("diusulkan", gettext_lazy("Diusulkan"), lambda p: day(p.at), ("at",), on_phone=True),
    Column("oleh", gettext_lazy("Oleh"), lambda p: p.by.name),
    Column("isian", gettext_lazy("Isian"), lambda p: p.field_count, numeric=True, on_phone=True),
    Column("keadaan", gettext_lazy("Keadaan"), _state, ("decided_at",), on_phone=True),
]


@require_safe
@may("schools.list_proposals")
def proposals(request: HttpRequest) -> HttpResponse:
    """The queue: what schools of the reader's scope propose."""
    rows = Proposal.objects.visible_to(request.user).select_related("school", "by")
    listing = ListPage(
        request,
        rows.annotate(field_count=Count("changes")),
        columns=COLUMNS,
        filters=ProposalFilter,
        order="-diusulkan",
    )
    return render_list(
        request,
        "schools/proposals/list.html",
        listing,
        empty_title=_("Belum ada usulan"),
        empty_text=_("Di sini muncul perbaikan data yang diusulkan sekolah dalam cakupan Anda."),
    )


@form_page
@may("schools.propose_change", School, by="npsn")
def proposal_add(request: HttpRequest, school: School) -> HttpResponse:
    """A school's account proposes corrections to the record of its school."""
    waiting = school.proposals.waiting().first()
    if waiting is not None and request.method != "POST":
        messages.info(request, _("Usulan sebelumnya masih menunggu keputusan."))
        return redirect(waiting)
    known = School.objects.select_related("district").get(pk=school.pk)
    data = request.POST if request.method == "POST" else None
    form = ProposalForm(data, instance=school, user=request.user)
    status = HTTPStatus.OK
    if form.is_bound:
        make = partial(_propose, known, form, request.user)
        say = partial(_say, request, _("Usulan terkirim. Keputusannya akan tampak di halaman ini."))
        if done := create_once(request, form, make, say=say):
            return done
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    page = {
        "form": form,
        "heading": _("Usulkan perubahan data"),
        "lead": str(known),
        "submit": _("Kirim usulan"),
        "back": known.get_absolute_url(),
        "trail": trail_to(known, _("Usulkan perubahan")),
    }
    return render(request, "pieces/form_page.html", page, status=status)


def _propose(school: School, form: ProposalForm, by) -> Proposal:
    values = form.cleaned_data
    return operations.propose(
        school, values, by=by, holds_from=values["facts_since"], note=values["note"]
    )


def _say(request: HttpRequest, text: str, _record) -> None:
    messages.success(request, text)


@form_page
@may("schools.view_proposal", Proposal)
def proposal(request: HttpRequest, proposal: Proposal) -> HttpResponse:
    """A proposal with what became of each field; who may decides here."""
    may_decide = request.user.has_perm("schools.decide_proposal", proposal)
    if request.method == "POST":
        return _decide(request, proposal) if may_decide else HttpResponse(status=403)
    form = None
    if may_decide and proposal.decided_at is None:
        form = DecisionForm(proposal=proposal, school=proposal.school)
    return _page(request, proposal, form)


def _decide(request: HttpRequest, proposal: Proposal) -> HttpResponse:
    if proposal.decided_at is not None:
        messages.info(request, _("Usulan ini sudah diputuskan."))
        return redirect(proposal)
    form = DecisionForm(request.POST, proposal=proposal, school=proposal.school)
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    if form.is_valid():
        values = form.cleaned_data
        try:
            operations.decide(
                proposal,
                form.verdicts,
                by=request.user,
                version=values["version"],
                school_version=values["school_version"],
                holds_from=values["holds_from"],
            )
        except Conflict:
            proposal = Proposal.objects.visible_to(request.user).get(pk=proposal.pk)
            form.note_conflict(proposal, proposal.school)
            status = HTTPStatus.CONFLICT
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Keputusan tersimpan."))
            return redirect(proposal)
    return _page(request, proposal, form, status)


def _page(
    request: HttpRequest, proposal: Proposal, form: DecisionForm | None, status=HTTPStatus.OK
) -> HttpResponse:
    shown = shown_changes(proposal)
    for one in shown if form else ():
        if one.change.decision == Decision.WAITING:
            one.change.asked = form[f"decision_{one.change.pk}"]
            one.change.why = form[f"reason_{one.change.pk}"]
    page = {
        "proposal": proposal,
        "school": proposal.school,
        "changes": shown,
        "form": form,
        "trail": trail_to(proposal.school, _("Usulan perubahan")),
    }
    return render(request, "schools/proposals/proposal.html", page, status=status)


@require_POST
@may("schools.withdraw_proposal", Proposal)
def proposal_withdraw(request: HttpRequest, proposal: Proposal) -> HttpResponse:
    """The school takes its proposal back."""
    try:
        operations.withdraw(proposal, by=request.user, version=proposal.version)
    except Conflict:
        messages.error(request, _("Usulan ini baru saja berubah. Periksa kembali."))
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Usulan ditarik."))
    return redirect(proposal)
