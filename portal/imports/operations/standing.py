"""Where a batch stands: what its state allows, who works on it, and what waits for the worker."""

from collections.abc import Iterator
from contextlib import contextmanager

import pghistory
from django.db import transaction
from django.utils.translation import gettext_lazy

from portal.imports.models import Batch, State
from portal.imports.tasks import work_on
from portal.locks import is_held
from portal.models import User
from portal.operations import Refused

AT_ONCE_ROWS = 5_000  # more rows than this are worked on in the background
LOCK_CLASS = 0x1A907  # tells our advisory locks from others'
# What a batch in this state tells whoever asked for something that it does not allow.
STANDS = {
    State.READING: gettext_lazy("Berkas ini sedang dibaca. Tunggu sampai selesai."),
    State.UNREADABLE: gettext_lazy("Berkas ini tidak dapat dibaca. Unggah berkas yang lain."),
    State.MATCHING: gettext_lazy("Kolom berkas ini belum dicocokkan. Cocokkan kolomnya dahulu."),
    State.STAGED: gettext_lazy("Impor ini belum disimpan. Muat ulang halaman."),
    State.CHECKING: gettext_lazy("Impor ini sedang diperiksa ulang. Tunggu sampai selesai."),
    State.COMMITTING: gettext_lazy("Impor ini sedang disimpan. Tunggu sampai selesai."),
    State.COMMITTED: gettext_lazy("Impor ini sudah disimpan. Muat ulang halaman."),
    State.UNDOING: gettext_lazy("Impor ini sedang dibatalkan. Tunggu sampai selesai."),
    State.UNDONE: gettext_lazy("Impor ini sudah dibatalkan. Unggah lagi berkasnya bila perlu."),
    State.DISCARDED: gettext_lazy("Impor ini sudah dibuang. Unggah lagi berkasnya bila perlu."),
}


def require(batch: Batch, *states: State) -> None:
    """Lock the batch and refresh it. Raises Refused unless it is in one of the states."""
    current = Batch.objects.select_for_update().filter(pk=batch.pk).values_list("state", flat=True)
    with transaction.atomic():
        state = current.get()
    if state not in states:
        raise Refused(str(STANDS[state]))
    batch.refresh_from_db()


def put_down(batch: Batch, state: State, message: str) -> None:
    """Leave a batch whose work came to nothing in a state that can go on, with why."""
    batch.state, batch.message = state, message
    batch.save(update_fields=["state", "message"])


def enqueue(batch: Batch, by: User | None) -> None:
    """Let the worker go on with the batch, once the transaction is through."""
    person = by.pk if by else None
    transaction.on_commit(lambda: work_on.enqueue(batch.pk, person))


def nobody_works_on(batch: Batch) -> bool:
    """Whether work is waiting that no process is doing, for instance after a crash."""
    return batch.is_under_way and not is_held(LOCK_CLASS, batch.pk)


@contextmanager
def recorded(batch: Batch, by: User | None, **more) -> Iterator[None]:
    """The history says who did it, and through which file."""
    person = {"user": by.pk} if by else {}
    with pghistory.context(**person, batch=batch.pk, file=batch.file_name, **more):
        yield
