"""Papers issued: minutes frozen when a visit is verified, corrected by a new number, and letters."""

import hashlib
from collections.abc import Callable
from datetime import date

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from mentoring.documents import letters, minutes
from mentoring.models import Agreement, Assignment, Paper, Visit
from mentoring.models.facilitators import facilitators_for
from mentoring.operations.filing import agreement_under, require_covering
from mentoring.operations.notices import tell_letter
from portal.documents.models import NumberSeries
from portal.documents.numbering import take_number
from portal.documents.rendering import template_version
from portal.models import User
from portal.operations import Conflict, Refused, lock, refused_by

State = Paper.State


@transaction.atomic
def issue_minutes(visit: Visit, *, by: User, reason: str = "") -> Paper:
    """Freeze what the report of a verified visit says: bytes, checksum, template and data.

    What was issued before for the visit is replaced, with the reason. Raises Refused when the visit
    is not verified, and when its minutes hold already and no reason is given to replace them.
    """
    visit = minutes.printed_visits(Visit.objects.filter(pk=lock(visit).pk)).get()
    if visit.state != Visit.State.VERIFIED:
        raise Refused(_("Berita acara terbit setelah laporannya diverifikasi."))
    former = visit.papers.filter(kind=Paper.Kind.MINUTES).order_by("-revision").first()
    if former and former.is_current and not reason:
        raise Refused(_("Berita acara kunjungan ini sudah terbit: %s.") % former.number)
    paper = Paper(kind=Paper.Kind.MINUTES, visit=visit, facilitator=visit.facilitator)
    paper.area = visit.school.district
    if former:
        end_paper(former, State.REPLACED, former.reason or reason)
        paper.replaces, paper.revision = former, former.revision + 1

    def printed() -> bytes:
        paper.snapshot = minutes.snapshot_of(visit, paper)
        return minutes.print_minutes(visit, paper.snapshot, made_at=paper.issued_at)

    return issue_paper(paper, printed, minutes.TEMPLATE, by=by)


@transaction.atomic
def withdraw_minutes(visit: Visit, *, reason: str) -> None:
    """Say of the minutes of a visit that they hold no more, before its report is corrected."""
    for paper in visit.papers.current().filter(kind=Paper.Kind.MINUTES):
        end_paper(paper, State.WITHDRAWN, reason)


@transaction.atomic
def withdraw_letters(visit: Visit, *, reason: str) -> None:
    """Say of a visit's letter that it holds no more: its day or its facilitator is another now."""
    for paper in visit.papers.current().filter(kind=Paper.Kind.LETTER):
        end_paper(paper, State.WITHDRAWN, reason)


@transaction.atomic
def reissue_minutes(visit: Visit, *, by: User, reason: str, version: int) -> Paper:
    """Issue the minutes of a visit anew from the same report, under a new number, with a reason.

    For what stands in other records: a name, a NIP, the letterhead. The former ones stay, marked as
    replaced. Raises Refused when the visit is not verified, Conflict when it changed after it was read.
    """
    visit = lock(visit)
    if visit.version != version:
        raise Conflict(visit)
    return issue_minutes(visit, by=by, reason=reason)


@transaction.atomic
def issue_visit_letter(visit: Visit, *, by: User) -> Paper:
    """A letter that sends the facilitator of a planned visit to its school.

    Raises Refused when the visit is past its plan or has a letter already.
    """
    visit = lock(visit)
    if visit.state != Visit.State.PLANNED:
        raise Refused(_("Surat tugas dibuat sebelum kunjungan dilaporkan."))
    if visit.papers.current().filter(kind=Paper.Kind.LETTER).exists():
        raise Refused(_("Surat tugas kunjungan ini sudah ada."))
    paper = Paper(kind=Paper.Kind.LETTER, visit=visit, facilitator=visit.facilitator)
    paper.area = visit.school.district
    return _issue_letter(paper, visit.agreement, visit.date, visit.date, [visit.school], by=by)


@transaction.atomic
def issue_period_letter(facilitator: User, *, by: User, starts_on: date, ends_on: date) -> Paper:
    """A letter that sends a facilitator to the schools entrusted to them within a period.

    Only schools in the scope of `by` are named. Raises Refused when there are none, when the person
    is no facilitator of that scope, or when no one agreement covers every school on both days.
    """
    if not facilitators_for(by).filter(pk=facilitator.pk).exists():
        raise Refused(_("Fasilitator ini tidak bertugas di wilayah Anda."))
    held = Assignment.objects.visible_to(by).filter(facilitator=facilitator, starts_on__lte=ends_on)
    held = held.exclude(ends_on__lt=starts_on)
    found = held.select_related("school__district__parent").order_by("school__name", "school")
    schools = list({row.school_id: row.school for row in found}.values())
    if not schools:
        raise Refused(_("Tidak ada sekolah yang ditugaskan kepadanya pada masa itu."))
    agreement = agreement_under(None, schools[0], starts_on)
    for school in schools:
        for day in (starts_on, ends_on):
            require_covering(agreement, school, day)
    paper = Paper(kind=Paper.Kind.LETTER, facilitator=facilitator, area=by.area or agreement.area)
    return _issue_letter(paper, agreement, starts_on, ends_on, schools, by=by)


def _issue_letter(paper: Paper, agreement: Agreement, starts_on, ends_on, schools, *, by) -> Paper:
    """Print the letter under a number, and tell its facilitator."""

    def printed() -> bytes:
        paper.snapshot = letters.snapshot_of(paper, agreement, starts_on, ends_on, schools)
        return letters.print_letter(paper.snapshot, made_at=paper.issued_at)

    issue_paper(paper, printed, letters.TEMPLATE, by=by)
    tell_letter(paper, by=by)
    return paper


def issue_paper(paper: Paper, printed: Callable[[], bytes], template: str, *, by: User) -> Paper:
    """Give the paper its number, print it, and keep what was printed.

    The number is taken last, because everybody who issues such a paper waits for it to be kept.
    """
    paper.issued_at, paper.issued_by = timezone.now(), by
    paper.issued_on = timezone.localdate(paper.issued_at)
    paper.template_version = template_version(template)
    try:
        number = take_number(paper.kind, paper.issued_on)
    except NumberSeries.DoesNotExist as error:
        raise Refused(
            _("Belum ada seri nomor untuk naskah ini. Minta admin membuatnya.")
        ) from error
    paper.number, paper.year, paper.sequence = number.text, number.year, number.sequence
    content = printed()
    paper.sha256, paper.size = hashlib.sha256(content).hexdigest(), len(content)
    paper.file.save("x.pdf", ContentFile(content), save=False)
    try:
        taken = _("Bentuk nomor naskah ini pernah dipakai. Minta admin mengubah bentuk nomornya.")
        with refused_by(taken, "paper_number_once"):
            paper.save()
    except BaseException:
        # The row is rolled back by the transaction; its file would stay behind.
        paper.file.storage.delete(paper.file.name)
        raise
    return paper


def end_paper(paper: Paper, state: str, reason: str) -> None:
    """Say of an issued paper that it holds no more, and why."""
    paper.state, paper.reason = state, reason
    paper.save(update_fields=["state", "reason"])
