"""The indicators that work aims at, with their figures in an area: the end of the chain."""

from collections.abc import Iterable
from dataclasses import dataclass

from indicators.models import Indicator, Measurement
from indicators.queries import Change, change_of
from portal.models import Area


@dataclass(frozen=True)
class Aim:
    """An indicator with its newest figure in the area, and the change to the year before."""

    indicator: Indicator
    newest: Measurement | None
    change: Change | None


def aims_of(area: Area, indicators: Iterable[Indicator], *, until: int | None = None) -> list[Aim]:
    """The indicators by code with the area's newest figures, in one query.

    `until` leaves out what later Rapor years brought.
    """
    known = {indicator.pk: indicator for indicator in indicators}
    there: dict[int, list[Measurement]] = {pk: [] for pk in known}
    measured = Measurement.objects.of(area).filter(indicator__in=known).order_by("-year")
    for measurement in measured.filter(year__lte=until) if until else measured:
        measurement.indicator = known[measurement.indicator_id]
        there[measurement.indicator_id].append(measurement)
    shown = sorted(known.values(), key=lambda one: (one.code, one.name))
    return [_aim(indicator, there[indicator.pk]) for indicator in shown]


def _aim(indicator: Indicator, figures: list[Measurement]) -> Aim:
    if not figures:
        return Aim(indicator, None, None)
    return Aim(indicator, figures[0], change_of(figures[0], figures))
