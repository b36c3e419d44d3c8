"""The catalogue of indicators, sets of them, measured values of schools and areas, SPM counts."""

from indicators.models.catalogue import (
    Colour,
    Direction,
    Indicator,
    IndicatorSet,
    SetMember,
    Unit,
)
from indicators.models.measurements import Measurement, Rank, Sex, held_by
from indicators.models.spm import Part, Quarter, Service, SpmOfficialIndex, SpmRequirement
from indicators.models.years import FigureYear, FigureYearStep

__all__ = [
    "Colour",
    "Direction",
    "FigureYear",
    "FigureYearStep",
    "Indicator",
    "IndicatorSet",
    "Measurement",
    "Part",
    "Quarter",
    "Rank",
    "Service",
    "SetMember",
    "Sex",
    "SpmOfficialIndex",
    "SpmRequirement",
    "Unit",
    "held_by",
]
