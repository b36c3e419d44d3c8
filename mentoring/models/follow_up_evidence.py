"""What proves that a follow-up was carried out: photos and PDF files."""

import uuid

import pghistory
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.models.follow_ups import FollowUp, OfFollowUpQuerySet
from portal.models import User


def _random_name(folder: str, filename: str) -> str:
    """A stored name that says nothing about the uploader's file but its kind."""
    month = timezone.localdate().strftime("%Y/%m")
    extension = filename.rsplit(".", 1)[-1]
    return f"follow_ups/{folder}/{month}/{uuid.uuid4().hex}.{extension}"


def shown_name(instance, filename: str) -> str:
    return _random_name("shown", filename)


def original_name(instance, filename: str) -> str:
    return _random_name("original", filename)


def thumbnail_name(instance, filename: str) -> str:
    return _random_name("thumbnail", filename)


@pghistory.track()
class FollowUpEvidence(models.Model):
    """A file that proves a follow-up: a PDF as it came, or a photo in a rendition without metadata.

    The original of a photo holds what the camera wrote into it (place, device) and is never
    served; a PDF has neither original nor thumbnail.
    """

    follow_up = models.ForeignKey(FollowUp, models.CASCADE, related_name="evidence")
    file = models.FileField(_("bukti"), upload_to=shown_name)
    thumbnail = models.ImageField(
        _("gambar kecil"), upload_to=thumbnail_name, blank=True, editable=False
    )
    original = models.FileField(
        _("berkas asli"), upload_to=original_name, blank=True, editable=False
    )
    caption = models.CharField(_("keterangan"), max_length=200, blank=True)
    sha256 = models.CharField(max_length=64, editable=False)
    uploaded_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name=_("diunggah oleh")
    )
    uploaded_at = models.DateTimeField(_("diunggah"), auto_now_add=True)

    objects = OfFollowUpQuerySet.as_manager()

    class Meta:
        verbose_name = _("bukti tindak lanjut")
        verbose_name_plural = _("bukti tindak lanjut")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["follow_up", "sha256"],
                name="follow_up_evidence_once",
                violation_error_message=_("Berkas ini sudah diunggah."),
            )
        ]

    def __str__(self):
        return self.caption or self.file.name.rsplit("/", 1)[-1]

    def get_absolute_url(self):
        return reverse("mentoring:follow-up-evidence", args=[self.pk])

    @property
    def is_photo(self) -> bool:
        return bool(self.thumbnail)
