"""The SPM figures of a city as pages, the paper and the workbook show them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from django.db.models import Case, IntegerField, QuerySet, TextChoices, When
from django.utils.translation import gettext as _

from indicators.models import Colour, Part, Service, SpmOfficialIndex, SpmRequirement
from indicators.models.spm import WHOLE_YEAR
from indicators.spm.index import (
    RAPOR_RANGES,
    RAPOR_WORDS,
    WEIGHTS,
    Predicate,
    Sums,
    city_sums,
    index_of,
    predicate_of,
    predicate_range,
    rapor_colour_of,
    sums_of,
)
from indicators.spm.periods import Period, next_due, quarters_of
from portal.history import Entry, history_of
from portal.models import Area, User


@dataclass(frozen=True)
class Term:
    """One number of a sum, and where it comes from: a requirement, or the sums of a service."""

    name: str
    url: str
    needed: Decimal
    met: Decimal


@dataclass(frozen=True)
class PartResult:
    """One part of a service or of the city: what its sums are made of, and its weight."""

    part: Part
    terms: Sequence[Term]
    sums: Sums
    rows: Sequence[
        tuple[SpmRequirement, Sums]
    ] = ()  # each with its own percentage; a city has none

    @property
    def weight(self) -> Fraction:
        return WEIGHTS[self.part]

    @property
    def weighted(self) -> Fraction | None:
        """What this part brings to the index."""
        return None if self.sums.counted is None else self.weight * self.sums.counted

    @property
    def missing(self) -> str:
        """Why this part has no percentage, in words; empty where it has one."""
        if not self.sums.rows:
            return _("belum semua layanan berisi") if self.terms else _("belum ada isian")
        return "" if self.sums.needed else _("jumlah yang harus dilayani atau dipenuhi 0")


@dataclass(frozen=True)
class Result:
    """The index of a service, or of the city (`key` is empty), with everything it came from."""

    key: str
    name: str
    parts: Sequence[PartResult]
    official: SpmOfficialIndex | None
    gaps: Sequence[str]  # what keeps it from having an index, in words

    @cached_property
    def index(self) -> Fraction | None:
        return index_of({one.part: one.sums for one in self.parts})

    @property
    def predicate(self) -> Predicate | None:
        return None if self.index is None else predicate_of(self.index)

    @property
    def predicate_range(self) -> str:
        return "" if self.predicate is None else predicate_range(self.predicate)

    @property
    def rapor_colour(self) -> Colour | None:
        return None if self.index is None else rapor_colour_of(self.index)

    @property
    def rapor_word(self) -> str:
        return "" if self.rapor_colour is None else RAPOR_WORDS[self.rapor_colour]

    @property
    def rapor_range(self) -> str:
        return "" if self.rapor_colour is None else RAPOR_RANGES[self.rapor_colour]

    @property
    def exceeds(self) -> bool:
        """Whether a part has more met than needed, so that the index takes it as 100."""
        return any(one.sums.exceeds for one in self.parts)

    @property
    def official_gap(self) -> Fraction | None:
        """The computed index less the official one, in points."""
        if self.index is None or self.official is None:
            return None
        return self.index - Fraction(self.official.value)


@dataclass(frozen=True)
class SpmReport:
    """All of a city's period: the results of its services, and of the city."""

    area: Area
    period: Period
    services: Sequence[Result]
    city: Result

    @property
    def results(self) -> list[Result]:
        return [*self.services, self.city]

    @property
    def is_empty(self) -> bool:
        return not any(one.sums.rows for result in self.services for one in result.parts)


def spm_report(area: Area, period: Period) -> SpmReport:
    """A city's period, in two queries whatever its rows."""
    rows = list(rows_of(area, period))
    official = {
        one.service: one
        for one in SpmOfficialIndex.objects.of_period(area, period.year, period.quarter)
    }
    services = [_service(Service(key), rows, official.get(key)) for key in Service.values]
    return SpmReport(area, period, services, _city(area.name, services, official.get("")))


def rows_of(area: Area, period: Period) -> QuerySet[SpmRequirement]:
    """The requirements of a city's period: services and parts as they are listed, then names."""
    rows = SpmRequirement.objects.of_period(area, period.year, period.quarter)
    return rows.order_by(_as_listed("service", Service), _as_listed("part", Part), "name", "pk")


def _as_listed(field: str, choices: type[TextChoices]) -> Case:
    """The place of a stored choice in its list."""
    places = (When(**{field: value}, then=place) for place, value in enumerate(choices.values))
    return Case(*places, output_field=IntegerField())


