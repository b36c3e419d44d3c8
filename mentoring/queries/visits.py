"""Reading visits that several pages share."""

from dataclasses import dataclass

from django.db.models import Count, OuterRef, Prefetch, QuerySet, Subquery, TextChoices
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from indicators.models import Indicator, IndicatorSet
from mentoring.models import (
    Answer,
    Assignment,
    Attendees,
    DiscussedIndicator,
    Evidence,
    FollowUp,
    InstrumentItem,
    Transition,
    Visit,
)
from mentoring.queries.reports import Missing
from portal.history import Entry, history_of
from portal.models import User
from schools.models import School


def for_list(user: User) -> QuerySet:
    """The visits in a person's scope with all that a list shows; `open_follow_ups` counted."""
    open_of_visit = FollowUp.objects.open().filter(visit=OuterRef("pk")).order_by().values("visit")
    counted = Subquery(open_of_visit.annotate(n=Count("pk")).values("n"))
    return (
        Visit.objects.visible_to(user)
        .select_related("school", "kind", "facilitator")
        .defer("school__search")
        .annotate(open_follow_ups=Coalesce(counted, 0))
    )


def with_parts(visit: Visit) -> Visit:
    """The visit read again with everything that its page and its form show, in a fixed number of queries."""
    related = Visit.objects.select_related(
        "school", "kind", "facilitator", "agreement", "instrument"
    )
    return related.prefetch_related(
        "attendees",
        "answers",
        "evidence",
        "instrument__items",
        Prefetch("discussed", DiscussedIndicator.objects.select_related("indicator")),
        Prefetch("follow_ups", FollowUp.objects.select_related("indicator").order_by("pk")),
        Prefetch("transitions", Transition.objects.select_related("by")),
    ).get(pk=visit.pk)


def schools_assigned_to(user: User, date=None) -> QuerySet:
    """The schools that a facilitator accompanies on a day (today by default), by name."""
    assigned = Assignment.objects.on(date).filter(facilitator=user).values("school")
    return School.objects.filter(pk__in=assigned).order_by("name", "pk")


def indicators_to_discuss(visit: Visit) -> QuerySet:
    """The indicators of the sets in force on the visit's date, and those already ticked."""
    sets = IndicatorSet.objects.on(visit.date)
    in_sets = Indicator.objects.filter(memberships__set__in=sets).values("pk")
    ticked = visit.discussed.values("indicator")
    return Indicator.objects.filter(pk__in=in_sets.union(ticked)).order_by("code", "name")


def open_follow_ups_before(visit: Visit) -> QuerySet:
    """What earlier visits to the same school agreed and is not done yet."""
    return (
        FollowUp.objects.open()
        .filter(visit__school=visit.school_id, visit__date__lte=visit.date)
        .exclude(visit=visit)
        .select_related("visit__school")
        .order_by("due_on", "pk")
    )


@dataclass(frozen=True)
class RubricLine:
    """An item of the instrument with the level that a visit reached (None while unscored)."""

    item: InstrumentItem
    score: int | None
    note: str

    @property
    def level(self) -> str:
        return getattr(self.item, f"level_{self.score}") if self.score else ""


def rubric_of(visit: Visit) -> list[RubricLine]:
    """Every item of the visit's instrument, in order, with its answer."""
    answers = {answer.item_id: answer for answer in visit.answers.all()}
    lines = []
    for item in visit.instrument.items.all():
        answer = answers.get(item.pk)
        lines.append(
            RubricLine(item, answer.score if answer else None, answer.note if answer else "")
        )
    return lines


class Progress(TextChoices):
    """How far a section of the report's form is."""

    EMPTY = "kosong", _("kosong")
    PARTIAL = "sebagian", _("sebagian")
    COMPLETE = "lengkap", _("lengkap")


def section_states(visit: Visit, missing: list[Missing]) -> dict[str, Progress]:
    """How far each section of the report's form is, by the section's name."""
    lacking = {entry.section for entry in missing}
    begun = {
        "facts": True,
        "people": bool(visit.attendees.all()),
        "indicators": bool(visit.discussed.all()),
        "report": bool(visit.aims or visit.findings or visit.progress or visit.obstacles),
        "rubric": bool(visit.answers.all()),
        "follow_ups": bool(visit.follow_ups.all()),
        "photos": bool(visit.evidence.all()),
    }
    states = {}
    for name, has_begun in begun.items():
        done = Progress.PARTIAL if name in lacking else Progress.COMPLETE
        states[name] = done if has_begun else Progress.EMPTY
    return states


def history_of_visit(visit: Visit) -> list[Entry]:
    """The life of a visit together with its parts, newest first."""
    parts = [
        model.pgh_event_model.objects.filter(visit_id=visit.pk)
        for model in (Attendees, DiscussedIndicator, Answer, FollowUp, Evidence)
    ]
    return history_of(visit, parts=parts)
