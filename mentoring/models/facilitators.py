"""The facilitators, and how many schools one of them may accompany at a time."""

import pghistory
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from mentoring.models.instruments import CommonQuerySet
from portal.models import Role, User, Versioned, area_path, in_scope_of

MOST_SCHOOLS = 100
MOST_VISITS = 60


def facilitators_for(user: User) -> models.QuerySet:
    """The facilitators who work in the user's area: those of a part of it and those of areas above."""
    facilitators = User.objects.filter(role=Role.FACILITATOR)
    scope = in_scope_of(user, "area__code")
    if user.area_id is not None:
        scope |= Q(area__in=area_path(user.area_id))
    return facilitators.filter(scope)


@pghistory.track()
class PlanningDefaults(Versioned):
    """What holds where nothing else was agreed: field practice, so one row that an admin edits."""

    schools_most = models.PositiveSmallIntegerField(
        _("sekolah per fasilitator, paling banyak"),
        default=5,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_SCHOOLS)],
        help_text=_("Berlaku bagi fasilitator yang tidak memiliki batas sendiri."),
    )
    visits_least = models.PositiveSmallIntegerField(
        _("kunjungan per sekolah dan tahun, paling sedikit"),
        default=4,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_VISITS)],
        help_text=_("Angka awal sekolah yang belum punya rencana tahun sebelumnya."),
    )
    visits_most = models.PositiveSmallIntegerField(
        _("kunjungan per sekolah dan tahun, lazimnya sampai"),
        default=6,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_VISITS)],
    )

    objects = CommonQuerySet.as_manager()

    class Meta:
        verbose_name = _("angka perencanaan")
        verbose_name_plural = _("angka perencanaan")
        constraints = [
            models.CheckConstraint(name="planning_defaults_is_one_row", condition=Q(id=1)),
            models.CheckConstraint(
                name="planning_defaults_most_from_least",
                condition=Q(visits_most__gte=F("visits_least")),
                violation_error_message=_(
                    "Angka “lazimnya sampai” tidak boleh di bawah “paling sedikit”."
                ),
            ),
        ]

    def __str__(self):
        return str(_("Angka perencanaan"))

    @classmethod
    def current(cls) -> "PlanningDefaults":
        """The row in force; the usual numbers where the reference data was not loaded yet."""
        return cls.objects.first() or cls(pk=1)


class CeilingQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "CeilingQuerySet":
        """Those of the facilitators who work in the user's area."""
        return self.filter(facilitator__in=facilitators_for(user))


@pghistory.track()
class Ceiling(Versioned):
    """How many schools one facilitator may accompany at a time, where it is not the usual number."""

    facilitator = models.OneToOneField(
        User,
        models.CASCADE,
        related_name="ceiling",
        verbose_name=_("fasilitator"),
        limit_choices_to={"role": Role.FACILITATOR},
        error_messages={"unique": _("Fasilitator ini sudah memiliki batas sendiri.")},
    )
    schools = models.PositiveSmallIntegerField(
        _("sekolah, paling banyak"), validators=[MaxValueValidator(MOST_SCHOOLS)]
    )

    objects = CeilingQuerySet.as_manager()

    class Meta:
        verbose_name = _("batas fasilitator")
        verbose_name_plural = _("batas fasilitator")
        ordering = ["facilitator__name"]

    def __str__(self):
        return f"{self.facilitator}: {self.schools}"

    @classmethod
    def of(cls, facilitator_id: int) -> int:
        """How many schools this facilitator may accompany at a time."""
        own = cls.objects.filter(facilitator=facilitator_id).values_list("schools", flat=True)
        return next(iter(own), PlanningDefaults.current().schools_most)
