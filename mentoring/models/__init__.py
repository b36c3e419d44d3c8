"""What the cooperation consists of: agreements, visits and their follow-ups, trainings."""

from mentoring.models.addenda import Addendum
from mentoring.models.agreements import Agreement, Clause, Party
from mentoring.models.answers import Answer, AnswerChoice
from mentoring.models.assignments import Assignment
from mentoring.models.bundles import Bundle
from mentoring.models.comments import Comment, Mention
from mentoring.models.confirmations import Confirmation
from mentoring.models.evidence import Evidence
from mentoring.models.facilitators import Ceiling, PlanningDefaults
from mentoring.models.feeds import CalendarFeed
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
from mentoring.models.need import NeedWeights, SchoolNeed
from mentoring.models.papers import Paper
from mentoring.models.places import PlaceProof
from mentoring.models.posts import PerformancePost
from mentoring.models.progress_reports import ProgressReport, ReportSignature
from mentoring.models.regulations import Regulation, RegulationStep
from mentoring.models.review_parts import ReviewIssue, ReviewStep, ReviewTarget
from mentoring.models.reviews import Review
from mentoring.models.snippets import Snippet
from mentoring.models.trainings import Attendance, Participant, Session, Training
from mentoring.models.transitions import Transition, VisitCompanion
from mentoring.models.visits import (
    Attendees,
    DiscussedIndicator,
    Visit,
)
from mentoring.models.work_plans import Activity, ActivityIndicator, ActivityMonth, WorkPlan
from mentoring.models.year_plans import YearPlan

__all__ = [
    "Activity",
    "ActivityIndicator",
    "ActivityMonth",
    "Addendum",
    "Agreement",
    "Answer",
    "AnswerChoice",
    "Assignment",
    "Attendance",
    "Attendees",
    "Bundle",
    "CalendarFeed",
    "Ceiling",
    "Clause",
    "Comment",
    "Confirmation",
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
    "Mention",
    "NeedWeights",
    "Paper",
    "ItemChoice",
    "ItemKind",
    "Participant",
    "Party",
    "PerformancePost",
    "PlaceProof",
    "PlanningDefaults",
    "ProgressReport",
    "Regulation",
    "RegulationStep",
    "ReportSignature",
    "Review",
    "ReviewIssue",
    "ReviewStep",
    "ReviewTarget",
    "SchoolNeed",
    "Session",
    "ShownHow",
    "Snippet",
    "Training",
    "Transition",
    "Visit",
    "VisitCompanion",
    "VisitKind",
    "WorkPlan",
    "YearPlan",
]
