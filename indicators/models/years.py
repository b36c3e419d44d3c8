"""The figures of an area in one Rapor year as a whole: provisional, proposed, approved, locked."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from indicators.models.measurements import FIRST_YEAR
from indicators.scope import readable_areas
from portal.models import Area, User, Versioned


class FigureYearQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "FigureYearQuerySet":
        """Those of the areas whose figures the person reads."""
        return self.filter(readable_areas(user, "area__code"))


@pghistory.track()
class FigureYear(Versioned):
    """A city's or province's figures of a year, its schools' among them.

    While they are PROVISIONAL people enter and correct them; otherwise the database refuses every
    change (`indicators_refuse_closed`), but for the time that a locked year was unlocked for.
    """

    class State(models.TextChoices):
        PROVISIONAL = "sementara", _("sementara")
        PROPOSED = "diajukan", _("diajukan")
        APPROVED = "disahkan", _("disahkan")
        LOCKED = "dikunci", _("dikunci")

    area = models.ForeignKey(
        Area, models.PROTECT, related_name="figure_years", verbose_name=_("wilayah")
    )
    year = models.PositiveSmallIntegerField(_("tahun Rapor"))
    state = models.CharField(
        _("status"), max_length=10, choices=State, default=State.PROVISIONAL, editable=False
    )
    unlocked_until = models.DateTimeField(_("dibuka sampai"), null=True, blank=True, editable=False)

    objects = FigureYearQuerySet.as_manager()

    class Meta:
        verbose_name = _("tahun capaian")
        verbose_name_plural = _("tahun capaian")
        ordering = ["-year", "area"]
        constraints = [
            models.UniqueConstraint(fields=["area", "year"], name="figure_year_once_an_area"),
            models.CheckConstraint(
                name="figure_year_is_plausible", condition=Q(year__gte=FIRST_YEAR)
            ),
            models.CheckConstraint(
                name="figure_year_unlocked_only_when_locked",
                condition=Q(unlocked_until=None) | Q(state="dikunci"),
            ),
        ]

    def __str__(self):
        return f"{self.area} {self.year}"

    def get_absolute_url(self):
        return reverse("indicators:area-year", args=[self.area_id, self.year])

    @property
    def is_unlocked(self) -> bool:
        """Whether a locked year is open for a while."""
        return self.unlocked_until is not None and self.unlocked_until > timezone.now()

    @property
    def is_open(self) -> bool:
        """Whether its figures may change now."""
        return self.state == self.State.PROVISIONAL or self.is_unlocked


class FigureYearStepQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "FigureYearStepQuerySet":
        return self.filter(figure_year__in=FigureYear.objects.visible_to(user))


@pghistory.track()
class FigureYearStep(models.Model):
    """Who moved a year of figures on, or unlocked it, when and why."""

    figure_year = models.ForeignKey(FigureYear, models.CASCADE, related_name="steps")
    act = models.CharField(_("langkah"), max_length=10)
    from_state = models.CharField(_("dari"), max_length=10, choices=FigureYear.State)
    to_state = models.CharField(_("menjadi"), max_length=10, choices=FigureYear.State)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("oleh")
    )
    at = models.DateTimeField(_("pada"), auto_now_add=True)
    reason = models.TextField(_("alasan"), blank=True, max_length=1000)
    until = models.DateTimeField(_("dibuka sampai"), null=True, blank=True)

    objects = FigureYearStepQuerySet.as_manager()

    class Meta:
        verbose_name = _("langkah tahun capaian")
        verbose_name_plural = _("langkah tahun capaian")
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.figure_year}: {self.to_state}"
