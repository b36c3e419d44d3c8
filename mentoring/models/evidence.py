"""What proves a visit: photos, the list of those present, notes."""

import uuid

import pghistory
from django.db import models
from django.db.models import Q
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
    """A file of a visit: a rendition without camera data to show, and the original to keep.

    A picture is shown as a JPEG that the portal encoded, with a thumbnail; a PDF as itself, its
    camera data blanked. The original holds what the device wrote into it (place, device) and is
    never served. `sha256` is that of the original.
    """

    class Kind(models.TextChoices):
        PHOTO = "foto", _("foto")
        PRESENT = "hadir", _("daftar hadir")
        MINUTES = "notula", _("notula")
        OTHER = "lainnya", _("lainnya")

    visit = models.ForeignKey(Visit, models.CASCADE, related_name="evidence")
    item = models.ForeignKey(
        InstrumentItem,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="evidence",
        verbose_name=_("butir instrumen"),
    )
    kind = models.CharField(_("jenis"), max_length=8, choices=Kind, default=Kind.PHOTO)
    file = models.FileField(_("berkas"), upload_to=display_name)
    thumbnail = models.ImageField(
        _("gambar kecil"), upload_to=thumbnail_name, blank=True, editable=False
    )
    original = models.FileField(_("berkas asli"), upload_to=original_name, editable=False)
    caption = models.CharField(_("keterangan"), max_length=200, blank=True)
    sha256 = models.CharField(max_length=64, editable=False)
    uploaded_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name=_("diunggah oleh")
    )
    uploaded_at = models.DateTimeField(_("diunggah"), auto_now_add=True)

    objects = OfVisitQuerySet.as_manager()

    class Meta:
        verbose_name = _("bukti")
        verbose_name_plural = _("bukti")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["visit", "sha256"],
                name="evidence_once_per_visit",
                violation_error_message=_("Berkas ini sudah diunggah."),
            ),
            models.CheckConstraint(
                name="evidence_kind_is_known",
                condition=Q(kind__in=["foto", "hadir", "notula", "lainnya"]),
            ),
            models.CheckConstraint(
                name="evidence_photo_is_a_picture",
                condition=~Q(kind="foto") | Q(file__endswith=".jpg"),
                violation_error_message=_("Foto harus berupa gambar."),
            ),
        ]

    def __str__(self):
        return self.caption or self.file.name

    def get_absolute_url(self):
        return reverse("mentoring:evidence", args=[self.pk])

    @property
    def is_photo(self) -> bool:
        """Whether it counts among the photos that a report needs."""
        return self.kind == self.Kind.PHOTO

    @property
    def is_picture(self) -> bool:
        """Whether it is shown as a picture; otherwise it is a PDF."""
        return self.file.name.endswith(".jpg")
