"""The undo: everything that a batch changed goes back to what it was, and nothing else."""

from django.db import connection, models, transaction
from django.utils import timezone

from portal.imports.committing import GOING_IN, _typed
from portal.imports.evaluation import columns_of
from portal.imports.models import Batch, State
from portal.imports.profiles import Profile, Target


@transaction.atomic
def take_back(batch: Batch, profile: Profile, *, including_edited: bool) -> int:
    """Undo a committed batch; returns how many of its records were left alone.

    Those are the records that somebody saved since (unless `including_edited`) and the new ones
    that something refers to meanwhile. A restored record's version grows, so that a form opened
    before the undo is still noticed as outdated.
    """
    left = 0
    for target in reversed(profile.targets):
        left += _restore(batch, target, including_edited)
        left += _delete(batch, target, including_edited)
    batch.state, batch.undone_at = State.UNDONE, timezone.now()
    batch.counts["left"] = left
    batch.save(update_fields=["state", "undone_at", "counts"])
    return left


def _restore(batch: Batch, target: Target, including_edited: bool) -> int:
    sets = [
        f"{column} = CASE WHEN d.before ? '{column}' THEN "
        f"{_typed(f'''d.before->>'{column}' ''', field)} ELSE t.{column} END"
        for column, field in columns_of(target).items()
        if column not in target.new_values
    ]
    unedited = "true" if including_edited else "t.version = d.version + 1"
    table = target.model._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            UPDATE {table} t SET version = t.version + 1, {", ".join(sets)}
            FROM (SELECT d.record, d.version, d.before {GOING_IN} AND d.before IS NOT NULL) d
            WHERE t.id = d.record AND {unedited}
            """,
            {"batch": batch.pk, "target": target.name},
        )
        restored = cursor.rowcount
    return _number(batch, target, "d.before IS NOT NULL") - restored


def _delete(batch: Batch, target: Target, including_edited: bool) -> int:
    """Delete the new records that nothing refers to."""
    model = target.model
    unedited = "true" if including_edited else "t.version = 1"
    free = " AND ".join(_unreferenced(model)) or "true"
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            DELETE FROM {model._meta.db_table} t
            USING (SELECT d.record {GOING_IN} AND d.before IS NULL) d
            WHERE t.id = d.record AND {unedited} AND {free}
            """,
            {"batch": batch.pk, "target": target.name},
        )
        deleted = cursor.rowcount
    return _number(batch, target, "d.before IS NULL") - deleted


def _unreferenced(model: type[models.Model]) -> list[str]:
    """SQL conditions: no row of any table refers to the record `t`."""
    relations = [
        field
        for field in model._meta.get_fields(include_hidden=True)
        if (field.one_to_many or field.one_to_one) and field.auto_created and not field.concrete
    ]
    return [
        f"NOT EXISTS (SELECT 1 FROM {relation.related_model._meta.db_table} o "
        f"WHERE o.{relation.field.column} = t.id)"
        for relation in relations
        if relation.related_model._meta.managed and relation.field.db_constraint
    ]


def _number(batch: Batch, target: Target, condition: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT count(*) {GOING_IN} AND {condition}",
            {"batch": batch.pk, "target": target.name},
        )
        return cursor.fetchone()[0]
