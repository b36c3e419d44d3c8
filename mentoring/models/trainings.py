"""Trainings: sessions, participants from schools, attendance, and the hours (JP) each has earned."""

import pghistory
from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.db.models import DecimalField, F, Q, Sum
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from mentoring.models.agreements import Agreement
from mentoring.models.visits import Visit
from portal.models import Area, Role, User, Versioned, inside_area
from schools.models import School


class TrainingQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "TrainingQuerySet":
        """Trainings held in the user's area; a school sees those that its people take part in."""
        if user.role == Role.SCHOOL:
            schools = School.objects.visible_to(user)
            return self.filter(pk__in=Participant.objects.filter(school__in=schools).values("training"))
        return self.filter(inside_area(user.area, "area__code"))


@pghistory.track()
class Training(Versioned):
    """A training of several sessions."""

    class Kind(models.TextChoices):
        BIMTEK = "bimtek", _("bimbingan teknis")
        WORKSHOP = "lokakarya", _("lokakarya")
        IHT = "iht", _("in-house training")
        WEBINAR = "webinar", _("webinar")
        CLINIC = "klinik", _("coaching clinic")

    kind = models.CharField(_("jenis"), max_length=10, choices=Kind)
    title = models.CharField(_("judul"), max_length=200)
    organiser = models.CharField(_("penyelenggara"), max_length=160)
    agreement = models.ForeignKey(
        Agreement, models.PROTECT, related_name="trainings", verbose_name=_("naskah kerja sama")
    )
    area = models.ForeignKey(
        Area, models.PROTECT, related_name="trainings", verbose_name=_("wilayah")
    )
    mode = models.CharField(_("moda"), max_length=8, choices=Visit.Mode, default=Visit.Mode.ON_SITE)
    place = models.CharField(_("tempat"), max_length=160, blank=True)
    speakers = models.CharField(_("narasumber"), max_length=250, blank=True)
    source = models.CharField(_("sumber data"), max_length=40, blank=True, editable=False)

    objects = TrainingQuerySet.as_manager()

    class Meta:
        verbose_name = _("pelatihan")
        verbose_name_plural = _("pelatihan")
        ordering = ["-pk"]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("mentoring:training", args=[self.pk])


class OfTrainingQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "OfTrainingQuerySet":
        return self.filter(training__in=Training.objects.visible_to(user))


@pghistory.track()
class Session(Versioned):
    """A meeting of a training; its JP (1 JP = 45 minutes) go to those who attend."""

    training = models.ForeignKey(Training, models.CASCADE, related_name="sessions")
    topic = models.CharField(_("materi"), max_length=200)
    date = models.DateField(_("tanggal"))
    starts_at = models.TimeField(_("mulai"))
    ends_at = models.TimeField(_("selesai"))
    hours = models.DecimalField(
        _("JP"),
        max_digits=4,
        decimal_places=1,
        validators=[MinValueValidator(0, _("JP tidak boleh kurang dari 0."))],
        help_text=_("1 JP = 45 menit."),
    )

    objects = OfTrainingQuerySet.as_manager()

    class Meta:
        verbose_name = _("sesi")
        verbose_name_plural = _("sesi")
        ordering = ["date", "starts_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="session_ends_after_start",
                condition=Q(ends_at__gt=F("starts_at")),
                violation_error_message=_("Jam selesai harus setelah jam mulai."),
            ),
            models.CheckConstraint(name="session_hours_not_negative", condition=Q(hours__gte=0)),
        ]

    def __str__(self):
        return self.topic


class ParticipantQuerySet(OfTrainingQuerySet):
    def visible_to(self, user: User) -> "ParticipantQuerySet":
        """People of visible schools; a school sees its own people only."""
        if user.role == Role.SCHOOL:
            return self.filter(school__in=School.objects.visible_to(user))
        return super().visible_to(user)

    def with_hours(self) -> "ParticipantQuerySet":
        """Each participant with `hours_earned`: the JP of the sessions attended."""
        return self.annotate(
            hours_earned=Coalesce(
                Sum("attendance__session__hours"), 0, output_field=DecimalField()
            )
        )


@pghistory.track()
class Participant(models.Model):
    """A person of a school who takes part in a training: no more personal data than a certificate needs."""

    training = models.ForeignKey(Training, models.CASCADE, related_name="participants")
    school = models.ForeignKey(
        School, models.PROTECT, related_name="participants", verbose_name=_("asal sekolah")
    )
    name = models.CharField(_("nama"), max_length=120)
    staff_number = models.CharField(
        _("NIP/NUPTK"),
        max_length=18,
        blank=True,
        validators=[RegexValidator(r"^(\d{18}|\d{16})\Z", _("NIP 18 angka atau NUPTK 16 angka."))],
    )
    position = models.CharField(_("jabatan"), max_length=80, blank=True)

    objects = ParticipantQuerySet.as_manager()

    class Meta:
        verbose_name = _("peserta pelatihan")
        verbose_name_plural = _("peserta pelatihan")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["training", "staff_number"],
                name="participant_once_per_training",
                condition=~Q(staff_number=""),
                violation_error_message=_("NIP/NUPTK ini sudah terdaftar pada pelatihan ini."),
            ),
            models.UniqueConstraint(
                fields=["training", "school", "name"],
                name="participant_name_once_per_school",
                violation_error_message=_("Nama ini sudah terdaftar dari sekolah yang sama."),
            ),
        ]

    def __str__(self):
        return self.name


@pghistory.track()
class Attendance(models.Model):
    """That a participant was present at a session; absence is the missing row."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="attendance")
    participant = models.ForeignKey(Participant, models.CASCADE, related_name="attendance")

    class Meta:
        verbose_name = _("kehadiran")
        verbose_name_plural = _("kehadiran")
        constraints = [
            models.UniqueConstraint(
                fields=["session", "participant"], name="attendance_once_per_session"
            )
        ]

    def __str__(self):
        return f"{self.participant} – {self.session}"
