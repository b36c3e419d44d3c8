"""Jobs: the list of schools of a synthetic nation, for a kabupaten and for all of it."""

from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import (
    CaptureQueriesContext,
    setup_test_environment,
    teardown_test_environment,
)

from portal.models import User
from schools.models import School
from tests.bench.clock import p95_in_turn

CALLS = 40
NATION, KABUPATEN, KECAMATAN = "", "35.07", "35.07.01"
# The query of the list → the condition and the order that fetch the same rows (S).
BY_NAME = "s.name, s.id"
EXISTING = "s.state = 'buka'"
FETCH = """
SELECT s.*, d.* FROM {schools} s JOIN portal_area d ON d.code = s.district_id
WHERE {conditions} ORDER BY {order} LIMIT {rows}
"""


def _words(query: str) -> str:
    return f"s.search @@ to_tsquery('simple', '{query}')"


PAGES = {
    "list": ("", EXISTING, BY_NAME),
    "deepest page": ("sebelum=akhir", EXISTING, "s.name DESC, s.id DESC"),
    "search sd": ("q=sd", f"{EXISTING} AND {_words('sd:*')}", BY_NAME),
    "search neg mal": ("q=neg+mal", f"{EXISTING} AND {_words('neg:* & mal:*')}", BY_NAME),
    "search 1000": ("q=1000", f"{EXISTING} AND {_words('1000:*')}", BY_NAME),
    "search sd, deepest": (
        "q=sd&sebelum=akhir",
        f"{EXISTING} AND {_words('sd:*')}",
        "s.name DESC, s.id DESC",
    ),
    "wilayah": (f"kecamatan={KECAMATAN}", f"{EXISTING} AND s.district_id = '{KECAMATAN}'", BY_NAME),
    "jenjang": ("jenjang=sd", f"{EXISTING} AND s.stage = 'sd'", BY_NAME),
    "jenjang, rare": ("jenjang=khusus", f"{EXISTING} AND s.stage = 'khusus'", BY_NAME),
    "status": ("status=swasta", f"{EXISTING} AND s.status = 'swasta'", BY_NAME),
    "akreditasi": ("akreditasi=A", f"{EXISTING} AND s.accreditation = 'A'", BY_NAME),
    "akreditasi, unknown": ("akreditasi=belum", f"{EXISTING} AND s.accreditation = ''", BY_NAME),
    "keadaan": ("keadaan=tutup", "s.state = 'tutup'", BY_NAME),
    "program": (
        "program=sekolah-penggerak",
        f"{EXISTING} AND s.id IN (SELECT m.school_id FROM schools_membership m"
        " JOIN schools_programme p ON p.id = m.programme_id WHERE p.code = 'sekolah-penggerak'"
        " AND m.starts_on <= current_date AND (m.ends_on IS NULL OR m.ends_on >= current_date))",
        BY_NAME,
    ),
    "per tanggal": (
        "per=2024-01-01",
        f"{EXISTING} AND s.starts_on <= '2024-01-01'"
        " AND (s.ends_on IS NULL OR s.ends_on > '2024-01-01')",
        BY_NAME,
    ),
}


def nation(schools: str) -> None:
    """Fill the database with a synthetic nation, unless it holds one of that size already."""
    if School.objects.count() < int(schools) * 0.95:
        call_command("seed_scale", schools=int(schools), verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def pages(area: str) -> dict:
    """Of each of the `pages` of the list: p95 in ms, E and S, taken in turn, and its queries."""
    client = client_of(area)
    measured = {}
    for name, page in PAGES.items():
        url, sql, queries = _checked(client, area, *page)
        ours, empty, bare = p95_in_turn(
            lambda url=url: client.get(url),
            lambda: client.get("/kosong/"),
            lambda sql=sql: _fetch(sql),
            calls=CALLS,
        )
        measured[name] = {"ms": ours, "E": empty, "S": bare, "queries": queries}
    return {"pages": measured}


def _checked(client: Client, area: str, query: str, conditions: str, order: str) -> tuple:
    """The address of a page, the bare SQL that fetches the same rows, and the page's queries."""
    url = f"/sekolah/?{query}"
    scope = f" AND (s.district_id = '{area}' OR s.district_id LIKE '{area}.%')" if area else ""
    view = "schools_dated" if query.startswith("per=") else "schools_school"
    setup_test_environment()  # keeps what templates were given
    with CaptureQueriesContext(connection) as queries:
        response = client.get(url)
    teardown_test_environment()
    listing = response.context["list"]
    if listing.filterset.form.errors:
        raise AssertionError(f"{url}: {listing.filterset.form.errors}")
    shown = {row.pk for row in listing.page.object_list}
    conditions += scope
    # One more than are shown where none are: LIMIT 0 would ask for nothing.
    sql = FETCH.format(schools=view, conditions=conditions, order=order, rows=len(shown) or 1)
    if {row[0] for row in _fetch(sql)} != shown:
        raise AssertionError(f"{url}: the reference fetches other rows")
    return url, sql, len(queries)


def _fetch(sql: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def client_of(area: str) -> Client:
    email = f"ukur-{area or 'nasional'}@contoh.id"
    values = {"name": "Ukur", "role": "admin", "area_id": area or None}
    person, _made = User.objects.get_or_create(email=email, defaults=values)
    client = Client()
    client.force_login(person, backend="portal.accounts.backend.PortalBackend")
    return client
