"""The yearly work plan of an agreement: its activities, what they serve, and when they are due."""

from decimal import Decimal

import pghistory
import pgtrigger
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from indicators.models import Indicator
from mentoring.models.agreements import Agreement, Clause, OfAgreementQuerySet, Side
from portal.models import User, Versioned

FIRST_YEAR, LAST_YEAR = 2000, 2100

ONLY_FITTING = """
IF NEW.activity_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM mentoring_activity a JOIN mentoring_workplan p ON p.id = a.plan_id
    WHERE a.id = NEW.activity_id AND a.form = '{form}' AND p.agreement_id = NEW.agreement_id
) THEN
    RAISE EXCEPTION 'the activity does not fit' USING ERRCODE = 'check_violation';
END IF;
RETURN NEW;
"""


def only_fitting(form: str) -> pgtrigger.Trigger:
    """For a table with `activity` and `agreement`: the activity is of that agreement and this form."""
    return pgtrigger.Trigger(
        name="only_fitting_activity",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        func=ONLY_FITTING.format(form=form),
    )


@pghistory.track()
class WorkPlan(Versioned):
    """What both sides mean to do under an agreement in a calendar year (the budget's year)."""

    agreement = models.ForeignKey(
        Agreement,
        models.PROTECT,
        related_name="work_plans",
        verbose_name=_("naskah kerja sama"),
    )
    year = models.PositiveSmallIntegerField(
        _("tahun"),
        validators=[
            MinValueValidator(FIRST_YEAR, _("Periksa tahunnya.")),
            MaxValueValidator(LAST_YEAR, _("Periksa tahunnya.")),
        ],
    )

    objects = OfAgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("rencana kerja")
        verbose_name_plural = _("rencana kerja")
        ordering = ["-year", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "year"],
                name="work_plan_once_a_year",
                violation_error_message=_("Rencana kerja tahun ini sudah ada. Buka rencana itu."),
            ),
            models.CheckConstraint(
                name="work_plan_year_is_plausible",
                condition=Q(year__gte=FIRST_YEAR, year__lte=LAST_YEAR),
                violation_error_message=_("Periksa tahunnya."),
            ),
        ]

    def __str__(self):
        return str(_("Rencana kerja %s") % self.year)

    def get_absolute_url(self):
        return reverse("mentoring:work-plan", args=[self.pk])

    def clean(self):
        """Refuse a year in which the agreement does not hold on any day."""
        agreement = getattr(self, "agreement", None)
        if agreement is None or self.year is None:
            return
        if not agreement.starts_on.year <= self.year <= agreement.ends_on.year:
            raise ValidationError(
                {
                    "year": _("Naskah kerja sama berlaku %(first)s sampai %(last)s.")
                    % {"first": agreement.starts_on.year, "last": agreement.ends_on.year}
                }
            )


class ActivityQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "ActivityQuerySet":
        """The activities of the agreements in scope; schools see none."""
        return self.filter(plan__agreement__in=Agreement.objects.visible_to(user))

    def standing(self) -> "ActivityQuerySet":
        """Those that were not dropped."""
        return self.filter(state=Activity.State.PLANNED)


