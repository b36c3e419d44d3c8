"""Schools that may stand twice in the registry, one kecamatan at a time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from math import cos, hypot, radians

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from portal.models import Area, User
from schools.boundaries import KM_PER_DEGREE
from schools.likeness import ALIKE, likeness, parts_of, words_of
from schools.models import DistinctPair, School, State

MOST_SCHOOLS = 3000  # of one kecamatan; the largest holds some hundreds
MOST_PAIRS = 100
NEAR_KM = 0.3


@dataclass(frozen=True)
class Pair:
    """Two schools of one kecamatan and form whose names are alike (`score` 0 to 100)."""

    first: School
    second: School
    score: float

    @property
    def rounded(self) -> int:
        return int(self.score)

    @property
    def reasons(self) -> list[str]:
        """What speaks for their being one school, in words."""
        found = [self._name_in_words()]
        if self.first.address and words_of(self.first.address) == words_of(self.second.address):
            found.append(_("alamat sama"))
        distance = distance_km(self.first, self.second)
        if distance is not None and distance <= NEAR_KM:
            found.append(_("letak berdekatan"))
        return found

    @property
    def doubts(self) -> list[str]:
        """What speaks against it, in words."""
        found = []
        if self.first.status != self.second.status:
            found.append(_("status berbeda"))
        distance = distance_km(self.first, self.second)
        if distance is not None and distance > NEAR_KM:
            found.append(_("berjarak sekitar %s km") % f"{distance:.1f}".replace(".", ","))
        return found

    def _name_in_words(self) -> str:
        if self.score >= 99.5:
            return _("nama sama")
        return _("nama hampir sama") if self.score >= 93 else _("nama mirip")


def districts_with_schools(user: User) -> QuerySet[Area]:
    """The kecamatan of the user's scope that hold existing schools, each with `school_count`."""
    existing = Count("schools", filter=Q(schools__state=State.OPEN))
    return (
        Area.objects.in_scope_of(user)
        .filter(level=Area.Level.DISTRICT)
        .annotate(school_count=existing)
        .filter(school_count__gt=0)
        .select_related("parent")
        .order_by("code")
    )


def likely_pairs(schools: QuerySet[School], district: Area) -> list[Pair]:
    """The likely pairs among the existing schools of one kecamatan, the likeliest first.

    Two queries, whatever the number of schools. Pairs told apart by a person are left out; of very
    many the first `MOST_PAIRS` are given.
    """
    rows = schools.existing().filter(district=district).defer("search").order_by("pk")
    found = list(rows[:MOST_SCHOOLS])
    apart = _told_apart(district)
    pairs = [pair for pair in _pairs_in(found, district) if _keys(pair) not in apart]
    return sorted(pairs, key=lambda pair: (-pair.score, pair.first.name, pair.first.pk))[
        :MOST_PAIRS
    ]


def distance_km(first, second) -> float | None:
    """How far two places (schools, positions) lie apart, in km; None where a coordinate is not known."""
    if first.latitude is None or second.latitude is None:
        return None
    north = float(first.latitude - second.latitude)
    east = float(first.longitude - second.longitude) * cos(radians(float(first.latitude)))
    return hypot(north, east) * KM_PER_DEGREE


def _told_apart(district: Area) -> set[tuple[int, int]]:
    pairs = DistinctPair.objects.filter(first__district=district)
    return set(pairs.values_list("first", "second"))


def _keys(pair: Pair) -> tuple[int, int]:
    return (pair.first.pk, pair.second.pk)


def _pairs_in(schools: list[School], district: Area) -> Iterator[Pair]:
    place = words_of(district.parent.name)
    alike = defaultdict(list)
    for school in schools:
        parts = parts_of(school.name, place=place)
        alike[(school.form, parts.numbers, parts.telling)].append((school, parts))
    for members in alike.values():
        yield from _compared(members)


def _compared(members: Iterable[tuple]) -> Iterator[Pair]:
    for (first, parts), (second, others) in combinations(members, 2):
        score = likeness(parts, others)
        if score >= ALIKE:
            yield Pair(first, second, score)
