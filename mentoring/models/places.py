"""Where a visit's report was written from: the device's position, taken when its owner says so."""

import pghistory
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.models.visits import OfVisitQuerySet, Visit


@pghistory.track()
class PlaceProof(models.Model):
    """The position of the facilitator's device at a visit. Optional; it proves, and refuses nothing.

    Apart from the visit, so that taking it does not look like an edit of the report.
    """

    visit = models.OneToOneField(Visit, models.CASCADE, related_name="place_proof")
    latitude = models.DecimalField(
        _("lintang"),
        max_digits=10,
        decimal_places=7,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
    )
    longitude = models.DecimalField(
        _("bujur"),
        max_digits=10,
        decimal_places=7,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )
    accuracy = models.PositiveIntegerField(_("ketelitian (m)"))
    at = models.DateTimeField(_("dicatat"), default=timezone.now, editable=False)

    objects = OfVisitQuerySet.as_manager()

    class Meta:
        verbose_name = _("posisi")
        verbose_name_plural = _("posisi")
        constraints = [
            models.CheckConstraint(
                name="place_proof_lies_on_earth",
                condition=Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                violation_error_message=_("Posisi ini tidak ada di bumi."),
            )
        ]

    def __str__(self):
        return f"{self.latitude}, {self.longitude}"
