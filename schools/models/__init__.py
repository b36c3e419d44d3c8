"""The registry: schools, who signs in for them, and the programmes that they take part in."""

from schools.models.kinds import FORMS_OF_STAGE, Accreditation, Form, Stage, Status
from schools.models.programmes import Membership, Programme
from schools.models.schools import NPSN_PATTERN, School, SchoolAccount, in_school_scope

__all__ = [
    "FORMS_OF_STAGE",
    "NPSN_PATTERN",
    "Accreditation",
    "Form",
    "Membership",
    "Programme",
    "School",
    "SchoolAccount",
    "Stage",
    "Status",
    "in_school_scope",
]
