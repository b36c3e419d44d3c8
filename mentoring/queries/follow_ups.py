"""Reading follow-ups that several pages share."""

from itertools import takewhile

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from mentoring.models import Assignment, FollowUp, FollowUpStep, Visit
from portal.history import Entry, history_of
from portal.models import Role, User, area_path

PROGRESS = ("state", "result")
Owner = FollowUp.Owner
SIDES_OF = {
    Role.SCHOOL: (Owner.SCHOOL,),
    Role.FACILITATOR: (Owner.FACILITATOR, Owner.BPMP),
    Role.DINAS: (Owner.CITY,),
}


def for_list(user: User) -> QuerySet:
    """The agreed follow-ups in a person's scope with all that a list shows."""
    return (
        FollowUp.objects.visible_to(user)
        .agreed()
        .select_related("visit__school", "owner_person")
        .defer("visit__school__search")
    )


def people_to_own(visit: Visit) -> QuerySet:
    """Who may be named as owner of what the visit agrees, by name.

    The school's accounts, those who accompany it on that day, the dinas officers of the areas
    around it, and whoever is named already.
    """
    assigned = Assignment.objects.on(visit.date).filter(school=visit.school_id)
    return User.objects.filter(
        Q(is_active=True)
        & (
            Q(school_account__school=visit.school_id)
            | Q(pk=visit.facilitator_id)
            | Q(pk__in=assigned.values("facilitator"))
            | Q(role=Role.DINAS, area__in=area_path(visit.school.district_id))
        )
        | Q(pk__in=visit.follow_ups.values("owner_person"))
    ).order_by("name", "pk")


def sides_of(person: User) -> tuple[str, ...]:
    """The sides for which a person may own a follow-up, the usual one first."""
    return SIDES_OF.get(person.role, tuple(Owner))


def reporters_of(follow_up: FollowUp) -> set[int]:
    """The keys of all who reported it done since it was last not done."""
    steps = follow_up.steps.order_by("-pk").values_list("to_state", "by")
    done = takewhile(lambda step: step[0] == FollowUp.State.DONE, steps)
    return {by for _state, by in done} | ({follow_up.reported_by_id} - {None})


def steps_of(follow_up: FollowUp) -> QuerySet:
    """The steps of a follow-up since it was agreed, oldest first."""
    return FollowUpStep.objects.filter(follow_up=follow_up).select_related("by").order_by("pk")


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
