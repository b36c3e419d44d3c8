"""Which schools a facilitator accompanies, and from when until when."""

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from portal.models import Role, User, area_path, in_scope_of
from schools.models import School, in_school_scope


def facilitators_for(user: User) -> models.QuerySet:
    """The facilitators who work in the user's area: those of a part of it and those of areas above."""
    facilitators = User.objects.filter(role=Role.FACILITATOR)
    scope = in_scope_of(user, "area__code")
    if user.area_id is not None:
        scope |= Q(area__in=area_path(user.area_id))
    return facilitators.filter(scope)


class AssignmentQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "AssignmentQuerySet":
        return self.filter(in_school_scope(user, "school__"))

    def on(self, date=None) -> "AssignmentQuerySet":
        """The assignments that hold on a day (today by default)."""
        date = date or timezone.localdate()
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=date), starts_on__lte=date)

    def overlapping(self, assignment: "Assignment") -> "AssignmentQuerySet":
        """Other assignments of the same facilitator to the same school that share a day with it."""
        others = self.filter(
            Q(ends_on=None) | Q(ends_on__gte=assignment.starts_on),
            facilitator=assignment.facilitator_id,
            school=assignment.school_id,
        ).exclude(pk=assignment.pk)
        return others.filter(starts_on__lte=assignment.ends_on) if assignment.ends_on else others


@pghistory.track()
class Assignment(models.Model):
    """A school entrusted to a facilitator for a period."""

    facilitator = models.ForeignKey(
        User,
        models.PROTECT,
        related_name="assignments",
        verbose_name=_("fasilitator"),
        limit_choices_to={"role": Role.FACILITATOR},
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
                fields=["facilitator", "school", "starts_on"],
                name="assignment_once",
                violation_error_message=_("Penugasan ini sudah tercatat dengan tanggal mulai itu."),
            ),
        ]

    def __str__(self):
        return f"{self.facilitator} – {self.school}"

    def clean(self):
        """Refuse a school outside the facilitator's area and a second one for the same days."""
        if not (self.facilitator_id and self.school_id and self.starts_on):
            return
        area = self.facilitator.area
        if area is not None and not area.contains(self.school.district_id):
            raise ValidationError({"school": _("Sekolah ini di luar wilayah fasilitator.")})
        other = Assignment.objects.overlapping(self).first()
        if other is not None:
            raise ValidationError(
                _("Fasilitator ini sudah ditugaskan ke sekolah itu %(period)s. Ubah tanggalnya."),
                params={"period": other.period},
            )

    @property
    def period(self) -> str:
        """From when until when, in words."""
        starts_on = date_format(self.starts_on, "DATE_FORMAT")
        if self.ends_on is None:
            return _("sejak %(day)s") % {"day": starts_on}
        return _("%(start)s sampai %(end)s") % {
            "start": starts_on,
            "end": date_format(self.ends_on, "DATE_FORMAT"),
        }
