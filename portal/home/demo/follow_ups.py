"""The demo's follow-ups: open, late, sent back, waiting for verification and verified."""

from datetime import datetime, time, timedelta
from random import Random

from django.utils import timezone

from mentoring.models import FollowUp, FollowUpStep, Visit
from portal.home.demo import texts
from portal.home.demo.people import Crew
from portal.home.demo.stories import Story

Owner, Priority, State = FollowUp.Owner, FollowUp.Priority, FollowUp.State
PRIORITIES = (Priority.HIGH, Priority.MEDIUM, Priority.MEDIUM, Priority.LOW)
PATHS = {
    State.OPEN: (),
    State.DONE: (State.IN_PROGRESS, State.DONE),
    State.RETURNED: (State.DONE, State.RETURNED),
    State.VERIFIED: (State.IN_PROGRESS, State.DONE, State.VERIFIED),
}


def make_follow_ups(stories: list[Story], crew: Crew, chance: Random) -> None:
    """One follow-up a report, with the steps that led to where it stands."""
    made = [_follow_up(story, crew, chance) for story in stories]
    FollowUp.objects.bulk_create(made)
    FollowUpStep.objects.bulk_create(row for made_one in made for row in _steps(made_one, crew))


def _follow_up(story: Story, crew: Crew, chance: Random) -> FollowUp:
    visit = story.visit
    due_on = visit.date + timedelta(days=chance.choice((21, 30, 45, 60)))
    state = _state(story, (timezone.localdate() - due_on).days, chance)
    of_school = bool(story.number % 3)
    return FollowUp(
        visit=visit,
        description=story.theme.action,
        owner=Owner.SCHOOL if of_school else Owner.FACILITATOR,
        owner_name="Kepala sekolah" if of_school else "",
        owner_person=None if of_school else visit.facilitator,
        priority=PRIORITIES[story.number % len(PRIORITIES)],
        due_on=due_on,
        indicator=story.indicator,
        state=state,
        version=1 + len(PATHS[state]),
        result="" if state == State.OPEN else story.theme.result,
        reported_by=visit.facilitator if state in (State.DONE, State.VERIFIED) else None,
        verified_by=crew.officer if state == State.VERIFIED else None,
    )


def _state(story: Story, age: int, chance: Random) -> str:
    """Old ones are verified; of those that fell due lately some wait for it, some were sent back."""
    verified = story.visit.state == Visit.State.VERIFIED
    done = age > 120 or (verified and chance.random() < 0.5 and age > 0)
    if done:
        return State.VERIFIED if verified and age > 30 else State.DONE
    return State.RETURNED if verified and age > 0 and story.number % 4 == 0 else State.OPEN


def _steps(follow_up: FollowUp, crew: Crew) -> list[FollowUpStep]:
    path = PATHS[follow_up.state]
    visit = follow_up.visit
    rows = []
    for number, (before, after) in enumerate(zip((State.OPEN, *path), path, strict=False)):
        judged = after in (State.VERIFIED, State.RETURNED)
        day = min(follow_up.due_on + timedelta(days=number - 2), timezone.localdate())
        rows.append(
            FollowUpStep(
                follow_up=follow_up,
                from_state=before,
                to_state=after,
                by=crew.officer if judged else visit.facilitator,
                at=timezone.make_aware(datetime.combine(day, time(9 + number, 15))),
                reason=texts.RETURNED_REASON if after == State.RETURNED else "",
            )
        )
    return rows
