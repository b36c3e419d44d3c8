"""Text templates: the list, the forms, and what a report's text field offers to put in."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from mentoring.forms.snippets import SnippetEditForm, SnippetForm
from mentoring.models import Snippet, Visit
from mentoring.operations.snippets import edit_snippet, make_snippet
from mentoring.queries.reports import TEXTS
from mentoring.queries.snippets import insertable_into
from portal.access import may
from portal.operations import Conflict, Refused
from portal.views import create_once

USE, CHANGE, SHARE = (
    "mentoring.use_snippets",
    "mentoring.change_snippet",
    "mentoring.share_snippets",
)
form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@may(USE)
def snippets(request: HttpRequest) -> HttpResponse:
    """One's own templates and the shared ones."""
    rows = Snippet.objects.visible_to(request.user)
    own = [row for row in rows if row.owner_id]
    shared = [row for row in rows if not row.owner_id]
    context = {"own": own, "shared": shared, "can_share": request.user.has_perm(SHARE)}
    return render(request, "mentoring/snippets/list.html", context)


@form_page
@may(USE)
def snippet_add(request: HttpRequest) -> HttpResponse:
    """A new template."""
    data = request.POST if request.method == "POST" else None
    form = SnippetForm(data, may_share=request.user.has_perm(SHARE))
    if not form.is_bound:
        return _page(request, form, _("Tambah templat"))

    def make() -> Snippet:
        given = form.cleaned_data
        owner = None if given.get("shared") else request.user
        return make_snippet(given["title"], given["text"], owner=owner)

    def say(_made: Snippet) -> None:
        messages.success(request, _("Templat tersimpan."))

    done = create_once(
        request, form, make, say=say, beside="title", url_of=lambda _made: _list_url()
    )
    return done or _page(request, form, _("Tambah templat"))


@form_page
@may(CHANGE, Snippet)
def snippet_edit(request: HttpRequest, snippet: Snippet) -> HttpResponse:
    """Edit a template, noticing who saved meanwhile."""
    form = SnippetEditForm(request.POST if request.method == "POST" else None, instance=snippet)
    if not form.is_valid():
        return _page(request, form, _("Ubah templat"))
    try:
        edit_snippet(form.save(commit=False), version=form.cleaned_data["version"])
    except Conflict as conflict:
        form.note_conflict(conflict.current)
        return _page(request, form, _("Ubah templat"), status=HTTPStatus.CONFLICT)
    except Refused as refusal:
        form.add_error("title", str(refusal))
        return _page(request, form, _("Ubah templat"))
    messages.success(request, _("Perubahan tersimpan."))
    return redirect("mentoring:snippets")


@form_page
@may(CHANGE, Snippet)
def snippet_delete(request: HttpRequest, snippet: Snippet) -> HttpResponse:
    """Remove a template, after asking; texts that it was put into stay."""
    if request.method == "POST":
        snippet.delete()
        messages.success(request, _("Templat dihapus."))
        return redirect("mentoring:snippets")
    heading = _("Hapus “%s”?") % snippet
    context = {"heading": heading, "back": _list_url(), "trail": _trail(heading)}
    return render(request, "mentoring/snippets/delete.html", context)


@require_safe
@may("mentoring.record_visit", Visit)
def visit_insertable(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What a text field of the report (`?ke=findings`) offers to put in, as a menu."""
    into = request.GET.get("ke", "")
    context = {
        "into": into if into in TEXTS else "findings",
        "texts": insertable_into(visit, request.user),
    }
    return render(request, "mentoring/snippets/insertable.html", context)


def _list_url() -> str:
    return reverse("mentoring:snippets")


def _trail(heading: str) -> list[dict]:
    return [{"label": _("Templat teks"), "url": _list_url()}, {"label": heading}]


def _page(request: HttpRequest, form, heading: str, *, status: int | None = None) -> HttpResponse:
    status = status or (HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK)
    context = {
        "form": form,
        "heading": heading,
        "submit": _("Simpan templat"),
        "back": _list_url(),
        "trail": _trail(heading),
    }
    return render(request, "pieces/form_page.html", context, status=status)
