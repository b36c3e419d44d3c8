"""Tags of pages that show targets."""

from decimal import Decimal

from django import template

from indicators import figures
from indicators.models import Indicator, Target
from indicators.targets.lists import gap, standing_badge

register = template.Library()

register.simple_tag(standing_badge, name="standing")


@register.simple_tag
def target_gap(target: Target) -> str:
    """What is left to the target; nothing where nothing can be said."""
    return gap(target).removeprefix("–")


@register.filter
def in_unit(indicator: Indicator, value: Decimal) -> str:
    """A value in the unit of an indicator: 71,43%."""
    return figures.written(indicator, value)
