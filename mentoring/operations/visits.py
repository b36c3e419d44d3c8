"""What may happen to a visit: each step of the table in mentoring/steps.py.

Writing its report is in operations/reports.py.
"""

from datetime import date

import pghistory
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from mentoring import steps
from mentoring.models import Agreement, Transition, Visit
from mentoring.operations.filing import (
    agreement_under,
    instrument_in_use,
    require_assignment,
    require_covering,
)
from mentoring.operations.notices import tell_sent_back, tell_submitted, tell_verified
from mentoring.operations.papers import issue_minutes, withdraw_letters, withdraw_minutes
from mentoring.queries.reports import Missing, missing_in
from mentoring.queries.visits import is_as_sent_back, with_parts
from portal.models import User
from portal.operations import Conflict, Refused, lock
from schools.models import School

State = Visit.State


class AlreadyDone(Refused):
    """A step that was carried out before: a replayed form, a second click."""


class Incomplete(Refused):
    """A report that cannot be submitted yet; `missing` says all that it lacks."""

    def __init__(self, missing: list[Missing]):
        super().__init__(_("Laporan belum lengkap. Lengkapi yang tertulis di bawah, lalu ajukan."))
        self.missing = missing


class Unchanged(Refused):
    """A report that was sent back and is handed over again without a change and without a word."""


@transaction.atomic
def plan_visit(school: School, *, by: User, on: date, **filed: object) -> Visit:
    """Plan a visit to a school that is entrusted to `by` on that day, under the agreement in force.

    `filed`: its kind and mode and, where they are known, the times `starts_at` and `ends_at`, the
    `activity` of the work plan that it is done for, and the `instrument` (else the newest).
    Raises Refused when the school is not theirs on that day, when no agreement covers the school
    on that day, when the activity does not fit, or when the instrument is not in use.
    """
    require_assignment(school, by, on)
    instrument = instrument_in_use(filed.pop("instrument", None))
    visit = Visit.objects.create(
        school=school,
        facilitator=by,
        agreement=agreement_under(filed.get("activity"), school, on),
        instrument=instrument,
        date=on,
        **filed,
    )
    Transition.objects.create(visit=visit, from_state="", to_state=State.PLANNED, by=by)
    return visit


@transaction.atomic
def start_visit(visit: Visit, *, by: User) -> Visit:
    """Note that the visit begins now, on its day.

    Raises Refused when it is not theirs, is no longer only planned, is planned for another day, or
    its assignment or agreement ended since; AlreadyDone when it is under way.
    """
    visit = _locked_for(steps.START, visit, by)
    now = timezone.localtime()
    if visit.date != now.date():
        raise Refused(
            _(
                "Kunjungan ini direncanakan pada %s, jadi tidak dapat dimulai hari ini. "
                "Jadwalkan ulang, atau isi laporannya bila sudah berlangsung."
            )
            % date_format(visit.date)
        )
    _require_still_filed(visit)
    visit.starts_at, visit.ends_at = now.time().replace(second=0, microsecond=0), None
    move(visit, steps.START.target, by=by)
    return visit


@transaction.atomic
def end_visit(visit: Visit, *, by: User) -> Visit:
    """Note that the visit ends now; its report is a draft from here on.

    On another day than it began, or in the same minute, the time is left for the report to say.
    Raises Refused when it is not theirs or is not under way, AlreadyDone when it ended.
    """
    visit = _locked_for(steps.END, visit, by)
    now = timezone.localtime()
    ends_at = now.time().replace(second=0, microsecond=0)
    if visit.date == now.date() and visit.starts_at and ends_at > visit.starts_at:
        visit.ends_at = ends_at
    move(visit, steps.END.target, by=by)
    return visit


