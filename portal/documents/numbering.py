"""Giving out numbers: unique and without a gap a series and year, whoever asks at the same time."""

from dataclasses import dataclass
from datetime import date

from portal.documents.models import TOKEN, Counter, NumberSeries

MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


@dataclass(frozen=True)
class Number:
    """A number as it is printed, and its place in the series of its year."""

    text: str
    year: int
    sequence: int


def take_number(code: str, on: date) -> Number:
    """The next number of a series in the year of `on`.

    Only inside a transaction: the counter is locked until it ends, so that others wait for their
    number, and one that is rolled back gives its number back. Raises NumberSeries.DoesNotExist.
    """
    series = NumberSeries.objects.get(code=code)
    counter, _made = Counter.objects.select_for_update().get_or_create(series=series, year=on.year)
    counter.last += 1
    counter.save(update_fields=["last"])
    return Number(written(series.format, counter.last, on), on.year, counter.last)


def written(format: str, sequence: int, on: date) -> str:
    """`{nomor:4}/BA/{bulan}/{tahun}` → `0012/BA/XI/2026`; everything else stays as it is."""
    values = {"nomor": str(sequence), "bulan": MONTHS[on.month - 1], "tahun": str(on.year)}
    return TOKEN.sub(lambda found: values[found[1]].zfill(int(found[2] or 0)), format)
