"""The undo: everything that a batch changed goes back to what it was, and nothing else."""

from dataclasses import dataclass

from django.db import connection, models, transaction
from django.utils import timezone

from portal.imports.committing import GOING_IN, typed
from portal.imports.evaluation import columns_of
from portal.imports.models import Batch, State
from portal.imports.profiles import Profile, Target

EDITED = "left_edited"


@dataclass(frozen=True)
class Left:
    """A record that the undo leaves alone: its row in the file, its key, and why in words."""

    number: int
    key: str
    why: str
    record: models.Model | None  # None where it is gone


@transaction.atomic
def take_back(batch: Batch, profile: Profile, *, including_edited: bool) -> int:
    """Undo a committed batch; returns how many of its records were left alone.

    Those are the records that somebody saved since (unless `including_edited`), that have moved on
    (`Target.later`), whose former value another record holds now, and the new ones that something
    refers to meanwhile; their rows note why. A restored record's version grows, so that a form opened
    before the undo is still noticed as outdated.
    """
    left = 0
    for target in reversed(profile.targets):
        _judge(batch, target, including_edited)
        _restore(batch, target)
        _delete(target)
        left += _note_left(batch, target)
    batch.state, batch.undone_at, batch.message = State.UNDONE, timezone.now(), ""
    batch.counts["left"] = left
    batch.save(update_fields=["state", "undone_at", "counts", "message"])
    return left


def left_alone(batch: Batch, profile: Profile, *, most: int) -> tuple[list[Left], int]:
    """The records that an undo would leave alone now, the first `most`, and how many they are."""
    found, total = [], 0
    for target in profile.targets:
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT number, key, record, why, count(*) OVER () FROM "
                f"({_verdicts(target, profile)}) v WHERE why <> '' ORDER BY number LIMIT {int(most)}",
                _parameters(batch, target),
            )
            rows = cursor.fetchall()
        records = target.model._base_manager.in_bulk([row[2] for row in rows])
        found += [
            Left(number, key, profile.sentence(why), records.get(pk))
            for number, key, pk, why, _total in rows
        ]
        total += rows[0][-1] if rows else 0
    return found[:most], total


def _verdicts(target: Target, profile: Profile | None = None) -> str:
    """SQL: each change of a target that was written, and the code of what keeps it ('' for nothing).

    With `profile` its own new records count for no reference: the undo takes them back as well. A
    batch that was undone since has counted a record's version twice and left it as it was.
    """
    table = target.model._meta.db_table
    own = profile.targets if profile else ()
    free = " AND ".join(_unreferenced(target.model, own)) or "true"
    kept = ", ".join(f"'{target.name}.{why}'" for why in (EDITED, "left_later", "left_taken"))
    return f"""
        SELECT d.number, d.key, d.record, d.before, d.version, CASE
            WHEN t.id IS NULL THEN 'left_gone'
            WHEN {target.later} THEN 'left_later'
            WHEN {_taken(target)} THEN 'left_taken'
            WHEN d.before IS NULL AND NOT ({free}) THEN 'left_referenced'
            WHEN t.version <> coalesce(d.version, 0) + 1 + 2 * coalesce(u.times, 0) THEN '{EDITED}'
            ELSE '' END AS why
        FROM (
            SELECT d.number, d.target, d.key, d.record, d.before, d.version,
                   coalesce(d.values, jsonb_object(%(columns)s::text[], d.texts)) AS values {GOING_IN}
        ) d
        LEFT JOIN {table} t ON t.id = d.record
        LEFT JOIN (
            SELECT d.number, count(*) AS times FROM (SELECT d.* {GOING_IN}) d
            JOIN imports_stagedchange later ON later.target = d.target AND later.record = d.record
                AND later.version > coalesce(d.version, 0) AND later.before IS NOT NULL
            JOIN imports_batch b ON b.id = later.batch_id AND b.state = '{State.UNDONE}'
            JOIN imports_stagedrow r ON r.batch_id = later.batch_id AND r.number = later.number
                AND NOT r.skipped AND r.outcome IN ('new', 'changed')
                AND NOT r.notes && ARRAY[{kept}]
            GROUP BY d.number
        ) u ON u.number = d.number
    """


def _parameters(batch: Batch, target: Target) -> dict:
    columns = batch.columns[target.name]
    return {"batch": batch.pk, "target": target.name, "columns": columns}


def _taken(target: Target) -> str:
    """SQL: another record now holds a unique value that `t` would get back."""
    columns = [c for c, f in columns_of(target).items() if f.unique and c not in target.new_values]
    table = target.model._meta.db_table
    conditions = [
        f"EXISTS (SELECT 1 FROM {table} o WHERE o.id <> t.id AND o.{column} = "
        f"{typed(_before(column), columns_of(target)[column])})"
        for column in columns
    ]
    return " OR ".join(conditions) or "false"


def _before(column: str) -> str:
    return f"d.before->>'{column}'"


def _judge(batch: Batch, target: Target, including_edited: bool) -> None:
    """Make the temporary table `import_undo` of the target's changes and what keeps them."""
    forgiven = f"CASE WHEN why = '{EDITED}' THEN '' ELSE why END" if including_edited else "why"
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL jit = off")
        cursor.execute("DROP TABLE IF EXISTS import_undo")
        cursor.execute(
            f"CREATE TEMP TABLE import_undo ON COMMIT DROP AS SELECT number, record, before, "
            f"{forgiven} AS why FROM ({_verdicts(target)}) v",
            _parameters(batch, target),
        )


def _restore(batch: Batch, target: Target) -> None:
    sets = [
        f"{column} = CASE WHEN d.before ? '{column}' THEN {typed(_before(column), field)} "
        f"ELSE t.{column} END"
        for column, field in columns_of(target).items()
        if column not in target.new_values
    ]
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {target.model._meta.db_table} t SET version = t.version + 1, {', '.join(sets)} "
            "FROM import_undo d WHERE t.id = d.record AND d.before IS NOT NULL AND d.why = ''"
        )


def _delete(target: Target) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            f"DELETE FROM {target.model._meta.db_table} t USING import_undo d "
            "WHERE t.id = d.record AND d.before IS NULL AND d.why = ''"
        )


def _note_left(batch: Batch, target: Target) -> int:
    """Let the rows say what was left alone, as `school.left_edited`; returns how many records."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE imports_stagedrow r SET notes = array_append(r.notes, %s || '.' || d.why) "
            "FROM import_undo d WHERE r.batch_id = %s AND r.number = d.number AND d.why <> ''",
            [target.name, batch.pk],
        )
        cursor.execute("SELECT count(*) FROM import_undo WHERE why <> ''")
        return cursor.fetchone()[0]


def _unreferenced(model: type[models.Model], own: tuple[Target, ...]) -> list[str]:
    """SQL conditions: no row of any table refers to the record `t`, but the new ones of `own`."""
    relations = [
        field
        for field in model._meta.get_fields(include_hidden=True)
        if (field.one_to_many or field.one_to_one) and field.auto_created and not field.concrete
    ]
    made_by = {target.model: target.name for target in own}
    conditions = []
    for relation in relations:
        related = relation.related_model
        if not (related._meta.managed and relation.field.db_constraint):
            continue
        except_own = (
            " AND o.id NOT IN (SELECT record FROM imports_stagedchange WHERE batch_id = %(batch)s "
            f"AND target = '{made_by[related]}' AND before IS NULL)"
            if related in made_by
            else ""
        )
        conditions.append(
            f"NOT EXISTS (SELECT 1 FROM {related._meta.db_table} o "
            f"WHERE o.{relation.field.column} = t.id{except_own})"
        )
    return conditions
