"""What staged rows would do: checks, duplicates and difference, in SQL over temporary tables.

raw (text) → clean (typed, with faults) → one difference a target → outcome of each row
"""

from django.db import connection, models

from portal.imports.models import Batch, Outcome
from portal.imports.profiles import Profile, Target

RAW, CLEAN = "import_raw", "import_clean"


def suit_many_rows() -> None:
    """Let the transaction sort and join a whole file in memory, without compiling its expressions.

    Compiling these long expressions takes longer than evaluating them.
    """
    _run("SET LOCAL jit = off")
    _run("SET LOCAL work_mem = '64MB'")


def begin(batch: Batch, profile: Profile) -> None:
    """Make the temporary tables for texts and for what they mean, both empty.

    They end with the transaction.
    """
    suit_many_rows()
    columns = ", ".join(f"{name(c)} text NOT NULL DEFAULT ''" for c in profile.columns)
    _run(f"DROP TABLE IF EXISTS {RAW}")
    _run(f"CREATE TEMP TABLE {RAW} (number integer NOT NULL, {columns}) ON COMMIT DROP")
    _run(f"DROP TABLE IF EXISTS {CLEAN}")
    _run(
        f"CREATE TEMP TABLE {CLEAN} ON COMMIT DROP AS {_clean_sql(profile)} WITH NO DATA",
        _parameters(batch),
    )


def clean(batch: Batch, profile: Profile) -> None:
    """Move what `import_raw` holds, some or all of the rows, to `import_clean`."""
    _run(f"INSERT INTO {CLEAN} {_clean_sql(profile)}", _parameters(batch))
    _run(f"TRUNCATE {RAW}")


def clean_staged(batch: Batch, profile: Profile) -> None:
    """Make `import_clean` of the staged rows that nobody skipped, as they are now."""
    begin(batch, profile)
    cells = ", ".join(f"cells[{n}]" for n in range(1, len(profile.columns) + 1))
    _run(
        f"INSERT INTO {RAW} SELECT number, {cells} FROM imports_stagedrow "
        "WHERE batch_id = %(batch)s AND NOT skipped",
        {"batch": batch.pk},
    )
    clean(batch, profile)


def compare(batch: Batch, profile: Profile) -> None:
    """Make `import_to_<target>` of each target, now that `import_clean` holds every row.

    Notes in `batch.columns` what the new records of each target hold.
    """
    _run(f"ANALYZE {CLEAN} (number, key)")
    for alias, (owner, code) in profile.alone.items():
        _refuse_shared(alias, owner, code)
    _find_repeated(profile)
    batch.columns = {target.name: list(columns_of(target)) for target in profile.targets}
    for target in profile.targets:
        _difference(batch, target)


def name(column) -> str:
    """A column's name in SQL, quoted."""
    return connection.ops.quote_name(column.name)


def table_of(target: Target) -> str:
    return f"import_to_{target.name}"


def _clean_sql(profile: Profile) -> str:
    """SQL of the rows of `import_raw`: key, what their texts mean, texts, faults."""
    trimmed = ", ".join(
        f"btrim({name(c)}, E' \\t\\n\\r\\u00a0') AS {name(c)}" for c in profile.columns
    )
    meant = ", ".join(f"{sql} AS {alias}" for alias, sql in profile.clean.items())
    faults = {
        f"{c.name}.formula": f"left(c.raw_{c.name}, 1) = '='" for c in profile.columns if c.text
    }
    faults |= {check.code: check.when for check in profile.checks}
    kept = ", ".join(f"c.{alias}" for alias in ("number", "key", *profile.clean))
    copied = ", ".join(f"r.{name(c)} AS raw_{c.name}" for c in profile.columns)
    cells = ", ".join(f"c.raw_{c.name}" for c in profile.columns)
    return f"""
        WITH r AS MATERIALIZED (SELECT number, {trimmed} FROM {RAW})
        SELECT {kept}, ARRAY[{cells}] AS cells,
               {_codes(faults)} AS errors,
               {_codes({remark.code: remark.when for remark in profile.remarks})} AS remarks,
               ''::text AS repeats
        FROM (
            SELECT r.number, ({profile.key})::text AS key, {meant}, {copied}
            FROM r {profile.joins}
            OFFSET 0
        ) c
    """


def _refuse_shared(alias: str, owner: str, code: str) -> None:
    """Rows whose value under `alias` others have as well, under another `owner`, are faults."""
    _run(
        f"""
        UPDATE {CLEAN} c SET errors = errors || ARRAY['{code}']
        FROM (SELECT {alias} AS value FROM {CLEAN} WHERE {alias} IS NOT NULL
              GROUP BY 1 HAVING min({owner}) <> max({owner})) shared
        WHERE c.{alias} = shared.value
        """
    )


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
    faults = {
        **{
            code: f"t.id IS NULL AND {target.values[c]} IS NULL"
            for c, code in target.needed.items()
        },
        **{code: f"t.id IS NOT NULL AND ({sql})" for code, sql in target.refused.items()},
        **{
            code: f"t.id IS NOT NULL AND ({sql}) AND ({changes})"
            for code, sql in target.fixed.items()
        },
    }
    new = {**target.values, **target.new_values, **_along_new(target)}
    texts = ", ".join(f"({new[column]})::text" for column in columns_of(target))
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
               {_codes(faults)} AS faults,
               CASE WHEN t.id IS NULL THEN ARRAY[{texts}] END AS texts,
               CASE WHEN t.id IS NOT NULL AND ({changes}) THEN {_merged(parts)} END AS values,
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


def _codes(faults: dict[str, str]) -> str:
    """SQL of an array of the codes whose condition is true; most rows have none."""
    if not faults:
        return "'{}'::text[]"
    found = ", ".join(f"CASE WHEN {when} THEN '{code}' END" for code, when in faults.items())
    anything = " OR ".join(f"({when})" for when in faults.values())
    return f"CASE WHEN {anything} THEN array_remove(ARRAY[{found}], NULL) ELSE '{{}}'::text[] END"


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
        SELECT c.number, c.key, c.cells, e.errors,
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
            ], NULL) || c.remarks AS notes
        FROM {CLEAN} c
        {joins}
        CROSS JOIN LATERAL (SELECT c.errors || {faults} AS errors) e
        LEFT JOIN imports_stagedrow s ON s.batch_id = %(batch)s AND s.number = c.number
    """


def _run(sql: str, parameters: dict | None = None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
