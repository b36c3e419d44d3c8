"""What the cooperation consists of: agreements, visits and their follow-ups, trainings."""

from mentoring.models.addenda import Addendum
from mentoring.models.agreements import Agreement, Clause, Party
from mentoring.models.assignments import Assignment
from mentoring.models.evidence import Evidence
from mentoring.models.follow_ups import FollowUp
from mentoring.models.instruments import Instrument, InstrumentItem, VisitKind
from mentoring.models.progress_reports import ProgressReport, ReportSignature
from mentoring.models.regulations import Regulation, RegulationStep
from mentoring.models.trainings import Attendance, Participant, Session, Training
from mentoring.models.visits import (
    Answer,
    Attendees,
    DiscussedIndicator,
    Transition,
    Visit,
)
from mentoring.models.work_plans import Activity, ActivityIndicator, ActivityMonth, WorkPlan

__all__ = [
    "Activity",
    "ActivityIndicator",
    "ActivityMonth",
    "Addendum",
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
    "ProgressReport",
    "Regulation",
    "RegulationStep",
    "ReportSignature",
    "Session",
    "Training",
    "Transition",
    "Visit",
    "VisitKind",
    "WorkPlan",
]
