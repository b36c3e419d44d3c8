"""The naskah kerja sama: what both sides signed."""

import pghistory
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import ExpressionWrapper, F, Q, Value
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.models.holding import left_behind
from mentoring.models.scans import check_scan
from portal.models import Area, Role, User, Versioned, area_path, in_scope_of
from schools.models import School

ENDING_SOON = (
    90  # days before its end from which an agreement is about to end, unless it says other
)


class Side(models.TextChoices):
    """Whose: the two owners of the cooperation."""

    CITY = "dinas", _("Dinas Pendidikan")
    BPMP = "bpmp", _("BPMP")


# Whose side a person is on, by role; an admin belongs to none.
SIDES = {Role.DINAS: Side.CITY, Role.FACILITATOR: Side.BPMP}


class AgreementQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "AgreementQuerySet":
        """Agreements of the areas in scope; schools see none."""
        if user.role == Role.SCHOOL:
            return self.none()
        return self.filter(in_scope_of(user, "area__code"))

    def in_force(self, on=None) -> "AgreementQuerySet":
        """Signed agreements that hold on a day (today by default); a terminated one until its last day."""
        on = on or timezone.localdate()
        signed = Q(state__in=[Agreement.State.IN_FORCE, Agreement.State.RENEWED])
        ended_later = Q(state=Agreement.State.TERMINATED, terminated_on__gt=on)
        return self.filter(signed | ended_later, starts_on__lte=on, ends_on__gte=on)

    def covering(self, school: School, on) -> "AgreementQuerySet":
        """Those under which a visit to the school on that day may be filed."""
        return self.covering_area(school.district_id, on)

    def covering_area(self, code: str, on) -> "AgreementQuerySet":
        """Those that hold on that day for the area with this code."""
        return self.in_force(on).filter(area__in=area_path(code))

    def of_status(self, status: "Agreement.Status") -> "AgreementQuerySet":
        """The agreements that stand so today: `Agreement.status` as a condition."""
        today = timezone.localdate()
        soon = ExpressionWrapper(Value(today) + F("reminder_days"), output_field=models.DateField())
        signed = Q(state__in=[Agreement.State.IN_FORCE, Agreement.State.RENEWED])
        running = signed & Q(starts_on__lte=today)
        conditions = {
            Agreement.Status.COMING: signed & Q(starts_on__gt=today),
            Agreement.Status.ENDING: running & Q(ends_on__gte=today, ends_on__lte=soon),
            Agreement.Status.ENDED: signed & Q(ends_on__lt=today),
            Agreement.Status.IN_FORCE: running
            & Q(state=Agreement.State.IN_FORCE, ends_on__gt=soon),
            Agreement.Status.RENEWED: running & Q(state=Agreement.State.RENEWED, ends_on__gt=soon),
        }
        return self.filter(conditions.get(status, Q(state=status)))


