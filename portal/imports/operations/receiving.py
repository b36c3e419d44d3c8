"""A file is taken in: looked at, its columns recognised or matched by a person, its rows staged."""

import hashlib
import uuid
from datetime import date
from pathlib import PurePath

from django.core.files import File
from django.db import transaction
from django.utils.translation import gettext as _

from portal.imports.headers import (
    Header,
    NoHeader,
    find_header,
    missing_columns,
    normal,
    samples_below,
)
from portal.imports.models import Batch, RememberedMatching, State
from portal.imports.opening import open_for
from portal.imports.operations.standing import AT_ONCE_ROWS, enqueue, require
from portal.imports.profiles import Profile, profile_of
from portal.imports.reading import Source, Unreadable, first_rows
from portal.imports.staging import local_path, stage
from portal.models import Area, User
from portal.operations import Refused

AT_ONCE_BYTES = 1024 * 1024  # larger files are read in the background
MATCHABLE = (State.MATCHING, State.STAGED, State.UNREADABLE)


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
            source = open_for(path, name, profile)
            later = not at_once and (
                path.stat().st_size > AT_ONCE_BYTES or _height(source) > AT_ONCE_ROWS
            )
            with transaction.atomic():
                batch.save()
                if later:
                    enqueue(batch, by)
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
    require(batch, *MATCHABLE)
    missing = missing_columns(matching, profile.columns)
    if missing:
        names = ", ".join(str(column.label) for column in missing)
        raise Refused(_("Pilih kolom berkas untuk: %s.") % names)
    if len(set(matching.values())) < len(matching):
        raise Refused(_("Satu kolom berkas hanya dapat dipakai sekali."))
    with local_path(batch.file) as path:
        source = open_for(path, batch.file_name, profile)
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
            require(batch, *MATCHABLE)
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
                enqueue(batch, by)
            else:
                _read(batch, source)


def read_or_say_why(batch: Batch) -> None:
    """Read the batch's file; where that cannot be done the batch keeps the reason."""
    try:
        with local_path(batch.file) as path, transaction.atomic():
            _read(batch, open_for(path, batch.file_name, profile_of(batch.kind)))
    except Unreadable as reason:
        batch.state, batch.message = State.UNREADABLE, str(reason)
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
