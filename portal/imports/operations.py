"""What may happen to a batch: received, matched, mended, committed, undone, thrown away.

Each operation is one transaction, or hands its work to a background task where the file is large.
Raises `Refused` with an Indonesian sentence where the batch is not in a state for it.
"""

import hashlib
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import PurePath

import pghistory
from django.core.files import File
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.imports.committing import write
from portal.imports.headers import (
    Header,
    NoHeader,
    find_header,
    missing_columns,
    normal,
    samples_below,
)
from portal.imports.models import Batch, Outcome, RememberedMatching, StagedRow, State
from portal.imports.opening import open_file
from portal.imports.profiles import Profile, profile_of
from portal.imports.reading import Source, Unreadable, first_rows
from portal.imports.staging import evaluate_again, local_path, stage
from portal.imports.tasks import work_on
from portal.imports.undoing import take_back
from portal.locks import alone, is_held
from portal.models import Area, User
from portal.operations import Refused

AT_ONCE_ROWS = 5_000  # more rows than this are worked on in the background
AT_ONCE_BYTES = 1024 * 1024  # as is the reading of larger files
LOCK_CLASS = 0x1A907  # tells our advisory locks from others'
MATCHABLE = (State.MATCHING, State.STAGED, State.UNREADABLE)
DISCARDABLE = (State.READING, State.UNREADABLE, State.MATCHING, State.STAGED)
# What a batch in this state tells whoever asked for something that it does not allow.
STANDS = {
    State.READING: gettext_lazy("Berkas ini sedang dibaca. Tunggu sampai selesai."),
    State.UNREADABLE: gettext_lazy("Berkas ini tidak dapat dibaca. Unggah berkas yang lain."),
    State.MATCHING: gettext_lazy("Kolom berkas ini belum dicocokkan. Cocokkan kolomnya dahulu."),
    State.STAGED: gettext_lazy("Impor ini belum disimpan. Muat ulang halaman."),
    State.CHECKING: gettext_lazy("Impor ini sedang diperiksa ulang. Tunggu sampai selesai."),
    State.COMMITTING: gettext_lazy("Impor ini sedang disimpan. Tunggu sampai selesai."),
    State.COMMITTED: gettext_lazy("Impor ini sudah disimpan. Muat ulang halaman."),
    State.UNDOING: gettext_lazy("Impor ini sedang dibatalkan. Tunggu sampai selesai."),
    State.UNDONE: gettext_lazy("Impor ini sudah dibatalkan. Unggah lagi berkasnya bila perlu."),
    State.DISCARDED: gettext_lazy("Impor ini sudah dibuang. Unggah lagi berkasnya bila perlu."),
}


def receive(
    file: File,
    *,
    name: str,
    profile: Profile,
    by: User | None,
    area: Area | None,
    holds_from: date,
    at_once: bool = False,
) -> Batch:
    """Take in a file: look at what it is, keep it, and stage its rows.

    Small files are staged when this returns; larger ones (unless `at_once`) by a background task.
    Raises Unreadable, and keeps nothing, for a file that is no readable workbook; where only the
    columns could not be recognised the batch waits for a person to match them.
    """
    batch = Batch(
        kind=profile.kind,
        by=by,
        area=area,
        holds_from=holds_from,
        file_name=PurePath(name).name[-255:],
        sha256=_digest(file),
    )
    suffix = PurePath(name).suffix.lower()[:8]
    batch.file.save(f"{uuid.uuid4().hex}{suffix}", file, save=False)
    try:
        with local_path(batch.file) as path:
            source = open_file(path, name)
            later = not at_once and (
                path.stat().st_size > AT_ONCE_BYTES or _height(source) > AT_ONCE_ROWS
            )
            with transaction.atomic():
                batch.save()
                if later:
                    _enqueue(batch, by)
                else:
                    _read(batch, source)
    except Exception:
        batch.file.delete(save=False)
        raise
    return batch


