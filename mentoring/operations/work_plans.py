"""What may happen to a work plan and its activities.

How far an activity came is no operation: `queries.realisation` counts it.
"""

import pghistory
from django.db import transaction
from django.utils.translation import gettext as _

from mentoring.models import (
    Activity,
    ActivityIndicator,
    ActivityMonth,
    Clause,
    Visit,
    WorkPlan,
)
from mentoring.operations.soundness import require_sound
from mentoring.queries.realisation import realisation_of
from mentoring.queries.work_plans import Line, open_lines
from portal.operations import Refused, lock, refused_by, save_edit

ALREADY_THERE = WorkPlan._meta.constraints[0].violation_error_message


@transaction.atomic
def open_plan(plan: WorkPlan, *, copy_from: WorkPlan | None = None) -> WorkPlan:
    """Save the plan of a new year and return it, with the open activities of another plan if asked.

    Raises Refused when the year has a plan already or the agreement does not hold in it.
    """
    require_sound(plan)
    with refused_by(str(ALREADY_THERE), "work_plan_once_a_year"):
        plan.save()
    if copy_from is not None:
        copy_open_activities(copy_from, plan, clauses={})
    return plan


def copy_open_activities(source: WorkPlan, plan: WorkPlan, *, clauses: dict[int, Clause]) -> None:
    """Copy what stands and is not done into another plan, each with the rest of its target.

    `clauses` says which clause takes the place of which. The months are planned anew.
    """
    for line in open_lines(source):
        copy = Activity.objects.create(
            plan=plan,
            clause=clauses.get(line.activity.clause_id, line.activity.clause),
            target=line.activity.target - line.realised,
            **{name: getattr(line.activity, name) for name in COPIED},
        )
        _put_indicators(copy, _aims_of(line))


COPIED = ("form", "title", "side", "person", "fund_source", "budget")


def _aims_of(line: Line) -> set[int]:
    return {aim.indicator_id for aim in line.activity.aimed.all()}


@transaction.atomic
def add_activity(activity: Activity, *, months: dict[int, int], indicators: set[int]) -> Activity:
    """Save a new activity with its schedule (month → count) and indicators, and return it.

    Raises Refused when the months do not add up to the target or the clause is of another agreement.
    """
    activity.plan = lock(activity.plan)
    _require_schedule(activity, months)
    require_sound(activity)
    activity.save()
    _put_months(activity, months)
    _put_indicators(activity, indicators)
    return activity


@transaction.atomic
def edit_activity(
    activity: Activity, *, version: int, months: dict[int, int], indicators: set[int]
) -> None:
    """Save an edited activity on top of the version that its editor saw.

    Raises Conflict when somebody saved it meanwhile; Refused as `add_activity` does, when it was
    dropped, and when it would take another form than what was filed under it already.
    """
    standing = lock(activity, version=version)
    if standing.is_dropped:
        raise Refused(_("Kegiatan ini dibatalkan. Lanjutkan kegiatannya dahulu."))
    if standing.form != activity.form and realisation_of([activity.pk]).filed:
        raise Refused(
            _("Bentuk kegiatan tidak dapat diubah: sudah ada yang dicatat di bawah kegiatan ini.")
        )
    _require_schedule(activity, months)
    require_sound(activity)
    save_edit(activity, version=version)
    _put_months(activity, months)
    _put_indicators(activity, indicators)


@transaction.atomic
def drop_activity(activity: Activity, *, reason: str) -> None:
    """Give an activity up, with a reason; what was done for it stays counted.

    Raises Refused when it was dropped already.
    """
    activity = lock(activity)
    if activity.is_dropped:
        raise Refused(_("Kegiatan ini sudah dibatalkan."))
    _decide(activity, Activity.State.DROPPED, reason)


@transaction.atomic
def resume_activity(activity: Activity) -> None:
    """Take a dropped activity up again. Raises Refused when it stands."""
    activity = lock(activity)
    if not activity.is_dropped:
        raise Refused(_("Kegiatan ini tidak dibatalkan."))
    _decide(activity, Activity.State.PLANNED, "")


def _decide(activity: Activity, state: str, reason: str) -> None:
    activity.state = state
    with pghistory.context(**({"reason": reason} if reason else {})):
        save_edit(activity, version=activity.version)


@transaction.atomic
def file_visit(visit: Visit, activity: Activity | None) -> None:
    """Say for which activity a visit is done, whatever its state; None takes it out of the plan.

    Raises Refused when the activity is of another agreement, form or year, or was dropped.
    """
    visit = lock(visit)
    if visit.activity_id == (activity and activity.pk):
        return
    if activity is not None:
        require_fitting(activity, visit.date.year)
    visit.activity = activity
    require_sound(visit)
    save_edit(visit, version=visit.version)


def require_fitting(activity: Activity, year: int) -> None:
    """Raise Refused unless the activity stands and belongs to the plan of that year."""
    if activity.is_dropped:
        raise Refused(_("Kegiatan ini dibatalkan. Pilih kegiatan lain."))
    if activity.plan.year != year:
        raise Refused(
            _("Kegiatan ini milik rencana kerja %(plan)d, sedangkan tanggalnya di tahun %(year)d.")
            % {"plan": activity.plan.year, "year": year}
        )


def _require_schedule(activity: Activity, months: dict[int, int]) -> None:
    """Raise Refused unless the months, where any is planned, add up to the target."""
    planned = sum(months.values())
    if planned and planned != activity.target:
        raise Refused(
            _("Jadwal per bulan berjumlah %(planned)d, sedangkan sasarannya %(target)d. Samakan.")
            % {"planned": planned, "target": activity.target}
        )


def _put_months(activity: Activity, months: dict[int, int]) -> None:
    """Write only the months that differ, so that the history shows what really changed."""
    wanted = {month: planned for month, planned in months.items() if planned}
    standing = {row.month: row for row in activity.months.all()}
    activity.months.exclude(month__in=wanted).delete()
    for month, planned in wanted.items():
        row = standing.get(month) or ActivityMonth(activity=activity, month=month)
        if row.planned != planned:
            row.planned = planned
            row.save()


def _put_indicators(activity: Activity, indicators: set[int]) -> None:
    activity.aimed.exclude(indicator__in=indicators).delete()
    standing = set(activity.aimed.values_list("indicator_id", flat=True))
    ActivityIndicator.objects.bulk_create(
        ActivityIndicator(activity=activity, indicator_id=pk)
        for pk in sorted(indicators - standing)
    )
