"""What may happen to the photos of a visit: added and removed while its report is open."""

from collections.abc import Sequence

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from mentoring.models import Evidence, InstrumentItem, Visit
from mentoring.operations.photos import Photo, read_photo
from mentoring.operations.visits import require_writer
from portal.models import User
from portal.operations import Refused, lock

MOST_PHOTOS = 20


def add_photos(
    visit: Visit,
    uploads: Sequence[UploadedFile],
    *,
    by: User,
    caption: str = "",
    item: InstrumentItem | None = None,
) -> tuple[list[Evidence], list[str]]:
    """Add the good photos of an upload; returns them and a sentence for each file refused.

    `item`: the item of the visit's instrument that they answer, if any.
    Decoding a photo is dear, so only what there is room for is decoded; `add_photo` asks again
    when it holds the visit. Raises Refused when the visit is not open or not theirs.
    """
    _require_open(Visit.objects.get(pk=visit.pk), by)
    added, refusals = [], []
    for upload in uploads:
        try:
            _require_room(visit, upload.name)
            photo = read_photo(upload)
            kept = add_photo(visit, photo, by=by, caption=caption, name=upload.name, item=item)
            added.append(kept)
        except Refused as refusal:
            refusals.append(str(refusal))
    return added, refusals


@transaction.atomic
def add_photo(
    visit: Visit,
    photo: Photo,
    *,
    by: User,
    caption: str,
    name: str,
    item: InstrumentItem | None = None,
) -> Evidence:
    """Keep one decoded photo with its renditions.

    Raises Refused when the visit is not open or not theirs, when it has the same photo already,
    or has as many as a visit may hold.
    """
    visit = lock(visit)
    _require_open(visit, by)
    if visit.evidence.filter(sha256=photo.sha256).exists():
        raise Refused(_("%s sudah ada pada kunjungan ini, jadi tidak diunggah lagi.") % name)
    _require_room(visit, name)
    return keep_photo(visit, photo, by=by, caption=caption, item=item)


def keep_photo(
    visit: Visit,
    photo: Photo,
    *,
    by: User,
    caption: str,
    item: InstrumentItem | None = None,
) -> Evidence:
    """Write the files of a photo, then its row, without asking whether the visit is still open."""
    evidence = Evidence(
        visit=visit, item=item, caption=caption, sha256=photo.sha256, uploaded_by=by
    )
    try:
        evidence.original.save(f"x.{photo.extension}", ContentFile(photo.original), save=False)
        evidence.file.save("x.jpg", ContentFile(photo.display), save=False)
        evidence.thumbnail.save("x.jpg", ContentFile(photo.thumbnail), save=False)
        evidence.save()
    except BaseException:
        # The row is rolled back by the transaction; its files would stay behind.
        _remove_files(evidence)
        raise
    return evidence


@transaction.atomic
def delete_photo(evidence: Evidence, *, by: User) -> None:
    """Remove a photo and its files.

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
            _("Laporan ini %s, jadi fotonya tidak dapat diubah lagi.") % visit.get_state_display()
        )


def _require_room(visit: Visit, name: str) -> None:
    if visit.evidence.count() >= MOST_PHOTOS:
        raise Refused(
            _("%(name)s tidak diunggah: satu kunjungan memuat paling banyak %(most)d foto.")
            % {"name": name, "most": MOST_PHOTOS}
        )


def _remove_files(evidence: Evidence) -> None:
    for kept in (evidence.file, evidence.thumbnail, evidence.original):
        if kept:
            kept.storage.delete(kept.name)
