"""Lists of schools as tests put them through the import engine, and what the registry holds then."""

from datetime import date

from django.core.files import File

from portal.imports import operations
from portal.imports.models import Batch
from portal.imports.profiles import profile_of
from portal.models import Area
from schools.models import PastFacts, School, YearlyFigures
from tests.portal.imports.conftest import as_csv

HEADER = ["NPSN", "Nama Sekolah", "BP", "Status", "Kecamatan"]
ONE = ["30304061", "SDN SEBERANG MESJID 1", "SD", "N", "Banjarmasin Tengah"]
TWO = ["P2961752", "PKBM HARAPAN", "PKBM", "S", "Kec. Banjarmasin Utara"]
YEARS = [*HEADER, "PD", "R. Kelas", "Tahun"]
DAY = date(2024, 1, 1)


def staged(rows, *, kind="sekolah", area="63.71", holds_from=DAY) -> Batch:
    """A batch of a .csv file with these rows."""
    file = rows if isinstance(rows, File) else as_csv(rows)
    return operations.receive(
        file,
        name="sekolah.csv",
        profile=profile_of(kind),
        by=None,
        area=Area.objects.get(pk=area) if area else None,
        holds_from=holds_from,
    )


def committed(rows, **options) -> Batch:
    batch = staged(rows, **options)
    operations.commit(batch, by=None)
    batch.refresh_from_db()
    return batch


def outcomes(batch) -> list[str]:
    return list(batch.rows.order_by("number").values_list("outcome", flat=True))


def codes(batch) -> list[list[str]]:
    return list(batch.rows.order_by("number").values_list("errors", flat=True))


def everything() -> dict:
    """All rows of the tables that an import may change, without the counters of edits."""
    return {
        model: sorted(
            tuple((k, str(v)) for k, v in row.items() if k != "version")
            for row in model.objects.values()
        )
        for model in (School, PastFacts, YearlyFigures)
    }
