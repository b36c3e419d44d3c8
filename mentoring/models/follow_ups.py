"""Rencana tindak lanjut: what was agreed at a visit, who does it, and until when."""

import uuid

import pghistory
from django.db import models
from django.db.models import Q
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
        return self.filter(
            visit__state__in=[Visit.State.SUBMITTED, Visit.State.SENT_BACK, Visit.State.VERIFIED]
        )

    def open(self) -> "FollowUpQuerySet":
        """Agreed follow-ups that are not done."""
        return self.agreed().filter(state__in=[FollowUp.State.OPEN, FollowUp.State.IN_PROGRESS])

    def overdue(self, on=None) -> "FollowUpQuerySet":
        """Open follow-ups whose due date lies before a day (today by default)."""
        return self.open().filter(due_on__lt=on or timezone.localdate())


@pghistory.track(exclude=["key"])
class FollowUp(Versioned):
    """One agreed action with its owner and due date; both may be missing while the report is a draft.

    `key` is given by the form that first wrote it, so that a draft sent twice makes one row.
    """

    class Owner(models.TextChoices):
        SCHOOL = "sekolah", _("sekolah")
        FACILITATOR = "fasilitator", _("fasilitator")
        CITY = "dinas", _("dinas")
        BPMP = "bpmp", _("BPMP")

    class State(models.TextChoices):
        OPEN = "belum", _("belum dikerjakan")
        IN_PROGRESS = "berjalan", _("sedang dikerjakan")
        DONE = "selesai", _("selesai")

    visit = models.ForeignKey(
        Visit, models.CASCADE, related_name="follow_ups", verbose_name=_("kunjungan")
    )
    key = models.UUIDField(default=uuid.uuid4, editable=False)
    description = models.CharField(_("uraian"), max_length=500)
    owner = models.CharField(_("pelaksana"), max_length=12, choices=Owner, blank=True)
    owner_name = models.CharField(_("nama/jabatan pelaksana"), max_length=120, blank=True)
    due_on = models.DateField(_("tenggat"), null=True, blank=True)
    indicator = models.ForeignKey(
        Indicator,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="follow_ups",
        verbose_name=_("indikator"),
    )
    state = models.CharField(_("status"), max_length=10, choices=State, default=State.OPEN)
    result = models.TextField(_("hasil"), blank=True, max_length=2000)

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
                condition=~Q(state="selesai") | ~Q(result=""),
                violation_error_message=_("Tuliskan hasilnya sebelum menandai selesai."),
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
    def is_overdue(self) -> bool:
        return self.days_late > 0

    @property
    def days_late(self) -> int:
        """Days since the due date of a follow-up that is not done; 0 when it is not late."""
        if self.state == self.State.DONE or self.due_on is None:
            return 0
        return max((timezone.localdate() - self.due_on).days, 0)
