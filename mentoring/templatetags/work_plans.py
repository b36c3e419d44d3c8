"""Tags of the pages of the work plan and what belongs to an agreement."""

from datetime import date
from decimal import Decimal

from django import template

from mentoring.tables import progress_reports, regulations
from portal.templatetags.portal import number

register = template.Library()

register.filter("regulation_state", regulations.state_badge)
register.filter("report_state", progress_reports.state_badge)


@register.filter
def rupiah(amount: Decimal | None) -> str:
    """Rp12.500.000, with cents where there are some; – for none."""
    return "–" if amount is None else f"Rp{number(amount)}"


@register.filter
def iso_day(text: str) -> date:
    """A day that JSON keeps as text, as a date."""
    return date.fromisoformat(text)


@register.filter
def localized(text: str) -> str:
    """A number that JSON keeps as text, the way people write it: 71.43 → 71,43."""
    return number(Decimal(text))
