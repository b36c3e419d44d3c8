"""What visits are filed under and asked: their kinds, and instruments in versions."""

from decimal import Decimal

import pghistory
from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from mentoring.models import frozen
from mentoring.models.kinds import DIGITS, LEVELS, PLACES, ItemKind, ShownHow
from portal.models import User, Versioned

CODE = r"^[a-z0-9][a-z0-9-]*\Z"
CODE_WORDS = _("Kode memakai huruf kecil, angka, dan tanda hubung, misalnya: kepemimpinan-1.")


class CommonQuerySet(models.QuerySet):
    """Lists that the whole cooperation shares."""

    def visible_to(self, user: User) -> "CommonQuerySet":
        return self if user.is_authenticated else self.none()


@pghistory.track()
class VisitKind(models.Model):
    """The kind of a visit (coaching KS, lokakarya, …): field practice, so data that an admin edits."""

    name = models.CharField(_("nama"), max_length=80, unique=True)
    order = models.PositiveSmallIntegerField(_("urutan"), default=0)
    active = models.BooleanField(_("dipakai"), default=True)

    objects = CommonQuerySet.as_manager()

    class Meta:
        verbose_name = _("jenis kunjungan")
        verbose_name_plural = _("jenis kunjungan")
        ordering = ["order", "name"]

    def __str__(self):
        return self.name


class InstrumentQuerySet(CommonQuerySet):
    def published(self) -> "InstrumentQuerySet":
        """The versions that new visits may take, the newest first."""
        found = self.filter(state=Instrument.State.PUBLISHED)
        return found.order_by("-published_at", "-pk")


@pghistory.track()
class Instrument(Versioned):
    """One version of an instrument. Versions of a family share `code`; a published one never changes."""

    class State(models.TextChoices):
        DRAFT = "draf", _("draf")
        PUBLISHED = "terbit", _("terbit")
        RETIRED = "ditarik", _("ditarik")

    code = models.CharField(_("kode"), max_length=50, validators=[RegexValidator(CODE, CODE_WORDS)])
    number = models.PositiveSmallIntegerField(_("versi"), default=1, editable=False)
    name = models.CharField(_("nama"), max_length=120)
    description = models.TextField(_("keterangan"), blank=True, max_length=1000)
    state = models.CharField(
        _("status"), max_length=8, choices=State, default=State.DRAFT, editable=False
    )
    published_at = models.DateTimeField(_("terbit pada"), null=True, blank=True, editable=False)

    objects = InstrumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("instrumen")
        verbose_name_plural = _("instrumen")
        ordering = ["name", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["code", "number"],
                name="instrument_version_once",
                violation_error_message=_("Kode ini sudah dipakai instrumen lain."),
            ),
            models.UniqueConstraint(
                fields=["code"],
                condition=Q(state="draf"),
                name="instrument_one_draft",
                violation_error_message=_("Instrumen ini sudah punya versi draf."),
            ),
            models.UniqueConstraint(
                fields=["code"], condition=Q(state="terbit"), name="instrument_one_published"
            ),
            models.CheckConstraint(
                name="instrument_state_is_known",
                condition=Q(state="draf", published_at=None)
                | Q(state__in=["terbit", "ditarik"], published_at__isnull=False),
            ),
        ]
        triggers = [frozen.version()]

    def __str__(self):
        return _("%(name)s (versi %(number)d)") % {"name": self.name, "number": self.number}

    def get_absolute_url(self):
        return reverse("mentoring:instrument", args=[self.pk])

    @property
    def is_draft(self) -> bool:
        return self.state == self.State.DRAFT

    @property
    def is_published(self) -> bool:
        return self.state == self.State.PUBLISHED


class OfInstrumentQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "OfInstrumentQuerySet":
        return self if user.is_authenticated else self.none()


def _weight(label) -> models.DecimalField:
    return models.DecimalField(
        label,
        max_digits=5,
        decimal_places=2,
        default=Decimal(1),
        validators=[MinValueValidator(0, _("Bobot tidak boleh kurang dari 0."))],
        help_text=_("Bobot 0 berarti tidak ikut dihitung."),
    )


