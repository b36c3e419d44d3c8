"""The measured values of schools and areas: one figure an indicator, place and Rapor year."""

from decimal import Decimal

import pghistory
from django.contrib.postgres.indexes import OpClass
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from indicators.models.catalogue import Colour, Indicator
from indicators.scope import readable_areas
from portal.models import Area, User, Versioned
from portal.tracking import by_statement, unindexed
from schools.models import School, Status

ALREADY_THERE = _("Nilai indikator dan tahun ini sudah ada. Buka nilai itu, lalu koreksi.")
FIRST_YEAR = 2019


class Rank(models.IntegerChoices):
    """The five bands in which the Rapor prints a place among others (domain notes §3, Peringkat)."""

    TOP = 1, _("peringkat atas (1–20%)")
    UPPER_MIDDLE = 2, _("peringkat menengah atas (21–40%)")
    MIDDLE = 3, _("peringkat menengah (41–60%)")
    LOWER_MIDDLE = 4, _("peringkat menengah bawah (61–80%)")
    BOTTOM = 5, _("peringkat bawah (81–100%)")


class Sex(models.TextChoices):
    FEMALE = "P", _("perempuan")
    MALE = "L", _("laki-laki")


class MeasurementQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "MeasurementQuerySet":
        """Values of visible schools, and of areas inside the user's own area or above it.

        City and province figures are public knowledge, and everyone compares with them; so a
        school's account sees the areas above its school.
        """
        schools = School.objects.visible_to(user)
        return self.filter(readable_areas(user, "area__code") | Q(school__in=schools))

    def whole(self) -> "MeasurementQuerySet":
        """The figures of all pupils and schools of a place, none of those of a part of them."""
        return self.filter(of_form="", of_status="", of_sex="")

    def of(self, place: School | Area) -> "MeasurementQuerySet":
        """The figures of one school or one area as a whole."""
        return self.whole().filter(**held_by(place))


def held_by(place: School | Area) -> dict[str, School | Area]:
    """The field of Measurement that names a place: `Measurement(**held_by(place))`."""
    return {"school": place} if isinstance(place, School) else {"area": place}


