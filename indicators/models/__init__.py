"""The catalogue of indicators, sets of them, measured values of schools and areas, SPM counts."""

from indicators.models.catalogue import (
    Colour,
    Direction,
    Indicator,
    IndicatorSet,
    RollUp,
    SetMember,
    Unit,
)
from indicators.models.measurements import Measurement, Rank, Sex, held_by
from indicators.models.participation import Group, Headcount
from indicators.models.quality import FindingAcceptance, QualityRule, QualityRulePart
from indicators.models.spm import Part, Quarter, Service, SpmOfficialIndex, SpmRequirement
from indicators.models.sums import SchoolSums
from indicators.models.targets import Standing, Target
from indicators.models.years import FigureYear, FigureYearStep

__all__ = [
    "Colour",
    "Direction",
    "FigureYear",
    "FigureYearStep",
    "FindingAcceptance",
    "Group",
    "Headcount",
    "Indicator",
    "IndicatorSet",
    "Measurement",
    "Part",
    "Quarter",
    "QualityRule",
    "QualityRulePart",
    "Rank",
    "RollUp",
    "SchoolSums",
    "Service",
    "SetMember",
    "Sex",
    "SpmOfficialIndex",
    "SpmRequirement",
    "Standing",
    "Target",
    "Unit",
    "held_by",
]
