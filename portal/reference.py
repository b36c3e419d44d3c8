"""The areas that ship with the portal."""

import csv
from pathlib import Path

from portal.models import Area

LEVELS = {
    "provinsi": Area.Level.PROVINCE,
    "kabupaten/kota": Area.Level.CITY,
    "kecamatan": Area.Level.DISTRICT,
    "kelurahan/desa": Area.Level.VILLAGE,
}


def load_areas() -> int:
    """Add the areas of data/areas.csv that are not there yet; returns how many were added."""
    with (Path(__file__).parent / "data" / "areas.csv").open(newline="") as file:
        areas = [
            Area(
                code=row["kode"],
                name=row["nama"],
                level=LEVELS[row["tingkat"]],
                parent_id=row["induk"] or None,
            )
            for row in csv.DictReader(file)
        ]
    before = Area.objects.count()
    if before < len(areas):
        Area.objects.bulk_create(areas, ignore_conflicts=True)
    return Area.objects.count() - before
