"""Jobs: the need list of a synthetic nation, for a kabupaten and for all of it; a full calendar."""

from datetime import date, timedelta

from django.db import connection
from django.test import Client

from indicators.models import Measurement
from mentoring.models import Agreement, Assignment, Instrument, Visit, VisitKind
from mentoring.operations.need import refresh_need
from portal.models import Area, User
from schools.models import School
from tests.bench.clock import milliseconds, p95_in_turn
from tests.bench.lists import CALLS, KABUPATEN, NATION, client_of, nation

YEAR = date.today().year
PEOPLE, SCHOOLS_EACH = 200, 5
ROWS = 25
SCOPE = "AND (n.district_id = '{area}' OR n.district_id LIKE '{area}.%')"
FETCH = """
SELECT n.*, s.*, d.* FROM mentoring_schoolneed n JOIN schools_school s ON s.id = n.school_id
JOIN portal_area d ON d.code = n.district_id WHERE {condition} {scope}
ORDER BY n.score DESC, n.school_id DESC LIMIT {rows}
"""
PAGES = {
    "need": ("/kunjungan/kebutuhan/", "n.accompanied"),
    "need, all schools": ("/kunjungan/kebutuhan/?sekolah=semua", "true"),
    "never visited": ("/kunjungan/pemerataan/", "n.accompanied AND n.last_visit IS NULL"),
    "too much": (
        "/kunjungan/pemerataan/?keadaan=lebih",
        "n.made > 0 AND n.made >= n.expected + 2 AND n.made > n.expected * 1.5",
    ),
}
FIGURES = """
INSERT INTO indicators_measurement (
    version, indicator_id, school_id, year, value, label, colour, source, state, note, reason
)
SELECT 1, m.indicator_id, s.id, %(year)s, 50, '',
    (ARRAY['merah', 'kuning', 'hijau'])[(s.id * 7 + m.indicator_id * 13) %% 3 + 1],
    'sintetis', 'resmi', '', ''
FROM schools_school s CROSS JOIN indicators_setmember m JOIN indicators_indicatorset i
    ON i.id = m.set_id WHERE i.code = 'spm' AND s.state = 'buka'
ON CONFLICT DO NOTHING
"""


def fill(schools: str) -> dict:
    """A synthetic nation with figures for each school, and 200 facilitators with their month."""
    nation(schools)
    if not Measurement.objects.filter(source="sintetis").exists():
        _figures()
        _people()
    taken = milliseconds(refresh_need)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    return {"refresh_ms": taken, "again_ms": milliseconds(refresh_need)}


def _figures() -> None:
    table = Measurement._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute(FIGURES, {"year": YEAR})
        cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def _people() -> None:
    """Facilitators of the province of the kabupaten, five schools each, two visits a school this month."""
    province = Area.objects.get(pk=KABUPATEN[:2])
    agreement = Agreement.objects.create(
        kind="kesepakatan",
        title="Ukur",
        first_number="1",
        second_number="2",
        area=province,
        signed_on=date(YEAR, 1, 1),
        starts_on=date(YEAR, 1, 1),
        ends_on=date(YEAR, 12, 31),
        state="berlaku",
    )
    people = User.objects.bulk_create(
        User(name=f"Fasilitator {n}", email=f"f{n}@contoh.id", role="fasilitator", area=province)
        for n in range(PEOPLE)
    )
    inside = School.objects.filter(district__code__startswith=f"{province.pk}.", state="buka")
    schools = list(inside.order_by("pk")[: PEOPLE * SCHOOLS_EACH])
    pairs = [(people[n % PEOPLE], school) for n, school in enumerate(schools)]
    Assignment.objects.bulk_create(
        Assignment(facilitator=person, school=school, starts_on=date(YEAR, 1, 1))
        for person, school in pairs
    )
    kind, instrument = VisitKind.objects.first(), Instrument.objects.published().get()
    first = date.today().replace(day=1)
    Visit.objects.bulk_create(
        Visit(
            school=school,
            facilitator=person,
            agreement=agreement,
            instrument=instrument,
            kind=kind,
            date=first + timedelta(days=(n * 3 + extra * 9) % 28),
            state="direncanakan" if extra else "diverifikasi",
        )
        for n, (person, school) in enumerate(pairs)
        for extra in range(2)
    )


def needs(area: str) -> dict:
    """For each page of need: p95 in ms, E and S."""
    client = client_of(area)
    measured = {}
    for name, (url, condition) in PAGES.items():
        scope = SCOPE.format(area=area) if area else ""
        sql = FETCH.format(condition=condition, scope=scope, rows=ROWS)
        measured[name] = _measure(client, url, sql)
    return {"pages": measured}


def calendar() -> dict:
    """E, the month of 200 facilitators (p95 in ms) and S, the bare SQL of its visits."""
    province = KABUPATEN[:2]
    client = client_of(province)
    sql = f"""
    SELECT v.id, v.version, v.date, v.starts_at, v.ends_at, v.state, s.id, s.name, u.id, u.name
    FROM mentoring_visit v JOIN schools_school s ON s.id = v.school_id
    JOIN portal_user u ON u.id = v.facilitator_id
    WHERE v.date BETWEEN date_trunc('month', current_date)::date - 6
        AND date_trunc('month', current_date)::date + 36 {SCOPE.replace("n.", "s.")}
    ORDER BY v.date, v.starts_at, v.id
    """.format(area=province)
    return {**_measure(client, "/kunjungan/kalender/", sql), "visits": len(_fetch(sql))}


def _measure(client: Client, url: str, sql: str) -> dict:
    answer = client.get(url)
    if answer.status_code != 200:
        raise AssertionError(f"{url}: {answer.status_code}")
    ours, empty, bare = p95_in_turn(
        lambda: client.get(url), lambda: client.get("/kosong/"), lambda: _fetch(sql), calls=CALLS
    )
    return {"ms": ours, "E": empty, "S": bare, "bytes": len(answer.content)}


def _fetch(sql: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def everywhere() -> dict:
    """The need list of a kabupaten and of the nation."""
    areas = {"kabupaten": KABUPATEN, "nation": NATION}
    return {"readers": {name: needs(area) for name, area in areas.items()}}
