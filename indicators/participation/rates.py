"""APS, APK and APM, computed exactly from counts (domain notes §5). No database, no request.

- APS(a–b) = pupils aged a–b at any level, Paket A/B/C included ÷ residents aged a–b.
- APK(level) = pupils of any age at the level ÷ residents of its official ages; may exceed 100.
- APM(level) = pupils of the official ages at the level ÷ residents of these ages.
- APS kesetaraan(7–18) = learners of kesetaraan ÷ those of 7–18 outside formal schools (§4, no. 3).

Counts come from several sources: each denominator gives a rate of its own, none is preferred.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Protocol

from django.utils.translation import gettext as _

from indicators.models.participation import Group

EARLY = "Pendidikan Anak Usia Dini"
DASMEN = "Pendidikan Dasar dan Pendidikan Menengah"

Ages = tuple[int, int]


class Kind(StrEnum):
    APS = "APS"
    APK = "APK"
    APM = "APM"


class Counted(Protocol):
    """What a rate is made of: a Headcount."""

    kind: str
    age_from: int | None
    age_to: int | None
    count: int
    source: str
    source_year: int


@dataclass(frozen=True)
class Rate:
    """A rate to compute, and the indicator (layanan, kode, nama) under which the Rapor prints it."""

    code: str
    kind: Kind
    label: str
    pupils: Group
    ages: Ages
    all_ages: bool = False
    residents: Group = Group.RESIDENTS
    official: tuple[str, str, str] | None = None

    @property
    def may_exceed_hundred(self) -> bool:
        """Only the APK counts pupils who are not among its residents."""
        return self.kind == Kind.APK


def _aps(first: int, last: int, code: str = "", name: str = "") -> Rate:
    official = (DASMEN, code, name) if code else None
    label = f"APS {first}–{last}"
    return Rate(
        f"aps-{first}-{last}", Kind.APS, label, Group.LEARNING, (first, last), official=official
    )


OFFICIAL_AGES = {
    Group.EARLY: (3, 6),
    Group.PRIMARY: (7, 12),
    Group.JUNIOR: (13, 15),
    Group.SENIOR: (16, 18),
}
OF_LEVELS = (
    (Group.EARLY, "PAUD", None, None),
    (
        Group.PRIMARY,
        "SD",
        (DASMEN, "B.4", "Angka Partisipasi Kasar (APK) SD/MI/Paket A/SDLB"),
        (DASMEN, "B.6", "Angka Partisipasi Murni (APM) SD/MI/Paket A/SDLB"),
    ),
    (
        Group.JUNIOR,
        "SMP",
        (DASMEN, "B.7", "Angka Partisipasi Kasar (APK) SMP/MTS/Paket B/SMPLB"),
        (DASMEN, "B.9", "Angka Partisipasi Murni (APM) SMP/MTS/Paket B/SMPLB"),
    ),
    (
        Group.SENIOR,
        "SM",
        (DASMEN, "B.10", "Angka Partisipasi Kasar (APK) SMA/K/MA/MAK/Paket C/SMALB"),
        (DASMEN, "B.12", "Angka Partisipasi Murni (APM) SMA/K/MA/MAK/Paket C/SMALB"),
    ),
)
RATES = (
    _aps(5, 6, "B.10", "Angka Partisipasi Sekolah (5-6)"),
    _aps(7, 12, "B.5", "Angka Partisipasi Sekolah (APS) 7-12"),
    _aps(13, 15, "B.8", "Angka Partisipasi Sekolah (APS) 13-15"),
    _aps(7, 15, "B.13", "Angka Partisipasi Sekolah (APS) 7 - 15"),
    _aps(16, 18, "B.11", "Angka Partisipasi Sekolah (APS) 16-18"),
    Rate(
        "aps-kesetaraan",
        Kind.APS,
        "APS 7–18 kesetaraan",
        Group.EQUIVALENCE,
        (7, 18),
        residents=Group.OUTSIDE,
        official=(DASMEN, "B.15", "Angka Partisipasi Sekolah (APS) 7 - 18 Kesetaraan"),
    ),
    *(
        Rate(
            f"apk-{level.value}",
            Kind.APK,
            f"APK {name}",
            level,
            OFFICIAL_AGES[level],
            True,
            official=apk,
        )
        for level, name, apk, _apm in OF_LEVELS
    ),
    *(
        Rate(
            f"apm-{level.value}", Kind.APM, f"APM {name}", level, OFFICIAL_AGES[level], official=apm
        )
        for level, name, _apk, apm in OF_LEVELS
    ),
)


@dataclass(frozen=True)
class Sum:
    """Counts of one source that add up to an age band: one count, or adjacent ones."""

    parts: tuple[Counted, ...]

    @property
    def count(self) -> int:
        return sum(part.count for part in self.parts)

    @property
    def source(self) -> str:
        return self.parts[0].source

    @property
    def source_years(self) -> list[int]:
        return sorted({part.source_year for part in self.parts})


@dataclass(frozen=True)
class Quotient:
    """A rate over one denominator: percent, exact; None where nobody lives there of that age."""

    rate: Rate
    pupils: Sum
    residents: Sum

    @property
    def percent(self) -> Fraction | None:
        if not self.residents.count:
            return None
        return Fraction(100 * self.pupils.count, self.residents.count)

    @property
    def is_impossible(self) -> bool:
        """Above 100 where pupils are among the residents: kept raw, worth a warning."""
        return self.percent is not None and self.percent > 100 and not self.rate.may_exceed_hundred


def sums_over(counts: Iterable[Counted], group: Group, ages: Ages | None) -> list[Sum]:
    """The count of a group and age band by each source that tells it, sources in their order.

    A source tells a band by a count of just that band, or by counts of adjacent bands that fill it
    (7–12 and 13–15 tell 7–15). `ages` None asks for all ages, which only a count without ages tells.
    """
    by_source = {}
    for one in counts:
        if one.kind == group:
            by_source.setdefault(one.source, []).append(one)
    found = []
    for source in sorted(by_source):
        if ages is None:
            parts = tuple(one for one in by_source[source] if one.age_from is None)
        else:
            parts = _filling([one for one in by_source[source] if one.age_from is not None], *ages)
        if parts:
            found.append(Sum(parts))
    return found


def _filling(counts: list[Counted], first: int, last: int) -> tuple[Counted, ...]:
    """The fewest adjacent bands from `first` to `last`; empty where a year of age is missing."""
    fewest = {first: ()}
    for start in range(first, last + 1):
        if start not in fewest:
            continue
        for one in counts:
            if one.age_from == start and one.age_to <= last:
                after = one.age_to + 1
                longer = (*fewest[start], one)
                if after not in fewest or len(longer) < len(fewest[after]):
                    fewest[after] = longer
    return fewest.get(last + 1, ())


def quotients(rate: Rate, counts: Iterable[Counted]) -> list[Quotient]:
    """The rate over each denominator, for each source of pupils; empty where either is missing."""
    counts = list(counts)
    return [
        Quotient(rate, pupils, residents)
        for pupils in sums_over(counts, rate.pupils, None if rate.all_ages else rate.ages)
        for residents in sums_over(counts, rate.residents, rate.ages)
    ]


def contradictions(found: dict[str, list[Quotient]]) -> list[str]:
    """Where the counts contradict one another: more pupils of an age than pupils, or than learners.

    APM ≤ APK and APM ≤ APS hold whatever the residents are, so the counts of pupils are compared.
    `found` holds the quotients by the code of their rate.
    """
    told = []
    for level, name, _apk, _apm in OF_LEVELS:
        of_age = _pupils(found.get(f"apm-{level.value}"))
        in_all = _pupils(found.get(f"apk-{level.value}"))
        if of_age is not None and in_all is not None and of_age > in_all:
            told.append(
                _("APM %s melebihi APK: murid usia resmi lebih banyak daripada murid seluruhnya.")
                % name
            )
        first, last = OFFICIAL_AGES[level]
        learning = _pupils(found.get(f"aps-{first}-{last}"))
        if of_age is not None and learning is not None and of_age > learning:
            told.append(
                _("APM %(name)s melebihi APS %(first)d–%(last)d: periksa jumlah yang bersekolah.")
                % {"name": name, "first": first, "last": last}
            )
    return told


def _pupils(of_rate: list[Quotient] | None) -> int | None:
    """The pupils of a rate where one source tells them: several are not compared with one another."""
    counted = {one.pupils.count for one in of_rate or ()}
    return counted.pop() if len(counted) == 1 else None
