"""Days that people name."""

from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

NOT_YET = _("Tanggal ini belum tiba. Isi hari ini atau sebelumnya.")


def lies_ahead(day: date) -> bool:
    """Whether a day is after today."""
    return day > timezone.localdate()


def has_come(day: date) -> None:
    """Validates a day: raises ValidationError for one after today."""
    if lies_ahead(day):
        raise ValidationError(NOT_YET)