def match_columns(
    batch: Batch,
    *,
    by: User,
    sheet: str,
    header_row: int,
    matching: dict[str, int],
    remember: bool = True,
) -> None:
    """Read the file again with the columns that a person matched, from the row below `header_row`.

    Raises Refused when a required column is left without a match or two share one; Unreadable as
    reading does. The matching is kept for files of this kind with the same headers.
    """
    profile = profile_of(batch.kind)
    _require(batch, *MATCHABLE)
    missing = missing_columns(matching, profile.columns)
    if missing:
        names = ", ".join(str(column.label) for column in missing)
        raise Refused(_("Pilih kolom berkas untuk: %s.") % names)
    if len(set(matching.values())) < len(matching):
        raise Refused(_("Satu kolom berkas hanya dapat dipakai sekali."))
    with local_path(batch.file) as path:
        source = open_file(path, batch.file_name)
        if sheet not in source.sheets:
            raise Refused(_("Lembar itu tidak ada dalam berkas."))
        rows = first_rows(source, sheet, header_row)
        if len(rows) < header_row:
            raise Refused(_("Berkas ini tidak memuat baris %d.") % header_row)
        if max(matching.values()) >= len(rows[-1]):
            raise Refused(_("Baris judul kolom itu tidak memuat semua kolom yang dipilih."))
        header = Header(header_row, rows[-1], matching)
        later = path.stat().st_size > AT_ONCE_BYTES or _height(source) > AT_ONCE_ROWS
        with transaction.atomic():
            # Again, now for as long as it takes: somebody may have committed it meanwhile.
            _require(batch, *MATCHABLE)
            if remember:
                RememberedMatching.objects.update_or_create(
                    kind=batch.kind,
                    headers_hash=_hash_of(header.headers),
                    defaults={"matching": matching, "by": by},
                )
            _note_header(batch, source, sheet, header)
            batch.state, batch.done = State.READING, 0
            batch.save()
            if later:
                _enqueue(batch, by)
            else:
                _read(batch, source)


@transaction.atomic
def fix_cells(batch: Batch, *, by: User, number: int, cells: dict[str, str]) -> None:
    """Put other texts into cells of a staged row and judge the batch anew."""
    _require(batch, State.STAGED)
    profile = profile_of(batch.kind)
    row = StagedRow.objects.select_for_update().get(batch=batch, number=number)
    for name, text in cells.items():
        row.cells[profile.position(name)] = text.replace("\0", "").strip()
    # What the row did before says nothing of it any more.
    row.outcome = ""
    row.save(update_fields=["cells", "outcome"])
    batch.changes.filter(number=number).delete()
    _judge_again(batch, by)


@transaction.atomic
def skip_row(batch: Batch, *, by: User, number: int, skipped: bool) -> None:
    """Leave a row out of the commit, or take it in again."""
    _require(batch, State.STAGED)
    StagedRow.objects.filter(batch=batch, number=number).update(skipped=skipped)
    _judge_again(batch, by)


@transaction.atomic
def let_file_win(batch: Batch, *, by: User, number: int, wins: bool) -> None:
    """Let the file win over what the registry holds in a row in conflict, or not."""
    _require(batch, State.STAGED)
    StagedRow.objects.filter(batch=batch, number=number).update(file_wins=wins)
    _judge_again(batch, by)


def _judge_again(batch: Batch, by: User | None) -> None:
    """Judge a small batch anew at once; a large one in the background."""
    if batch.row_count > AT_ONCE_ROWS:
        batch.state, batch.done = State.CHECKING, 0
        batch.save(update_fields=["state", "done"])
        _enqueue(batch, by)
    else:
        evaluate_again(batch, profile_of(batch.kind))


def commit(batch: Batch, *, by: User | None, accept_valid: bool = False, at_once: bool = False):
    """Write the batch's changes, all in one transaction; large batches in the background.

    Raises Refused when rows are wrong or in conflict and `accept_valid` does not leave them out,
    when there is nothing to write, and when records changed since the difference was made: then
    nothing is written and those rows wait for a decision.
    """
    with transaction.atomic():
        _require(batch, State.STAGED)
        _refuse_open_rows(batch, accept_valid)
        batch.state, batch.done = State.COMMITTING, 0
        batch.save(update_fields=["state", "done"])
        later = not at_once and batch.row_count > AT_ONCE_ROWS
        if later:
            _enqueue(batch, by)
    if not later:
        carry_on(batch, by=by)


