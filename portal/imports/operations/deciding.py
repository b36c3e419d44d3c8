"""What a person decides about staged rows: mended, left out, let win; or the whole batch thrown away."""

from contextlib import suppress

from django.db import transaction

from portal.imports.models import Batch, StagedRow, State
from portal.imports.operations.standing import AT_ONCE_ROWS, enqueue, require
from portal.imports.profiles import profile_of
from portal.imports.staging import evaluate_again
from portal.models import User
from portal.operations import Refused

DISCARDABLE = (State.READING, State.UNREADABLE, State.MATCHING, State.STAGED)


@transaction.atomic
def fix_cells(batch: Batch, *, by: User, number: int, cells: dict[str, str]) -> None:
    """Put other texts into cells of a staged row and judge the batch anew."""
    require(batch, State.STAGED)
    profile = profile_of(batch.kind)
    row = StagedRow.objects.select_for_update().get(batch=batch, number=number)
    for name, text in cells.items():
        row.cells[profile.position(name)] = text.replace("\0", "").strip()
    # What the row did before says nothing of it any more.
    row.outcome = ""
    row.save(update_fields=["cells", "outcome"])
    batch.changes.filter(number=number).delete()
    _judge_again(batch, by)


@transaction.atomic
def skip_row(batch: Batch, *, by: User, number: int, skipped: bool) -> None:
    """Leave a row out of the commit, or take it in again."""
    require(batch, State.STAGED)
    StagedRow.objects.filter(batch=batch, number=number).update(skipped=skipped)
    _judge_again(batch, by)


@transaction.atomic
def let_file_win(batch: Batch, *, by: User, number: int, wins: bool) -> None:
    """Let the file win over what the registry holds in a row in conflict, or not."""
    require(batch, State.STAGED)
    StagedRow.objects.filter(batch=batch, number=number).update(file_wins=wins)
    _judge_again(batch, by)


def _judge_again(batch: Batch, by: User | None) -> None:
    """Judge a small batch anew at once; a large one in the background."""
    if batch.row_count > AT_ONCE_ROWS:
        batch.state, batch.done = State.CHECKING, 0
        batch.save(update_fields=["state", "done"])
        enqueue(batch, by)
    else:
        evaluate_again(batch, profile_of(batch.kind))


@transaction.atomic
def discard(batch: Batch) -> None:
    """Throw a batch that was not committed away, with its file and staged rows."""
    require(batch, *DISCARDABLE)
    batch.rows.all().delete()
    batch.changes.all().delete()
    batch.state = State.DISCARDED
    file = batch.file
    transaction.on_commit(lambda: file.storage.delete(file.name))
    batch.file = ""
    batch.save(update_fields=["state", "file"])


def discard_expired() -> int:
    """Throw the batches away that nobody committed within 30 days; returns how many."""
    thrown = 0
    for batch in Batch.objects.expired():
        with suppress(Refused):  # somebody has just taken it up
            discard(batch)
            thrown += 1
    return thrown
