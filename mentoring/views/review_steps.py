"""The steps of a review: stated as held, approved, sent back, cancelled."""

from collections.abc import Callable
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mentoring.forms.reviews import CHANGED, ReviewReasonForm
from mentoring.forms.visits import ReadForm
from mentoring.models import Review
from mentoring.operations.reviews import (
    approve_review,
    cancel_review,
    hold_review,
    send_review_back,
)
from mentoring.operations.visits import AlreadyDone
from mentoring.views.form_pages import form_page
from mentoring.views.posts import page_of
from portal.access import may
from portal.operations import Conflict, Refused


@require_POST
@may("mentoring.record_review", Review)
def review_hold(request: HttpRequest, review: Review) -> HttpResponse:
    """State that the review took place as it is written."""
    done = _("Tinjauan dicatat terlaksana. Pihak lain dapat mengesahkannya.")
    return _by_button(request, review, hold_review, done)


@require_POST
@may("mentoring.approve_review", Review)
def review_approve(request: HttpRequest, review: Review) -> HttpResponse:
    """Approve the review as it was read."""
    done = _("Tinjauan disahkan. Berita acaranya terbit.")
    return _by_button(request, review, approve_review, done)


@form_page
@may("mentoring.approve_review", Review)
def review_send_back(request: HttpRequest, review: Review) -> HttpResponse:
    """Return the review with a reason; minutes that were issued hold no more."""
    fits = review.is_held or review.is_approved
    page = page_of(review.post, _("Kembalikan tinjauan"), _("Kembalikan tinjauan"), review)
    page["lead"] = _("Pencatat membaca alasan ini, memperbaiki, lalu meminta pengesahan lagi.")
    if review.is_approved:
        page["lead"] += " " + _("Berita acaranya ditarik; perbaikannya mendapat nomor baru.")
    done = _("Tinjauan dikembalikan kepada %s.") % review.led_by
    return _with_reason(request, review, send_review_back, page, done, fits=fits)


@form_page
@may("mentoring.record_review", Review)
def review_cancel(request: HttpRequest, review: Review) -> HttpResponse:
    """Cancel a review that did not take place, with a reason."""
    fits = review.state == Review.State.PLANNED
    page = page_of(review.post, _("Batalkan tinjauan"), _("Batalkan tinjauan"), review)
    page["lead"] = _("Tinjauan %s tidak jadi. Isian yang ada tetap tersimpan.") % review.number
    return _with_reason(request, review, cancel_review, page, _("Tinjauan dibatalkan."), fits=fits)


def _step(request: HttpRequest, review: Review, step: Callable, done: str) -> HttpResponse:
    """Carry out a step, say what came of it, and go to the review. Raises Conflict."""
    try:
        step()
    except AlreadyDone as already:
        messages.info(request, str(already))
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return redirect(review)


def _by_button(
    request: HttpRequest, review: Review, operation: Callable, done: str
) -> HttpResponse:
    """Take a step that asks for nothing but the version of the review that was read."""
    form = ReadForm(request.POST)
    read = form.cleaned_data if form.is_valid() else {"version": 0}
    try:
        return _step(request, review, lambda: operation(review, by=request.user, **read), done)
    except Conflict:
        messages.error(request, CHANGED)
        return redirect(review)


def _with_reason(
    request: HttpRequest, review: Review, operation: Callable, page: dict, done: str, *, fits: bool
) -> HttpResponse:
    """Ask for the reason of a step and take it; on a Conflict the reason typed stays."""
    if request.method != "POST" and not fits:
        messages.info(request, _("Tinjauan ini %s.") % review.get_state_display())
        return redirect(review)
    data = request.POST if request.method == "POST" else None
    form = ReviewReasonForm(data, initial={"version": review.version})
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    if form.is_valid():
        given = form.cleaned_data
        try:
            return _step(request, review, lambda: operation(review, by=request.user, **given), done)
        except Conflict as conflict:
            form.note_conflict(conflict.current)
            status = HTTPStatus.CONFLICT
    return render(request, "pieces/form_page.html", page | {"form": form}, status=status)
