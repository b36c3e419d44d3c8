"""The last steps of a follow-up: verified, or sent back with a reason."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from mentoring.forms.follow_ups import CHANGED, SendBackForm
from mentoring.forms.visits import ReadForm
from mentoring.models import FollowUp
from mentoring.operations.follow_ups import send_back_follow_up, verify_follow_up
from mentoring.operations.visits import AlreadyDone
from portal.access import may
from portal.operations import Conflict, Refused


@require_POST
@may("mentoring.verify_follow_up", FollowUp)
def follow_up_verify(request: HttpRequest, follow_up: FollowUp) -> HttpResponse:
    """Confirm the follow-up as it was read."""
    form = ReadForm(request.POST)
    read = form.cleaned_data if form.is_valid() else {"version": 0}
    try:
        verify_follow_up(follow_up, by=request.user, **read)
    except AlreadyDone as already:
        messages.info(request, str(already))
    except Refused as refusal:
        messages.error(request, str(refusal))
    except Conflict:
        messages.error(request, CHANGED)
    else:
        messages.success(request, _("Tindak lanjut terverifikasi."))
    return redirect(follow_up)


@require_http_methods(["GET", "HEAD", "POST"])
@may("mentoring.verify_follow_up", FollowUp)
def follow_up_send_back(request: HttpRequest, follow_up: FollowUp) -> HttpResponse:
    """Return the follow-up with a reason; on a Conflict the reason typed stays."""
    if request.method != "POST" and not follow_up.is_done:
        messages.info(request, _("Tindak lanjut ini %s.") % follow_up.get_state_display())
        return redirect(follow_up)
    data = request.POST if request.method == "POST" else None
    form = SendBackForm(data, initial={"version": follow_up.version})
    status = HTTPStatus.OK
    if form.is_bound:
        status = _send_back(request, follow_up, form)
        if status == HTTPStatus.OK:
            return redirect(follow_up)
    context = {
        "form": form,
        "follow_up": follow_up,
        "heading": _("Kembalikan tindak lanjut"),
        "lead": follow_up.description,
        "submit": _("Kembalikan"),
        "back": follow_up.get_absolute_url(),
    }
    return render(request, "mentoring/follow_ups/report.html", context, status=status)


def _send_back(request: HttpRequest, follow_up: FollowUp, form: SendBackForm) -> HTTPStatus:
    """Take the step and say what came of it; 422 or 409 where the form is to be shown again."""
    if not form.is_valid():
        return HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        send_back_follow_up(follow_up, by=request.user, **form.cleaned_data)
    except Conflict as conflict:
        form.note_conflict(conflict.current)
        return HTTPStatus.CONFLICT
    except AlreadyDone as already:
        messages.info(request, str(already))
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Tindak lanjut dikembalikan kepada pelaksananya."))
    return HTTPStatus.OK
