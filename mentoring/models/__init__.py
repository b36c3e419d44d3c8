"""What the cooperation consists of: agreements, visits and their follow-ups, trainings."""

from mentoring.models.agreements import Agreement, Clause, Party
from mentoring.models.assignments import Assignment
from mentoring.models.comments import Comment, Mention
from mentoring.models.confirmations import Confirmation
from mentoring.models.evidence import Evidence
from mentoring.models.follow_ups import FollowUp
from mentoring.models.instruments import Instrument, InstrumentItem, VisitKind
from mentoring.models.places import PlaceProof
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
    "Clause",
    "Comment",
    "Confirmation",
    "DiscussedIndicator",
    "Evidence",
    "FollowUp",
    "Instrument",
    "InstrumentItem",
    "Mention",
    "Participant",
    "Party",
    "PlaceProof",
    "Session",
    "Training",
    "Transition",
    "Visit",
    "VisitKind",
]
