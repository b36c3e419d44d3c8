"""What may happen to a batch: received, matched, mended, committed, undone, thrown away.

Each operation is one transaction, or hands its work to a background task where the file is large.
Raises `Refused` with an Indonesian sentence where the batch is not in a state for it.
"""

from portal.imports.operations.deciding import (
    discard,
    discard_expired,
    fix_cells,
    let_file_win,
    skip_row,
)
from portal.imports.operations.receiving import match_columns, receive
from portal.imports.operations.saving import commit, undo
from portal.imports.operations.standing import nobody_works_on
from portal.imports.operations.working import carry_on, resume

__all__ = [
    "carry_on",
    "commit",
    "discard",
    "discard_expired",
    "fix_cells",
    "let_file_win",
    "match_columns",
    "nobody_works_on",
    "receive",
    "resume",
    "skip_row",
    "undo",
]
