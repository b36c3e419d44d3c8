"""The indicator catalogue, sets of indicators, and the measured values of schools and areas."""

from decimal import Decimal

import pghistory
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.models import Area, Role, User, Versioned, inside_area
from schools.models import School


class Colour(models.TextChoices):
    """Achievement by colour: the word differs between indicators ("Tinggi" is green or red)."""

    RED = "merah", _("merah")
    YELLOW = "kuning", _("kuning")
    GREEN = "hijau", _("hijau")


class Unit(models.TextChoices):
    PERCENT = "persen", _("persen")
    SCORE = "skor", _("skor")
    MONTHS = "bulan", _("bulan")
    RATIO = "rasio", _("rasio")
    UNKNOWN = "?", _("tidak diketahui")


class Direction(models.TextChoices):
    UP = "naik", _("makin tinggi makin baik")
    DOWN = "turun", _("makin rendah makin baik")


class IndicatorQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "IndicatorQuerySet":
        """The catalogue is public knowledge."""
        return self if user.is_authenticated else self.none()


@pghistory.track()
class Indicator(models.Model):
    """An indicator of Rapor Pendidikan. Codes are not unique: the key is (service, code, name)."""

    service = models.CharField(_("layanan"), max_length=60)
    code = models.CharField(_("kode"), max_length=12)
    name = models.CharField(_("nama"), max_length=160)
    parent_code = models.CharField(_("kode induk"), max_length=12, blank=True)
    unit = models.CharField(_("satuan"), max_length=6, choices=Unit)
    data_source = models.CharField(_("sumber data"), max_length=80, blank=True)
    label_red = models.CharField(_("label merah"), max_length=30, blank=True)
    label_yellow = models.CharField(_("label kuning"), max_length=30, blank=True)
    label_green = models.CharField(_("label hijau"), max_length=30, blank=True)
    yellow_from = models.DecimalField(
        _("batas kuning"), max_digits=7, decimal_places=2, null=True, blank=True
    )
    green_above = models.DecimalField(
        _("batas hijau"), max_digits=7, decimal_places=2, null=True, blank=True
    )
    direction = models.CharField(_("arah"), max_length=5, choices=Direction, blank=True)
    at_school = models.BooleanField(_("tersedia untuk sekolah"), default=True)
    at_city = models.BooleanField(_("tersedia untuk kabupaten/kota"), default=True)
    at_province = models.BooleanField(_("tersedia untuk provinsi"), default=True)
    comparable_from = models.PositiveSmallIntegerField(
        _("dapat dibandingkan sejak tahun"),
        null=True,
        blank=True,
        help_text=_("Definisi atau skala berubah pada tahun ini: tahun sebelumnya tidak dibandingkan."),
    )

    objects = IndicatorQuerySet.as_manager()

    class Meta:
        verbose_name = _("indikator")
        verbose_name_plural = _("indikator")
        ordering = ["service", "code", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["service", "code", "name"],
                name="indicator_key",
                violation_error_message=_("Indikator dengan layanan, kode, dan nama ini sudah ada."),
            )
        ]

    def __str__(self):
        return f"{self.code} {self.name}"

    def get_absolute_url(self):
        return reverse("indicators:indicator", args=[self.pk])

    @property
    def labels(self) -> dict[Colour, str]:
        """The printed word of each colour; empty where the indicator has no labels."""
        words = {
            Colour.RED: self.label_red,
            Colour.YELLOW: self.label_yellow,
            Colour.GREEN: self.label_green,
        }
        return {colour: word for colour, word in words.items() if word}


class IndicatorSetQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "IndicatorSetQuerySet":
        return self if user.is_authenticated else self.none()

    def on(self, date=None) -> "IndicatorSetQuerySet":
        """The sets that hold on a day (today by default)."""
        date = date or timezone.localdate()
        return self.filter(
            Q(valid_from=None) | Q(valid_from__lte=date), Q(valid_until=None) | Q(valid_until__gte=date)
        )


@pghistory.track()
class IndicatorSet(models.Model):
    """A named choice of indicators with an order and dates of validity, e.g. the "Set SPM"."""

    code = models.SlugField(_("kode"), unique=True)
    name = models.CharField(_("nama"), max_length=80)
    description = models.TextField(_("keterangan"), blank=True)
    valid_from = models.DateField(_("berlaku sejak"), null=True, blank=True)
    valid_until = models.DateField(_("berlaku sampai"), null=True, blank=True)
    indicators = models.ManyToManyField(
        Indicator, through="SetMember", related_name="sets", verbose_name=_("indikator")
    )

    objects = IndicatorSetQuerySet.as_manager()

    class Meta:
        verbose_name = _("set indikator")
        verbose_name_plural = _("set indikator")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                name="set_ends_after_start",
                condition=Q(valid_from=None) | Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
                violation_error_message=_("Tanggal berakhir mendahului tanggal mulai."),
            )
        ]

    def __str__(self):
        return self.name


