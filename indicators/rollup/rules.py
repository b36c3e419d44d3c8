"""How the figures of schools become one of their area: by a rule that each indicator carries.

Exact throughout: nothing is rounded before it is shown.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple, Self

from django.utils.translation import gettext as _

from indicators.models import Colour, Indicator, RollUp, Unit


class Sums(NamedTuple):
    """What the figures of some schools add up to (fields as in SchoolSums)."""

    schools: int = 0
    weighed: int = 0
    weighted_sum: Decimal = Decimal(0)
    weights: Decimal = Decimal(0)
    parted: int = 0
    numerators: Decimal = Decimal(0)
    denominators: Decimal = Decimal(0)
    red: int = 0
    yellow: int = 0
    green: int = 0

    @classmethod
    def total(cls, parts: Sequence[Self]) -> Self:
        """The sums of several groups of schools as those of one."""
        return cls(*map(sum, zip(*parts, strict=True))) if parts else cls()


@dataclass(frozen=True)
class Share:
    """The schools of one colour among those that have a colour."""

    colour: Colour
    label: str
    schools: int
    percent: Fraction


@dataclass(frozen=True)
class RolledUp:
    """A figure of an area that its schools' figures give, by the rule of the indicator."""

    indicator: Indicator
    sums: Sums

    @property
    def value(self) -> Fraction | None:
        """In the indicator's unit; None where the rule gives no value, or no school has its parts.

        Weighted: Σ value × pupils ÷ Σ pupils. Ratio: Σ numerators ÷ Σ denominators, × 100 where
        the unit is percent.
        """
        rule, sums = self.indicator.roll_up, self.sums
        if rule == RollUp.WEIGHTED and sums.weights:
            return Fraction(sums.weighted_sum) / Fraction(sums.weights)
        if rule == RollUp.RATIO and sums.denominators:
            scale = 100 if self.indicator.unit == Unit.PERCENT else 1
            return scale * Fraction(sums.numerators) / Fraction(sums.denominators)
        return None

    @property
    def coloured(self) -> int:
        """How many schools have a colour."""
        return self.sums.red + self.sums.yellow + self.sums.green

    @property
    def shares(self) -> list[Share]:
        """The schools by colour, which every rule leaves readable; empty where none has one."""
        counted = {
            Colour.RED: self.sums.red,
            Colour.YELLOW: self.sums.yellow,
            Colour.GREEN: self.sums.green,
        }
        return [
            Share(
                colour, self.indicator.labels.get(colour, ""), n, Fraction(100 * n, self.coloured)
            )
            for colour, n in counted.items()
            if self.coloured
        ]

    @property
    def used(self) -> int:
        """How many schools the figure is made of."""
        rule, sums = self.indicator.roll_up, self.sums
        return {
            RollUp.WEIGHTED: sums.weighed,
            RollUp.RATIO: sums.parted,
            RollUp.COLOURS: self.coloured,
        }.get(rule, 0)

    @property
    def unused(self) -> int:
        """How many schools have a figure, but not the part that the rule needs."""
        return self.sums.schools - self.used

    @property
    def lacks(self) -> str:
        """What the schools that are not part of the figure lack."""
        return {
            RollUp.WEIGHTED: _("nilai beserta jumlah peserta"),
            RollUp.RATIO: _("pembilang dan penyebut"),
            RollUp.COLOURS: _("warna"),
        }.get(self.indicator.roll_up, "")
