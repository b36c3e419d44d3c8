"""What stands in a person's own calendar: their visits and trainings."""

from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone

from mentoring.models import Assignment, Participant, Session, Training, Visit
from portal.models import Role, User

BACK = timedelta(days=180)  # how far the past reaches: calendar programmes read all of it each time


def own_visits(user: User) -> QuerySet:
    """The visits that a facilitator makes or writes with another; a school's own, as far as it sees them."""
    visits = Visit.objects.visible_to(user).filter(date__gte=timezone.localdate() - BACK)
    if user.role == Role.FACILITATOR:
        visits = visits.made_by(user.pk)
    elif user.role != Role.SCHOOL:
        visits = visits.none()
    related = visits.select_related("school__district", "kind")
    return related.defer("school__search").order_by("date", "pk")


def own_sessions(user: User) -> QuerySet:
    """The sessions of a person's trainings.

    Of a facilitator: those that people of their schools take part in; of a school: its people's;
    of the offices: those held in their area.
    """
    trainings = Training.objects.visible_to(user)
    if user.role == Role.FACILITATOR:
        schools = Assignment.objects.on().filter(facilitator=user).values("school")
        people = Participant.objects.filter(school__in=schools)
        trainings = trainings.filter(pk__in=people.values("training"))
    sessions = Session.objects.filter(training__in=trainings, date__gte=timezone.localdate() - BACK)
    return sessions.select_related("training").order_by("date", "starts_at", "pk")
