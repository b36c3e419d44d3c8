"""Where a sheet's header row stands, and which of its columns is which."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from django.utils.translation import gettext as _
from rapidfuzz import fuzz

from portal.imports.columns import Column
from portal.imports.reading import Unreadable

ROWS_LOOKED_AT = 50
ROWS_SAMPLED, SAMPLES, LONGEST_SAMPLE = 200, 3, 40
ALIKE = 88  # of 100: one letter wrong or missing in a word of seven or more
LONG_ENOUGH = 6  # shorter names are matched as they are, or `PD` would be `BP`


@dataclass(frozen=True)
class Header:
    """The header row: its number from 1, its texts, and column name → position from 0."""

    row: int
    headers: list[str]
    matching: dict[str, int]


class NoHeader(Unreadable):
    """No row has all the columns that are needed; `nearest` is the one that has most."""

    def __init__(self, message: str, nearest: Header | None):
        super().__init__(message)
        self.nearest = nearest


def normal(text: str) -> str:
    """A header as it is compared: lower case, without accents, spaces and punctuation."""
    plain = unicodedata.normalize("NFKD", text)
    return re.sub(r"[\W_]+", "", "".join(c for c in plain if not unicodedata.combining(c))).lower()


def find_header(rows: Iterable[list[str]], columns: Sequence[Column]) -> Header:
    """The row among the first 50 that names most columns, all required ones among them.

    Raises NoHeader with a sentence that names what is missing.
    """
    best: Header | None = None
    for number, row in enumerate(rows, 1):
        if number > ROWS_LOOKED_AT:
            break
        header = Header(number, row, match(row, columns))
        if header.matching and (best is None or len(header.matching) > len(best.matching)):
            best = header
    missing = missing_columns(best.matching if best else {}, columns)
    if best is not None and not missing:
        return best
    names = ", ".join(str(column.label) for column in missing)
    if best is None or len(best.matching) < 2:
        raise NoHeader(
            _(
                "Baris judul kolom tidak ditemukan pada 50 baris pertama. Berkas harus memuat "
                "kolom: %(names)s."
            )
            % {"names": names},
            best,
        )
    raise NoHeader(
        _("Baris %(row)d tampaknya judul kolom, tetapi kolom ini tidak ada: %(names)s.")
        % {"row": best.row, "names": names},
        best,
    )


def samples_below(rows: Iterable[list[str]], header: Header) -> list[list[str]]:
    """The first texts that stand below each header, by position; a few rows are looked at."""
    samples: list[list[str]] = [[] for _header in header.headers]
    for row in islice(rows, header.row, header.row + ROWS_SAMPLED):
        for found, cell in zip(samples, row, strict=False):
            if cell.strip() and len(found) < SAMPLES:
                found.append(cell.strip()[:LONGEST_SAMPLE])
    return samples


def missing_columns(matching: dict[str, int], columns: Sequence[Column]) -> list[Column]:
    """The required columns that nothing is matched with."""
    return [column for column in columns if column.required and column.name not in matching]


def match(headers: list[str], columns: Sequence[Column]) -> dict[str, int]:
    """Column name → position of its header: by its usual names first, then by likeness."""
    texts = [normal(header) for header in headers]
    matching: dict[str, int] = {}
    taken: set[int] = set()
    for alike in (_same, _alike):
        for column in columns:
            if column.name in matching:
                continue
            position = _position(texts, column, taken, alike)
            if position is not None:
                matching[column.name] = position
                taken.add(position)
    return matching


def _position(texts: list[str], column: Column, taken: set[int], alike) -> int | None:
    names = [normal(name) for name in column.names]
    for name in names:
        for position, text in enumerate(texts):
            if position not in taken and text and alike(text, name):
                return position
    return None


def _same(text: str, name: str) -> bool:
    return text == name


def _alike(text: str, name: str) -> bool:
    return min(len(text), len(name)) >= LONG_ENOUGH and fuzz.ratio(text, name) >= ALIKE
