"""The registry: schools, who signs in for them, their counts, and the programmes they take part in."""

from schools.models.described import DATED_FACTS, NPSN_PATTERN, in_school_scope
from schools.models.duplicates import DistinctPair, Merger
from schools.models.kinds import FORMS_OF_STAGE, Accreditation, Form, Stage, State, Status
from schools.models.programmes import Membership, Programme, membership_name
from schools.models.proposals import Decision, Proposal, ProposedChange
from schools.models.schools import DatedSchool, PastFacts, School, SchoolAccount
from schools.models.yearly import YearlyFigures

__all__ = [
    "DATED_FACTS",
    "FORMS_OF_STAGE",
    "NPSN_PATTERN",
    "Accreditation",
    "DatedSchool",
    "Decision",
    "DistinctPair",
    "Form",
    "Membership",
    "Merger",
    "PastFacts",
    "Programme",
    "Proposal",
    "ProposedChange",
    "School",
    "SchoolAccount",
    "Stage",
    "State",
    "Status",
    "YearlyFigures",
    "in_school_scope",
    "membership_name",
]
