"""What staged rows would do: checks, duplicates and difference, in SQL over temporary tables.

raw (text) → clean (typed, with faults) → one difference a target → outcome of each row
"""

from django.db import connection, models

from portal.imports.models import Batch, Outcome
from portal.imports.profiles import Profile, Target

RAW, CLEAN = "import_raw", "import_clean"


def raw_table(profile: Profile) -> str:
    """Make the empty temporary table that rows are copied into; it ends with the transaction."""
    columns = ", ".join(f"{name(c)} text NOT NULL DEFAULT ''" for c in profile.columns)
    _run(f"DROP TABLE IF EXISTS {RAW}")
    _run(f"CREATE TEMP TABLE {RAW} (number integer NOT NULL, {columns}) ON COMMIT DROP")
    return RAW


def raw_from_staged(batch: Batch, profile: Profile) -> None:
    """Fill the raw table with the staged rows that nobody skipped, as they are now."""
    raw_table(profile)
    cells = ", ".join(f"cells[{n}]" for n in range(1, len(profile.columns) + 1))
    _run(
        f"INSERT INTO {RAW} SELECT number, {cells} FROM imports_stagedrow "
        "WHERE batch_id = %(batch)s AND NOT skipped",
        {"batch": batch.pk},
    )


def evaluate(batch: Batch, profile: Profile) -> None:
    """Make the tables `import_clean` and `import_to_<target>` for the rows of `import_raw`."""
    # Compiling these long expressions takes longer than evaluating them.
    _run("SET LOCAL jit = off")
    _clean(batch, profile)
    _find_repeated(profile)
    for target in profile.targets:
        _difference(batch, target)


def name(column) -> str:
    """A column's name in SQL, quoted."""
    return connection.ops.quote_name(column.name)


def table_of(target: Target) -> str:
    return f"import_to_{target.name}"


def _clean(batch: Batch, profile: Profile) -> None:
    trimmed = ", ".join(
        f"btrim({name(c)}, E' \\t\\n\\r\\u00a0') AS {name(c)}" for c in profile.columns
    )
    clean = ", ".join(f"{sql} AS {alias}" for alias, sql in profile.clean.items())
    formulas = [
        f"CASE WHEN left(r.{name(c)}, 1) = '=' THEN '{c.name}.formula' END"
        for c in profile.columns
        if c.text
    ]
    faults = [f"CASE WHEN {check.when} THEN '{check.code}' END" for check in profile.checks]
    kept = ", ".join(f"c.{alias}" for alias in ("number", "key", *profile.clean))
    copied = ", ".join(f"r.{name(c)} AS raw_{c.name}" for c in profile.columns)
    _run(f"DROP TABLE IF EXISTS {CLEAN}")
    _run(
        f"""
        CREATE TEMP TABLE {CLEAN} ON COMMIT DROP AS
        SELECT {kept}, array_remove(formulas || ARRAY[{", ".join(faults)}]::text[], NULL) AS errors,
               ''::text AS repeats
        FROM (
            SELECT r.number, ({profile.key})::text AS key, {clean}, {copied},
                   ARRAY[{", ".join(formulas)}]::text[] AS formulas
            FROM (SELECT number, {trimmed} FROM {RAW} OFFSET 0) r
            {profile.joins}
            OFFSET 0
        ) c
        """,
        _parameters(batch),
    )
    _run(f"ANALYZE {CLEAN} (number, key)")


def _find_repeated(profile: Profile) -> None:
    """Rows of the same key: equal ones are one row, the first without faults; others are faults."""
    content = ", ".join(f"c.{alias}" for alias in profile.content)
    _run(
        f"""
        WITH repeated AS (
            SELECT key FROM {CLEAN} WHERE key <> '' GROUP BY key HAVING count(*) > 1
        ), judged AS (
            SELECT c.number, min(c.number) FILTER (WHERE c.errors = '{{}}') OVER same AS first,
                   min(ROW({content})::text) OVER same = max(ROW({content})::text) OVER same
                       AS equal
            FROM {CLEAN} c JOIN repeated USING (key)
            WINDOW same AS (PARTITION BY c.key)
        )
        UPDATE {CLEAN} c
        SET repeats = CASE WHEN NOT equal THEN 'differs' WHEN c.number > first THEN 'again'
                      WHEN c.number = first THEN 'first' ELSE '' END,
            errors = CASE WHEN equal THEN errors ELSE errors || ARRAY['repeated_differently'] END
        FROM judged j WHERE j.number = c.number
        """
    )


def columns_of(target: Target) -> dict[str, models.Field]:
    """The columns that a target writes, with their fields, in one order."""
    fields = {field.column: field for field in target.model._meta.concrete_fields}
    wanted = [*target.values, *target.new_values, *target.along]
    return {column: fields[column] for column in dict.fromkeys(wanted)}


