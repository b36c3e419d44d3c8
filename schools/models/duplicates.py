"""Schools that stand twice in the registry: merged, or told apart for good."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.models import User
from schools.models.described import in_school_scope
from schools.models.schools import School


class MergerQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "MergerQuerySet":
        return self.filter(in_school_scope(user, "kept__"))


@pghistory.track()
class Merger(models.Model):
    """A school's record that was merged into another's, and what moved, so that it can be undone."""

    kept = models.ForeignKey(
        School, models.PROTECT, related_name="mergers", verbose_name=_("sekolah yang dipakai")
    )
    absorbed = models.ForeignKey(
        School, models.PROTECT, related_name="+", verbose_name=_("sekolah yang digabungkan")
    )
    merged_on = models.DateField(_("berlaku sejak"))
    reason = models.CharField(_("alasan"), max_length=200)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("oleh")
    )
    at = models.DateTimeField(_("pada"), auto_now_add=True)
    # The facts of the absorbed school before, and the keys of the rows that moved, by table.
    before = models.JSONField(_("keadaan sebelumnya"), default=dict)
    moved = models.JSONField(_("yang dipindahkan"), default=dict)
    undone_at = models.DateTimeField(_("dibatalkan"), null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("dibatalkan oleh"),
    )

    objects = MergerQuerySet.as_manager()

    class Meta:
        verbose_name = _("penggabungan sekolah")
        verbose_name_plural = _("penggabungan sekolah")
        ordering = ["-at"]
        constraints = [
            models.UniqueConstraint(
                fields=["absorbed"], condition=Q(undone_at=None), name="merger_once_at_a_time"
            ),
            models.CheckConstraint(name="merger_of_two_schools", condition=~Q(kept=F("absorbed"))),
        ]

    def __str__(self):
        return f"{self.absorbed} → {self.kept}"

    def get_absolute_url(self):
        return reverse("schools:merger", args=[self.pk])

    @property
    def is_undone(self) -> bool:
        return self.undone_at is not None


class DistinctPairQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "DistinctPairQuerySet":
        return self.filter(in_school_scope(user, "first__"))


@pghistory.track()
class DistinctPair(models.Model):
    """Two schools that look alike and are not the same, as a person said; the lower key first."""

    first = models.ForeignKey(School, models.CASCADE, related_name="+", verbose_name=_("sekolah"))
    second = models.ForeignKey(School, models.CASCADE, related_name="+", verbose_name=_("sekolah"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("oleh")
    )
    at = models.DateTimeField(_("pada"), auto_now_add=True)

    objects = DistinctPairQuerySet.as_manager()

    class Meta:
        verbose_name = _("pasangan sekolah berbeda")
        verbose_name_plural = _("pasangan sekolah berbeda")
        ordering = ["-at"]
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="distinct_pair_once"),
            models.CheckConstraint(
                name="distinct_pair_in_order", condition=Q(first__lt=F("second"))
            ),
        ]

    def __str__(self):
        return f"{self.first} ≠ {self.second}"
