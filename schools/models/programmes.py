"""The programmes that schools take part in."""

import pghistory
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.models import User, Versioned
from portal.tracking import by_statement
from schools.models.schools import School, in_school_scope


class ProgrammeQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "ProgrammeQuerySet":
        """Programmes are public knowledge."""
        return self if user.is_authenticated else self.none()


@pghistory.track()
class Programme(models.Model):
    """A programme that schools join in cohorts, e.g. Sekolah Penggerak. Some end, some are renamed."""

    code = models.SlugField(_("kode"), unique=True)
    name = models.CharField(_("nama"), max_length=120, unique=True)
    description = models.TextField(_("keterangan"), blank=True)
    starts_on = models.DateField(_("mulai"), null=True, blank=True)
    ends_on = models.DateField(_("berakhir"), null=True, blank=True)

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        verbose_name = _("program")
        verbose_name_plural = _("program")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                name="programme_ends_after_start",
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("Tanggal berakhir mendahului tanggal mulai."),
            )
        ]

    def __str__(self):
        return self.name


def membership_name(programme: object, cohort: int) -> str:
    """What a membership is called: Sekolah Penggerak angkatan 1."""
    return _("%(programme)s angkatan %(cohort)d") % {"programme": programme, "cohort": cohort}


class MembershipQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "MembershipQuerySet":
        return self.filter(in_school_scope(user, "school__"))

    def on(self, date=None) -> "MembershipQuerySet":
        """The memberships that hold on a day (today by default)."""
        date = date or timezone.localdate()
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=date), starts_on__lte=date)


@pghistory.track(*by_statement())
class Membership(Versioned):
    """A school's part in a programme: cohort (angkatan), decree, and from when until when."""

    school = models.ForeignKey(
        School, models.PROTECT, related_name="memberships", verbose_name=_("sekolah")
    )
    programme = models.ForeignKey(
        Programme, models.PROTECT, related_name="memberships", verbose_name=_("program")
    )
    cohort = models.PositiveSmallIntegerField(
        _("angkatan"), validators=[MinValueValidator(1), MaxValueValidator(99)]
    )
    decree_number = models.CharField(_("nomor SK"), max_length=80, blank=True)
    starts_on = models.DateField(_("mulai"))
    ends_on = models.DateField(_("berakhir"), null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("keanggotaan program")
        verbose_name_plural = _("keanggotaan program")
        ordering = ["-starts_on", "pk"]
        indexes = [
            models.Index(fields=["programme", "cohort", "school"], name="membership_by_cohort")
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["school", "programme", "cohort"],
                name="membership_once_per_cohort",
                violation_error_message=_(
                    "Sekolah ini sudah tercatat pada program dan angkatan itu."
                ),
            ),
            models.CheckConstraint(
                name="membership_ends_after_start",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("Tanggal berakhir mendahului tanggal mulai."),
            ),
        ]

    def __str__(self):
        return membership_name(self.programme, self.cohort)

    def get_absolute_url(self):
        """A membership is read on the page of its school."""
        return self.school.get_absolute_url()

    @staticmethod
    def history_name(event) -> str:
        """Which membership an event of the history is about; its programme may be gone by now."""
        programme = Programme.objects.filter(pk=event.programme_id).first()
        return membership_name(programme or "–", event.cohort)

    @property
    def has_started(self) -> bool:
        return self.starts_on <= timezone.localdate()

    @property
    def has_ended(self) -> bool:
        return self.ends_on is not None and self.ends_on < timezone.localdate()
