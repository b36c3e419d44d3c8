"""A year's work plan read beside what was done for it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.utils import timezone
from django.utils.dates import MONTHS as MONTH_NAMES

from mentoring.models import (
    Activity,
    ActivityIndicator,
    ActivityMonth,
    Agreement,
    Clause,
    WorkPlan,
)
from mentoring.queries.realisation import MONTHS, Realisation, realisation_of
from portal.history import Entry, history_of
from portal.models import User


def months_over(year: int) -> int:
    """How many months of a year are over today: 0 in its January and before, 12 after it."""
    today = timezone.localdate()
    return 12 if today.year > year else today.month - 1 if today.year == year else 0


@dataclass(frozen=True)
class Cell:
    """A month of an activity: what was planned for it and what it brought."""

    month: int
    planned: int
    realised: int
    is_over: bool

    @property
    def is_short(self) -> bool:
        """Whether the month is over and brought less than planned."""
        return self.is_over and self.realised < self.planned

    @property
    def name(self) -> str:
        return str(MONTH_NAMES[self.month])


@dataclass(frozen=True)
class Line:
    """An activity beside what was done for it; `filed` records stand under it at all."""

    activity: Activity
    cells: list[Cell]
    filed: int

    @property
    def realised(self) -> int:
        return sum(cell.realised for cell in self.cells)

    @property
    def due(self) -> int:
        """What was planned for the months that are over."""
        return sum(cell.planned for cell in self.cells if cell.is_over)

    @property
    def is_done(self) -> bool:
        return self.realised >= self.activity.target

    @property
    def is_behind(self) -> bool:
        return not self.activity.is_dropped and self.realised < self.due

    @property
    def percent(self) -> int:
        """The share of the target that was reached, 100 at most, for the bar."""
        return min(100, self.realised * 100 // self.activity.target)


@dataclass(frozen=True)
class Section:
    """A clause with its activities of the year."""

    clause: Clause
    lines: list[Line]

    @property
    def standing(self) -> list[Line]:
        return [line for line in self.lines if not line.activity.is_dropped]


@dataclass(frozen=True)
class Overview:
    """A work plan by clause."""

    plan: WorkPlan
    sections: list[Section]

    @property
    def lines(self) -> list[Line]:
        return [line for section in self.sections for line in section.lines]


def overview_of(plan: WorkPlan) -> Overview:
    """The plan with its agreement's clauses, activities, schedule and realisation."""
    lines = lines_of(plan.activities.all())
    clauses = plan.agreement.clauses.all()
    return Overview(
        plan,
        [
            Section(clause, [line for line in lines if line.activity.clause_id == clause.pk])
            for clause in clauses
        ],
    )


def lines_of(activities: QuerySet) -> list[Line]:
    """Activities beside what was done for them, in a fixed number of queries."""
    shown = list(
        activities.select_related("plan__agreement", "clause", "person").prefetch_related(
            "months", Prefetch("aimed", ActivityIndicator.objects.select_related("indicator"))
        )
    )
    done = realisation_of([activity.pk for activity in shown])
    return [_line(activity, done) for activity in shown]


def _line(activity: Activity, done: Realisation) -> Line:
    planned = {row.month: row.planned for row in activity.months.all()}
    over, realised = months_over(activity.plan.year), done.months_of(activity.pk)
    cells = [
        Cell(month, planned.get(month, 0), realised[month - 1], month <= over) for month in MONTHS
    ]
    return Line(activity, cells, done.filed.get(activity.pk, 0))


def open_lines(plan: WorkPlan) -> list[Line]:
    """The activities of a plan that stand and have not reached their target."""
    return [line for line in lines_of(plan.activities.standing()) if not line.is_done]


def to_choose_from(user: User, form: str, *, years: Iterable[int]) -> QuerySet:
    """The activities of a form that a person may file something under, newest plan first."""
    return (
        Activity.objects.visible_to(user)
        .standing()
        .filter(form=form, plan__year__in=years)
        .select_related("plan", "clause")
        .order_by("-plan__year", "clause__order", "pk")
    )


def suggested(activities: QuerySet, on: date) -> Activity | None:
    """The activity that is planned for the month of a day, under an agreement in force then."""
    due = ActivityMonth.objects.filter(activity=OuterRef("pk"), month=on.month)
    running = Agreement.objects.in_force(on)
    fitting = activities.filter(plan__year=on.year, plan__agreement__in=running)
    return fitting.annotate(due=Exists(due)).order_by("-due", "clause__order", "pk").first()


def life_of(activity: Activity) -> list[Entry]:
    """The history of an activity with that of its schedule and indicators, newest first."""
    months = ActivityMonth.pgh_event_model.objects.filter(activity_id=activity.pk)
    aimed = ActivityIndicator.pgh_event_model.objects.filter(activity_id=activity.pk)
    return history_of(activity, parts=[months, aimed.prefetch_related("indicator")])
