"""The SPM index of a city and period: its page, the computation, the quarter for e-SPM."""

from functools import partial

from django.db.models import Q
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from indicators.models import Quarter, SpmRequirement
from indicators.models.spm import FIRST_YEAR, WHOLE_YEAR
from indicators.scope import areas_read_by
from indicators.spm.documents import print_steps, steps_paper
from indicators.spm.index import sums_of
from indicators.spm.periods import Period, next_due
from indicators.spm.queries import (
    SpmReport,
    cities_with_spm,
    history_of_period,
    period_to_open,
    quarter_states,
    rows_of,
    spm_report,
    years_of,
)
from indicators.spm.workbook import espm_columns
from indicators.views.asked import typed_search, whole_number
from indicators.views.guards import of_area
from portal.access import is_school, may
from portal.exports import as_xlsx
from portal.models import Area, User, area_path
from schools.models import School

MOST_CITIES = 40
YEAR, QUARTER = "tahun", "triwulan"


of_city = partial(of_area, levels=[Area.Level.CITY], about=SpmRequirement)


def period_asked(request: HttpRequest) -> Period | None:
    """The period of the address (?tahun=&triwulan=), or None without one; 404 for no period."""
    year, quarter = request.GET.get(YEAR, ""), request.GET.get(QUARTER, "")
    if not year and not quarter:
        return None
    today = timezone.localdate()
    asked = Period(
        whole_number(year) if year else today.year,
        whole_number(quarter) if quarter else WHOLE_YEAR,
    )
    if not FIRST_YEAR <= asked.year <= today.year or asked.quarter not in Quarter.values:
        raise Http404
    return asked


@require_safe
@may("indicators.view_spm")
def overview(request: HttpRequest) -> HttpResponse:
    """Leads to the user's own city; those of a province or the nation choose one."""
    own = _own_city(request.user)
    if own:
        return redirect("indicators:spm", code=own)
    text = typed_search(request)
    cities = areas_read_by(request.user).filter(level=Area.Level.CITY)
    if text:
        cities = cities.filter(Q(name__icontains=text) | Q(code__startswith=text))
    else:
        cities = cities_with_spm(request.user)
    context = {"text": text, "cities": cities.select_related("parent")[:MOST_CITIES]}
    return render(request, "indicators/spm/choose.html", context)


def _own_city(user: User) -> str | None:
    """The code of the city that the user's area or school lies in."""
    code = user.area_id
    if is_school(user):
        code = School.objects.visible_to(user).values_list("district", flat=True).first()
    return next(iter(area_path(code)[1:]), None) if code else None


@require_safe
@of_city("indicators.view_spm")
def spm(request: HttpRequest, city: Area) -> HttpResponse:
    """The index of each service and of the city, with its parts, labels and what is missing."""
    report = _report(request, city)
    context = _around(request, report) | {"entries": history_of_period(city, report.period)}
    return render(request, "indicators/spm/page.html", context)


@require_safe
@of_city("indicators.view_spm")
def steps(request: HttpRequest, city: Area) -> HttpResponse:
    """Tunjukkan perhitungan: every step with its numbers."""
    return render(request, "indicators/spm/steps.html", _around(request, _report(request, city)))


@require_safe
@of_city("indicators.view_spm")
def steps_pdf(request: HttpRequest, city: Area) -> HttpResponse:
    """The same steps as a paper."""
    report = _report(request, city)
    response = HttpResponse(print_steps(steps_paper(report)), content_type="application/pdf")
    name = f"perhitungan-spm-{_file_name(city, report.period)}.pdf"
    response["Content-Disposition"] = f'inline; filename="{name}"'
    return response


@require_safe
@of_city("indicators.view_spm")
def espm(request: HttpRequest, city: Area) -> HttpResponse:
    """The report of a quarter: what is due, what is missing, the table to type into e-SPM."""
    period = _quarter_asked(request)
    today = timezone.localdate()
    due, states = quarter_states(city, period.year, today)
    context = _around(request, spm_report(city, period)) | {
        "due": due,
        "states": states,
        "state": states[period.quarter - 1],
        "rows": [(row, sums_of([row])) for row in rows_of(city, period)],
    }
    return render(request, "indicators/spm/espm.html", context)


@require_safe
@of_city("indicators.view_spm")
def espm_workbook(request: HttpRequest, city: Area) -> FileResponse:
    """The table of a quarter as a workbook."""
    period = _quarter_asked(request)
    _due, states = quarter_states(city, period.year, timezone.localdate())
    about = {
        _("Kabupaten/kota"): str(city),
        _("Periode"): str(period),
        _("e-SPM ditutup"): date_format(period.closes_on),
        _("Belum ada isian"): "; ".join(states[period.quarter - 1].missing) or "–",
        _("Diunduh oleh"): str(request.user),
        _("Diunduh pada"): date_format(timezone.localtime(), "DATETIME_FORMAT"),
        _("Sumber"): "Mitra Mutu",
    }
    name = f"espm-{_file_name(city, period)}"
    return as_xlsx(rows_of(city, period), espm_columns(), about=about, name=name)


def _report(request: HttpRequest, city: Area) -> SpmReport:
    asked = period_asked(request)
    return spm_report(city, asked or period_to_open(city, timezone.localdate()))


def _quarter_asked(request: HttpRequest) -> Period:
    """The quarter of the address, or the one that is due next; a whole year has no report."""
    asked = period_asked(request)
    if asked is None:
        return next_due(timezone.localdate())
    if asked.quarter == WHOLE_YEAR:
        raise Http404
    return asked


def _around(request: HttpRequest, report: SpmReport) -> dict:
    """The report with what stands around it on each of the pages."""
    years = {*years_of(report.area), report.period.year, timezone.localdate().year}
    blank = SpmRequirement(area=report.area)
    return {
        "report": report,
        "area": report.area,
        "period": report.period,
        "years": sorted(years, reverse=True),
        "quarters": Quarter.choices,
        "may_keep": request.user.has_perm("indicators.keep_spm", blank),
    }


def _file_name(city: Area, period: Period) -> str:
    quarter = f"tw{period.quarter}" if period.quarter != WHOLE_YEAR else "setahun"
    return f"{city.pk}-{period.year}-{quarter}"
