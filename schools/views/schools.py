"""The pages of the registry: the list, a school, and the forms that add and edit."""

from collections.abc import Callable
from datetime import date
from functools import partial
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from portal.access import may
from portal.exports import as_csv, as_xlsx
from portal.history import history_of
from portal.lists import ListPage, render_list
from portal.operations import Conflict, Refused
from portal.views import create_once
from schools.boundaries import doubt_of
from schools.fields import districts_like
from schools.filters import SchoolFilter, day_asked
from schools.forms.schools import (
    MembershipAddForm,
    MembershipEditForm,
    SchoolAddForm,
    SchoolEditForm,
)
from schools.models import Membership, School
from schools.operations import schools as operations
from schools.queries.facts import turns_of
from schools.queries.yearly import charts_of
from schools.tables import COLUMNS, add_memberships, export_values, rows_for

PROPOSALS_SHOWN = 3

form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@may("schools.list_schools")
def schools(request: HttpRequest) -> HttpResponse:
    """The schools of the reader's scope, today or on an earlier day (`?per=2024-01-31`)."""
    listing, day = _listing(request)
    add_memberships(listing.page.object_list, day)
    if request.user.has_perm("schools.add_school"):
        context = {
            "empty_text": _("Tambahkan sekolah pertama di wilayah ini."),
            "empty_url": reverse("schools:school-add"),
            "empty_action": _("Tambah sekolah"),
        }
    else:
        context = {"empty_text": _("Sekolah didaftarkan oleh dinas pendidikan wilayah ini.")}
    if day is None and request.user.has_perm("schools.change_many"):
        context |= {"bulk_template": "schools/schools/bulk_bar.html", "ticked_as": "sekolah"}
    title = _("Belum ada sekolah dalam cakupan Anda")
    export_url = reverse("schools:export", args=["csv"]).removesuffix("csv")
    return render_list(
        request,
        "schools/schools/list.html",
        listing,
        empty_title=title,
        export_url=export_url,
        map_url=reverse("schools:map"),
        choose_columns=True,
        **context,
    )


def _listing(request: HttpRequest) -> tuple[ListPage, date | None]:
    """The list that was asked for, and its day if that is an earlier one."""
    day = day_asked(request.GET)
    rows = rows_for(request.user, on=day)
    return ListPage(request, rows, columns=COLUMNS, filters=SchoolFilter, order="nama"), day


@require_safe
@may("schools.list_schools")
def export(request: HttpRequest, kind: str) -> HttpResponse:
    """The list that was asked for, all of its rows, as a file."""
    listing, day = _listing(request)
    values = export_values(day)
    columns = {str(column.label): values[column.name] for column in listing.columns}
    day = day or timezone.localdate()
    name = f"sekolah-{day}"
    if kind == "csv":
        return as_csv(listing.queryset, columns, name=name)
    about = {
        _("Keadaan per"): date_format(day),
        _("Cakupan"): str(request.user.area or _("Seluruh Indonesia")),
        **{chip.label: chip.value for chip in listing.chips},
        _("Diunduh oleh"): str(request.user),
        _("Diunduh pada"): date_format(timezone.localtime(), "DATETIME_FORMAT"),
        _("Sumber"): "Mitra Mutu",
    }
    return as_xlsx(listing.queryset, columns, about=about, name=name)


@require_safe
@may("schools.view_school")
def school_by_small_npsn(request: HttpRequest, npsn: str) -> HttpResponse:
    """The page of a school whose NPSN was typed with a small letter."""
    return redirect("schools:school", npsn)


@require_safe
@may("schools.view_school", School, by="npsn")
def school(request: HttpRequest, school: School) -> HttpResponse:
    """A school: facts, memberships, and panels of what other apps know about it."""
    yearly = list(school.yearly_figures.all())
    page = {
        "school": school,
        "memberships": school.memberships.select_related("programme"),
        "turns": turns_of(school),
        "yearly": yearly,
        "charts": charts_of(yearly),
        "doubt": doubt_of(school),
        "proposals": school.proposals.prefetch_related("changes")[:PROPOSALS_SHOWN],
    }
    return render(request, "schools/schools/school.html", page)


