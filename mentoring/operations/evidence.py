"""What may happen to the evidence of a visit: added and removed while its report is open."""

from collections.abc import Sequence

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from mentoring.models import Evidence, InstrumentItem, Visit
from mentoring.operations.pdfs import HEADER, read_pdf
from mentoring.operations.photos import read_photo
from mentoring.operations.renditions import Rendered
from mentoring.operations.visits import require_writer
from portal.models import User
from portal.operations import Refused, lock

Kind = Evidence.Kind

MOST_FILES = 20
MOST_BYTES = 10 * 1024 * 1024


def add_files(
    visit: Visit,
    uploads: Sequence[UploadedFile],
    *,
    by: User,
    kind: str = Kind.PHOTO,
    caption: str = "",
    item: InstrumentItem | None = None,
) -> tuple[list[Evidence], list[str]]:
    """Add the good files of an upload; returns them and a sentence for each file refused.

    `item`: the item of the visit's instrument that they answer, if any.
    Decoding a photo is dear, so only what there is room for is decoded; `add_file` asks again
    when it holds the visit. Raises Refused when the visit is not open, not theirs or yet to come.
    """
    _require_begun(Visit.objects.get(pk=visit.pk), by)
    added, refusals = [], []
    for upload in uploads:
        name = upload.name
        try:
            _require_room(visit, name)
            file = read_file(upload)
            given = {"kind": kind, "caption": caption, "item": item}
            added.append(add_file(visit, file, by=by, name=name, **given))
        except Refused as refusal:
            refusals.append(str(refusal))
    return added, refusals


def read_file(upload: UploadedFile) -> Rendered:
    """Read an uploaded photo or PDF by its content; its name and declared type are not believed.

    Raises Refused, with a sentence that names the file, for more than 10 MB and anything else.
    """
    if upload.size > MOST_BYTES:
        raise Refused(
            _("%s lebih besar dari 10 MB. Perkecil berkas itu, lalu unggah lagi.") % upload.name
        )
    content = upload.read()
    read = read_pdf if content.startswith(HEADER) else read_photo
    return read(content, upload.name)


@transaction.atomic
def add_file(
    visit: Visit,
    file: Rendered,
    *,
    by: User,
    caption: str,
    name: str,
    kind: str = Kind.PHOTO,
    item: InstrumentItem | None = None,
) -> Evidence:
    """Keep one file with its renditions.

    Raises Refused when the visit is not open, not theirs or yet to come, when it has the same file
    already, has as many as a visit may hold, or a PDF is called a photo.
    """
    visit = lock(visit)
    _require_begun(visit, by)
    if kind == Kind.PHOTO and not file.is_picture:
        raise Refused(_("%s adalah PDF, bukan foto. Pilih jenis lain untuk berkas itu.") % name)
    if visit.evidence.filter(sha256=file.sha256).exists():
        raise Refused(_("%s sudah ada pada kunjungan ini, jadi tidak diunggah lagi.") % name)
    _require_room(visit, name)
    return keep_file(visit, file, by=by, kind=kind, caption=caption, item=item)


def keep_file(
    visit: Visit,
    file: Rendered,
    *,
    by: User,
    caption: str,
    kind: str = Kind.PHOTO,
    item: InstrumentItem | None = None,
) -> Evidence:
    """Write the bytes of a file, then its row, without asking whether the visit is still open."""
    evidence = Evidence(
        visit=visit, kind=kind, item=item, caption=caption, sha256=file.sha256, uploaded_by=by
    )
    try:
        evidence.original.save(f"x.{file.extension}", ContentFile(file.original), save=False)
        evidence.file.save(f"x.{file.display_extension}", ContentFile(file.display), save=False)
        if file.thumbnail:
            evidence.thumbnail.save("x.jpg", ContentFile(file.thumbnail), save=False)
        evidence.save()
    except BaseException:
        # The row is rolled back by the transaction; its files would stay behind.
        _remove_files(evidence)
        raise
    return evidence


@transaction.atomic
def delete_file(evidence: Evidence, *, by: User) -> None:
    """Remove a file with its renditions.

    Raises Refused when the visit is not open any more or not theirs.
    """
    visit = lock(evidence.visit)
    _require_open(visit, by)
    files = Evidence(
        file=evidence.file.name, thumbnail=evidence.thumbnail.name, original=evidence.original.name
    )
    evidence.delete()
    transaction.on_commit(lambda: _remove_files(files))


def _require_open(visit: Visit, by: User) -> None:
    require_writer(visit, by)
    if not visit.is_open:
        raise Refused(
            _("Laporan ini %s, jadi buktinya tidak dapat diubah lagi.") % visit.get_state_display()
        )


def _require_begun(visit: Visit, by: User) -> None:
    _require_open(visit, by)
    if visit.is_to_come:
        raise Refused(
            _("Kunjungan ini baru pada %s. Buktinya ditambahkan sejak hari itu.")
            % date_format(visit.date)
        )


def _require_room(visit: Visit, name: str) -> None:
    if visit.evidence.count() >= MOST_FILES:
        raise Refused(
            _("%(name)s tidak diunggah: satu kunjungan memuat paling banyak %(most)d berkas.")
            % {"name": name, "most": MOST_FILES}
        )


def _remove_files(evidence: Evidence) -> None:
    for kept in (evidence.file, evidence.thumbnail, evidence.original):
        if kept:
            kept.storage.delete(kept.name)