@pghistory.track()
class Activity(Versioned):
    """An activity of a work plan; how far it came is counted from what was done for it."""

    class Form(models.TextChoices):
        """By what the cooperation is carried out; each is counted from records of its own."""

        MENTORING = "pendampingan", _("pendampingan")
        TRAINING = "pelatihan", _("pelatihan")
        POST = "pos", _("pos kinerja")
        REGULATION = "regulasi", _("regulasi")

    class State(models.TextChoices):
        """What was decided; that an activity is done follows from its target (`realised`)."""

        PLANNED = "direncanakan", _("direncanakan")
        DROPPED = "dibatalkan", _("dibatalkan")

    plan = models.ForeignKey(
        WorkPlan, models.PROTECT, related_name="activities", verbose_name=_("rencana kerja")
    )
    clause = models.ForeignKey(
        Clause, models.PROTECT, related_name="activities", verbose_name=_("ruang lingkup")
    )
    form = models.CharField(_("bentuk"), max_length=12, choices=Form)
    title = models.CharField(_("kegiatan"), max_length=200)
    indicators = models.ManyToManyField(
        Indicator,
        through="ActivityIndicator",
        blank=True,
        related_name="activities",
        verbose_name=_("indikator yang dituju"),
    )
    target = models.PositiveSmallIntegerField(
        _("sasaran"),
        validators=[MinValueValidator(1, _("Sasaran setidaknya 1."))],
    )
    side = models.CharField(_("penanggung jawab"), max_length=5, choices=Side)
    person = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="activities",
        verbose_name=_("PIC"),
    )
    fund_source = models.CharField(_("sumber dana"), max_length=80, blank=True)
    budget = models.DecimalField(
        _("anggaran (Rp)"),
        max_digits=15,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(0), _("Anggaran tidak boleh kurang dari 0."))],
    )
    state = models.CharField(
        _("status"), max_length=12, choices=State, default=State.PLANNED, editable=False
    )

    objects = ActivityQuerySet.as_manager()

    class Meta:
        verbose_name = _("kegiatan")
        verbose_name_plural = _("kegiatan")
        ordering = ["clause__order", "pk"]
        constraints = [
            models.CheckConstraint(
                name="activity_target_is_positive",
                condition=Q(target__gte=1),
                violation_error_message=_("Sasaran setidaknya 1."),
            ),
            models.CheckConstraint(
                name="activity_budget_not_negative",
                condition=Q(budget=None) | Q(budget__gte=0),
                violation_error_message=_("Anggaran tidak boleh kurang dari 0."),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("mentoring:activity", args=[self.pk])

    @staticmethod
    def history_name(event) -> str:
        return f"“{event.title}”"

    def clean(self):
        """Refuse a clause of another agreement."""
        clause, plan = getattr(self, "clause", None), getattr(self, "plan", None)
        if clause and plan and clause.agreement_id != plan.agreement_id:
            raise ValidationError({"clause": _("Klausul ini milik naskah lain.")})

    @property
    def is_dropped(self) -> bool:
        return self.state == self.State.DROPPED

    def misfit(self, agreement: Agreement, form: str) -> str:
        """Why nothing of this form under this agreement can be done for the activity; empty if it can."""
        if self.plan.agreement_id != agreement.pk:
            return str(_("Kegiatan ini milik naskah kerja sama lain. Pilih kegiatan lain."))
        if self.form != form:
            return str(_("Bentuk kegiatan ini %s. Pilih kegiatan lain.") % self.get_form_display())
        return ""


class OfActivityQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "OfActivityQuerySet":
        return self.filter(activity__in=Activity.objects.visible_to(user))


@pghistory.track()
class ActivityIndicator(models.Model):
    """An indicator that an activity should move."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="aimed")
    indicator = models.ForeignKey(
        Indicator, models.PROTECT, related_name="+", verbose_name=_("indikator")
    )

    objects = OfActivityQuerySet.as_manager()

    class Meta:
        verbose_name = _("indikator yang dituju")
        verbose_name_plural = _("indikator yang dituju")
        ordering = ["indicator"]
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "indicator"], name="aimed_at_once_per_activity"
            )
        ]

    def __str__(self):
        return str(self.indicator)

    @staticmethod
    def history_name(event) -> str:
        """Which indicator; whoever reads many events prefetches it."""
        return str(getattr(event, "indicator", None) or "")


@pghistory.track()
class ActivityMonth(models.Model):
    """How many of an activity's target are due in a month of the plan's year."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="months")
    month = models.PositiveSmallIntegerField(_("bulan"))
    planned = models.PositiveSmallIntegerField(_("rencana"))

    objects = OfActivityQuerySet.as_manager()

    class Meta:
        verbose_name = _("jadwal")
        verbose_name_plural = _("jadwal")
        ordering = ["month"]
        constraints = [
            models.UniqueConstraint(fields=["activity", "month"], name="month_once_per_activity"),
            models.CheckConstraint(
                name="month_is_of_a_year",
                condition=Q(month__gte=1, month__lte=12),
                violation_error_message=_("Bulan antara 1 dan 12."),
            ),
            models.CheckConstraint(
                name="month_plans_something",
                condition=Q(planned__gte=1),
                violation_error_message=_("Bulan tanpa rencana tidak dicatat."),
            ),
        ]

    def __str__(self):
        return f"{self.month}: {self.planned}"
