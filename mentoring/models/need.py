"""Which school is to be visited next: the weights, and what is known of each school's need.

`SchoolNeed` is derived: the database keeps it by the function `mentoring_refresh_need` and triggers
(see the migration need_is_kept_by_the_database), so it has no history of its own.
"""

from decimal import Decimal

import pghistory
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from mentoring.models.instruments import CommonQuerySet
from portal.models import Area, Role, User, Versioned, in_scope_of
from schools.models import School

LIMITS = [MinValueValidator(Decimal(0)), MaxValueValidator(Decimal(100))]


def weight(label: str, default: str) -> models.DecimalField:
    return models.DecimalField(
        label, max_digits=5, decimal_places=2, default=Decimal(default), validators=LIMITS
    )


@pghistory.track()
class NeedWeights(Versioned):
    """How much each sign of need counts: a judgement, so one row that an admin edits."""

    red = weight(_("indikator merah"), "3")
    yellow = weight(_("indikator kuning"), "1")
    month = weight(_("bulan sejak kunjungan terakhir"), "1")
    open = weight(_("tindak lanjut terbuka"), "0.5")
    overdue = weight(_("tindak lanjut lewat tenggat"), "2")
    owed = weight(_("kunjungan yang tertinggal dari rencana"), "2")
    months_most = models.PositiveSmallIntegerField(
        _("bulan, paling banyak dihitung"),
        default=12,
        validators=[MinValueValidator(1), MaxValueValidator(60)],
        help_text=_("Sekolah yang belum pernah dikunjungi dihitung sebanyak ini."),
    )

    objects = CommonQuerySet.as_manager()

    class Meta:
        verbose_name = _("bobot kebutuhan kunjungan")
        verbose_name_plural = _("bobot kebutuhan kunjungan")
        constraints = [models.CheckConstraint(name="need_weights_is_one_row", condition=Q(id=1))]

    def __str__(self):
        return str(_("Bobot kebutuhan kunjungan"))


class SchoolNeedQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "SchoolNeedQuerySet":
        """The schools in the user's area, by the area kept here: one index serves scope and order."""
        if user.role == Role.SCHOOL:
            return self.none()
        return self.filter(in_scope_of(user, "district__code"))


class SchoolNeed(models.Model):
    """What speaks for visiting a school, and the sum: each number times its weight."""

    school = models.OneToOneField(
        School, models.DO_NOTHING, primary_key=True, db_constraint=False, related_name="need"
    )
    district = models.ForeignKey(
        Area, models.DO_NOTHING, db_constraint=False, related_name="+", verbose_name=_("kecamatan")
    )
    accompanied = models.BooleanField(_("sekolah program atau dampingan"))
    red = models.PositiveSmallIntegerField(_("merah"))
    yellow = models.PositiveSmallIntegerField(_("kuning"))
    last_visit = models.DateField(_("kunjungan terakhir"), null=True)
    months = models.PositiveSmallIntegerField(_("bulan sejak kunjungan terakhir"))
    open = models.PositiveSmallIntegerField(_("tindak lanjut terbuka"))
    overdue = models.PositiveSmallIntegerField(_("lewat tenggat"))
    planned = models.PositiveSmallIntegerField(_("rencana tahun ini"))
    expected = models.PositiveSmallIntegerField(_("seharusnya sampai hari ini"))
    made = models.PositiveSmallIntegerField(_("terlaksana tahun ini"))
    owed = models.PositiveSmallIntegerField(_("tertinggal dari rencana"))
    score = models.DecimalField(_("kebutuhan"), max_digits=9, decimal_places=2)

    objects = SchoolNeedQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "mentoring_schoolneed"
        verbose_name = _("kebutuhan kunjungan")
        verbose_name_plural = _("kebutuhan kunjungan")
        ordering = ["-score", "pk"]

    def __str__(self):
        return f"{self.school}: {self.score}"

    def get_absolute_url(self):
        return reverse("schools:school", args=[self.school.npsn])

    def terms(self, weights: NeedWeights) -> list[tuple[str, int, Decimal]]:
        """What the sum consists of: the name of each sign, how often it stands, its weight."""
        signs = (
            (_("merah"), self.red, weights.red),
            (_("kuning"), self.yellow, weights.yellow),
            (_("bulan"), self.months, weights.month),
            (_("tindak lanjut terbuka"), self.open, weights.open),
            (_("lewat tenggat"), self.overdue, weights.overdue),
            (_("tertinggal dari rencana"), self.owed, weights.owed),
        )
        return [(str(name), count, weight) for name, count, weight in signs if count]
