"""The demo's plans: visits a school and year, a holiday of the city, a visit that moved, a hand-over."""

from datetime import date, timedelta
from random import Random

from django.utils import timezone

from mentoring.models import Assignment, Holiday, Transition, Visit, YearPlan

EARLIER = date(2023, 7, 31)  # the last day of a school's former facilitator


def make_plans(cohort: list[Assignment], chance: Random) -> None:
    """Year plans of last year and, but for one school, of this one; the rest marked "contoh"."""
    year = timezone.localdate().year
    YearPlan.objects.bulk_create(
        YearPlan(school=assignment.school, year=planned, visits=chance.randint(4, 6))
        for place, assignment in enumerate(cohort)
        for planned in (year - 1, year)
        if planned < year or place
    )
    Holiday.objects.create(
        date=date(year, 9, 24), name="Hari jadi Kota Banjarmasin (contoh)", area_id="63.71"
    )
    _move_a_visit()
    _hand_over(cohort)


def _move_a_visit() -> None:
    visit = Visit.objects.filter(state=Visit.State.PLANNED).earliest("date", "pk")
    Transition.objects.create(
        visit=visit,
        from_state=visit.state,
        to_state=visit.state,
        former_date=visit.date - timedelta(days=1),
        by=visit.facilitator,
        reason="Sekolah sedang asesmen (contoh).",
    )


def _hand_over(cohort: list[Assignment]) -> None:
    """The second school had another facilitator in the first months."""
    former, current = cohort[0].facilitator, cohort[1]
    begun = current.starts_on
    Assignment.objects.filter(pk=current.pk).update(starts_on=EARLIER + timedelta(days=1))
    Assignment.objects.create(
        facilitator=former, school=current.school, starts_on=begun, ends_on=EARLIER
    )
