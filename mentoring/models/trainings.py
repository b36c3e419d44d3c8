"""Trainings: sessions, participants from schools, attendance, and the hours (JP) earned."""

from decimal import Decimal

import pghistory
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Count, DecimalField, F, Max, Min, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce, Lower
from django.urls import reverse
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext_lazy as _

from mentoring.models.agreements import Agreement
from mentoring.models.hours import hours_between, minutes_between
from mentoring.models.visits import Visit
from mentoring.models.work_plans import Activity, only_fitting
from portal.models import Area, Role, User, Versioned, in_scope_of, inside_area
from schools.models import School, in_school_scope


class TrainingQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "TrainingQuerySet":
        """Trainings held in the user's area; a school sees those that its people take part in."""
        if user.role == Role.SCHOOL:
            schools = School.objects.visible_to(user)
            return self.filter(
                pk__in=Participant.objects.filter(school__in=schools).values("training")
            )
        return self.filter(in_scope_of(user, "area__code"))

    def with_overview(self, user: User) -> "TrainingQuerySet":
        """Each with first_day, last_day, session_count, total_hours and participant_count.

        Only the participants that `user` may see are counted.
        """
        people = Participant.objects.visible_to(user)
        return self.annotate(
            first_day=_of_each(Session.objects, Min("date")),
            last_day=_of_each(Session.objects, Max("date")),
            session_count=Coalesce(_of_each(Session.objects, Count("pk")), 0),
            total_hours=Coalesce(
                _of_each(Session.objects, Sum("hours")), 0, output_field=DecimalField()
            ),
            participant_count=Coalesce(_of_each(people, Count("pk")), 0),
        )


def _of_each(rows, aggregate) -> Subquery:
    """An aggregate over the rows that belong to each training, without joining them."""
    grouped = rows.filter(training=OuterRef("pk")).order_by().values("training")
    return Subquery(grouped.annotate(found=aggregate).values("found"))


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
    activity = models.ForeignKey(
        Activity,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="trainings",
        verbose_name=_("kegiatan rencana kerja"),
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
        triggers = [only_fitting(Activity.Form.TRAINING)]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("mentoring:training", args=[self.pk])

    def clean(self):
        """Refuse an area or an agreement that does not hold what the training consists of."""
        agreement = getattr(self, "agreement", None)
        if agreement is None or not self.area_id:
            return
        if self.activity_id:
            misfit = self.activity.misfit(agreement, Activity.Form.TRAINING)
            if misfit:
                raise ValidationError({"activity": misfit})
        if not agreement.area.contains(self.area_id):
            raise ValidationError(
                {"area": _("Wilayah ini di luar wilayah naskah kerja sama. Pilih wilayah lain.")}
            )
        if self.pk is None:
            return
        if self.participants.exclude(inside_area(self.area, "school__district__code")).exists():
            raise ValidationError(
                {"area": _("Ada peserta dari sekolah di luar wilayah ini. Pilih wilayah lain.")}
            )
        held = Q(date__gte=agreement.starts_on, date__lte=agreement.ends_on)
        if self.sessions.exclude(held).exists():
            raise ValidationError(
                {"agreement": _("Ada sesi di luar masa berlaku naskah ini. Pilih naskah lain.")}
            )


class OfTrainingQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "OfTrainingQuerySet":
        return self.filter(training__in=Training.objects.visible_to(user))


class SessionQuerySet(OfTrainingQuerySet):
    def with_attendance(self, user: User) -> "SessionQuerySet":
        """Each with `attended`: how many of the participants that `user` may see were present."""
        people = Participant.objects.visible_to(user)
        present = Attendance.objects.filter(session=OuterRef("pk"), participant__in=people)
        counted = present.order_by().values("session").annotate(found=Count("pk")).values("found")
        return self.annotate(attended=Coalesce(Subquery(counted), 0))


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

    objects = SessionQuerySet.as_manager()

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

    @staticmethod
    def history_name(event) -> str:
        return f"“{event.topic}”"

    def clean(self):
        """Refuse more JP than fit into the time, and a day on which the agreement does not hold."""
        agreement = getattr(getattr(self, "training", None), "agreement", None)
        if agreement and self.date and not agreement.starts_on <= self.date <= agreement.ends_on:
            raise ValidationError({"date": _outside(agreement)})
        if not (self.starts_at and self.ends_at):
            return
        if self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("Jam selesai harus setelah jam mulai.")})
        most = hours_between(self.starts_at, self.ends_at)
        if self.hours is not None and self.hours > most:
            raise ValidationError({"hours": self._too_many_hours(most)})

    def _too_many_hours(self, most: Decimal) -> str:
        return _(
            "Paling banyak %(most)s JP untuk %(minutes)s menit (1 JP = 45 menit). "
            "Kurangi JP, atau perbaiki jamnya."
        ) % {
            "most": number_format(most, 1),
            "minutes": minutes_between(self.starts_at, self.ends_at),
        }


