"""What may happen to a visit: planned, recorded, submitted, verified or sent back, cancelled."""

from datetime import date, time

import pghistory
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from mentoring.models import (
    Agreement,
    Answer,
    Assignment,
    Attendees,
    DiscussedIndicator,
    FollowUp,
    Instrument,
    Transition,
    Visit,
    VisitKind,
)
from mentoring.queries.reports import Missing, Report, missing_in, report_of
from portal.models import User, area_path
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


@transaction.atomic
def plan_visit(
    school: School,
    *,
    by: User,
    on: date,
    kind: VisitKind,
    mode: str,
    starts_at: time | None = None,
    ends_at: time | None = None,
) -> Visit:
    """Plan a visit to a school that is entrusted to `by` on that day, under the agreement in force.

    Raises Refused when the school is not theirs on that day, when no agreement covers the school
    on that day, or when no instrument is in use.
    """
    _require_assignment(school, by, on)
    instrument = Instrument.objects.filter(active=True).order_by("-pk").first()
    if instrument is None:
        raise Refused(
            _("Belum ada instrumen yang dipakai. Minta admin mengaktifkan satu instrumen.")
        )
    visit = Visit.objects.create(
        school=school,
        facilitator=by,
        agreement=_agreement_for(school, on),
        instrument=instrument,
        kind=kind,
        mode=mode,
        date=on,
        starts_at=starts_at,
        ends_at=ends_at,
    )
    Transition.objects.create(visit=visit, from_state="", to_state=State.PLANNED, by=by)
    return visit


@transaction.atomic
def record_visit(visit: Visit, *, by: User, version: int, report: Report) -> Visit:
    """Save the report of a visit, complete or not, on top of the version that its writer saw.

    A planned visit becomes a draft. The same report sent again changes nothing, whatever its
    version, so a replay is harmless. Returns the visit as it stands now.

    Raises Refused when the visit is not open or not theirs, or when its new date lies outside the
    assignment or the agreement; Conflict when somebody saved something else meanwhile.
    """
    visit = lock(visit)
    _require_own(visit, by)
    if not visit.is_open:
        raise Refused(_("Laporan ini %s dan tidak dapat diubah lagi.") % visit.get_state_display())
    stored = report_of(visit)
    if report == stored and visit.state != State.PLANNED:
        return visit
    if visit.version != version:
        raise Conflict(visit)
    if report.date != visit.date:
        _require_assignment(visit.school, by, report.date)
        visit.agreement = _agreement_for(visit.school, report.date)
    for name, value in report.own_fields.items():
        setattr(visit, name, value)
    if visit.state == State.PLANNED:
        _move(visit, State.DRAFT, by=by)
    else:
        _save(visit)
    with pghistory.context(visit_version=visit.version):
        _save_parts(visit, stored, report)
    return visit


@transaction.atomic
def submit_visit(visit: Visit, *, by: User) -> None:
    """Hand the report over for verification.

    Raises Incomplete with everything that it lacks, at once; Refused when it is not theirs, was
    cancelled or verified; AlreadyDone when it waits for verification already.
    """
    visit = lock(visit)
    _require_own(visit, by)
    if visit.state in (State.SUBMITTED, State.VERIFIED):
        raise AlreadyDone(_("Laporan ini sudah %s.") % visit.get_state_display())
    if not visit.is_open:
        raise Refused(_("Kunjungan ini sudah dibatalkan dan tidak dapat diajukan."))
    missing = missing_in(visit)
    if missing:
        raise Incomplete(missing)
    _move(visit, State.SUBMITTED, by=by)


@transaction.atomic
def verify_visit(visit: Visit, *, by: User, version: int) -> None:
    """Confirm a submitted report as it was read.

    Raises Refused when it does not wait for verification or `by` wrote it, Conflict when it
    changed after it was read, AlreadyDone when it is verified already.
    """
    visit = lock(visit)
    _require_waiting(visit, by, done=State.VERIFIED)
    if visit.version != version:
        raise Conflict(visit)
    _move(visit, State.VERIFIED, by=by)


@transaction.atomic
def send_back(visit: Visit, *, by: User, reason: str) -> None:
    """Return a submitted report to its facilitator with a reason.

    Raises Refused when it does not wait for verification or `by` wrote it, AlreadyDone when it
    was sent back already.
    """
    visit = lock(visit)
    _require_waiting(visit, by, done=State.SENT_BACK)
    _move(visit, State.SENT_BACK, by=by, reason=reason)