@transaction.atomic
def submit_visit(visit: Visit, *, by: User, version: int, reason: str = "") -> None:
    """Hand the report over for verification, as its writer saw it.

    One that was sent back and stands as it did needs a `reason`: the answer to who sent it back.

    Raises Incomplete with everything that it lacks, at once; Unchanged without that answer; Refused
    when it is not theirs, was cancelled, or its assignment or agreement did not hold on its day;
    AlreadyDone when it waits for verification or is verified already; Conflict when it changed
    after it was seen, so that a form sent before a send-back does not submit it again.
    """
    visit = lock(visit)
    require_own(visit, by)
    if not visit.is_open:
        require_possible(steps.SUBMIT, visit)
    _require_read(visit, version)
    missing = missing_in(with_parts(visit))
    if missing:
        raise Incomplete(missing)
    _require_still_filed(visit)
    if not reason and is_as_sent_back(visit):
        raise Unchanged(_("Laporan ini belum diubah sejak dikembalikan."))
    move(visit, State.SUBMITTED, by=by, reason=reason)
    tell_submitted(visit, by=by)


@transaction.atomic
def verify_visit(visit: Visit, *, by: User, version: int) -> None:
    """Confirm a submitted report as it was read, and freeze its minutes.

    Raises Refused when it does not wait for verification or `by` wrote it, Conflict when it
    changed after it was read, AlreadyDone when it is verified already.
    """
    visit = lock(visit)
    _require_waiting(steps.VERIFY, visit, by)
    _require_read(visit, version)
    move(visit, State.VERIFIED, by=by)
    issue_minutes(visit, by=by)
    tell_verified(visit, by=by)


@transaction.atomic
def reopen_visit(visit: Visit, *, by: User, reason: str, version: int) -> None:
    """Return a verified report to its facilitator to be corrected; its minutes hold no more.

    They stay, marked as withdrawn, and are replaced when the report is verified again. Raises
    Refused when the visit is not verified, `by` wrote it or there is no reason, Conflict when it
    changed after it was read, AlreadyDone when it was sent back already.
    """
    visit = lock(visit)
    _require_waiting(steps.REOPEN, visit, by)
    _require_reason(reason)
    _require_read(visit, version)
    withdraw_minutes(visit, reason=reason)
    move(visit, State.SENT_BACK, by=by, reason=reason)
    tell_sent_back(visit, by=by)


@transaction.atomic
def send_back(visit: Visit, *, by: User, reason: str, version: int) -> None:
    """Return a submitted report, as it was read, to its facilitator with a reason.

    Raises Refused when it does not wait for verification, `by` wrote it or there is no reason,
    Conflict when it changed after it was read, AlreadyDone when it was sent back already.
    """
    visit = lock(visit)
    _require_waiting(steps.SEND_BACK, visit, by)
    _require_reason(reason)
    _require_read(visit, version)
    move(visit, State.SENT_BACK, by=by, reason=reason)
    tell_sent_back(visit, by=by)


@transaction.atomic
def cancel_visit(visit: Visit, *, by: User, reason: str, version: int) -> None:
    """Cancel a visit that was never submitted, with a reason.

    Raises Refused when it is not theirs, was submitted once or there is no reason, Conflict when it
    changed after it was seen, AlreadyDone when it is cancelled.
    """
    visit = _locked_for(steps.CANCEL, visit, by)
    _require_reason(reason)
    _require_read(visit, version)
    withdraw_letters(visit, reason=_("Kunjungan dibatalkan: %s") % reason)
    move(visit, State.CANCELLED, by=by, reason=reason)


@transaction.atomic
def reschedule_visit(visit: Visit, *, by: User, on: date, reason: str, version: int) -> Visit:
    """Put a visit that was never submitted on another day: it is planned again, its text stays.

    The day before is kept with the step; times noted on that day go. Where its agreement does not
    hold on the new day, the visit is filed under the one that does. A plan moves with or without a
    reason, a visit that was begun needs one. A clash with other plans is no reason to refuse.

    A letter of assignment for the day before holds no more.

    Raises Refused when it is not theirs, was submitted once, lacks that reason, the new day is its
    own or past, the school is not entrusted to them or not covered on that day, or the visit's
    activity is of another year; Conflict when it changed after it was seen.
    """
    visit = _locked_for(steps.RESCHEDULE, visit, by)
    _require_read(visit, version)
    _require_another_day(visit, on)
    if visit.state != State.PLANNED and not reason:
        raise Refused(_("Kunjungan ini sudah dimulai. Tuliskan alasannya, lalu jadwalkan ulang."))
    require_assignment(visit.school, by, on)
    refile(visit, on)
    withdraw_letters(visit, reason=_("Kunjungan dijadwalkan ulang menjadi %s.") % date_format(on))
    if visit.state != State.PLANNED:
        visit.starts_at = visit.ends_at = None
    former, visit.date = visit.date, on
    move(visit, State.PLANNED, by=by, reason=reason, former_date=former)
    return visit


