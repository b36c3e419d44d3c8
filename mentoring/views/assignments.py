"""The pages of assignments: facilitators with their schools, and what may happen to an assignment."""

from collections.abc import Callable
from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from mentoring.filters.assignments import CoverageFilter, FacilitatorFilter
from mentoring.forms.assignments import (
    AssignForm,
    ChangedAssignmentForm,
    EndForm,
    HandOverForm,
)
from mentoring.models import Assignment
from mentoring.operations.assignments import assign_school, end_assignment, hand_over
from mentoring.queries.assignments import (
    assignments_of,
    facilitators_with_load,
    planned_visits_from,
    uncovered_schools,
)
from mentoring.tables.assignments import FACILITATORS, coverage_columns, load_badge
from portal.access import may
from portal.lists import ListPage, render_list
from portal.operations import Conflict, Refused
from portal.views import create_once

form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@may("mentoring.list_assignments")
def assignments(request: HttpRequest) -> HttpResponse:
    """The facilitators of the reader's area, each with how many schools of how many."""
    rows = facilitators_with_load(request.user).select_related("area")
    listing = ListPage(request, rows, columns=FACILITATORS, filters=FacilitatorFilter, order="nama")
    empty = {
        "empty_title": _("Belum ada fasilitator"),
        "empty_text": _("Fasilitator didaftarkan admin sebagai pengguna dengan peran itu."),
    }
    return render_list(request, "mentoring/assignments/list.html", listing, **empty)


@require_safe
@may("mentoring.list_assignments")
def coverage(request: HttpRequest) -> HttpResponse:
    """The schools of programmes that no facilitator accompanies today."""
    columns = coverage_columns(request.user.has_perm("mentoring.change_assignment"))
    rows = uncovered_schools(request.user)
    listing = ListPage(request, rows, columns=columns, filters=CoverageFilter, order="nama")
    empty = {
        "empty_title": _("Semua sekolah program didampingi"),
        "empty_text": _("Sekolah program tanpa fasilitator akan muncul di sini."),
    }
    return render_list(request, "mentoring/assignments/coverage.html", listing, **empty)


@require_safe
def facilitator(request: HttpRequest, pk: int) -> HttpResponse:
    """A facilitator's schools by period."""
    person = get_object_or_404(facilitators_with_load(request.user), pk=pk)
    if not request.user.has_perm("mentoring.list_assignments"):
        raise PermissionDenied
    rows = list(assignments_of(person, request.user))
    running = [row for row in rows if not row.is_over and not row.is_coming]
    context = {
        "person": person,
        "load": load_badge(person.held, person.most),
        "running": running,
        "coming": [row for row in rows if row.is_coming],
        "over": [row for row in rows if row.is_over],
        "elsewhere": person.held - len({row.school_id for row in running}),
    }
    return render(request, "mentoring/assignments/facilitator.html", context)


@form_page
@may("mentoring.change_assignment")
def assignment_add(request: HttpRequest) -> HttpResponse:
    """Entrust a school to a facilitator."""
    if request.method != "POST":
        asked = {"npsn": request.GET.get("npsn"), "facilitator": request.GET.get("fasilitator")}
        return _add_page(request, AssignForm(user=request.user, initial=asked))
    form = AssignForm(request.POST, user=request.user)

    def make() -> Assignment:
        data = form.cleaned_data
        period = {"starts_on": data["starts_on"], "ends_on": data["ends_on"]}
        return assign_school(data["school"], to=data["facilitator"], by=request.user, **period)

    def say(made: Assignment) -> None:
        told = _("%(school)s didampingi %(name)s %(period)s.")
        values = {
            "school": made.school.name,
            "name": made.facilitator.name,
            "period": made.period,
        }
        messages.success(request, told % values)

    done = create_once(request, form, make, say=say, url_of=_page_of)
    return done or _add_page(request, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)


def _page_of(assignment: Assignment) -> str:
    return reverse("mentoring:facilitator", args=[assignment.facilitator_id])


def _add_page(request: HttpRequest, form: AssignForm, status=HTTPStatus.OK) -> HttpResponse:
    heading = _("Tugaskan fasilitator")
    context = {
        "form": form,
        "heading": heading,
        "lead": _("Satu sekolah untuk satu fasilitator, selama satu masa."),
        "submit": _("Simpan penugasan"),
        "back": reverse("mentoring:assignments"),
        "trail": _trail({"label": heading, "url": ""}),
    }
    return render(request, "pieces/form_page.html", context, status=status)


def _trail(*further: dict) -> list[dict]:
    return [
        {"label": _("Kunjungan"), "url": reverse("mentoring:visits")},
        {"label": _("Penugasan"), "url": reverse("mentoring:assignments")},
        *further,
    ]


@form_page
@may("mentoring.change_assignment", Assignment)
def assignment_end(request: HttpRequest, assignment: Assignment) -> HttpResponse:
    """The last day of an assignment; what is still planned after today is shown."""
    form = EndForm(request.POST or None, assignment=assignment)
    page = {
        "heading": _("Akhiri penugasan"),
        "submit": _("Akhiri penugasan"),
        "planned": planned_visits_from(assignment, timezone.localdate()),
    }

    def carry_out(on, version) -> str:
        end_assignment(assignment, by=request.user, on=on, version=version)
        return _("Penugasan di %s diakhiri.") % assignment.school.name

    return _decided(request, form, carry_out, page)


@form_page
@may("mentoring.change_assignment", Assignment)
def assignment_hand_over(request: HttpRequest, assignment: Assignment) -> HttpResponse:
    """Another facilitator for the school from a day on; planned visits may go along."""
    form = HandOverForm(request.POST or None, assignment=assignment, user=request.user)
    page = {"heading": _("Alihkan sekolah"), "submit": _("Alihkan sekolah")}

    def carry_out(to, on, version, visits=()) -> str:
        keys = {visit.pk for visit in visits}
        hand_over(assignment, to=to, by=request.user, on=on, version=version, visits=keys)
        return _("%(school)s dialihkan kepada %(name)s.") % {
            "school": assignment.school.name,
            "name": to.name,
        }

    return _decided(request, form, carry_out, page)


def _decided(
    request: HttpRequest, form: ChangedAssignmentForm, carry_out: Callable[..., str], page: dict
) -> HttpResponse:
    """Carry out a decision on an assignment, or show its form; what was typed stays."""
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    assignment = form.assignment
    if form.is_valid():
        try:
            messages.success(request, carry_out(**form.cleaned_data))
            return redirect(_page_of(assignment))
        except Conflict as conflict:
            form.note_conflict(conflict.current)
            status = HTTPStatus.CONFLICT
        except Refused as refusal:
            form.add_error(None, str(refusal))
    back = _page_of(assignment)
    person = {"label": assignment.facilitator.name, "url": back}
    trail = _trail(person, {"label": page["heading"], "url": ""})
    context = page | {"form": form, "assignment": assignment, "back": back, "trail": trail}
    return render(request, "mentoring/assignments/decide.html", context, status=status)
