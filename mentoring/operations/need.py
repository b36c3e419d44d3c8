"""The daily counting of what speaks for visiting each school."""

from django.db import connection, transaction


@transaction.atomic
def refresh_need() -> int:
    """Count the need of every school anew; returns how many rows changed. Safe to repeat.

    What happens to single schools is counted at once, by triggers. Left to this daily job: what
    only the calendar changes (months, due dates, visits owed), and more than 1,000 schools or their
    figures that arrive in one statement.
    """
    with connection.cursor() as cursor:
        # What is being counted for single schools ends first, and is not overwritten with less.
        cursor.execute("LOCK TABLE mentoring_schoolneed IN SHARE ROW EXCLUSIVE MODE")
        cursor.execute("SELECT mentoring_refresh_need(NULL)")
        return cursor.fetchone()[0]
