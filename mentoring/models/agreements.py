"""The naskah kerja sama: what both sides signed."""

import pghistory
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.models import Area, Role, User, Versioned, inside_area


class Side(models.TextChoices):
    """Whose: the two owners of the cooperation."""

    CITY = "dinas", _("Dinas Pendidikan")
    BPMP = "bpmp", _("BPMP")


class AgreementQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "AgreementQuerySet":
        """Agreements of the areas in scope; schools see none."""
        if user.role == Role.SCHOOL:
            return self.none()
        return self.filter(inside_area(user.area, "area__code"))

    def in_force(self, on=None) -> "AgreementQuerySet":
        """Signed agreements that hold on a day (today by default)."""
        on = on or timezone.localdate()
        return self.filter(
            state__in=[Agreement.State.IN_FORCE, Agreement.State.RENEWED],
            starts_on__lte=on,
            ends_on__gte=on,
        )


@pghistory.track()
class Agreement(Versioned):
    """An agreement between a city and BPMP, that visits and trainings belong to."""

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

    kind = models.CharField(_("jenis"), max_length=12, choices=Kind)
    title = models.CharField(_("judul"), max_length=250)
    first_number = models.CharField(_("nomor pihak I"), max_length=80)
    second_number = models.CharField(_("nomor pihak II"), max_length=80)
    area = models.ForeignKey(
        Area, models.PROTECT, related_name="agreements", verbose_name=_("wilayah kerja sama")
    )
    signed_on = models.DateField(_("tanggal tanda tangan"), null=True, blank=True)
    signed_at = models.CharField(_("tempat"), max_length=120, blank=True)
    starts_on = models.DateField(_("mulai berlaku"))
    ends_on = models.DateField(_("berakhir"))
    state = models.CharField(_("keputusan"), max_length=12, choices=State, default=State.DRAFT)
    scan = models.FileField(_("pindaian naskah"), upload_to="agreements/%Y/", blank=True)

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
                violation_error_message=_("Isi tanggal tanda tangan, atau biarkan naskah sebagai draf."),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("mentoring:agreement", args=[self.pk])

    @property
    def has_ended(self) -> bool:
        """Whether the last day of an agreement in force has passed."""
        return self.state != self.State.DRAFT and self.ends_on < timezone.localdate()


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
