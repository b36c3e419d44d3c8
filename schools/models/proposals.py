"""Corrections that a school proposes to its own record, decided field by field."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.models import User, Versioned
from schools.models.described import in_school_scope
from schools.models.schools import School


class ProposalQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "ProposalQuerySet":
        return self.filter(in_school_scope(user, "school__"))

    def waiting(self) -> "ProposalQuerySet":
        """Those with a field that nobody has decided yet."""
        return self.filter(decided_at=None)


@pghistory.track()
class Proposal(Versioned):
    """What a school's account proposes to change, since when, and why."""

    school = models.ForeignKey(
        School, models.PROTECT, related_name="proposals", verbose_name=_("sekolah")
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("pengusul")
    )
    at = models.DateTimeField(_("diusulkan"), auto_now_add=True)
    holds_from = models.DateField(_("berlaku sejak"))
    note = models.CharField(_("keterangan"), max_length=500, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("diputuskan oleh"),
    )
    decided_at = models.DateTimeField(_("diputuskan"), null=True, blank=True)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = _("usulan perubahan")
        verbose_name_plural = _("usulan perubahan")
        ordering = ["-at"]
        constraints = [
            models.UniqueConstraint(
                fields=["school"], condition=Q(decided_at=None), name="proposal_one_waiting"
            ),
        ]

    def __str__(self):
        return f"{self.school}, {self.at:%d/%m/%Y}"

    def get_absolute_url(self):
        return reverse("schools:proposal", args=[self.pk])

    @property
    def was_withdrawn(self) -> bool:
        """Whether the school itself took it back before it was decided."""
        return self.decided_by_id == self.by_id


class Decision(models.TextChoices):
    WAITING = "menunggu", _("Menunggu")
    ACCEPTED = "diterima", _("Diterima")
    REJECTED = "ditolak", _("Ditolak")


class ProposedChangeQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "ProposedChangeQuerySet":
        return self.filter(in_school_scope(user, "proposal__school__"))


@pghistory.track()
class ProposedChange(models.Model):
    """One field of a proposal; values are kept as the form of a school reads them."""

    proposal = models.ForeignKey(
        Proposal, models.CASCADE, related_name="changes", verbose_name=_("usulan")
    )
    field = models.CharField(_("isian"), max_length=40)
    old = models.CharField(_("semula"), max_length=200, blank=True)
    new = models.CharField(_("usulan"), max_length=200, blank=True)
    decision = models.CharField(
        _("keputusan"), max_length=8, choices=Decision, default=Decision.WAITING
    )
    reason = models.CharField(_("alasan"), max_length=200, blank=True)

    objects = ProposedChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("isian usulan")
        verbose_name_plural = _("isian usulan")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["proposal", "field"], name="proposed_change_once"),
            models.CheckConstraint(
                name="proposed_change_rejected_with_reason",
                condition=~Q(decision=Decision.REJECTED, reason=""),
            ),
        ]

    def __str__(self):
        return f"{self.field}: {self.old} → {self.new}"