def _outside(agreement: Agreement) -> str:
    return _(
        "Tanggal ini di luar masa berlaku naskah kerja sama (%(start)s sampai %(end)s). "
        "Perbaiki tanggalnya."
    ) % {"start": date_format(agreement.starts_on), "end": date_format(agreement.ends_on)}


class ParticipantQuerySet(OfTrainingQuerySet):
    def visible_to(self, user: User) -> "ParticipantQuerySet":
        """People of visible schools; a school sees its own people only."""
        if user.role == Role.SCHOOL:
            return self.filter(in_school_scope(user, "school__"))
        return super().visible_to(user)

    def with_hours(self) -> "ParticipantQuerySet":
        """Each participant with `hours_earned`: the JP of the sessions attended."""
        return self.annotate(
            hours_earned=Coalesce(Sum("attendance__session__hours"), 0, output_field=DecimalField())
        )


@pghistory.track()
class Participant(models.Model):
    """A person of a school in a training: no more personal data than a certificate needs."""

    training = models.ForeignKey(Training, models.CASCADE, related_name="participants")
    school = models.ForeignKey(
        School, models.PROTECT, related_name="participants", verbose_name=_("asal sekolah")
    )
    name = models.CharField(_("nama"), max_length=120)
    staff_number = models.CharField(
        _("NIP/NUPTK"),
        max_length=18,
        blank=True,
        validators=[
            RegexValidator(r"^([0-9]{18}|[0-9]{16})\Z", _("NIP 18 angka atau NUPTK 16 angka."))
        ],
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
                violation_error_code="staff_number",
                violation_error_message=_("NIP/NUPTK ini sudah terdaftar pada pelatihan ini."),
            ),
            models.UniqueConstraint(
                "training",
                "school",
                Lower("name"),
                name="participant_name_once_per_school",
                violation_error_code="name",
                violation_error_message=_("Nama ini sudah terdaftar dari sekolah yang sama."),
            ),
        ]

    def __str__(self):
        return self.name

    def clean(self):
        """Write the name with single spaces; refuse a school outside the area of the training."""
        self.name = " ".join(self.name.split())
        training, school = getattr(self, "training", None), getattr(self, "school", None)
        if training and school and not training.area.contains(school.district_id):
            raise ValidationError({"school": _("Sekolah ini di luar wilayah pelatihan.")})

    def validate_constraints(self, exclude=None):
        """Say that a person is registered already beside the field that the constraint's code names."""
        try:
            super().validate_constraints(exclude=exclude)
        except ValidationError as refused:
            found = refused.error_dict[NON_FIELD_ERRORS]
            raise ValidationError({error.code: error for error in found}) from refused

    @staticmethod
    def history_name(event) -> str:
        return event.name

    @property
    def masked_number(self) -> str:
        """The NIP/NUPTK as lists show it: only its last four digits."""
        return f"••••{self.staff_number[-4:]}" if self.staff_number else "–"


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
