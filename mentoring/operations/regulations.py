"""What may happen to a regulation: proposed, discussed, enacted, revoked; each step is noted."""

from datetime import date

import pghistory
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from mentoring.models import Regulation, RegulationStep
from mentoring.operations.soundness import require_sound
from portal.models import User
from portal.operations import Refused, lock, save_edit

State = Regulation.State


@transaction.atomic
def propose_regulation(regulation: Regulation, *, by: User, on: date) -> Regulation:
    """Save a proposed regulation and note its first step.

    Raises Refused when its activity does not fit or the day is still to come.
    """
    _require_day(on)
    require_sound(regulation)
    regulation.save()
    RegulationStep.objects.create(
        regulation=regulation, from_state="", to_state=State.PROPOSED, on=on, by=by
    )
    return regulation


@transaction.atomic
def edit_regulation(regulation: Regulation, *, version: int) -> None:
    """Save an edited regulation on top of the version that its editor saw.

    Raises Conflict when somebody saved it meanwhile; Refused when its activity does not fit or an
    enacted regulation would lose its number.
    """
    lock(regulation, version=version)
    require_sound(regulation)
    save_edit(regulation, version=version)


@transaction.atomic
def advance_regulation(
    regulation: Regulation, *, to: str, by: User, on: date, reason: str = "", number: str = ""
) -> None:
    """Take a regulation to its next state on a day; enacting gives it its number.

    Raises Refused when the state is not the next one, when the day is still to come or before the
    last step, when it is enacted without a number, or revoked without a reason.
    """
    regulation = lock(regulation)
    if regulation.next_state != to:
        raise Refused(_("Regulasi ini sekarang %s.") % regulation.get_state_display())
    _require_day(on, after=regulation.steps.last())
    if to == State.REVOKED and not reason:
        raise Refused(_("Tuliskan alasan pencabutannya."))
    _note(regulation, to, by=by, on=on, reason=reason)
    if to == State.ENACTED:
        _enact(regulation, on=on, number=number or regulation.number)
    regulation.state = to
    with pghistory.context(**({"reason": reason} if reason else {})):
        save_edit(regulation, version=regulation.version)


def _note(regulation: Regulation, to: str, *, by: User, on: date, reason: str) -> None:
    RegulationStep.objects.create(
        regulation=regulation, from_state=regulation.state, to_state=to, on=on, by=by, reason=reason
    )


def _enact(regulation: Regulation, *, on: date, number: str) -> None:
    if not number:
        raise Refused(_("Isi nomor regulasi yang ditetapkan."))
    regulation.number, regulation.enacted_on = number, on


def _require_day(on: date, *, after: RegulationStep | None = None) -> None:
    if on > timezone.localdate():
        raise Refused(_("Tanggal ini belum tiba."))
    if after is not None and on < after.on:
        raise Refused(_("Tanggal ini mendahului langkah sebelumnya, %s.") % date_format(after.on))
