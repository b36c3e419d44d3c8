"""Which schools a facilitator accompanies, and from when until when."""

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.models import User
from schools.models import School


class AssignmentQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "AssignmentQuerySet":
        return self.filter(school__in=School.objects.visible_to(user))

    def on(self, date=None) -> "AssignmentQuerySet":
        """The assignments that hold on a day (today by default)."""
        date = date or timezone.localdate()
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=date), starts_on__lte=date)


@pghistory.track()
class Assignment(models.Model):
    """A school entrusted to a facilitator for a period."""

    facilitator = models.ForeignKey(
        User, models.PROTECT, related_name="assignments", verbose_name=_("fasilitator")
    )
    school = models.ForeignKey(
        School, models.PROTECT, related_name="assignments", verbose_name=_("sekolah")
    )
    starts_on = models.DateField(_("mulai"))
    ends_on = models.DateField(_("berakhir"), null=True, blank=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("penugasan")
        verbose_name_plural = _("penugasan")
        ordering = ["-starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="assignment_ends_after_start",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("Tanggal berakhir mendahului tanggal mulai."),
            ),
            models.UniqueConstraint(
                fields=["facilitator", "school", "starts_on"], name="assignment_once"
            ),
        ]

    def __str__(self):
        return f"{self.facilitator} – {self.school}"
