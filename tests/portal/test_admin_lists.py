"""Lists of the data administration: as many queries for a thousand rows as for ten.

The most is 12: besides the session, the person, the count and the page of rows, Django asks for the
choices of each filter and, under a date hierarchy, for the first and last day and the days between.
"""

from datetime import date, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from indicators.models import Measurement
from mentoring.models import (
    Activity,
    Addendum,
    Agreement,
    Assignment,
    FollowUp,
    Participant,
    Regulation,
    Training,
    Visit,
    WorkPlan,
)
from portal.models import User
from schools.models import Form, Membership, School, Status

MOST = 12
LISTS = [
    "schools_school",
    "schools_membership",
    "portal_user",
    "mentoring_visit",
    "mentoring_followup",
    "mentoring_training",
    "mentoring_participant",
    "mentoring_assignment",
    "mentoring_agreement",
    "mentoring_activity",
    "mentoring_addendum",
    "mentoring_regulation",
    "mentoring_workplan",
    "indicators_measurement",
]


def copy(record, **changes):
    """An unsaved record like the given one."""
    fields = {f.attname: getattr(record, f.attname) for f in record._meta.concrete_fields}
    del fields[record._meta.pk.attname]
    generated = {f.attname for f in record._meta.concrete_fields if f.generated}
    kept = {name: value for name, value in fields.items() if name not in generated}
    return type(record)(**kept | changes)


def add(world, first: int, last: int) -> None:
    """Records `first` up to `last` of every sort, each with a school, a person and a training of its own."""
    numbers = range(first, last)
    schools = School.objects.bulk_create(
        School(
            npsn=str(20_000_000 + n),
            name=f"SDN {n}",
            form=Form.SD,
            status=Status.PUBLIC,
            district_id=f"63.71.0{n % 5 + 1}",
        )
        for n in numbers
    )
    people = User.objects.bulk_create(
        User(email=f"orang{n}@contoh.id", name=f"Orang {n}", role="fasilitator", area_id="63.71")
        for n in numbers
    )
    pairs = list(zip(schools, people, strict=True))
    Membership.objects.bulk_create(copy(world.membership, school_id=s.pk) for s in schools)
    Measurement.objects.bulk_create(copy(world.measurement, school_id=s.pk) for s in schools)
    Assignment.objects.bulk_create(
        copy(world.assignment, school_id=s.pk, facilitator_id=p.pk) for s, p in pairs
    )
    add_cooperation(world, pairs)


def add_cooperation(world, pairs: list[tuple[School, User]]) -> None:
    """For each school and person an agreement, a visit with a follow-up, and a training they attend."""
    agreements = Agreement.objects.bulk_create(copy(world.agreement, scan="") for _pair in pairs)
    add_plans(world, agreements)
    places = list(zip(pairs, agreements, strict=True))
    visits = Visit.objects.bulk_create(
        copy(
            world.verified_visit,
            school_id=school.pk,
            facilitator_id=person.pk,
            agreement_id=agreement.pk,
            activity_id=None,
            date=date(2026, 1, 5) + timedelta(days=agreement.pk % 90),
            starts_at=time(8),
        )
        for (school, person), agreement in places
    )
    FollowUp.objects.bulk_create(copy(world.follow_up, visit_id=visit.pk) for visit in visits)
    trainings = Training.objects.bulk_create(
        copy(world.training, agreement_id=agreement.pk) for agreement in agreements
    )
    Participant.objects.bulk_create(
        copy(world.participant, school_id=school.pk, training_id=training.pk)
        for (school, _person), training in zip(pairs, trainings, strict=True)
    )


def add_plans(world, agreements: list[Agreement]) -> None:
    """For each agreement a plan with an activity, an addendum and a regulation."""
    under = [{"agreement_id": agreement.pk} for agreement in agreements]
    plans = WorkPlan.objects.bulk_create(copy(world.work_plan, **of) for of in under)
    Activity.objects.bulk_create(copy(world.activity, plan_id=plan.pk) for plan in plans)
    Addendum.objects.bulk_create(copy(world.addendum, scan="", **of) for of in under)
    Regulation.objects.bulk_create(copy(world.regulation, file="", **of) for of in under)


def queries_of(client, name: str) -> list[str]:
    with CaptureQueriesContext(connection) as caught:
        assert client.get(reverse(f"admin:{name}_changelist")).status_code == 200
    return [query["sql"] for query in caught.captured_queries]


@pytest.fixture
def admin(clients):
    return clients["admin"]


def test_a_thousand_rows_take_as_many_queries_as_ten(world, admin):
    add(world, 0, 10)
    few = {name: len(queries_of(admin, name)) for name in LISTS}
    add(world, 10, 1000)
    many = {name: queries_of(admin, name) for name in LISTS}
    assert {name: len(queries) for name, queries in many.items()} == few
    assert {name: queries for name, queries in many.items() if len(queries) > MOST} == {}
