"""Pages of addenda, and of what an agreement said on an earlier day."""

from datetime import date

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from mentoring.forms.addenda import AddendumSheet
from mentoring.models import Addendum, Agreement
from mentoring.operations.addenda import apply_addendum
from mentoring.queries.addenda import differences, terms_on
from mentoring.queries.agreements import row_changes
from mentoring.views.downloads import scan_download
from mentoring.views.form_pages import form_page, page_under
from portal.access import may
from portal.operations import Conflict
from portal.views import create_once


@require_safe
@may("mentoring.view_addendum", Addendum)
def addendum(request: HttpRequest, addendum: Addendum) -> HttpResponse:
    """An addendum and the difference that it made."""
    context = {
        "addendum": addendum,
        "agreement": addendum.agreement,
        "changes": differences(addendum),
    }
    return render(request, "mentoring/addenda/page.html", context)


@require_safe
@may("mentoring.view_addendum", Addendum)
def addendum_scan(request: HttpRequest, addendum: Addendum) -> FileResponse:
    """The scanned addendum, as a download."""
    return scan_download(addendum.scan, f"adendum-{addendum.pk}")


@form_page
@may("mentoring.add_addendum", Agreement)
def addendum_add(request: HttpRequest, agreement: Agreement) -> HttpResponse:
    """Record an addendum, which changes the agreement in the same step."""
    if request.method != "POST":
        return _form_page(request, AddendumSheet(request.user, agreement), agreement, 200)
    sheet = AddendumSheet(request.user, agreement, request.POST, request.FILES)

    def make() -> Addendum:
        form = sheet.form
        return apply_addendum(
            form.save(commit=False),
            by=request.user,
            changed=form.changed,
            clauses=sheet.rows,
            version=form.cleaned_data["version"],
        )

    def say(_made: Addendum) -> None:
        messages.success(request, _("Adendum tersimpan dan naskahnya sudah berubah."))

    valid = sheet.is_valid()
    try:
        done = create_once(request, sheet.form, make, say=say, rest_is_valid=valid)
    except Conflict as conflict:
        sheet.form.note_conflict(conflict.current)
        sheet.form.conflict += row_changes(agreement, since=sheet.form.cleaned_data["version"])
        return _form_page(request, sheet, agreement, 409)
    return done or _form_page(request, sheet, agreement, 422)


def _form_page(request: HttpRequest, sheet: AddendumSheet, agreement: Agreement, status: int):
    page = page_under(agreement, _("Catat adendum"), _("Simpan adendum"))
    return render(request, "mentoring/addenda/form.html", page | {"sheet": sheet}, status=status)


@require_safe
@may("mentoring.view_agreement", Agreement)
def agreement_as_of(request: HttpRequest, agreement: Agreement) -> HttpResponse:
    """What the agreement said on a day (`?tanggal=2024-01-31`; today without one)."""
    context = {
        "agreement": agreement,
        "terms": terms_on(agreement, _asked_day(request)),
        "addenda": agreement.addenda.all(),
    }
    return render(request, "mentoring/addenda/as_of.html", context)


def _asked_day(request: HttpRequest) -> date:
    try:
        return date.fromisoformat(request.GET.get("tanggal", ""))
    except ValueError:
        return timezone.localdate()
