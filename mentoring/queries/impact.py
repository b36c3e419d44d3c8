"""Do accompanied schools change more than others? The schools, their figures and their doses."""

import zlib
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

import numpy as np
from django.db.models import Count, Sum
from django.utils.translation import gettext as _

from indicators import figures
from indicators.impact import statistics
from indicators.impact.statistics import FEWEST, Estimate, Matched
from indicators.models import Direction, Indicator, Measurement
from mentoring.models import Attendance, Visit
from portal.models import Area, User, inside_area
from schools.models import Membership, Programme, School

# JP in a span; 32 is the customary minimum of a certificate that counts (domain notes §7).
HOURS_UP_TO = (0, 8, 16, 32)


@dataclass(frozen=True)
class Question:
    """What is asked: an indicator, two Rapor years, an area, and which schools count as accompanied.

    Without a programme these are the schools with a verified visit in the span.
    """

    indicator: Indicator
    first_year: int
    last_year: int
    area: Area
    programme: Programme | None = None

    @property
    def span(self) -> tuple[date, date]:
        """The days whose visits and trainings lie between both assessments.

        The Rapor of a year prints the Asesmen Nasional of the year before (domain notes §8). So
        from Rapor 2023 (assessed in 2022) to Rapor 2025 (assessed in 2024) the calendar years 2023
        and 2024 count. The assessment is in autumn: what happens after it in the last of these
        years is counted too, though it came too late to show.
        """
        return date(self.first_year, 1, 1), date(self.last_year - 1, 12, 31)

    @property
    def seed(self) -> int:
        """The seed of resampling, from the question: the same question, the same interval."""
        asked = (
            self.indicator.pk,
            self.first_year,
            self.last_year,
            self.area.pk,
            self.programme and self.programme.pk,
        )
        return zlib.crc32(repr(asked).encode())


@dataclass(frozen=True)
class Case:
    """A school with a figure in both years: where it started, how it changed, what it was given."""

    school: School
    start: Decimal
    end: Decimal
    visits: int
    hours: Decimal
    is_accompanied: bool

    @property
    def change(self) -> Decimal:
        return self.end - self.start


@dataclass(frozen=True)
class Group:
    """One of both groups, in points of the indicator."""

    name: str
    cases: list[Case]

    @property
    def is_small(self) -> bool:
        return len(self.cases) < FEWEST

    @property
    def mean_start(self) -> Decimal | None:
        return self._mean([case.start for case in self.cases])

    @property
    def mean_change(self) -> Decimal | None:
        return self._mean([case.change for case in self.cases])

    @staticmethod
    def _mean(values: list[Decimal]) -> Decimal | None:
        return sum(values) / len(values) if values else None


@dataclass(frozen=True)
class Class:
    """A class of changes, from–to in points, with the schools of both groups in it."""

    first: float
    last: float
    accompanied: int
    others: int

    @property
    def label(self) -> str:
        """−2 sampai 0; a change on the border of two classes stands in the upper one."""
        return _("%(first)s sampai %(last)s") % {
            "first": _written(self.first),
            "last": _written(self.last),
        }


@dataclass(frozen=True)
class Dose:
    """The schools with as many visits, or JP of a class, and how they changed on average."""

    label: str
    schools: int
    mean_change: Decimal