@require_safe
@may("schools.view_school", School, by="npsn")
def school_history(request: HttpRequest, school: School) -> HttpResponse:
    """What happened to a school and its memberships, as a panel of its page."""
    memberships = Membership.pgh_event_model.objects.filter(school_id=school.pk)
    entries = history_of(school, parts=[memberships])
    return render(request, "pieces/timeline.html", {"entries": entries})


@require_safe
@may("schools.add_school")
def district_search(request: HttpRequest) -> HttpResponse:
    """Suggestions of kecamatan inside the user's scope for what was typed (`?district=`)."""
    labels = districts_like(request.user, request.GET.get("district", ""))
    return render(request, "schools/schools/district_options.html", {"labels": labels})


@form_page
@may("schools.add_school")
def school_add(request: HttpRequest) -> HttpResponse:
    """A new school."""
    form = SchoolAddForm(_posted(request), user=request.user)
    page = {
        "form": form,
        "heading": _("Tambah sekolah"),
        "submit": _("Simpan sekolah"),
        "back": reverse("schools:schools"),
        "trail": [
            {"label": _("Sekolah"), "url": reverse("schools:schools")},
            {"label": _("Tambah sekolah"), "url": ""},
        ],
    }
    return _create(request, page, operations.add_school, field="npsn")


@form_page
@may("schools.change_school", School, by="npsn")
def school_edit(request: HttpRequest, school: School) -> HttpResponse:
    """Corrections to a school."""
    page = {
        "heading": _("Ubah %s") % school.name,
        "submit": _("Simpan perubahan"),
        "back": school.get_absolute_url(),
        "trail": trail_to(school, _("Ubah")),
    }
    page["form"] = SchoolEditForm(_posted(request), instance=school, user=request.user)
    return _edit(request, page, operations.change_school)


@form_page
@may("schools.add_membership", School, by="npsn")
def membership_add(request: HttpRequest, school: School) -> HttpResponse:
    """A school joins a programme."""
    form = MembershipAddForm(
        _posted(request), instance=Membership(school=school), user=request.user
    )
    page = {
        "form": form,
        "heading": _("Tambah program"),
        "lead": str(school),
        "submit": _("Simpan program"),
        "back": school.get_absolute_url(),
        "trail": trail_to(school, _("Tambah program")),
    }
    return _create(request, page, operations.add_membership, field="cohort")


@form_page
@may("schools.change_membership", Membership)
def membership_edit(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Corrections to a membership, or its end."""
    school = membership.school
    page = {
        "heading": _("Ubah %s") % membership,
        "lead": str(school),
        "submit": _("Simpan perubahan"),
        "back": school.get_absolute_url(),
        "trail": trail_to(school, str(membership)),
    }
    page["form"] = MembershipEditForm(_posted(request), instance=membership, user=request.user)
    return _edit(request, page, operations.change_membership)


def _posted(request: HttpRequest):
    return request.POST if request.method == "POST" else None


def trail_to(school: School, here: str) -> list[dict]:
    """The path of links to a page of a school."""
    return [
        {"label": _("Sekolah"), "url": reverse("schools:schools")},
        {"label": school.name, "url": school.get_absolute_url()},
        {"label": here, "url": ""},
    ]


def _create(request: HttpRequest, page: dict, make: Callable, *, field: str) -> HttpResponse:
    """Carry out a create form once; what is refused stands beside `field`."""
    form = page["form"]
    if not form.is_bound:
        return render(request, "pieces/form_page.html", page)

    def say(made) -> None:
        messages.success(request, _("%s tersimpan.") % made)

    done = create_once(request, form, partial(make, form.instance), say=say, beside=field)
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    return done or render(request, "pieces/form_page.html", page, status=status)


def _edit(request: HttpRequest, page: dict, save: Callable) -> HttpResponse:
    """Save an edit form, unless somebody saved the record after it was opened."""
    form = page["form"]
    status = HTTPStatus.OK
    if form.is_bound:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            try:
                save(form.instance, version=form.cleaned_data["version"])
            except Conflict as conflict:
                form.note_conflict(conflict.current)
                status = HTTPStatus.CONFLICT
            except Refused as refusal:
                form.add_error(None, str(refusal))
            else:
                messages.success(request, _("Perubahan tersimpan."))
                return redirect(form.instance)
    return render(request, "pieces/form_page.html", page, status=status)
