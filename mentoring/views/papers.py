"""The papers of visits and sessions: shown, issued, corrected."""

from http import HTTPStatus

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mentoring.documents import attendance, minutes
from mentoring.forms.papers import CorrectionForm
from mentoring.models import Paper, Participant, Session, Visit
from mentoring.operations.papers import issue_minutes, issue_visit_letter, reissue_minutes
from mentoring.operations.visits import reopen_visit
from mentoring.queries.papers import current_minutes, papers_of
from mentoring.queries.visits import with_parts
from portal.access import may
from portal.operations import Conflict, Refused

form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@may("mentoring.view_paper", Paper)
def paper(request: HttpRequest, paper: Paper) -> HttpResponse:
    """An issued paper, byte by byte as it was issued."""
    return kept(paper)


@require_safe
@may("mentoring.view_visit", Visit)
def visit_minutes(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The minutes of a visit that hold now; before there are any, a draft that says so."""
    if issued := current_minutes(papers_of(visit, request.user)):
        return kept(issued)
    if not visit.has_report:
        raise Http404
    visit = minutes.printed_visits(Visit.objects.filter(pk=visit.pk)).get()
    content = minutes.print_minutes(visit, minutes.snapshot_of(visit))
    return shown(content, f"{_('draf-berita-acara')}-{visit.number}.pdf")


@require_safe
@may("mentoring.view_visit", Visit)
def visit_attendance_list(request: HttpRequest, visit: Visit) -> HttpResponse:
    """A list to be signed at a visit."""
    content = attendance.print_list(attendance.visit_list(with_parts(visit)))
    return shown(content, f"daftar-hadir-{visit.number}.pdf")


@require_safe
@may("mentoring.change_training", Session)
def session_attendance_list(request: HttpRequest, session: Session) -> HttpResponse:
    """A list to be signed at a session, with the names of its participants."""
    people = Participant.objects.visible_to(request.user).filter(training=session.training_id)
    content = attendance.print_list(
        attendance.session_list(session, people.select_related("school"))
    )
    return shown(content, f"daftar-hadir-sesi-{session.pk}.pdf")


@require_POST
@may("mentoring.issue_letter", Visit)
def visit_letter(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Issue the letter that sends a facilitator to a planned visit."""
    return _issued(request, visit, issue_visit_letter, _("Surat tugas terbit dengan nomor %s."))


@require_POST
@may("mentoring.correct_minutes", Visit)
def minutes_issue(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Freeze the minutes of a visit that was verified before minutes were frozen."""
    return _issued(request, visit, issue_minutes, _("Berita acara terbit dengan nomor %s."))


def _issued(request: HttpRequest, visit: Visit, operation, done: str) -> HttpResponse:
    try:
        issued = operation(visit, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done % issued.number)
    return redirect(visit)


@form_page
@may("mentoring.correct_minutes", Visit)
def minutes_correct(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Withdraw the minutes with a reason: the report goes back, or the paper is issued anew."""
    if request.method != "POST" and visit.state != Visit.State.VERIFIED:
        messages.info(request, _("Laporan ini %s.") % visit.get_state_display())
        return redirect(visit)
    data = request.POST if request.method == "POST" else None
    form = CorrectionForm(data, initial={"version": visit.version})
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    if form.is_valid():
        try:
            return _correct(request, visit, **form.cleaned_data)
        except Conflict as conflict:
            form.note_conflict(conflict.current)
            status = HTTPStatus.CONFLICT
    return render(request, "pieces/form_page.html", _correction_page(visit, form), status=status)


def _correct(request: HttpRequest, visit: Visit, *, way: str, **given) -> HttpResponse:
    """Carry the correction out. Raises Conflict when the visit changed after it was read."""
    try:
        if way == CorrectionForm.REPORT:
            reopen_visit(visit, by=request.user, **given)
            done = _("Berita acara ditarik. Laporan kembali kepada %s.") % visit.facilitator
        else:
            issued = reissue_minutes(visit, by=request.user, **given)
            done = _("Berita acara terbit ulang dengan nomor %s.") % issued.number
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return redirect(visit)


def _correction_page(visit: Visit, form: CorrectionForm) -> dict:
    return {
        "form": form,
        "heading": _("Perbaiki berita acara"),
        "lead": _(
            "Terbitan yang sekarang tetap tersimpan dan ditandai tidak berlaku; perbaikannya "
            "mendapat nomor baru."
        ),
        "submit": _("Perbaiki berita acara"),
        "back": visit.get_absolute_url(),
        "trail": [
            {"label": _("Kunjungan"), "url": reverse("mentoring:visits")},
            {"label": visit.number, "url": visit.get_absolute_url()},
            {"label": _("Perbaiki berita acara"), "url": ""},
        ],
    }


def kept(paper: Paper) -> HttpResponse:
    """The stored bytes of a paper; 404 where the storage has lost them."""
    try:
        content = paper.file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    return _pdf(FileResponse(content, content_type="application/pdf", filename=paper.file_name))


def shown(content: bytes, name: str) -> HttpResponse:
    """A PDF that was made for this answer."""
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}"'
    return _pdf(response)


def _pdf(response: HttpResponse) -> HttpResponse:
    """Opened by the browser, kept by nobody in between: papers hold names."""
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response
