"""The work of a commit and of an undo, and what becomes of a batch whose work came to nothing."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from portal.imports.committing import write
from portal.imports.models import Batch, State
from portal.imports.operations.standing import put_down, recorded
from portal.imports.profiles import profile_of
from portal.imports.staging import evaluate_again
from portal.imports.undoing import take_back
from portal.models import User
from portal.operations import Refused


def write_changes(batch: Batch, by: User | None) -> None:
    """Commit a batch. Raises Refused, and lets it wait, where records changed meanwhile."""
    profile = profile_of(batch.kind)
    try:
        with recorded(batch, by):
            written = write(batch, profile)
    except IntegrityError:
        # Somebody added the same record between the difference and now.
        written = False
    if not written:
        sentence = _(
            "Data berubah sesudah berkas diperiksa, maka belum ada yang disimpan. Periksa baris "
            "yang bentrok, lalu simpan lagi."
        )
        with transaction.atomic():
            evaluate_again(batch, profile)
            put_down(batch, State.STAGED, sentence)
        raise Refused(sentence)


def take_changes_back(batch: Batch, by: User | None) -> None:
    """Undo a batch. Raises Refused, and leaves it as it was, where the database refuses it."""
    try:
        with recorded(batch, by, undo=True):
            take_back(batch, profile_of(batch.kind), including_edited=batch.undo_edited)
    except IntegrityError as error:
        sentence = _(
            "Impor ini tidak dapat dibatalkan sekarang: isian lamanya bertabrakan dengan data lain. "
            "Belum ada yang dikembalikan."
        )
        put_down(batch, State.COMMITTED, sentence)
        raise Refused(sentence) from error
