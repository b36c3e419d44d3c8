"""What visits are filed under and scored by: their kinds, and instruments with rubric items."""

import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.models import User


class CommonQuerySet(models.QuerySet):
    """Lists that the whole cooperation shares."""

    def visible_to(self, user: User) -> "CommonQuerySet":
        return self if user.is_authenticated else self.none()


@pghistory.track()
class VisitKind(models.Model):
    """The kind of a visit (coaching KS, lokakarya, …): field practice, so data that an admin edits."""

    name = models.CharField(_("nama"), max_length=80, unique=True)
    order = models.PositiveSmallIntegerField(_("urutan"), default=0)
    active = models.BooleanField(_("dipakai"), default=True)

    objects = CommonQuerySet.as_manager()

    class Meta:
        verbose_name = _("jenis kunjungan")
        verbose_name_plural = _("jenis kunjungan")
        ordering = ["order", "name"]

    def __str__(self):
        return self.name


@pghistory.track()
class Instrument(models.Model):
    """A list of rubric items that a visit is scored by; new visits take the active one."""

    name = models.CharField(_("nama"), max_length=120, unique=True)
    active = models.BooleanField(_("dipakai"), default=True)

    objects = CommonQuerySet.as_manager()

    class Meta:
        verbose_name = _("instrumen")
        verbose_name_plural = _("instrumen")
        ordering = ["name"]

    def __str__(self):
        return self.name


@pghistory.track()
class InstrumentItem(models.Model):
    """A rubric item with a description of each of its four levels."""

    instrument = models.ForeignKey(Instrument, models.CASCADE, related_name="items")
    order = models.PositiveSmallIntegerField(_("urutan"))
    text = models.CharField(_("butir"), max_length=250)
    level_1 = models.CharField(_("tingkat 1"), max_length=250)
    level_2 = models.CharField(_("tingkat 2"), max_length=250)
    level_3 = models.CharField(_("tingkat 3"), max_length=250)
    level_4 = models.CharField(_("tingkat 4"), max_length=250)

    class Meta:
        verbose_name = _("butir instrumen")
        verbose_name_plural = _("butir instrumen")
        ordering = ["order", "pk"]

    def __str__(self):
        return self.text

    @property
    def levels(self) -> list[tuple[int, str]]:
        """Score and description of each level, from 1 to 4."""
        return [(n, getattr(self, f"level_{n}")) for n in range(1, 5)]
