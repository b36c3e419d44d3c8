"""Evidence of a follow-up: uploaded, shown to those who see the follow-up, taken away."""

from http import HTTPStatus

from django.contrib import messages
from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mentoring.forms.evidence import FollowUpEvidenceForm
from mentoring.models import FollowUp, FollowUpEvidence
from mentoring.operations.follow_up_evidence import (
    add_follow_up_evidence,
    delete_follow_up_evidence,
)
from portal.access import may
from portal.operations import Refused

HOUR = 3600


@require_POST
@may("mentoring.report_follow_up", FollowUp)
def follow_up_evidence_add(request: HttpRequest, follow_up: FollowUp) -> HttpResponse:
    """Add files. Good ones are kept; each refused one gets its own sentence."""
    form = FollowUpEvidenceForm(request.POST, request.FILES)
    if form.is_valid():
        data = form.cleaned_data
        added, refusals = add_follow_up_evidence(
            follow_up, data["files"], by=request.user, caption=data["caption"]
        )
        for refusal in refusals:
            form.add_error("files", refusal)
        if added:
            saved = ngettext("%d berkas tersimpan.", "%d berkas tersimpan.", len(added))
            messages.success(request, saved % len(added))
    if not form.errors:
        return redirect(f"{follow_up.get_absolute_url()}#evidence")
    context = {
        "form": form,
        "follow_up": follow_up,
        "heading": _("Unggah bukti"),
        "lead": follow_up.description,
        "submit": _("Unggah bukti"),
        "back": follow_up.get_absolute_url(),
        "multipart": True,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    return render(request, "mentoring/follow_ups/report.html", context, status=status)


@require_safe
@may("mentoring.view_follow_up_evidence", FollowUpEvidence)
def follow_up_evidence(request: HttpRequest, evidence: FollowUpEvidence) -> HttpResponse:
    """The photo without its metadata, or the PDF as a download."""
    return _sent(evidence, evidence.file)


@require_safe
@may("mentoring.view_follow_up_evidence", FollowUpEvidence)
def follow_up_evidence_thumbnail(request: HttpRequest, evidence: FollowUpEvidence) -> HttpResponse:
    """The small picture of a photo; a PDF has none."""
    return _sent(evidence, evidence.thumbnail)


def _sent(evidence: FollowUpEvidence, kept: FieldFile) -> FileResponse:
    """A stored file by what the portal made of it; kept by the reader's browser only."""
    if not kept:
        raise Http404
    try:
        content = kept.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    kind, ending = ("image/jpeg", "jpg") if evidence.is_photo else ("application/pdf", "pdf")
    response = FileResponse(
        content,
        as_attachment=not evidence.is_photo,
        content_type=kind,
        filename=f"bukti-{evidence.pk}.{ending}",
    )
    response["Cache-Control"] = f"private, max-age={HOUR}"
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@may("mentoring.delete_follow_up_evidence", FollowUpEvidence)
def follow_up_evidence_delete(request: HttpRequest, evidence: FollowUpEvidence) -> HttpResponse:
    """Take a file away, after asking."""
    follow_up = evidence.follow_up
    if request.method == "POST":
        try:
            delete_follow_up_evidence(evidence, by=request.user)
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("Bukti dihapus."))
        return redirect(f"{follow_up.get_absolute_url()}#evidence")
    context = {"evidence": evidence, "follow_up": follow_up}
    return render(request, "mentoring/follow_ups/evidence_delete.html", context)
