"""A target proposed from what a place has done so far."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from indicators.figures import is_on_a_scale
from indicators.models import Direction, Indicator, Measurement

YEARS_AHEAD = 3


@dataclass(frozen=True)
class Proposal:
    """Where a place would be after some years if it went on as on average so far."""

    baseline_year: int
    baseline: Decimal
    year: int
    value: Decimal
    yearly: Decimal
    years: int  # how many years the mean change is of


def proposal_of(indicator: Indicator, figures: Sequence[Measurement]) -> Proposal | None:
    """From the mean yearly change of a place's comparable figures, oldest first; None without two.

    The mean change from the first to the last year: (last − first) ÷ years between. A place that
    got worse is proposed to stay where it is. On a scale of 0–100 nothing is proposed beyond it.
    """
    known = [one for one in figures if one.value is not None and indicator.can_compare(one.year)]
    if len(known) < 2:
        return None
    first, last = known[0], known[-1]
    years = last.year - first.year
    yearly = (last.value - first.value) / years
    worse = yearly > 0 if indicator.direction == Direction.DOWN else yearly < 0
    value = last.value if worse else last.value + yearly * YEARS_AHEAD
    if is_on_a_scale(indicator):
        value = min(value, Decimal(100))
    value = max(value, Decimal(0)).quantize(Decimal("0.1"))
    return Proposal(last.year, last.value, last.year + YEARS_AHEAD, value, yearly, years)
