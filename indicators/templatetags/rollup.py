"""Tags of tables of figures that schools give their areas."""

import math
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from indicators import figures
from indicators.models import Measurement, RollUp
from indicators.rollup.queries import PartRow
from indicators.rollup.rules import RolledUp
from indicators.templatetags.indicators import colour_badge

register = template.Library()


@register.simple_tag
def rolled_up_figure(rolled_up: RolledUp) -> SafeString:
    """The value with its unit and the schools by colour, or in words why there is neither."""
    lines = []
    if rolled_up.value is not None:
        lines.append(_value(rolled_up))
    elif rolled_up.indicator.roll_up != RollUp.COLOURS:
        lines.append(format_html('<span class="muted">{}</span>', _("nilai tidak dapat dihitung")))
    lines += [
        format_html(
            '<span class="text-nowrap">{} {} ({})</span>',
            colour_badge(share.colour, share.label),
            _percent(share.percent),
            share.schools,
        )
        for share in rolled_up.shares
        if share.schools
    ]
    if not lines:
        lines.append(
            format_html('<span class="muted">{}</span>', _("belum ada sekolah dengan warna"))
        )
    return format_html_join(" ", "{}", ((line,) for line in lines))


def _value(rolled_up: RolledUp) -> str:
    """The value with its unit, rounded to two decimals for reading: 61,23%."""
    return _rounded(rolled_up.value, 2) + figures.SUFFIX.get(rolled_up.indicator.unit, "")


def _percent(share: Fraction) -> str:
    """A share, rounded to one decimal for reading: 33,3%."""
    return f"{_rounded(share, 1)}%"


def _rounded(value: Fraction, places: int) -> str:
    step = 10**places
    return figures.plain(Decimal(math.floor(value * step + Fraction(1, 2))) / step)


@register.simple_tag
def part_rows(parts: Iterable[PartRow]) -> SafeString:
    """The rows of areas side by side, a cell an indicator: R 61,2% over S 60,11%.

    R is what the Rapor prints for the area, S what its schools give; where they give no value, H
    is their share of green. In Python, because a province has hundreds of cells.
    """
    return format_html_join(
        "\n",
        '<tr><th scope="row"><a href="{}">{}</a></th>{}</tr>',
        (
            (
                reverse("indicators:area", args=[part.area.pk]),
                part.area.name,
                format_html_join(
                    "",
                    '<td class="numeric text-nowrap">{}</td>',
                    ((_cell(*cell),) for cell in part.cells),
                ),
            )
            for part in parts
        ),
    )


def _cell(rolled_up: RolledUp, official: Measurement | None) -> SafeString:
    lines = []
    if official:
        printed = figures.written(official.indicator, official.value)
        lines.append(("R", _("resmi"), official.label if official.value is None else printed))
    if rolled_up.value is not None:
        lines.append(("S", _("dari sekolah"), _value(rolled_up)))
    elif rolled_up.coloured:
        green = Fraction(100 * rolled_up.sums.green, rolled_up.coloured)
        lines.append(("H", _("sekolah hijau"), _percent(green)))
    if not lines:
        return SafeString("–")
    return format_html_join(SafeString("<br>"), '<abbr title="{1}">{0}</abbr> {2}', lines)
