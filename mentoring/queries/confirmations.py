"""What a school said to a report, and whether the report still says the same."""

import hashlib
import json
from dataclasses import dataclass, is_dataclass

from mentoring.models import Confirmation, Visit
from mentoring.queries.reports import report_of


def digest_of(visit: Visit) -> str:
    """SHA-256 of a visit's report, as it is stored now: of this visit, and of everything typed in it.

    What is empty does not count, so that a report keeps its digest when reports learn to hold more.
    """
    said = json.dumps(
        {"visit": visit.pk, "school": visit.school_id, **_filled(report_of(visit))},
        sort_keys=True,
        default=str,
    )
    return hashlib.sha256(said.encode()).hexdigest()


def _filled(value):
    """The value without its empty parts, in an order that is always the same."""
    if is_dataclass(value):
        value = vars(value)
    if isinstance(value, dict):
        parts = {str(key): _filled(part) for key, part in value.items()}
        return {key: part for key, part in parts.items() if part not in (None, "", [], {})}
    if isinstance(value, frozenset | set):
        return sorted(value)
    return value


@dataclass(frozen=True)
class Said:
    """A confirmation, and whether the report still says what was confirmed."""

    confirmation: Confirmation
    is_current: bool


def said_about(visit: Visit) -> list[Said]:
    """The confirmations of a visit, newest first."""
    confirmations = list(visit.confirmations.all())
    if not confirmations:
        return []
    digest = digest_of(visit)
    return [Said(one, one.digest == digest) for one in reversed(confirmations)]


def agreed_in(said: list[Said]) -> bool:
    """Whether the last word on the report as it stands is that it is right."""
    current = [one.confirmation for one in said if one.is_current]
    return bool(current) and current[0].agrees


def is_confirmed(visit: Visit) -> bool:
    """Whether the school says that the report is right as it stands."""
    return agreed_in(said_about(visit))
