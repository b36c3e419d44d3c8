"""The programmes that ship with the portal, and the real schools of Banjarmasin for the demo.

Each loader adds what is missing and returns how many rows it added; what is there stays as it is.
"""

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path
from uuid import UUID

from django.db import transaction

from schools.models import Form, Membership, Programme, School, Status

SCHOOLS_FILE = Path(__file__).parent / "data" / "schools_banjarmasin_2019.csv"
SCHOOLS_SOURCE = "Kemendikbud, Juni 2019"
SCHOOLS_HOLD_FROM = date(2019, 6, 1)
STATUS_WORDS = {"Negeri": Status.PUBLIC, "Swasta": Status.PRIVATE}

SEKOLAH_PENGGERAK = "sekolah-penggerak"
PROGRAMMES = {
    SEKOLAH_PENGGERAK: {
        "name": "Sekolah Penggerak",
        "description": "Program kementerian yang mendampingi sekolah per angkatan.",
    }
}

# The NPSNs of the first cohort that press and data name; its decree was not seen.
FIRST_COHORT = [
    "30304144",
    "30304061",
    "69786863",
    "30304477",
    "30304429",
    "30305052",
    "30304120",
    "30304256",
    "30304341",
    "30313754",
    "30304219",
    "30304216",
    "30305041",
]
FIRST_COHORT_STARTS = date(2022, 7, 1)


@transaction.atomic
def load_programmes() -> int:
    """Add the programmes that are missing."""
    standing = set(Programme.objects.values_list("code", flat=True))
    missing = [
        Programme(code=code, **facts) for code, facts in PROGRAMMES.items() if code not in standing
    ]
    return len(Programme.objects.bulk_create(missing))


@transaction.atomic
def load_schools() -> int:
    """Add the schools of the ministry's list of June 2019 whose NPSN is missing."""
    with SCHOOLS_FILE.open(newline="") as file:
        schools = [_school(row) for row in csv.DictReader(file)]
    listed = [school.npsn for school in schools]
    standing = set(School.objects.filter(npsn__in=listed).values_list("npsn", flat=True))
    missing = [school for school in schools if school.npsn not in standing]
    return len(School.objects.bulk_create(missing))


def _school(row: dict[str, str]) -> School:
    return School(
        npsn=row["npsn"],
        name=" ".join(row["nama"].split()),
        form=Form(row["bentuk"]),
        status=STATUS_WORDS[row["status"]],
        district_id=row["kode_kecamatan_kemendagri"],
        address=" ".join(row["alamat"].split()),
        latitude=Decimal(row["lintang"]) if row["lintang"] else None,
        longitude=Decimal(row["bujur"]) if row["bujur"] else None,
        dapodik_id=UUID(row["sekolah_id"]),
        source=SCHOOLS_SOURCE,
        facts_since=SCHOOLS_HOLD_FROM,
    )


@transaction.atomic
def load_cohort_members() -> int:
    """Add the first cohort of Sekolah Penggerak, as far as its schools stand in the registry."""
    programme = Programme.objects.get(code=SEKOLAH_PENGGERAK)
    members = Membership.objects.filter(programme=programme, cohort=1)
    missing = School.objects.filter(npsn__in=FIRST_COHORT).exclude(pk__in=members.values("school"))
    return len(
        Membership.objects.bulk_create(
            Membership(school=school, programme=programme, cohort=1, starts_on=FIRST_COHORT_STARTS)
            for school in missing
        )
    )
