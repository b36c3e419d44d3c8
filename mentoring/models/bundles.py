"""The minutes of many visits as one ZIP, made in the background."""

import uuid
from datetime import timedelta

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.models import User

KEPT = timedelta(days=7)


def stored_name(instance, filename: str) -> str:
    return f"bundles/{timezone.localdate():%Y/%m}/{uuid.uuid4().hex}.zip"


class BundleQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "BundleQuerySet":
        """A person's own: what is inside was chosen by what that person may see."""
        return self.filter(by=user) if user.is_authenticated else self.none()

    def expired(self) -> "BundleQuerySet":
        """Those asked for more than 7 days ago that were not thrown away yet."""
        return self.filter(at__lt=timezone.now() - KEPT).exclude(state=Bundle.State.DISCARDED)


@pghistory.track(fields=["by", "query", "state"], model_name="BundleEvent")
class Bundle(models.Model):
    """The minutes of chosen visits on their way into one file; `done` of `total` are in it."""

    class State(models.TextChoices):
        WAITING = "menunggu", _("Menunggu giliran")
        WORKING = "dibuat", _("Sedang dibuat")
        DONE = "selesai", _("Siap diunduh")
        DISCARDED = "dibuang", _("Dibuang")

    by = models.ForeignKey(
        User, models.CASCADE, related_name="bundles", verbose_name=_("diminta oleh")
    )
    query = models.CharField(_("filter"), max_length=1000, blank=True)
    visits = ArrayField(models.BigIntegerField(), verbose_name=_("kunjungan"))
    at = models.DateTimeField(_("diminta"), auto_now_add=True)
    state = models.CharField(_("keadaan"), max_length=8, choices=State, default=State.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(_("jumlah"))
    left_out = models.PositiveIntegerField(_("tidak termuat"), default=0)
    file = models.FileField(_("berkas"), upload_to=stored_name, blank=True)
    size = models.PositiveBigIntegerField(_("ukuran"), default=0)

    objects = BundleQuerySet.as_manager()

    class Meta:
        verbose_name = _("kumpulan berita acara")
        verbose_name_plural = _("kumpulan berita acara")
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="bundle_done_has_a_file", condition=~Q(state="selesai") | ~Q(file="")
            ),
        ]

    def __str__(self):
        return f"{self._meta.verbose_name} {timezone.localtime(self.at):%Y-%m-%d %H.%M}"

    def get_absolute_url(self):
        return reverse("mentoring:bundle", args=[self.pk])

    @property
    def is_under_way(self) -> bool:
        return self.state in (self.State.WAITING, self.State.WORKING)

    @property
    def kept_until(self):
        """The day on which it is thrown away."""
        return self.at + KEPT
