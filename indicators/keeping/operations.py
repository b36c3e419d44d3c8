"""What may happen to a kept record: the old state stays readable in the history, beside the reason."""

import pghistory
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from indicators.models.kept import Kept
from portal.operations import Refused, lock, refused_by, save_edit


@transaction.atomic
def add_record(record: Kept) -> Kept:
    """Save a new record. Raises Refused when a value is impossible or the record is there already."""
    _save(record, version=None)
    return record


@transaction.atomic
def correct_record(record: Kept, *, reason: str, version: int) -> None:
    """Save an edited record on top of the version that its editor saw; what `stays` is kept.

    Raises Refused as `add_record` does, and without a reason; Conflict when somebody corrected it
    after `version` was read.
    """
    reason = _required(reason)
    standing = lock(record, version=version)
    for name in record.stays:
        setattr(record, name, getattr(standing, name))
    with pghistory.context(reason=reason):
        _save(record, version=version)


@transaction.atomic
def remove_record(record: Kept, *, reason: str, version: int) -> None:
    """Take a record out; the history keeps it with the reason.

    Raises Refused without a reason; Conflict when somebody corrected it after `version` was read.
    """
    reason = _required(reason)
    standing = lock(record, version=version)
    with pghistory.context(reason=reason):
        standing.delete()


def _required(reason: str) -> str:
    reason = reason.strip()
    if not reason:
        raise Refused(_("Tuliskan alasannya."))
    return reason


def _save(record: Kept, *, version: int | None) -> None:
    """Save what its fields and constraints allow, or refuse what somebody else entered meanwhile."""
    try:
        record.full_clean()
    except ValidationError as wrong:
        raise Refused(" ".join(wrong.messages)) from wrong
    constraint, already_there = record.once
    with refused_by(str(already_there), constraint):
        if version is None:
            record.save()
        else:
            save_edit(record, version=version)
