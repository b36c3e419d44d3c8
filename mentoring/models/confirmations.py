"""The school's word on a report: that it is right, or what is not."""

import pghistory
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.models.visits import OfVisitQuerySet, Visit
from portal.models import User


@pghistory.track()
class Confirmation(models.Model):
    """What the head of a school said to a report, bound to the content that was read.

    `digest` is that of the report as it was shown (queries/confirmations.py); once the report says
    something else the confirmation is outdated. A drawn signature is kept as its strokes, points
    from 0 to 1000 by 0 to 400; `sha256` of them lets one signature be used only once.
    """

    class Way(models.TextChoices):
        DRAWN = "gambar", _("tanda tangan di ponsel fasilitator")
        TYPED = "ketik", _("nama diketik di ponsel fasilitator")
        ACCOUNT = "akun", _("akun sekolah")

    visit = models.ForeignKey(Visit, models.CASCADE, related_name="confirmations")
    way = models.CharField(_("cara"), max_length=8, choices=Way)
    agrees = models.BooleanField(_("setuju"))
    name = models.CharField(_("nama"), max_length=120)
    position = models.CharField(_("jabatan"), max_length=120)
    note = models.TextField(_("catatan"), max_length=2000, blank=True)
    strokes = models.JSONField(_("tanda tangan"), default=list, blank=True)
    sha256 = models.CharField(max_length=64, blank=True, editable=False)
    digest = models.CharField(max_length=64, editable=False)
    # Who was signed in: the facilitator whose phone it was, or the school.
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("akun"))
    at = models.DateTimeField(_("pada"), default=timezone.now, editable=False)

    objects = OfVisitQuerySet.as_manager()

    class Meta:
        verbose_name = _("konfirmasi sekolah")
        verbose_name_plural = _("konfirmasi sekolah")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="confirmation_way_is_known", condition=Q(way__in=["gambar", "ketik", "akun"])
            ),
            models.CheckConstraint(
                name="confirmation_is_by_somebody", condition=~Q(name="") & ~Q(position="")
            ),
            models.CheckConstraint(
                name="confirmation_refusal_says_why",
                condition=Q(agrees=True) | ~Q(note=""),
                violation_error_message=_("Tuliskan apa yang tidak sesuai."),
            ),
            models.CheckConstraint(
                name="confirmation_drawn_has_a_signature",
                condition=(Q(way="gambar") & ~Q(sha256="") & ~Q(strokes=[]))
                | (~Q(way="gambar") & Q(sha256="", strokes=[])),
            ),
            models.UniqueConstraint(
                name="confirmation_signature_once",
                fields=["sha256"],
                condition=~Q(sha256=""),
                violation_error_message=_("Tanda tangan ini sudah dipakai."),
            ),
        ]

    def __str__(self):
        return f"{self.name}, {self.position}"

    @staticmethod
    def history_name(event) -> str:
        return event.name

    @property
    def path(self) -> str:
        """The strokes as the path of an SVG, drawn by numbers alone."""
        return " ".join(
            "M" + " L".join(f"{int(x)} {int(y)}" for x, y in stroke) for stroke in self.strokes
        )
