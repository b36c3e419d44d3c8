"""Reading follow-ups that several pages share."""

from django.db.models import QuerySet

from mentoring.models import FollowUp
from portal.models import User


def for_list(user: User) -> QuerySet:
    """The agreed follow-ups in a person's scope with all that a list shows."""
    return (
        FollowUp.objects.visible_to(user)
        .agreed()
        .select_related("visit__school")
        .defer("visit__school__search")
    )
