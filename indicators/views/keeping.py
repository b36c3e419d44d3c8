"""The three forms of a kept record: entering, correcting, removing; each view names its page."""

from collections.abc import Callable
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from indicators.keeping.operations import correct_record, remove_record
from indicators.models.kept import Kept
from portal.operations import Conflict, Refused
from portal.views import create_once

form_page = require_http_methods(["GET", "HEAD", "POST"])


def posted(request: HttpRequest):
    """What a form is bound to; None while it is only shown."""
    return request.POST if request.method == "POST" else None


def enter(
    request: HttpRequest,
    form,
    page: dict,
    *,
    add: Callable[[Kept], Kept],
    say: Callable[[HttpRequest, Kept], None],
) -> HttpResponse:
    """A new record: the form, or `add` and what `say` tells of it."""
    if not form.is_bound:
        return show(request, form, page)
    made = create_once(
        request, form, lambda: add(form.instance), say=lambda record: say(request, record)
    )
    return made or show(request, form, page)


def correct(
    request: HttpRequest, form, page: dict, *, say: Callable[[HttpRequest, Kept], None]
) -> HttpResponse:
    """A correction, kept where it is refused or somebody else corrected meanwhile."""
    if not form.is_valid():
        return show(request, form, page)
    data = form.cleaned_data
    try:
        correct_record(form.instance, reason=data["reason"], version=data["version"])
    except Conflict as conflict:
        form.note_conflict(conflict.current)
        return show(request, form, page, HTTPStatus.CONFLICT)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return show(request, form, page)
    say(request, form.instance)
    return redirect(form.instance)


def remove(request: HttpRequest, form, page: dict, *, leads_to: str) -> HttpResponse:
    """Taking a record out, and the way on."""
    if not form.is_valid():
        return show(request, form, page)
    record, data = form.instance, form.cleaned_data
    try:
        remove_record(record, reason=data["reason"], version=data["version"])
    except Conflict as conflict:
        form.note_conflict(conflict.current)
        return show(request, form, page, HTTPStatus.CONFLICT)
    messages.success(request, _("“%s” dihapus. Isian lama ada di riwayat periode ini.") % record)
    return redirect(leads_to)


def show(request: HttpRequest, form, page: dict, status: int | None = None) -> HttpResponse:
    """The page of a form as it stands."""
    usual = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, "pieces/form_page.html", page | {"form": form}, status=status or usual)
