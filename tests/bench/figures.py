"""Jobs: figures of a synthetic nation, the pages that show them, their roll-up, a sheet of a dinas."""

import io
from pathlib import Path

import xlsxwriter
from django.core.files import File
from django.db import connection, transaction
from django.test import Client
from django.test.utils import (
    CaptureQueriesContext,
    setup_test_environment,
    teardown_test_environment,
)
from django.utils import timezone

from indicators.models import Indicator, IndicatorSet, Measurement, SchoolSums, SetMember
from portal.imports import operations
from portal.imports.models import StagedChange, StagedRow, State
from portal.imports.profiles import profile_of
from schools.models import School
from tests.bench.clock import milliseconds, p95_in_turn
from tests.bench.lists import KABUPATEN, client_of, nation

CALLS = 40
SET = "ukur"
YEARS = (2021, 2022, 2023, 2024, 2025)
YEAR = YEARS[-1]
# Nine that the Rapor prints for schools.
CODES = ("A.1", "A.2", "A.3", "D.1", "D.2", "D.3", "D.4", "D.8", "D.10")
DASMEN = "Pendidikan Dasar dan Pendidikan Menengah"

# Without history rows, triggers and checks of foreign keys, whose rows were read from those tables.
FIGURES = """
INSERT INTO indicators_measurement (
    version, indicator_id, school_id, year, of_form, of_status, of_sex, value, denominator, label,
    colour, source, data_source, state, note, reason
)
SELECT 1, m.indicator_id, s.id, %(year)s, '', '', '', (hash / 7 %% 10000) / 100.0, 20 + hash %% 30,
    (ARRAY['Kurang', 'Sedang', 'Baik'])[hash %% 3 + 1],
    (ARRAY['merah', 'kuning', 'hijau'])[hash %% 3 + 1], 'sintetis', 'AN', 'resmi', '', ''
FROM schools_school s CROSS JOIN indicators_setmember m
    JOIN indicators_indicatorset i ON i.id = m.set_id AND i.code = %(set)s,
    LATERAL (SELECT (s.id * 2654435761 + m.indicator_id * 40503 + %(year)s * 69069) %% 1000003) h (hash)
ORDER BY s.id, m.indicator_id
"""
SUMS = (
    "sum(schools), sum(weighed), sum(weighted_sum), sum(weights), sum(parted), sum(numerators),"
    " sum(denominators), sum(red), sum(yellow), sum(green)"
)
OF_SET = "(SELECT indicator_id FROM indicators_setmember WHERE set_id = {set})"


def fill(schools: str) -> None:
    """A synthetic nation with nine figures of each school in each of five years, and their sums."""
    nation(schools)
    if IndicatorSet.objects.filter(code=SET).exists():
        return
    with transaction.atomic(), connection.cursor() as cursor:
        chosen = IndicatorSet.objects.create(code=SET, name="Ukur")
        found = {one.code: one for one in Indicator.objects.filter(service=DASMEN, code__in=CODES)}
        SetMember.objects.bulk_create(
            SetMember(set=chosen, indicator=found[code], order=n) for n, code in enumerate(CODES)
        )
        cursor.execute("SET LOCAL session_replication_role = replica")
        for year in YEARS:
            cursor.execute(FIGURES, {"year": year, "set": SET})
        cursor.execute("SET LOCAL session_replication_role = origin")
        cursor.execute("SELECT indicators_rebuild_sums(NULL)")
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def pages() -> dict:
    """Of each page: p95 in ms, E and S, taken in turn, and its queries."""
    chosen = IndicatorSet.objects.get(code=SET)
    indicator = chosen.in_order[0].pk
    school = School.objects.filter(district__code__startswith=KABUPATEN, form="SD").first()
    asked = f"tahun={YEAR}&set={SET}"
    members = OF_SET.format(set=chosen.pk)
    ranked = f"indikator={indicator}&tahun={YEAR}&urut=-nilai"
    city, province, all_of_it = (client_of(area) for area in (KABUPATEN, KABUPATEN[:2], ""))
    return {
        "pages": {
            "kabupaten, overview": _measured(
                city,
                f"/indikator/wilayah/{KABUPATEN}/?{asked}",
                _overview(members, "district", 8, f"area_code LIKE '{KABUPATEN}.%'"),
                f"SELECT stage, count(*) FROM schools_school WHERE state = 'buka'"
                f" AND district_id LIKE '{KABUPATEN}.%' GROUP BY stage",
                f"SELECT * FROM portal_area WHERE parent_id = '{KABUPATEN}'",
            ),
            "a school": _measured(
                city,
                f"/indikator/sekolah/{school.npsn}/?{asked}",
                "SELECT m.*, i.* FROM indicators_measurement m JOIN indicators_indicator i"
                f" ON i.id = m.indicator_id WHERE m.school_id = {school.pk}"
                f" AND m.indicator_id IN {members} ORDER BY m.year",
            ),
            "kabupaten, ranking": _measured(
                city,
                f"/indikator/wilayah/{KABUPATEN}/sekolah/?{ranked}",
                _ranking(KABUPATEN, indicator),
            ),
            "province, ranking": _measured(
                province,
                f"/indikator/wilayah/{KABUPATEN[:2]}/sekolah/?{ranked}",
                _ranking(KABUPATEN[:2], indicator),
            ),
            "nation, overview": _measured(
                all_of_it,
                f"/indikator/?{asked}",
                _overview(members, "city", 2, "true"),
                "SELECT * FROM portal_area WHERE level = 'province'",
            ),
        }
    }


