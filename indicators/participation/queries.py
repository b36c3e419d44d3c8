"""The participation of an area as its page shows it: rates, their counts, the official figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import or_

from django.db.models import Q

from indicators.models import Headcount, Indicator, Measurement
from indicators.participation.rates import RATES, Quotient, Rate, contradictions, quotients
from portal.models import Area


@dataclass(frozen=True)
class RateRow:
    """A rate of an area and year: one quotient a denominator, and the official figure beside it."""

    rate: Rate
    quotients: Sequence[Quotient]
    official: Measurement | None


@dataclass(frozen=True)
class Participation:
    """All rates of an area in a year, with the counts that they are made of."""

    area: Area
    year: int
    counts: Sequence[Headcount]
    official: dict[tuple[str, str, str], Measurement]

    @property
    def rapor_year(self) -> int:
        """The Rapor that prints this year: figures come out a year later (domain notes §8)."""
        return self.year + 1

    @cached_property
    def rows(self) -> list[RateRow]:
        return [
            RateRow(rate, quotients(rate, self.counts), self.official.get(rate.official))
            for rate in RATES
        ]

    @cached_property
    def contradictions(self) -> list[str]:
        """What cannot be true at once, in sentences."""
        return contradictions({row.rate.code: list(row.quotients) for row in self.rows})

    @property
    def impossible(self) -> list[Quotient]:
        """The APS and APM above 100."""
        return [one for row in self.rows for one in row.quotients if one.is_impossible]


def participation_of(area: Area, year: int) -> Participation:
    """The rates of an area in a year, in two queries."""
    counts = list(Headcount.objects.of_year(area, year).order_by("kind", "age_from", "source"))
    return Participation(area, year, counts, _official(area, year + 1))


def _official(area: Area, rapor_year: int) -> dict[tuple[str, str, str], Measurement]:
    """What the Rapor prints for the rates, by the key of their indicators."""
    keys = [rate.official for rate in RATES if rate.official]
    named = reduce(
        or_,
        (Q(indicator__service=s, indicator__code=c, indicator__name=n) for s, c, n in keys),
    )
    figures = Measurement.objects.of(area).filter(named, year=rapor_year)
    return {_key(figure.indicator): figure for figure in figures.select_related("indicator")}


def _key(indicator: Indicator) -> tuple[str, str, str]:
    return indicator.service, indicator.code, indicator.name


def years_of(area: Area) -> list[int]:
    """The years with counts, newest first."""
    years = Headcount.objects.filter(area=area).order_by().values_list("year", flat=True)
    return sorted(years.distinct(), reverse=True)
