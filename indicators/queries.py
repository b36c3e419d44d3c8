"""The figures of a place as reports show them: a set, a year, and the change in points."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from functools import cached_property
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from indicators import figures
from indicators.models import Direction, Indicator, IndicatorSet, Measurement, SetMember, Target
from indicators.models.measurements import FIRST_YEAR
from indicators.operations import newest_year
from indicators.reference import SPM
from portal.history import Entry, history_of
from portal.models import Area, User, in_scope_of, inside_area
from schools.models import School


class ChangeKind(StrEnum):
    POINTS = "points"
    NOT_COMPARABLE = "not comparable"
    GAP = "gap"
    LABELS = "labels"
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
            ChangeKind.LABELS: _("perubahan tidak dihitung: hanya label yang tercetak"),
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
    if measurement.value is None or previous.value is None:
        return Change(ChangeKind.LABELS, since)
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
    target: Target | None = None

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
    def target_url(self) -> str:
        """Where a target is set."""
        return target_url(self.place, self.indicator)

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
    def history(self) -> list[tuple[Indicator, list[Measurement | None]]]:
        """Each indicator that has figures with its figure of every year, for years side by side."""
        return [
            (row.indicator, [row.by_year.get(year) for year in self.years])
            for row in self.rows
            if row.by_year
        ]


def report_on(place: School | Area, indicator_set: IndicatorSet, year: int) -> Report:
    """The figures and targets of a set at a place, in three queries."""
    indicators = indicator_set.in_order
    by_indicator = {indicator.pk: {} for indicator in indicators}
    known = {indicator.pk: indicator for indicator in indicators}
    for measurement in Measurement.objects.of(place).filter(indicator__in=known).order_by("year"):
        measurement.indicator = known[measurement.indicator_id]
        by_indicator[measurement.indicator_id][measurement.year] = measurement
    found = Target.objects.of(place).filter(indicator__in=known).with_standing()
    targets = {target.indicator_id: target for target in found}
    rows = [Row(one, place, year, by_indicator[one.pk], targets.get(one.pk)) for one in indicators]
    return Report(place, indicator_set, year, rows)


def history_of_figure(measurement: Measurement) -> list[Entry]:
    """The life of a figure, newest first; the reason stands beside each correction, not in it."""
    told = str(Measurement._meta.get_field("reason").verbose_name)
    return [
        replace(entry, changes=[change for change in entry.changes if change.label != told])
        for entry in history_of(measurement)
    ]


def sets_of_year(sets: Iterable[IndicatorSet], year: int) -> list[IndicatorSet]:
    """The sets that held in a year (until today in the current one); all where none did.

    First comes the one that pages open with: it still holds at the end, and is the Set SPM if it
    can be. Figures of a year without a set stay readable through the sets of other years.
    """
    year = min(max(year, FIRST_YEAR), newest_year())
    end = min(date(year, 12, 31), timezone.localdate())
    held = [one for one in sets if one.held_between(date(year, 1, 1), end)]
    return sorted(
        held or sets, key=lambda one: (not one.held_between(end, end), one.code != SPM, one.name)
    )


def years_with_figures(
    place: School | Area, sets: Iterable[IndicatorSet]
) -> dict[int, set[IndicatorSet]]:
    """The years in which a place has figures of the sets, with those sets."""
    known = {one.pk: one for one in sets}
    pairs = SetMember.objects.filter(
        set__in=known, indicator__measurements__in=Measurement.objects.of(place)
    ).values_list("indicator__measurements__year", "set")
    found = {}
    for year, pk in pairs.order_by().distinct():
        found.setdefault(year, set()).add(known[pk])
    return found


def newest_to_open(
    sets: list[IndicatorSet],
    with_figures: dict[int, set[IndicatorSet]],
    asked: IndicatorSet | None,
) -> int:
    """The year that a place's page opens with: the newest with figures of a set of that year.

    With a set `asked` for, its newest; without figures, the newest year that it held in.
    """
    offered = {
        year: {one for one in sets_of_year(sets, year) if asked in (None, one)}
        for year in range(FIRST_YEAR, newest_year() + 1)
    }
    filled = [year for year, there in with_figures.items() if there & offered.get(year, set())]
    return max(filled or [year for year in offered if offered[year]], default=newest_year())


def default_indicators(user: User, year: int) -> list[Indicator]:
    """The indicators of the set that pages open with in a year, in its order."""
    first = sets_of_year(IndicatorSet.objects.visible_to(user), year)[:1]
    members = SetMember.objects.filter(set__in=first).select_related("indicator")
    return [member.indicator for member in members]


def enter_url(place: School | Area, **known) -> str:
    """Where a figure of a place is entered; `known` are further parameters: indicator, year."""
    where = {"school": place.npsn} if isinstance(place, School) else {"area": place.pk}
    return f"{reverse('indicators:measurement-add')}?{urlencode({**where, **known})}"


def target_url(place: School | Area, indicator: Indicator) -> str:
    """Where a target of a place and indicator is set."""
    where = {"school": place.npsn} if isinstance(place, School) else {"area": place.pk}
    query = urlencode({**where, "indicator": indicator.pk})
    return f"{reverse('indicators:target-add')}?{query}"


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


def area_to_open(user: User) -> str:
    """The code of the user's area; where it has no figures, of the first area inside that has some."""
    inside = Measurement.objects.filter(in_scope_of(user, "area__code"), school=None)
    first = inside.order_by("area").values_list("area", flat=True).first()
    return first or user.area_id
