"""The demo's obstacles: one on each side's desk, one answered and one closed. All made up."""

from datetime import timedelta

from django.utils import timezone

from mentoring.models import Issue, IssueStep, Visit
from mentoring.operations.issues import answer_issue, close_issue, raise_issue, take_up
from portal.home.demo.people import Crew

Level = Issue.Level
REASON = "Contoh: di luar kewenangan tingkat ini."
ANSWER = "Contoh: dianggarkan pada perubahan anggaran tahun ini."


def make_issues(visits: list[Visit], crew: Crew) -> None:
    """Obstacles out of visit reports, at different places of their way."""
    told = [v for v in visits if v.obstacles and v.state == Visit.State.VERIFIED][-4:]
    for number, visit in enumerate(told):
        raiser = visit.facilitator
        issue = raise_issue(
            visit.school,
            by=raiser,
            title=visit.obstacles.rstrip("."),
            description=f"{visit.obstacles} (contoh)",
            level=Level.CITY,
            visit=visit,
        )
        if number == 1:
            take_up(issue, by=crew.officer, text=REASON, version=1)
        elif number > 1:
            answer_issue(issue, by=crew.officer, text=ANSWER, version=1)
        if number > 2:
            close_issue(issue, by=raiser, text="Contoh: sudah tertangani.", version=2)
        _long_ago(issue, timedelta(days=9 + 7 * number))


def _long_ago(issue: Issue, age: timedelta) -> None:
    """As if it had happened some days before, so that its days on a desk can be counted."""
    at = timezone.now() - age
    Issue.objects.filter(pk=issue.pk).update(raised_at=at, since=at)
    IssueStep.objects.filter(issue=issue).update(at=at)