def undo(
    batch: Batch, *, by: User | None, including_edited: bool = False, at_once: bool = False
) -> None:
    """Take back what a committed batch changed. See `undoing.take_back` for what is left alone."""
    with transaction.atomic():
        _require(batch, State.COMMITTED)
        batch.state, batch.done, batch.undo_edited = State.UNDOING, 0, including_edited
        batch.save(update_fields=["state", "done", "undo_edited"])
        later = not at_once and batch.row_count > AT_ONCE_ROWS
        if later:
            _enqueue(batch, by)
    if not later:
        carry_on(batch, by=by)


def resume(batch: Batch, *, by: User | None) -> None:
    """Go on with work that was interrupted: at once, or in the background where it is large.

    What waits in the queue already is not done twice: the second who comes finds it done.
    """
    if batch.row_count > AT_ONCE_ROWS or batch.state == State.READING:
        with transaction.atomic():
            _enqueue(batch, by)
    else:
        carry_on(batch, by=by)


def carry_on(batch: Batch, *, by: User | None) -> None:
    """Do the work that a batch waits for, or go on with it after a crash.

    Does nothing while another process works on it, or when nothing is waiting. Each kind of work is
    one transaction, so that whatever was interrupted has left nothing behind.
    """
    with alone(LOCK_CLASS, batch.pk) as is_mine:
        if not is_mine:
            return
        batch.refresh_from_db()
        if batch.state == State.READING:
            _read_or_say_why(batch)
        elif batch.state == State.CHECKING:
            evaluate_again(batch, profile_of(batch.kind))
        elif batch.state == State.COMMITTING:
            _commit(batch, by)
        elif batch.state == State.UNDOING:
            _undo(batch, by)


def nobody_works_on(batch: Batch) -> bool:
    """Whether work is waiting that no process is doing, for instance after a crash."""
    return batch.is_under_way and not is_held(LOCK_CLASS, batch.pk)


@transaction.atomic
def discard(batch: Batch) -> None:
    """Throw a batch that was not committed away, with its file and staged rows."""
    _require(batch, *DISCARDABLE)
    batch.rows.all().delete()
    batch.changes.all().delete()
    batch.state = State.DISCARDED
    file = batch.file
    transaction.on_commit(lambda: file.storage.delete(file.name))
    batch.file = ""
    batch.save(update_fields=["state", "file"])


def discard_expired() -> int:
    """Throw the batches away that nobody committed within 30 days; returns how many."""
    thrown = 0
    for batch in Batch.objects.expired():
        with suppress(Refused):  # somebody has just taken it up
            discard(batch)
            thrown += 1
    return thrown


def _require(batch: Batch, *states: State) -> None:
    """Lock the batch and refresh it. Raises Refused unless it is in one of the states."""
    current = Batch.objects.select_for_update().filter(pk=batch.pk).values_list("state", flat=True)
    with transaction.atomic():
        state = current.get()
    if state not in states:
        raise Refused(str(STANDS[state]))
    batch.refresh_from_db()


def _refuse_open_rows(batch: Batch, accept_valid: bool) -> None:
    rows = StagedRow.objects.filter(batch=batch, skipped=False)
    open_rows = rows.filter(outcome__in=[Outcome.ERROR, Outcome.CONFLICT]).count()
    if open_rows and not accept_valid:
        raise Refused(
            _("%d baris masih salah atau bentrok. Perbaiki, lewati, atau simpan yang benar saja.")
            % open_rows
        )
    if not rows.filter(outcome__in=[Outcome.NEW, Outcome.CHANGED]).exists():
        raise Refused(_("Tidak ada yang perlu disimpan: semua baris sama dengan registri."))


def _commit(batch: Batch, by: User | None) -> None:
    profile = profile_of(batch.kind)
    try:
        with _recorded(batch, by):
            written = write(batch, profile)
    except IntegrityError:
        # Somebody added the same record between the difference and now.
        written = False
    if not written:
        sentence = _(
            "Data berubah sesudah berkas diperiksa, maka belum ada yang disimpan. Periksa baris "
            "yang bentrok, lalu simpan lagi."
        )
        with transaction.atomic():
            evaluate_again(batch, profile)
            _put_down(batch, State.STAGED, sentence)
        raise Refused(sentence)


