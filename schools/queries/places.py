"""Where schools are: clusters of points for the map, and the same counted in a table."""

from dataclasses import dataclass
from decimal import Decimal

from django.contrib.postgres.aggregates import JSONBAgg
from django.db.models import Avg, Count, F, FloatField, Max, Min, Q, QuerySet, Value
from django.db.models.functions import Cast, Floor, JSONObject, Left

from portal.models import Area
from schools.models import Stage

# At this zoom and closer a cluster names its schools: nothing parts points that lie together.
NAMING_ZOOM = 17
DEEPEST_ZOOM = 18
CELL_PIXELS = 72


@dataclass(frozen=True)
class Box:
    """A part of the map in degrees."""

    west: Decimal
    south: Decimal
    east: Decimal
    north: Decimal


def stage_counts() -> dict[str, Count]:
    return {stage.value: Count("pk", filter=Q(stage=stage)) for stage in Stage}


def clusters(schools: QuerySet, box: Box, zoom: int) -> list[dict]:
    """The points inside `box`, those together that lie in one cell of a grid on the screen.

    Each has `lat` and `lng` (mean), `count`, a count by stage, and `first_npsn` and `first_name`,
    which are those of the school where there is one. From NAMING_ZOOM on also `schools`: who
    they are. The grid is that of web maps, 256 pixels a tile.
    """
    cell = Value(360 / 2**zoom * CELL_PIXELS / 256, output_field=FloatField())
    inside = schools.filter(
        latitude__range=(box.south, box.north), longitude__range=(box.west, box.east)
    )
    values = {
        "lat": Avg(Cast("latitude", FloatField())),
        "lng": Avg(Cast("longitude", FloatField())),
        "count": Count("pk"),
        "first_npsn": Min("npsn"),
        "first_name": Min("name"),
        **stage_counts(),
    }
    if zoom >= NAMING_ZOOM:
        who = JSONObject(npsn="npsn", name="name", stage="stage")
        values["schools"] = JSONBAgg(who, order_by=["name"])
    cells = inside.order_by().annotate(
        column=Floor(Cast("longitude", FloatField()) / cell),
        row=Floor(Cast("latitude", FloatField()) / cell),
    )
    return list(cells.values("column", "row").annotate(**values))


def extent(schools: QuerySet) -> dict[str, float] | None:
    """The smallest box that holds all points; None where there is no point."""
    found = schools.order_by().aggregate(
        west=Min("longitude"), south=Min("latitude"), east=Max("longitude"), north=Max("latitude")
    )
    if found["west"] is None:
        return None
    return {side: float(degrees) for side, degrees in found.items()}


def tally(schools: QuerySet, within: str) -> list[dict]:
    """How many schools of each stage, and how many without a point, in each area below `within`.

    `within` is an area code, or empty for the nation; below a kecamatan stands the kecamatan itself.
    Each row: `area`, `total`, `pointless`, and `stages`: those that any of the areas has, in order.
    """
    digits = {0: 2, 2: 5}.get(len(within), 8)
    counted = (
        schools.order_by()
        .annotate(code=Left(F("district"), digits))
        .values("code")
        .annotate(
            total=Count("pk"), pointless=Count("pk", filter=Q(latitude=None)), **stage_counts()
        )
        .order_by("code")
    )
    rows = list(counted)
    areas = Area.objects.in_bulk([row["code"] for row in rows])
    present = [stage for stage in Stage if any(row[stage.value] for row in rows)]
    return [
        {
            "area": areas[row["code"]],
            "total": row["total"],
            "pointless": row["pointless"],
            "stages": [(stage, row[stage.value]) for stage in present],
        }
        for row in rows
    ]
