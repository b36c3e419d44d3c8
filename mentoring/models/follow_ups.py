"""Rencana tindak lanjut: what was agreed at a visit, who does it, and until when."""

import pghistory
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from indicators.models import Indicator
from mentoring.models.visits import OfVisitQuerySet, Visit
from portal.models import Versioned


class FollowUpQuerySet(OfVisitQuerySet):
    def open(self) -> "FollowUpQuerySet":
        return self.filter(state__in=[FollowUp.State.OPEN, FollowUp.State.IN_PROGRESS])

    def overdue(self, on=None) -> "FollowUpQuerySet":
        """Open follow-ups whose due date lies before a day (today by default)."""
        return self.open().filter(due_on__lt=on or timezone.localdate())


@pghistory.track()
class FollowUp(Versioned):
    """One agreed action with its owner and due date."""

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
    description = models.CharField(_("uraian"), max_length=500)
    owner = models.CharField(_("pelaksana"), max_length=12, choices=Owner)
    owner_name = models.CharField(_("nama/jabatan pelaksana"), max_length=120, blank=True)
    due_on = models.DateField(_("tenggat"))
    indicator = models.ForeignKey(
        Indicator, models.PROTECT, null=True, blank=True, related_name="follow_ups",
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

    def __str__(self):
        return self.description

    def get_absolute_url(self):
        return reverse("mentoring:follow-up", args=[self.pk])

    @property
    def is_overdue(self) -> bool:
        return self.state != self.State.DONE and self.due_on < timezone.localdate()
