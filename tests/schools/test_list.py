"""The list of schools: who sees which, search, filters, order, pages, and how many queries it takes."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from schools.models import Form, Membership, School, Status
from schools.queries.choices import area_choices

URL = "/sekolah/"
OFFICES = ["admin", "dinas", "fasilitator", "pimpinan"]


def names(response) -> list[str]:
    return [school.name for school in response.context["list"].page.object_list]


@pytest.fixture
def town(make_school, elsewhere, make_member):
    """Four schools that differ in everything, and one outside of Banjarmasin."""
    a = make_school(npsn="30304001", name="SDN A", accreditation="B")
    make_school(
        npsn="30304002", name="SMPN B", form=Form.SMP, district="63.71.02", accreditation="A"
    )
    c = make_school(npsn="30304003", name="SD C", status=Status.PRIVATE, district="63.71.03")
    d = make_school(npsn="P9970004", name="PKBM D", form=Form.PKBM, status=Status.PRIVATE)
    make_member(a)
    make_member(c, cohort=2)
    make_member(d, ends_on=date(2023, 6, 30))
    make_member(elsewhere)


@pytest.mark.parametrize("role", OFFICES)
def test_offices_of_the_city_see_its_schools_only(client_of, town, role):
    response = client_of(role, area="63.71").get(URL)
    assert names(response) == ["PKBM D", "SD C", "SDN A", "SMPN B"]
    assert "LOKTABAT" not in response.content.decode()


def test_facilitator_of_the_province_sees_both_cities(client_of, town):
    response = client_of("fasilitator").get(URL)
    assert names(response) == ["PKBM D", "SD C", "SD NEGERI LOKTABAT 1", "SDN A", "SMPN B"]


def test_school_account_has_no_list(client_of, school):
    assert client_of("sekolah", school=school).get(URL).status_code == 403


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("q=sd", ["SD C", "SDN A"]),
        ("q=30304002", ["SMPN B"]),
        ("q=loktabat", []),
        ("kecamatan=63.71.01", ["PKBM D", "SDN A"]),
        ("jenjang=sd", ["SD C", "SDN A"]),
        ("jenjang=kesetaraan", ["PKBM D"]),
        ("status=negeri", ["SDN A", "SMPN B"]),
        ("program=sekolah-penggerak", ["SD C", "SDN A"]),
        ("program=sekolah-penggerak:2", ["SD C"]),
        ("status=swasta&jenjang=sd&kecamatan=63.71.03&q=c", ["SD C"]),
    ],
)
def test_filters_narrow_the_list(client_of, town, query, expected):
    assert names(client_of("dinas").get(f"{URL}?{query}")) == expected


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("-nama", ["SMPN B", "SDN A", "SD C", "PKBM D"]),
        ("npsn", ["SDN A", "SMPN B", "SD C", "PKBM D"]),
        ("bentuk", ["PKBM D", "SD C", "SDN A", "SMPN B"]),
        ("-status", ["SD C", "PKBM D", "SMPN B", "SDN A"]),
        ("kecamatan", ["SD C", "PKBM D", "SDN A", "SMPN B"]),
        ("-akreditasi", ["SDN A", "SMPN B", "SD C", "PKBM D"]),
        ("program", ["PKBM D", "SD C", "SDN A", "SMPN B"]),
        ("district__code", ["PKBM D", "SD C", "SDN A", "SMPN B"]),
    ],
)
def test_headers_sort_the_list_and_nothing_else_does(client_of, town, order, expected):
    assert names(client_of("dinas").get(f"{URL}?urut={order}")) == expected


def test_row_shows_the_programmes_of_today_as_badges(client_of, town):
    page = client_of("dinas").get(f"{URL}?q=sdn").content.decode()
    assert "Sekolah Penggerak angkatan 1" in page
    ended = client_of("dinas").get(
        f"{URL}?q=pkbm", headers={"hx-request": "true", "hx-target": "list"}
    )
    assert "Sekolah Penggerak" not in ended.content.decode()


def area_options(client, chosen: str = "") -> list:
    page = client.get(URL, {"kecamatan": chosen})
    return list(page.context["list"].filterset.form.fields["kecamatan"].choices)[1:]


def test_city_chooses_among_its_districts_that_hold_schools(client_of, town):
    assert area_options(client_of("dinas")) == [
        ("63.71.01", "Banjarmasin Selatan"),
        ("63.71.02", "Banjarmasin Timur"),
        ("63.71.03", "Banjarmasin Barat"),
    ]


def test_province_chooses_a_city_and_then_one_of_its_districts(client_of, town):
    client = client_of("fasilitator")
    cities = area_options(client)
    assert len(cities) == 13
    assert cities[-1] == ("63.72", "Kota Banjarbaru")
    below = [("63.72.05", "Banjarbaru Selatan")]
    for chosen in ("63.72", "63.72.05"):
        assert area_options(client, chosen) == [*cities, ("Kota Banjarbaru", below)]
    assert names(client.get(f"{URL}?kecamatan=63.72")) == ["SD NEGERI LOKTABAT 1"]
    assert names(client.get(f"{URL}?kecamatan=63.72.05")) == ["SD NEGERI LOKTABAT 1"]


def test_nation_chooses_from_province_to_district(nation_client, town):
    provinces = area_options(nation_client)
    assert len(provinces) == 38
    groups = dict(area_options(nation_client, "63.72.05")[38:])
    assert list(groups) == ["Kalimantan Selatan", "Kota Banjarbaru"]


def test_a_chosen_district_without_schools_is_offered_and_empty(client_of, town):
    client = client_of("dinas")
    assert ("63.71.05", "Banjarmasin Tengah") in area_options(client, "63.71.05")
    assert names(client.get(f"{URL}?kecamatan=63.71.05")) == []


def test_choice_of_districts_is_drawn_anew_with_the_list(client_of, town):
    part = {"hx-request": "true", "hx-target": "list"}
    drawn = client_of("fasilitator").get(f"{URL}?kecamatan=63.72", headers=part).text
    assert 'id="filter-kecamatan" hx-swap-oob="true"' in drawn
    assert '<option value="63.72.05">' in drawn
    assert "hx-swap-oob" not in client_of("fasilitator").get(f"{URL}?kecamatan=63.72").text


@pytest.mark.parametrize("chosen", ["63.71.09", "99", "abc", "63.71.01.1001", "²³"])
def test_an_area_that_is_none_is_told_beside_the_filter(client_of, town, chosen):
    response = client_of("dinas").get(URL, {"kecamatan": chosen})
    assert response.status_code == 200
    assert "kecamatan" in response.context["list"].filterset.form.errors


def test_filter_for_an_area_outside_the_scope_is_refused_and_shows_none_of_it(client_of, town):
    response = client_of("dinas").get(f"{URL}?kecamatan=63.72.05")
    assert "kecamatan" in response.context["list"].filterset.form.errors
    assert "LOKTABAT" not in response.content.decode()


def test_page_links_keep_filter_and_order(client_of, make_school):
    for number in range(60):
        make_school(name=f"SDN {number:02}")
    make_school(name="SMPN X", form=Form.SMP)
    client = client_of("dinas")
    first = client.get(f"{URL}?jenjang=sd&q=sdn&urut=-nama")
    link = first.context["list"].next_url
    assert link == f"?jenjang=sd&q=sdn&urut=-nama&setelah={School.objects.get(name='SDN 35').pk}"
    assert f'href="{link.replace("&", "&amp;")}"' in first.content.decode()
    response = client.get(URL + link)
    assert names(response) == [f"SDN {number:02}" for number in range(34, 9, -1)]


def test_empty_list_says_what_to_do_next(client_of, elsewhere):
    dinas = client_of("dinas").get(URL).content.decode()
    assert "Belum ada sekolah dalam cakupan Anda" in dinas
    assert dinas.count(reverse("schools:school-add")) == 2
    leader = client_of("pimpinan").get(URL).content.decode()
    assert "didaftarkan oleh dinas" in leader
    assert reverse("schools:school-add") not in leader


def test_filter_without_result_offers_to_clear_it(client_of, town):
    page = client_of("dinas").get(f"{URL}?q=tidakada").content.decode()
    assert "Tidak ada yang cocok" in page
    assert "Hapus semua filter" in page


def test_html_in_a_name_is_text(client_of, make_school):
    made = make_school(name="SD <script>alert(1)</script>")
    client = client_of("dinas")
    for url in (URL, made.get_absolute_url()):
        page = client.get(url).content.decode()
        assert "<script>alert(1)" not in page
        assert "SD &lt;script&gt;alert(1)" in page


def bulk(count: int, start: int, programme) -> None:
    schools = School.objects.bulk_create(
        School(
            npsn=str(start + number),
            name=f"SDN {start + number}",
            form=Form.SD,
            status=Status.PUBLIC,
            district_id=f"63.71.0{number % 5 + 1}",
        )
        for number in range(count)
    )
    Membership.objects.bulk_create(
        Membership(school=school, programme=programme, cohort=1, starts_on=date(2022, 7, 1))
        for school in schools
    )


@pytest.mark.parametrize(
    "query", ["", "?q=sdn&kecamatan=63.71.01&jenjang=sd&program=sekolah-penggerak:1"]
)
@pytest.mark.parametrize("role", OFFICES)
def test_list_takes_as_many_queries_for_1000_schools_as_for_150(client_of, programme, role, query):
    client = client_of(role)
    counts = []
    for count, start in ((150, 10_000_000), (850, 20_000_000)):
        bulk(count, start, programme)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(URL + query).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert counts[1] <= 10


def test_areas_offered_are_those_of_the_readers_own_schools(make_person, town, school):
    assert area_choices(make_person("sekolah", school=school)) == []
    codes = [code for code, _name in area_choices(make_person("dinas"))]
    assert codes == ["63.71.01", "63.71.02", "63.71.03"]


def test_a_school_is_not_offered_the_areas_of_others_where_it_filters(client_of, town, school):
    page = client_of("sekolah", school=school).get("/kunjungan/")
    assert page.status_code == 200
    assert "Banjarmasin Timur" not in page.text
    assert "kecamatan" not in page.context["list"].filterset.form.fields


def shown_columns(response) -> list[str]:
    return [column.name for column in response.context["list"].columns]


def test_columns_are_chosen_and_the_first_stays(client_of, town):
    client = client_of("dinas")
    response = client.get(f"{URL}?kolom=alamat&kolom=kabupaten&kolom=tidakada&urut=-npsn")
    assert shown_columns(response) == ["nama", "kabupaten", "alamat"]
    assert "Kota Banjarmasin" in response.text
    assert names(response)[0] == "PKBM D"  # sorted by a column that is not shown
    kept = response.context["list"].query(jenjang="sd")
    assert "kolom=alamat&kolom=kabupaten" in kept
    assert shown_columns(client.get(f"{URL}?kolom=tidakada")) == shown_columns(client.get(URL))


def test_clearing_filters_keeps_order_and_columns(client_of, town):
    listing = client_of("dinas").get(f"{URL}?q=sd&kolom=npsn&urut=npsn").context["list"]
    assert listing.cleared == "?kolom=npsn&urut=npsn"
    assert listing.look == [("kolom", "npsn"), ("urut", "npsn")]


def test_a_chosen_column_takes_no_query_a_row(client_of, programme, django_assert_max_num_queries):
    bulk(40, 10_000_000, programme)
    client = client_of("dinas")
    with django_assert_max_num_queries(10):
        client.get(f"{URL}?kolom=kabupaten&kolom=program&kolom=jenjang&kolom=keadaan")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("akreditasi=A", ["SMPN B"]),
        ("akreditasi=belum", ["PKBM D", "SD C"]),
        ("keadaan=tutup", ["SDN TUTUP"]),
        ("keadaan=tutup&jenjang=smp", []),
        ("keadaan=xyz", ["PKBM D", "SD C", "SDN A", "SMPN B"]),
    ],
)
def test_accreditation_and_existence_are_filters(client_of, town, make_school, query, expected):
    make_school(name="SDN TUTUP", state="tutup", state_reason="contoh", accreditation="B")
    response = client_of("dinas").get(f"{URL}?{query}")
    assert names(response) == expected
    assert ("door-closed" in response.text) or "SDN TUTUP" not in expected
