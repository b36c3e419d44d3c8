"""The end of a school and its return: closed and reopened, each since a day and with a reason."""

from datetime import date

import pghistory
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from portal.operations import Refused, lock
from schools.models import School, State


@transaction.atomic
def close_school(school: School, *, version: int, on: date, reason: str) -> None:
    """Record that a school exists no longer from a day on; everything about it stays readable.

    Raises Conflict when somebody saved it meanwhile; Refused when it is not open, or for a day
    ahead or before the one since which its present facts hold.
    """
    _turn(school, State.OPEN, State.CLOSED, version=version, on=on, reason=reason)


@transaction.atomic
def reopen_school(school: School, *, version: int, on: date, reason: str) -> None:
    """Record that a closed school exists again from a day on; the days between stay closed.

    On the day since which it is closed, the closing is corrected: it never was. Raises as
    `close_school`.
    """
    _turn(school, State.CLOSED, State.OPEN, version=version, on=on, reason=reason)


def _turn(school: School, before: State, after: State, *, version: int, on: date, reason: str):
    current = lock(school, version=version)
    if current.state != before:
        raise Refused(_("Sekolah ini sudah %s.") % current.get_state_display().lower())
    require_day(current, on)
    current.state, current.state_reason, current.facts_since = after, reason, on
    current.version += 1
    with pghistory.context(reason=reason):
        current.save(update_fields=["state", "state_reason", "facts_since", "version"])


def require_day(school: School, on: date) -> None:
    """Raises Refused for a day from which a fact of the school cannot change."""
    if on > timezone.localdate():
        raise Refused(_("Tanggal ini belum tiba. Isi hari ini atau sebelumnya."))
    if on < school.facts_since:
        raise Refused(
            _(
                "Data %(school)s yang sekarang berlaku sejak %(since)s. Isi tanggal itu atau "
                "sesudahnya."
            )
            % {"school": school, "since": date_format(school.facts_since)}
        )
