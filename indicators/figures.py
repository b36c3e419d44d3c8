"""Reading a figure as people type it, and writing it as reports print it.

Indonesian decimals have a comma and thousands a dot; people paste values with a decimal dot too.
A dot before exactly three digits is a thousand to one reader and a decimal to another: refused.
"""

import re
from decimal import Decimal

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from indicators.models import Indicator, Unit
from portal.operations import Refused

MOST_DECIMALS = 4
LARGEST = Decimal("99999.9999")  # what the column of Measurement.value holds
NUMBER = re.compile(r"([0-9]+)(?:[.,]([0-9]+))?")
THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(\.[0-9]{3})+(,[0-9]*)?|[0-9]+(,[0-9]{3})+\.[0-9]*")
ON_A_SCALE = {Unit.PERCENT, Unit.SCORE}  # 0–100
PARTICIPATION_RATE = re.compile(r"\bAP[KSM]\b|\bAngka Partisipasi\b")
SUFFIX = {Unit.PERCENT: "%", Unit.SCORE: " skor", Unit.MONTHS: " bulan"}

TOO_MANY_DECIMALS = gettext_lazy(
    "Paling banyak %d angka di belakang koma. Tulis nilai seperti tercetak di rapor, "
    "karena portal tidak memotong angka."
)
ABOVE_HUNDRED = gettext_lazy("di atas 100%: periksa pembilang dan penyebut")
# How to type a value, by unit.
WORDS = {
    Unit.PERCENT: gettext_lazy("Dalam persen, 0 sampai 100, misalnya 71,43."),
    Unit.SCORE: gettext_lazy("Skor 0 sampai 100, misalnya 68,2."),
    Unit.MONTHS: gettext_lazy("Dalam bulan, misalnya 3,5."),
}
RATE_WORDS = gettext_lazy(
    "Dalam persen, misalnya 71,43. Nilai di atas 100 disimpan apa adanya, dengan peringatan."
)
OTHER_WORDS = gettext_lazy("Tulis seperti tercetak di rapor, dengan koma untuk desimal.")


def read(text: str, indicator: Indicator) -> Decimal:
    """The number in `text`, e.g. 71,43 or 71.43 or 71,43% for an indicator in percent.

    Raises Refused, with what to type instead, when it cannot be read in exactly one way.
    """
    typed = _without_percent(text, indicator)
    if THOUSANDS.fullmatch(typed):
        raise Refused(
            _(
                "“%s” terbaca sebagai ribuan. Tulis desimal dengan koma, misalnya 71,43, "
                "tanpa pemisah ribuan."
            )
            % typed
        )
    found = NUMBER.fullmatch(typed.removeprefix("-"))
    if found is None:
        raise Refused(_("“%s” bukan angka. Tulis angka saja, misalnya 71,43.") % typed)
    if typed.startswith("-"):
        raise Refused(_("Nilai tidak boleh kurang dari 0."))
    whole, decimals = found.groups()
    if len(decimals or "") > MOST_DECIMALS:
        raise Refused(TOO_MANY_DECIMALS % MOST_DECIMALS)
    return Decimal(f"{whole}.{decimals or 0}")


def _without_percent(text: str, indicator: Indicator) -> str:
    """What was typed without white space, the sign of percent and typographic minus signs."""
    typed = text.strip().replace("\N{NO-BREAK SPACE}", "").replace("\N{MINUS SIGN}", "-")
    if not typed.endswith("%"):
        return typed
    if indicator.unit != Unit.PERCENT:
        raise Refused(_("Indikator ini tidak dalam persen. Tulis angkanya saja, tanpa %."))
    return typed[:-1].rstrip()


def may_exceed_hundred(indicator: Indicator) -> bool:
    """Whether a percentage above 100 is possible: the participation rates APK, APS and APM.

    APK counts pupils of any age over residents of the official age; APS and APM pass 100 where
    pupils are counted by Dapodik and residents by somebody else (domain notes §5). The gap between
    groups of a rate is no rate itself.
    """
    if indicator.unit != Unit.PERCENT or indicator.name.startswith("Kesenjangan"):
        return False
    return PARTICIPATION_RATE.search(indicator.name) is not None


def exceeds_hundred(indicator: Indicator, value: Decimal | None) -> bool:
    """Whether a percentage passes 100: kept as it is, with a warning (ABOVE_HUNDRED)."""
    return indicator.unit == Unit.PERCENT and value is not None and value > 100


def how_to_type(indicator: Indicator) -> str:
    """What stands beside the field of an indicator's value: its unit, its range, an example."""
    if may_exceed_hundred(indicator):
        return RATE_WORDS
    return WORDS.get(indicator.unit, OTHER_WORDS)


def check_range(indicator: Indicator, value: Decimal) -> None:
    """Refuse a value that an indicator of this unit cannot have (percent and score: 0–100).

    A participation rate may pass 100: it is kept raw, and `exceeds_hundred` warns.
    """
    if value < 0:
        raise Refused(_("Nilai tidak boleh kurang dari 0."))
    if value > LARGEST:
        raise Refused(_("Nilai ini terlalu besar. Periksa kembali angkanya."))
    if value <= 100 or may_exceed_hundred(indicator):
        return
    if indicator.unit == Unit.PERCENT:
        raise Refused(
            _("Persentase ini harus antara 0 dan 100. Periksa kembali: %s.") % plain(value)
        )
    if indicator.unit == Unit.SCORE:
        raise Refused(_("Skor harus antara 0 dan 100. Periksa kembali: %s.") % plain(value))


def is_on_a_scale(indicator: Indicator) -> bool:
    """Whether the indicator's values lie on a scale of 0–100."""
    return indicator.unit in ON_A_SCALE


def plain(value: Decimal) -> str:
    """All decimals that the value has and no more, with a comma: 71,43."""
    return formats.localize(value.normalize() + 0, use_l10n=True)


def written(indicator: Indicator, value: Decimal | None) -> str:
    """The value with its unit: 71,43%, 68,2 skor, 3,5 bulan; a ratio stands alone.

    Where the report prints a label without a value, that is said.
    """
    if value is None:
        return _("label saja")
    return plain(value) + SUFFIX.get(indicator.unit, "")
