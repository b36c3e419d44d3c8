"""What the cooperation consists of: agreements, visits and their follow-ups, trainings."""

from mentoring.models.agreements import Agreement, Clause, Party
from mentoring.models.assignments import Assignment
from mentoring.models.evidence import Evidence
from mentoring.models.facilitators import Ceiling, PlanningDefaults
from mentoring.models.feeds import CalendarFeed
from mentoring.models.follow_ups import FollowUp
from mentoring.models.holidays import Holiday
from mentoring.models.instruments import Instrument, InstrumentItem, VisitKind
from mentoring.models.need import NeedWeights, SchoolNeed
from mentoring.models.trainings import Attendance, Participant, Session, Training
from mentoring.models.visits import (
    Answer,
    Attendees,
    DiscussedIndicator,
    Transition,
    Visit,
)
from mentoring.models.year_plans import VisitMove, YearPlan

__all__ = [
    "Agreement",
    "Answer",
    "Assignment",
    "Attendance",
    "Attendees",
    "CalendarFeed",
    "Ceiling",
    "Clause",
    "DiscussedIndicator",
    "Evidence",
    "FollowUp",
    "Holiday",
    "Instrument",
    "InstrumentItem",
    "NeedWeights",
    "Participant",
    "Party",
    "PlanningDefaults",
    "SchoolNeed",
    "Session",
    "Training",
    "Transition",
    "Visit",
    "VisitKind",
    "VisitMove",
    "YearPlan",
]
