"""The catalogue of indicators, sets of them, and the measured values of schools and areas."""

from indicators.models.catalogue import (
    Colour,
    Direction,
    Indicator,
    IndicatorSet,
    SetMember,
    Unit,
)
from indicators.models.measurements import Measurement, Rank, Sex, held_by
from indicators.models.years import FigureYear, FigureYearStep

__all__ = [
    "Colour",
    "Direction",
    "FigureYear",
    "FigureYearStep",
    "Indicator",
    "IndicatorSet",
    "Measurement",
    "Rank",
    "SetMember",
    "Sex",
    "Unit",
    "held_by",
]
