"""The steps that a visit went through, and who writes its report with its facilitator."""

import pghistory
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.models.visits import OfVisitQuerySet, Visit
from portal.models import User


@pghistory.track()
class Transition(models.Model):
    """A step of a visit from one state to the next: who, when, and why where a reason is asked.

    The first step of a visit, its planning, comes from no state. One that put it on another day
    keeps the day before.
    """

    visit = models.ForeignKey(Visit, models.CASCADE, related_name="transitions")
    from_state = models.CharField(_("dari"), max_length=12, choices=Visit.State, blank=True)
    to_state = models.CharField(_("menjadi"), max_length=12, choices=Visit.State)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("oleh"))
    at = models.DateTimeField(_("pada"), default=timezone.now, editable=False)
    reason = models.TextField(_("alasan"), blank=True)
    former_date = models.DateField(_("tanggal semula"), null=True, blank=True)

    objects = OfVisitQuerySet.as_manager()

    class Meta:
        verbose_name = _("langkah")
        verbose_name_plural = _("langkah")
        ordering = ["at", "pk"]

    def __str__(self):
        return f"{self.get_from_state_display()} → {self.get_to_state_display()}"

    @property
    def label(self) -> str:
        """What happened, in words: the state that it led to, or that the visit got another day."""
        return _("dijadwalkan ulang") if self.former_date else self.get_to_state_display()


@pghistory.track()
class VisitCompanion(models.Model):
    """A second facilitator who may write the report of a visit, but not submit it."""

    visit = models.ForeignKey(Visit, models.CASCADE, related_name="co_writers")
    user = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name=_("pendamping penulis")
    )

    objects = OfVisitQuerySet.as_manager()

    class Meta:
        verbose_name = _("pendamping penulis")
        verbose_name_plural = _("pendamping penulis")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["visit", "user"],
                name="companion_once_per_visit",
                violation_error_message=_("Orang ini sudah menjadi pendamping penulis."),
            )
        ]

    def __str__(self):
        return str(self.user)

    @staticmethod
    def history_name(event) -> str:
        """Who; whoever reads many events prefetches it."""
        return str(getattr(event, "user", None) or "")
