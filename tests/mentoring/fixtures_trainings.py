"""Agreements and trainings for tests: valid, in force today, in Banjarmasin unless told."""

import datetime as dt

import pytest
from django.utils import timezone

from mentoring.models import Agreement, Attendance, Participant, Party, Session, Training
from mentoring.models.agreements import Side


@pytest.fixture
def make_agreement(db):
    """`make_agreement(area=…)`: signed and in force for another year, with a party on each side."""

    def make(**fields) -> Agreement:
        today = timezone.localdate()
        area = fields.pop("area", "63.71")
        agreement = Agreement.objects.create(
            **{
                "kind": Agreement.Kind.COOPERATION,
                "title": "Kerja sama peningkatan mutu",
                "first_number": "100/1/PEMKO",
                "second_number": "200/2/BPMP",
                "area_id": area,
                "starts_on": today - dt.timedelta(days=365),
                "ends_on": today + dt.timedelta(days=365),
                "signed_on": today - dt.timedelta(days=365),
                "signed_at": "Banjarmasin",
                "state": Agreement.State.IN_FORCE,
            }
            | fields
        )
        for side in Side:
            Party.objects.create(
                agreement=agreement,
                side=side,
                institution=side.label,
                name=f"Kepala {side.label}",
                position="Kepala",
            )
        return agreement

    return make


@pytest.fixture
def make_training(make_agreement):
    """`make_training(area=…, agreement=…)`: a workshop under an agreement of the same area."""

    def make(**fields) -> Training:
        area = fields.pop("area", "63.71")
        agreement = fields.pop("agreement", None) or make_agreement(area=area)
        return Training.objects.create(
            **{
                "kind": Training.Kind.WORKSHOP,
                "title": "Lokakarya literasi",
                "organiser": "Dinas Pendidikan",
                "agreement": agreement,
                "area_id": area,
            }
            | fields
        )

    return make


@pytest.fixture
def make_session(db):
    """`make_session(training, hours=…)`: two JP this morning unless told."""

    def make(training: Training, **fields) -> Session:
        return Session.objects.create(
            **{
                "training": training,
                "topic": "Membaca data",
                "date": timezone.localdate(),
                "starts_at": dt.time(8),
                "ends_at": dt.time(9, 30),
                "hours": 2,
            }
            | fields
        )

    return make


@pytest.fixture
def make_participant(make_school):
    """`make_participant(training, sessions=[…])`: a teacher, present at these sessions."""
    made = iter(range(1, 100_000))

    def make(training: Training, *, sessions=(), **fields) -> Participant:
        number = next(made)
        if "school" not in fields:
            fields["school"] = make_school()
        participant = Participant.objects.create(
            **{"training": training, "name": f"Guru {number}"} | fields
        )
        Attendance.objects.bulk_create(
            Attendance(session=session, participant=participant) for session in sessions
        )
        return participant

    return make
