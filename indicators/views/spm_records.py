"""A requirement of the SPM index, or an official index: its page, and the forms that keep it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from indicators.models import Part, Service, SpmOfficialIndex, SpmRequirement
from indicators.models.spm import SpmRecord
from indicators.spm import forms
from indicators.spm.index import sums_of
from indicators.spm.operations import add_spm_record
from indicators.spm.periods import Period
from indicators.spm.queries import period_to_open
from indicators.views import keeping
from indicators.views.keeping import form_page, posted
from indicators.views.spm import of_city, period_asked
from portal.access import may
from portal.history import history_of
from portal.models import Area


@require_safe
@may("indicators.view_spm", SpmRequirement)
def row(request: HttpRequest, row: SpmRequirement) -> HttpResponse:
    """A requirement: counts, share, source, and its history."""
    return _page(request, row, sums=sums_of([row]))


@require_safe
@may("indicators.view_spm", SpmOfficialIndex)
def official(request: HttpRequest, official: SpmOfficialIndex) -> HttpResponse:
    """An official index: value, source, and its history."""
    return _page(request, official)


def _page(request: HttpRequest, record: SpmRecord, **more) -> HttpResponse:
    context = {
        "record": record,
        "period": Period(record.year, record.quarter),
        "city_url": page_of(record),
        "entries": history_of(record),
        "may_keep": request.user.has_perm("indicators.keep_spm", record),
        **more,
    }
    return render(request, f"indicators/spm/{_kind(record)}.html", context)


def _kind(record: SpmRecord) -> str:
    return "row" if isinstance(record, SpmRequirement) else "official"


def page_of(record: SpmRecord) -> str:
    """The page of the city and period that a record belongs to."""
    url = reverse("indicators:spm", args=[record.area_id])
    return f"{url}?{Period(record.year, record.quarter).query}"


@form_page
@of_city("indicators.keep_spm")
def row_add(request: HttpRequest, city: Area) -> HttpResponse:
    """A new requirement (?layanan= and ?bagian= are filled in)."""
    period = _period_of_form(request, city)
    blank = SpmRequirement(area=city, source_year=period["year"], **period)
    asked = {"service": request.GET.get("layanan"), "part": request.GET.get("bagian")}
    initial = {
        name: value
        for name, value in asked.items()
        if value in {"service": Service.values, "part": Part.values}[name]
    }
    form = forms.EnterRowForm(posted(request), instance=blank, initial=initial)
    return _enter(request, form, _("Tambah baris SPM"))


@form_page
@of_city("indicators.keep_spm")
def official_add(request: HttpRequest, city: Area) -> HttpResponse:
    """A new official index (?layanan= is filled in)."""
    blank = SpmOfficialIndex(area=city, **_period_of_form(request, city))
    service = request.GET.get("layanan", "")
    initial = {"service": service if service in Service.values else ""}
    form = forms.EnterOfficialForm(posted(request), instance=blank, initial=initial)
    return _enter(request, form, _("Tambah indeks resmi"))


@form_page
@may("indicators.keep_spm", SpmRequirement)
def row_correct(request: HttpRequest, row: SpmRequirement) -> HttpResponse:
    """A correction of a requirement with its reason."""
    form = forms.CorrectRowForm(posted(request), instance=row)
    return _correct(request, form, _("Koreksi baris SPM"))


@form_page
@may("indicators.keep_spm", SpmOfficialIndex)
def official_correct(request: HttpRequest, official: SpmOfficialIndex) -> HttpResponse:
    """A correction of an official index with its reason."""
    form = forms.CorrectOfficialForm(posted(request), instance=official)
    return _correct(request, form, _("Koreksi indeks resmi"))


@form_page
@may("indicators.keep_spm", SpmRequirement)
def row_remove(request: HttpRequest, row: SpmRequirement) -> HttpResponse:
    """Taking a requirement out, with a reason."""
    return _remove(request, forms.RemoveRowForm(posted(request), instance=row))


@form_page
@may("indicators.keep_spm", SpmOfficialIndex)
def official_remove(request: HttpRequest, official: SpmOfficialIndex) -> HttpResponse:
    """Taking an official index out, with a reason."""
    return _remove(request, forms.RemoveOfficialForm(posted(request), instance=official))


def _period_of_form(request: HttpRequest, city: Area) -> dict[str, int]:
    period = period_asked(request) or period_to_open(city, timezone.localdate())
    return {"year": period.year, "quarter": period.quarter}


def _enter(request: HttpRequest, form, heading: str) -> HttpResponse:
    page = _form_context(form, heading, _("Simpan"), back=page_of(form.instance))
    return keeping.enter(request, form, page, add=add_spm_record, say=_say)


def _correct(request: HttpRequest, form, heading: str) -> HttpResponse:
    page = _form_context(form, heading, _("Simpan koreksi"), back=form.instance.get_absolute_url())
    return keeping.correct(request, form, page, say=_say)


def _remove(request: HttpRequest, form) -> HttpResponse:
    record = form.instance
    heading = _("Hapus “%s”") % record
    page = _form_context(form, heading, _("Hapus"), back=record.get_absolute_url())
    page["lead"] = _("%(place)s, %(period)s. Indeks dihitung lagi tanpa isian ini.") % {
        "place": record.area,
        "period": Period(record.year, record.quarter),
    }
    return keeping.remove(request, form, page, leads_to=page_of(record))


def _form_context(form, heading: str, submit: str, *, back: str) -> dict:
    record = form.instance
    period = Period(record.year, record.quarter)
    lead = str(record.area) if record.pk is None else f"{record.area}, {period}"
    overview = reverse("indicators:overview")
    trail = [
        {"label": _("Indikator"), "url": overview},
        {"label": _("SPM %s") % record.area, "url": page_of(record)},
        {"label": heading},
    ]
    return {"heading": heading, "lead": lead, "submit": submit, "back": back, "trail": trail}


def _say(request: HttpRequest, record: SpmRecord) -> None:
    """Tell that it is saved, and that more met than needed is worth a second look."""
    messages.success(request, _("Tersimpan."))
    if isinstance(record, SpmRequirement) and record.exceeds:
        messages.warning(
            request,
            _(
                "Yang terlayani lebih besar daripada yang harus dilayani. Disimpan apa adanya; "
                "periksa kembali kedua jumlah."
            ),
        )
