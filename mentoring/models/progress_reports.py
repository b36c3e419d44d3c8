"""Progress reports: what a semester brought, frozen when proposed and signed off by both sides."""

import hashlib
import json

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.models.agreements import Agreement, OfAgreementQuerySet, Side
from portal.models import User


def checksum_of(content: dict) -> str:
    """SHA-256 of a report's content, written as JSON in one way only."""
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


class Semester(models.IntegerChoices):
    """Half a budget year, which is a calendar year."""

    FIRST = 1, _("Semester I (Januari–Juni)")
    SECOND = 2, _("Semester II (Juli–Desember)")


class ReportQuerySet(OfAgreementQuerySet):
    def newest_standing(self) -> "ProgressReport | None":
        """The newest that was not sent back."""
        standing = self.exclude(state=ProgressReport.State.SENT_BACK)
        return standing.order_by("-number").first()


@pghistory.track()
class ProgressReport(models.Model):
    """A proposed report of a semester; what it says never changes, a correction is a next version.

    So is what came after an approval: a report may be approved before its semester is over.
    """

    class State(models.TextChoices):
        PROPOSED = "diajukan", _("menunggu persetujuan")
        APPROVED = "disetujui", _("disetujui kedua pihak")
        SENT_BACK = "dikembalikan", _("dikembalikan")

    agreement = models.ForeignKey(
        Agreement,
        models.PROTECT,
        related_name="progress_reports",
        verbose_name=_("naskah kerja sama"),
    )
    year = models.PositiveSmallIntegerField(_("tahun"))
    semester = models.PositiveSmallIntegerField(_("semester"), choices=Semester)
    number = models.PositiveSmallIntegerField(_("versi"))
    content = models.JSONField(_("isi"))
    sha256 = models.CharField(_("sidik SHA-256"), max_length=64)
    state = models.CharField(_("status"), max_length=12, choices=State, default=State.PROPOSED)
    proposed_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name=_("diajukan oleh")
    )
    proposed_at = models.DateTimeField(_("diajukan"), default=timezone.now)
    sent_back_by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("dikembalikan oleh"),
    )
    sent_back_reason = models.TextField(_("alasan dikembalikan"), blank=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("laporan kemajuan")
        verbose_name_plural = _("laporan kemajuan")
        ordering = ["-year", "-semester", "-number"]
        triggers = [
            pgtrigger.ReadOnly(
                name="content_is_frozen",
                fields=["agreement", "year", "semester", "number", "content", "sha256"],
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "year", "semester", "number"],
                name="report_number_once_a_semester",
            ),
            models.UniqueConstraint(
                fields=["agreement", "year", "semester"],
                condition=Q(state="diajukan"),
                name="report_waits_once_a_semester",
                violation_error_message=_("Laporan semester ini sudah diajukan."),
            ),
            models.CheckConstraint(
                name="report_sent_back_with_a_reason",
                condition=~Q(state="dikembalikan")
                | (~Q(sent_back_reason="") & Q(sent_back_by__isnull=False)),
                violation_error_message=_("Tuliskan alasannya."),
            ),
            models.CheckConstraint(
                name="report_semester_is_1_or_2", condition=Q(semester__in=[1, 2])
            ),
        ]

    def __str__(self):
        return str(
            _("Laporan kemajuan semester %(semester)s %(year)s, versi %(number)s")
            % {"semester": "I" * self.semester, "year": self.year, "number": self.number}
        )

    def get_absolute_url(self):
        return reverse("mentoring:progress-report", args=[self.pk])

    @property
    def is_proposed(self) -> bool:
        return self.state == self.State.PROPOSED

    @property
    def is_intact(self) -> bool:
        """Whether the content is still the one that the checksum was taken of."""
        return checksum_of(self.content) == self.sha256

    def differs_from(self, content: dict) -> bool:
        """Whether the report says something else than what the records say now."""
        return checksum_of(content) != self.sha256


class SignatureQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "SignatureQuerySet":
        return self.filter(report__in=ProgressReport.objects.visible_to(user))


@pghistory.track()
class ReportSignature(models.Model):
    """That a person signed a progress report off for one side."""

    report = models.ForeignKey(ProgressReport, models.CASCADE, related_name="signatures")
    side = models.CharField(_("pihak"), max_length=5, choices=Side)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("oleh"))
    at = models.DateTimeField(_("pada"), default=timezone.now, editable=False)

    objects = SignatureQuerySet.as_manager()

    class Meta:
        verbose_name = _("persetujuan")
        verbose_name_plural = _("persetujuan")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["report", "side"], name="signed_once_per_side"),
            models.UniqueConstraint(fields=["report", "by"], name="signed_by_different_people"),
        ]

    def __str__(self):
        return f"{self.get_side_display()}: {self.by}"

    @staticmethod
    def history_name(event) -> str:
        return str(Side(event.side).label)