def _overview(members: str, level: str, length: int, inside: str) -> str:
    return (
        f"SELECT left(area_code, {length}), indicator_id, stage, {SUMS}"
        f" FROM indicators_schoolsums WHERE level = '{level}' AND year = {YEAR}"
        f" AND indicator_id IN {members}"
        f" AND {inside} GROUP BY 1, 2, 3"
    )


def _ranking(area: str, indicator: int) -> str:
    return (
        "SELECT m.*, s.*, d.* FROM indicators_measurement m JOIN schools_school s"
        " ON s.id = m.school_id JOIN portal_area d ON d.code = s.district_id"
        f" WHERE m.indicator_id = {indicator} AND m.year = {YEAR}"
        f" AND s.district_id LIKE '{area}.%' ORDER BY m.value DESC, s.name DESC, m.id DESC LIMIT 25"
    )


def _measured(client: Client, url: str, *sql: str) -> dict:
    setup_test_environment()  # keeps what templates were given
    with CaptureQueriesContext(connection) as queries:
        response = client.get(url)
    teardown_test_environment()
    asked = len(queries)  # before the next request forgets them
    if response.status_code != 200:
        raise AssertionError(f"{url}: {response.status_code}")
    ours, empty, bare = p95_in_turn(
        lambda: client.get(url), lambda: client.get("/kosong/"), lambda: _fetch(*sql), calls=CALLS
    )
    return {"ms": ours, "E": empty, "S": bare, "queries": asked}


def _fetch(*statements: str) -> None:
    with connection.cursor() as cursor:
        for sql in statements:
            cursor.execute(sql)
            cursor.fetchall()


def full_scan() -> dict:
    """The same overview of the nation made from the figures themselves."""
    sql = (
        "SELECT left(s.district_id, 2), m.indicator_id, s.stage, count(*), sum(m.value)"
        " FROM indicators_measurement m JOIN schools_school s ON s.id = m.school_id"
        " GROUP BY 1, 2, 3"
    )
    return {"ms": milliseconds(lambda: _fetch(sql)), "figures": Measurement.objects.count()}


def roll_up() -> dict:
    """The nation's sums of a year made anew in one statement, and a bare GROUP BY of its figures."""
    bare = (
        "SELECT m.indicator_id, s.district_id, s.stage, count(*) FROM indicators_measurement m"
        f" JOIN schools_school s ON s.id = m.school_id WHERE m.year = {YEAR} GROUP BY 1, 2, 3"
    )
    made = f"SELECT indicators_rebuild_sums({YEAR})"
    _fetch(bare)
    ours, reference = p95_in_turn(lambda: _fetch(made), lambda: _fetch(bare), calls=3)
    return {"ms": ours, "bare": reference, "rows": SchoolSums.objects.filter(year=YEAR).count()}


def sheet(path: str, schools: str, columns: str) -> None:
    """Write the sheet of a dinas: a school a row, an indicator a column."""
    chosen = Indicator.objects.filter(service=DASMEN, at_school=True, unit="skor").exclude(code="")
    chosen = chosen.order_by("pk")[: int(columns)]
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    page = book.add_worksheet()
    page.write_row(
        0, 0, ["NPSN", "Nama Sekolah", *(f"{one.code} {one.name} 2020" for one in chosen)]
    )
    for n, (npsn, name) in enumerate(
        School.objects.exclude(stage="paud")
        .order_by("pk")
        .values_list("npsn", "name")[: int(schools)]
    ):
        values = [(n * 7 + m * 13) % 10_000 / 100 for m in range(len(chosen))]
        page.write_row(n + 1, 0, [npsn, name, *values])
    book.close()


def reading_and_copy(path: str) -> dict:
    """calamine reading the sheet, and COPY of the same values, a row each, into a bare table."""
    from python_calamine import CalamineWorkbook

    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE bare (npsn text, indicator text, value text)")

        def read_and_copy() -> None:
            head, *rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
            text = "".join(
                f"{row[0]}\t{name}\t{value}\n"
                for row in rows
                for name, value in zip(head[2:], row[2:], strict=True)
            )
            cursor.copy_expert("COPY bare FROM STDIN", io.StringIO(text))

        return {"ms": milliseconds(read_and_copy)}


def portal(path: str) -> dict:
    """The portal's import, from the file to the committed figures with their history."""
    _forget_sheet()
    made = []

    def take_in() -> None:
        with Path(path).open("rb") as content:
            batch = operations.receive(
                File(content),
                name="capaian.xlsx",
                profile=profile_of("capaian"),
                by=None,
                area=None,
                holds_from=timezone.localdate(),
                at_once=True,
            )
        made.append(operations.commit(batch, by=None, at_once=True) or batch)

    taken = milliseconds(take_in)
    batch = made[0]
    batch.refresh_from_db()
    figures = Measurement.objects.filter(year=2020).count()
    if batch.state != State.COMMITTED or figures != batch.counts["new"]:
        raise AssertionError(f"not all was saved: {batch.state}, {figures} figures, {batch.counts}")
    return {"ms": taken, "figures": figures}


def _forget_sheet() -> None:
    tables = ", ".join(model._meta.db_table for model in (StagedRow, StagedChange))
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("DELETE FROM indicators_measurement WHERE year = 2020")
        cursor.execute("DELETE FROM indicators_schoolsums WHERE year = 2020")
        cursor.execute(f"TRUNCATE {tables} RESTART IDENTITY CASCADE")
        cursor.execute("TRUNCATE indicators_measurementevent")
