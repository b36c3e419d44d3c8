"""The photos of a visit."""

import uuid

import pghistory
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.models.instruments import InstrumentItem
from mentoring.models.visits import OfVisitQuerySet, Visit
from portal.models import User


def _random_name(folder: str, filename: str) -> str:
    """A stored name that says nothing about the uploader's file but its kind."""
    month = timezone.localdate().strftime("%Y/%m")
    extension = filename.rsplit(".", 1)[-1]
    return f"visits/{folder}/{month}/{uuid.uuid4().hex}.{extension}"


def display_name(instance, filename: str) -> str:
    return _random_name("display", filename)


def original_name(instance, filename: str) -> str:
    return _random_name("original", filename)


def thumbnail_name(instance, filename: str) -> str:
    return _random_name("thumbnail", filename)


@pghistory.track()
class Evidence(models.Model):
    """A photo of a visit: a rendition without metadata to show, a thumbnail, and the original to keep.

    The original holds what the camera wrote into it (place, device) and is never served.
    """

    visit = models.ForeignKey(Visit, models.CASCADE, related_name="evidence")
    item = models.ForeignKey(
        InstrumentItem,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="evidence",
        verbose_name=_("butir instrumen"),
    )
    file = models.ImageField(_("foto"), upload_to=display_name)
    thumbnail = models.ImageField(_("gambar kecil"), upload_to=thumbnail_name, editable=False)
    original = models.FileField(_("berkas asli"), upload_to=original_name, editable=False)
    caption = models.CharField(_("keterangan"), max_length=200, blank=True)
    sha256 = models.CharField(max_length=64, editable=False)
    uploaded_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name=_("diunggah oleh")
    )
    uploaded_at = models.DateTimeField(_("diunggah"), auto_now_add=True)

    objects = OfVisitQuerySet.as_manager()

    class Meta:
        verbose_name = _("foto")
        verbose_name_plural = _("foto")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["visit", "sha256"],
                name="evidence_once_per_visit",
                violation_error_message=_("Foto ini sudah diunggah."),
            )
        ]

    def __str__(self):
        return self.caption or self.file.name

    def get_absolute_url(self):
        return reverse("mentoring:evidence", args=[self.pk])
