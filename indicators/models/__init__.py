"""The catalogue of indicators, sets of them, measured values of schools and areas, SPM counts."""

from indicators.models.catalogue import (
    Colour,
    Direction,
    Indicator,
    IndicatorSet,
    SetMember,
    Unit,
)
from indicators.models.measurements import Measurement, held_by
from indicators.models.spm import Part, Quarter, Service, SpmOfficialIndex, SpmRequirement

__all__ = [
    "Colour",
    "Direction",
    "Indicator",
    "IndicatorSet",
    "Measurement",
    "Part",
    "Quarter",
    "Service",
    "SetMember",
    "SpmOfficialIndex",
    "SpmRequirement",
    "Unit",
    "held_by",
]
