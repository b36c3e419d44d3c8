"""The pages that show figures: who sees which, what stands there, and how many queries it takes."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from indicators.models import Colour, IndicatorSet, Measurement
from portal.models import Role, User

OFFICES = ["admin", "dinas", "fasilitator", "pimpinan"]
CITY = "/indikator/wilayah/63.71/"


def page_of(school) -> str:
    return f"/indikator/sekolah/{school.npsn}/"


def queries(client, url: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


# The way in


@pytest.mark.parametrize("role", OFFICES)
def test_overview_leads_offices_to_their_area(role, client_of):
    client = client_of(role)
    response = client.get("/indikator/")
    assert response["Location"] == f"/indikator/wilayah/{client.person.area_id}/"


def test_overview_leads_a_school_to_itself(client_of, make_person, school):
    client = client_of(make_person("sekolah", school=school))
    assert client.get("/indikator/")["Location"] == page_of(school)


def test_overview_tells_an_account_without_school_what_to_do(client_of):
    response = client_of("sekolah").get("/indikator/")
    assert "belum dihubungkan dengan sekolah" in response.content.decode()


def test_overview_lets_the_whole_nation_choose(client_of, measure, city, neighbour):
    measure(city, 2025, "61")
    client = client_of(User.objects.create(email="n@contoh.id", name="N", role=Role.ADMIN))
    page = client.get("/indikator/").content.decode()
    assert CITY in page
    assert "/indikator/wilayah/63.72/" not in page
    found = client.get("/indikator/", {"q": "banjarbaru"}).content.decode()
    assert "/indikator/wilayah/63.72/" in found
    assert CITY not in found


# Scopes


@pytest.mark.parametrize("role", ["admin", "dinas", "pimpinan"])
def test_areas_above_are_public_and_neighbours_are_not(role, client_of, measure, neighbour):
    measure(neighbour, 2025, "88")
    client = client_of(role)
    assert client.get("/indikator/wilayah/63/").status_code == 200
    assert client.get("/indikator/wilayah/63.71.01/").status_code == 200
    assert client.get("/indikator/wilayah/63.72/").status_code == 404
    assert client.get("/indikator/wilayah/63.72/sekolah/").status_code == 404
    assert client.get("/indikator/wilayah/62/").status_code == 404


def test_a_school_reads_the_areas_above_it_only(client_of, make_person, school):
    client = client_of(make_person("sekolah", school=school))
    assert client.get(CITY).status_code == 200
    assert client.get("/indikator/wilayah/63.71.01/").status_code == 200
    assert client.get("/indikator/wilayah/63.71.02/").status_code == 404
    assert client.get("/indikator/wilayah/63.72/").status_code == 404


@pytest.mark.parametrize("role", ["admin", "dinas", "pimpinan", "sekolah"])
def test_a_school_elsewhere_is_not_found(role, client_of, measure, school_elsewhere):
    figure = measure(school_elsewhere, 2025, "88")
    client = client_of(role)
    assert client.get(page_of(school_elsewhere)).status_code == 404
    assert client.get(f"{page_of(school_elsewhere)}ringkas/").status_code == 404
    assert client.get(figure.get_absolute_url()).status_code == 404


def test_figures_of_a_neighbour_are_not_found(client_of, measure, neighbour, province):
    client = client_of("dinas")
    assert client.get(measure(neighbour, 2025, "88").get_absolute_url()).status_code == 404
    assert client.get(measure(province, 2025, "60").get_absolute_url()).status_code == 200


def test_the_list_of_schools_is_not_for_schools(client_of, make_person, school):
    client = client_of(make_person("sekolah", school=school))
    assert client.get(f"{CITY}sekolah/").status_code == 403


# What stands there


def test_colour_never_stands_alone(client_of, measure, city, safety):
    measure(city, 2025, "61", colour=Colour.GREEN, label="Baik", indicator=safety)
    page = client_of("dinas").get(CITY).content.decode()
    assert "Baik · hijau" in page
    assert "bar-hijau" in page


def test_a_figure_without_label_says_so(client_of, measure, city):
    measure(city, 2025, "61")
    assert "tanpa label" in client_of("dinas").get(CITY).content.decode()


def test_change_source_year_and_state_stand_beside_the_value(client_of, measure, city):
    measure(city, 2024, "61,2")
    measure(city, 2025, "65,4", source="Rapor 2025", state="resmi")
    page = client_of("dinas").get(CITY).content.decode()
    for text in ("65,4%", "+4,2 poin dari 2024", "Rapor 2025", "resmi", 'value="65.4000"'):
        assert text in page


def test_years_are_written_without_thousands_separator(client_of, measure, city):
    measure(city, 2025, "61,2")
    assert "2.025" not in client_of("dinas").get(CITY).content.decode()


def test_the_year_of_the_address_is_shown(client_of, measure, city):
    measure(city, 2023, "51")
    measure(city, 2025, "61")
    report = client_of("dinas").get(CITY, {"tahun": "2023"}).context["report"]
    assert [row.measurement.value for row in report.rows if row.measurement] == [51]


@pytest.mark.parametrize("year", ["abc", "1999", "2999", "-1", "٢٠٢٥", "9" * 5000])
def test_a_year_that_cannot_be_is_not_found(client_of, city, year):
    assert client_of("dinas").get(CITY, {"tahun": year}).status_code == 404


def test_an_unknown_set_is_not_found(client_of, city):
    assert client_of("dinas").get(CITY, {"set": "tidak-ada"}).status_code == 404


def test_another_set_can_be_chosen(client_of, city, literacy):
    other = IndicatorSet.objects.create(code="mini", name="Set mini")
    other.members.create(indicator=literacy, order=1)
    report = client_of("dinas").get(CITY, {"set": "mini"}).context["report"]
    assert [row.indicator for row in report.rows] == [literacy]


# Sets hold for a time


@pytest.fixture
def follower(spm, safety):
    """The set that took the place of the Set SPM on 1 July 2024; one that begins later waits."""
    spm.valid_until = date(2024, 6, 30)
    spm.save()
    waiting = IndicatorSet.objects.create(
        code="nanti", name="A nanti", valid_from=timezone.localdate() + timedelta(days=1)
    )
    follower = IndicatorSet.objects.create(
        code="baru", name="Set baru", valid_from=date(2024, 7, 1)
    )
    for one in (waiting, follower):
        one.members.create(indicator=safety, order=1)
    return follower


@pytest.mark.parametrize(
    ("year", "offered"),
    [("2023", ["spm"]), ("2024", ["baru", "spm"]), ("2025", ["baru"])],
)
def test_the_sets_of_the_year_are_offered_and_the_one_still_holding_opens(
    client_of, city, follower, year, offered
):
    context = client_of("dinas").get(CITY, {"tahun": year}).context
    assert [one.code for one in context["sets"]] == offered
    assert context["report"].set.code == offered[0]


def test_an_ended_set_can_be_chosen_for_the_years_it_held_in_only(client_of, city, follower):
    client = client_of("dinas")
    assert client.get(CITY, {"set": "spm", "tahun": "2024"}).context["report"].set.code == "spm"
    assert client.get(CITY, {"set": "spm", "tahun": "2025"}).context["report"].set.code == "baru"
    opened = client.get(CITY, {"set": "spm"}).context["report"]
    assert (opened.set.code, opened.year) == ("spm", 2024)


def test_a_page_opens_with_the_newest_figures_of_a_set_of_their_year(
    client_of, measure, city, follower, safety
):
    client = client_of("dinas")
    measure(city, 2025, "60")  # of an indicator that no set of that year holds
    measure(city, 2023, "51")
    context = client.get(CITY).context
    assert (context["report"].set.code, context["report"].year) == ("spm", 2023)
    measure(city, 2025, "61", indicator=safety)
    context = client.get(CITY).context
    assert (context["report"].set.code, context["report"].year) == ("baru", 2025)
    assert set(context["years"]) == {2023, 2025, timezone.localdate().year}


def test_figures_of_a_year_without_a_set_stay_readable(client_of, measure, city, spm):
    measure(city, 2021, "51")
    report = client_of("dinas").get(CITY).context["report"]
    assert (report.set, report.year) == (spm, 2021)


def test_the_first_indicators_to_enter_are_those_of_the_years_set(client_of, city, follower):
    client, url = client_of("dinas"), "/indikator/nilai/baru/?area=63.71"
    assert [one.code for one, _url in client.get(url).context["first"]] == ["D.4"]
    earlier = client.get(f"{url}&year=2023").context["first"]
    assert len(earlier) == 9
    assert earlier[0][1].endswith("&year=2023")


def test_a_schools_page_leads_to_the_city_and_province_above_it(client_of, school):
    areas = client_of("dinas").get(page_of(school)).context["areas_above"]
    assert [area.pk for area in areas] == ["63", "63.71"]


def test_a_portal_without_sets_says_what_to_do(client_of, spm):
    IndicatorSet.objects.all().delete()
    assert "Belum ada set indikator" in client_of("dinas").get(CITY).content.decode()


def test_missing_figures_lead_those_who_may_to_the_form(client_of, city, literacy):
    link = f"indicator={literacy.pk}&amp;year="
    dinas = client_of("dinas").get(CITY).content.decode()
    leader = client_of("pimpinan").get(CITY).content.decode()
    assert "belum ada" in dinas
    assert link in dinas
    assert "belum ada" in leader
    assert "nilai/baru" not in leader


def test_the_province_is_read_not_entered(client_of, measure, province):
    figure = measure(province, 2025, "60")
    page = client_of("dinas").get("/indikator/wilayah/63/").content.decode()
    assert "60%" in page
    assert "nilai/baru" not in page
    assert f"/indikator/nilai/{figure.pk}/koreksi/" not in page


def test_indicators_not_printed_for_schools_say_so(client_of, school):
    page = client_of("dinas").get(page_of(school)).content.decode()
    assert page.count("tidak dicetak untuk tingkat ini") == 3


def test_a_kecamatan_has_no_figures_of_its_own(client_of, school):
    page = client_of("dinas").get("/indikator/wilayah/63.71.01/").content.decode()
    assert "tidak mencetak capaian tingkat ini" in page


def test_the_panel_shows_the_same_figures(client_of, measure, school):
    figure = measure(school, 2025, "65,4", colour=Colour.YELLOW, label="Sedang")
    response = client_of("dinas").get(f"{page_of(school)}ringkas/")
    page = response.content.decode()
    assert "<html" not in page
    assert "65,4%" in page
    assert "Sedang · kuning" in page
    assert figure.get_absolute_url() in page


def test_an_empty_panel_says_so(client_of, school):
    page = client_of("pimpinan").get(f"{page_of(school)}ringkas/").content.decode()
    assert "Belum ada nilai indikator" in page


def test_html_in_a_source_is_text(client_of, measure, city):
    figure = measure(city, 2025, "61", source="<script>x</script>", note="<b>tebal</b>")
    for url in (CITY, figure.get_absolute_url()):
        page = client_of("dinas").get(url).content.decode()
        assert "<script>x" not in page
        assert "&lt;script&gt;x" in page
        assert "<b>tebal" not in page


def test_pages_of_places_keep_to_few_queries(client_of, measure, city, school, spm):
    for year in (2023, 2024, 2025):
        for indicator in spm.indicators.all():
            measure(city, year, "61", indicator=indicator)
            measure(school, year, "61", indicator=indicator)
    client = client_of("dinas")
    for url in ("/indikator/wilayah/63/", page_of(school), f"{page_of(school)}ringkas/"):
        assert queries(client, url) <= 10
    assert queries(client, CITY) <= 14  # what its schools add up to, and its kecamatan


def test_the_way_in_leads_to_the_area_inside_that_has_figures(client_of, literacy, city):
    Measurement.objects.create(indicator=literacy, area=city, year=2025, value=61, source="uji")
    response = client_of("fasilitator").get("/indikator/")
    assert (response.status_code, response["Location"]) == (302, CITY)


def test_an_area_shows_its_figures_as_a_panel(client_of, literacy, city):
    figure = Measurement.objects.create(
        indicator=literacy, area=city, year=2025, value="61.5", source="uji"
    )
    page = client_of("pimpinan").get(CITY + "ringkas/").content.decode()
    assert figure.get_absolute_url() in page
    assert "61,5%" in page
