"""What the cooperation consists of: agreements, visits and their follow-ups, trainings."""

from mentoring.models.agreements import Agreement, Clause, Party
from mentoring.models.answers import Answer, AnswerChoice
from mentoring.models.assignments import Assignment
from mentoring.models.evidence import Evidence
from mentoring.models.follow_up_evidence import FollowUpEvidence
from mentoring.models.follow_ups import FollowUp, FollowUpReminder, FollowUpStep
from mentoring.models.holidays import Holiday
from mentoring.models.instruments import (
    Instrument,
    InstrumentItem,
    InstrumentSection,
    ItemChoice,
    VisitKind,
)
from mentoring.models.issues import Issue, IssueStep
from mentoring.models.kinds import Given, ItemKind, ShownHow
from mentoring.models.snippets import Snippet
from mentoring.models.trainings import Attendance, Participant, Session, Training
from mentoring.models.transitions import Transition, VisitCompanion
from mentoring.models.visits import (
    Attendees,
    DiscussedIndicator,
    Visit,
)

__all__ = [
    "Agreement",
    "Answer",
    "AnswerChoice",
    "Assignment",
    "Attendance",
    "Attendees",
    "Clause",
    "DiscussedIndicator",
    "Evidence",
    "FollowUp",
    "FollowUpEvidence",
    "FollowUpReminder",
    "FollowUpStep",
    "Given",
    "Holiday",
    "Instrument",
    "InstrumentItem",
    "InstrumentSection",
    "Issue",
    "IssueStep",
    "ItemChoice",
    "ItemKind",
    "Participant",
    "Party",
    "Session",
    "ShownHow",
    "Snippet",
    "Training",
    "Transition",
    "Visit",
    "VisitCompanion",
    "VisitKind",
]
