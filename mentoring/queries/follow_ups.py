"""Reading follow-ups that several pages share."""

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from mentoring.models import FollowUp
from portal.history import Entry, history_of
from portal.models import User

PROGRESS = ("state", "result")


def for_list(user: User) -> QuerySet:
    """The agreed follow-ups in a person's scope with all that a list shows."""
    return (
        FollowUp.objects.visible_to(user)
        .agreed()
        .select_related("visit__school")
        .defer("visit__school__search")
    )


def open_follow_ups_of(path: str) -> Coalesce:
    """How many open follow-ups belong to the outer row, as an annotation; 0 where none.

    `path` leads from a follow-up to that row: `visit`, `visit__school`.
    """
    of_row = FollowUp.objects.open().filter(**{path: OuterRef("pk")}).order_by().values(path)
    return Coalesce(Subquery(of_row.annotate(n=Count("pk")).values("n")), 0)


def history_for(user: User, follow_up: FollowUp) -> list[Entry]:
    """The life of a follow-up, newest first.

    Who may not read how the visit's report was written sees what was reported on it only.
    """
    entries = history_of(follow_up)
    if user.has_perm("mentoring.view_visit_history", follow_up.visit):
        return entries
    labels = {str(FollowUp._meta.get_field(name).verbose_name) for name in PROGRESS}
    return [entry for entry in entries if labels.intersection(c.label for c in entry.changes)]
