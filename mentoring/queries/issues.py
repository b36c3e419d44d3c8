"""Reading issues that several pages share."""

from django.db.models import QuerySet

from mentoring.models import Issue, IssueStep, Visit
from portal.models import User


def for_list(user: User) -> QuerySet:
    """The issues in a person's scope with all that a list shows."""
    return (
        Issue.objects.visible_to(user).select_related("school", "raised_by").defer("school__search")
    )


def steps_of(issue: Issue) -> QuerySet:
    """The steps of an issue with who took them, newest first."""
    return IssueStep.objects.filter(issue=issue).select_related("by").order_by("-pk")


def visit_shown_to(user: User, issue: Issue) -> Visit | None:
    """The visit where an issue was noticed, where the reader may see that visit."""
    return Visit.objects.visible_to(user).filter(pk=issue.visit_id).first()
