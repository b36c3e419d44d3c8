"""Reading counts as people type them, and writing counts and exact percentages.

A count has dots between thousands, `1.234` is one thousand two hundred and thirty-four; a
percentage is read elsewhere (indicators.figures), where `1.234` means nothing safe.
"""

import re
from decimal import ROUND_DOWN, Decimal
from fractions import Fraction

from django.utils import formats
from django.utils.translation import gettext as _

from portal.operations import Refused

MOST_DECIMALS = 2
LARGEST = Decimal("999999999999.99")  # what the columns hold
GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,([0-9]{1,2}))?")
UNGROUPED = re.compile(r"[0-9]+(?:[.,]([0-9]{1,2}))?")
THREE_DECIMALS = re.compile(r"[0-9.]+,[0-9]{3,}|[0-9]+\.[0-9]{3,}")
PLACES = 4  # how many decimals of an exact number are written


def read_count(text: str) -> Decimal:
    """The count in `text`: 1.234, 1234, 1.234,5 or 12,5. Raises Refused with what to type instead."""
    typed = re.sub(r"\s", "", text).replace("\N{MINUS SIGN}", "-")
    if re.fullmatch(r"-[0-9.,]+", typed):
        raise Refused(_("Jumlah tidak boleh kurang dari 0."))
    if GROUPED.fullmatch(typed):
        number = Decimal(typed.replace(".", "").replace(",", "."))
    elif UNGROUPED.fullmatch(typed):
        number = Decimal(typed.replace(",", "."))
    elif THREE_DECIMALS.fullmatch(typed):
        raise Refused(
            _(
                "“%s” dapat dibaca lebih dari satu cara. Pisahkan ribuan dengan titik dan desimal "
                "dengan koma, paling banyak 2 angka: 1.234 atau 1.234,5."
            )
            % typed
        )
    else:
        raise Refused(_("“%s” bukan jumlah. Tulis angka saja, misalnya 1.234.") % text.strip())
    if number > LARGEST:
        raise Refused(_("Jumlah ini terlalu besar. Periksa kembali angkanya."))
    return number


def written_count(value: Decimal | int) -> str:
    """1.234 or 1.234,5: thousands with dots, only the decimals there are."""
    return formats.number_format(Decimal(value).normalize() + 0, use_l10n=True, force_grouping=True)


def written_exact(value: Fraction, places: int = PLACES) -> str:
    """An exact number cut after `places` decimals, with … where it goes on: 59,9999….

    Cut and not rounded, so that a number never reads as a threshold that it does not reach.
    """
    scaled = abs(value) * 10**places
    cut = Decimal(scaled.numerator // scaled.denominator).scaleb(-places)
    shown = written_count(cut.quantize(Decimal(1).scaleb(-places), ROUND_DOWN))
    sign = "−" if value < 0 else ""
    return f"{sign}{shown}" if scaled.denominator == 1 else f"{sign}{_all_places(shown, places)}…"


def written_weight(weight: Fraction) -> str:
    """A weight of hundredths: 0,80."""
    return formats.number_format(Decimal(int(weight * 100)) / 100, 2, use_l10n=True)


def _all_places(shown: str, places: int) -> str:
    """The number with all its decimals, zeros too: what goes on goes on behind them."""
    whole, _comma, decimals = shown.partition(",")
    return f"{whole},{decimals.ljust(places, '0')}"
