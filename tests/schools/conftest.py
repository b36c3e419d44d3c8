"""What the tests of the registry start from."""

import uuid
from datetime import date

import pytest

from schools.models import Membership, Programme, School


@pytest.fixture
def school(make_school) -> School:
    """A state primary school in Banjarmasin Selatan, accredited B."""
    return make_school(npsn="30304120", name="SD NEGERI MURUNG RAYA 1", accreditation="B")


@pytest.fixture
def elsewhere(make_school) -> School:
    """A school of Banjarbaru, next door: what people of Banjarmasin must not reach."""
    return make_school(npsn="30305555", name="SD NEGERI LOKTABAT 1", district="63.72.05")


@pytest.fixture
def programme(db) -> Programme:
    return Programme.objects.get(code="sekolah-penggerak")


@pytest.fixture
def make_member(programme):
    """`make_member(school)`: a member of the first cohort since July 2022 unless told."""

    def make(school: School, **fields) -> Membership:
        facts = {"programme": programme, "cohort": 1, "starts_on": date(2022, 7, 1)}
        return Membership.objects.create(school=school, **facts | fields)

    return make


@pytest.fixture
def filled():
    """`filled(name=…)`: a complete create form of a school, as a browser sends it."""

    def fill(**fields) -> dict:
        return {
            "key": str(uuid.uuid4()),
            "npsn": "30304999",
            "name": "SD NEGERI BARU 1",
            "form": "SD",
            "status": "negeri",
            "district": "63.71.01",
            "address": "",
            "latitude": "",
            "longitude": "",
            "accreditation": "",
            "accreditation_number": "",
            "accreditation_until": "",
        } | fields

    return fill


@pytest.fixture
def opened():
    """`opened(client, url, name=…)`: the form that stands on a page, with some fields typed over."""

    def read(client, url: str, **fields) -> dict:
        form = client.get(url).context["form"]
        values = {name: form[name].value() for name in form.fields}
        return {name: "" if value is None else value for name, value in values.items()} | fields

    return read
