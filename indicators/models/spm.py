"""What the Indeks Pencapaian SPM of a city is computed from, and the index that was published."""

from decimal import Decimal

import pghistory
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from indicators.models.kept import Kept
from indicators.scope import readable_areas
from portal.models import Area, User

FIRST_YEAR = 2019  # the first budget year after PP 2/2018
WHOLE_YEAR = 0
WHOLE_CITY = _("Kabupaten/kota")
ROW_ALREADY_THERE = _(
    "Baris dengan layanan, bagian, dan nama ini sudah ada pada periode ini. "
    "Buka baris itu, lalu koreksi."
)
OFFICIAL_ALREADY_THERE = _(
    "Indeks resmi untuk layanan dan periode ini sudah ada. Buka indeks itu, lalu koreksi."
)


class Service(models.TextChoices):
    """The jenis layanan of SPM Pendidikan that a kabupaten/kota answers for."""

    PAUD = "paud", _("PAUD")
    BASIC = "dikdas", _("Pendidikan Dasar")
    EQUIVALENCE = "kesetaraan", _("Kesetaraan")


class Part(models.TextChoices):
    """The two parts of the index."""

    RECIPIENTS = "penerima", _("Penerima layanan dasar")
    QUALITY = "mutu", _("Mutu minimal layanan dasar")


class Quarter(models.IntegerChoices):
    """A quarter of the budget year; 0 is the year as a whole, which is never a sum of quarters."""

    YEAR = WHOLE_YEAR, _("Setahun penuh")
    FIRST = 1, _("Triwulan I")
    SECOND = 2, _("Triwulan II")
    THIRD = 3, _("Triwulan III")
    FOURTH = 4, _("Triwulan IV")


class SpmQuerySet(models.QuerySet):
    def visible_to(self, user: User):
        """Those of areas inside the user's own and above it, like other figures of areas."""
        return self.filter(readable_areas(user, "area__code"))

    def of_period(self, area: Area, year: int, quarter: int):
        """Those of one city, year and quarter."""
        return self.filter(area=area, year=year, quarter=quarter)


class SpmRecord(Kept):
    """A record of a city and a period: a year, and one of its quarters or the whole of it."""

    area = models.ForeignKey(
        Area, models.PROTECT, related_name="%(class)ss", verbose_name=_("kabupaten/kota")
    )
    year = models.PositiveSmallIntegerField(
        _("tahun"),
        validators=[
            MinValueValidator(FIRST_YEAR, _("Tahun paling awal 2019.")),
            MaxValueValidator(2100, _("Periksa tahunnya.")),
        ],
        help_text=_("Tahun anggaran, sama dengan tahun kalender."),
    )
    quarter = models.PositiveSmallIntegerField(
        _("periode"), choices=Quarter, default=Quarter.YEAR.value
    )
    source = models.CharField(_("sumber"), max_length=120)
    note = models.TextField(_("catatan"), blank=True, max_length=1000)

    objects = SpmQuerySet.as_manager()

    stays = ("area", "year", "quarter")

    class Meta:
        abstract = True


@pghistory.track()
class SpmRequirement(SpmRecord):
    """One requirement of a service in a period: how much is needed, and how much was met.

    E.g. of PAUD, the recipients "Anak usia 5–6 tahun yang bersekolah": 11.250 to be served, 10.480
    served. More met than needed is kept as it is; pages warn about it.
    """

    service = models.CharField(_("layanan"), max_length=10, choices=Service)
    part = models.CharField(_("bagian"), max_length=8, choices=Part)
    name = models.CharField(_("nama"), max_length=160)
    needed = models.DecimalField(_("harus dilayani/dipenuhi"), max_digits=14, decimal_places=2)
    met = models.DecimalField(_("terlayani/terpenuhi"), max_digits=14, decimal_places=2)
    source_year = models.PositiveSmallIntegerField(
        _("tahun sumber"),
        validators=[
            MinValueValidator(2000, _("Tahun sumber paling awal 2000.")),
            MaxValueValidator(2100, _("Periksa tahun sumbernya.")),
        ],
    )

    once = ("spm_requirement_once_a_period", ROW_ALREADY_THERE)

    class Meta:
        verbose_name = _("baris SPM")
        verbose_name_plural = _("baris SPM")
        ordering = ["area", "-year", "quarter", "service", "part", "name"]
        constraints = [
            models.UniqueConstraint(
                F("area"),
                F("year"),
                F("quarter"),
                F("service"),
                F("part"),
                Lower("name"),
                name="spm_requirement_once_a_period",
                violation_error_message=ROW_ALREADY_THERE,
            ),
            models.CheckConstraint(
                name="spm_counts_are_not_negative",
                condition=Q(needed__gte=Decimal(0), met__gte=Decimal(0)),
                violation_error_message=_("Jumlah tidak boleh kurang dari 0."),
            ),
            models.CheckConstraint(
                name="spm_requirement_is_of_a_known_kind",
                condition=Q(
                    service__in=Service.values, part__in=Part.values, quarter__in=Quarter.values
                ),
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("indicators:spm-row", args=[self.pk])

    @classmethod
    def history_name(cls, event) -> str:
        """Which requirement an event of the history is about."""
        return f"“{event.name}”"

    @property
    def exceeds(self) -> bool:
        """Whether more was met than is needed: possible on paper, worth a second look."""
        return self.met > self.needed


@pghistory.track()
class SpmOfficialIndex(SpmRecord):
    """The index that was officially published: of a service, or of the whole city (no service).

    It stands beside what the portal computes and is never mixed with it.
    """

    service = models.CharField(_("layanan"), max_length=10, choices=Service, blank=True)
    value = models.DecimalField(_("indeks resmi"), max_digits=7, decimal_places=4)

    once = ("spm_official_index_once_a_period", OFFICIAL_ALREADY_THERE)

    class Meta:
        verbose_name = _("indeks SPM resmi")
        verbose_name_plural = _("indeks SPM resmi")
        ordering = ["area", "-year", "quarter", "service"]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "year", "quarter", "service"],
                name="spm_official_index_once_a_period",
                violation_error_message=OFFICIAL_ALREADY_THERE,
            ),
            models.CheckConstraint(
                name="spm_official_index_lies_on_its_scale",
                condition=Q(value__gte=Decimal(0), value__lte=Decimal(100)),
                violation_error_message=_("Indeks harus antara 0 dan 100."),
            ),
            models.CheckConstraint(
                name="spm_official_index_is_of_a_known_kind",
                condition=Q(service__in=["", *Service.values], quarter__in=Quarter.values),
            ),
        ]

    def __str__(self):
        return f"{_('Indeks resmi')} {self.service_name}"

    def get_absolute_url(self):
        return reverse("indicators:spm-official", args=[self.pk])

    @classmethod
    def history_name(cls, event) -> str:
        """Which index an event of the history is about."""
        return str(dict(Service.choices).get(event.service, WHOLE_CITY))

    @property
    def service_name(self) -> str:
        """The service, or the words for the whole city."""
        return self.get_service_display() if self.service else str(WHOLE_CITY)
