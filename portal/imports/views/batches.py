"""The pages of an import: the list, the upload, and a batch as it stands."""

from http import HTTPStatus

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from portal.access import may
from portal.imports import operations, queries
from portal.imports.forms import UploadForm
from portal.imports.lists import COLUMNS, BatchFilter, state_badge
from portal.imports.models import Batch, Outcome, State
from portal.imports.profiles import Profile, profile_of, profiles
from portal.imports.undoing import left_alone
from portal.lists import ListPage, render_list
from portal.views import create_once

form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@may("imports.list_batches")
def batches(request: HttpRequest) -> HttpResponse:
    """The imports in the reader's scope."""
    rows = Batch.objects.visible_to(request.user).select_related("by")
    listing = ListPage(request, rows, columns=COLUMNS, filters=BatchFilter, order="-waktu")
    return render_list(
        request,
        "imports/list.html",
        listing,
        empty_title=_("Belum ada berkas yang diimpor"),
        empty_text=_("Unggah berkas yang sudah ada; sebelum disimpan, bedanya ditunjukkan dahulu."),
        empty_url=reverse("imports:kinds"),
        empty_action=_("Impor berkas"),
    )


@require_safe
@may("imports.list_batches")
def kinds(request: HttpRequest) -> HttpResponse:
    """The kinds of files that the reader may import."""
    allowed = [p for p in profiles() if request.user.has_perm(p.permission)]
    return render(request, "imports/kinds.html", {"profiles": allowed})


@form_page
@may("imports.list_batches")
def upload(request: HttpRequest, kind: str) -> HttpResponse:
    """A new file of a kind."""
    profile = profile_for(request, kind)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = UploadForm(*sent, user=request.user, profile=profile)
    page = {"form": form, "profile": profile}
    if not form.is_bound:
        return render(request, "imports/upload.html", page)

    def make() -> Batch:
        values = form.cleaned_data
        return operations.receive(
            values["file"],
            name=values["file"].name,
            profile=profile,
            by=request.user,
            area=values["area"],
            holds_from=values.get("holds_from", timezone.localdate()),
        )

    done = create_once(request, form, make, say=lambda batch: None, beside="file")
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    return done or render(request, "imports/upload.html", page, status=status)


@require_safe
@may("imports.view_batch", Batch)
def batch(request: HttpRequest, batch: Batch) -> HttpResponse:
    """An import as it stands: progress, difference, or what became of it."""
    if batch.state == State.MATCHING:
        return redirect("imports:matching", batch.pk)
    context = {
        "batch": batch,
        "profile": profile_of(batch.kind),
        "badge": state_badge(batch),
        "abandoned": operations.nobody_works_on(batch),
    }
    if batch.state in (State.STAGED, State.COMMITTED, State.UNDONE):
        context |= _difference(request, batch)
    if batch.state == State.STAGED:
        context |= _missing(batch)
    if batch.state in (State.STAGED, State.COMMITTED):
        context["to_save"] = queries.to_save(batch)
    if batch.state == State.COMMITTED:
        most = queries.PAGE
        context["left"], context["left_count"] = left_alone(batch, context["profile"], most=most)
    return render(request, "imports/batch.html", context)


def _missing(batch: Batch) -> dict:
    """The first of the records that the file does not hold, and how many they are."""
    missing = queries.missing(batch)
    if missing is None:
        return {}
    first = missing.order_by("name", "pk")[: queries.FEW]
    return {"missing": first, "missing_count": missing.count()}


def _difference(request: HttpRequest, batch: Batch) -> dict:
    """The rows of one outcome, a page at a time; without a choice those that need a decision first."""
    counts = {outcome: batch.counts.get(outcome.value, 0) for outcome in Outcome}
    needed = [Outcome.ERROR, Outcome.CONFLICT, Outcome.NEW, Outcome.CHANGED]
    usual = next((outcome for outcome in needed if counts[outcome]), Outcome.UNCHANGED)
    asked = request.GET.get("hasil", "")
    chosen = Outcome(asked) if asked in Outcome.values else usual
    after = request.GET.get("sesudah", "")
    after = int(after) if after.isascii() and after.isdigit() and len(after) < 8 else 0
    rows = queries.rows_of(batch, outcome=chosen, after=after, limit=queries.PAGE + 1)
    further = rows[queries.PAGE - 1].number if len(rows) > queries.PAGE else None
    return {
        "tiles": [(outcome, count, outcome == chosen) for outcome, count in counts.items()],
        "chosen": chosen,
        "rows": rows[: queries.PAGE],
        "after": after,
        "further": further,
        "can_change": batch.state == State.STAGED,
    }


@require_safe
@may("imports.view_batch", Batch)
def progress(request: HttpRequest, batch: Batch) -> HttpResponse:
    """How far the work has come; the page is loaded anew when it is done."""
    page = {"batch": batch, "abandoned": operations.nobody_works_on(batch)}
    response = render(request, "imports/progress.html", page)
    if not batch.is_under_way:
        response["HX-Refresh"] = "true"
    return response


def profile_for(request: HttpRequest, kind: str) -> Profile:
    """The kind's profile. 404 for an unknown kind, 403 where the person may not import it."""
    try:
        profile = profile_of(kind)
    except KeyError:
        raise Http404 from None
    if not request.user.has_perm(profile.permission):
        raise PermissionDenied
    return profile
