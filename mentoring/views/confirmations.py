"""The school confirms a report: on the facilitator's phone, or with its own account."""

from collections.abc import Callable
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from mentoring.forms.confirmations import ConfirmForm, SignForm
from mentoring.models import Visit
from mentoring.operations.confirmations import (
    Outdated,
    confirm_as_school,
    confirm_on_phone,
    require_signable,
)
from mentoring.operations.visits import AlreadyDone
from mentoring.queries.answers import parts_of, total_of
from mentoring.queries.confirmations import digest_of
from mentoring.queries.visits import with_parts
from portal.access import may
from portal.operations import Refused

form_page = require_http_methods(["GET", "HEAD", "POST"])


@form_page
@may("mentoring.take_signature", Visit)
def confirmation_sign(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The report to be read by the head of the school, with a field to sign in."""
    shown = with_parts(visit)
    try:
        require_signable(shown)
    except Refused as refusal:
        messages.info(request, str(refusal))
        return redirect(visit)
    start = {"digest": digest_of(shown), "position": _("Kepala sekolah")}
    form = SignForm(request.POST if request.method == "POST" else None, initial=start)
    return _answer(request, shown, form, confirm_on_phone, "sign")


@form_page
@may("mentoring.confirm_visit", Visit)
def confirmation_add(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What the school says to a report with its own account."""
    shown = with_parts(visit)
    start = {"digest": digest_of(shown), "agrees": "ya"}
    form = ConfirmForm(request.POST if request.method == "POST" else None, initial=start)
    return _answer(request, shown, form, confirm_as_school, "confirm")


def _answer(
    request: HttpRequest, visit: Visit, form: ConfirmForm, operation: Callable, template: str
) -> HttpResponse:
    """Keep what was said and go back to the visit; what is refused stands in the form."""
    status = HTTPStatus.OK
    if form.is_bound:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        try:
            if form.is_valid():
                operation(visit, by=request.user, **form.cleaned_data)
                messages.success(request, _("Konfirmasi sekolah tercatat."))
                return redirect(f"{visit.get_absolute_url()}#confirmation")
        except AlreadyDone as already:
            messages.info(request, str(already))
            return redirect(f"{visit.get_absolute_url()}#confirmation")
        except Outdated as outdated:
            form.add_error(None, str(outdated))
            form.renew(digest_of(visit))
            status = HTTPStatus.CONFLICT
        except Refused as refusal:
            form.add_error(None, str(refusal))
    parts = parts_of(visit)
    context = {"visit": visit, "form": form, "parts": parts, "total": total_of(parts)}
    return render(request, f"mentoring/visits/{template}.html", context, status=status)
