"""The calendar of visits, by month and by week."""

from datetime import date, timedelta
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from mentoring.filters.visits import facilitators_for
from mentoring.queries.calendar import calendar_of, days_of_month, days_of_week
from portal.access import may
from portal.forms import FilterSelect
from portal.models import Role

MONTH, WEEK, PERSON = "bulan", "pekan", "fasilitator"
EARLIEST, LATEST = date(2000, 1, 1), date(2199, 12, 31)


class Asked(NamedTuple):
    """What the address asks for: a day inside the period, whether it is a week, whose visits."""

    day: date
    by_week: bool
    facilitator: int | None

    def address(self, **changes) -> str:
        """The query string of the calendar with some of it changed."""
        asked = self._replace(**changes)
        name, form = (WEEK, "%Y-%m-%d") if asked.by_week else (MONTH, "%Y-%m")
        query = {name: asked.day.strftime(form)}
        if asked.facilitator is not None:
            query[PERSON] = asked.facilitator
        return "?" + urlencode(query)


@require_safe
@may("mentoring.view_calendar")
def calendar(request: HttpRequest) -> HttpResponse:
    """The visits in the reader's scope (a facilitator's own, unless others are asked for)."""
    people = facilitators_for(request)
    asked = _asked(request, {int(pk) for pk, _name in people})
    days = (days_of_week if asked.by_week else days_of_month)(asked.day)
    month = None if asked.by_week else asked.day.month
    user = request.user
    context = {
        "days": calendar_of(user, days, month=month, facilitator=asked.facilitator),
        "asked": asked,
        "title": _title(asked, days),
        "own": user.pk if user.role == Role.FACILITATOR else None,
        "person": _person(people, asked.facilitator) if len(people) > 1 else "",
        "weekdays": [date_format(day, "D") for day in days[:7]],
        "previous": asked.address(day=_beside(asked, -1)),
        "next": asked.address(day=_beside(asked, 1)),
        "now": asked.address(day=timezone.localdate()),
        "month": asked.address(by_week=False),
        "week": asked.address(by_week=True),
    }
    return render(request, "mentoring/planning/calendar.html", context)


def _asked(request: HttpRequest, people: set[int]) -> Asked:
    """What the address asks for; this month, and what is no such period or person, left out."""
    by_week = WEEK in request.GET
    text = request.GET[WEEK] if by_week else f"{request.GET.get(MONTH, '')}-01"
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = timezone.localdate()
    day = min(max(day, EARLIEST), LATEST)
    person = request.GET.get(PERSON)
    if person is None and request.user.role == Role.FACILITATOR:
        return Asked(day, by_week, request.user.pk)
    known = person and person.isascii() and person.isdigit() and int(person[:12]) in people
    return Asked(day, by_week, int(person) if known else None)


def _person(people: list[tuple[str, str]], chosen: int | None) -> str:
    """The select of whose visits are shown."""
    attrs = {"class": "form-select", "id": "person"}
    widget = FilterSelect(attrs, choices=[("", _("Semua fasilitator")), *people])
    return widget.render(PERSON, str(chosen or ""))


def _beside(asked: Asked, step: int) -> date:
    """A day of the period before (-1) or after (1)."""
    if asked.by_week:
        return asked.day + timedelta(weeks=step)
    first = asked.day.replace(day=1)
    return (first + timedelta(days=32)).replace(day=1) if step > 0 else first - timedelta(days=1)


def _title(asked: Asked, days: list[date]) -> str:
    if not asked.by_week:
        return date_format(asked.day, "F Y")
    values = {"first": date_format(days[0], "j F"), "last": date_format(days[-1])}
    return _("%(first)s sampai %(last)s") % values