class Study:
    """The answer to a question, over the schools that the reader may see."""

    def __init__(self, question: Question, cases: list[Case], incomplete: int):
        self.question = question
        self.cases = cases
        # Schools of the area with a figure in only one of both years.
        self.incomplete = incomplete
        self.accompanied = Group(_("Didampingi"), [one for one in cases if one.is_accompanied])
        self.others = Group(_("Tidak didampingi"), [one for one in cases if not one.is_accompanied])

    @property
    def is_small(self) -> bool:
        """Whether a group has too few schools to conclude anything."""
        return self.accompanied.is_small or self.others.is_small

    @property
    def can_compare(self) -> bool:
        return bool(self.accompanied.cases and self.others.cases)

    @cached_property
    def estimate(self) -> Estimate:
        """The difference in differences of all schools; needs both groups."""
        return statistics.difference_in_differences(
            _changes(self.accompanied.cases),
            _changes(self.others.cases),
            seed=self.question.seed,
        )

    @cached_property
    def pairs(self) -> Matched:
        """Accompanied schools with others of their stage that started alike."""
        return statistics.match(
            np.array([float(one.start) for one in self.cases]),
            np.array([one.school.stage for one in self.cases]),
            np.array([one.is_accompanied for one in self.cases], dtype=bool),
        )

    @property
    def paired(self) -> tuple[Group, Group]:
        """Both groups as far as they were paired: their mean starts show how alike they are."""
        return (
            Group(self.accompanied.name, [self.cases[n] for n in self.pairs.treated]),
            Group(self.others.name, [self.cases[n] for n in self.pairs.controls]),
        )

    @property
    def has_few_pairs(self) -> bool:
        return len(self.pairs) < FEWEST

    @cached_property
    def estimate_of_pairs(self) -> Estimate | None:
        """The mean difference of the pairs; None without pairs."""
        if not len(self.pairs):
            return None
        ours, theirs = self.paired
        return statistics.difference_of_pairs(
            _changes(ours.cases) - _changes(theirs.cases), seed=self.question.seed
        )

    @cached_property
    def classes(self) -> list[Class]:
        """The distribution of changes in both groups, in the same classes."""
        edges, ours, theirs = statistics.histogram(
            _changes(self.accompanied.cases), _changes(self.others.cases)
        )
        return [
            Class(float(first), float(last), int(mine), int(other))
            for first, last, mine, other in zip(edges, edges[1:], ours, theirs, strict=False)
        ]

    def by_dose(self, dose: str) -> list[Dose]:
        """All schools by their visits (each number) or JP (in classes), with their mean change."""
        changes = defaultdict(list)
        for case in self.cases:
            changes[_dose_class(dose, getattr(case, dose))].append(case.change)
        return [
            Dose(label, len(found), sum(found) / len(found))
            for (_order, label), found in sorted(changes.items())
        ]

    def correlation(self, dose: str) -> float | None:
        """The rank correlation of `dose` ("visits" or "hours") and change."""
        doses = np.array([float(getattr(one, dose)) for one in self.cases])
        return statistics.rank_correlation(doses, _changes(self.cases))

    @property
    def conclusion(self) -> str:
        """What may be said, in one sentence; nothing is concluded from few schools."""
        if self.is_small or self.has_few_pairs:
            return _(
                "Sekolahnya terlalu sedikit untuk menyimpulkan apa pun: paling sedikit %d sekolah di "
                "tiap kelompok dan %d pasangan."
            ) % (FEWEST, FEWEST)
        found = self.estimate_of_pairs
        if not found.excludes_zero:
            return _(
                "Perbedaan ini dapat terjadi karena kebetulan saja: selangnya memuat 0. Belum dapat "
                "dikatakan bahwa sekolah yang didampingi berubah lain dari sekolah serupa."
            )
        better = (found.difference > 0) == (self.question.indicator.direction != Direction.DOWN)
        if better:
            return _(
                "Sekolah yang didampingi membaik lebih banyak daripada sekolah serupa, lebih dari yang "
                "wajar karena kebetulan. Itu belum berarti pendampingan penyebabnya."
            )
        return _(
            "Sekolah yang didampingi membaik lebih sedikit daripada sekolah serupa, lebih dari yang "
            "wajar karena kebetulan. Itu belum berarti pendampingan penyebabnya."
        )


def _dose_class(dose: str, value: Decimal | int) -> tuple[int, str]:
    """The class of a dose, with its place in the order: each number of visits, JP by these ends."""
    if dose == "visits":
        return int(value), str(value)
    below = 0
    for order, end in enumerate(HOURS_UP_TO):
        if value <= end:
            return order, str(end) if end == 0 else _("di atas %d sampai %d") % (below, end)
        below = end
    return len(HOURS_UP_TO), _("di atas %d") % below


def _written(number: float) -> str:
    return figures.plain(Decimal(str(round(number, 3)))).replace("-", "−")


def _changes(cases: list[Case]) -> np.ndarray:
    return np.array([float(one.change) for one in cases])


def study(question: Question, user: User) -> Study:
    """Gather the schools of the area that the reader may see, in four queries at most."""
    inside = School.objects.visible_to(user).filter(inside_area(question.area, "district__code"))
    figures = defaultdict(dict)
    values = Measurement.objects.filter(
        school__in=inside,
        indicator=question.indicator,
        year__in=(question.first_year, question.last_year),
        value__isnull=False,
    )
    for school, year, value in values.order_by().values_list("school", "year", "value"):
        figures[school][year] = value
    both = {pk: years for pk, years in figures.items() if len(years) == 2}
    schools = inside.filter(pk__in=both).only("npsn", "name", "stage").order_by("name", "pk")
    visits, hours = _visits(inside, question), _hours(inside, question)
    accompanied = visits if question.programme is None else _members(inside, question)
    cases = [
        Case(
            school=school,
            start=both[school.pk][question.first_year],
            end=both[school.pk][question.last_year],
            visits=visits.get(school.pk, 0),
            hours=hours.get(school.pk, Decimal(0)),
            is_accompanied=school.pk in accompanied,
        )
        for school in schools
    ]
    return Study(question, cases, len(figures) - len(both))


def _visits(schools, question: Question) -> dict[int, int]:
    """The verified visits in the span, by school."""
    visits = Visit.objects.filter(
        school__in=schools, state=Visit.State.VERIFIED, date__range=question.span
    )
    return dict(
        visits.order_by().values("school").annotate(made=Count("pk")).values_list("school", "made")
    )


def _hours(schools, question: Question) -> dict[int, Decimal]:
    """The JP that a school's people attended in the span."""
    present = Attendance.objects.filter(
        participant__school__in=schools, session__date__range=question.span
    )
    grouped = present.order_by().values("participant__school").annotate(jp=Sum("session__hours"))
    return dict(grouped.values_list("participant__school", "jp"))


def _members(schools, question: Question) -> set[int]:
    """The schools that belonged to the programme on a day of the span."""
    first, last = question.span
    members = Membership.objects.filter(
        school__in=schools, programme=question.programme, starts_on__lte=last
    ).exclude(ends_on__lt=first)
    return set(members.values_list("school", flat=True))
