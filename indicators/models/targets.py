"""What a place means to reach in an indicator, from where, and by when."""

from decimal import Decimal

import pghistory
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Case, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, Least
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from indicators.models.catalogue import Direction, Indicator
from indicators.models.kept import Kept
from indicators.models.measurements import FIRST_YEAR, Measurement, held_by
from indicators.scope import readable_areas
from portal.models import Area, User
from schools.models import School

ALREADY_THERE = _("Tempat ini sudah memiliki sasaran untuk indikator itu. Buka, lalu koreksi.")


class Standing(models.TextChoices):
    """How the newest figure stands beside the straight path from the start to the target."""

    REACHED = "tercapai", _("tercapai")
    ON_TRACK = "sesuai", _("sesuai jalur")
    BEHIND = "tertinggal", _("tertinggal")
    NO_FIGURE = "belum", _("belum ada capaian sesudah tahun awal")
    NOT_COMPARABLE = "beda", _("tidak dapat dibandingkan dengan tahun awal")


class TargetQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "TargetQuerySet":
        """Those of visible schools, and of areas inside the user's own area or above it."""
        schools = School.objects.visible_to(user)
        return self.filter(readable_areas(user, "area__code") | Q(school__in=schools))

    def of(self, place: School | Area) -> "TargetQuerySet":
        """Those of one school or area."""
        return self.filter(**held_by(place))

    def with_standing(self) -> "TargetQuerySet":
        """Each with the newest figure after its start and how that stands (Standing).

        The path is a straight line: after k of n years k/n of the way. It is compared without
        dividing: (newest − start) × n against (target − start) × k. After the target's year the
        whole way is due. Better is what the indicator's direction says; where it says nothing,
        from the start towards the target.
        """
        newest = (
            Measurement.objects.whole()
            .filter(indicator=OuterRef("indicator"), year__gt=OuterRef("baseline_year"))
            .filter(Q(school=OuterRef("school")) | Q(area=OuterRef("area")))
            .filter(value__isnull=False)
            .order_by("-year")
        )
        number = models.DecimalField(max_digits=20, decimal_places=4)
        sign = Case(
            When(indicator__direction=Direction.UP, then=Value(1)),
            When(indicator__direction=Direction.DOWN, then=Value(-1)),
            When(value__lt=F("baseline"), then=Value(-1)),
            default=Value(1),
            output_field=number,
        )
        return self.annotate(
            newest_year=Subquery(newest.values("year")[:1]),
            newest=Subquery(newest.values("value")[:1]),
            gone=Least(Coalesce("newest_year", "baseline_year"), F("year")) - F("baseline_year"),
            ahead=Case(
                When(newest=None, then=None),
                default=sign
                * (
                    (F("newest") - F("baseline")) * (F("year") - F("baseline_year"))
                    - (F("value") - F("baseline")) * F("gone")
                ),
                output_field=number,
            ),
            left=Case(
                When(newest=None, then=None),
                default=sign * (F("value") - F("newest")),
                output_field=number,
            ),
            standing=Case(
                When(newest=None, then=Value(Standing.NO_FIGURE)),
                When(
                    Q(baseline_year__lt=F("indicator__comparable_from"))
                    & Q(newest_year__gte=F("indicator__comparable_from")),
                    then=Value(Standing.NOT_COMPARABLE),
                ),
                When(left__lte=0, then=Value(Standing.REACHED)),
                When(ahead__gte=0, then=Value(Standing.ON_TRACK)),
                default=Value(Standing.BEHIND),
                output_field=models.CharField(),
            ),
        )


@pghistory.track()
class Target(Kept):
    """A target of a school or an area: from the value of a start year to a value in a later year."""

    indicator = models.ForeignKey(
        Indicator, models.PROTECT, related_name="targets", verbose_name=_("indikator")
    )
    school = models.ForeignKey(
        School,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="targets",
        verbose_name=_("sekolah"),
    )
    area = models.ForeignKey(
        Area,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="targets",
        verbose_name=_("wilayah"),
    )
    baseline_year = models.PositiveSmallIntegerField(
        _("tahun awal"),
        validators=[MinValueValidator(FIRST_YEAR, _("Tahun Rapor paling awal 2019."))],
    )
    baseline = models.DecimalField(_("nilai awal"), max_digits=9, decimal_places=4)
    year = models.PositiveSmallIntegerField(
        _("tahun sasaran"), validators=[MaxValueValidator(2100, _("Periksa tahunnya."))]
    )
    value = models.DecimalField(_("sasaran"), max_digits=9, decimal_places=4)
    note = models.TextField(_("dasar penetapan"), blank=True, max_length=1000)

    objects = TargetQuerySet.as_manager()

    once = ("target_once_a_place", ALREADY_THERE)
    stays = ("indicator", "school", "area")

    class Meta:
        verbose_name = _("sasaran")
        verbose_name_plural = _("sasaran")
        ordering = ["indicator", "pk"]
        constraints = [
            models.CheckConstraint(
                name="target_of_a_school_or_an_area",
                condition=Q(school=None, area__isnull=False) | Q(school__isnull=False, area=None),
            ),
            models.UniqueConstraint(
                F("indicator"),
                F("school"),
                F("area"),
                name="target_once_a_place",
                nulls_distinct=False,
                violation_error_message=ALREADY_THERE,
            ),
            models.CheckConstraint(
                name="target_lies_after_its_start",
                condition=Q(year__gt=F("baseline_year")),
                violation_error_message=_("Tahun sasaran harus sesudah tahun awal."),
            ),
            models.CheckConstraint(
                name="target_is_not_negative",
                condition=Q(baseline__gte=Decimal(0), value__gte=Decimal(0)),
                violation_error_message=_("Nilai tidak boleh kurang dari 0."),
            ),
        ]

    def __str__(self):
        return f"{self.indicator} {self.year}"

    def get_absolute_url(self):
        return reverse("indicators:target", args=[self.pk])

    @property
    def place(self) -> School | Area:
        return self.school or self.area

    @property
    def path(self) -> list[tuple[int, Decimal]]:
        """Each year from the start to the target with its value on the straight line."""
        years = self.year - self.baseline_year
        step = (self.value - self.baseline) / years
        return [(self.baseline_year + n, self.baseline + step * n) for n in range(years + 1)]
