"""The daily counting of what speaks for visiting each school."""

from django.db import connection


def refresh_need() -> int:
    """Count the need of every school anew; returns how many rows changed. Safe to repeat.

    What happens to single schools is counted at once, by triggers. Left to this daily job: what
    only the calendar changes (months, due dates, visits owed), new schools of which nothing is
    recorded, and figures of more than 1,000 schools that arrive in one statement.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT mentoring_refresh_need(NULL)")
        return cursor.fetchone()[0]
