"""Reading visits that several pages share."""

from datetime import timedelta

from django.db.models import (
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    TextChoices,
    prefetch_related_objects,
)
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from indicators.models import Indicator, IndicatorSet
from mentoring.models import (
    Answer,
    AnswerChoice,
    Assignment,
    Attendees,
    Confirmation,
    DiscussedIndicator,
    Evidence,
    FollowUp,
    Transition,
    Visit,
    VisitCompanion,
)
from mentoring.queries.answers import Part, asks_to_choose, parts_of
from mentoring.queries.follow_ups import open_follow_ups_of
from mentoring.queries.reports import Missing, section_name
from mentoring.steps import STEPS
from portal.history import Entry, history_of
from portal.models import User
from schools.models import School


def for_list(user: User) -> QuerySet:
    """The visits in a person's scope with all that a list shows; `open_follow_ups` counted."""
    return (
        Visit.objects.visible_to(user)
        .select_related("school", "kind", "facilitator")
        .defer("school__search")
        .annotate(open_follow_ups=open_follow_ups_of("visit"))
    )


# What visits need besides, whose instrument has items to choose from.
CHOICES = ("chosen",)


def with_all_parts(visits: QuerySet) -> QuerySet:
    """Visits read with everything that their pages and papers show, in a fixed number of queries."""
    related = visits.select_related(
        "school",
        "kind",
        "facilitator",
        "agreement",
        "instrument",
        "activity__clause",
        "place_proof",
    )
    return related.prefetch_related(
        "attendees",
        "answers",
        "evidence",
        "confirmations",
        Prefetch("discussed", DiscussedIndicator.objects.select_related("indicator")),
        Prefetch(
            "follow_ups",
            FollowUp.objects.select_related("indicator", "owner_person").order_by("pk"),
        ),
        Prefetch("transitions", Transition.objects.select_related("by")),
    )


def with_instrument(visits: QuerySet) -> QuerySet:
    """Visits read with the version of the instrument that they are asked."""
    return visits.select_related("instrument")


def with_parts(visit: Visit) -> Visit:
    """The visit read again with all its parts."""
    return with_choices(with_all_parts(Visit.objects.all()).get(pk=visit.pk))


def with_choices(visit: Visit) -> Visit:
    """A visit of `with_all_parts` with what was chosen, where its instrument asks to choose."""
    if asks_to_choose(visit):
        prefetch_related_objects([visit], *CHOICES)
    return visit


def possible_steps(user: User, visit: Visit) -> dict[str, bool]:
    """Which steps of the table this person may take now, by name."""
    return {
        step.name: step.fits(visit.state) and user.has_perm(step.permission, visit)
        for step in STEPS
    }


def steps_shown_to(user: User, visit: Visit) -> list[Transition]:
    """The steps of a visit, oldest first; who may not read its history sees its verification only."""
    steps = list(visit.transitions.all())
    if user.has_perm("mentoring.view_visit_history", visit):
        return steps
    return [step for step in steps if step.to_state == Visit.State.VERIFIED]


def is_as_sent_back(visit: Visit) -> bool:
    """Whether a report was sent back, and neither it nor its evidence was touched since."""
    if not visit.was_sent_back:
        return False
    lived = Visit.pgh_event_model.objects.filter(pgh_obj_id=visit.pk).order_by("-pgh_id")
    if lived[1].state == visit.state:
        return False
    since = visit.transitions.last().at
    removed = Evidence.pgh_event_model.objects.filter(visit_id=visit.pk, pgh_label="delete")
    return not (
        visit.evidence.filter(uploaded_at__gt=since).exists()
        or removed.filter(pgh_created_at__gt=since).exists()
    )


def schools_assigned_to(user: User, date=None) -> QuerySet:
    """The schools that a facilitator accompanies on a day (today by default), by name.

    Each with `last_visit`, the day of its newest visit whose report was handed in (None without one),
    and `open_follow_ups`, the number of its agreed follow-ups that are not done.
    """
    assigned = Assignment.objects.on(date).filter(facilitator=user).values("school")
    told = Visit.objects.filter(school=OuterRef("pk"), state__in=Visit.HANDED_IN)
    return (
        School.objects.visible_to(user)
        .existing()
        .filter(pk__in=assigned)
        .annotate(
            last_visit=Subquery(told.order_by("-date").values("date")[:1]),
            open_follow_ups=open_follow_ups_of("visit__school"),
        )
        .order_by("name", "pk")
    )


def schools_to_plan_for(user: User) -> QuerySet:
    """The schools for which a facilitator may plan a visit on some day, by name.

    Those of every assignment that did not end more than 12 months ago: reports come late, and
    visits are planned ahead. Whether the assignment holds on the visit's day is for `plan_visit`.
    """
    year_ago = timezone.localdate() - timedelta(days=365)
    lately = Assignment.objects.filter(Q(ends_on=None) | Q(ends_on__gte=year_ago), facilitator=user)
    schools = School.objects.visible_to(user).existing().filter(pk__in=lately.values("school"))
    return schools.order_by("name", "pk")


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
        .select_related("visit__school", "owner_person")
        .order_by("due_on", "pk")
    )


class Progress(TextChoices):
    """How far a section of the report's form is."""

    EMPTY = "kosong", _("kosong")
    PARTIAL = "sebagian", _("sebagian")
    COMPLETE = "lengkap", _("lengkap")


def states_of_parts(parts: list[Part]) -> dict[str, Progress]:
    """How far each section of the instrument is, by its name in the report's form."""
    return {section_name(part.section): _state(_is_begun(part), _lacks(part)) for part in parts}


def section_states(visit: Visit, missing: list[Missing]) -> dict[str, Progress]:
    """How far each section of the report's form is, by the section's name."""
    lacking = {entry.section for entry in missing}
    begun = {
        "facts": True,
        "people": bool(visit.attendees.all()),
        "indicators": bool(visit.discussed.all()),
        "report": bool(visit.aims or visit.findings or visit.progress or visit.obstacles),
        "follow_ups": bool(visit.follow_ups.all()),
        "photos": bool(visit.evidence.all()),
    }
    own = {name: _state(has_begun, name in lacking) for name, has_begun in begun.items()}
    return own | states_of_parts(parts_of(visit))


def _state(has_begun: bool, lacks: bool) -> Progress:
    done = Progress.PARTIAL if lacks else Progress.COMPLETE
    return done if has_begun else Progress.EMPTY


def _lacks(part: Part) -> bool:
    return any(line.item.required and not line.is_answered for line in part.shown)


def _is_begun(part: Part) -> bool:
    """Whether anything is answered; a section that its rules leave empty asks for nothing."""
    return not part.shown or any(line.is_answered or line.given for line in part.shown)


def history_of_visit(visit: Visit) -> list[Entry]:
    """The life of a visit together with its parts, newest first."""
    named_by = {
        DiscussedIndicator: ["indicator"],
        Answer: ["item"],
        AnswerChoice: ["choice"],
        VisitCompanion: ["user"],
    }
    parts = [
        model.pgh_event_model.objects.filter(visit_id=visit.pk).prefetch_related(
            *named_by.get(model, [])
        )
        for model in (
            Attendees,
            DiscussedIndicator,
            Answer,
            AnswerChoice,
            FollowUp,
            Evidence,
            Confirmation,
            VisitCompanion,
        )
    ]
    return history_of(visit, parts=parts)
