"""Rules that figures are held against, and findings that people accept with a reason."""

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from indicators.models.catalogue import Indicator
from indicators.models.measurements import Measurement
from portal.models import User


class QualityRuleQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "QualityRuleQuerySet":
        """Rules are public knowledge."""
        return self if user.is_authenticated else self.none()


@pghistory.track()
class QualityRule(models.Model):
    """A rule as data: what kind it is, which indicators it is about, and its limit.

    `first` and `others` belong to the kinds that compare indicators with one another.
    """

    class Kind(models.TextChoices):
        NOT_GREATER = "tidak-lebih", _("tidak lebih besar daripada")
        SUM = "jumlah", _("sama dengan jumlah bagiannya")
        PEERS = "sesama", _("jauh dari sekolah sejenjang sekota")
        PAST = "masa-lalu", _("jauh dari tahun-tahunnya sendiri")
        REPEATED = "berulang", _("semua nilai sama dengan tahun sebelumnya")

    COMPARING = (Kind.NOT_GREATER, Kind.SUM)

    code = models.SlugField(_("kode"), unique=True)
    kind = models.CharField(_("jenis"), max_length=12, choices=Kind)
    name = models.CharField(_("nama"), max_length=120)
    first = models.ForeignKey(
        Indicator,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("indikator pertama"),
    )
    others = models.ManyToManyField(
        Indicator,
        through="QualityRulePart",
        blank=True,
        related_name="+",
        verbose_name=_("indikator lain"),
    )
    limit = models.DecimalField(
        _("batas"),
        max_digits=7,
        decimal_places=2,
        default=0,
        help_text=_(
            "Selisih yang dibiarkan dalam poin; untuk kedua jenis “jauh dari”: batas skor-z kekar."
        ),
    )
    is_active = models.BooleanField(_("dipakai"), default=True)

    objects = QualityRuleQuerySet.as_manager()

    class Meta:
        verbose_name = _("aturan mutu data")
        verbose_name_plural = _("aturan mutu data")
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                name="quality_limit_is_not_negative",
                condition=Q(limit__gte=0),
                violation_error_message=_("Batas tidak boleh kurang dari 0."),
            )
        ]

    def __str__(self):
        return self.name


@pghistory.track()
class QualityRulePart(models.Model):
    """One of the indicators that the first is held against."""

    rule = models.ForeignKey(QualityRule, models.CASCADE, related_name="parts")
    indicator = models.ForeignKey(
        Indicator, models.PROTECT, related_name="+", verbose_name=_("indikator")
    )

    class Meta:
        verbose_name = _("indikator lain")
        verbose_name_plural = _("indikator lain")
        constraints = [
            models.UniqueConstraint(
                fields=["rule", "indicator"], name="indicator_once_per_quality_rule"
            ),
        ]

    def __str__(self):
        return str(self.indicator)


class AcceptanceQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "AcceptanceQuerySet":
        return self.filter(measurement__in=Measurement.objects.visible_to(user))


@pghistory.track()
class FindingAcceptance(models.Model):
    """That a finding is right as it is, says somebody and why: of a figure as it was then.

    It holds for the version of the figure that was looked at; a corrected figure is judged anew.
    """

    rule = models.ForeignKey(QualityRule, models.CASCADE, related_name="acceptances")
    measurement = models.ForeignKey(Measurement, models.CASCADE, related_name="acceptances")
    version = models.PositiveIntegerField(_("versi nilai"))
    reason = models.TextField(_("alasan"), max_length=500)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("oleh"))
    at = models.DateTimeField(_("pada"), auto_now_add=True)

    objects = AcceptanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("temuan yang diterima")
        verbose_name_plural = _("temuan yang diterima")
        ordering = ["-at"]
        constraints = [
            models.UniqueConstraint(fields=["rule", "measurement"], name="finding_accepted_once"),
            models.CheckConstraint(name="finding_accepted_with_a_reason", condition=~Q(reason="")),
        ]

    def __str__(self):
        return f"{self.rule}: {self.measurement}"
