"""What may happen to a training, its sessions and its people; attendance is taken as a whole.

Each locks the training first, then its agreement: what the models' `clean` found when the form was
sent is looked at again on what stands now, so that two edits cannot undo each other's conditions.
"""

from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext as _

from mentoring.models import Attendance, Participant, Session, Training
from mentoring.operations.soundness import require_sound
from portal.operations import Refused, lock, save_edit


@transaction.atomic
def create_training(training: Training) -> Training:
    """Save a new training and return it.

    Raises Refused when its agreement does not cover its area.
    """
    training.agreement = lock(training.agreement)
    require_sound(training)
    training.save()
    return training


@transaction.atomic
def edit_training(training: Training, *, version: int) -> None:
    """Save an edited training on top of the version that its editor saw.

    Raises Conflict when somebody saved it meanwhile, Refused when its area or its agreement does
    not hold its people and sessions.
    """
    lock(training, version=version)
    training.agreement = lock(training.agreement)
    require_sound(training)
    save_edit(training, version=version)


@transaction.atomic
def add_session(session: Session) -> Session:
    """Save a new session of a training and return it.

    Raises Refused when the agreement does not hold on its day or its JP do not fit into its time.
    """
    session.training = _locked(session.training)
    require_sound(session)
    session.save()
    return session


@transaction.atomic
def edit_session(session: Session, *, version: int) -> None:
    """Save an edited session on top of the version that its editor saw.

    Raises Conflict when somebody saved it or its attendance meanwhile, Refused as `add_session`
    does and when the session was deleted meanwhile.
    """
    session.training = _locked(session.training)
    _require_standing(session)
    require_sound(session)
    save_edit(session, version=version)


@transaction.atomic
def delete_session(session: Session) -> None:
    """Delete a session at which nobody was present; it remains in the history.

    Raises Refused while attendance stands: the JP of those people would go with the session.
    """
    lock(session.training)
    if session.attendance.exists():
        raise Refused(_("Kehadiran pada sesi ini sudah tercatat. Hapus tanda hadirnya dahulu."))
    session.delete()


def _locked(training: Training) -> Training:
    """The training as it stands now, locked with its agreement until the transaction ends."""
    training = lock(training)
    training.agreement = lock(training.agreement)
    return training


def _require_standing(session: Session) -> None:
    if not Session.objects.filter(pk=session.pk).exists():
        raise Refused(_("Sesi ini sudah dihapus orang lain."))


@transaction.atomic
def add_participant(participant: Participant) -> Participant:
    """Register a person of a school for a training, and return the registration.

    Raises Refused when the person is registered already (same NIP/NUPTK, or same name and school),
    or when the school lies outside the training's area.
    """
    participant.training = lock(participant.training)  # one who registers the same person waits
    require_sound(participant)
    participant.save()
    return participant


@transaction.atomic
def remove_participant(participant: Participant) -> None:
    """Take a person out of a training, with the attendance; both remain in the history."""
    lock(participant.training)
    participant.delete()


@transaction.atomic
def take_attendance(session: Session, *, version: int, present: Collection[int]) -> None:
    """Let exactly the participants with these ids count as present at a session.

    Ids of people who are not in the training are ignored. Sending the same attendance again changes
    nothing. Raises Conflict when the session or its attendance was saved since `version`, Refused
    when the session was deleted meanwhile.
    """
    lock(session.training)
    _require_standing(session)
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
