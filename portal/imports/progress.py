"""How far a batch has come, told while its transaction is still open."""

from django.db import connection

from portal.imports.models import Batch

STEP = 10_000  # rows between two reports


class Progress:
    """Writes `done` of a batch through a connection of its own, so that others see it at once.

    Batches of less than one step report nothing, and open no connection.
    """

    def __init__(self, batch: Batch):
        self.batch = batch

    def at(self, number: int) -> None:
        """Rows up to this number were read."""
        if number % STEP == 0:
            tell(self.batch, done=number)


def tell(batch: Batch, *, done: int) -> None:
    """Make the number of rows done visible to every connection."""
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            # Where somebody holds the row, perhaps this very process, the next report will do.
            cursor.execute(
                "UPDATE imports_batch SET done = %s WHERE id IN ("
                "SELECT id FROM imports_batch WHERE id = %s FOR UPDATE SKIP LOCKED)",
                [done, batch.pk],
            )
    finally:
        other.close()
