"""From a stored file to staged rows, and from staged rows to staged rows after a person's choices."""

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import islice
from pathlib import Path

from django.core.files import File
from django.db import connection, transaction
from django.utils.translation import gettext as _

from portal.imports import evaluation
from portal.imports.ahead import ahead
from portal.imports.cells import column_letter
from portal.imports.columns import Column
from portal.imports.headers import Header
from portal.imports.models import Batch, Outcome, StagedChange, StagedRow, State
from portal.imports.profiles import Profile, Target
from portal.imports.progress import tell
from portal.imports.reading import Source, Unreadable

SEPARATOR = "\x1f"  # never typed by people, so that most rows need no escaping
ESCAPES = str.maketrans({"\\": "\\\\", "\n": "\\n", "\r": "\\r", SEPARATOR: " ", "\0": ""})
PART = 10_000  # rows that are copied and cleaned at a time, and told as progress
KNOWN_BEFORE_ANALYZE = 5_000  # rows from which a fresh table's statistics pay


@contextmanager
def local_path(file: File) -> Iterator[Path]:
    """The file on this machine's disk, whatever storage holds it."""
    try:
        path = Path(file.path)
    except (AttributeError, NotImplementedError):
        with tempfile.NamedTemporaryFile() as copy:
            for chunk in file.chunks():
                copy.write(chunk)
            copy.flush()
            yield Path(copy.name)
    else:
        yield path


@transaction.atomic
def stage(batch: Batch, profile: Profile, source: Source, header: Header) -> None:
    """Put the rows below the header into the staging tables, with what each would do.

    Raises Unreadable, and stages nothing, for a formula in a text column or a sheet without rows.
    """
    _refuse_formulas(source, batch.sheet, header, profile)
    _drop_rows(batch)
    columns = [c for c in profile.columns if c.name in header.matching]
    positions = [header.matching[c.name] for c in columns]
    lines = _lines(source.rows(batch.sheet), header.row, positions)
    evaluation.begin(batch, profile)
    batch.row_count = 0
    # The database makes sense of some rows while the next ones are read.
    for part in ahead(_parts(lines)):
        batch.row_count += _copy(part, columns)
        _refuse_texts_like_formulas(profile, header)
        evaluation.clean(batch, profile)
        if batch.row_count >= PART:
            tell(batch, done=batch.row_count)
    if not batch.row_count:
        raise Unreadable(_("Di bawah judul kolom tidak ada satu baris pun. Periksa lembarnya."))
    evaluation.compare(batch, profile)
    _keep_rows(batch, profile)
    _finish(batch)


@transaction.atomic
def evaluate_again(batch: Batch, profile: Profile) -> None:
    """Judge the staged rows anew: against the registry of now, and after edits of cells."""
    evaluation.clean_staged(batch, profile)
    evaluation.compare(batch, profile)
    for target in profile.targets:
        _note_edits(batch, target)
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            UPDATE imports_stagedrow r
            SET key = o.key, outcome = o.outcome, errors = o.errors, notes = o.notes
            FROM ({evaluation.outcomes_sql(profile)}) o
            WHERE r.batch_id = %(batch)s AND r.number = o.number
              AND (r.key, r.outcome, r.errors, r.notes)
                  IS DISTINCT FROM (o.key, o.outcome, o.errors, o.notes)
            """,
            {"batch": batch.pk},
        )
    # Skipped rows keep what was shown, to be compared when they are taken in again.
    left_out = StagedRow.objects.filter(batch=batch, skipped=True)
    StagedChange.objects.filter(batch=batch).exclude(number__in=left_out.values("number")).delete()
    _keep_changes(batch, profile)
    _finish(batch)


def _note_edits(batch: Batch, target: Target) -> None:
    """Mark rows whose record somebody saved since they were judged before, so that they conflict.

    The differences of before are still staged. A row that would now overwrite a version of a record
    that none of them was made against does so unseen, if the row or one about the same record was
    judged before; one that was wrong, or has just been mended, had shown nothing.
    """
    shown = [Outcome.NEW, Outcome.CHANGED, Outcome.UNCHANGED, Outcome.CONFLICT]
    before = """EXISTS (SELECT 1 FROM imports_stagedchange d WHERE d.batch_id = %(batch)s
        AND d.target = %(target)s AND d.record = n.record"""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            UPDATE imports_stagedrow r
            SET notes = array_append(array_remove(r.notes, 'edited_meanwhile'), 'edited_meanwhile'),
                file_wins = false
            FROM {evaluation.table_of(target)} n
            WHERE r.batch_id = %(batch)s AND r.number = n.number AND n.is_changed
              AND NOT {before} AND d.version = n.version)
              AND (r.outcome = ANY(%(shown)s) OR {before}))
            """,
            {"batch": batch.pk, "target": target.name, "shown": [str(o) for o in shown]},
        )


