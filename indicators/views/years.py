"""Pages of a year of figures: how it stands, who moved it on, and the next step."""

from datetime import datetime, time

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from indicators.forms import YearActForm
from indicators.models.measurements import FIRST_YEAR
from indicators.operations import newest_year
from indicators.views.guards import of_area
from indicators.years import ACTS, Act, acts_open_to, figures_in, move_on, year_of
from portal.models import Area
from portal.operations import Refused


@require_safe
@of_area("indicators.view_figure_year")
def area_year(request: HttpRequest, area: Area, year: int) -> HttpResponse:
    """How the figures of an area and year stand, and what the reader may do next."""
    figure_year = _year_or_404(area, year)
    context = {
        "figure_year": figure_year,
        "counts": figures_in(figure_year),
        "acts": acts_open_to(request.user, figure_year),
        "steps": figure_year.steps.select_related("by") if figure_year.pk else (),
    }
    return render(request, "indicators/years/year.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@of_area("indicators.view_figure_year")
def area_year_act(request: HttpRequest, area: Area, year: int, act: str) -> HttpResponse:
    """One step of the year, confirmed on a page of its own with its reason."""
    figure_year = _year_or_404(area, year)
    chosen = ACTS.get(act)
    if chosen is None:
        raise Http404
    if not request.user.has_perm(chosen.permission, figure_year):
        raise PermissionDenied
    form = YearActForm(request.POST if request.method == "POST" else None, act=chosen)
    if form.is_bound and form.is_valid():
        try:
            moved = move_on(
                figure_year,
                chosen,
                by=request.user,
                reason=form.cleaned_data.get("reason", ""),
                until=_end_of(form.cleaned_data.get("until")),
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, chosen.done)
            return redirect(moved)
    return _act_page(request, figure_year, chosen, form)


def _act_page(request: HttpRequest, figure_year, act: Act, form: YearActForm) -> HttpResponse:
    context = {"figure_year": figure_year, "act": act, "form": form}
    status = 422 if form.errors else 200
    return render(request, "indicators/years/act.html", context, status=status)


def _year_or_404(area: Area, year: int):
    levels = (Area.Level.CITY, Area.Level.PROVINCE)
    if area.level not in levels or not FIRST_YEAR <= year <= newest_year():
        raise Http404
    return year_of(area, year)


def _end_of(day) -> datetime | None:
    """The last minute of a day."""
    if day is None:
        return None
    return timezone.make_aware(datetime.combine(day, time(23, 59)))
