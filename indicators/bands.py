"""Which colour a value has, where the ministry published the cut-offs.

Source of A.1 and A.2: Kurang below 40 %, Sedang 40–70 % inclusive, Baik above 70 %; of B.16: Kurang
below 60, Sedang 60–70, Baik above 70 (domain notes §3 and §4; columns batas_kuning and batas_hijau
of data/rapor_indicators.csv). Where nothing is published, nothing is computed: the colour and the
word come from the report.
"""

from decimal import Decimal

from django.utils.translation import gettext as _

from indicators.figures import is_on_a_scale, plain
from indicators.models import Colour, Direction, Indicator

END_OF_SCALE = 100


def has_cut_offs(indicator: Indicator) -> bool:
    """Whether at least one cut-off of the indicator is published."""
    return indicator.yellow_from is not None or indicator.green_above is not None


def open_colours(indicator: Indicator, value: Decimal) -> set[Colour]:
    """The colours that the published cut-offs leave open for a value; all three without cut-offs.

    Where only one cut-off is published (E.4), more than one colour may stay open.
    """
    if not has_cut_offs(indicator):
        return set(Colour)
    # Lower is better: the same rule, mirrored.
    sign = -1 if indicator.direction == Direction.DOWN else 1
    left = set(Colour)
    if indicator.yellow_from is not None:
        if sign * value < sign * indicator.yellow_from:
            return {Colour.RED}
        left.discard(Colour.RED)
    if indicator.green_above is not None:
        if sign * value > sign * indicator.green_above:
            return {Colour.GREEN}
        if not _ends_the_scale(indicator, value):
            left.discard(Colour.GREEN)
    return left


def _ends_the_scale(indicator: Indicator, value: Decimal) -> bool:
    """A full 100 cannot be passed: with "green above 100", reaching it leaves green open."""
    return is_on_a_scale(indicator) and value == indicator.green_above == END_OF_SCALE


def band(indicator: Indicator, value: Decimal) -> Colour | None:
    """The one colour that the published cut-offs give a value; None where they do not decide it."""
    left = open_colours(indicator, value)
    return left.pop() if len(left) == 1 else None


def cut_offs(indicator: Indicator) -> str:
    """The published cut-offs in words: Kurang di bawah 40, Sedang 40–70, Baik di atas 70."""
    low, high = indicator.yellow_from, indicator.green_above
    if indicator.direction == Direction.DOWN:
        red, green = _("di atas %s"), _("di bawah %s")
        middle = (high, low)
    else:
        red, green = _("di bawah %s"), _("di atas %s")
        middle = (low, high)
    words = indicator.labels
    parts = []
    if low is not None:
        parts.append(f"{words.get(Colour.RED, '')} {red % plain(low)}")
    if None not in middle:
        between = "–".join(plain(edge) for edge in middle)
        parts.append(f"{words.get(Colour.YELLOW, '')} {between}")
    if high is not None:
        parts.append(f"{words.get(Colour.GREEN, '')} {green % plain(high)}")
    return ", ".join(parts)
