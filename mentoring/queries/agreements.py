"""Reading the life of an agreement back from its history."""

from mentoring.models import Agreement, Clause, Party
from mentoring.queries import row_changes as rows
from portal.history import Change, Entry, history_of

PARTS = (Party, Clause)


def life_of(agreement: Agreement) -> list[Entry]:
    """The history of an agreement with that of its parties and clauses, newest first."""
    return history_of(
        agreement,
        parts=[part.pgh_event_model.objects.filter(agreement_id=agreement.pk) for part in PARTS],
    )


def row_changes(agreement: Agreement, *, since: int) -> list[Change]:
    """What was done to the parties and clauses by the edits that came after a version."""
    return rows.row_changes(agreement, PARTS, since=since)
