"""Rencana tindak lanjut: what was agreed at a visit, who does it, and until when."""

import uuid
from datetime import timedelta

import pghistory
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from indicators.models import Indicator
from mentoring.models.visits import OfVisitQuerySet, Visit
from portal.models import Role, User, Versioned


class FollowUpQuerySet(OfVisitQuerySet):
    def visible_to(self, user: User) -> "FollowUpQuerySet":
        """Those of the visits in scope; a school works on what a verified report says."""
        seen = super().visible_to(user)
        if user.role == Role.SCHOOL:
            return seen.filter(visit__state=Visit.State.VERIFIED)
        return seen

    def agreed(self) -> "FollowUpQuerySet":
        """Follow-ups of reports that were submitted at least once; a draft's are still being written."""
        return self.filter(visit__state__in=Visit.HANDED_IN)

    def open(self) -> "FollowUpQuerySet":
        """Agreed follow-ups that wait for their owner: not done, or sent back."""
        return self.agreed().filter(state__in=FollowUp.UNDONE)

    def waiting_for_verification(self) -> "FollowUpQuerySet":
        """Agreed follow-ups that were reported done and that nobody has confirmed yet."""
        return self.agreed().filter(state=FollowUp.State.DONE)

    def overdue(self, on=None) -> "FollowUpQuerySet":
        """Open follow-ups whose due date lies before a day (today by default)."""
        return self.open().filter(due_on__lt=on or timezone.localdate())

    def late_by(self, first: int, last: int | None) -> "FollowUpQuerySet":
        """Overdue follow-ups that are `first` to `last` days late (or more, where there is no last)."""
        today = timezone.localdate()
        late = self.overdue(today).filter(due_on__lte=today - timedelta(days=first))
        return late if last is None else late.filter(due_on__gte=today - timedelta(days=last))


@pghistory.track(exclude=["key"])
class FollowUp(Versioned):
    """One agreed action with its owner and due date; both may be missing while the report is a draft.

    `key` is given by the form that first wrote it, so that a draft sent twice makes one row.
    The owner is a side, and within it a person where one is named. It is closed by somebody else:
    neither its owner nor who reported it done (`reported_by`, while it is).
    """

    class Owner(models.TextChoices):
        SCHOOL = "sekolah", _("sekolah")
        FACILITATOR = "fasilitator", _("fasilitator")
        CITY = "dinas", _("dinas")
        BPMP = "bpmp", _("BPMP")

    class State(models.TextChoices):
        OPEN = "belum", _("belum dikerjakan")
        IN_PROGRESS = "berjalan", _("sedang dikerjakan")
        DONE = "selesai", _("selesai, menunggu verifikasi")
        VERIFIED = "terverifikasi", _("terverifikasi")
        RETURNED = "dikembalikan", _("dikembalikan")

    class Priority(models.TextChoices):
        HIGH = "tinggi", _("tinggi")
        MEDIUM = "sedang", _("sedang")
        LOW = "rendah", _("rendah")

    UNDONE = (State.OPEN, State.IN_PROGRESS, State.RETURNED)

    visit = models.ForeignKey(
        Visit, models.CASCADE, related_name="follow_ups", verbose_name=_("kunjungan")
    )
    key = models.UUIDField(default=uuid.uuid4, editable=False)
    description = models.CharField(_("uraian"), max_length=500)
    owner = models.CharField(_("pelaksana"), max_length=12, choices=Owner, blank=True)
    owner_name = models.CharField(_("nama/jabatan pelaksana"), max_length=120, blank=True)
    owner_person = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="follow_ups",
        verbose_name=_("orang yang melaksanakan"),
    )
    priority = models.CharField(
        _("prioritas"), max_length=6, choices=Priority, default=Priority.MEDIUM
    )
    due_on = models.DateField(_("tenggat"), null=True, blank=True)
    indicator = models.ForeignKey(
        Indicator,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="follow_ups",
        verbose_name=_("indikator"),
    )
    state = models.CharField(_("status"), max_length=14, choices=State, default=State.OPEN)
    result = models.TextField(_("hasil"), blank=True, max_length=2000)
    reported_by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("dilaporkan selesai oleh"),
    )
    verified_by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("diverifikasi oleh"),
    )

    objects = FollowUpQuerySet.as_manager()

    class Meta:
        verbose_name = _("tindak lanjut")
        verbose_name_plural = _("tindak lanjut")
        ordering = ["due_on", "pk"]
        indexes = [models.Index(fields=["state", "due_on"], name="follow_up_by_due_date")]
        constraints = [
            models.UniqueConstraint(fields=["visit", "key"], name="follow_up_once_per_visit"),
            models.CheckConstraint(
                name="follow_up_done_has_a_result",
                condition=~Q(state__in=["selesai", "terverifikasi"]) | ~Q(result=""),
                violation_error_message=_("Tuliskan hasilnya sebelum menandai selesai."),
            ),
            models.CheckConstraint(
                name="follow_up_state_is_known",
                condition=Q(
                    state__in=["belum", "berjalan", "selesai", "terverifikasi", "dikembalikan"]
                ),
            ),
            models.CheckConstraint(
                name="follow_up_verified_by_another",
                condition=~Q(state="terverifikasi")
                | Q(verified_by__isnull=False)
                & (Q(owner_person=None) | ~Q(verified_by=F("owner_person")))
                & (Q(reported_by=None) | ~Q(verified_by=F("reported_by"))),
                violation_error_message=_(
                    "Yang memverifikasi harus orang lain, bukan pelaksana atau pelapornya."
                ),
            ),
            models.CheckConstraint(
                name="follow_up_verifier_only_when_verified",
                condition=Q(state="terverifikasi") | Q(verified_by=None),
            ),
        ]

    def __str__(self):
        return self.description

    def get_absolute_url(self):
        return reverse("mentoring:follow-up", args=[self.pk])

    @staticmethod
    def history_name(event) -> str:
        return f"“{event.description}”"

    def missing(self) -> dict[str, str]:
        """What keeps it from being agreed, a sentence a field; empty when it is complete.

        A draft's may lack owner and due date; an agreed one may not.
        """
        found = {}
        if not self.owner:
            found["owner"] = _("Pilih pelaksana tindak lanjut “%s”.") % self.description
        if self.due_on is None:
            found["due_on"] = _("Isi tenggat tindak lanjut “%s”.") % self.description
        elif self.due_on < self.visit.date:
            found["due_on"] = _("Tenggat “%s” mendahului tanggal kunjungan.") % self.description
        return found

    @property
    def is_undone(self) -> bool:
        """Whether it waits for its owner."""
        return self.state in self.UNDONE

    @property
    def is_done(self) -> bool:
        """Whether it was reported done and waits for somebody to confirm it."""
        return self.state == self.State.DONE

    @property
    def is_verified(self) -> bool:
        return self.state == self.State.VERIFIED

    @property
    def is_overdue(self) -> bool:
        return self.days_late > 0

    @property
    def days_late(self) -> int:
        """Days since the due date of a follow-up that waits for its owner; 0 when it is not late."""
        if not self.is_undone or self.due_on is None:
            return 0
        return max((timezone.localdate() - self.due_on).days, 0)


class OfFollowUpQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "OfFollowUpQuerySet":
        """The parts of those follow-ups that the user sees."""
        return self.filter(follow_up__in=FollowUp.objects.visible_to(user))


@pghistory.track()
class FollowUpStep(models.Model):
    """A step of a follow-up: from which state to which, by whom, when, and why where asked.

    A report that leaves the state as it is (more was written about the result) is a step as well.
    """

    follow_up = models.ForeignKey(FollowUp, models.CASCADE, related_name="steps")
    from_state = models.CharField(_("dari"), max_length=14, choices=FollowUp.State)
    to_state = models.CharField(_("menjadi"), max_length=14, choices=FollowUp.State)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("oleh"))
    at = models.DateTimeField(_("pada"), default=timezone.now, editable=False)
    reason = models.TextField(_("alasan"), blank=True, max_length=1000)

    objects = OfFollowUpQuerySet.as_manager()

    class Meta:
        verbose_name = _("langkah tindak lanjut")
        verbose_name_plural = _("langkah tindak lanjut")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="follow_up_returned_with_reason",
                condition=~Q(to_state="dikembalikan") | ~Q(reason=""),
            ),
        ]

    def __str__(self):
        return f"{self.get_from_state_display()} → {self.get_to_state_display()}"


@pghistory.track()
class FollowUpReminder(models.Model):
    """That somebody was reminded of a follow-up: of which due date, and at which stage.

    `stage` counts days from the due date: -7, -1, 1, 8, 15 and so on. Kept so that nobody is
    reminded twice of the same.
    """

    follow_up = models.ForeignKey(FollowUp, models.CASCADE, related_name="reminders")
    due_on = models.DateField(_("tenggat"))
    stage = models.SmallIntegerField(_("tahap"))
    at = models.DateTimeField(_("pada"), default=timezone.now, editable=False)

    objects = OfFollowUpQuerySet.as_manager()

    class Meta:
        verbose_name = _("pengingat tindak lanjut")
        verbose_name_plural = _("pengingat tindak lanjut")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["follow_up", "due_on", "stage"], name="follow_up_reminder_once"
            )
        ]

    def __str__(self):
        return f"{self.follow_up_id}, {self.due_on}, {self.stage}"
