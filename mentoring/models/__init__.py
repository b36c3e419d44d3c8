"""What the cooperation consists of: agreements, visits and their follow-ups, trainings."""

from mentoring.models.agreements import Agreement, Clause, Party
from mentoring.models.assignments import Assignment
from mentoring.models.bundles import Bundle
from mentoring.models.evidence import Evidence
from mentoring.models.follow_ups import FollowUp
from mentoring.models.instruments import Instrument, InstrumentItem, VisitKind
from mentoring.models.papers import Paper
from mentoring.models.trainings import Attendance, Participant, Session, Training
from mentoring.models.visits import (
    Answer,
    Attendees,
    DiscussedIndicator,
    Transition,
    Visit,
)

__all__ = [
    "Agreement",
    "Answer",
    "Assignment",
    "Attendance",
    "Attendees",
    "Bundle",
    "Clause",
    "DiscussedIndicator",
    "Evidence",
    "FollowUp",
    "Instrument",
    "InstrumentItem",
    "Paper",
    "Participant",
    "Party",
    "Session",
    "Training",
    "Transition",
    "Visit",
    "VisitKind",
]