def _refuse_formulas(source: Source, sheet: str, header: Header, profile: Profile) -> None:
    texts = {
        header.matching[c.name] for c in profile.columns if c.text and c.name in header.matching
    }
    cell = source.first_formula(sheet, texts, header.row)
    if cell:
        raise Unreadable(_formula_in(cell))


def _refuse_texts_like_formulas(profile: Profile, header: Header) -> None:
    for column in profile.columns:
        if not column.text or column.name not in header.matching:
            continue
        quoted = evaluation.name(column)
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT min(number) FROM {evaluation.RAW} WHERE left(ltrim({quoted}), 1) = '='"
            )
            [number] = cursor.fetchone()
        if number:
            raise Unreadable(_formula_in(f"{column_letter(header.matching[column.name])}{number}"))


def _formula_in(cell: str) -> str:
    return _(
        "Sel %(cell)s berisi rumus, padahal kolom itu harus berisi teks. Salin kolom itu lalu "
        "tempel sebagai nilai, dan unggah lagi."
    ) % {"cell": cell}


def _lines(rows: Iterable[list[str]], header_row: int, positions: list[int]) -> Iterator[str]:
    """The rows below the header in the form that COPY reads; rows without any text are left out."""
    width = max(positions) + 1
    for number, row in enumerate(rows, 1):
        if number <= header_row:
            continue
        if len(row) < width:
            row = row + [""] * (width - len(row))
        cells = [row[position] for position in positions]
        line = SEPARATOR.join(cells)
        if not line.strip(" \t\r\n" + SEPARATOR):
            continue
        if (
            "\\" in line
            or "\n" in line
            or "\r" in line
            or "\0" in line
            or (line.count(SEPARATOR) >= len(cells))
        ):
            line = SEPARATOR.join(cell.translate(ESCAPES) for cell in cells)
        yield f"{number}{SEPARATOR}{line}\n"


def _parts(lines: Iterator[str]) -> Iterator[bytes]:
    """The lines, some thousands at a time."""
    while part := list(islice(lines, PART)):
        yield "".join(part).encode()


def _copy(part: bytes, columns: list[Column]) -> int:
    """Copy lines into the table of texts; returns how many rows they are."""
    names = ", ".join(["number", *(evaluation.name(c) for c in columns)])
    with connection.cursor() as cursor:
        cursor.copy_expert(
            f"COPY {evaluation.RAW} ({names}) FROM STDIN WITH (DELIMITER E'\\x1f')", BytesIO(part)
        )
        return cursor.rowcount


def _drop_rows(batch: Batch) -> None:
    StagedChange.objects.filter(batch=batch).delete()
    StagedRow.objects.filter(batch=batch).delete()


def _keep_rows(batch: Batch, profile: Profile) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            INSERT INTO imports_stagedrow
                (batch_id, number, cells, key, outcome, errors, notes, skipped, file_wins)
            SELECT %(batch)s, o.number, o.cells, o.key, o.outcome, o.errors, o.notes, false, false
            FROM ({evaluation.outcomes_sql(profile)}) o
            ORDER BY o.number
            """,
            {"batch": batch.pk},
        )
        if batch.row_count > KNOWN_BEFORE_ANALYZE:
            cursor.execute("ANALYZE imports_stagedrow (batch_id, number, outcome)")
    _keep_changes(batch, profile)
    if batch.row_count > KNOWN_BEFORE_ANALYZE:
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE imports_stagedchange (batch_id, target, number)")


def _keep_changes(batch: Batch, profile: Profile) -> None:
    """What the rows that are not wrong would do to each target."""
    kept = [Outcome.NEW, Outcome.CHANGED, Outcome.CONFLICT]
    for target in profile.targets:
        with connection.cursor() as cursor:
            cursor.execute(
                f"""
                INSERT INTO imports_stagedchange
                    (batch_id, target, number, key, record, version, values, before, texts)
                SELECT %(batch)s, %(target)s, d.number, d.key, d.record, d.version, d.values,
                       d.before, d.texts
                FROM {evaluation.table_of(target)} d
                JOIN imports_stagedrow r ON r.batch_id = %(batch)s AND r.number = d.number
                WHERE (d.is_new OR d.is_changed) AND r.outcome = ANY(%(kept)s)
                ORDER BY d.number
                """,
                {"batch": batch.pk, "target": target.name, "kept": [str(k) for k in kept]},
            )


def _finish(batch: Batch) -> None:
    """Count what the rows would do, and wait for the reader's word."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT outcome, count(*) FROM imports_stagedrow "
            "WHERE batch_id = %s AND NOT skipped GROUP BY outcome",
            [batch.pk],
        )
        found = dict(cursor.fetchall())
    batch.counts = {str(outcome): found.get(outcome.value, 0) for outcome in Outcome}
    batch.state = State.STAGED
    batch.message = ""
    found_out = ["sheets", "sheet", "header_row", "headers", "samples", "matching", "columns"]
    batch.save(update_fields=["counts", "row_count", "state", "message", *found_out])