@transaction.atomic
def cancel_visit(visit: Visit, *, by: User, reason: str) -> None:
    """Cancel a visit that was never submitted, with a reason.

    Raises Refused when it is not theirs or was submitted once, AlreadyDone when it is cancelled.
    """
    visit = lock(visit)
    _require_own(visit, by)
    if visit.state == State.CANCELLED:
        raise AlreadyDone(_("Kunjungan ini sudah dibatalkan."))
    if not visit.can_be_cancelled:
        raise Refused(
            _("Laporan kunjungan ini sudah pernah diajukan, jadi tidak dapat dibatalkan.")
        )
    _move(visit, State.CANCELLED, by=by, reason=reason)


def _move(visit: Visit, to: str, *, by: User, reason: str = "") -> None:
    Transition.objects.create(
        visit=visit, from_state=visit.state, to_state=to, by=by, reason=reason
    )
    visit.state = to
    with pghistory.context(**({"reason": reason} if reason else {})):
        _save(visit)


def _save(visit: Visit) -> None:
    visit.version += 1
    visit.save()


def _require_own(visit: Visit, by: User) -> None:
    if visit.facilitator_id != by.pk:
        raise Refused(_("Kunjungan ini milik fasilitator lain."))


def _require_waiting(visit: Visit, by: User, *, done: str) -> None:
    if visit.state == done:
        raise AlreadyDone(_("Laporan ini sudah %s.") % visit.get_state_display())
    if not visit.is_submitted:
        raise Refused(
            _("Laporan ini tidak sedang menunggu verifikasi: statusnya %s.")
            % visit.get_state_display()
        )
    if visit.facilitator_id == by.pk:
        raise Refused(_("Laporan sendiri tidak dapat diverifikasi atau dikembalikan sendiri."))


def _require_assignment(school: School, by: User, on: date) -> None:
    if not Assignment.objects.on(on).filter(facilitator=by, school=school).exists():
        raise Refused(
            _(
                "%(school)s bukan sekolah dampingan Anda pada %(date)s. "
                "Pilih tanggal lain, atau minta admin mencatat penugasannya."
            )
            % {"school": school.name, "date": date_format(on)}
        )


def _agreement_for(school: School, on: date) -> Agreement:
    """The agreement in force on the day that covers the school's area; the narrowest, then newest."""
    covering = Agreement.objects.in_force(on).filter(area__in=area_path(school.district_id))
    found = covering.order_by("-area_id", "-starts_on", "-pk").first()
    if found is None:
        raise Refused(
            _(
                "Tidak ada naskah kerja sama yang berlaku pada %s untuk wilayah sekolah ini. "
                "Pilih tanggal lain, atau minta dinas melengkapi naskahnya."
            )
            % date_format(on)
        )
    return found


def _save_parts(visit: Visit, stored: Report, report: Report) -> None:
    """Write only the parts that differ, so that the history shows what really changed."""
    _save_attendees(visit, stored, report)
    _save_indicators(visit, stored, report)
    _save_answers(visit, stored, report)
    _save_follow_ups(visit, stored, report)


def _save_attendees(visit: Visit, stored: Report, report: Report) -> None:
    for part, (men, women) in report.attendees.items():
        if stored.attendees.get(part) != (men, women):
            Attendees.objects.update_or_create(
                visit=visit, part=part, defaults={"men": men, "women": women}
            )
    visit.attendees.exclude(part__in=report.attendees).delete()


def _save_indicators(visit: Visit, stored: Report, report: Report) -> None:
    visit.discussed.exclude(indicator__in=report.indicators).delete()
    added = sorted(report.indicators - stored.indicators)
    DiscussedIndicator.objects.bulk_create(
        DiscussedIndicator(visit=visit, indicator_id=pk) for pk in added
    )


def _save_answers(visit: Visit, stored: Report, report: Report) -> None:
    for item_id, (score, note) in report.answers.items():
        if stored.answers.get(item_id) != (score, note):
            Answer.objects.update_or_create(
                visit=visit, item_id=item_id, defaults={"score": score, "note": note}
            )
    visit.answers.exclude(item__in=report.answers).delete()


def _save_follow_ups(visit: Visit, stored: Report, report: Report) -> None:
    """Add, change and remove follow-ups; one that was reported on stays.

    Raises Refused when a follow-up that was worked on already would be removed.
    """
    removed = visit.follow_ups.exclude(key__in=report.follow_ups)
    worked_on = removed.exclude(state=FollowUp.State.OPEN).first()
    if worked_on is not None:
        raise Refused(
            _("Tindak lanjut “%s” sudah dikerjakan, jadi tidak dapat dihapus.") % worked_on
        )
    removed.delete()
    rows = {row.key: row for row in visit.follow_ups.all()}
    for key, agreed in report.follow_ups.items():
        if stored.follow_ups.get(key) == agreed:
            continue
        row = rows.get(key) or FollowUp(visit=visit, key=key, version=0)
        for name, value in vars(agreed).items():
            setattr(row, name, value)
        row.version += 1
        row.save()
