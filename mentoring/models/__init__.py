"""What the cooperation consists of: agreements, visits and their follow-ups, trainings."""

from mentoring.models.agreements import Agreement, Clause, Party
from mentoring.models.assignments import Assignment
from mentoring.models.follow_ups import FollowUp
from mentoring.models.trainings import Attendance, Participant, Session, Training
from mentoring.models.visits import (
    Answer,
    Attendees,
    DiscussedIndicator,
    Evidence,
    Instrument,
    InstrumentItem,
    Transition,
    Visit,
    VisitKind,
)

__all__ = [
    "Agreement",
    "Answer",
    "Assignment",
    "Attendance",
    "Attendees",
    "Clause",
    "DiscussedIndicator",
    "Evidence",
    "FollowUp",
    "Instrument",
    "InstrumentItem",
    "Participant",
    "Party",
    "Session",
    "Training",
    "Transition",
    "Visit",
    "VisitKind",
]
