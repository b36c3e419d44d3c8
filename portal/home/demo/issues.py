"""The demo's obstacles: one on each side's desk, one answered and one closed. All made up."""

from collections.abc import Callable
from datetime import timedelta

import pghistory
from django.utils import timezone

from mentoring.models import Issue, IssueStep, Visit
from mentoring.operations.issues import answer_issue, close_issue, raise_issue, take_up
from portal.home.demo.people import Crew
from portal.models import User

Level = Issue.Level
REASON = "Contoh: di luar kewenangan tingkat ini."
ANSWER = "Contoh: dianggarkan pada perubahan anggaran tahun ini."
RESULT = "Contoh: sudah tertangani."


def make_issues(visits: list[Visit], crew: Crew) -> None:
    """Obstacles out of visit reports, at different places of their way."""
    told = [v for v in visits if v.obstacles and v.state == Visit.State.VERIFIED][-4:]
    for number, visit in enumerate(told):
        issue = _raised(visit)
        if number == 1:
            _step(take_up, issue, by=crew.officer, text=REASON)
        elif number > 1:
            _step(answer_issue, issue, by=crew.officer, text=ANSWER)
        if number > 2:
            _step(close_issue, issue, by=visit.facilitator, text=RESULT)
        _long_ago(issue, timedelta(days=9 + 7 * number))


def _raised(visit: Visit) -> Issue:
    with pghistory.context(user=visit.facilitator.pk, source="contoh"):
        return raise_issue(
            visit.school,
            by=visit.facilitator,
            title=visit.obstacles.rstrip("."),
            description=f"{visit.obstacles} (contoh)",
            level=Level.CITY,
            visit=visit,
        )


def _step(operation: Callable, issue: Issue, *, by: User, text: str) -> None:
    """Take a step in a context of its own, as each is in a portal: its reason is its own."""
    issue.refresh_from_db()
    with pghistory.context(user=by.pk, source="contoh"):
        operation(issue, by=by, text=text, version=issue.version)


def _long_ago(issue: Issue, age: timedelta) -> None:
    """As if it had happened some days before, so that its days on a desk can be counted."""
    at = timezone.now() - age
    Issue.objects.filter(pk=issue.pk).update(raised_at=at, since=at)
    IssueStep.objects.filter(issue=issue).update(at=at)