def _service(
    service: Service, rows: Iterable[SpmRequirement], official: SpmOfficialIndex | None
) -> Result:
    own = [row for row in rows if row.service == service]
    parts = []
    for part in Part:
        of_part = [row for row in own if row.part == part]
        terms = [Term(r.name, r.get_absolute_url(), r.needed, r.met) for r in of_part]
        shares = [(row, sums_of([row])) for row in of_part]
        parts.append(PartResult(part, terms, sums_of(of_part), shares))
    gaps = [f"{one.part.label}: {one.missing}" for one in parts if one.missing]
    return Result(service.value, str(service.label), parts, official, gaps)


def _city(name: str, services: Sequence[Result], official: SpmOfficialIndex | None) -> Result:
    sums = city_sums({one.part: one.sums for one in result.parts} for result in services)
    parts, gaps = [], []
    for place, part in enumerate(Part):
        of_services = [(result, result.parts[place].sums) for result in services]
        terms = [Term(one.name, f"#{one.key}", s.needed, s.met) for one, s in of_services if s.rows]
        parts.append(PartResult(part, terms, sums[part]))
        empty = [result.name for result, of_part in of_services if not of_part.rows]
        if empty:
            gaps.append(f"{part.label}: {_('belum ada isian')} {', '.join(empty)}")
        elif parts[-1].missing:
            gaps.append(f"{part.label}: {parts[-1].missing}")
    return Result("", name, parts, official, gaps)


def years_of(area: Area) -> set[int]:
    """The years in which a city has any SPM figure."""
    years = set()
    for model in (SpmRequirement, SpmOfficialIndex):
        years.update(model.objects.filter(area=area).order_by().values_list("year", flat=True))
    return years


def period_to_open(area: Area, today: date) -> Period:
    """The period that a city's page opens with: the newest year with rows, best as a whole."""
    filled = set(
        SpmRequirement.objects.filter(area=area)
        .order_by()
        .values_list("year", "quarter")
        .distinct()
    )
    if not filled:
        return Period(today.year, WHOLE_YEAR)
    newest = max(year for year, _quarter in filled)
    quarters = {quarter for year, quarter in filled if year == newest}
    return Period(newest, WHOLE_YEAR if WHOLE_YEAR in quarters else max(quarters))


@dataclass(frozen=True)
class QuarterState:
    """How far the report of a quarter is, and when its window closes."""

    period: Period
    today: date
    filled: frozenset[tuple[str, str]]

    @property
    def missing(self) -> list[str]:
        """The parts of services without any row."""
        return [
            f"{service.label}: {part.label}"
            for service in Service
            for part in Part
            if (service.value, part.value) not in self.filled
        ]

    @property
    def total(self) -> int:
        return len(Service) * len(Part)

    @property
    def done(self) -> int:
        return self.total - len(self.missing)

    @property
    def days_left(self) -> int:
        return self.period.days_left(self.today)

    @property
    def days_since(self) -> int:
        """Days since the window closed."""
        return -self.days_left


def quarter_states(area: Area, year: int, today: date) -> tuple[QuarterState, list[QuarterState]]:
    """The quarter that is due next, and the four of a year, in one query."""
    due = next_due(today)
    found: dict[Period, set[tuple[str, str]]] = {}
    rows = SpmRequirement.objects.filter(area=area, year__in={year, due.year})
    values = rows.order_by().values_list("year", "quarter", "service", "part").distinct()
    for of_year, quarter, service, part in values:
        found.setdefault(Period(of_year, quarter), set()).add((service, part))

    def state(period: Period) -> QuarterState:
        return QuarterState(period, today, frozenset(found.get(period, ())))

    return state(due), [state(period) for period in quarters_of(year)]


def history_of_period(area: Area, period: Period) -> list[Entry]:
    """What was entered, corrected and removed in a city's period, newest first."""
    events = [
        model.pgh_event_model.objects.filter(
            area_id=area.pk, year=period.year, quarter=period.quarter
        )
        for model in (SpmRequirement, SpmOfficialIndex)
    ]
    # A row that was never saved has no life of its own: all of it is its parts'.
    return history_of(SpmRequirement(), parts=events)


def cities_with_spm(user: User) -> QuerySet[Area]:
    """The kabupaten/kota that this person may read and that have rows."""
    filled = SpmRequirement.objects.visible_to(user).order_by().values("area")
    return Area.objects.filter(level=Area.Level.CITY, pk__in=filled)
