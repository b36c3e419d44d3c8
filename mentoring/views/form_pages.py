"""Pages with one form: a record made once, an edit on top of a version, a step that is carried out."""

from collections.abc import Callable
from http import HTTPStatus

from django.contrib import messages
from django.db import models
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from mentoring.models import Agreement
from portal.operations import Conflict, Refused
from portal.views import create_once

form_page = require_http_methods(["GET", "HEAD", "POST"])


def sent(request: HttpRequest) -> dict:
    """What a form is bound to: `Form(**sent(request))`; nothing before it was sent."""
    return {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}


def page_under(agreement: Agreement, heading: str, submit: str, *above: models.Model) -> dict:
    """What a form page under an agreement says around its form; `above` are the records between."""
    records = [agreement, *above]
    trail = [{"label": _("Kerja sama"), "url": reverse("mentoring:agreements")}]
    trail += [{"label": str(one), "url": one.get_absolute_url()} for one in records]
    return {
        "heading": heading,
        "lead": str(records[-1]),
        "submit": submit,
        "back": records[-1].get_absolute_url(),
        "trail": [*trail, {"label": heading}],
    }


def show(request: HttpRequest, form: BaseForm, page: dict, status: int | None = None):
    """The page with its form; 422 once the form was sent and came back."""
    usual = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    template = page.get("template", "pieces/form_page.html")
    return render(request, template, page | {"form": form}, status=status or usual)


def make_record(
    request: HttpRequest, form: BaseForm, page: dict, make: Callable[[], models.Model], done: str
) -> HttpResponse:
    """Show the form, or make once what it asks for and lead to it."""
    if not form.is_bound:
        return show(request, form, page)
    made = create_once(request, form, make, say=lambda _made: messages.success(request, done))
    return made or show(request, form, page)


def edit_record(
    request: HttpRequest, form: BaseForm, page: dict, save: Callable[[int], None]
) -> HttpResponse:
    """Show the form, or save on top of the version that the editor saw, and lead back."""
    if not form.is_valid():
        return show(request, form, page)
    try:
        save(form.cleaned_data["version"])
    except Refused as refused:
        form.add_error(None, str(refused))
        return show(request, form, page)
    except Conflict as conflict:
        form.note_conflict(conflict.current)
        return show(request, form, page, HTTPStatus.CONFLICT)
    messages.success(request, _("Perubahan tersimpan."))
    return redirect(page["back"])


def carry_out(
    request: HttpRequest, form: BaseForm, page: dict, step: Callable[..., None], done: str
) -> HttpResponse:
    """Show the form, or take the step with what it says and lead back; what is refused stands in it."""
    if not form.is_valid():
        return show(request, form, page)
    try:
        step(**form.cleaned_data)
    except Refused as refused:
        form.add_error(None, str(refused))
        return show(request, form, page)
    messages.success(request, done)
    return redirect(page["back"])
