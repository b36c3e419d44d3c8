"""Reading the life of a training back from its history."""

from mentoring.models import Participant, Session, Training
from portal.history import Entry, history_of


def life_of(training: Training) -> list[Entry]:
    """The history of a training with that of its sessions and participants, newest first."""
    parts = [
        part.pgh_event_model.objects.filter(training_id=training.pk)
        for part in (Session, Participant)
    ]
    return history_of(training, parts=parts)
