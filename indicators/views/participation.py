"""Participation rates of an area, and the counts that they are made of."""

from functools import partial

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from indicators.keeping.operations import add_record
from indicators.models import Group, Headcount
from indicators.participation import forms
from indicators.participation.queries import participation_of, years_of
from indicators.views import keeping
from indicators.views.asked import whole_number
from indicators.views.guards import of_area
from indicators.views.keeping import form_page, posted
from portal.access import may
from portal.history import history_of
from portal.models import Area

FIRST_YEAR = 2010


of_counts = partial(
    of_area,
    levels=[Area.Level.PROVINCE, Area.Level.CITY, Area.Level.DISTRICT],
    about=Headcount,
)


@require_safe
@of_counts("indicators.view_participation")
def participation(request: HttpRequest, area: Area) -> HttpResponse:
    """The rates of an area in a year (?tahun=), each denominator beside the others."""
    years = years_of(area)
    this_year = timezone.localdate().year
    year = _year_asked(request) or next(iter(years), this_year - 1)
    context = {
        "area": area,
        "years": sorted({*years, year, this_year}, reverse=True),
        "participation": participation_of(area, year),
        "may_keep": request.user.has_perm("indicators.keep_participation", Headcount(area=area)),
    }
    return render(request, "indicators/participation/page.html", context)


def _year_asked(request: HttpRequest) -> int | None:
    typed = request.GET.get("tahun", "")
    if not typed:
        return None
    year = whole_number(typed)
    if not FIRST_YEAR <= year <= timezone.localdate().year:
        raise Http404
    return year


@require_safe
@may("indicators.view_participation", Headcount)
def headcount(request: HttpRequest, headcount: Headcount) -> HttpResponse:
    """A count: whom, how many, says who, and its history."""
    context = {
        "record": headcount,
        "page_url": _page_of(headcount),
        "entries": history_of(headcount),
        "may_keep": request.user.has_perm("indicators.keep_participation", headcount),
    }
    return render(request, "indicators/participation/headcount.html", context)


@form_page
@of_counts("indicators.keep_participation")
def headcount_add(request: HttpRequest, area: Area) -> HttpResponse:
    """A new count (?kelompok=, ?dari= and ?sampai= are filled in)."""
    year = _year_asked(request) or timezone.localdate().year - 1
    asked = request.GET.get("kelompok", "")
    blank = Headcount(
        area=area,
        year=year,
        source_year=year,
        kind=asked if asked in Group.values else "",
        age_from=_age_asked(request, "dari"),
        age_to=_age_asked(request, "sampai"),
    )
    form = forms.EnterHeadcountForm(posted(request), instance=blank)
    page = _form_context(form, _("Tambah jumlah"), _("Simpan"), back=_page_of(blank))
    return keeping.enter(request, form, page, add=add_record, say=_say)


def _age_asked(request: HttpRequest, name: str) -> int | None:
    typed = request.GET.get(name, "")
    return whole_number(typed) if typed else None


@form_page
@may("indicators.keep_participation", Headcount)
def headcount_correct(request: HttpRequest, headcount: Headcount) -> HttpResponse:
    """A correction of a count with its reason."""
    form = forms.CorrectHeadcountForm(posted(request), instance=headcount)
    back = headcount.get_absolute_url()
    page = _form_context(form, _("Koreksi jumlah"), _("Simpan koreksi"), back=back)
    return keeping.correct(request, form, page, say=_say)


@form_page
@may("indicators.keep_participation", Headcount)
def headcount_remove(request: HttpRequest, headcount: Headcount) -> HttpResponse:
    """Taking a count out, with a reason."""
    form = forms.RemoveHeadcountForm(posted(request), instance=headcount)
    back = headcount.get_absolute_url()
    page = _form_context(form, _("Hapus “%s”") % headcount, _("Hapus"), back=back)
    return keeping.remove(request, form, page, leads_to=_page_of(headcount))


def _page_of(record: Headcount) -> str:
    """The page of the area and year that a count belongs to."""
    return f"{reverse('indicators:participation', args=[record.area_id])}?tahun={record.year}"


def _form_context(form, heading: str, submit: str, *, back: str) -> dict:
    record = form.instance
    trail = [
        {"label": _("Indikator"), "url": reverse("indicators:overview")},
        {"label": _("Partisipasi %s") % record.area, "url": _page_of(record)},
        {"label": heading},
    ]
    lead = str(record.area) if record.pk is None else f"{record.area}, {record.year}"
    return {"heading": heading, "lead": lead, "submit": submit, "back": back, "trail": trail}


def _say(request: HttpRequest, record: Headcount) -> None:
    messages.success(request, _("Tersimpan. Angka partisipasi dihitung dari jumlah ini."))
