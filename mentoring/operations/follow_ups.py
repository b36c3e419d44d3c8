"""What may happen to a follow-up after it was agreed: reported on, verified, sent back."""

from collections.abc import Iterable

import pghistory
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from mentoring.models import FollowUp, FollowUpStep, Visit
from mentoring.operations.visits import AlreadyDone
from mentoring.queries.concerned import owners_of, verifiers_of
from mentoring.queries.follow_ups import reporters_of
from portal.models import User
from portal.notices.operations import notify
from portal.operations import Conflict, Refused, lock

REPORTABLE = (Visit.State.SUBMITTED, Visit.State.VERIFIED)
State = FollowUp.State
REPORTED = (State.IN_PROGRESS, State.DONE)


@transaction.atomic
def report_follow_up(
    follow_up: FollowUp, *, by: User, state: str, result: str, version: int
) -> FollowUp:
    """Note how far a follow-up is and what came of it, on top of the version that its editor saw.

    The same report sent again changes nothing. Returns the follow-up as it stands now.

    Raises Refused while the visit's report is still being written, once it is verified, and for
    done without a result; Conflict when somebody saved the follow-up meanwhile.
    """
    current = lock_reportable(follow_up)
    if (current.state, current.result) == (state, result):
        return current
    require_unverified(current)
    if current.version != version:
        raise Conflict(current)
    if state not in REPORTED:
        raise Refused(_("Pilih sedang dikerjakan atau selesai."))
    if state == State.DONE and not result.strip():
        raise Refused(_("Tuliskan hasilnya sebelum menandai selesai."))
    current.result = result
    current.reported_by = by if state == State.DONE else None
    newly_done = state == State.DONE and not current.is_done
    _move(current, state, by=by)
    if newly_done:
        sentence = _("Tindak lanjut “%s” dilaporkan selesai dan menunggu verifikasi.")
        _tell(verifiers_of(current), current, sentence, by=by)
    return current


@transaction.atomic
def verify_follow_up(follow_up: FollowUp, *, by: User, version: int) -> None:
    """Confirm, as it was read, that a follow-up is done.

    Raises Refused when it was not reported done, when `by` may not verify it, owns it or reported
    it done; Conflict when it changed after it was read; AlreadyDone when it is verified.
    """
    current = _waiting(follow_up, by=by, version=version, done=State.VERIFIED)
    current.verified_by = by
    _move(current, State.VERIFIED, by=by)
    people = [*owners_of(current), *filter(None, [current.reported_by])]
    _tell(people, current, _("Tindak lanjut “%s” sudah diverifikasi."), by=by)


@transaction.atomic
def send_back_follow_up(follow_up: FollowUp, *, by: User, reason: str, version: int) -> None:
    """Return a follow-up that was reported done, as it was read, to its owner with a reason.

    Raises what `verify_follow_up` raises; AlreadyDone when it was sent back.
    """
    current = _waiting(follow_up, by=by, version=version, done=State.RETURNED)
    people = [*owners_of(current), *filter(None, [current.reported_by])]
    current.reported_by = None
    _move(current, State.RETURNED, by=by, reason=reason)
    sentence = _("Tindak lanjut “%s” dikembalikan; alasannya ada di halamannya.")
    _tell(people, current, sentence, by=by)


def why_not_verified_by(follow_up: FollowUp, person: User) -> str:
    """Why this person may not confirm the follow-up, in a sentence; empty where they may."""
    if follow_up.owner_person_id == person.pk:
        return _("Anda pelaksana tindak lanjut ini, jadi orang lain yang memverifikasinya.")
    if person.pk in reporters_of(follow_up):
        return _("Anda melaporkan tindak lanjut ini selesai, jadi orang lain yang memverifikasi.")
    if not person.has_perm("mentoring.verify_follow_up", follow_up):
        return _(
            "Yang memverifikasi adalah dinas, atau fasilitator kunjungan bila pelaksananya sekolah."
        )
    return ""


def lock_reportable(follow_up: FollowUp) -> FollowUp:
    """The follow-up locked after its visit, in the order of everything that writes follow-ups.

    Raises Refused while the visit's report is still being written.
    """
    current = _lock_with_visit(follow_up)
    if current.visit.state not in REPORTABLE:
        raise Refused(
            _("Tindak lanjut ini baru dapat dilaporkan setelah laporan kunjungannya diajukan.")
        )
    return current


def _lock_with_visit(follow_up: FollowUp) -> FollowUp:
    visit = Visit.objects.select_for_update().get(pk=follow_up.visit_id)
    current = lock(follow_up)
    current.visit = visit
    return current


def require_unverified(follow_up: FollowUp) -> None:
    """Raise Refused when somebody confirmed the follow-up: then it stays as it was confirmed."""
    if follow_up.is_verified:
        raise Refused(_("Tindak lanjut ini sudah diverifikasi, jadi tidak dapat diubah lagi."))


def _waiting(follow_up: FollowUp, *, by: User, version: int, done: str) -> FollowUp:
    current = _lock_with_visit(follow_up)
    if current.state == done:
        raise AlreadyDone(_("Tindak lanjut ini sudah %s.") % current.get_state_display())
    if not current.is_done:
        raise Refused(
            _("Tindak lanjut ini tidak sedang menunggu verifikasi: statusnya %s.")
            % current.get_state_display()
        )
    if current.visit.state != Visit.State.VERIFIED:
        raise Refused(_("Verifikasi dahulu laporan kunjungannya, lalu tindak lanjutnya."))
    if refusal := why_not_verified_by(current, by):
        raise Refused(refusal)
    if current.version != version:
        raise Conflict(current)
    return current


def _move(follow_up: FollowUp, to: str, *, by: User, reason: str = "") -> None:
    """Save the follow-up in another state as its next version, and note the step."""
    FollowUpStep.objects.create(
        follow_up=follow_up,
        from_state=follow_up.state,
        to_state=to,
        by=by,
        at=timezone.now(),
        reason=reason,
    )
    follow_up.state = to
    follow_up.version += 1
    with pghistory.context(**({"reason": reason} if reason else {})):
        follow_up.save()


def _tell(people: Iterable[User], follow_up: FollowUp, sentence: str, *, by: User) -> None:
    """Tell people a sentence about a follow-up, which stands in it with its description."""
    kind, url = f"follow-up-{follow_up.state}", follow_up.get_absolute_url()
    notify(people, kind=kind, text=sentence % follow_up, url=url, by=by)
