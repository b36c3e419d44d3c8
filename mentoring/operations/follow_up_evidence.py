"""What may happen to the evidence of a follow-up: added and taken away until it is verified."""

import hashlib
from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from mentoring.models import FollowUp, FollowUpEvidence
from mentoring.models.scans import check_scan
from mentoring.operations.follow_ups import lock_reportable, require_unverified
from mentoring.operations.photos import Photo, read_photo
from portal.models import User
from portal.operations import Refused

MOST_FILES = 10


def add_follow_up_evidence(
    follow_up: FollowUp, uploads: Sequence[UploadedFile], *, by: User, caption: str = ""
) -> tuple[list[FollowUpEvidence], list[str]]:
    """Add the good files of an upload; returns them and a sentence for each file refused."""
    added, refusals = [], []
    for upload in uploads:
        try:
            _require_room(follow_up, upload.name)
            photo = None if _claims_pdf(upload) else read_photo(upload)
            content = _pdf(upload) if photo is None else photo.original
            added.append(_add(follow_up, content, photo, name=upload.name, by=by, caption=caption))
        except Refused as refusal:
            refusals.append(str(refusal))
    return added, refusals


@transaction.atomic
def delete_follow_up_evidence(evidence: FollowUpEvidence, *, by: User) -> None:
    """Take a file away.

    Raises Refused when it is somebody else's, the follow-up is verified, or the visit's report is
    being written.
    """
    follow_up = lock_reportable(evidence.follow_up)
    require_unverified(follow_up)
    if evidence.uploaded_by_id != by.pk:
        raise Refused(_("Bukti ini diunggah orang lain."))
    files = FollowUpEvidence(
        file=evidence.file.name,
        thumbnail=evidence.thumbnail.name,
        original=evidence.original.name,
    )
    evidence.delete()
    _count(follow_up)
    transaction.on_commit(lambda: _remove_files(files))


@transaction.atomic
def _add(
    follow_up: FollowUp, content: bytes, photo: Photo | None, *, name: str, by: User, caption: str
) -> FollowUpEvidence:
    """Keep one file that was read. The follow-up's next version, so that a verifier notices it.

    Raises Refused when the follow-up is verified, holds the same file or as many as it may, and
    while the visit's report is being written.
    """
    follow_up = lock_reportable(follow_up)
    require_unverified(follow_up)
    sha256 = hashlib.sha256(content).hexdigest()
    if follow_up.evidence.filter(sha256=sha256).exists():
        raise Refused(_("%s sudah ada pada tindak lanjut ini, jadi tidak diunggah lagi.") % name)
    _require_room(follow_up, name)
    evidence = FollowUpEvidence(follow_up=follow_up, caption=caption, sha256=sha256, uploaded_by=by)
    try:
        _write_files(evidence, content, photo)
        evidence.save()
    except BaseException:
        # The row is rolled back by the transaction; its files would stay behind.
        _remove_files(evidence)
        raise
    _count(follow_up)
    return evidence


def _write_files(evidence: FollowUpEvidence, content: bytes, photo: Photo | None) -> None:
    if photo is None:
        evidence.file.save("x.pdf", ContentFile(content), save=False)
        return
    evidence.original.save(f"x.{photo.extension}", ContentFile(content), save=False)
    evidence.file.save("x.jpg", ContentFile(photo.display), save=False)
    evidence.thumbnail.save("x.jpg", ContentFile(photo.thumbnail), save=False)


def _claims_pdf(upload: UploadedFile) -> bool:
    return upload.name.lower().endswith(".pdf")


def _pdf(upload: UploadedFile) -> bytes:
    """The bytes of an upload that is a whole PDF of at most 10 MB."""
    try:
        check_scan(upload)
    except ValidationError as error:
        raise Refused(f"{upload.name}: {' '.join(error.messages)}") from error
    return upload.read()


def _require_room(follow_up: FollowUp, name: str) -> None:
    if follow_up.evidence.count() >= MOST_FILES:
        raise Refused(
            _("%(name)s tidak diunggah: satu tindak lanjut memuat paling banyak %(most)d berkas.")
            % {"name": name, "most": MOST_FILES}
        )


def _count(follow_up: FollowUp) -> None:
    follow_up.version += 1
    follow_up.save(update_fields=["version"])


def _remove_files(evidence: FollowUpEvidence) -> None:
    for kept in (evidence.file, evidence.thumbnail, evidence.original):
        if kept:
            kept.storage.delete(kept.name)
