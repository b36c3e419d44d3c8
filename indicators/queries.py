"""The figures of a place as reports show them: a set, a year, and the change in points."""

from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from functools import cached_property
from urllib.parse import urlencode

from django.db.models import Case, QuerySet, Subquery, When
from django.urls import reverse
from django.utils.translation import gettext as _

from indicators import figures
from indicators.models import Direction, Indicator, IndicatorSet, Measurement, SetMember
from indicators.operations import newest_year
from indicators.reference import SPM
from portal.history import Entry, history_of
from portal.models import Area, User, inside_area
from schools.models import School


class ChangeKind(StrEnum):
    POINTS = "points"
    NOT_COMPARABLE = "not comparable"
    GAP = "gap"
    NONE = "none"


@dataclass(frozen=True)
class Change:
    """How a value differs from the one exactly a year earlier, in points of its unit.

    Relative change, which school exports print, is another figure and has no place here.
    """

    kind: ChangeKind
    since: int
    points: Decimal | None = None
    better: bool | None = None

    @property
    def text(self) -> str:
        """+4,2 poin dari 2023; or in words why none is shown; – where nothing came before."""
        if self.kind == ChangeKind.POINTS:
            if not self.points:
                return _("tetap, 0 poin dari %d") % self.since
            return _("%(points)s poin dari %(since)d") % {
                "points": _signed(self.points),
                "since": self.since,
            }
        return {
            ChangeKind.NOT_COMPARABLE: _("tidak dapat dibandingkan dengan %d") % self.since,
            ChangeKind.GAP: _("tidak ada nilai %d") % self.since,
            ChangeKind.NONE: "–",
        }[self.kind]


def _signed(points: Decimal) -> str:
    """+4,2 or −0,03: one decimal, and all of them where one would show a change as none."""
    rounded = points.quantize(Decimal("0.1"), ROUND_HALF_UP)
    shown = abs(rounded or points)
    return ("+" if points > 0 else "−") + figures.plain(shown)


def change_of(measurement: Measurement, figures_there: list[Measurement]) -> Change:
    """The change of a figure to the year before, given all figures of the indicator there."""
    since = measurement.year - 1
    previous = next((one for one in figures_there if one.year == since), None)
    if previous is None:
        older = any(one.year < since for one in figures_there)
        return Change(ChangeKind.GAP if older else ChangeKind.NONE, since)
    indicator = measurement.indicator
    if not indicator.can_compare(since):
        return Change(ChangeKind.NOT_COMPARABLE, since)
    points = measurement.value - previous.value
    better = None
    if points and indicator.direction:
        better = (points > 0) == (indicator.direction == Direction.UP)
    return Change(ChangeKind.POINTS, since, points, better)


@dataclass(frozen=True)
class Row:
    """An indicator of a set at a place in a year, with all its figures there by year."""

    indicator: Indicator
    place: School | Area
    year: int
    by_year: dict[int, Measurement]

    @property
    def measurement(self) -> Measurement | None:
        return self.by_year.get(self.year)

    @property
    def previous(self) -> Measurement | None:
        """The figure of exactly the year before."""
        return self.by_year.get(self.year - 1)

    @property
    def available(self) -> bool:
        """Whether the Rapor prints this indicator for such a place at all."""
        return self.indicator.is_available_at(self.place)

    @property
    def change(self) -> Change | None:
        """The change to the year before; None where the year has no figure."""
        if self.measurement is None:
            return None
        return change_of(self.measurement, list(self.by_year.values()))

    @property
    def enter_url(self) -> str:
        """Where a missing figure is entered."""
        return enter_url(self.place, indicator=self.indicator.pk, year=self.year)


@dataclass(frozen=True)
class Report:
    """A set's indicators at a place: the rows of one year, and the years that hold figures."""

    place: School | Area
    set: IndicatorSet
    year: int
    rows: list[Row]

    @property
    def is_printed(self) -> bool:
        """Whether the Rapor prints any of these indicators for such a place."""
        return any(row.available for row in self.rows)

    @cached_property
    def years(self) -> list[int]:
        """The years with a figure of the set, oldest first."""
        return sorted({year for row in self.rows for year in row.by_year})

    @property
    def choices(self) -> list[int]:
        """The years one can open, newest first: those with figures, this year, and the one open."""
        return sorted({*self.years, self.year, newest_year()}, reverse=True)

    @property
    def history(self) -> list[tuple[Indicator, list[Measurement | None]]]:
        """Each indicator that has figures with its figure of every year, for years side by side."""
        return [
            (row.indicator, [row.by_year.get(year) for year in self.years])
            for row in self.rows
            if row.by_year
        ]


def report_on(place: School | Area, indicator_set: IndicatorSet, year: int | None) -> Report:
    """The figures of a set at a place, in two queries; year None: the newest with figures."""
    members = indicator_set.members.select_related("indicator")
    indicators = [member.indicator for member in members]
    by_indicator = {indicator.pk: {} for indicator in indicators}
    known = {indicator.pk: indicator for indicator in indicators}
    for measurement in Measurement.objects.of(place).filter(indicator__in=known).order_by("year"):
        measurement.indicator = known[measurement.indicator_id]
        by_indicator[measurement.indicator_id][measurement.year] = measurement
    if year is None:
        with_figures = [y for by_year in by_indicator.values() for y in by_year]
        year = max(with_figures, default=newest_year())
    rows = [Row(one, place, year, by_indicator[one.pk]) for one in indicators]
    return Report(place, indicator_set, year, rows)


def history_of_figure(measurement: Measurement) -> list[Entry]:
    """The life of a figure, newest first; the reason stands beside each correction, not in it."""
    told = str(Measurement._meta.get_field("reason").verbose_name)
    return [
        replace(entry, changes=[change for change in entry.changes if change.label != told])
        for entry in history_of(measurement)
    ]


def sets_for(user: User) -> QuerySet[IndicatorSet]:
    """The sets to choose from; the one that pages open with, the Set SPM, comes first."""
    first = Case(When(code=SPM, then=0), default=1)
    return IndicatorSet.objects.visible_to(user).order_by(first, "name")


def default_indicators(user: User) -> list[Indicator]:
    """The indicators of the set that pages open with, in its order."""
    members = SetMember.objects.filter(set=Subquery(sets_for(user).values("pk")[:1]))
    return [member.indicator for member in members.select_related("indicator")]


def enter_url(place: School | Area, **known) -> str:
    """Where a figure of a place is entered; `known` are further parameters: indicator, year."""
    where = {"school": place.npsn} if isinstance(place, School) else {"area": place.pk}
    return f"{reverse('indicators:measurement-add')}?{urlencode({**where, **known})}"


def page_of(place: School | Area) -> str:
    """The page that shows a place's figures."""
    if isinstance(place, School):
        return reverse("indicators:school", args=[place.npsn])
    return reverse("indicators:area", args=[place.pk])


def schools_in(area: Area, user: User) -> QuerySet[Measurement]:
    """The figures of the schools inside an area that the user may see, with what a row shows."""
    inside = inside_area(area, "school__district__code")
    return (
        Measurement.objects.filter(inside, school__in=School.objects.visible_to(user))
        .select_related("indicator", "school__district")
        .defer("school__search")
    )
