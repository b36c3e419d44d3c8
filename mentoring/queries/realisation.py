"""How far activities came, counted from what was done for them: the only home of this count.

A new sort of record that activities are realised by is a line more in `SOURCES`.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.db.models import Count, F, QuerySet
from django.db.models.functions import ExtractMonth
from django.utils import timezone

from mentoring.models import Activity, Attendance, Regulation, Review, Session, Training, Visit

MONTHS = range(1, 13)


@dataclass(frozen=True)
class Source:
    """The records that one form of activity is realised by.

    `filed` are those that stand under an activity at all, by their `activity`; `done` those that
    count as carried out, by the path `of` to the activity and on their date `day`.
    """

    filed: Callable[[], QuerySet]
    done: Callable[[], QuerySet]
    of: str
    day: str


def held_sessions() -> QuerySet:
    """Sessions whose day has come and at which somebody was present."""
    attended = Attendance.objects.values("session")
    return Session.objects.filter(date__lte=timezone.localdate(), pk__in=attended)


SOURCES = {
    Activity.Form.MENTORING: Source(
        filed=lambda: Visit.objects.exclude(state=Visit.State.CANCELLED),
        done=lambda: Visit.objects.filter(state=Visit.State.VERIFIED),
        of="activity",
        day="date",
    ),
    Activity.Form.TRAINING: Source(
        filed=Training.objects.all, done=held_sessions, of="training__activity", day="date"
    ),
    Activity.Form.POST: Source(
        filed=lambda: Review.objects.standing(),
        done=lambda: Review.objects.held(),
        of="activity",
        day="date",
    ),
    Activity.Form.REGULATION: Source(
        filed=Regulation.objects.all,
        done=lambda: Regulation.objects.enacted(),
        of="activity",
        day="enacted_on",
    ),
}


@dataclass
class Realisation:
    """What was done for activities: `by_month[activity][month]`, and `filed[activity]`."""

    by_month: dict[int, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    filed: dict[int, int] = field(default_factory=dict)

    def months_of(self, activity_id: int) -> list[int]:
        """What each month of the plan's year brought, January first."""
        found = self.by_month.get(activity_id, {})
        return [found.get(month, 0) for month in MONTHS]

    def total(self, activity_id: int) -> int:
        return sum(self.by_month.get(activity_id, {}).values())


def realisation_of(activities: Iterable[int]) -> Realisation:
    """What was done for the activities with these ids in the years of their plans, in two queries.

    Counted are verified visits, sessions held with somebody present, reviews held, and regulations
    enacted (each form by its own); what lies in another year than the plan's does not count.
    """
    found, sources = Realisation(), list(SOURCES.values())
    for activity, month, count in _all_of([_done(source, activities) for source in sources]):
        found.by_month[activity][month] = count
    found.filed.update(_all_of([_filed(source, activities) for source in sources]))
    return found


def _done(source: Source, activities: Iterable[int]) -> QuerySet:
    """How many were carried out, by activity and month."""
    within = {f"{source.of}__in": activities, f"{source.day}__year": F(f"{source.of}__plan__year")}
    rows = source.done().filter(**within).order_by()
    return rows.values_list(source.of, ExtractMonth(source.day)).annotate(found=Count("pk"))


def _filed(source: Source, activities: Iterable[int]) -> QuerySet:
    """How many stand, by activity."""
    rows = source.filed().filter(activity__in=activities).order_by()
    return rows.values_list("activity").annotate(found=Count("pk"))


def _all_of(counts: list[QuerySet]) -> QuerySet:
    return counts[0].union(*counts[1:], all=True)
