"""The demo's visits: about one each ten weeks a school since the signing, in every state of the work."""

from datetime import date, datetime, time, timedelta
from random import Random

from django.utils import timezone

from indicators.models import IndicatorSet
from mentoring.models import (
    Agreement,
    Answer,
    Assignment,
    Attendees,
    DiscussedIndicator,
    Instrument,
    Transition,
    Visit,
    VisitKind,
)
from portal.home.demo import follow_ups, texts
from portal.home.demo.people import Crew
from portal.home.demo.stories import Story

WEEKS_BETWEEN = 10
State = Visit.State
PATHS = {
    State.PLANNED: (),
    State.DRAFT: (State.DRAFT,),
    State.SUBMITTED: (State.DRAFT, State.SUBMITTED),
    State.SENT_BACK: (State.DRAFT, State.SUBMITTED, State.SENT_BACK),
    State.VERIFIED: (State.DRAFT, State.SUBMITTED, State.VERIFIED),
}


def make_visits(
    cohort: list[Assignment], agreement: Agreement, crew: Crew, chance: Random
) -> list[Visit]:
    """Visits with everything that hangs on them; the newest of some schools wait for somebody."""
    stories = _stories(cohort, agreement, chance)
    Visit.objects.bulk_create(story.visit for story in stories)
    reported = [story for story in stories if story.visit.state != State.PLANNED]
    Attendees.objects.bulk_create(row for story in reported for row in _attendees(story, chance))
    DiscussedIndicator.objects.bulk_create(
        DiscussedIndicator(visit=story.visit, indicator=story.indicator) for story in reported
    )
    items = list(Instrument.objects.published().get().items.all())
    Answer.objects.bulk_create(
        Answer(visit=story.visit, item=item, score=_score(story, chance))
        for story in reported
        for item in items
    )
    follow_ups.make_follow_ups(reported, crew, chance)
    Transition.objects.bulk_create(row for story in reported for row in _transitions(story, crew))
    return [story.visit for story in stories]


def _stories(cohort: list[Assignment], agreement: Agreement, chance: Random) -> list[Story]:
    kinds = list(VisitKind.objects.all())
    instrument = Instrument.objects.published().get()
    spm = IndicatorSet.objects.get(code="spm")
    by_code = {m.indicator.code: m.indicator for m in spm.members.select_related("indicator")}
    stories = []
    for place, assignment in enumerate(cohort):
        for number, (day, state) in enumerate(_calendar(assignment, place, chance)):
            theme = texts.THEMES[(place + number) % len(texts.THEMES)]
            visit = Visit(
                school=assignment.school,
                facilitator=assignment.facilitator,
                agreement=agreement,
                instrument=instrument,
                kind=kinds[(place + number) % len(kinds)],
                mode=Visit.Mode.ONLINE if (place + number) % 5 == 4 else Visit.Mode.ON_SITE,
                date=day,
                starts_at=time(8 + number % 3, 30),
                ends_at=time(10 + number % 3, 30),
                state=state,
                version=1 + len(PATHS[state]),
                source="contoh",
            )
            if state != State.PLANNED:
                visit.aims, visit.findings, visit.obstacles = (
                    theme.aims,
                    theme.findings,
                    theme.obstacles,
                )
            stories.append(Story(visit, number, by_code[theme.code], theme))
    return stories


def _calendar(assignment: Assignment, place: int, chance: Random) -> list[tuple[date, str]]:
    """Working days with the state of the visit: the past verified, the newest in progress, one planned."""
    today = timezone.localdate()
    days = []
    day = assignment.starts_on + timedelta(days=place)
    while day < today - timedelta(days=4):
        days.append(_working_day(day))
        day += timedelta(weeks=WEEKS_BETWEEN, days=chance.randint(-9, 9))
    newest = (State.VERIFIED, State.SUBMITTED, State.SENT_BACK, State.DRAFT)[place % 4]
    states = [State.VERIFIED] * (len(days) - 1) + [newest]
    planned = _working_day(today + timedelta(days=2 + place))
    return [*zip(days, states, strict=True), (planned, State.PLANNED)]


def _working_day(day: date) -> date:
    """The day itself, or the Monday after a weekend."""
    return day + timedelta(days=max(0, 8 - day.isoweekday()) if day.isoweekday() > 5 else 0)


def _attendees(story: Story, chance: Random) -> list[Attendees]:
    return [
        Attendees(
            visit=story.visit,
            part=Attendees.Part.HEAD,
            men=story.number % 2,
            women=1 - story.number % 2,
        ),
        Attendees(
            visit=story.visit,
            part=Attendees.Part.TEACHER,
            men=chance.randint(1, 6),
            women=chance.randint(3, 12),
        ),
    ]


def _score(story: Story, chance: Random) -> int:
    """Scores rise slowly with each visit to a school."""
    return min(4, max(1, 1 + story.number // 10 + chance.randint(0, 2)))


def _transitions(story: Story, crew: Crew) -> list[Transition]:
    visit = story.visit
    path = PATHS[visit.state]
    rows = []
    for number, (before, after) in enumerate(zip((State.PLANNED, *path), path, strict=False)):
        by_dinas = after in (State.SENT_BACK, State.VERIFIED)
        rows.append(
            Transition(
                visit=visit,
                from_state=before,
                to_state=after,
                by=crew.officer if by_dinas else visit.facilitator,
                at=timezone.make_aware(datetime.combine(visit.date, time(14 + number, 5)))
                + timedelta(days=number),
                reason=texts.SENT_BACK_REASON if after == State.SENT_BACK else "",
            )
        )
    return rows
