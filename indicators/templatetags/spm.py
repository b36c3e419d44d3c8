"""Filters of the pages of the SPM index."""

from decimal import Decimal
from fractions import Fraction

from django import template

from indicators.counts import PLACES, written_count, written_exact, written_weight

register = template.Library()


@register.filter
def count(value: Decimal) -> str:
    """A count as it is written: 1.234."""
    return written_count(value)


@register.filter
def exact(value: Fraction | None, places: int = PLACES) -> str:
    """An exact number, cut and not rounded: 59,9999…; – for none."""
    return "–" if value is None else written_exact(value, places)


@register.filter
def weight(value: Fraction) -> str:
    """A weight: 0,80."""
    return written_weight(value)
