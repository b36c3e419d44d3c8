"""The discussion under a visit: a panel of its page, and a page of its own without scripts."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mentoring.forms.comments import CommentForm, NewCommentForm
from mentoring.models import Comment, Visit
from mentoring.operations.comments import add_comment, delete_comment, edit_comment
from mentoring.queries.comments import discussion_of, suggestions
from portal.access import may
from portal.operations import Refused
from portal.views import create_once


@require_safe
@may("mentoring.view_discussion", Visit)
def discussion(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The newest comments, or those before one (`?sebelum=` its number)."""
    return _page(request, visit, NewCommentForm())


@require_POST
@may("mentoring.add_comment", Visit)
def comment_add(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Say something, once."""
    form = NewCommentForm(request.POST)
    done = create_once(
        request,
        form,
        lambda: add_comment(visit, by=request.user, text=form.cleaned_data["text"]),
        say=lambda comment: None,
        beside="text",
        url_of=lambda comment: _address(visit),
    )
    return done or _page(request, visit, form, HTTPStatus.UNPROCESSABLE_ENTITY)


@require_http_methods(["GET", "HEAD", "POST"])
@may("mentoring.change_comment", Comment)
def comment_edit(request: HttpRequest, comment: Comment) -> HttpResponse:
    """Change one's own comment."""
    data = request.POST if request.method == "POST" else None
    form = CommentForm(data, initial={"text": comment.text})
    status = HTTPStatus.OK
    if form.is_bound:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            try:
                edit_comment(comment, by=request.user, text=form.cleaned_data["text"])
                return redirect(_address(comment.visit))
            except Refused as refusal:
                form.add_error("text", str(refusal))
    context = {
        "form": form,
        "heading": _("Ubah komentar"),
        "lead": _("Komentar dapat diubah selama 15 menit."),
        "submit": _("Simpan komentar"),
        "back": f"{comment.visit.get_absolute_url()}#discussion",
    }
    return render(request, "mentoring/visits/comment_edit.html", context, status=status)


@require_POST
@may("mentoring.change_comment", Comment)
def comment_delete(request: HttpRequest, comment: Comment) -> HttpResponse:
    """Take back one's own comment."""
    try:
        delete_comment(comment, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect(_address(comment.visit))


@require_safe
@may("mentoring.view_discussion", Visit)
def discussion_people(request: HttpRequest, visit: Visit) -> JsonResponse:
    """Names to choose from behind an @, as typed so far (`?q=`)."""
    found = suggestions(visit, request.GET.get("q", "")[:60])
    people = [{"name": user.name, "role": user.get_role_display()} for user in found]
    return JsonResponse({"people": people})


def _address(visit: Visit) -> str:
    return reverse("mentoring:discussion", args=[visit.pk])


def _page(
    request: HttpRequest, visit: Visit, form: NewCommentForm, status=HTTPStatus.OK
) -> HttpResponse:
    asked = request.GET.get("sebelum", "")
    before = int(asked) if asked.isdecimal() and len(asked) < 19 else None
    context = {
        "visit": visit,
        "form": form,
        "discussion": discussion_of(visit, request.user, before=before),
        "is_earlier": before is not None,
    }
    template = "discussion" if request.htmx else "discussion_page"
    return render(request, f"mentoring/visits/{template}.html", context, status=status)
