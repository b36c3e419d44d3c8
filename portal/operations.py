"""What operations of every app share: refusing, noticing concurrent edits, doing a thing once."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError, models, transaction

from portal.models import Submission


class Refused(Exception):
    """An operation that its rule does not allow now; the message says why, in Indonesian."""


class Conflict(Exception):
    """Somebody saved the record after it was read; `current` is the record as it stands now."""

    def __init__(self, current: models.Model):
        super().__init__()
        self.current = current


def lock(record: models.Model, *, version: int | None = None) -> models.Model:
    """The record read again and locked until the transaction ends.

    Raises Conflict when `version` is given and is not the version that the database holds.
    """
    current = type(record)._base_manager.select_for_update(of=("self",)).get(pk=record.pk)
    if version is not None and current.version != version:
        raise Conflict(current)
    return current


@contextmanager
def refused_by(message: str, *constraints: str) -> Iterator[None]:
    """Refuse with the message what one of these constraints refuses; other errors pass.

    For two people who do the same in the same moment: the forms found nothing wrong with either.
    """
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        if error.__cause__.diag.constraint_name not in constraints:
            raise
        raise Refused(message) from error


def once(key: uuid.UUID, *, by, url_of, make, content: str) -> tuple[models.Model | None, str]:
    """Carry out `make` unless the form with this key was carried out before.

    `content` is a digest of what was sent, kept to tell a replay from another record.
    Returns the new record (None for a replay) and the address of the record that the form made.
    """
    try:
        with transaction.atomic():
            submission = Submission.objects.create(key=key, user=by, content=content)
            record = make()
            submission.url = url_of(record)
            submission.save(update_fields=["url"])
    except IntegrityError:
        earlier = Submission.objects.filter(key=key, user=by).first()
        if earlier is None:
            raise
        return None, earlier.url
    return record, submission.url


@transaction.atomic
def save_edit(record: models.Model, *, version: int) -> None:
    """Save an edited Versioned record on top of the version that its editor saw.

    Raises Conflict when somebody saved it meanwhile; then nothing is written.
    """
    lock(record, version=version)
    record.version = version + 1
    record.save()