def refile(visit: Visit, on: date) -> None:
    """File a visit that gets a new day under the agreement of that day; its own where that holds.

    Raises Refused where none covers the school, or the visit's activity is of another year.
    """
    holding = Agreement.objects.covering(visit.school, on)
    if visit.activity or not holding.filter(pk=visit.agreement_id).exists():
        visit.agreement = agreement_under(visit.activity, visit.school, on)


def move(
    visit: Visit, to: str, *, by: User, reason: str = "", former_date: date | None = None
) -> None:
    """Take the step to another state and note who took it, and why where a reason is asked."""
    Transition.objects.create(
        visit=visit,
        from_state=visit.state,
        to_state=to,
        by=by,
        reason=reason,
        former_date=former_date,
    )
    visit.state = to
    with pghistory.context(**({"reason": reason} if reason else {})):
        save(visit)


def save(visit: Visit) -> None:
    """Save a locked visit as its next version."""
    visit.version += 1
    visit.save()


def require_own(visit: Visit, by: User) -> None:
    """Raise Refused unless it is the person's own visit."""
    if visit.facilitator_id != by.pk:
        raise Refused(_("Kunjungan ini milik fasilitator lain."))


def require_writer(visit: Visit, by: User) -> None:
    """Raise Refused unless the person may write the visit's report."""
    if visit.facilitator_id != by.pk and not visit.co_writers.filter(user=by).exists():
        raise Refused(_("Kunjungan ini milik fasilitator lain."))


def require_possible(step: steps.Step, visit: Visit) -> None:
    """Raise AlreadyDone or Refused unless the table of steps allows the step from the visit's state."""
    if visit.state in step.done:
        raise AlreadyDone(_in_words(step.already, visit))
    if not step.fits(visit.state):
        raise Refused(_in_words(step.refusal, visit))


def _in_words(sentence: str, visit: Visit) -> str:
    told = str(sentence)
    return told % visit.get_state_display() if "%s" in told else told


def _locked_for(step: steps.Step, visit: Visit, by: User) -> Visit:
    """A person's own visit, locked, from whose state the step leads."""
    visit = lock(visit)
    require_own(visit, by)
    require_possible(step, visit)
    return visit


def _require_read(visit: Visit, version: int) -> None:
    """Raise Conflict unless the person decides on the visit as it stands now."""
    if visit.version != version:
        raise Conflict(visit)


def _require_still_filed(visit: Visit) -> None:
    """Raise Refused unless assignment and agreement hold on the visit's day: they may have ended."""
    require_assignment(visit.school, visit.facilitator, visit.date)
    require_covering(visit.agreement, visit.school, visit.date)


def _require_another_day(visit: Visit, on: date) -> None:
    if on == visit.date:
        raise Refused(_("Kunjungan ini sudah pada tanggal itu. Pilih tanggal lain."))
    if on < timezone.localdate():
        raise Refused(_("Tanggal ini sudah lewat. Pilih hari ini atau sesudahnya."))


def _require_waiting(step: steps.Step, visit: Visit, by: User) -> None:
    """Raise Refused unless the report waits for the step, and by somebody who did not write it."""
    require_possible(step, visit)
    _require_no_writer(visit, by)


def _require_reason(reason: str) -> None:
    if not reason.strip():
        raise Refused(_("Tuliskan alasannya."))


def _require_no_writer(visit: Visit, by: User) -> None:
    if visit.facilitator_id == by.pk or visit.co_writers.filter(user=by).exists():
        raise Refused(_("Laporan sendiri tidak dapat diverifikasi atau dikembalikan sendiri."))
