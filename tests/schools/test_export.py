"""The list of schools as a file: what the page shows, no more and no less."""

import csv
import io
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from schools.models import School

OLD, THEN, NOW = date(2019, 6, 1), date(2023, 7, 1), date(2024, 1, 1)


def lines(client, **asked) -> list[list[str]]:
    response = client.get("/sekolah/ekspor.csv", asked)
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=";"))


def cells(client, sheet=0, **asked) -> list[list]:
    response = client.get("/sekolah/ekspor.xlsx", asked)
    content = io.BytesIO(b"".join(response.streaming_content))
    return CalamineWorkbook.from_filelike(content).get_sheet_by_index(sheet).to_python()


@pytest.fixture
def dinas(client_of):
    return client_of("dinas")


@pytest.fixture
def three(make_school, make_member):
    a = make_school(npsn="00304120", name="SDN A", accreditation="A", facts_since=OLD)
    b = make_school(name="SMPN B", form="SMP", status="swasta", facts_since=OLD)
    make_school(name="SDN LUAR", district="63.72.05", facts_since=OLD)
    make_member(a)
    return a, b


def test_both_files_hold_the_rows_of_the_list_in_its_words(dinas, three):
    header = ["Nama", "NPSN", "Bentuk", "Status", "Kecamatan", "Akreditasi", "Program"]
    place, programme = "Banjarmasin Selatan", "Sekolah Penggerak angkatan 1"
    expected = [
        header,
        ["SDN A", "00304120", "SD", "Negeri", place, "A", programme],
        ["SMPN B", three[1].npsn, "SMP", "Swasta", place, "", ""],
    ]
    assert lines(dinas) == expected
    assert cells(dinas) == expected


def test_filters_and_order_of_the_list_are_those_of_the_file(dinas, three):
    assert [row[0] for row in lines(dinas, urut="-nama")[1:]] == ["SMPN B", "SDN A"]
    assert [row[0] for row in cells(dinas, status="swasta")[1:]] == ["SMPN B"]
    assert [row[0] for row in lines(dinas, program="sekolah-penggerak")[1:]] == ["SDN A"]


def test_a_file_for_a_past_day_is_the_same_after_later_changes(dinas, three):
    school = three[0]
    before = lines(dinas, per=str(THEN)), cells(dinas, per=str(THEN))
    school.name, school.facts_since, school.district_id = "SDN Z", NOW, "63.71.02"
    school.save()
    school.memberships.update(ends_on=NOW)
    assert (lines(dinas, per=str(THEN)), cells(dinas, per=str(THEN))) == before
    assert lines(dinas)[2][0] == "SMPN B"


def test_the_workbook_says_what_it_is(dinas, three):
    about = dict(cells(dinas, sheet=1, status="swasta", per=str(THEN)))
    assert about["Keadaan per"] == "1 Juli 2023"
    assert about["Status"] == "Swasta"
    assert about["Diunduh oleh"] == str(dinas.person)


@pytest.mark.parametrize("name", ["=1+1", "+62", "-x", "@cmd"])
def test_nothing_is_taken_for_a_formula(dinas, make_school, name):
    make_school(name=name)
    assert lines(dinas)[1][0] == f"'{name}"
    assert cells(dinas)[1][0] == name


def test_a_semicolon_and_quotes_come_through(dinas, make_school):
    make_school(name='SD "Café"; 1 % \\ satu')
    assert lines(dinas)[1][0] == 'SD "Café"; 1 % \\ satu'


def test_a_file_takes_as_many_queries_for_a_thousand_rows_as_for_ten(dinas, make_school):
    counts = []
    for _round in range(2):
        for _school in range(10 if not counts else 990):
            make_school()
        with CaptureQueriesContext(connection) as queries:
            rows = cells(dinas)
        counts.append(len(queries))
        assert len(rows) == School.objects.count() + 1
    assert counts[0] == counts[1] <= 10


def test_the_columns_of_the_list_are_those_of_the_file(dinas, three, make_school):
    make_school(name="SDN Z", npsn="30304999", latitude="-3.3194", longitude="114.59")
    asked = {"kolom": ["npsn", "lintang", "kabupaten", "keadaan"], "q": "sdn z"}
    expected = [
        ["Nama", "NPSN", "Kabupaten/kota", "Lintang", "Keadaan"],
        ["SDN Z", "30304999", "Kota Banjarmasin", "-3.3194000", "Buka"],
    ]
    assert lines(dinas, **asked) == expected
    assert cells(dinas, **asked) == expected
