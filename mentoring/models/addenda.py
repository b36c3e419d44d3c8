"""Addenda: papers that change what an agreement says, from the day they were signed."""

import pghistory
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.models.agreements import Agreement, OfAgreementQuerySet
from mentoring.models.scans import check_scan
from portal.models import User


@pghistory.track()
class Addendum(models.Model):
    """An addendum of an agreement, with the terms before and after it.

    `before` and `after` are the terms as `queries.addenda.terms_of` reads them.
    """

    agreement = models.ForeignKey(
        Agreement, models.PROTECT, related_name="addenda", verbose_name=_("naskah kerja sama")
    )
    order = models.PositiveSmallIntegerField(_("adendum ke-"), editable=False)
    first_number = models.CharField(_("nomor pihak I"), max_length=80)
    second_number = models.CharField(_("nomor pihak II"), max_length=80)
    signed_on = models.DateField(_("tanggal tanda tangan"))
    about = models.CharField(_("tentang"), max_length=250)
    scan = models.FileField(
        _("pindaian adendum"), upload_to="addenda/%Y/", blank=True, validators=[check_scan]
    )
    before = models.JSONField(_("isi sebelumnya"), editable=False)
    after = models.JSONField(_("isi sesudahnya"), editable=False)
    by = models.ForeignKey(
        User, models.PROTECT, related_name="+", editable=False, verbose_name=_("dicatat oleh")
    )
    at = models.DateTimeField(_("dicatat"), default=timezone.now, editable=False)

    objects = OfAgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("adendum")
        verbose_name_plural = _("adendum")
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "order"],
                name="addendum_order_once_per_agreement",
            ),
            models.CheckConstraint(
                name="addendum_has_both_numbers",
                condition=~Q(first_number="") & ~Q(second_number=""),
                violation_error_message=_("Isi nomor kedua pihak."),
            ),
        ]

    def __str__(self):
        return str(_("Adendum %(order)d: %(about)s") % {"order": self.order, "about": self.about})

    def get_absolute_url(self):
        return reverse("mentoring:addendum", args=[self.pk])
