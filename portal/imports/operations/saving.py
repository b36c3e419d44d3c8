"""A batch is committed, or taken back: asked for here, carried out at once or in the background."""

from django.db import transaction
from django.utils.translation import gettext as _

from portal.imports.models import Batch, Outcome, StagedRow, State
from portal.imports.operations.standing import AT_ONCE_ROWS, enqueue, require
from portal.imports.operations.working import carry_on
from portal.models import User
from portal.operations import Refused


def commit(batch: Batch, *, by: User | None, accept_valid: bool = False, at_once: bool = False):
    """Write the batch's changes, all in one transaction; large batches in the background.

    Raises Refused when rows are wrong or in conflict and `accept_valid` does not leave them out,
    when there is nothing to write, and when records changed since the difference was made: then
    nothing is written and those rows wait for a decision.
    """
    with transaction.atomic():
        require(batch, State.STAGED)
        _refuse_open_rows(batch, accept_valid)
        batch.state, batch.done = State.COMMITTING, 0
        batch.save(update_fields=["state", "done"])
        later = not at_once and batch.row_count > AT_ONCE_ROWS
        if later:
            enqueue(batch, by)
    if not later:
        carry_on(batch, by=by)


def undo(
    batch: Batch, *, by: User | None, including_edited: bool = False, at_once: bool = False
) -> None:
    """Take back what a committed batch changed. See `undoing.take_back` for what is left alone."""
    with transaction.atomic():
        require(batch, State.COMMITTED)
        batch.state, batch.done, batch.undo_edited = State.UNDOING, 0, including_edited
        batch.save(update_fields=["state", "done", "undo_edited"])
        later = not at_once and batch.row_count > AT_ONCE_ROWS
        if later:
            enqueue(batch, by)
    if not later:
        carry_on(batch, by=by)


def _refuse_open_rows(batch: Batch, accept_valid: bool) -> None:
    rows = StagedRow.objects.filter(batch=batch, skipped=False)
    open_rows = rows.filter(outcome__in=[Outcome.ERROR, Outcome.CONFLICT]).count()
    if open_rows and not accept_valid:
        raise Refused(
            _("%d baris masih salah atau bentrok. Perbaiki, lewati, atau simpan yang benar saja.")
            % open_rows
        )
    if not rows.filter(outcome__in=[Outcome.NEW, Outcome.CHANGED]).exists():
        raise Refused(_("Tidak ada yang perlu disimpan: semua baris sama dengan registri."))