@pghistory.track(
    *by_statement(),
    attrs={
        "indicator": unindexed(Indicator, _("indikator")),
        "school": unindexed(School, _("sekolah"), null=True),
        "area": unindexed(Area, _("wilayah"), null=True),
    },
)
class Measurement(Versioned):
    """One figure: an indicator of a school or an area in a Rapor year, with its printed label.

    The daerah edition prints labels without values: then `value` is None and `label` says it. Areas
    also have figures of a part of their schools or pupils (`of_form`, `of_status`, `of_sex`).
    """

    class State(models.TextChoices):
        PROVISIONAL = "sementara", _("sementara")
        OFFICIAL = "resmi", _("resmi")

    indicator = models.ForeignKey(
        Indicator,
        models.PROTECT,
        db_index=False,
        related_name="measurements",
        verbose_name=_("indikator"),
    )
    school = models.ForeignKey(
        School,
        models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="measurements",
        verbose_name=_("sekolah"),
    )
    area = models.ForeignKey(
        Area,
        models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="measurements",
        verbose_name=_("wilayah"),
    )
    year = models.PositiveSmallIntegerField(
        _("tahun Rapor"),
        validators=[
            MinValueValidator(FIRST_YEAR, _("Tahun Rapor paling awal 2019.")),
            MaxValueValidator(2100, _("Periksa tahun Rapor.")),
        ],
        help_text=_("Rapor tahun ini memuat hasil Asesmen Nasional tahun sebelumnya."),
    )
    of_form = models.CharField(_("jenis satuan"), max_length=20, blank=True)
    of_status = models.CharField(_("status satuan"), max_length=6, choices=Status, blank=True)
    of_sex = models.CharField(_("jenis kelamin"), max_length=1, choices=Sex, blank=True)
    value = models.DecimalField(_("nilai"), max_digits=9, decimal_places=4, null=True, blank=True)
    numerator = models.DecimalField(
        _("pembilang"), max_digits=14, decimal_places=4, null=True, blank=True
    )
    denominator = models.DecimalField(
        _("penyebut"), max_digits=14, decimal_places=4, null=True, blank=True
    )
    label = models.CharField(_("label capaian"), max_length=30, blank=True)
    colour = models.CharField(_("warna"), max_length=6, choices=Colour, blank=True)
    rank_city = models.PositiveSmallIntegerField(
        _("peringkat di kabupaten/kota"), choices=Rank, null=True, blank=True
    )
    rank_province = models.PositiveSmallIntegerField(
        _("peringkat di provinsi"), choices=Rank, null=True, blank=True
    )
    rank_nation = models.PositiveSmallIntegerField(
        _("peringkat nasional"), choices=Rank, null=True, blank=True
    )
    source = models.CharField(_("sumber"), max_length=120)
    data_source = models.CharField(_("sumber data"), max_length=80, blank=True)
    state = models.CharField(_("status"), max_length=10, choices=State, default=State.PROVISIONAL)
    note = models.TextField(_("catatan"), blank=True, max_length=1000)
    reason = models.TextField(_("alasan koreksi terakhir"), blank=True, editable=False)

    objects = MeasurementQuerySet.as_manager()

    class Meta:
        verbose_name = _("capaian")
        verbose_name_plural = _("capaian")
        ordering = ["-year", "indicator"]
        # The unique constraints find the figures of a place: few indexes, because millions come in.
        indexes = [
            models.Index(fields=["indicator", "year", "value"], name="measurement_by_value"),
            models.Index(
                OpClass("area", name="varchar_pattern_ops"),
                name="measurement_inside_area",
                condition=Q(area__isnull=False),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="measurement_of_a_school_or_an_area",
                condition=Q(school=None, area__isnull=False) | Q(school__isnull=False, area=None),
            ),
            models.UniqueConstraint(
                fields=["school", "indicator", "year"],
                name="measurement_once_per_school",
                condition=Q(school__isnull=False),
                violation_error_message=ALREADY_THERE,
            ),
            models.UniqueConstraint(
                fields=["area", "indicator", "year", "of_form", "of_status", "of_sex"],
                name="measurement_once_per_area",
                condition=Q(area__isnull=False),
                violation_error_message=ALREADY_THERE,
            ),
            models.CheckConstraint(
                name="measurement_colour_is_known",
                condition=Q(colour="") | Q(colour__in=Colour.values),
            ),
            models.CheckConstraint(
                name="measurement_is_not_negative",
                condition=Q(value__gte=Decimal(0)),
                violation_error_message=_("Nilai tidak boleh kurang dari 0."),
            ),
            models.CheckConstraint(
                name="measurement_says_something",
                condition=Q(value__isnull=False) | ~Q(label=""),
                violation_error_message=_("Isi nilai atau labelnya."),
            ),
            models.CheckConstraint(
                name="measurement_of_parts_is_of_an_area",
                condition=Q(school=None) | Q(of_form="", of_status="", of_sex=""),
            ),
            models.CheckConstraint(
                name="measurement_ranks_are_bands",
                condition=(Q(rank_city=None) | Q(rank_city__in=Rank.values))
                & (Q(rank_province=None) | Q(rank_province__in=Rank.values))
                & (Q(rank_nation=None) | Q(rank_nation__in=Rank.values)),
            ),
            models.CheckConstraint(
                name="measurement_denominator_is_positive",
                condition=Q(denominator=None) | Q(denominator__gt=0),
                violation_error_message=_("Penyebut harus lebih dari 0."),
            ),
        ]

    def __str__(self):
        return f"{self.indicator} {self.year}"

    def get_absolute_url(self):
        return reverse("indicators:measurement", args=[self.pk])

    @property
    def place(self) -> School | Area:
        """What was measured: a school or an area."""
        return self.school or self.area