@pghistory.track(exclude=["reminded_for"])
class Agreement(Versioned):
    """An agreement between a city and BPMP, that visits and trainings belong to.

    `reminded_for` is the last day for which its people were reminded already.
    """

    class Kind(models.TextChoices):
        JOINT = "kesepakatan", _("Kesepakatan Bersama")
        COOPERATION = "pks", _("Perjanjian Kerja Sama")
        WORK_PLAN = "rencana", _("Rencana Kerja")

    class State(models.TextChoices):
        """What was decided; that an agreement has run out follows from its dates (`status`)."""

        DRAFT = "draf", _("draf")
        IN_FORCE = "berlaku", _("berlaku")
        RENEWED = "diperpanjang", _("diperpanjang")
        TERMINATED = "diputus", _("diputus")

    class Status(models.TextChoices):
        """How it stands today: the decision read together with the dates."""

        DRAFT = "draf", _("draf")
        COMING = "mendatang", _("belum mulai berlaku")
        IN_FORCE = "berlaku", _("berlaku")
        RENEWED = "diperpanjang", _("diperpanjang")
        ENDING = "hampir", _("akan berakhir")
        ENDED = "berakhir", _("berakhir")
        TERMINATED = "diputus", _("diputus")

    kind = models.CharField(_("jenis"), max_length=12, choices=Kind)
    title = models.CharField(_("judul"), max_length=250)
    first_number = models.CharField(_("nomor pihak I"), max_length=80, blank=True)
    second_number = models.CharField(_("nomor pihak II"), max_length=80, blank=True)
    area = models.ForeignKey(
        Area, models.PROTECT, related_name="agreements", verbose_name=_("wilayah kerja sama")
    )
    signed_on = models.DateField(_("tanggal tanda tangan"), null=True, blank=True)
    signed_at = models.CharField(_("tempat"), max_length=120, blank=True)
    starts_on = models.DateField(_("mulai berlaku"))
    ends_on = models.DateField(_("berakhir"))
    state = models.CharField(_("keputusan"), max_length=12, choices=State, default=State.DRAFT)
    scan = models.FileField(
        _("pindaian naskah"), upload_to="agreements/%Y/", blank=True, validators=[check_scan]
    )
    reminder_days = models.PositiveSmallIntegerField(
        _("ingatkan sebelum berakhir (hari)"),
        default=ENDING_SOON,
        validators=[
            MinValueValidator(1, _("Setidaknya 1 hari.")),
            MaxValueValidator(730, _("Paling lama 730 hari.")),
        ],
    )
    renews = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="renewal",
        verbose_name=_("memperpanjang naskah"),
    )
    terminated_on = models.DateField(_("diputus pada"), null=True, blank=True, editable=False)
    termination_reason = models.TextField(_("alasan diputus"), blank=True, editable=False)
    reminded_for = models.DateField(null=True, blank=True, editable=False)
    source = models.CharField(_("sumber data"), max_length=40, blank=True, editable=False)

    objects = AgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("naskah kerja sama")
        verbose_name_plural = _("naskah kerja sama")
        ordering = ["-starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="agreement_ends_after_start",
                condition=Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("Tanggal berakhir mendahului tanggal mulai berlaku."),
            ),
            models.CheckConstraint(
                name="agreement_in_force_is_signed",
                condition=Q(state="draf") | Q(signed_on__isnull=False),
                violation_error_message=_(
                    "Isi tanggal tanda tangan, atau biarkan naskah sebagai draf."
                ),
            ),
            models.CheckConstraint(
                name="agreement_in_force_has_both_numbers",
                condition=Q(state="draf") | (~Q(first_number="") & ~Q(second_number="")),
                violation_error_message=_(
                    "Isi nomor kedua pihak, atau biarkan naskah sebagai draf."
                ),
            ),
            models.CheckConstraint(
                name="agreement_signed_before_its_end",
                condition=Q(signed_on=None) | Q(signed_on__lte=F("ends_on")),
                violation_error_message=_("Tanggal tanda tangan melewati tanggal berakhir."),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("mentoring:agreement", args=[self.pk])

    def clean(self):
        """Say beside the right field what the constraints refuse; refuse a signature to come.

        Refuses as well to let go of visits and trainings that the agreement already holds.
        """
        errors = self.left_behind() | self._decided_elsewhere()
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            errors["ends_on"] = _("Tanggal berakhir mendahului tanggal mulai berlaku.")
        if self.signed_on and self.ends_on and self.signed_on > self.ends_on:
            errors["signed_on"] = _("Tanggal tanda tangan melewati tanggal berakhir.")
        if self.state != self.State.DRAFT:
            errors |= self._missing_signature()
        if errors:
            raise ValidationError(errors)

    def _decided_elsewhere(self) -> dict:
        """Terminating asks for a reason and a day, and renewing for a new agreement."""
        if self.state == self.State.TERMINATED and not self.termination_reason:
            return {"state": _("Pemutusan dicatat dari halaman naskah, dengan alasannya.")}
        return {}

    def _missing_signature(self) -> dict:
        """What a decided agreement lacks: its date of signing, the number of each side."""
        errors = {}
        if self.signed_on is None:
            errors["signed_on"] = _("Isi tanggal tanda tangan, atau pilih keputusan draf.")
        elif self.signed_on > timezone.localdate():
            errors["signed_on"] = _(
                "Tanggal tanda tangan belum tiba. Perbaiki tanggalnya, atau pilih keputusan draf."
            )
        for field in ("first_number", "second_number"):
            if not getattr(self, field):
                errors[field] = _("Isi nomor ini, atau pilih keputusan draf.")
        return errors

    def left_behind(self) -> dict:
        """What an edit would leave outside the agreement, in words beside the changed field."""
        before = Agreement.objects.filter(pk=self.pk).first()
        return left_behind(before, self) if before else {}

    @property
    def is_decided(self) -> bool:
        """Whether it is signed and was not terminated: addenda, renewal and termination apply."""
        return self.state in (self.State.IN_FORCE, self.State.RENEWED)

    @property
    def days_left(self) -> int:
        """Days from today to the last day: 0 on the last day itself, negative after it."""
        return (self.ends_on - timezone.localdate()).days

    @property
    def status(self) -> Status:
        """How the agreement stands today; a decision to draft or terminate outweighs the dates."""
        if self.state in (self.State.DRAFT, self.State.TERMINATED):
            return self.Status(self.state)
        if self.days_left < 0:
            return self.Status.ENDED
        if self.starts_on > timezone.localdate():
            return self.Status.COMING
        if self.days_left <= self.reminder_days:
            return self.Status.ENDING
        return self.Status(self.state)


class OfAgreementQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "OfAgreementQuerySet":
        return self.filter(agreement__in=Agreement.objects.visible_to(user))


@pghistory.track()
class Party(models.Model):
    """A signatory of an agreement."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="parties")
    side = models.CharField(_("pihak"), max_length=5, choices=Side)
    institution = models.CharField(_("instansi"), max_length=160)
    name = models.CharField(_("nama penanda tangan"), max_length=120)
    position = models.CharField(_("jabatan"), max_length=120)

    objects = OfAgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("pihak")
        verbose_name_plural = _("para pihak")
        ordering = ["pk"]

    def __str__(self):
        return f"{self.institution} – {self.name}"

    @staticmethod
    def history_name(event) -> str:
        return event.institution


@pghistory.track()
class Clause(models.Model):
    """A clause of the agreement's scope (ruang lingkup)."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="clauses")
    order = models.PositiveSmallIntegerField(_("urutan"))
    text = models.CharField(_("isi"), max_length=500)

    objects = OfAgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("ruang lingkup")
        verbose_name_plural = _("ruang lingkup")
        ordering = ["order", "pk"]

    def __str__(self):
        return self.text

    def get_absolute_url(self):
        return reverse("mentoring:clause", args=[self.pk])

    @staticmethod
    def history_name(event) -> str:
        return f"“{event.text}”"
