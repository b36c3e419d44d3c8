"""What may happen to year plans: schools get their visits for a year."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from mentoring.models import YearPlan
from portal.operations import refused_by


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
