"""What may happen to an agreement: recorded and edited with its parties and clauses."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db import models, transaction
from django.utils.translation import gettext as _

from mentoring.models import Agreement, Clause, Party
from mentoring.operations.endings import note_renewal
from portal.operations import Refused, lock, save_edit


@dataclass(frozen=True)
class Row:
    """A party or a clause as an editor left it: new without a `pk`, taken away when `dropped`."""

    pk: int | None
    values: dict
    dropped: bool = False


@transaction.atomic
def record_agreement(
    agreement: Agreement, *, parties: Sequence[Row], clauses: Sequence[Row]
) -> Agreement:
    """Save a new agreement with its parties and clauses, and return it."""
    agreement.save()
    _put(Party, agreement, parties)
    _put(Clause, agreement, _numbered(clauses))
    return agreement


@transaction.atomic
def save_agreement(
    agreement: Agreement, *, version: int, parties: Sequence[Row], clauses: Sequence[Row]
) -> None:
    """Save an edited agreement; rows that the editor did not see stay as they are.

    Raises Conflict when somebody saved the agreement since `version`, Refused when the edit would
    leave visits or trainings outside the agreement or take away a clause that activities serve;
    then nothing is written. An agreement that renews another one makes that one renewed once it
    is in force.
    """
    lock(agreement, version=version)  # nobody adds a session between this look and the save
    if left := agreement.left_behind():
        raise Refused(" ".join(left.values()))
    save_edit(agreement, version=version)
    _put(Party, agreement, parties)
    _put(Clause, agreement, _numbered(clauses))
    note_renewal(agreement)


def _numbered(clauses: Sequence[Row]) -> list[Row]:
    """The clauses numbered from 1 in the order typed; those without a number come last."""
    kept = [row for row in clauses if not row.dropped]
    kept.sort(key=lambda row: (row.values["order"] is None, row.values["order"] or 0))
    numbered = [
        replace(row, values=row.values | {"order": order})
        for order, row in enumerate(kept, start=1)
    ]
    return numbered + [row for row in clauses if row.dropped]


def _put(model: type[models.Model], agreement: Agreement, rows: Sequence[Row]) -> None:
    """Add, change and take away the rows of an agreement; an unchanged row is not written."""
    standing = {record.pk: record for record in model.objects.filter(agreement=agreement)}
    for row in rows:
        record = standing.get(row.pk)
        if row.dropped:
            if record is not None:
                _take_away(record)
        elif record is None:
            model.objects.create(agreement=agreement, **row.values)
        elif any(getattr(record, name) != value for name, value in row.values.items()):
            for name, value in row.values.items():
                setattr(record, name, value)
            record.save()


def _take_away(record: Party | Clause) -> None:
    """Delete a row; Refused while activities of a work plan serve it."""
    try:
        record.delete()
    except models.ProtectedError as protected:
        raise Refused(
            _("Butir “%s” dilayani kegiatan rencana kerja, jadi tidak dapat dihapus.") % record
        ) from protected
