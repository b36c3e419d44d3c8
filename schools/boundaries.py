"""The shipped boundaries of kecamatan and kelurahan, and the points that lie far outside them.

The boundaries are coarse (schools/data/README.md): a point outside is a reason to look, no error.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import cos, radians
from pathlib import Path

import numpy as np
from shapely import Point, transform
from shapely.geometry import shape

from portal.models import Area
from schools.models import School

DATA = Path(__file__).parent / "data"
FILES = {
    Area.Level.DISTRICT: DATA / "banjarmasin_kecamatan.geojson",
    Area.Level.VILLAGE: DATA / "banjarmasin_kelurahan.geojson",
}
# How far outside a coarse boundary a school may lie before its point is doubtful.
TOLERANCE_KM = 1.0
KM_PER_DEGREE = 111.32  # of latitude, everywhere


@dataclass(frozen=True)
class Doubt:
    """A school whose point lies outside its kecamatan: by how many km, and where instead."""

    school: School
    km: float
    inside: str  # name of the kecamatan whose boundary holds the point; empty where none does


@cache
def features(level: str) -> list[dict]:
    """The GeoJSON features of a level (kecamatan or kelurahan), each with `kode` and `nama`."""
    return json.loads(FILES[level].read_text())["features"]


def doubts(schools: Iterable[School]) -> list[Doubt]:
    """The schools whose point lies more than TOLERANCE_KM outside their kecamatan, farthest first.

    Schools without a point, and those of kecamatan without a boundary, are in no doubt.
    """
    found = [doubt for school in schools if (doubt := doubt_of(school))]
    return sorted(found, key=lambda doubt: -doubt.km)


def doubt_of(school: School) -> Doubt | None:
    """The doubt about a school's point, if there is one."""
    boundary = _districts().get(school.district_id)
    if boundary is None or school.latitude is None or school.longitude is None:
        return None
    place = (float(school.longitude), float(school.latitude))
    km = boundary.distance_km(place)
    if km <= TOLERANCE_KM:
        return None
    holding = (other.name for other in _districts().values() if not other.distance_km(place))
    return Doubt(school, km, next(holding, ""))


class Boundary:
    """The boundary of one area, in kilometres on a plane that touches the earth at its middle."""

    def __init__(self, feature: dict):
        degrees = shape(feature["geometry"])
        self.name: str = feature["properties"]["nama"]
        # Equirectangular: over the width of a kecamatan it is exact to metres.
        self.scale = np.array([cos(radians(degrees.centroid.y)), 1]) * KM_PER_DEGREE
        self.shape = transform(degrees, self.scale.__mul__)

    def distance_km(self, place: tuple[float, float]) -> float:
        """How far a place (longitude, latitude in degrees) lies outside; 0 inside."""
        return self.shape.distance(Point(self.scale * place))


@cache
def _districts() -> dict[str, Boundary]:
    """Code → boundary of each kecamatan that has one."""
    shipped = features(Area.Level.DISTRICT)
    return {feature["properties"]["kode"]: Boundary(feature) for feature in shipped}
