"""A mentoring visit: its report, and every step it went through."""

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from indicators.models import Indicator
from mentoring.models.agreements import Agreement
from mentoring.models.instruments import Instrument, VisitKind
from mentoring.models.work_plans import Activity, only_fitting
from mentoring.steps import HANDED_IN, OPEN, VisitState
from portal.models import Role, User, Versioned
from schools.models import School, in_school_scope


def in_visit_scope(user: User, path: str = "") -> Q:
    """Condition "the visit lies in the user's scope"; `path` leads to it, e.g. `visit__`.

    A school's account reads a report once it is submitted, so that it can confirm it.
    """
    condition = in_school_scope(user, f"{path}school__")
    if user.role == Role.SCHOOL:
        condition &= Q(**{f"{path}state__in": Visit.READ_BY_SCHOOL})
    return condition


class VisitQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "VisitQuerySet":
        """Visits to the schools in scope; a school sees its own submitted and verified ones."""
        return self.filter(in_visit_scope(user))

    def waiting_for_verification(self) -> "VisitQuerySet":
        return self.filter(state=Visit.State.SUBMITTED)

    def open(self) -> "VisitQuerySet":
        """Visits whose report is still being written."""
        return self.filter(state__in=Visit.OPEN)

    def made_by(self, person: int) -> "VisitQuerySet":
        """A facilitator's own visits, and those that they accompany as a second writer."""
        along = Visit.objects.filter(co_writers__user=person)
        return self.filter(Q(facilitator=person) | Q(pk__in=along.values("pk")))


@pghistory.track()
class Visit(Versioned):
    """A facilitator's visit to a school, from the plan to the verified report."""

    State = VisitState

    class Mode(models.TextChoices):
        ON_SITE = "luring", _("luring")
        ONLINE = "daring", _("daring")
        HYBRID = "hibrida", _("hibrida")

    class Escalation(models.TextChoices):
        SCHOOL = "sekolah", _("sekolah")
        CITY = "daerah", _("daerah")
        BPMP = "bpmp", _("BPMP")
        MINISTRY = "pusat", _("pusat")

    READ_BY_SCHOOL = (State.SUBMITTED, State.VERIFIED)
    OPEN = OPEN
    HANDED_IN = HANDED_IN

    school = models.ForeignKey(
        School, models.PROTECT, related_name="visits", verbose_name=_("sekolah")
    )
    facilitator = models.ForeignKey(
        User, models.PROTECT, related_name="visits", verbose_name=_("fasilitator")
    )
    agreement = models.ForeignKey(
        Agreement, models.PROTECT, related_name="visits", verbose_name=_("naskah kerja sama")
    )
    activity = models.ForeignKey(
        Activity,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="visits",
        verbose_name=_("kegiatan rencana kerja"),
    )
    instrument = models.ForeignKey(
        Instrument, models.PROTECT, related_name="visits", verbose_name=_("instrumen")
    )
    kind = models.ForeignKey(
        VisitKind, models.PROTECT, related_name="visits", verbose_name=_("jenis")
    )
    mode = models.CharField(_("moda"), max_length=8, choices=Mode, default=Mode.ON_SITE)
    date = models.DateField(_("tanggal"))
    starts_at = models.TimeField(_("mulai"), null=True, blank=True)
    ends_at = models.TimeField(_("selesai"), null=True, blank=True)
    companions = models.CharField(_("pendamping lain"), max_length=250, blank=True)
    indicators = models.ManyToManyField(
        Indicator,
        through="DiscussedIndicator",
        blank=True,
        related_name="visits",
        verbose_name=_("indikator yang dibahas"),
    )
    aims = models.TextField(_("tujuan"), blank=True, max_length=4000)
    progress = models.TextField(_("capaian sejak kunjungan lalu"), blank=True, max_length=4000)
    findings = models.TextField(_("temuan"), blank=True, max_length=4000)
    obstacles = models.TextField(_("hambatan"), blank=True, max_length=4000)
    escalation = models.CharField(
        _("hambatan perlu diselesaikan di tingkat"), max_length=8, choices=Escalation, blank=True
    )
    state = models.CharField(
        _("status"), max_length=12, choices=State, default=State.PLANNED, editable=False
    )
    source = models.CharField(_("sumber data"), max_length=40, blank=True, editable=False)

    objects = VisitQuerySet.as_manager()

    class Meta:
        verbose_name = _("kunjungan")
        verbose_name_plural = _("kunjungan")
        ordering = ["-date", "-pk"]
        triggers = [only_fitting(Activity.Form.MENTORING)]
        indexes = [
            models.Index(fields=["-date", "-id"], name="visit_by_date"),
            models.Index(fields=["state", "date"], name="visit_by_state"),
        ]
        constraints = [
            models.CheckConstraint(
                name="visit_ends_after_start",
                condition=Q(starts_at=None) | Q(ends_at=None) | Q(ends_at__gt=F("starts_at")),
                violation_error_message=_("Jam selesai harus setelah jam mulai."),
            ),
            models.CheckConstraint(
                name="visit_state_is_known",
                condition=Q(
                    state__in=[
                        "direncanakan",
                        "berlangsung",
                        "draf",
                        "diajukan",
                        "dikembalikan",
                        "diverifikasi",
                        "dibatalkan",
                    ]
                ),
            ),
        ]

    def __str__(self):
        return f"{self.number} {self.school.name}"

    def get_absolute_url(self):
        return reverse("mentoring:visit", args=[self.pk])

    def clean(self):
        """Refuse an activity that a visit under its agreement cannot be done for."""
        if self.activity_id and self.agreement_id:
            misfit = self.activity.misfit(self.agreement, Activity.Form.MENTORING)
            if misfit:
                raise ValidationError({"activity": misfit})

    @property
    def number(self) -> str:
        """The visit's short number, e.g. K-00042."""
        return f"K-{self.pk:05d}"

    @property
    def is_open(self) -> bool:
        """Whether its report may still be written."""
        return self.state in self.OPEN

    @property
    def has_report(self) -> bool:
        """Whether there is anything to print: its report was begun, and the visit took place."""
        return self.state not in (self.State.PLANNED, self.State.CANCELLED)

    @property
    def is_to_come(self) -> bool:
        """Whether its day has not come yet."""
        return self.date > timezone.localdate()

    @property
    def is_submitted(self) -> bool:
        return self.state == self.State.SUBMITTED

    @property
    def is_verified(self) -> bool:
        return self.state == self.State.VERIFIED

    @property
    def was_sent_back(self) -> bool:
        return self.state == self.State.SENT_BACK

    @property
    def needs_photos(self) -> bool:
        """A visit that took place online needs none."""
        return self.mode != self.Mode.ONLINE


class OfVisitQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "OfVisitQuerySet":
        return self.filter(in_visit_scope(user, "visit__"))


@pghistory.track()
class DiscussedIndicator(models.Model):
    """An indicator that a visit was about."""

    visit = models.ForeignKey(Visit, models.CASCADE, related_name="discussed")
    indicator = models.ForeignKey(
        Indicator, models.PROTECT, related_name="+", verbose_name=_("indikator")
    )

    objects = OfVisitQuerySet.as_manager()

    class Meta:
        verbose_name = _("indikator yang dibahas")
        verbose_name_plural = _("indikator yang dibahas")
        ordering = ["indicator"]
        constraints = [
            models.UniqueConstraint(fields=["visit", "indicator"], name="discussed_once_per_visit")
        ]

    def __str__(self):
        return str(self.indicator)

    @staticmethod
    def history_name(event) -> str:
        """Which indicator; whoever reads many events prefetches it."""
        return str(getattr(event, "indicator", None) or "")


@pghistory.track()
class Attendees(models.Model):
    """How many people of one role took part in a visit; no names, because none are needed."""

    class Part(models.TextChoices):
        HEAD = "ks", _("kepala sekolah")
        TEACHER = "guru", _("guru")
        STAFF = "tendik", _("tenaga kependidikan")
        SUPERVISOR = "pengawas", _("pengawas")
        COMMITTEE = "komite", _("komite/orang tua")
        PUPIL = "siswa", _("murid")
        OTHER = "lain", _("lainnya")

    visit = models.ForeignKey(Visit, models.CASCADE, related_name="attendees")
    part = models.CharField(_("peran"), max_length=8, choices=Part)
    men = models.PositiveSmallIntegerField(_("laki-laki"), default=0)
    women = models.PositiveSmallIntegerField(_("perempuan"), default=0)

    objects = OfVisitQuerySet.as_manager()

    class Meta:
        verbose_name = _("peserta")
        verbose_name_plural = _("peserta")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["visit", "part"],
                name="attendees_once_per_part",
                violation_error_message=_("Peran ini sudah ada. Jumlahkan pada baris yang sama."),
            ),
        ]

    def __str__(self):
        return f"{self.get_part_display()}: {self.men} L, {self.women} P"

    @staticmethod
    def history_name(event) -> str:
        return str(Attendees.Part(event.part).label)
