"""What may happen to plans: a visit moves to another day; schools get their visits for a year."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pghistory
from django.db import transaction
from django.utils.translation import gettext as _

from mentoring.models import Agreement, Visit, VisitMove, YearPlan
from mentoring.operations.filing import agreement_under, require_assignment
from mentoring.operations.visits import AlreadyDone, require_own, save
from portal.models import User
from portal.operations import Conflict, Refused, lock, refused_by


@transaction.atomic
def move_visit(visit: Visit, *, by: User, on: date, reason: str, version: int) -> Visit:
    """Put a planned visit on another day; the day that it leaves is kept (VisitMove, history).

    Where its agreement does not hold on the new day, the visit is filed under the one that does.
    Raises Refused when it is not theirs, is no longer only planned, or the school is not entrusted
    to them or no agreement in force covers it on the new day; AlreadyDone when it is on that day;
    Conflict when it was saved since `version`. A clash with other plans is no reason to refuse.
    """
    visit = lock(visit)
    require_own(visit, by)
    if visit.state != Visit.State.PLANNED:
        raise Refused(
            _("Hanya kunjungan yang masih direncanakan dapat dipindahkan: statusnya %s.")
            % visit.get_state_display()
        )
    if visit.date == on:
        raise AlreadyDone(_("Kunjungan ini sudah pada tanggal itu."))
    if visit.version != version:
        raise Conflict(visit)
    require_assignment(visit.school, by, on)
    if not Agreement.objects.covering(visit.school, on).filter(pk=visit.agreement_id).exists():
        visit.agreement = agreement_under(visit.activity, visit.school, on)
    VisitMove.objects.create(visit=visit, from_date=visit.date, to_date=on, by=by, reason=reason)
    visit.date = on
    with pghistory.context(**({"reason": reason} if reason else {})):
        save(visit)
    return visit


@dataclass(frozen=True)
class Planned:
    """What was typed for a school: the number, and the version of the plan that was seen (0: none)."""

    visits: int
    version: int


class PlansChanged(Exception):
    """Others saved some of the plans meanwhile; `current` holds them by the school's key."""

    def __init__(self, current: dict[int, YearPlan | None]):
        super().__init__()
        self.current = current


@transaction.atomic
def set_year_plans(year: int, rows: Mapping[int, Planned]) -> int:
    """Save how many visits schools (by primary key) are to have in a year; returns how many changed.

    What stands there already is not written. All or nothing: raises PlansChanged when others saved
    one of the changed plans since it was seen, Refused when they do so in the same moment.
    """
    standing = YearPlan.objects.select_for_update(of=("self",)).filter(year=year, school__in=rows)
    plans = {plan.school_id: plan for plan in standing.order_by("school")}
    changed = {
        school: row
        for school, row in rows.items()
        if school not in plans or plans[school].visits != row.visits
    }
    outdated = {
        school: plans.get(school)
        for school, row in changed.items()
        if (plans[school].version if school in plans else 0) != row.version
    }
    if outdated:
        raise PlansChanged(outdated)
    with refused_by(_("Rencana berubah sementara ini. Simpan lagi."), "year_plan_once_per_school"):
        for school, row in sorted(changed.items()):
            _write(plans.get(school) or YearPlan(school_id=school, year=year, version=0), row)
    return len(changed)


def _write(plan: YearPlan, row: Planned) -> None:
    plan.visits = row.visits
    plan.version += 1
    plan.save()
