"""A progress report is proposed (and frozen), signed off by both sides, or sent back."""

from collections.abc import Iterable

import pghistory
from django.db import transaction
from django.utils.translation import gettext as _

from mentoring.models import Agreement, ProgressReport, ReportSignature
from mentoring.models.agreements import SIDES, Side
from mentoring.models.progress_reports import checksum_of
from mentoring.queries.people import readers_of
from mentoring.queries.progress import Period, content_to_propose, periods_of, reports_of
from portal.models import User
from portal.notices.operations import notify
from portal.operations import Refused, lock, refused_by

State = ProgressReport.State


@transaction.atomic
def propose_report(agreement: Agreement, period: Period, *, by: User) -> ProgressReport:
    """Compose the semester's report from the records as they stand, freeze it and return it.

    After one that was sent back or approved it is the next version. Raises Refused when one of the
    semester waits, when the records still say what was approved, or when the agreement did not hold
    in the semester.
    """
    lock(agreement)
    if period not in periods_of(agreement):
        raise Refused(_("Naskah ini tidak berlaku pada semester itu."))
    earlier = reports_of(agreement, period)
    standing = earlier.newest_standing()
    content = content_to_propose(agreement, period, standing)
    if content is None and standing.is_proposed:
        raise Refused(_("Laporan semester ini sudah diajukan."))
    if content is None:
        raise Refused(_("Catatan semester ini tidak berubah sejak laporan yang sudah disetujui."))
    report = ProgressReport.objects.create(
        agreement=agreement,
        year=period.year,
        semester=period.semester,
        number=earlier.count() + 1,
        content=content,
        sha256=checksum_of(content),
        proposed_by=by,
    )
    _tell(report, readers_of(agreement), _("%s menunggu persetujuan kedua pihak."), by=by)
    return report


@transaction.atomic
def sign_report(report: ProgressReport, *, by: User) -> ReportSignature:
    """Sign a proposed report off for one's own side; with both sides' signatures it is approved.

    Raises Refused when the report does not wait for approval, the person belongs to no side, the
    side has signed already, or the report no longer is what was frozen.
    """
    report = lock(report)
    _require_proposed(report)
    side = SIDES.get(by.role)
    if side is None:
        raise Refused(_("Laporan disetujui oleh orang Dinas Pendidikan dan orang BPMP."))
    if not report.is_intact:
        raise Refused(_("Isi laporan tidak cocok dengan sidiknya, jadi tidak dapat disetujui."))
    with refused_by(str(_("Pihak ini sudah menyetujui.")), "signed_once_per_side"):
        signature = ReportSignature.objects.create(report=report, side=side, by=by)
    if report.signatures.count() == len(Side):
        report.state = State.APPROVED
        report.save(update_fields=["state"])
        _tell(report, readers_of(report.agreement), _("%s disetujui kedua pihak."), by=by)
    return signature


@transaction.atomic
def send_report_back(report: ProgressReport, *, by: User, reason: str) -> None:
    """Send a proposed report back with a reason; the next one is composed anew.

    Raises Refused when the report does not wait for approval.
    """
    report = lock(report)
    _require_proposed(report)
    report.state, report.sent_back_by, report.sent_back_reason = State.SENT_BACK, by, reason
    with pghistory.context(reason=reason):
        report.save(update_fields=["state", "sent_back_by", "sent_back_reason"])
    _tell(report, [report.proposed_by], _("%s dikembalikan. Baca alasannya."), by=by)


def _tell(report: ProgressReport, people: Iterable[User], words: str, *, by: User) -> None:
    notify(
        people,
        kind="progress-report",
        text=words % report,
        url=report.get_absolute_url(),
        by=by,
    )


def _require_proposed(report: ProgressReport) -> None:
    if not report.is_proposed:
        raise Refused(_("Laporan ini %s.") % report.get_state_display())
