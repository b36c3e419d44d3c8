"""The commit: all staged changes of a batch in one transaction, or none of them."""

from django.db import connection, models, transaction
from django.utils import timezone

from portal.imports.evaluation import columns_of, suit_many_rows
from portal.imports.models import Batch, Outcome, State
from portal.imports.profiles import Profile, Target

# The changes of rows that go in: nobody skipped them, and nothing about them is open.
GOING_IN = """
    FROM imports_stagedchange d
    JOIN imports_stagedrow r ON r.batch_id = d.batch_id AND r.number = d.number
    WHERE d.batch_id = %(batch)s AND d.target = %(target)s AND NOT r.skipped
      AND (r.outcome IN ('new', 'changed'))
"""


@transaction.atomic
def write(batch: Batch, profile: Profile) -> bool:
    """Write the batch's changes. False, and nothing but marks written, when records changed meanwhile.

    Locks the records it changes; a record whose version is not the one of the difference marks its
    row as edited meanwhile.
    """
    suit_many_rows()
    if mark_edited(batch, profile):
        return False
    for target in profile.targets:
        _change(batch, target)
        _create(batch, target)
    batch.state, batch.committed_at = State.COMMITTED, timezone.now()
    batch.save(update_fields=["state", "committed_at"])
    return True


def mark_edited(batch: Batch, profile: Profile) -> int:
    """Lock what will change and mark the rows whose record was saved after the difference was made.

    Returns how many rows were marked.
    """
    marked = 0
    for target in profile.targets:
        table = target.model._meta.db_table
        parameters = {"batch": batch.pk, "target": target.name}
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT 1 FROM {table} WHERE id IN "
                f"(SELECT d.record {GOING_IN} AND d.before IS NOT NULL) ORDER BY id FOR UPDATE",
                parameters,
            )
            cursor.execute(
                f"""
                UPDATE imports_stagedrow s
                SET outcome = '{Outcome.CONFLICT}',
                    notes = array_append(array_remove(notes, 'edited_meanwhile'), 'edited_meanwhile'),
                    file_wins = false
                FROM (SELECT d.number, d.record, d.version {GOING_IN} AND d.before IS NOT NULL) d
                LEFT JOIN {table} t ON t.id = d.record
                WHERE s.batch_id = %(batch)s AND s.number = d.number
                  AND t.version IS DISTINCT FROM d.version
                """,
                parameters,
            )
            marked += cursor.rowcount
    return marked


def _create(batch: Batch, target: Target) -> None:
    fields = {field.column: field for field in target.model._meta.concrete_fields}
    columns = batch.columns[target.name]
    values = {"id": "d.record"}
    for place, column in enumerate(columns, 1):
        value = f"d.texts[{place}]::{_type_of(fields[column])}"
        empty = _empty(fields[column])
        values[column] = f"coalesce({value}, {empty})" if empty else value
    if "version" in fields:
        values["version"] = "1"
    values |= _left_out(target, list(values))
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            INSERT INTO {target.model._meta.db_table} ({", ".join(values)})
            SELECT {", ".join(values.values())}
            FROM (SELECT d.number, d.record, d.texts {GOING_IN} AND d.before IS NULL) d
            ORDER BY {values.get(target.sorted_by, "d.number")}
            """,
            {"batch": batch.pk, "target": target.name},
        )


def _change(batch: Batch, target: Target) -> None:
    sets = [
        f"{column} = CASE WHEN d.values ? '{column}' THEN "
        f"{typed(f'd.values->>{_quoted(column)}', field)} ELSE t.{column} END"
        for column, field in columns_of(target).items()
        if column not in target.new_values
    ]
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            UPDATE {target.model._meta.db_table} t SET version = t.version + 1, {", ".join(sets)}
            FROM (SELECT d.record, d.values {GOING_IN} AND d.before IS NOT NULL) d
            WHERE t.id = d.record
            """,
            {"batch": batch.pk, "target": target.name},
        )


def _left_out(target: Target, names: list[str]) -> dict[str, str]:
    """Text columns of a new record that the file says nothing about are empty, as a form leaves them."""
    return {
        field.column: "''"
        for field in target.model._meta.concrete_fields
        if field.column not in names and not field.generated and _empty(field)
    }


def _empty(field: models.Field) -> str:
    return "''" if isinstance(field, models.CharField | models.TextField) else ""


def typed(sql: str, field: models.Field) -> str:
    """A JSON text as the type of the column."""
    return f"({sql})::{_type_of(field)}"


def _type_of(field: models.Field) -> str:
    """The column's type, without what makes a key of it."""
    return (
        field.target_field.rel_db_type(connection)
        if field.is_relation
        else field.db_type(connection)
    )


def _quoted(text: str) -> str:
    return f"'{text}'"
