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
from indicators.models.spm import Part, Quarter, Service, SpmOfficialIndex, SpmRequirement
from indicators.models.sums import SchoolSums
from indicators.models.targets import Standing, Target
from indicators.models.years import FigureYear, FigureYearStep

__all__ = [
    "Colour",
    "Direction",
    "FigureYear",
    "FigureYearStep",
    "Group",
    "Headcount",
    "Indicator",
    "IndicatorSet",
    "Measurement",
    "Part",
    "Quarter",
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
