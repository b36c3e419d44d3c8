"""Two records side by side, their merger, and its undo."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.access import may
from portal.operations import Conflict, Refused
from schools.forms.existence import CHANGED
from schools.forms.mergers import MergeForm
from schools.models import Merger, School
from schools.operations import mergers as operations
from schools.queries.belongings import shares
from schools.views.duplicates import merge_url


@require_http_methods(["GET", "HEAD", "POST"])
@may("schools.merge_school", School, by="npsn")
def school_merge(request: HttpRequest, school: School) -> HttpResponse:
    """This school beside the one named by `?dengan=`, and the merger of that one into this."""
    if "dengan" not in request.GET:
        return redirect(f"{reverse('schools:duplicates')}?{urlencode({'first': school.npsn})}")
    visible = School.objects.visible_to(request.user)
    absorbed = get_object_or_404(visible, npsn=request.GET["dengan"])
    try:
        operations.require_mergeable(school, absorbed)
    except Refused as refusal:
        messages.info(request, str(refusal))
        return redirect(absorbed)
    data = request.POST if request.method == "POST" else None
    form = MergeForm(data, kept=school, absorbed=absorbed)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    if form.is_valid():
        try:
            return redirect(_merge(request, form, school, absorbed))
        except Conflict:
            messages.error(request, CHANGED)
            form, status = _with_present_versions(form, school, absorbed), HTTPStatus.CONFLICT
        except Refused as refusal:
            form.add_error("on", str(refusal))
    page = {
        "form": form,
        "kept": school,
        "absorbed": absorbed,
        "shares": shares(absorbed, to=school),
        "memberships": absorbed.memberships.select_related("programme"),
        "swapped": merge_url(absorbed, school),
    }
    return render(request, "schools/mergers/merge.html", page, status=status)


@require_safe
@may("schools.undo_merger", Merger)
def merger(request: HttpRequest, merger: Merger) -> HttpResponse:
    """What a merger did, and its undo."""
    return render(request, "schools/mergers/merger.html", {"merger": merger})


@require_POST
@may("schools.undo_merger", Merger)
def merger_undo(request: HttpRequest, merger: Merger) -> HttpResponse:
    """Part the two records again."""
    try:
        left = operations.unmerge(merger, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        if left:
            messages.warning(
                request, _("Penggabungan dibatalkan; %d catatan dibiarkan.") % len(left)
            )
        else:
            messages.success(request, _("Penggabungan dibatalkan. Semuanya kembali."))
    return redirect(merger)


def _merge(request: HttpRequest, form: MergeForm, kept: School, absorbed: School) -> Merger:
    given = form.cleaned_data
    made = operations.merge(
        kept,
        absorbed,
        versions=(given["kept_version"], given["absorbed_version"]),
        on=given["on"],
        reason=given["reason"],
        take=form.taken,
        by=request.user,
    )
    messages.success(request, _("%s digabung.") % absorbed)
    return made


def _with_present_versions(form: MergeForm, kept: School, absorbed: School) -> MergeForm:
    """The form as typed, beside the records as they stand now."""
    data = form.data.copy()
    data["kept_version"], data["absorbed_version"] = str(kept.version), str(absorbed.version)
    return MergeForm(data, kept=kept, absorbed=absorbed)
