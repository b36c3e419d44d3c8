"""The map: what a part of it holds, the table beside it, and points that lie where they should not."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from portal.models import Area
from schools.boundaries import doubt_of
from schools.models import Form, School
from schools.queries.places import Box, clusters

URL = "/sekolah/peta/"
POINTS = "/sekolah/peta/titik.json"
CITY = "west=114.5&south=-3.4&east=114.7&north=-3.2"


def at(lat: str, lng: str) -> dict[str, Decimal]:
    return {"latitude": Decimal(lat), "longitude": Decimal(lng)}


@pytest.fixture
def town(make_school, elsewhere):
    """Two schools side by side, one in another kecamatan, one without a point, one elsewhere."""
    School.objects.filter(pk=elsewhere.pk).update(**at("-3.44", "114.83"))
    make_school(name="SDN A", npsn="30304001", **at("-3.3450", "114.5900"))
    make_school(name="SMPN B", npsn="30304002", form=Form.SMP, **at("-3.3451", "114.5901"))
    make_school(name="SDN C", npsn="30304003", district="63.71.04", **at("-3.2900", "114.6000"))
    make_school(name="SDN D", npsn="30304004")


def points(client, query: str = "") -> list[dict]:
    response = client.get(f"{POINTS}?{CITY}&{query}")
    assert response.status_code == 200
    return sorted(response.json()["points"], key=lambda point: point["lat"])


def test_schools_close_together_are_one_point_from_afar_and_several_from_near(client_of, town):
    client = client_of("dinas")
    together, alone = points(client, "zoom=13")
    assert together["count"] == 2
    assert together["stages"] == {"sd": 1, "smp": 1}
    assert together["schools"] == []
    assert alone["schools"] == [{"name": "SDN C", "url": "/sekolah/30304003/"}]
    assert [point["count"] for point in points(client, "zoom=0")] == [3]


def test_schools_at_one_place_are_named_at_the_deepest_zoom(client_of, town, make_school):
    make_school(name="SDN E", npsn="30304005", **at("-3.2900", "114.6000"))
    named = [point["schools"] for point in points(client_of("dinas"), "zoom=18&q=sdn")]
    assert [[school["name"] for school in schools] for schools in named] == [
        ["SDN A"],
        ["SDN C", "SDN E"],
    ]


def test_points_are_those_of_the_scope_and_of_the_filters(client_of, town):
    whole = "west=95&south=-11&east=141&north=6&zoom=18"
    counts = {
        (role, query): sum(
            point["count"]
            for point in client_of(role).get(f"{POINTS}?{whole}&{query}").json()["points"]
        )
        for role, query in [("dinas", ""), ("fasilitator", ""), ("dinas", "jenjang=smp")]
    }
    assert counts == {("dinas", ""): 3, ("fasilitator", ""): 4, ("dinas", "jenjang=smp"): 1}


@pytest.mark.parametrize(
    "query",
    ["", "zoom=3", f"{CITY}&zoom=99", f"{CITY}&zoom=-1", f"{CITY.replace('114.5', 'NaN')}&zoom=3"],
)
def test_a_part_of_the_map_that_cannot_be_read_is_told(client_of, town, query):
    response = client_of("dinas").get(f"{POINTS}?{query}")
    assert response.status_code == 422
    assert "tidak terbaca" in response.json()["error"]


def table(response) -> list[tuple]:
    return [
        (row["area"].name, [count for _stage, count in row["stages"]], row["pointless"])
        for row in response.context["tally"]
    ]


def test_table_counts_by_the_areas_below_the_readers_own(client_of, town):
    city = client_of("dinas").get(URL)
    assert table(city) == [("Banjarmasin Selatan", [2, 1], 1), ("Banjarmasin Utara", [1, 0], 0)]
    assert "4 sekolah, 1 tanpa titik" in city.text
    province = client_of("fasilitator").get(URL)
    assert table(province) == [("Kota Banjarmasin", [3, 1], 1), ("Kota Banjarbaru", [1, 0], 0)]
    below = client_of("fasilitator").get(f"{URL}?kecamatan=63.71&jenjang=sd")
    assert table(below) == [("Banjarmasin Selatan", [2], 1), ("Banjarmasin Utara", [1], 0)]


def test_filters_go_along_to_the_list_and_back(client_of, town):
    shown = client_of("dinas").get(f"{URL}?jenjang=sd").text
    assert 'href="/sekolah/?jenjang=sd"' in shown
    assert 'href="/sekolah/?jenjang=sd&amp;kecamatan=63.71.04"' in shown
    assert 'href="/sekolah/peta/?jenjang=sd"' in client_of("dinas").get("/sekolah/?jenjang=sd").text


def test_nothing_found_is_said(client_of, town):
    assert "Tidak ada sekolah yang cocok" in client_of("dinas").get(f"{URL}?q=tidakada").text


def test_a_point_far_outside_its_kecamatan_is_doubtful(client_of, make_school):
    far = make_school(name="SDN Jauh", **at("-3.2900", "114.6000"))
    near = make_school(name="SDN Dekat", **at("-3.3450", "114.5900"))
    page = client_of("dinas").get(URL)
    assert [doubt.school for doubt in page.context["doubts"]] == [far]
    assert page.context["doubts"][0].inside == "Banjarmasin Utara"
    assert "km di luar Banjarmasin Selatan, di dalam Banjarmasin Utara" in page.text
    assert "Meragukan" in client_of("dinas").get(far.get_absolute_url()).text
    assert "Meragukan" not in client_of("dinas").get(near.get_absolute_url()).text


@pytest.mark.parametrize(
    ("south", "doubtful"), [("-3.3900", False), ("-3.3930", True)], ids=["0,9 km", "1,2 km"]
)
def test_the_tolerance_is_one_kilometre(make_school, south, doubtful):
    """The southernmost corner of Banjarmasin Selatan lies at -3.38214, 114.58615."""
    doubt = doubt_of(make_school(**at(south, "114.58615")))
    assert (doubt is not None) == doubtful


def test_where_no_boundary_is_known_there_is_no_doubt(elsewhere, make_school):
    elsewhere.latitude, elsewhere.longitude = Decimal("5"), Decimal("100")
    assert doubt_of(elsewhere) is None
    assert doubt_of(make_school()) is None


@pytest.mark.parametrize(("level", "count", "dots"), [("district", 5, 2), ("village", 52, 3)])
def test_boundaries_are_shipped_with_their_codes(client_of, level, count, dots):
    shipped = client_of("dinas").get(f"{URL}{level}.json").json()["features"]
    codes = {feature["properties"]["kode"] for feature in shipped}
    assert len(codes) == count
    assert all(code.startswith("63.71.") and code.count(".") == dots for code in codes)
    known = Area.objects.filter(code__in=codes).count()
    assert known == count


def test_tiles_come_from_the_address_that_was_set_only(client_of, settings, town):
    assert 'data-tiles=""' in client_of("dinas").get(URL).text
    settings.MAP_TILES_URL = "https://ubin.contoh.id/{z}/{x}/{y}.png"
    assert 'data-tiles="https://ubin.contoh.id/{z}/{x}/{y}.png"' in client_of("dinas").get(URL).text


def test_map_takes_at_most_ten_queries(client_of, town, django_assert_max_num_queries):
    client = client_of("dinas")
    with django_assert_max_num_queries(10):
        client.get(URL)


class EveryPointOnce(TestCase):
    """Whatever the zoom, each school inside the box is in exactly one cluster."""

    @given(
        st.lists(
            st.tuples(
                st.decimals("-3.5", "-3.2", places=4), st.decimals("114.5", "114.7", places=4)
            ),
            max_size=12,
        ),
        st.integers(0, 18),
    )
    def test_no_school_is_lost_or_counted_twice(self, places, zoom):
        School.objects.all().delete()
        School.objects.bulk_create(
            School(
                npsn=str(10_000_000 + number),
                name=f"SDN {number}",
                form=Form.SD,
                status="negeri",
                district_id="63.71.01",
                latitude=lat,
                longitude=lng,
            )
            for number, (lat, lng) in enumerate(places)
        )
        box = Box(Decimal("114.55"), Decimal("-3.4"), Decimal("114.65"), Decimal("-3.25"))
        found = clusters(School.objects.all(), box, zoom)
        inside = [
            1
            for lat, lng in places
            if box.south <= lat <= box.north and box.west <= lng <= box.east
        ]
        assert sum(cluster["count"] for cluster in found) == len(inside)
        assert sum(cluster["sd"] for cluster in found) == len(inside)
