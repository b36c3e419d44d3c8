"""Long work that only one process does at a time, and that is known to be abandoned after a crash.

A PostgreSQL advisory lock goes with the connection, so a process that died holds nothing.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def alone(lock_class: int, number: int) -> Iterator[bool]:
    """Hold the lock of this sort and number; False where another process holds it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [lock_class, number])
        [locked] = cursor.fetchone()
    try:
        yield locked
    finally:
        if locked and connection.is_usable():
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [lock_class, number])


def is_held(lock_class: int, number: int) -> bool:
    """Whether any process of this database holds the lock."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' "
            "AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) "
            "AND classid = %s AND objid = %s)",
            [lock_class, number],
        )
        return cursor.fetchone()[0]
