"""The work that a batch waits for, carried out once whoever asks, and again after a crash."""

from django.db import transaction

from portal.imports.models import Batch, State
from portal.imports.operations.receiving import read_or_say_why
from portal.imports.operations.standing import AT_ONCE_ROWS, LOCK_CLASS, enqueue
from portal.imports.operations.writing import take_changes_back, write_changes
from portal.imports.profiles import profile_of
from portal.imports.staging import evaluate_again
from portal.locks import alone
from portal.models import User


def resume(batch: Batch, *, by: User | None) -> None:
    """Go on with work that was interrupted: at once, or in the background where it is large.

    What waits in the queue already is not done twice: the second who comes finds it done.
    """
    if batch.row_count > AT_ONCE_ROWS or batch.state == State.READING:
        with transaction.atomic():
            enqueue(batch, by)
    else:
        carry_on(batch, by=by)


def carry_on(batch: Batch, *, by: User | None) -> None:
    """Do the work that a batch waits for, or go on with it after a crash.

    Does nothing while another process works on it, or when nothing is waiting. Each kind of work is
    one transaction, so that whatever was interrupted has left nothing behind.
    """
    with alone(LOCK_CLASS, batch.pk) as is_mine:
        if not is_mine:
            return
        batch.refresh_from_db()
        if batch.state == State.READING:
            read_or_say_why(batch)
        elif batch.state == State.CHECKING:
            evaluate_again(batch, profile_of(batch.kind))
        elif batch.state == State.COMMITTING:
            write_changes(batch, by)
        elif batch.state == State.UNDOING:
            take_changes_back(batch, by)
