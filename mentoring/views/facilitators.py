"""The papers of a facilitator: letters of assignment, and recaps by month."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from mentoring.documents import recaps
from mentoring.forms.papers import LetterForm, MonthForm
from mentoring.models import Paper
from mentoring.models.facilitators import facilitators_for
from mentoring.operations.papers import issue_period_letter
from mentoring.queries.papers import letters_of, visits_of_month
from mentoring.views.papers import shown
from portal.models import User
from portal.views import create_once

form_page = require_http_methods(["GET", "HEAD", "POST"])


def of_facilitator(permission: str) -> Callable:
    """Guard a view about a facilitator: 404 for one who does not work in the reader's area.

    A facilitator of the province works in its cities too, so that `User.visible_to` is too narrow.
    """

    def decorate(view: Callable) -> Callable:
        @wraps(view)
        def guarded(request: HttpRequest, pk: int) -> HttpResponse:
            facilitator = get_object_or_404(facilitators_for(request.user), pk=pk)
            if not request.user.has_perm(permission):
                raise PermissionDenied
            return view(request, facilitator)

        return guarded

    return decorate


@require_safe
@of_facilitator("mentoring.view_facilitator_papers")
def facilitator_papers(request: HttpRequest, facilitator: User) -> HttpResponse:
    """What is printed about a facilitator."""
    context = {
        "facilitator": facilitator,
        "letters": letters_of(facilitator, reader=request.user)[:50],
        "month": timezone.localdate(),
    }
    return render(request, "mentoring/papers/facilitator.html", context)


@require_safe
@of_facilitator("mentoring.view_facilitator_papers")
def facilitator_recap(request: HttpRequest, facilitator: User) -> HttpResponse:
    """The visits of a facilitator in the month asked for (`?bulan=2026-11`); this one otherwise."""
    asked = MonthForm(request.GET)
    month = asked.cleaned_data["bulan"] if asked.is_valid() else timezone.localdate()
    visits = list(visits_of_month(facilitator, month, reader=request.user))
    content = recaps.print_recap(recaps.recap(facilitator, month, visits))
    return shown(content, f"rekap-{facilitator.pk}-{month:%Y-%m}.pdf")


@form_page
@of_facilitator("mentoring.issue_letter")
def letter_add(request: HttpRequest, facilitator: User) -> HttpResponse:
    """Issue a letter that sends a facilitator to the schools of a period."""
    posted = request.POST if request.method == "POST" else None
    form = LetterForm(posted)
    back = reverse("mentoring:facilitator-papers", args=[facilitator.pk])
    if form.is_bound:

        def make() -> Paper:
            period = {name: form.cleaned_data[name] for name in ("starts_on", "ends_on")}
            return issue_period_letter(facilitator, by=request.user, **period)

        def say(issued: Paper) -> None:
            messages.success(request, _("Surat tugas terbit dengan nomor %s.") % issued.number)

        done = create_once(
            request, form, make, say=say, beside="starts_on", url_of=lambda _issued: back
        )
        if done:
            return done
    context = {
        "form": form,
        "heading": _("Buat surat tugas"),
        "lead": _("Untuk %s, ke sekolah yang ditugaskan kepadanya pada masa ini.") % facilitator,
        "submit": _("Terbitkan surat tugas"),
        "back": back,
        "trail": [
            {"label": _("Berkas %s") % facilitator, "url": back},
            {"label": _("Surat tugas"), "url": ""},
        ],
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, "pieces/form_page.html", context, status=status)