@pghistory.track()
class InstrumentSection(Versioned):
    """A part of an instrument with a title; its weight counts in the total score."""

    instrument = models.ForeignKey(Instrument, models.CASCADE, related_name="sections")
    order = models.PositiveSmallIntegerField(_("urutan"), default=1, editable=False)
    title = models.CharField(_("judul"), max_length=120)
    weight = _weight(_("bobot"))

    objects = OfInstrumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("bagian instrumen")
        verbose_name_plural = _("bagian instrumen")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                name="section_weight_is_not_negative", condition=Q(weight__gte=0)
            )
        ]
        triggers = [frozen.part_of_version()]

    def __str__(self):
        return self.title


@pghistory.track()
class InstrumentItem(Versioned):
    """A question of an instrument. `code` names it inside its version and in the versions after it.

    Which fields have a meaning depends on its kind: texts of levels (rubric), limits and unit
    (number), choices. With `shown_how` it is asked only when the answer to the earlier item
    `shown_if` holds; `shown_value` has a line a value.
    """

    instrument = models.ForeignKey(Instrument, models.CASCADE, related_name="items")
    section = models.ForeignKey(InstrumentSection, models.CASCADE, related_name="items")
    order = models.PositiveSmallIntegerField(_("urutan"), default=1, editable=False)
    code = models.CharField(_("kode"), max_length=30, validators=[RegexValidator(CODE, CODE_WORDS)])
    kind = models.CharField(
        _("jenis"), max_length=14, choices=ItemKind, default=ItemKind.RUBRIC, editable=False
    )
    text = models.CharField(_("butir"), max_length=250)
    help = models.CharField(_("bantuan"), max_length=500, blank=True)
    required = models.BooleanField(_("wajib dijawab"), default=True)
    weight = _weight(_("bobot"))
    level_1 = models.CharField(_("tingkat 1"), max_length=250, blank=True)
    level_2 = models.CharField(_("tingkat 2"), max_length=250, blank=True)
    level_3 = models.CharField(_("tingkat 3"), max_length=250, blank=True)
    level_4 = models.CharField(_("tingkat 4"), max_length=250, blank=True)
    minimum = models.DecimalField(
        _("angka terkecil"), max_digits=DIGITS, decimal_places=PLACES, null=True, blank=True
    )
    maximum = models.DecimalField(
        _("angka terbesar"), max_digits=DIGITS, decimal_places=PLACES, null=True, blank=True
    )
    unit = models.CharField(_("satuan"), max_length=20, blank=True)
    shown_if = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="shows",
        verbose_name=_("tampil menurut butir"),
    )
    shown_how = models.CharField(_("tampil bila"), max_length=10, choices=ShownHow, blank=True)
    shown_value = models.CharField(_("nilai"), max_length=500, blank=True)

    objects = OfInstrumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("butir instrumen")
        verbose_name_plural = _("butir instrumen")
        ordering = ["section__order", "section", "order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["instrument", "code"],
                name="item_code_once",
                violation_error_message=_("Kode ini sudah dipakai butir lain."),
            ),
            models.CheckConstraint(
                name="item_kind_is_known", condition=Q(kind__in=list(ItemKind.values))
            ),
            models.CheckConstraint(name="item_weight_is_not_negative", condition=Q(weight__gte=0)),
            models.CheckConstraint(
                name="item_limits_in_order",
                condition=Q(minimum=None) | Q(maximum=None) | Q(maximum__gte=F("minimum")),
                violation_error_message=_("Angka terbesar lebih kecil dari angka terkecil."),
            ),
            models.CheckConstraint(
                name="item_rule_is_whole",
                condition=~Q(shown_how="") | Q(shown_if=None, shown_value=""),
                violation_error_message=_("Pilih syarat tampilnya, atau kosongkan semuanya."),
            ),
        ]
        triggers = [frozen.part_of_version()]

    def __str__(self):
        return self.text

    @property
    def levels(self) -> list[tuple[int, str]]:
        """Score and description of each level, from 1 to 4."""
        return [(n, getattr(self, f"level_{n}")) for n in LEVELS]


@pghistory.track()
class ItemChoice(models.Model):
    """A choice of an item that is answered by choosing."""

    item = models.ForeignKey(InstrumentItem, models.CASCADE, related_name="choices")
    order = models.PositiveSmallIntegerField(_("urutan"), default=1)
    text = models.CharField(_("pilihan"), max_length=120)

    class Meta:
        verbose_name = _("pilihan butir")
        verbose_name_plural = _("pilihan butir")
        ordering = ["order", "pk"]
        triggers = [frozen.part_of_item()]

    def __str__(self):
        return self.text
