"""The demo's counts of residents and pupils of Banjarmasin, by two registers that differ.

Made up, their sources marked "contoh"; of the size that a city of 700,000 has.
"""

from django.utils import timezone

from indicators.models import Group, Headcount

CITY = "63.71"
REGISTER, PROJECTION, PUPILS = "contoh Dukcapil", "contoh proyeksi BPS", "contoh Dapodik"
# (kind, ages, count, source)
COUNTS = (
    (Group.RESIDENTS, (5, 6), 23_480, REGISTER),
    (Group.RESIDENTS, (7, 12), 69_310, REGISTER),
    (Group.RESIDENTS, (13, 15), 31_950, REGISTER),
    (Group.RESIDENTS, (16, 18), 31_020, REGISTER),
    (Group.RESIDENTS, (7, 12), 71_700, PROJECTION),
    (Group.RESIDENTS, (13, 15), 33_400, PROJECTION),
    (Group.OUTSIDE, (7, 18), 4_915, PUPILS),
    (Group.LEARNING, (5, 6), 21_346, PUPILS),
    (Group.LEARNING, (7, 12), 68_450, PUPILS),
    (Group.LEARNING, (13, 15), 30_292, PUPILS),
    (Group.PRIMARY, None, 72_880, PUPILS),
    (Group.PRIMARY, (7, 12), 66_140, PUPILS),
    (Group.JUNIOR, None, 32_410, PUPILS),
    (Group.JUNIOR, (13, 15), 26_905, PUPILS),
    (Group.EQUIVALENCE, (7, 18), 2_508, PUPILS),
)


def make_participation() -> None:
    """The counts of the last complete year."""
    year = timezone.localdate().year - 1
    Headcount.objects.bulk_create(
        Headcount(
            area_id=CITY,
            year=year,
            kind=kind,
            age_from=ages and ages[0],
            age_to=ages and ages[1],
            count=count,
            source=source,
            source_year=year,
        )
        for kind, ages, count, source in COUNTS
    )
