"""One figure: its page, and the forms that enter and correct it."""

from functools import partial
from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from indicators import operations
from indicators.figures import ABOVE_HUNDRED, exceeds_hundred, written
from indicators.filters import search_indicators
from indicators.forms import CorrectForm, EnterForm
from indicators.models import Indicator, Measurement, held_by
from indicators.queries import (
    change_of,
    default_indicators,
    enter_url,
    history_of_figure,
    page_of,
)
from indicators.scope import areas_read_by
from indicators.views.asked import typed_search, whole_number
from portal.access import may
from portal.models import Area
from portal.operations import Conflict, Refused
from portal.views import create_once
from schools.models import School

MOST_FOUND = 20
form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@may("indicators.view_measurement", Measurement)
def measurement(request: HttpRequest, measurement: Measurement) -> HttpResponse:
    """A figure: value, label, source, the other years, and its history."""
    others = Measurement.objects.of(measurement.place).filter(indicator=measurement.indicator)
    years = list(others.select_related("indicator").order_by("-year"))
    context = {
        "measurement": measurement,
        "place": measurement.place,
        "place_url": page_of(measurement.place),
        "change": change_of(measurement, years),
        "years": years,
        "entries": history_of_figure(measurement),
    }
    return render(request, "indicators/measurements/measurement.html", context)


@form_page
@may("indicators.add_measurement")
def measurement_add(request: HttpRequest) -> HttpResponse:
    """A new figure: first its place (?school=, ?area=), then its indicator (?indicator=)."""
    place = _place_asked(request)
    if place is None:
        return _choose_place(request)
    indicator = _indicator_asked(request)
    if indicator is None:
        return _choose_indicator(request, place)
    try:
        operations.require_available(indicator, place)
    except Refused as refusal:
        return _choose_indicator(request, place, problem=str(refusal))
    return _enter(request, place, indicator)


def _place_asked(request: HttpRequest) -> School | Area | None:
    """The place of the URL, in the user's scope (404) and one whose figures they enter (403)."""
    npsn, code = request.GET.get("school"), request.GET.get("area")
    if npsn:
        visible = School.objects.visible_to(request.user)
        place = get_object_or_404(visible, npsn=npsn)
    elif code:
        place = get_object_or_404(areas_read_by(request.user), pk=code)
    else:
        return None
    if not request.user.has_perm("indicators.add_measurement", Measurement(**held_by(place))):
        raise PermissionDenied
    return place


def _indicator_asked(request: HttpRequest) -> Indicator | None:
    asked = request.GET.get("indicator")
    if not asked:
        return None
    return get_object_or_404(Indicator.objects.visible_to(request.user), pk=whole_number(asked))


def _choose_place(request: HttpRequest) -> HttpResponse:
    """The user's own area, and schools by name or NPSN."""
    text = typed_search(request)
    schools = (
        School.objects.visible_to(request.user).existing().search(text).select_related("district")
    )
    areas = Area.objects.in_scope_of(request.user).filter(
        level__in=[Area.Level.PROVINCE, Area.Level.CITY]
    )
    if text:
        areas = areas.filter(name__icontains=text)
    context = {
        "text": text,
        "areas": [(area, enter_url(area)) for area in areas[:MOST_FOUND]],
        "schools": [(one, enter_url(one)) for one in schools[:MOST_FOUND]] if text else [],
        "most": MOST_FOUND,
    }
    return render(request, "indicators/measurements/choose_place.html", context)


def _choose_indicator(
    request: HttpRequest, place: School | Area, *, problem: str = ""
) -> HttpResponse:
    """The set's indicators that are printed for such a place, and others by code or name."""
    text = typed_search(request)
    available = Indicator.objects.visible_to(request.user).available_at(place)
    found = search_indicators(available, text)[:MOST_FOUND] if text else ()
    year = {"year": whole_number(request.GET["year"])} if request.GET.get("year") else {}
    main = default_indicators(request.user, year.get("year", operations.newest_year()))
    first = [one for one in main if one.is_available_at(place)]

    def linked(indicators):
        return [(one, enter_url(place, indicator=one.pk, **year)) for one in indicators]

    context = {
        "place": place,
        "place_url": page_of(place),
        "text": text,
        "problem": problem,
        "first": linked(first),
        "found": linked(found),
        "hidden": enter_url(place).partition("?")[2].split("="),
        "most": MOST_FOUND,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if problem else HTTPStatus.OK
    return render(request, "indicators/measurements/choose_indicator.html", context, status=status)


def _enter(request: HttpRequest, place: School | Area, indicator: Indicator) -> HttpResponse:
    """The form of a new figure, carried out once."""
    posted = request.POST if request.method == "POST" else None
    form = EnterForm(posted, instance=_blank(request, place, indicator))
    if not form.is_bound:
        return _form_page(request, form, HTTPStatus.OK)

    def make() -> Measurement:
        return operations.enter_measurement(form.figure, indicator=indicator, place=place)

    done = create_once(request, form, make, say=partial(_say_saved, request))
    return done or _form_page(request, form, HTTPStatus.UNPROCESSABLE_ENTITY)


def _blank(request: HttpRequest, place: School | Area, indicator: Indicator) -> Measurement:
    """A figure to be filled in, for the year of the URL or the newest Rapor year."""
    year = request.GET.get("year", "")
    known = whole_number(year) if year else operations.newest_year()
    return Measurement(indicator=indicator, year=known, **held_by(place))


def _say_saved(request: HttpRequest, made: Measurement) -> None:
    messages.success(request, _("Nilai tersimpan."))
    _warn(request, made)


def _warn(request: HttpRequest, measurement: Measurement) -> None:
    """Say that a rate above 100 is kept as it is, and worth a second look."""
    if exceeds_hundred(measurement.indicator, measurement.value):
        value = written(measurement.indicator, measurement.value)
        messages.warning(
            request,
            _("Nilai %(value)s disimpan apa adanya, %(warning)s.")
            % {"value": value, "warning": ABOVE_HUNDRED},
        )


@form_page
@may("indicators.correct_measurement", Measurement)
def measurement_correct(request: HttpRequest, measurement: Measurement) -> HttpResponse:
    """A correction with its reason, on top of the version that was read."""
    form = CorrectForm(request.POST if request.method == "POST" else None, instance=measurement)
    if not form.is_bound:
        return _form_page(request, form, HTTPStatus.OK)
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    if form.is_valid():
        data = form.cleaned_data
        try:
            corrected = operations.correct_measurement(
                measurement, form.figure, reason=data["reason"], version=data["version"]
            )
        except Conflict as conflict:
            form.note_conflict(conflict.current)
            status = HTTPStatus.CONFLICT
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Koreksi tersimpan. Nilai lama ada di riwayat."))
            _warn(request, corrected)
            return redirect(corrected)
    return _form_page(request, form, status)


def _form_page(request: HttpRequest, form, status: int) -> HttpResponse:
    """The page of either form: what is measured, where, and a link to a figure it would double."""
    subject = form.instance
    context = {
        "form": form,
        "subject": subject,
        "indicator": subject.indicator,
        "place": subject.place,
        "place_url": page_of(subject.place),
        "same_year": form.same_year,
    }
    return render(request, "indicators/measurements/form.html", context, status=status)
