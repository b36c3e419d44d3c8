"""The relative change that school exports print, beside which points are another figure.

Points are `indicators.queries.Change`; whoever shows one of both names it (domain notes §3, Two kinds
of change). Files are checked against the same rule in SQL (indicators/imports/cleaning.py, CHANGE).
"""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from django.utils import formats
from django.utils.translation import gettext as _


def relative_change(new: Decimal, old: Decimal) -> Fraction:
    """(new − old) ÷ old in percent, exact; 0 for equal values, 100 from a base of zero."""
    if new == old:
        return Fraction(0)
    if not old:
        return Fraction(100)
    return (Fraction(new) - Fraction(old)) / Fraction(old) * 100


def written_relative(change: Fraction) -> str:
    """Naik 12,34%, Turun 4,55% or Tidak berubah, as the Rapor prints it."""
    if not change:
        return _("Tidak berubah")
    size = Decimal(abs(change.numerator)) / Decimal(change.denominator)
    text = formats.number_format(size.quantize(Decimal("0.01"), ROUND_HALF_UP), 2)
    return (_("Naik %s%%") if change > 0 else _("Turun %s%%")) % text
