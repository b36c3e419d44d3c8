"""Looking again, under locks, at what a form found right when it was sent."""

from django.core.exceptions import ValidationError
from django.db import models

from portal.operations import Refused


def require_sound(record: models.Model) -> None:
    """Raise Refused with what the record's own `clean` or a constraint finds wrong with it."""
    try:
        record.clean()
        record.validate_constraints()
    except ValidationError as wrong:
        raise Refused(" ".join(wrong.messages)) from wrong
