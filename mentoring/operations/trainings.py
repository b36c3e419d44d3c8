"""What may happen to a training: people join and leave it, and attendance is taken as a whole."""

from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext as _

from mentoring.models import Attendance, Participant, Session
from portal.operations import Refused, lock, save_edit


@transaction.atomic
def add_participant(participant: Participant) -> Participant:
    """Register a person of a school for a training, and return the registration.

    Raises Refused when the person is registered already: same NIP/NUPTK, or same name and school.
    """
    lock(participant.training)  # two people registering the same person wait for each other
    if is_registered(participant):
        raise Refused(_("%s sudah terdaftar pada pelatihan ini.") % participant.name)
    participant.save()
    return participant


def is_registered(participant: Participant) -> bool:
    """Whether the training has this person already, by NIP/NUPTK or by name and school."""
    people = Participant.objects.filter(training=participant.training_id)
    same_name = people.filter(school=participant.school_id, name__iexact=participant.name)
    if same_name.exists():
        return True
    number = participant.staff_number
    return bool(number) and people.filter(staff_number=number).exists()


@transaction.atomic
def remove_participant(participant: Participant) -> None:
    """Take a person out of a training, with the attendance; both remain in the history."""
    lock(participant.training)
    participant.delete()


@transaction.atomic
def take_attendance(session: Session, *, version: int, present: Collection[int]) -> None:
    """Let exactly the participants with these ids count as present at a session.

    Ids of people who are not in the training are ignored. Sending the same attendance again changes
    nothing. Raises Conflict when the session or its attendance was saved since `version`.
    """
    lock(session.training)
    people = Participant.objects.filter(training=session.training_id)
    wanted = set(people.values_list("pk", flat=True)).intersection(present)
    rows = Attendance.objects.filter(session=session)
    standing = set(rows.values_list("participant_id", flat=True))
    if wanted == standing:
        return
    save_edit(session, version=version)
    rows.filter(participant__in=standing - wanted).delete()
    Attendance.objects.bulk_create(
        Attendance(session=session, participant_id=pk) for pk in sorted(wanted - standing)
    )
