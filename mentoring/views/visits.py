"""The pages of visits: the list, a visit with its history, and the plan of a new one."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from mentoring.filters.visits import VisitFilter
from mentoring.forms.evidence import EvidenceForm
from mentoring.forms.visits import PlanForm
from mentoring.models import Visit
from mentoring.operations.visits import plan_visit
from mentoring.queries.answers import parts_of, total_of
from mentoring.queries.confirmations import agreed_in, digest_of, said_about
from mentoring.queries.papers import current_minutes, papers_of
from mentoring.queries.reports import missing_in
from mentoring.queries.visits import (
    for_list,
    history_of_visit,
    possible_steps,
    schools_to_plan_for,
    steps_shown_to,
    with_all_parts,
    with_choices,
)
from mentoring.tables.visits import COLUMNS
from mentoring.views.moves import warn_of_clashes
from portal.access import may
from portal.lists import ListPage, render_list
from portal.views import create_once

FILED = ("kind", "mode", "instrument", "activity", "starts_at", "ends_at")
form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@may("mentoring.list_visits")
def visits(request: HttpRequest) -> HttpResponse:
    """The visits to the schools in the reader's scope."""
    listing = ListPage(
        request, for_list(request.user), columns=COLUMNS, filters=VisitFilter, order="-tanggal"
    )
    empty = {"empty_title": _("Belum ada kunjungan")}
    if request.user.has_perm("mentoring.plan_visit"):
        empty |= {
            "empty_text": _("Rencanakan kunjungan pertama ke sekolah dampingan Anda."),
            "empty_url": reverse("mentoring:visit-plan"),
            "empty_action": _("Rencanakan kunjungan"),
        }
    else:
        empty["empty_text"] = _("Kunjungan dicatat oleh fasilitator BPMP.")
    empty["tools_template"] = "mentoring/bundles/add.html"
    return render_list(request, "mentoring/visits/list.html", listing, **empty)


@require_safe
@may("mentoring.view_visit", Visit, reading=with_all_parts)
def visit(request: HttpRequest, visit: Visit) -> HttpResponse:
    """A visit with its report, and what may happen to it next."""
    visit = with_choices(visit)
    missing = missing_in(visit) if visit.is_open else []
    confirmations = said_about(visit)
    papers = papers_of(visit, request.user)
    steps, parts = steps_shown_to(request.user, visit), parts_of(visit)
    context = {
        "visit": visit,
        "parts": parts,
        "total": total_of(parts),
        "steps": steps,
        "missing": missing,
        "confirmations": confirmations,
        "confirmed": agreed_in(confirmations),
        "signable": visit.is_submitted or (visit.is_open and not missing),
        "digest": digest_of(visit),
        "sent_back": steps[-1] if visit.was_sent_back and steps else None,
        "evidence_form": EvidenceForm(),
        "papers": papers,
        "minutes": current_minutes(papers),
        "possible": possible_steps(request.user, visit),
        "is_today": visit.date == timezone.localdate(),
    }
    return render(request, "mentoring/visits/visit.html", context)


@require_safe
@may("mentoring.view_visit_history", Visit)
def visit_history(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What happened to a visit and its parts, as a panel of its page."""
    return render(request, "pieces/timeline.html", {"entries": history_of_visit(visit)})


@form_page
@may("mentoring.plan_visit")
def visit_plan(request: HttpRequest) -> HttpResponse:
    """A new visit to a school of one's own."""
    if request.method != "POST":
        return _plan_page(request, PlanForm(user=request.user, initial=_asked_school(request)))
    form = PlanForm(request.POST, user=request.user)

    def make() -> Visit:
        data = form.cleaned_data
        filed = {name: data.get(name) for name in FILED}
        return plan_visit(data["school"], by=request.user, on=data["date"], **filed)

    def say(planned: Visit) -> None:
        messages.success(request, _("Kunjungan direncanakan. Isi laporannya setelah berlangsung."))
        warn_of_clashes(request, planned)

    done = create_once(request, form, make, say=say, beside="date")
    return done or _plan_page(request, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)


def _asked_school(request: HttpRequest) -> dict:
    """The school that the address asks for (`?sekolah=NPSN`), where it is one of one's own."""
    schools = schools_to_plan_for(request.user)
    return {"school": schools.filter(npsn=request.GET.get("sekolah", "")).first()}


def _plan_page(request: HttpRequest, form: PlanForm, status=HTTPStatus.OK) -> HttpResponse:
    context = {
        "form": form,
        "heading": _("Rencanakan kunjungan"),
        "lead": _("Kunjungan ke sekolah dampingan Anda, di bawah naskah kerja sama yang berlaku."),
        "submit": _("Simpan rencana"),
        "back": reverse("mentoring:visits"),
    }
    return render(request, "mentoring/visits/plan.html", context, status=status)
