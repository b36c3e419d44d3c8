"""Who is concerned: whom to tell of a follow-up or an issue."""

from django.db.models import Q, QuerySet

from mentoring.models import Assignment, FollowUp, Issue, Review, Visit
from mentoring.models.agreements import SIDES
from portal.models import Role, User, area_path
from schools.models import School

Owner = FollowUp.Owner


def officers_of(school: School) -> QuerySet[User]:
    """The officers of the dinas whose area the school lies in."""
    areas = area_path(school.district_id)
    return User.objects.filter(role=Role.DINAS, area__in=areas, is_active=True)


def accounts_of(school: School) -> QuerySet[User]:
    """The accounts of a school."""
    return User.objects.filter(school_account__school=school, is_active=True)


def _facilitators_of(visit: Visit) -> QuerySet[User]:
    """Who made the visit and who accompanies its school today, as far as their accounts are open."""
    today = Assignment.objects.on().filter(school=visit.school_id).values("facilitator")
    people = User.objects.filter(Q(pk=visit.facilitator_id) | Q(pk__in=today))
    return people.filter(is_active=True)


def owners_of(follow_up: FollowUp) -> QuerySet[User]:
    """The person who owns a follow-up, or all of the side that does.

    Of a visit that is not verified a school sees nothing, so that it is not told of it either.
    """
    visit = follow_up.visit
    if follow_up.owner_person_id:
        people = User.objects.filter(pk=follow_up.owner_person_id)
    elif follow_up.owner == Owner.SCHOOL:
        people = accounts_of(visit.school)
    elif follow_up.owner == Owner.CITY:
        people = officers_of(visit.school)
    else:
        people = _facilitators_of(visit)
    verified = visit.state == Visit.State.VERIFIED
    return people if verified else people.exclude(role=Role.SCHOOL)


def verifiers_of(follow_up: FollowUp) -> QuerySet[User]:
    """Who may confirm a follow-up: the dinas, and its facilitator where the school is the owner."""
    visit = follow_up.visit
    asked = Q(pk__in=officers_of(visit.school).values("pk"))
    if follow_up.owner == Owner.SCHOOL:
        asked |= Q(pk__in=_facilitators_of(visit).values("pk"))
    people = User.objects.filter(asked)
    owner = follow_up.owner_person_id
    return people.exclude(pk=owner) if owner else people


def people_at_desk_of(issue: Issue) -> QuerySet[User]:
    """Who acts next on an issue: those of its level, or who raised it once it is answered."""
    if issue.state == Issue.State.RETURNED:
        return User.objects.filter(pk=issue.raised_by_id)
    if issue.level == Issue.Level.SCHOOL:
        return accounts_of(issue.school)
    if issue.level == Issue.Level.CITY:
        return officers_of(issue.school)
    entrusted = Assignment.objects.on().filter(school=issue.school).values("facilitator")
    return User.objects.filter(pk__in=entrusted)


def approvers_of(review: Review) -> QuerySet[User]:
    """The people of the side that did not record a review, who may open it."""
    roles = [role for role, side in SIDES.items() if side != review.side]
    areas = area_path(review.post.area_code)
    return User.objects.filter(role__in=roles, area__in=areas, is_active=True)
