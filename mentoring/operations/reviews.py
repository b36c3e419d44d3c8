"""What may happen to a review: planned, held, approved, sent back, cancelled; each step is noted.

What it says is written in operations/review_records.py.
"""

import pghistory
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from mentoring.models import Activity, Review, ReviewStep, ReviewTarget
from mentoring.models.agreements import SIDES
from mentoring.operations.filing import agreement_at
from mentoring.operations.review_minutes import issue_review_minutes, withdraw_review_minutes
from mentoring.operations.review_notices import (
    tell_approved,
    tell_held,
    tell_planned,
    tell_sent_back,
)
from mentoring.operations.soundness import require_sound
from mentoring.operations.visits import AlreadyDone
from mentoring.queries.reviews import missing_in
from portal.models import User
from portal.operations import Conflict, Refused, lock

State = Review.State


@transaction.atomic
def plan_review(review: Review, *, by: User) -> Review:
    """Save a new review of a post, with the targets that the last one set, and return it.

    Raises Refused when the post is closed, when its last review is still being corrected or one is
    planned already, when the period overlaps the last one's, or when no agreement or activity fits.
    """
    review.post = lock(review.post)
    if not review.post.active:
        raise Refused(_("Pos ini sudah ditutup. Aktifkan kembali dahulu."))
    if SIDES.get(by.role) is None:
        raise Refused(_("Tinjauan dicatat oleh orang Dinas Pendidikan atau orang BPMP."))
    last = _require_next(review)
    review.side, review.led_by = SIDES[by.role], by
    file_review(review)
    review.save()
    _carry_over(last, review)
    ReviewStep.objects.create(review=review, from_state="", to_state=State.PLANNED, by=by)
    tell_planned(review, by=by)
    return review


@transaction.atomic
def hold_review(review: Review, *, by: User, version: int) -> None:
    """State that the review took place as it is written, and ask the other side to approve it.

    Raises Refused with all that it lacks, when it is of the other side and when it was cancelled;
    Conflict when it changed after it was seen, AlreadyDone when it waits for approval already.
    """
    review = _locked(review, by, "mentoring.record_review")
    if not review.is_open:
        raise _told(review, done=(State.HELD, State.APPROVED))
    _require_read(review, version)
    if missing := missing_in(review):
        raise Refused(" ".join(missing))
    review.led_by = by
    _move(review, State.HELD, by=by)
    tell_held(review, by=by)


@transaction.atomic
def approve_review(review: Review, *, by: User, version: int) -> None:
    """Approve a review that took place, for the side that did not record it; its minutes are frozen.

    Raises Refused when it does not wait for approval or `by` is of the side that recorded it,
    Conflict when it changed after it was read, AlreadyDone when it is approved.
    """
    review = _locked(review, by, "mentoring.approve_review")
    if not review.is_held:
        raise _told(review, done=(State.APPROVED,))
    _require_read(review, version)
    review.approved_by = by
    _move(review, State.APPROVED, by=by)
    issue_review_minutes(review, by=by)
    tell_approved(review, by=by)


@transaction.atomic
def send_review_back(review: Review, *, by: User, reason: str, version: int) -> None:
    """Return a review to the side that recorded it, with a reason; minutes issued hold no more.

    Raises Refused when it did not take place or a later review took over its targets, Conflict when
    it changed after it was read, AlreadyDone when it was sent back.
    """
    review = _locked(review, by, "mentoring.approve_review")
    if not (review.is_held or review.is_approved):
        raise _told(review, done=(State.RETURNED,))
    _require_read(review, version)
    _require_newest(review)
    withdraw_review_minutes(review, reason=reason)
    review.approved_by = None
    _move(review, State.RETURNED, by=by, reason=reason)
    tell_sent_back(review, by=by)


@transaction.atomic
def cancel_review(review: Review, *, by: User, reason: str, version: int) -> None:
    """Cancel a review that did not take place, with a reason.

    Raises Refused when it took place or is of the other side, Conflict when it changed after it was
    seen, AlreadyDone when it is cancelled.
    """
    review = _locked(review, by, "mentoring.record_review")
    if review.state != State.PLANNED:
        raise _told(review, done=(State.CANCELLED,))
    _require_read(review, version)
    _move(review, State.CANCELLED, by=by, reason=reason)


def file_review(review: Review) -> None:
    """Put a review under the agreement of its day and activity. Raises Refused where none fits."""
    review.agreement = agreement_at(
        review.post.area_code, review.date, activity=review.activity, form=Activity.Form.POST
    )
    require_sound(review)


def require_after(review: Review, last: Review | None) -> None:
    """Raise Refused unless the period begins after the one that was reviewed last."""
    if last is not None and review.period_from <= last.period_to:
        raise Refused(
            _("Periode ini tumpang tindih dengan tinjauan sebelumnya, yang sampai %s.")
            % date_format(last.period_to)
        )


def _require_next(review: Review) -> Review | None:
    """The review that this one follows. Raises Refused unless the post is ready for a next one."""
    newest = review.post.reviews.standing().order_by("-period_to", "-pk").first()
    if newest is not None and newest.is_open:
        raise Refused(
            _("Tinjauan %(number)s masih %(state)s. Selesaikan atau batalkan dahulu.")
            % {"number": newest.number, "state": newest.get_state_display()}
        )
    require_after(review, newest)
    return newest


def _carry_over(last: Review | None, review: Review) -> None:
    """What the last review set as targets is what this one judges."""
    if last is None:
        return
    ReviewTarget.objects.bulk_create(
        ReviewTarget(
            review=review,
            part=ReviewTarget.Part.LAST,
            carried_from=target,
            **{name: getattr(target, name) for name in ReviewTarget.SET},
        )
        for target in last.targets.of_next_period()
    )


def _locked(review: Review, by: User, permission: str) -> Review:
    """The review as it stands, locked with its post, where the person may take such a step."""
    lock(review.post)  # nobody plans the next one meanwhile
    review = lock(review)
    if not by.has_perm(permission, review):
        raise Refused(_("Langkah ini milik pihak lain."))
    return review


def _told(review: Review, *, done: tuple[str, ...]) -> Refused:
    """Why a step does not fit: it was taken already, or the review stands elsewhere."""
    sentence = _("Tinjauan ini sudah %s.") if review.state in done else _("Tinjauan ini %s.")
    kind = AlreadyDone if review.state in done else Refused
    return kind(sentence % review.get_state_display())


def _require_read(review: Review, version: int) -> None:
    if review.version != version:
        raise Conflict(review)


def _require_newest(review: Review) -> None:
    later = review.post.reviews.standing().filter(period_from__gt=review.period_to).first()
    if later is not None:
        raise Refused(
            _("Sasarannya sudah dibawa ke tinjauan %s, jadi tidak dapat dikembalikan lagi.")
            % later.number
        )


def _move(review: Review, to: str, *, by: User, reason: str = "") -> None:
    """Take the step, and note who took it and why."""
    ReviewStep.objects.create(
        review=review, from_state=review.state, to_state=to, by=by, reason=reason
    )
    review.state = to
    review.version += 1
    with pghistory.context(**({"reason": reason} if reason else {})):
        review.save()
