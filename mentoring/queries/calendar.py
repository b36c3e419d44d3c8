"""The calendar: the visits and holidays of a month or a week, with what clashes among them.

A fixed number of queries, and plain tuples rather than records: a month of 200 facilitators holds
hundreds of visits.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import NamedTuple

from mentoring.models import Holiday, Visit
from mentoring.queries.working_days import is_weekend
from portal.models import User

CANCELLED = Visit.State.CANCELLED


class Entry(NamedTuple):
    """A visit as the calendar shows it."""

    pk: int
    version: int
    date: date
    starts_at: time | None
    ends_at: time | None
    state: str
    school_id: int
    school: str
    facilitator_id: int
    facilitator: str


FIELDS = (
    "pk",
    "version",
    "date",
    "starts_at",
    "ends_at",
    "state",
    "school_id",
    "school__name",
    "facilitator_id",
    "facilitator__name",
)


@dataclass
class Day:
    """A day with its visits (by time), its holidays, and the visits that clash with another."""

    date: date
    in_period: bool
    entries: list[Entry] = field(default_factory=list)
    holidays: list[str] = field(default_factory=list)
    clashing: set[int] = field(default_factory=set)

    @property
    def is_off(self) -> bool:
        """Whether nobody is expected to work."""
        return bool(self.holidays) or is_weekend(self.date)


def days_of_month(day: date) -> list[date]:
    """The days of whole weeks, Monday first, that hold the month of a day."""
    first = day.replace(day=1)
    following = (first + timedelta(days=32)).replace(day=1)
    start = first - timedelta(days=first.weekday())
    weeks = -(-(following - start).days // 7)
    return [start + timedelta(days=n) for n in range(weeks * 7)]


def days_of_week(day: date) -> list[date]:
    """Monday to Sunday of the week of a day."""
    monday = day - timedelta(days=day.weekday())
    return [monday + timedelta(days=n) for n in range(7)]


def calendar_of(
    user: User, days: list[date], *, month: int | None = None, facilitator: int | None = None
) -> list[Day]:
    """The days with the visits in the reader's scope that are not cancelled. Three queries.

    `facilitator` narrows to one person's; days outside `month` are marked as around it.
    """
    visits = Visit.objects.visible_to(user).filter(date__range=(days[0], days[-1]))
    visits = visits.exclude(state=CANCELLED).order_by("date", "starts_at", "pk")
    if facilitator is not None:
        visits = visits.made_by(facilitator)
    by_day = defaultdict(list)
    for row in visits.values_list(*FIELDS):
        by_day[row[2]].append(Entry(*row))
    people = defaultdict(set)
    accompanied = visits.filter(co_writers__isnull=False).order_by()
    for visit, writer in accompanied.values_list("pk", "co_writers__user"):
        people[visit].add(writer)
    off = defaultdict(list)
    holidays = Holiday.objects.visible_to(user).filter(date__range=(days[0], days[-1]))
    for when, name in holidays.values_list("date", "name"):
        off[when].append(name)
    return [
        Day(day, month in (None, day.month), by_day[day], off[day], _clashing(by_day[day], people))
        for day in days
    ]


def _clashing(entries: list[Entry], writers: dict[int, set[int]]) -> set[int]:
    """The visits of a day that share their school or one of those who make them with another.

    `writers` are the second writers of a visit.
    """
    makers = {entry.pk: {entry.facilitator_id} | writers[entry.pk] for entry in entries}
    schools = Counter(entry.school_id for entry in entries)
    people = Counter(person for pk in makers for person in makers[pk])
    return {
        entry.pk
        for entry in entries
        if schools[entry.school_id] > 1 or any(people[person] > 1 for person in makers[entry.pk])
    }
