"""What the views of every app share."""

import hashlib
from collections.abc import Callable

from django.contrib import messages
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from portal.forms import OnceForm
from portal.models import Submission
from portal.operations import Refused, once


def create_once(
    request: HttpRequest,
    form: OnceForm,
    make: Callable[[], models.Model],
    *,
    say: Callable[[models.Model], None],
    beside: str | None = None,
    rest_is_valid: bool = True,
    url_of: Callable[[models.Model], str] = lambda record: record.get_absolute_url(),
) -> HttpResponse | None:
    """Make the record of a form that was sent, once, and lead to it.

    `say` tells the reader about the new record; a replay is led to the record that is there. None
    where the form is to be shown again with its errors: it or the rest of its page is not valid,
    `make` was refused (told `beside` that field), or the browser's Back led to a form that made
    another record before.
    """
    valid, content = form.is_valid() and rest_is_valid, _digest(request)
    if earlier := _earlier(request, form):
        return _spent(request, form, earlier, content)
    if not valid:
        return None
    key = form.cleaned_data["key"]
    try:
        record, url = once(key, by=request.user, url_of=url_of, make=make, content=content)
    except Refused as refusal:
        form.add_error(beside, str(refusal))
        return None
    if record is None:
        return _spent(request, form, _earlier(request, form), content)
    say(record)
    return redirect(url)


def _earlier(request: HttpRequest, form: OnceForm) -> Submission | None:
    key = form.cleaned_data.get("key")
    return Submission.objects.filter(key=key, user=request.user).first()


def _spent(
    request: HttpRequest, form: OnceForm, earlier: Submission, content: str
) -> HttpResponse | None:
    """Answer a form whose key made a record before: the same content is a replay."""
    if earlier.content != content:
        form.note_spent_key()
        return None
    messages.info(request, _("Formulir ini sudah diproses sebelumnya."))
    return redirect(earlier.url)


def _digest(request: HttpRequest) -> str:
    """SHA-256 of what was typed and attached, whatever the key and the token of the form."""
    digest = hashlib.sha256()
    for name, values in sorted(request.POST.lists()):
        if name not in ("key", "csrfmiddlewaretoken"):
            digest.update(repr((name, values)).encode())
    for name, file in sorted(request.FILES.items()):
        digest.update(repr((name, file.name, file.size)).encode())
    return digest.hexdigest()
