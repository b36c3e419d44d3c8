"""What may happen to a visit: planned, submitted, verified or sent back, cancelled.

Writing its report is in operations/reports.py.
"""

from datetime import date

import pghistory
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from mentoring.models import (
    Agreement,
    Assignment,
    Instrument,
    Transition,
    Visit,
)
from mentoring.queries.reports import Missing, missing_in
from mentoring.queries.visits import with_parts
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


@transaction.atomic
def plan_visit(school: School, *, by: User, on: date, **filed: object) -> Visit:
    """Plan a visit to a school that is entrusted to `by` on that day, under the agreement in force.

    `filed`: its kind and mode and, where they are known, the times `starts_at` and `ends_at`.
    Raises Refused when the school is not theirs on that day, when no agreement covers the school
    on that day, or when no instrument is in use.
    """
    require_assignment(school, by, on)
    visit = Visit.objects.create(
        school=school,
        facilitator=by,
        agreement=agreement_for(school, on),
        instrument=_instrument_in_use(),
        date=on,
        **filed,
    )
    Transition.objects.create(visit=visit, from_state="", to_state=State.PLANNED, by=by)
    return visit


@transaction.atomic
def submit_visit(visit: Visit, *, by: User, version: int) -> None:
    """Hand the report over for verification, as its writer saw it.

    Raises Incomplete with everything that it lacks, at once; Refused when it is not theirs or was
    cancelled; AlreadyDone when it waits for verification or is verified already; Conflict when it
    changed after it was seen, so that a form sent before a send-back does not submit it again.
    """
    visit = lock(visit)
    require_own(visit, by)
    if visit.state in (State.SUBMITTED, State.VERIFIED):
        raise AlreadyDone(_("Laporan ini sudah %s.") % visit.get_state_display())
    if not visit.is_open:
        raise Refused(_("Kunjungan ini sudah dibatalkan dan tidak dapat diajukan."))
    _require_read(visit, version)
    missing = missing_in(with_parts(visit))
    if missing:
        raise Incomplete(missing)
    move(visit, State.SUBMITTED, by=by)


@transaction.atomic
def verify_visit(visit: Visit, *, by: User, version: int) -> None:
    """Confirm a submitted report as it was read.

    Raises Refused when it does not wait for verification or `by` wrote it, Conflict when it
    changed after it was read, AlreadyDone when it is verified already.
    """
    visit = lock(visit)
    _require_waiting(visit, by, done=State.VERIFIED)
    _require_read(visit, version)
    move(visit, State.VERIFIED, by=by)


@transaction.atomic
def send_back(visit: Visit, *, by: User, reason: str, version: int) -> None:
    """Return a submitted report, as it was read, to its facilitator with a reason.

    Raises Refused when it does not wait for verification or `by` wrote it, Conflict when it
    changed after it was read, AlreadyDone when it was sent back already.
    """
    visit = lock(visit)
    _require_waiting(visit, by, done=State.SENT_BACK)
    _require_read(visit, version)
    move(visit, State.SENT_BACK, by=by, reason=reason)


@transaction.atomic
def cancel_visit(visit: Visit, *, by: User, reason: str, version: int) -> None:
    """Cancel a visit that was never submitted, with a reason.

    Raises Refused when it is not theirs or was submitted once, Conflict when it changed after it
    was seen, AlreadyDone when it is cancelled.
    """
    visit = lock(visit)
    require_own(visit, by)
    if visit.state == State.CANCELLED:
        raise AlreadyDone(_("Kunjungan ini sudah dibatalkan."))
    if not visit.can_be_cancelled:
        raise Refused(
            _("Laporan kunjungan ini sudah pernah diajukan, jadi tidak dapat dibatalkan.")
        )
    _require_read(visit, version)
    move(visit, State.CANCELLED, by=by, reason=reason)


def move(visit: Visit, to: str, *, by: User, reason: str = "") -> None:
    """Take the step to another state and note who took it, and why where a reason is asked."""
    Transition.objects.create(
        visit=visit, from_state=visit.state, to_state=to, by=by, reason=reason
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


def _require_read(visit: Visit, version: int) -> None:
    """Raise Conflict unless the person decides on the visit as it stands now."""
    if visit.version != version:
        raise Conflict(visit)


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


def _instrument_in_use() -> Instrument:
    """The instrument published last: new visits are asked it."""
    found = Instrument.objects.published().first()
    if found is None:
        raise Refused(_("Belum ada instrumen yang terbit. Minta admin menerbitkan satu instrumen."))
    return found


def require_assignment(school: School, by: User, on: date) -> None:
    """Raise Refused unless the school is entrusted to the person on that day."""
    if not Assignment.objects.on(on).filter(facilitator=by, school=school).exists():
        raise Refused(
            _(
                "%(school)s bukan sekolah dampingan Anda pada %(date)s. "
                "Pilih tanggal lain, atau minta admin mencatat penugasannya."
            )
            % {"school": school.name, "date": date_format(on)}
        )


def agreement_for(school: School, on: date) -> Agreement:
    """The agreement in force that covers the school's area; the narrowest, then the newest.

    Raises Refused where there is none on that day.
    """
    covering = Agreement.objects.covering(school, on)
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


def require_covering(agreement: Agreement, school: School, on: date) -> None:
    """Raise Refused unless a visit to the school on that day may be filed under the agreement."""
    if not Agreement.objects.covering(school, on).filter(pk=agreement.pk).exists():
        raise Refused(
            _(
                "Naskah ini tidak berlaku pada %s untuk wilayah sekolah ini. "
                "Pilih naskah yang mencakup keduanya."
            )
            % date_format(on)
        )
