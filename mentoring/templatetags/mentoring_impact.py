"""Filters of the page of impact: points as they are read."""

from decimal import ROUND_HALF_UP, Decimal

from django import template
from django.utils.translation import gettext as _

from indicators import figures
from indicators.impact.statistics import Estimate

register = template.Library()


@register.filter
def plain(year: int) -> str:
    """A year: 2025, without a dot."""
    return str(year)


@register.filter
def points(value: Decimal | float | None) -> str:
    """A number rounded to two decimals: 61,23; – for none."""
    return "–" if value is None else figures.plain(_rounded(value)).replace("-", "−")


@register.filter
def signed(value: Decimal | float | None) -> str:
    """A difference in points with its sign: +2,4 or −0,31; 0 for none that shows."""
    if value is None:
        return "–"
    rounded = _rounded(value)
    return ("+" if rounded > 0 else "") + points(rounded)


@register.filter
def interval(estimate: Estimate) -> str:
    """The ends of an interval in words: selang 95%: −0,4 sampai +3,1."""
    if estimate.low is None:
        return _("tanpa selang: kurang dari dua sekolah")
    return _("selang 95%%: %(low)s sampai %(high)s") % {
        "low": signed(estimate.low),
        "high": signed(estimate.high),
    }


def _rounded(value: Decimal | float) -> Decimal:
    return Decimal(str(value)).quantize(Decimal("0.01"), ROUND_HALF_UP)
