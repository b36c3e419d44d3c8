"""Regulations that the cooperation brings about, from the proposal to the enacted paper."""

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.models.agreements import Agreement, OfAgreementQuerySet
from mentoring.models.scans import check_scan
from mentoring.models.work_plans import Activity, only_fitting
from portal.models import User, Versioned


class RegulationQuerySet(OfAgreementQuerySet):
    def enacted(self) -> "RegulationQuerySet":
        """Those that were enacted, whether or not they were revoked later."""
        return self.filter(enacted_on__isnull=False)


@pghistory.track()
class Regulation(Versioned):
    """A regulation of the city or its dinas that supports the quality of education."""

    class Kind(models.TextChoices):
        BYLAW = "perda", _("Peraturan Daerah")
        MAYOR = "perwali", _("Peraturan Wali Kota")
        DECREE = "sk", _("Surat Keputusan")
        CIRCULAR = "se", _("Surat Edaran")
        GUIDE = "juknis", _("Petunjuk Teknis")
        OTHER = "lain", _("lainnya")

    class State(models.TextChoices):
        PROPOSED = "usulan", _("usulan")
        DISCUSSED = "pembahasan", _("pembahasan")
        ENACTED = "ditetapkan", _("ditetapkan")
        REVOKED = "dicabut", _("dicabut")

    NEXT = {
        State.PROPOSED: State.DISCUSSED,
        State.DISCUSSED: State.ENACTED,
        State.ENACTED: State.REVOKED,
    }

    agreement = models.ForeignKey(
        Agreement, models.PROTECT, related_name="regulations", verbose_name=_("naskah kerja sama")
    )
    activity = models.ForeignKey(
        Activity,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="regulations",
        verbose_name=_("kegiatan rencana kerja"),
    )
    kind = models.CharField(_("jenis"), max_length=8, choices=Kind)
    about = models.CharField(_("tentang"), max_length=250)
    number = models.CharField(_("nomor"), max_length=80, blank=True)
    enacted_on = models.DateField(_("tanggal ditetapkan"), null=True, blank=True, editable=False)
    state = models.CharField(
        _("status"), max_length=10, choices=State, default=State.PROPOSED, editable=False
    )
    file = models.FileField(
        _("berkas"), upload_to="regulations/%Y/", blank=True, validators=[check_scan]
    )

    objects = RegulationQuerySet.as_manager()

    class Meta:
        verbose_name = _("regulasi")
        verbose_name_plural = _("regulasi")
        ordering = ["-pk"]
        triggers = [only_fitting(Activity.Form.REGULATION)]
        constraints = [
            models.CheckConstraint(
                name="regulation_in_force_has_number_and_date",
                condition=Q(state__in=["usulan", "pembahasan"], enacted_on=None)
                | (
                    Q(state__in=["ditetapkan", "dicabut"], enacted_on__isnull=False) & ~Q(number="")
                ),
                violation_error_message=_("Regulasi yang ditetapkan harus bernomor."),
            ),
        ]

    def __str__(self):
        name = self.get_kind_display()
        return f"{name} {self.number}".strip() + f" – {self.about}"

    def get_absolute_url(self):
        return reverse("mentoring:regulation", args=[self.pk])

    def clean(self):
        """Refuse an activity that no regulation under its agreement can be made for."""
        if self.activity_id and self.agreement_id:
            misfit = self.activity.misfit(self.agreement, Activity.Form.REGULATION)
            if misfit:
                raise ValidationError({"activity": misfit})

    @property
    def next_state(self) -> "Regulation.State | None":
        """The one state that may follow; none after it was revoked."""
        return self.NEXT.get(self.State(self.state))


class StepQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "StepQuerySet":
        return self.filter(regulation__in=Regulation.objects.visible_to(user))


@pghistory.track()
class RegulationStep(models.Model):
    """A step of a regulation: on which day, noted by whom, and why where a reason is asked.

    The first, its proposal, comes from no state.
    """

    regulation = models.ForeignKey(Regulation, models.CASCADE, related_name="steps")
    from_state = models.CharField(_("dari"), max_length=10, choices=Regulation.State, blank=True)
    to_state = models.CharField(_("menjadi"), max_length=10, choices=Regulation.State)
    on = models.DateField(_("tanggal"))
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("oleh"))
    at = models.DateTimeField(_("dicatat"), default=timezone.now, editable=False)
    reason = models.TextField(_("keterangan"), blank=True)

    objects = StepQuerySet.as_manager()

    class Meta:
        verbose_name = _("langkah")
        verbose_name_plural = _("langkah")
        ordering = ["pk"]

    def __str__(self):
        return f"{self.get_from_state_display()} → {self.get_to_state_display()}"

    @staticmethod
    def history_name(event) -> str:
        return str(Regulation.State(event.to_state).label)