@pghistory.track()
class SetMember(models.Model):
    """An indicator's place in a set."""

    set = models.ForeignKey(IndicatorSet, models.CASCADE, related_name="members")
    indicator = models.ForeignKey(
        Indicator, models.PROTECT, related_name="memberships", verbose_name=_("indikator")
    )
    order = models.PositiveSmallIntegerField(_("urutan"))

    class Meta:
        verbose_name = _("anggota set")
        verbose_name_plural = _("anggota set")
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["set", "indicator"], name="indicator_once_per_set"),
        ]

    def __str__(self):
        return f"{self.order}. {self.indicator}"


class MeasurementQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "MeasurementQuerySet":
        """Values of visible schools, and of areas inside the user's own area or above it.

        City and province figures are public knowledge, and everyone compares with them; so a
        school's account sees the areas above its school.
        """
        schools = School.objects.visible_to(user)
        if user.role == Role.SCHOOL:
            districts = list(schools.values_list("district", flat=True))
            areas = Q(area__in=[above for code in districts for above in path(code)])
        elif user.area_id:
            areas = inside_area(user.area, "area__code") | Q(area__in=path(user.area_id))
        else:
            areas = Q(area__isnull=False)
        return self.filter(areas | Q(school__in=schools))


def path(code: str) -> list[str]:
    """An area code and the codes of all areas above it: 63.71.01 → [63, 63.71, 63.71.01]."""
    parts = code.split(".")
    return [".".join(parts[: n + 1]) for n in range(len(parts))]


@pghistory.track()
class Measurement(Versioned):
    """One figure: an indicator of a school or an area in a Rapor year, with its printed label and colour."""

    class State(models.TextChoices):
        PROVISIONAL = "sementara", _("sementara")
        OFFICIAL = "resmi", _("resmi")

    indicator = models.ForeignKey(
        Indicator, models.PROTECT, related_name="measurements", verbose_name=_("indikator")
    )
    school = models.ForeignKey(
        School, models.PROTECT, null=True, blank=True, related_name="measurements",
        verbose_name=_("sekolah"),
    )
    area = models.ForeignKey(
        Area, models.PROTECT, null=True, blank=True, related_name="measurements",
        verbose_name=_("wilayah"),
    )
    year = models.PositiveSmallIntegerField(
        _("tahun Rapor"),
        validators=[
            MinValueValidator(2019, _("Tahun Rapor paling awal 2019.")),
            MaxValueValidator(2100, _("Periksa tahun Rapor.")),
        ],
        help_text=_("Rapor tahun ini memuat hasil Asesmen Nasional tahun sebelumnya."),
    )
    value = models.DecimalField(_("nilai"), max_digits=9, decimal_places=4)
    label = models.CharField(_("label capaian"), max_length=30, blank=True)
    colour = models.CharField(_("warna"), max_length=6, choices=Colour, blank=True)
    source = models.CharField(_("sumber"), max_length=120)
    state = models.CharField(_("status"), max_length=10, choices=State, default=State.PROVISIONAL)
    note = models.TextField(_("catatan"), blank=True, max_length=1000)
    reason = models.TextField(_("alasan koreksi terakhir"), blank=True, editable=False)

    objects = MeasurementQuerySet.as_manager()

    class Meta:
        verbose_name = _("capaian")
        verbose_name_plural = _("capaian")
        ordering = ["-year", "indicator"]
        constraints = [
            models.CheckConstraint(
                name="measurement_of_a_school_or_an_area",
                condition=Q(school=None, area__isnull=False) | Q(school__isnull=False, area=None),
            ),
            models.UniqueConstraint(
                fields=["school", "indicator", "year"],
                name="measurement_once_per_school",
                condition=Q(school__isnull=False),
                violation_error_message=_("Nilai indikator dan tahun ini sudah ada. Buka nilai itu, lalu koreksi."),
            ),
            models.UniqueConstraint(
                fields=["area", "indicator", "year"],
                name="measurement_once_per_area",
                condition=Q(area__isnull=False),
                violation_error_message=_("Nilai indikator dan tahun ini sudah ada. Buka nilai itu, lalu koreksi."),
            ),
            models.CheckConstraint(
                name="measurement_colour_is_known",
                condition=Q(colour="") | Q(colour__in=Colour.values),
            ),
            models.CheckConstraint(
                name="measurement_is_not_negative", condition=Q(value__gte=Decimal(0)),
                violation_error_message=_("Nilai tidak boleh kurang dari 0."),
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
