"""How far a batch has come, told while its transaction is still open."""

from django.db import connection

from portal.imports.models import Batch


def tell(batch: Batch, *, done: int) -> None:
    """Make the number of rows done visible to others at once, through a connection of its own."""
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
