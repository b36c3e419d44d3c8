"""What the tests of figures start from."""

import uuid
from decimal import Decimal

import pytest

from indicators.models import (
    Indicator,
    IndicatorSet,
    Measurement,
    Part,
    Service,
    SpmRequirement,
    held_by,
)
from portal.models import Area
from schools.models import School

DASMEN = "Pendidikan Dasar dan Pendidikan Menengah"


@pytest.fixture
def spm(db) -> IndicatorSet:
    return IndicatorSet.objects.get(code="spm")


@pytest.fixture
def indicator_of(spm):
    """`indicator_of("A.1")`: the member of the Set SPM with this code."""

    def find(code: str) -> Indicator:
        return spm.indicators.get(code=code)

    return find


@pytest.fixture
def literacy(indicator_of) -> Indicator:
    """A.1, in percent, printed at every level, with published cut-offs 40 and 70."""
    return indicator_of("A.1")


@pytest.fixture
def safety(indicator_of) -> Indicator:
    """D.4, a score with labels whose cut-offs are not published."""
    return indicator_of("D.4")


@pytest.fixture
def gross_rate(db) -> Indicator:
    """An APK, a percentage that may pass 100; not printed for schools."""
    return Indicator.objects.get(service=DASMEN, code="B.4")


@pytest.fixture
def attendance_rate(indicator_of) -> Indicator:
    """An APS of the Set SPM, which passes 100 where pupils and residents are counted apart."""
    return indicator_of("B.13")


@pytest.fixture
def city(db) -> Area:
    return Area.objects.get(pk="63.71")


@pytest.fixture
def neighbour(db) -> Area:
    """Banjarbaru, whose figures people of Banjarmasin do not see."""
    return Area.objects.get(pk="63.72")


@pytest.fixture
def province(db) -> Area:
    return Area.objects.get(pk="63")


@pytest.fixture
def school(make_school) -> School:
    return make_school(npsn="30304120", name="SD NEGERI MURUNG RAYA 1")


@pytest.fixture
def school_elsewhere(make_school) -> School:
    """A school of Banjarbaru."""
    return make_school(npsn="30305555", name="SD NEGERI LOKTABAT 1", district="63.72.05")


@pytest.fixture
def measure(literacy):
    """`measure(place, 2025, "61,2", …)`: a figure of literacy unless told otherwise."""

    def make(place, year: int, value: str, **fields) -> Measurement:
        facts = {"indicator": literacy, "source": "contoh"} | fields
        number = Decimal(value.replace(",", "."))
        return Measurement.objects.create(year=year, value=number, **held_by(place), **facts)

    return make


@pytest.fixture
def filled():
    """`filled(value="71,43")`: a complete form of a figure as a browser sends it."""

    def fill(**fields) -> dict:
        return {
            "key": str(uuid.uuid4()),
            "year": "2025",
            "value": "71,43",
            "colour": "",
            "source": "Rapor Pendidikan 2025",
            "state": "resmi",
            "note": "",
        } | fields

    return fill


@pytest.fixture
def require(city):
    """`require("paud", "penerima", 100, 90)`: a requirement of the city in 2025 unless told otherwise."""
    made = iter(range(1, 10_000))

    def make(service: str, part: str, needed, met, **fields) -> SpmRequirement:
        facts = {
            "area": city,
            "year": 2025,
            "quarter": 0,
            "name": f"Syarat {next(made)}",
            "source": "contoh",
            "source_year": 2025,
        } | fields
        return SpmRequirement.objects.create(
            service=service, part=part, needed=needed, met=met, **facts
        )

    return make


@pytest.fixture
def complete(require):
    """`complete(quarter=2)`: each part of each service 80 of 100, of 2025 unless told otherwise."""

    def make(**fields) -> list[SpmRequirement]:
        return [
            require(service, part, 100, 80, **fields)
            for service in Service.values
            for part in Part.values
        ]

    return make
