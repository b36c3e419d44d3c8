"""Pages of the agreements: list, page, form, scan, and what belongs to one."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from mentoring.filters.agreements import AgreementFilter
from mentoring.forms.agreements import AgreementSheet
from mentoring.models import Agreement, Training, Visit
from mentoring.operations.agreements import record_agreement, save_agreement
from mentoring.queries.agreements import life_of, row_changes
from mentoring.tables.agreements import COLUMNS, standing
from mentoring.views.downloads import scan_download
from portal.access import may
from portal.lists import ListPage, render_list
from portal.operations import Conflict, Refused
from portal.views import create_once

PANEL_ROWS = 10

form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@may("mentoring.list_agreements")
def agreements(request):
    """The agreements in the reader's scope."""
    visible = Agreement.objects.visible_to(request.user).select_related("area")
    listing = ListPage(request, visible, columns=COLUMNS, filters=AgreementFilter, order="-masa")
    empty = {
        "empty_title": _("Belum ada naskah kerja sama"),
        "empty_text": _(
            "Naskah yang dicatat untuk wilayah Anda akan tampil di sini. Kunjungan dan pelatihan "
            "dicatat di bawah sebuah naskah."
        ),
    }
    return render_list(request, "mentoring/agreements/list.html", listing, **empty)


@require_safe
@may("mentoring.view_agreement", Agreement)
def agreement(request, agreement):
    """One agreement: what was signed, by whom, for how long, and its history."""
    context = {
        "agreement": agreement,
        "standing": standing(agreement),
        "parties": agreement.parties.all(),
        "clauses": agreement.clauses.all(),
        "plans": agreement.work_plans.annotate(activity_count=Count("activities")).order_by(
            "-year"
        ),
        "addenda": agreement.addenda.all(),
        "regulations": agreement.regulations.all(),
        "entries": life_of(agreement),
    }
    return render(request, "mentoring/agreements/page.html", context)


@form_page
@may("mentoring.add_agreement")
def agreement_add(request):
    """Record a new agreement."""
    if request.method != "POST":
        return _form_page(request, AgreementSheet(request.user), status=200)
    sheet = AgreementSheet(request.user, request.POST, request.FILES)

    def make() -> Agreement:
        return record_agreement(sheet.form.save(commit=False), **sheet.rows)

    def say(_made: Agreement) -> None:
        messages.success(request, _("Naskah kerja sama tersimpan."))

    valid = sheet.is_valid()
    done = create_once(request, sheet.form, make, say=say, rest_is_valid=valid)
    return done or _form_page(request, sheet, status=422)


@form_page
@may("mentoring.change_agreement", Agreement)
def agreement_edit(request, agreement):
    """Edit an agreement with its parties and clauses, noticing who saved meanwhile."""
    if request.method != "POST":
        sheet = AgreementSheet(request.user, instance=agreement)
        return _form_page(request, sheet, status=200)
    sheet = AgreementSheet(request.user, request.POST, request.FILES, instance=agreement)
    if not sheet.is_valid():
        return _form_page(request, sheet, status=422)
    seen = sheet.form.cleaned_data["version"]
    try:
        save_agreement(sheet.form.save(commit=False), version=seen, **sheet.rows)
    except Conflict as conflict:
        sheet.form.note_conflict(conflict.current)
        sheet.form.conflict += row_changes(agreement, since=seen)
        return _form_page(request, sheet, status=409)
    except Refused as refused:
        sheet.form.add_error(None, str(refused))
        return _form_page(request, sheet, status=422)
    messages.success(request, _("Perubahan tersimpan."))
    return redirect(agreement)


def _form_page(request, sheet: AgreementSheet, *, status: int):
    context = {"sheet": sheet, "agreement": sheet.form.instance}
    return render(request, "mentoring/agreements/form.html", context, status=status)


@require_safe
@may("mentoring.view_agreement", Agreement)
def agreement_scan(request, agreement):
    """The scanned agreement, sent as a download by what it is and not by what it calls itself."""
    return scan_download(agreement.scan, f"naskah-{agreement.pk}")


@require_safe
@may("mentoring.view_agreement", Agreement)
def agreement_visits(request, agreement):
    """Part of an agreement's page: the visits that belong to it, newest first."""
    visits = Visit.objects.visible_to(request.user).filter(agreement=agreement)
    visits = visits.select_related("school", "facilitator", "kind").order_by("-date", "-pk")
    return _panel(request, "mentoring/agreements/visits.html", agreement, visits)


@require_safe
@may("mentoring.view_agreement", Agreement)
def agreement_trainings(request, agreement):
    """Part of an agreement's page: the trainings that belong to it, newest first."""
    trainings = Training.objects.visible_to(request.user).filter(agreement=agreement)
    trainings = trainings.with_overview(request.user).order_by("-first_day", "-pk")
    return _panel(request, "mentoring/agreements/trainings.html", agreement, trainings)


def _panel(request, template: str, agreement: Agreement, rows):
    page = Paginator(rows, PANEL_ROWS).get_page(request.GET.get("hal"))
    return render(request, template, {"agreement": agreement, "page": page})
