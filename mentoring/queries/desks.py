"""Whose desk each thing of the cooperation is on, and since when: one list out of many tables."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils import timezone

from mentoring.queries.desk_parts import PARTS, Desk, Thing, text
from mentoring.queries.working_days import WorkingCalendar
from portal.models import Area, User, inside_area

PAGE_SIZE = 25
MOST_PAGES = 40
# In the order of `Waiting`.
COLUMNS = (
    "as_thing",
    "pk",
    "on_desk",
    "as_title",
    "for_person",
    "of_school",
    "in_district",
    "at_since",
)


# The page of each thing.
PAGES = {
    Thing.REPORT_WAITING: "mentoring:visit",
    Thing.REPORT_SENT_BACK: "mentoring:visit",
    Thing.REPORT_DRAFT: "mentoring:visit",
    Thing.VISIT_DUE: "mentoring:visit",
    Thing.FOLLOW_UP: "mentoring:follow-up",
    Thing.FOLLOW_UP_WAITING: "mentoring:follow-up",
    Thing.ISSUE: "mentoring:issue",
    Thing.PROPOSAL: "schools:proposal",
    Thing.REVIEW: "mentoring:review",
    Thing.PROGRESS_REPORT: "mentoring:progress-report",
}


@dataclass(frozen=True)
class Waiting:
    """A thing on a desk: what, of which school, who is to act (may be empty), since when."""

    thing: Thing
    key: int
    desk: Desk
    title: str
    person: str
    school: str
    district: str
    since: datetime
    working_days: int

    @property
    def url(self) -> str:
        return reverse(PAGES[self.thing], args=[self.key])


class Desks:
    """Everything that waits in a person's scope, narrowed by area, kind of thing and desk.

    Each table gives a set of rows in the same columns; the database puts them together (UNION).
    """

    def __init__(self, user: User, *, area: str = "", thing: str = "", desk: str = ""):
        self.user, self.area, self.thing, self.desk = user, area, thing, desk

    def counts(self) -> dict[tuple[str, str], int]:
        """How many things wait, by desk and kind, whatever desk was asked for. One query."""
        parts = [
            rows.values("on_desk").annotate(as_thing=text(thing), total=Count("pk"))
            for thing, rows in self._parts()
        ]
        found = _together([part.values_list("on_desk", "as_thing", "total") for part in parts])
        return {(desk, thing): total for desk, thing, total in found}

    def page(self, number: int) -> tuple[list[Waiting], bool]:
        """A page of what waits, the oldest first, and whether there is another. Two queries.

        The last page is the fortieth: who has more waiting narrows the list.
        """
        parts = [
            (rows.filter(on_desk=self.desk) if self.desk else rows)
            .annotate(as_thing=text(thing))
            .values_list(*COLUMNS)
            for thing, rows in self._parts()
        ]
        first = (number - 1) * PAGE_SIZE
        sorted_rows = _together(parts).order_by("at_since", "as_thing", "pk")
        found = list(sorted_rows[first : first + PAGE_SIZE + 1])
        return _with_days(found[:PAGE_SIZE]), len(found) > PAGE_SIZE and number < MOST_PAGES

    def _parts(self) -> list[tuple[str, QuerySet]]:
        asked = {self.thing: PARTS[self.thing]} if self.thing in PARTS else PARTS
        return [(thing, self._inside(make(self.user)).order_by()) for thing, make in asked.items()]

    def _inside(self, rows: QuerySet) -> QuerySet:
        return rows.filter(inside_area(Area(code=self.area), "in_district")) if self.area else rows


def _together(parts: list[QuerySet]) -> QuerySet:
    first, *others = parts
    return first.union(*others, all=True) if others else first


def _with_days(rows: list[tuple]) -> list[Waiting]:
    """The rows with how many working days they have waited, by the holidays of their place."""
    if not rows:
        return []
    today = timezone.localdate()
    days = [timezone.localtime(row[-1]).date() for row in rows]
    calendar = WorkingCalendar(min(days), today)
    return [
        Waiting(Thing(thing), key, Desk(desk), *told, calendar.between(day, today, told[-2]))
        for (thing, key, desk, *told), day in zip(rows, days, strict=True)
    ]
