"""The pages of issues: the list, an issue with its steps, a new one, and the panel of a school."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from mentoring.filters.issues import IssueFilter
from mentoring.forms.issues import IssueForm
from mentoring.models import Issue, Visit
from mentoring.operations.issues import raise_issue
from mentoring.queries.issues import for_list, steps_of, visit_shown_to
from mentoring.tables.issues import COLUMNS
from portal.access import may
from portal.lists import ListPage, render_list
from portal.models import Role
from portal.views import create_once
from schools.models import School

form_page = require_http_methods(["GET", "HEAD", "POST"])
NEWEST = 5
TITLE_LENGTH = 120


@require_safe
@may("mentoring.list_issues")
def issues(request: HttpRequest) -> HttpResponse:
    """The issues of the schools in the reader's scope, the longest waiting first."""
    listing = ListPage(
        request, for_list(request.user), columns=COLUMNS, filters=IssueFilter, order="sejak"
    )
    return render_list(
        request,
        "mentoring/issues/list.html",
        listing,
        empty_title=_("Belum ada hambatan"),
        empty_text=_("Ajukan dari halaman kunjungan atau halaman sekolah."),
    )


@require_safe
@may("mentoring.view_issue", Issue)
def issue(request: HttpRequest, issue: Issue) -> HttpResponse:
    """An issue with every step that it took."""
    issue = Issue.objects.select_related("school", "raised_by").get(pk=issue.pk)
    context = {
        "issue": issue,
        "visit": visit_shown_to(request.user, issue),
        "steps": list(steps_of(issue)),
    }
    return render(request, "mentoring/issues/issue.html", context)


@form_page
@may("mentoring.raise_issue", School, by="npsn")
def issue_add(request: HttpRequest, school: School) -> HttpResponse:
    """A new issue of a school."""
    own = request.user.role == Role.SCHOOL
    initial = {"first_level": Issue.Level.CITY if own else Issue.Level.SCHOOL}
    return _raise(request, school, initial)


@form_page
@may("mentoring.raise_issue", Visit)
def issue_add_of_visit(request: HttpRequest, visit: Visit) -> HttpResponse:
    """A new issue out of what a visit's report says of obstacles."""
    text = visit.obstacles.strip()
    initial = {
        "title": text.split("\n")[0].split(". ")[0][:TITLE_LENGTH],
        "description": text,
        "first_level": visit.escalation or Issue.Level.SCHOOL,
    }
    return _raise(request, visit.school, initial, visit)


def _raise(
    request: HttpRequest, school: School, initial: dict, visit: Visit | None = None
) -> HttpResponse:
    form = IssueForm(request.POST if request.method == "POST" else None, initial=initial)
    status = HTTPStatus.OK
    if form.is_bound:

        def make() -> Issue:
            data = form.cleaned_data
            filed = {name: data[name] for name in ("title", "description")}
            level = data["first_level"]
            return raise_issue(school, by=request.user, level=level, visit=visit, **filed)

        def say(made: Issue) -> None:
            messages.success(request, _("Hambatan %s diajukan.") % made.number)

        if done := create_once(request, form, make, say=say):
            return done
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    context = {
        "form": form,
        "heading": _("Ajukan hambatan"),
        "lead": _("%s dapat membaca hambatan ini dan setiap langkahnya.") % school.name,
        "submit": _("Ajukan hambatan"),
        "back": (visit or school).get_absolute_url(),
    }
    return render(request, "mentoring/issues/form.html", context, status=status)


@require_safe
@may("schools.view_school", School, by="npsn")
def school_issues(request: HttpRequest, school: School) -> HttpResponse:
    """What hinders a school and is not closed, as a panel of its page."""
    waiting = for_list(request.user).open().of_school(school).order_by("since", "pk")
    context = {"school": school, "issues": waiting[:NEWEST]}
    return render(request, "mentoring/issues/school_panel.html", context)
