"""The demo's SPM: a complete year of Banjarmasin, and the quarter that is due next with a part missing.

Made up, marked source "contoh"; of the size that a city of 700,000 has.
"""

from decimal import Decimal

from django.utils import timezone

from indicators.models import SpmOfficialIndex, SpmRequirement
from indicators.spm.periods import Period, next_due

CITY = "63.71"
# (service, part, name, needed, met)
ROWS = (
    ("paud", "penerima", "Anak usia 5–6 tahun yang bersekolah", 23_480, 21_346),
    ("paud", "mutu", "PAUD terakreditasi minimal B", 412, 287),
    ("paud", "mutu", "Guru PAUD berpendidikan S1/D4", 1_938, 1_341),
    ("dikdas", "penerima", "Anak usia 7–15 tahun yang bersekolah", 101_260, 98_742),
    ("dikdas", "mutu", "Murid SD dan SMP mencapai kompetensi minimum literasi", 14_820, 9_611),
    ("dikdas", "mutu", "Murid SD dan SMP mencapai kompetensi minimum numerasi", 14_820, 8_104),
    ("dikdas", "mutu", "SD dan SMP dengan iklim keamanan baik", 288, 201),
    ("kesetaraan", "penerima", "Anak 7–18 tahun yang ikut kesetaraan", 4_915, 2_508),
    ("kesetaraan", "mutu", "PKBM dan SKB terakreditasi", 26, 14),
)
LEFT_OUT = ("kesetaraan", "mutu")  # what the quarter still lacks
OFFICIAL = {"": "88.91", "paud": "86.84", "dikdas": "90.12"}


def make_spm() -> None:
    """A year as a whole with every part and official indexes; a quarter without one part."""
    today = timezone.localdate()
    year, quarter = Period(today.year - 1, 0), next_due(today)
    rows = [_row(year, *row) for row in ROWS]
    rows += [_row(quarter, *row) for row in ROWS if row[:2] != LEFT_OUT]
    SpmRequirement.objects.bulk_create(rows)
    SpmOfficialIndex.objects.bulk_create(
        SpmOfficialIndex(
            area_id=CITY,
            year=year.year,
            quarter=year.quarter,
            service=service,
            value=Decimal(value),
            source="contoh",
        )
        for service, value in OFFICIAL.items()
    )


def _row(period: Period, service: str, part: str, name: str, needed: int, met: int):
    # A quarter tells how far the year has come; the later, the nearer to the whole.
    share = Decimal(period.quarter + 6) / 10 if period.quarter else Decimal(1)
    return SpmRequirement(
        area_id=CITY,
        year=period.year,
        quarter=period.quarter,
        service=service,
        part=part,
        name=name,
        needed=needed,
        met=int(met * share),
        source="contoh",
        source_year=period.year,
    )
