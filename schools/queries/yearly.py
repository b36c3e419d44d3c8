"""What a school counted year by year."""

from collections.abc import Sequence

from portal.charts import BarChart, Point
from schools.models import YearlyFigures

CHARTED = ("pupils", "classes", "teachers", "classrooms")


def charts_of(figures: Sequence[YearlyFigures]) -> list[BarChart]:
    """A chart of each count that is known for two years or more; `figures` come newest first.

    Years in between that were not recorded keep their place, so that a gap is seen as one.
    """
    by_year = {row.year: row for row in figures}
    years = range(min(by_year), max(by_year) + 1) if by_year else []
    charts = [
        BarChart(
            str(YearlyFigures._meta.get_field(name).verbose_name).capitalize(),
            [Point(f"{year}/{year + 1}", getattr(by_year.get(year), name, None)) for year in years],
        )
        for name in CHARTED
    ]
    return [chart for chart in charts if len(chart.known) > 1]
