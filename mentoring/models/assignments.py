"""Which schools a facilitator accompanies, and from when until when."""

import datetime

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from mentoring.models.facilitators import Ceiling
from portal.models import Role, User, Versioned
from schools.models import School, in_school_scope


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

    def busiest_day(self, assignment: "Assignment") -> tuple[datetime.date, int]:
        """The first day of the assignment with the most other schools of its facilitator, and how many."""
        others = self.filter(
            Q(ends_on=None) | Q(ends_on__gte=assignment.starts_on),
            facilitator=assignment.facilitator_id,
        ).exclude(Q(pk=assignment.pk) | Q(school=assignment.school_id))
        if assignment.ends_on:
            others = others.filter(starts_on__lte=assignment.ends_on)
        periods = list(others.values_list("school", "starts_on", "ends_on"))
        days = {max(assignment.starts_on, starts_on) for _school, starts_on, _end in periods}
        counts = {
            day: len(
                {s for s, starts, ends in periods if starts <= day and (not ends or day <= ends)}
            )
            for day in sorted(days | {assignment.starts_on})
        }
        busiest = max(counts, key=counts.__getitem__)
        return busiest, counts[busiest]


@pghistory.track()
class Assignment(Versioned):
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
        """Refuse a school outside the facilitator's area, a second one for the same days, one too many.

        Whoever saves afterwards locks the facilitator first, so that two people who assign in the
        same moment count one after the other.
        """
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
        if self._takes_more():
            self._require_room()

    def _takes_more(self) -> bool:
        """Whether the facilitator has the school on days on which they did not have it before."""
        before = Assignment.objects.filter(pk=self.pk).first() if self.pk else None
        if before is None or before.facilitator_id != self.facilitator_id:
            return True
        longer = before.ends_on is not None and (
            self.ends_on is None or self.ends_on > before.ends_on
        )
        return longer or self.starts_on < before.starts_on

    def _require_room(self) -> None:
        most = Ceiling.of(self.facilitator_id)
        day, held = Assignment.objects.busiest_day(self)
        if held >= most:
            raise ValidationError(
                _(
                    "%(name)s sudah mendampingi %(held)d sekolah pada %(day)s, dan batasnya "
                    "%(most)d. Akhiri atau alihkan satu penugasan, pilih tanggal lain, atau minta "
                    "admin mengubah batasnya."
                ),
                params={
                    "name": self.facilitator.name,
                    "held": held,
                    "day": date_format(day),
                    "most": most,
                },
            )

    @property
    def is_over(self) -> bool:
        """Whether its last day lies before today."""
        return self.ends_on is not None and self.ends_on < timezone.localdate()

    @property
    def is_coming(self) -> bool:
        """Whether its first day lies after today."""
        return self.starts_on > timezone.localdate()

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