def _undo(batch: Batch, by: User | None) -> None:
    try:
        with _recorded(batch, by, undo=True):
            take_back(batch, profile_of(batch.kind), including_edited=batch.undo_edited)
    except IntegrityError as error:
        sentence = _(
            "Impor ini tidak dapat dibatalkan sekarang: isian lamanya bertabrakan dengan data lain. "
            "Belum ada yang dikembalikan."
        )
        _put_down(batch, State.COMMITTED, sentence)
        raise Refused(sentence) from error


def _put_down(batch: Batch, state: State, message: str) -> None:
    """Leave a batch whose work came to nothing in a state that can go on, with why."""
    batch.state, batch.message = state, message
    batch.save(update_fields=["state", "message"])


def _read(batch: Batch, source: Source) -> None:
    """Read the file into the staging tables, or let it wait for its columns to be matched.

    The batch is saved at the end only: a lock on its row would hold up who tells of the progress.
    """
    profile = profile_of(batch.kind)
    batch.sheets = list(source.sheets)
    if not batch.matching:
        try:
            sheet, header = _find_header(source, profile)
        except NoHeader as problem:
            if problem.nearest is None:
                raise
            _wait_for_matching(batch, source, problem)
            return
        _note_header(batch, source, sheet, header)
    header = Header(batch.header_row, batch.headers, batch.matching)
    stage(batch, profile, source, header)


def _read_or_say_why(batch: Batch) -> None:
    try:
        with local_path(batch.file) as path, transaction.atomic():
            _read(batch, open_file(path, batch.file_name))
    except Unreadable as reason:
        batch.state, batch.message = State.UNREADABLE, str(reason)
        batch.save(update_fields=["state", "message"])


def _find_header(source: Source, profile: Profile) -> tuple[str, Header]:
    """The first sheet with a header row. Raises NoHeader about the sheet that came nearest."""
    nearest: NoHeader | None = None
    for sheet in source.sheets:
        try:
            return sheet, _remembered(profile, find_header(source.rows(sheet), profile.columns))
        except NoHeader as problem:
            remembered = _remembered(profile, problem.nearest) if problem.nearest else None
            if remembered and not missing_columns(remembered.matching, profile.columns):
                return sheet, remembered
            if nearest is None or (problem.nearest and not nearest.nearest):
                nearest = problem
    raise nearest


def _remembered(profile: Profile, header: Header) -> Header:
    """The header with the matching that a person chose for such headers before, if any."""
    known = RememberedMatching.objects.filter(
        kind=profile.kind, headers_hash=_hash_of(header.headers)
    ).first()
    return Header(header.row, header.headers, known.matching) if known else header


def _wait_for_matching(batch: Batch, source: Source, problem: NoHeader) -> None:
    _note_header(batch, source, source.sheets[0], problem.nearest)
    batch.state, batch.message = State.MATCHING, str(problem)
    batch.save()


def _note_header(batch: Batch, source: Source, sheet: str, header: Header) -> None:
    batch.sheet, batch.samples = sheet, samples_below(source.rows(sheet), header)
    batch.header_row, batch.headers, batch.matching = header.row, header.headers, header.matching


def _hash_of(headers: list[str]) -> str:
    return hashlib.sha256("|".join(normal(h) for h in headers).encode()).hexdigest()


def _digest(file: File) -> str:
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()


def _height(source: Source) -> int:
    return max(source.height(sheet) for sheet in source.sheets)


def _enqueue(batch: Batch, by: User | None) -> None:
    person = by.pk if by else None
    transaction.on_commit(lambda: work_on.enqueue(batch.pk, person))


@contextmanager
def _recorded(batch: Batch, by: User | None, **more) -> Iterator[None]:
    """The history says who did it, and through which file."""
    person = {"user": by.pk} if by else {}
    with pghistory.context(**person, batch=batch.pk, file=batch.file_name, **more):
        yield
