"""The figures of a school or an area: the pages that most people open, and their way in."""

from functools import partial

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from indicators.comparison.queries import FEWEST, compare
from indicators.filters import SchoolFigureFilter
from indicators.models import Indicator, IndicatorSet, Measurement, held_by
from indicators.models.measurements import FIRST_YEAR
from indicators.queries import (
    area_to_open,
    default_indicators,
    enter_url,
    newest_to_open,
    newest_year,
    page_of,
    report_on,
    schools_in,
    sets_of_year,
    years_with_figures,
)
from indicators.rollup.queries import Overview, newest_year_of_schools, years_of_schools
from indicators.scope import areas_read_by
from indicators.tables import SCHOOL_FIGURES
from indicators.views.asked import typed_search, whole_number
from indicators.views.guards import of_area
from indicators.years import year_of
from portal.access import is_school, may
from portal.lists import ListPage, render_list
from portal.models import Area, area_path
from schools.models import School

MOST_AREAS = 40


@require_safe
@may("indicators.list_measurements")
def overview(request: HttpRequest) -> HttpResponse:
    """Leads to the user's own place; those of the whole nation choose an area."""
    if is_school(request.user):
        own = School.objects.visible_to(request.user).first()
        if own is None:
            return render(request, "indicators/places/no_school.html")
        return redirect("indicators:school", npsn=own.npsn)
    if request.user.area_id:
        return redirect("indicators:area", code=area_to_open(request.user))
    return _nation(request)


def _nation(request: HttpRequest) -> HttpResponse:
    """The provinces side by side in a set and year, and the way to any area."""
    sets = list(IndicatorSet.objects.visible_to(request.user))
    asked = _set_asked(request, sets)
    year = _year_asked(request) or newest_year_of_schools() or newest_year()
    offered = sets_of_year(sets, year)
    chosen = asked if asked in offered else next(iter(offered), None)
    text = typed_search(request)
    areas = Area.objects.filter(level__in=[Area.Level.PROVINCE, Area.Level.CITY])
    if text:
        areas = areas.filter(Q(name__icontains=text) | Q(code__startswith=text))
    else:
        areas = areas.filter(pk__in=Measurement.objects.filter(school=None).values("area"))
    context = {
        "text": text,
        "areas": areas.select_related("parent")[:MOST_AREAS],
        "sets": offered,
        "set": chosen,
        "year": year,
        "years": range(newest_year(), FIRST_YEAR - 1, -1),
        "page_url": request.path,
    }
    if chosen and not text:
        overview = Overview(None, chosen.in_order, year)
        context |= {"part_indicators": overview.indicators, "parts": overview.parts()}
    return render(request, "indicators/places/choose.html", context)


@require_safe
@of_area("indicators.list_measurements")
def area_panel(request: HttpRequest, area: Area) -> HttpResponse:
    """The figures of an area, compact, as a panel of another page."""
    return render(request, "indicators/places/panel.html", _context(request, area))


@require_safe
@of_area("indicators.list_measurements")
def area(request: HttpRequest, area: Area) -> HttpResponse:
    """The figures of an area in a set and year."""
    context = _context(request, area)
    report = context["report"]
    if report and request.user.has_perm("indicators.view_rolled_up", area):
        overview = Overview(area, [row.indicator for row in report.rows], report.year)
        official = {row.indicator.pk: row.measurement for row in report.rows}
        context |= {
            "rolled_up": overview.rows(official),
            "part_indicators": overview.indicators,
            "parts": overview.parts(),
        }
    if area.level in (Area.Level.CITY, Area.Level.PROVINCE) and report:
        context["figure_year"] = year_of(area, report.year)
    return render(request, "indicators/places/area.html", context)


@require_safe
@may("indicators.list_measurements", School, by="npsn")
def school(request: HttpRequest, school: School) -> HttpResponse:
    """The figures of a school in a set and year."""
    context = _context(request, school)
    context["areas_above"] = areas_read_by(request.user).filter(
        pk__in=area_path(school.district_id), level__in=[Area.Level.PROVINCE, Area.Level.CITY]
    )
    return render(request, "indicators/places/school.html", context)


