"""How many visits a school is to have in a calendar year."""

import pghistory
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mentoring.models.facilitators import MOST_VISITS
from portal.models import User, Versioned
from schools.models import School, in_school_scope

FIRST_YEAR, LAST_YEAR = 2022, 2100


class YearPlanQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "YearPlanQuerySet":
        return self.filter(in_school_scope(user, "school__"))


@pghistory.track()
class YearPlan(Versioned):
    """The number of visits planned for a school in a calendar year, as the work plan counts."""

    school = models.ForeignKey(
        School, models.PROTECT, related_name="year_plans", verbose_name=_("sekolah")
    )
    year = models.PositiveSmallIntegerField(
        _("tahun"),
        validators=[
            MinValueValidator(FIRST_YEAR, _("Tahun rencana paling awal 2022.")),
            MaxValueValidator(LAST_YEAR, _("Periksa tahunnya.")),
        ],
    )
    visits = models.PositiveSmallIntegerField(
        _("kunjungan"),
        validators=[MaxValueValidator(MOST_VISITS, _("Paling banyak 60 kunjungan setahun."))],
    )

    objects = YearPlanQuerySet.as_manager()

    class Meta:
        verbose_name = _("rencana kunjungan tahunan")
        verbose_name_plural = _("rencana kunjungan tahunan")
        ordering = ["-year", "school"]
        constraints = [
            models.UniqueConstraint(
                fields=["school", "year"],
                name="year_plan_once_per_school",
                violation_error_message=_("Sekolah ini sudah punya rencana untuk tahun itu."),
            ),
            models.CheckConstraint(
                name="year_plan_visits_are_few", condition=Q(visits__lte=MOST_VISITS)
            ),
        ]

    def __str__(self):
        return f"{self.school} {self.year}: {self.visits}"
