"""The middle of the schools that a school is compared with, in one statement for all indicators."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db import connection

from indicators.changes import relative_change, written_relative
from indicators.models import Indicator, Measurement
from indicators.queries import ChangeKind, Report, Row
from portal.models import Area
from schools.models import School

FEWEST = 3  # schools below which a middle would tell of a single one
SIZE_FACTOR = 2

# Other schools of the same stage with a figure: of the kecamatan, of the city, and of those of the
# city like it: the same status, and pupils between half and twice as many by their newest count.
MIDDLES = """
WITH newest AS (
    SELECT DISTINCT ON (y.school_id) y.school_id, y.pupils FROM schools_yearlyfigures y
    JOIN schools_school s ON s.id = y.school_id
    WHERE s.district_id LIKE %(city)s || '.%%' AND y.pupils IS NOT NULL
    ORDER BY y.school_id, y.year DESC
), own AS (
    SELECT max(pupils) AS pupils FROM newest WHERE school_id = %(school)s
), other AS (
    SELECT m.indicator_id, m.value, s.district_id = %(district)s AS is_near,
        s.status = %(status)s AND (
            own.pupils IS NULL
            OR n.pupils BETWEEN own.pupils / %(factor)s::numeric AND own.pupils * %(factor)s
        ) AS is_alike
    FROM indicators_measurement m JOIN schools_school s ON s.id = m.school_id
    CROSS JOIN own LEFT JOIN newest n ON n.school_id = s.id
    WHERE s.district_id LIKE %(city)s || '.%%' AND s.stage = %(stage)s AND s.id <> %(school)s
        AND m.year = %(year)s AND m.indicator_id = ANY (%(indicators)s) AND m.value IS NOT NULL
)
SELECT indicator_id,
    count(*) FILTER (WHERE is_near),
    (percentile_cont(0.5) WITHIN GROUP (ORDER BY value) FILTER (WHERE is_near))::numeric,
    count(*), (percentile_cont(0.5) WITHIN GROUP (ORDER BY value))::numeric,
    count(*) FILTER (WHERE is_alike),
    (percentile_cont(0.5) WITHIN GROUP (ORDER BY value) FILTER (WHERE is_alike))::numeric,
    (SELECT pupils FROM own)
FROM other GROUP BY indicator_id
"""


@dataclass(frozen=True)
class Middle:
    """How many other schools have a figure, and the one in the middle; hidden where they are few."""

    schools: int = 0
    median: Decimal | None = None

    @property
    def shown(self) -> Decimal | None:
        return self.median if self.schools >= FEWEST else None


@dataclass(frozen=True)
class Compared:
    """An indicator of a school beside the middles of three groups and the city's official figure."""

    row: Row
    near: Middle
    city: Middle
    alike: Middle
    official: Measurement | None

    @property
    def relative(self) -> str:
        """The relative change to the year before; in words where there is none to compare."""
        change = self.row.change
        if change is None or change.kind != ChangeKind.POINTS:
            return change.text if change else "–"
        return written_relative(
            relative_change(self.row.measurement.value, self.row.previous.value)
        )


@dataclass(frozen=True)
class Comparison:
    """A school's set in a year; `pupils` is the size that alike schools were chosen by, if known."""

    rows: Sequence[Compared]
    pupils: int | None


def compare(school: School, report: Report) -> Comparison:
    """Compare a school's report with other schools; two queries, whatever the city holds."""
    rows, year = [row for row in report.rows if row.available], report.year
    city = school.district_id[:5]
    indicators = [row.indicator for row in rows]
    middles, pupils = _middles(school, city, indicators, year)
    official = {
        one.indicator_id: one
        for one in Measurement.objects.of(Area(pk=city))
        .filter(year=year, indicator__in=indicators)
        .select_related("indicator")
    }
    nothing = (Middle(), Middle(), Middle())
    return Comparison(
        [
            Compared(row, *middles.get(row.indicator.pk, nothing), official.get(row.indicator.pk))
            for row in rows
        ],
        pupils,
    )


def _middles(
    school: School, city: str, indicators: Sequence[Indicator], year: int
) -> tuple[dict[int, tuple[Middle, Middle, Middle]], int | None]:
    asked = {
        "school": school.pk,
        "district": school.district_id,
        "city": city,
        "stage": school.stage,
        "status": school.status,
        "year": year,
        "indicators": [one.pk for one in indicators],
        "factor": SIZE_FACTOR,
    }
    with connection.cursor() as cursor:
        cursor.execute(MIDDLES, asked)
        rows = cursor.fetchall()
    middles = {
        pk: (Middle(near, at_near), Middle(all_, at_all), Middle(alike, at_alike))
        for pk, near, at_near, all_, at_all, alike, at_alike, _pupils in rows
    }
    return middles, rows[0][-1] if rows else None