def _difference(batch: Batch, target: Target) -> None:
    table = target.model._meta.db_table
    differs = {
        column: f"({sql} IS NOT NULL AND {sql} IS DISTINCT FROM t.{column})"
        for column, sql in target.values.items()
    }
    changes = " OR ".join(differs.values())
    faults = (
        [
            f"CASE WHEN t.id IS NULL AND {target.values[column]} IS NULL THEN '{code}' END"
            for column, code in target.needed.items()
        ]
        + [
            f"CASE WHEN t.id IS NOT NULL AND ({sql}) THEN '{code}' END"
            for code, sql in target.refused.items()
        ]
        + [
            f"CASE WHEN t.id IS NOT NULL AND ({sql}) AND ({changes}) THEN '{code}' END"
            for code, sql in target.fixed.items()
        ]
    )
    new = _as_json({**target.values, **target.new_values, **_along_new(target)})
    parts = [
        f"CASE WHEN {d} THEN {_as_json({c: target.values[c]})} END" for c, d in differs.items()
    ]
    before = [f"CASE WHEN {d} THEN {_as_json({c: f't.{c}'})} END" for c, d in differs.items()]
    for column, (sql, causes) in target.along.items():
        when = " OR ".join(differs[cause] for cause in causes)
        when = f"({when}) AND t.{column} IS DISTINCT FROM {sql}"
        parts.append(f"CASE WHEN {when} THEN {_as_json({column: sql})} END")
        before.append(f"CASE WHEN {when} THEN {_as_json({column: f't.{column}'})} END")
    conflicts = [
        f"(({sql}) AND ({' OR '.join(differs[c] for c in causes) or changes}))"
        for sql, causes in target.conflicts
    ]
    sequence = f"pg_get_serial_sequence('{table}', 'id')"
    _run(f"DROP TABLE IF EXISTS {table_of(target)}")
    _run(
        f"""
        CREATE TEMP TABLE {table_of(target)} ON COMMIT DROP AS
        SELECT c.number, {target.key} AS key,
               coalesce(t.id, nextval({sequence})) AS record,
               t.version AS version, t.id IS NULL AS is_new,
               t.id IS NOT NULL AND ({changes}) AS is_changed,
               t.id IS NOT NULL AND ({" OR ".join(conflicts) or "false"}) AS is_conflict,
               array_remove(ARRAY[{", ".join(faults)}]::text[], NULL) AS faults,
               CASE WHEN t.id IS NULL THEN {new} WHEN {changes} THEN {_merged(parts)} END AS values,
               CASE WHEN t.id IS NOT NULL AND ({changes}) THEN {_merged(before)} END AS before
        FROM {CLEAN} c
        {target.joins}
        LEFT JOIN {table} t ON {target.find}
        WHERE c.errors = '{{}}' AND c.repeats IN ('', 'first') AND ({target.only})
        """,
        _parameters(batch),
    )


def _parameters(batch: Batch) -> dict:
    return {
        "area": batch.area_id,
        "holds_from": batch.holds_from,
        "file_name": batch.file_name,
    }


def _along_new(target: Target) -> dict[str, str]:
    return {column: sql for column, (sql, _causes) in target.along.items()}


def _as_json(values: dict[str, str]) -> str:
    pairs = ", ".join(f"'{column}', {sql}" for column, sql in values.items())
    return f"jsonb_build_object({pairs})"


def _merged(parts: list[str]) -> str:
    return " || ".join(f"coalesce({part}, '{{}}'::jsonb)" for part in parts)


def outcomes_sql(profile: Profile) -> str:
    """SQL of every raw row's outcome, errors and notes, given the tables of `evaluate`.

    `s` is the staged row as it stood, for what its reader chose before.
    """
    joins = " ".join(
        f"LEFT JOIN {table_of(t)} {t.name} ON {t.name}.number = c.number" for t in profile.targets
    )
    names = [target.name for target in profile.targets]
    faults = " || ".join(f"coalesce({n}.faults, '{{}}')" for n in names)

    def any_of(flag: str) -> str:
        return " OR ".join(f"coalesce({name}.{flag}, false)" for name in names)

    return f"""
        SELECT c.number, c.key, e.errors,
            CASE
                WHEN e.errors <> '{{}}' THEN '{Outcome.ERROR}'
                WHEN c.repeats = 'again' THEN '{Outcome.DUPLICATE}'
                WHEN ({any_of("is_conflict")} OR 'edited_meanwhile' = ANY(coalesce(s.notes, '{{}}')))
                    AND ({any_of("is_changed")}) AND NOT coalesce(s.file_wins, false)
                    THEN '{Outcome.CONFLICT}'
                WHEN {any_of("is_new")} THEN '{Outcome.NEW}'
                WHEN {any_of("is_changed")} THEN '{Outcome.CHANGED}'
                ELSE '{Outcome.UNCHANGED}'
            END AS outcome,
            array_remove(ARRAY[
                CASE c.repeats WHEN 'first' THEN 'merged_rows' WHEN 'again' THEN 'repeated' END,
                CASE WHEN {any_of("is_conflict")} THEN 'conflict' END,
                CASE WHEN 'edited_meanwhile' = ANY(s.notes) THEN 'edited_meanwhile' END
            ], NULL) AS notes
        FROM {CLEAN} c
        {joins}
        CROSS JOIN LATERAL (SELECT c.errors || {faults} AS errors) e
        LEFT JOIN imports_stagedrow s ON s.batch_id = %(batch)s AND s.number = c.number
    """


def _run(sql: str, parameters: dict | None = None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
