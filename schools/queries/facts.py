"""What held of a school, and since when."""

from dataclasses import dataclass
from datetime import date

from portal.history import Change, changes_between
from schools.models import PastFacts, School


@dataclass(frozen=True)
class Turn:
    """A day on which facts of a school changed, and from what to what."""

    on: date
    changes: list[Change]


def turns_of(school: School) -> list[Turn]:
    """The days on which dated facts changed, newest first; one query and one a related model."""
    past = list(PastFacts.objects.filter(school=school).order_by("-starts_on"))
    newer, turns = school, []
    for older in past:
        changes = changes_between(PastFacts, older, newer, exclude=["starts_on", "ends_on"])
        turns.append(Turn(older.ends_on, changes))
        newer = older
    return turns