@require_safe
@may("indicators.list_measurements", School, by="npsn")
def school_comparison(request: HttpRequest, school: School) -> HttpResponse:
    """A school beside others of its stage, its change in points or relative (?cara=relatif)."""
    context = _context(request, school)
    report = context["report"]
    context |= {
        "is_relative": request.GET.get("cara") == "relatif",
        "comparison": compare(school, report) if report else None,
        "fewest": FEWEST,
        "page_url": request.path,
    }
    return render(request, "indicators/comparison/page.html", context)


@require_safe
@may("indicators.list_measurements", School, by="npsn")
def school_panel(request: HttpRequest, school: School) -> HttpResponse:
    """The same figures, compact, as a panel of the school's page."""
    return render(request, "indicators/places/panel.html", _context(request, school))


def _context(request: HttpRequest, place: School | Area) -> dict:
    """The report that the URL asks for (?set=, ?tahun=), and what may be done on the page."""
    sets = list(IndicatorSet.objects.visible_to(request.user))
    asked = _set_asked(request, sets)
    with_figures = years_with_figures(place, sets)
    year = _year_asked(request) or newest_to_open(sets, with_figures, asked)
    offered = sets_of_year(sets, year)
    # A set that did not hold in the year gives way to one that did.
    chosen = asked if asked in offered else next(iter(offered), None)
    may_enter = request.user.has_perm("indicators.add_measurement", Measurement(**held_by(place)))
    return {
        "place": place,
        "sets": offered,
        "years": sorted({*with_figures, year, newest_year()}, reverse=True),
        "report": report_on(place, chosen, year) if chosen else None,
        "page_url": page_of(place),
        "enter_url": enter_url(place) if may_enter else "",
    }


def _set_asked(request: HttpRequest, sets: list[IndicatorSet]) -> IndicatorSet | None:
    code = request.GET.get("set")
    if not code:
        return None
    found = next((one for one in sets if one.code == code), None)
    if found is None:
        raise Http404
    return found


def _year_asked(request: HttpRequest) -> int | None:
    typed = request.GET.get("tahun", "")
    if not typed:
        return None
    year = whole_number(typed)
    if not FIRST_YEAR <= year <= newest_year():
        raise Http404
    return year


@require_safe
@of_area("indicators.list_school_measurements")
def area_schools(request: HttpRequest, area: Area) -> HttpResponse:
    """The schools of an area with a figure for an indicator (?indikator=) and year (?tahun=)."""
    year = _year_asked(request)
    indicator, indicators = _indicator_asked(request, year or newest_year())
    years = years_of_schools(area, indicator)
    if year is None or "indikator" not in request.GET:
        return _with_defaults(request, indicator, year or max(years, default=newest_year()))
    filters = partial(
        SchoolFigureFilter,
        area=area,
        indicators=indicators,
        years=sorted({*years, year}, reverse=True),
    )
    rows = schools_in(area, request.user).filter(indicator=indicator, year=year)
    listing = ListPage(request, rows, columns=SCHOOL_FIGURES, filters=filters, order="sekolah")
    empty = {
        "empty_title": _("Belum ada sekolah dengan nilai untuk indikator dan tahun ini"),
        "empty_text": _("Nilai sekolah dimasukkan dinas dari halaman indikator tiap sekolah."),
    }
    return render_list(request, "indicators/places/area_schools.html", listing, area=area, **empty)


def _with_defaults(request: HttpRequest, indicator: Indicator, year: int) -> HttpResponse:
    """The same address with the indicator and year that it left open."""
    query = request.GET.copy()
    query["indikator"] = indicator.pk
    query["tahun"] = year
    return redirect(f"{request.path}?{query.urlencode()}")


def _indicator_asked(request: HttpRequest, year: int) -> tuple[Indicator, list[Indicator]]:
    """The indicator of the URL, or the first of the year's default set, and those to choose from."""
    offered = [one for one in default_indicators(request.user, year) if one.at_school]
    asked = request.GET.get("indikator", "")
    if not asked:
        if not offered:
            raise Http404
        return offered[0], offered
    known = {str(one.pk): one for one in offered}
    if asked in known:
        return known[asked], offered
    found = get_object_or_404(Indicator.objects.visible_to(request.user), pk=whole_number(asked))
    return found, [found, *offered]
