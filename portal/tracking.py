"""How django-pghistory keeps the history of tables that are written many rows at a time."""

import pghistory
import pgtrigger
from django.db import models


def by_statement() -> tuple[pghistory.RowEvent, ...]:
    """Trackers that copy all rows of a statement into the history at once.

    Made anew for each model, and not in settings: pghistory deep-copies the trackers of settings,
    after which pgtrigger no longer recognises their operation at the level of statements.
    """
    level = pgtrigger.Statement
    return (
        pghistory.InsertEvent(level=level),
        pghistory.UpdateEvent(level=level),
        pghistory.DeleteEvent(level=level),
    )


def unindexed(to: type[models.Model] | str, name: str, **options) -> models.ForeignKey:
    """A foreign key of the history by which nothing is looked up."""
    kept = {"db_constraint": False, "db_index": False, "related_name": "+", "verbose_name": name}
    return models.ForeignKey(to, models.DO_NOTHING, **kept, **options)
