"""The Indeks Pencapaian SPM, computed exactly: sums, percentages, weights, labels.

Legal chain: PP 2/2018 → Permendagri 59/2021 → Permendikbudristek 32/2022 → Kepmendikbudristek
311/M/2022, which says how the index is computed. Its annex was not seen: how the ministry maps its
indicators into the two parts is not known. So both parts are inputs with their counts, and nothing
here claims to reproduce the ministry's figure (domain notes §4).

Everything is a Fraction: nothing is rounded before a label is found. No database, no request.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Protocol

from indicators.models import Colour
from indicators.models.spm import Part

# Weights of the two parts (domain notes §4, "Indeks Pencapaian SPM", source: the ministry).
WEIGHT_OF_RECIPIENTS = Fraction(80, 100)
WEIGHT_OF_QUALITY = Fraction(20, 100)
WEIGHTS = {Part.RECIPIENTS: WEIGHT_OF_RECIPIENTS, Part.QUALITY: WEIGHT_OF_QUALITY}
FULL = Fraction(100)


class Counted(Protocol):
    """What has counts: a requirement, or the sums of a service."""

    needed: Decimal
    met: Decimal


@dataclass(frozen=True)
class Sums:
    """Σ needed and Σ met of a part, and of how many rows."""

    needed: Decimal = Decimal(0)
    met: Decimal = Decimal(0)
    rows: int = 0

    @property
    def percent(self) -> Fraction | None:
        """Σ met ÷ Σ needed × 100, as it is; None where nothing is needed or nothing was entered."""
        if not self.needed:
            return None
        return Fraction(self.met) / Fraction(self.needed) * 100

    @property
    def counted(self) -> Fraction | None:
        """The percentage as the index takes it: above 100 it counts as 100.

        The index lies on a scale of 0–100 and its highest label is reached at 100; without the
        cap, too many served would make up for quality that is missing. Single rows are not capped:
        the formula divides sums.
        """
        return None if self.percent is None else min(self.percent, FULL)

    @property
    def exceeds(self) -> bool:
        """Whether more was met than is needed: shown raw, and warned about."""
        return self.percent is not None and self.percent > FULL


def sums_of(rows: Iterable[Counted]) -> Sums:
    """The sums over rows of one part, in any order."""
    rows = list(rows)
    return Sums(
        needed=sum((row.needed for row in rows), Decimal(0)),
        met=sum((row.met for row in rows), Decimal(0)),
        rows=len(rows),
    )


def index_of(parts: Mapping[Part, Sums]) -> Fraction | None:
    """0.80 × percent of recipients + 0.20 × percent of quality, within 0–100.

    None where a part is missing: not 0, and not the other part alone.
    """
    shares = {part: parts[part].counted if part in parts else None for part in Part}
    if None in shares.values():
        return None
    return sum((WEIGHTS[part] * share for part, share in shares.items()), Fraction(0))


def city_sums(services: Iterable[Mapping[Part, Sums]]) -> dict[Part, Sums]:
    """The sums of a whole city over its services, a part at a time.

    Where one service has no row of a part, the city has no sum of it either (`Sums()`): a sum over
    the other services would pass for the whole city. A part that was entered with nothing needed
    adds nothing, and stands in no way.
    """
    services = list(services)
    totals = {}
    for part in Part:
        sums = [service.get(part, Sums()) for service in services]
        whole = bool(sums) and all(one.rows for one in sums)
        totals[part] = sums_of(sums) if whole else Sums()
    return totals


class Predicate(StrEnum):
    """Predikat SPM, the labels of the index in the SPM regulations."""

    PARIPURNA = "Tuntas Paripurna"
    UTAMA = "Tuntas Utama"
    MADYA = "Tuntas Madya"
    PRATAMA = "Tuntas Pratama"
    MUDA = "Tuntas Muda"
    NOT_YET = "Belum Tuntas"


# From which index on a predicate holds, half-open and unrounded (domain notes §4).
PREDICATES = (
    (FULL, Predicate.PARIPURNA),
    (Fraction(90), Predicate.UTAMA),
    (Fraction(80), Predicate.MADYA),
    (Fraction(70), Predicate.PRATAMA),
    (Fraction(60), Predicate.MUDA),
)


def predicate_of(index: Fraction) -> Predicate:
    """The Predikat SPM of an index."""
    held = (predicate for floor, predicate in PREDICATES if index >= floor)
    return next(held, Predicate.NOT_YET)


def predicate_range(predicate: Predicate) -> str:
    """The comparison behind a predicate, e.g. 90 ≤ indeks < 100."""
    floors = {name: int(floor) for floor, name in PREDICATES}
    if predicate == Predicate.NOT_YET:
        return f"indeks < {min(floors.values())}"
    floor = floors[predicate]
    above = min((other for other in floors.values() if other > floor), default=None)
    return f"indeks = {floor}" if above is None else f"{floor} ≤ indeks < {above}"


# The other label system of the same index: indicator B.16 of Rapor Pendidikan (domain notes §4).
RAPOR_MIDDLE_FROM = Fraction(60)
RAPOR_GOOD_ABOVE = Fraction(70)
RAPOR_WORDS = {Colour.RED: "Kurang", Colour.YELLOW: "Sedang", Colour.GREEN: "Baik"}
RAPOR_RANGES = {
    Colour.RED: "indeks < 60",
    Colour.YELLOW: "60 ≤ indeks ≤ 70",
    Colour.GREEN: "indeks > 70",
}


def rapor_colour_of(index: Fraction) -> Colour:
    """The colour of an index in Rapor B.16: Kurang below 60, Sedang 60–70 inclusive, Baik above."""
    if index < RAPOR_MIDDLE_FROM:
        return Colour.RED
    return Colour.GREEN if index > RAPOR_GOOD_ABOVE else Colour.YELLOW
