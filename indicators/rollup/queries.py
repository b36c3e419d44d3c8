"""The figures that schools give their areas, read from the sums that the database keeps."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count, QuerySet, Sum
from django.db.models.functions import Left

from indicators.models import Indicator, Measurement, SchoolSums
from indicators.rollup.rules import RolledUp, Sums
from portal.models import Area, inside_area
from schools.models import School, Stage, State

SUMMED = {f"sum_{one}": Sum(one) for one in Sums._fields}
# How long the code of an area of a level is.
CODE_LENGTH = {
    Area.Level.PROVINCE: 2,
    Area.Level.CITY: 5,
    Area.Level.DISTRICT: 8,
    Area.Level.VILLAGE: 13,
}
LEVEL_BELOW = {
    None: Area.Level.PROVINCE,
    Area.Level.PROVINCE: Area.Level.CITY,
    Area.Level.CITY: Area.Level.DISTRICT,
}


@dataclass(frozen=True)
class StageRow:
    """The figure of the schools of one stage, and how many such schools exist there today."""

    stage: Stage
    rolled_up: RolledUp
    existing: int


@dataclass(frozen=True)
class IndicatorRow:
    """An indicator in an area: the figure its schools give, the same by stage, the official one."""

    indicator: Indicator
    rolled_up: RolledUp
    stages: list[StageRow]
    official: Measurement | None


@dataclass(frozen=True)
class PartRow:
    """An area inside the one that is looked at, with a cell for each indicator of the head."""

    area: Area
    cells: list[tuple[RolledUp, Measurement | None]]


class Overview:
    """What the schools of an area (None: of the nation) give, for it and for the areas inside.

    At most four queries, whatever the area holds.
    """

    def __init__(self, area: Area | None, indicators: Sequence[Indicator], year: int):
        self.area, self.indicators, self.year = area, indicators, year
        self.level = LEVEL_BELOW.get(area.level if area else None)

    @cached_property
    def _sums(self) -> dict[tuple[str, int, str], Sums]:
        """By the code of the part, the indicator and the stage."""
        rows = _sums_inside(self.area).filter(year=self.year, indicator__in=self.indicators)
        length = CODE_LENGTH[self.level or self.area.level]
        keys = ("part", "indicator_id", "stage")
        grouped = rows.annotate(part=Left("area_code", length)).values(*keys).annotate(**SUMMED)
        return {
            (part, pk, stage): Sums(*sums)
            for part, pk, stage, *sums in grouped.values_list(*keys, *SUMMED)
        }

    def rows(self, official: Mapping[int, Measurement]) -> list[IndicatorRow]:
        """The indicators with a rule and figures of schools; beside them `official`, by indicator."""
        if not self._sums:
            return []
        existing = dict(
            School.objects.filter(inside_area(self.area, "district__code"), state=State.OPEN)
            .order_by()
            .values("stage")
            .annotate(schools=Count("pk"))
            .values_list("stage", "schools")
        )
        rows = []
        for one in self.indicators:
            by_stage = self._by_stage(one)
            if not one.roll_up or not by_stage:
                continue
            stages = [
                StageRow(stage, RolledUp(one, by_stage[stage]), existing.get(stage, 0))
                for stage in Stage
                if stage in by_stage
            ]
            total = RolledUp(one, Sums.total(list(by_stage.values())))
            rows.append(IndicatorRow(one, total, stages, official.get(one.pk)))
        return rows

    def _by_stage(self, indicator: Indicator) -> dict[str, Sums]:
        found = defaultdict(list)
        for (_part, pk, stage), sums in self._sums.items():
            if pk == indicator.pk:
                found[stage].append(sums)
        return {stage: Sums.total(parts) for stage, parts in found.items()}

    def parts(self) -> list[PartRow]:
        """The areas one level inside; none for a kecamatan, and where no part has a figure."""
        if self.level is None:
            return []
        areas = Area.objects.filter(level=self.level).order_by("pk")
        printed = Measurement.objects.whole().filter(
            area__level=self.level, year=self.year, indicator__in=self.indicators
        )
        if self.area:
            areas = areas.filter(parent=self.area)
            printed = printed.filter(area__parent=self.area)
        official = {
            (one.area_id, one.indicator_id): one for one in printed.select_related("indicator")
        }
        if not official and not self._sums:
            return []
        found = defaultdict(list)
        for (part, pk, _stage), sums in self._sums.items():
            found[part, pk].append(sums)
        return [
            PartRow(
                area,
                [
                    (
                        RolledUp(one, Sums.total(found[area.pk, one.pk])),
                        official.get((area.pk, one.pk)),
                    )
                    for one in self.indicators
                ],
            )
            for area in areas
        ]


def years_of_schools(area: Area, indicator: Indicator) -> set[int]:
    """The Rapor years in which schools of an area have a figure of an indicator."""
    sums = _sums_inside(area).filter(indicator=indicator)
    return set(sums.values_list("year", flat=True).distinct())


def _sums_inside(area: Area | None) -> QuerySet[SchoolSums]:
    """The sums that make up an area: of its kecamatan, or of the cities of a larger one."""
    fine = area is not None and area.level in (Area.Level.CITY, Area.Level.DISTRICT)
    sums = SchoolSums.objects.filter(level=Area.Level.DISTRICT if fine else Area.Level.CITY)
    return sums if area is None else sums.filter(inside_area(area, "area_code"))


def newest_year_of_schools() -> int | None:
    """The newest Rapor year with figures of schools anywhere."""
    return SchoolSums.objects.order_by("-year").values_list("year", flat=True).first()
