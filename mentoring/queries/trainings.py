"""Reading the life of a training back from its history."""

from django.db import models

from mentoring.models import Participant, Session, Training
from portal.history import Entry, history_of


def life_of(training: Training) -> list[Entry]:
    """The history of a training with that of its sessions and participants, newest first."""
    parts = [
        part.pgh_event_model.objects.filter(training_id=training.pk)
        for part in (Session, Participant)
    ]
    return history_of(training, parts=parts)


def training_left_by(part: type[models.Model], pk: int) -> int | None:
    """The id of the training that a session or participant belonged to before it was deleted."""
    gone = part.pgh_event_model.objects.filter(pgh_obj_id=pk, pgh_label="delete")
    return gone.values_list("training_id", flat=True).first()
