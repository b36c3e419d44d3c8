"""The indicator catalogue of Rapor Pendidikan, and sets of indicators chosen from it."""

from datetime import date

import pghistory
from django.db import models
from django.db.models import F, Func, Q, Value
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.models import Area, User
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


class RollUp(models.TextChoices):
    """How the figures of schools become one of their area; none where that would mean nothing."""

    WEIGHTED = "tertimbang", _("rata-rata tertimbang menurut jumlah peserta")
    RATIO = "rasio", _("jumlah pembilang dibagi jumlah penyebut")
    COLOURS = "warna", _("bagian sekolah menurut warna")


def _in_number_order(code: str) -> Func:
    """A key that sorts codes by their numbers, C.2 before C.10: each number in three digits."""
    padded = Func(F(code), Value("([0-9]+)"), Value(r"00\1"), Value("g"), function="regexp_replace")
    return Func(
        padded,
        Value("0*([0-9]{3})(?![0-9])"),
        Value(r"\1"),
        Value("g"),
        function="regexp_replace",
        output_field=models.TextField(),
    )


class IndicatorQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "IndicatorQuerySet":
        """The catalogue is public knowledge."""
        return self if user.is_authenticated else self.none()

    def with_code_order(self) -> "IndicatorQuerySet":
        """The indicators with `code_order`, by which C.2 comes before C.10."""
        return self.annotate(code_order=_in_number_order("code"))

    def available_at(self, place: School | Area) -> "IndicatorQuerySet":
        """The indicators that the Rapor prints for places of this kind."""
        field = availability_field(place)
        return self.filter(**{field: True}) if field else self.none()


def availability_field(place: School | Area) -> str | None:
    """The field that says an indicator is printed for such a place; None for a kecamatan."""
    if isinstance(place, School):
        return "at_school"
    return {Area.Level.CITY: "at_city", Area.Level.PROVINCE: "at_province"}.get(place.level)


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
    roll_up = models.CharField(
        _("gabungan angka sekolah"),
        max_length=10,
        choices=RollUp,
        blank=True,
        help_text=_("Cara angka wilayah dihitung dari angka sekolah; kosong: tidak dihitung."),
    )
    comparable_from = models.PositiveSmallIntegerField(
        _("dapat dibandingkan sejak tahun"),
        null=True,
        blank=True,
        help_text=_(
            "Definisi atau skala berubah pada tahun ini: tahun sebelumnya tidak dibandingkan."
        ),
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
                violation_error_message=_(
                    "Indikator dengan layanan, kode, dan nama ini sudah ada."
                ),
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

    def is_available_at(self, place: School | Area) -> bool:
        """Whether the Rapor prints this indicator for places of this kind."""
        field = availability_field(place)
        return field is not None and getattr(self, field)

    def can_compare(self, year: int) -> bool:
        """Whether a year's value may be compared with a later one (same scale and definition)."""
        return self.comparable_from is None or year >= self.comparable_from


class IndicatorSetQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "IndicatorSetQuerySet":
        return self if user.is_authenticated else self.none()

    def on(self, day: date | None = None) -> "IndicatorSetQuerySet":
        """The sets that hold on a day (today by default)."""
        day = day or timezone.localdate()
        return self.filter(
            Q(valid_from=None) | Q(valid_from__lte=day),
            Q(valid_until=None) | Q(valid_until__gte=day),
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
                condition=Q(valid_from=None)
                | Q(valid_until=None)
                | Q(valid_until__gte=F("valid_from")),
                violation_error_message=_("Tanggal berakhir mendahului tanggal mulai."),
            )
        ]

    def __str__(self):
        return self.name

    @property
    def in_order(self) -> list[Indicator]:
        """The indicators of the set in its order."""
        return [member.indicator for member in self.members.select_related("indicator")]

    def held_between(self, first: date, last: date) -> bool:
        """Whether the set held on at least one day of a period."""
        begun = self.valid_from is None or self.valid_from <= last
        return begun and (self.valid_until is None or self.valid_until >= first)


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
