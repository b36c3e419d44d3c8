"""Days on which schools and offices are closed: national ones, and those of an area."""

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from portal.models import Area, User, area_path, in_scope_of


class HolidayQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "HolidayQuerySet":
        """National holidays, and those of areas in the user's scope or around it.

        A school's account sees the national ones.
        """
        if not user.is_authenticated:
            return self.none()
        seen = Q(area=None) | in_scope_of(user, "area__code")
        if user.area_id is not None:
            seen |= Q(area__in=area_path(user.area_id))
        return self.filter(seen)

    def holding_in(self, area_code: str | None) -> "HolidayQuerySet":
        """National holidays and those of an area, or of an area around it."""
        around = Q(area__in=area_path(area_code)) if area_code else Q(pk__in=[])
        return self.filter(Q(area=None) | around)


@pghistory.track()
class Holiday(models.Model):
    """A day off. Most dates are decreed a year ahead, so an admin keeps the list."""

    date = models.DateField(_("tanggal"))
    name = models.CharField(_("nama"), max_length=120)
    area = models.ForeignKey(
        Area,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="holidays",
        verbose_name=_("wilayah"),
        help_text=_("Kosongkan untuk hari libur nasional."),
    )

    objects = HolidayQuerySet.as_manager()

    class Meta:
        verbose_name = _("hari libur")
        verbose_name_plural = _("hari libur")
        ordering = ["date", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["date", "name", "area"],
                name="holiday_once",
                nulls_distinct=False,
                violation_error_message=_("Hari libur ini sudah tercatat."),
            ),
        ]

    def __str__(self):
        return f"{self.name}, {date_format(self.date)}"
