"""How many people of an age live in an area, and how many of them learn: what participation rates divide."""

import pghistory
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from indicators.models.kept import Kept
from indicators.scope import readable_areas
from portal.models import Area, User

OLDEST = 24
ALREADY_THERE = _(
    "Jumlah ini sudah ada untuk tahun, usia, dan sumber itu. Buka jumlah itu, lalu koreksi."
)


class Group(models.TextChoices):
    """Who is counted: residents, those outside formal schools, or pupils of a level or of any."""

    RESIDENTS = "penduduk", _("Penduduk")
    OUTSIDE = "luar", _("Belum tamat dan di luar sekolah formal")
    LEARNING = "bersekolah", _("Bersekolah di jenjang apa pun, Paket A/B/C termasuk")
    EARLY = "paud", _("Murid PAUD")
    PRIMARY = "sd", _("Murid SD/MI/Paket A")
    JUNIOR = "smp", _("Murid SMP/MTs/Paket B")
    SENIOR = "sm", _("Murid SMA/SMK/MA/Paket C")
    EQUIVALENCE = "kesetaraan", _("Warga belajar kesetaraan")


RESIDENT_GROUPS = (Group.RESIDENTS, Group.OUTSIDE)


class HeadcountQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "HeadcountQuerySet":
        """Those of areas inside the user's own and above it, like other figures of areas."""
        return self.filter(readable_areas(user, "area__code"))

    def of_year(self, area: Area, year: int) -> "HeadcountQuerySet":
        """All counts of an area in a year."""
        return self.filter(area=area, year=year)


@pghistory.track()
class Headcount(Kept):
    """How many people of a group and an age band there are in an area, says a source.

    Pupils of all ages have no age band. Sources differ and stand side by side: BPS projects the
    residents that Dukcapil registers.
    """

    area = models.ForeignKey(
        Area, models.PROTECT, related_name="headcounts", verbose_name=_("wilayah")
    )
    year = models.PositiveSmallIntegerField(
        _("tahun"),
        validators=[
            MinValueValidator(2010, _("Tahun paling awal 2010.")),
            MaxValueValidator(2100, _("Periksa tahunnya.")),
        ],
        help_text=_("Tahun yang digambarkan jumlah ini."),
    )
    kind = models.CharField(_("kelompok"), max_length=10, choices=Group)
    age_from = models.PositiveSmallIntegerField(_("usia dari"), null=True, blank=True)
    age_to = models.PositiveSmallIntegerField(_("usia sampai"), null=True, blank=True)
    count = models.PositiveIntegerField(_("jumlah"))
    source = models.CharField(_("sumber"), max_length=80)
    source_year = models.PositiveSmallIntegerField(
        _("tahun sumber"),
        validators=[
            MinValueValidator(2000, _("Tahun sumber paling awal 2000.")),
            MaxValueValidator(2100, _("Periksa tahun sumbernya.")),
        ],
    )
    note = models.TextField(_("catatan"), blank=True, max_length=1000)

    objects = HeadcountQuerySet.as_manager()

    once = ("headcount_once_a_source", ALREADY_THERE)
    stays = ("area", "year")

    class Meta:
        verbose_name = _("jumlah penduduk dan murid")
        verbose_name_plural = _("jumlah penduduk dan murid")
        ordering = ["area", "-year", "kind", "age_from", "age_to", "source"]
        constraints = [
            models.UniqueConstraint(
                F("area"),
                F("year"),
                F("kind"),
                F("age_from"),
                F("age_to"),
                F("source"),
                name="headcount_once_a_source",
                nulls_distinct=False,
                violation_error_message=ALREADY_THERE,
            ),
            models.CheckConstraint(
                name="headcount_is_of_a_known_group", condition=Q(kind__in=Group.values)
            ),
            models.CheckConstraint(
                name="headcount_ages_are_in_order",
                condition=Q(age_from=None, age_to=None)
                | Q(age_from__lte=F("age_to"), age_to__lte=OLDEST),
                violation_error_message=_(
                    "Usia ditulis dari yang muda ke yang tua, paling tua 24 tahun, misalnya 7 sampai 12."
                ),
            ),
            models.CheckConstraint(
                name="headcount_of_residents_has_ages",
                condition=Q(age_from__isnull=False) | ~Q(kind__in=RESIDENT_GROUPS),
                violation_error_message=_("Jumlah penduduk memerlukan kelompok usia."),
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}, {self.ages}"

    def get_absolute_url(self):
        return reverse("indicators:headcount", args=[self.pk])

    @property
    def ages(self) -> str:
        """7–12 tahun, or all ages."""
        if self.age_from is None:
            return str(_("semua usia"))
        return _("%(first)d–%(last)d tahun") % {"first": self.age_from, "last": self.age_to}
