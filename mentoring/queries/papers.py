"""Reading papers that several pages share."""

from datetime import date, timedelta

from django.db.models import QuerySet

from mentoring.models import Paper, Visit
from portal.models import User

# The states of visits that have something to print.
REPORTED = (
    Visit.State.DRAFT,
    Visit.State.SUBMITTED,
    Visit.State.SENT_BACK,
    Visit.State.VERIFIED,
)


def papers_of(visit: Visit, user: User) -> list[Paper]:
    """The papers of a visit that the reader may see, the newest first."""
    return list(Paper.objects.visible_to(user).filter(visit=visit))


def current_minutes(papers: list[Paper]) -> Paper | None:
    """The minutes that hold now."""
    minutes = (p for p in papers if p.kind == Paper.Kind.MINUTES and p.is_current)
    return next(minutes, None)


def visits_of_month(facilitator: User, month: date, *, reader: User) -> QuerySet:
    """What a facilitator's recap of a month tells: visits that the reader sees, by day."""
    after = (month.replace(day=1) + timedelta(days=31)).replace(day=1)
    return (
        Visit.objects.visible_to(reader)
        .filter(facilitator=facilitator, date__gte=month.replace(day=1), date__lt=after)
        .exclude(state=Visit.State.CANCELLED)
        .select_related("school", "kind")
        .prefetch_related("follow_ups")
        .order_by("date", "pk")
    )


def letters_of(facilitator: User, *, reader: User) -> QuerySet:
    """The letters that send a facilitator somewhere, as far as the reader may see them."""
    letters = Paper.objects.visible_to(reader).filter(kind=Paper.Kind.LETTER)
    return letters.filter(facilitator=facilitator).select_related("visit__school")
