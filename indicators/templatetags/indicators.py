"""Tags of pages that show figures."""

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from indicators import figures
from indicators.models import Colour, FigureYear, Measurement
from portal.templatetags.portal import badge

register = template.Library()

LOOKS = {
    Colour.GREEN: ("good", "check-circle-fill"),
    Colour.YELLOW: ("middle", "dash-circle-fill"),
    Colour.RED: ("bad", "exclamation-octagon-fill"),
}


@register.simple_tag
def colour_badge(colour: str, label: str = "") -> SafeString:
    """The printed word with its colour in words, an icon and the colour itself: Baik · hijau."""
    if not colour:
        return badge("quiet", "circle", label or _("tanpa label"))
    tone, icon_name = LOOKS[colour]
    word = Colour(colour).label
    return badge(tone, icon_name, f"{label} · {word}" if label else word)


@register.filter
def figure(measurement: Measurement) -> str:
    """A figure's value with its unit: 71,43% or 68,2 skor."""
    return figures.written(measurement.indicator, measurement.value)


@register.filter
def doubt(measurement: Measurement) -> str:
    """What to look at again in a figure that is possible but unlikely; empty for others."""
    if figures.exceeds_hundred(measurement.indicator, measurement.value):
        return figures.ABOVE_HUNDRED
    return ""


@register.filter
def bar(measurement: Measurement) -> str:
    """How full the bar of a figure is, 0–100 in HTML's notation; empty off such a scale."""
    if measurement.value is None or not figures.is_on_a_scale(measurement.indicator):
        return ""
    return f"{min(measurement.value, 100):f}"


YEAR_LOOKS = {
    FigureYear.State.PROVISIONAL: ("quiet", "circle"),
    FigureYear.State.PROPOSED: ("middle", "hourglass-split"),
    FigureYear.State.APPROVED: ("good", "check-circle"),
    FigureYear.State.LOCKED: ("good", "lock"),
}


@register.simple_tag
def year_badge(figure_year: FigureYear) -> SafeString:
    """How a year of figures stands."""
    if figure_year.is_unlocked:
        return badge("middle", "unlock", _("dibuka sementara"))
    tone, icon_name = YEAR_LOOKS[figure_year.state]
    return badge(tone, icon_name, figure_year.get_state_display())


@register.filter
def year(value: int) -> str:
    """A year as it is written: 2025, without the thousands separator of other numbers."""
    return str(value)
