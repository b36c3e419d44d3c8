"""Entering and correcting a figure: who may, what is refused, and that nothing is lost."""

from decimal import Decimal

import pytest
from django.utils import timezone

from indicators.models import Indicator, Measurement

ADD = "/indikator/nilai/baru/"


@pytest.fixture
def add_url(literacy):
    """Where a figure of literacy for the city is entered; other parameters replace these."""

    def url(**query) -> str:
        asked = {"area": "63.71", "indicator": literacy.pk} | query
        if "school" in query:
            del asked["area"]
        return ADD + "?" + "&".join(f"{name}={value}" for name, value in asked.items())

    return url


# The way to the form


def test_without_a_place_one_is_chosen(client_of, school, school_elsewhere):
    client = client_of("dinas")
    page = client.get(ADD).content.decode()
    assert f"{ADD}?area=63.71" in page
    found = client.get(ADD, {"q": "sd negeri"}).content.decode()
    assert f"{ADD}?school={school.npsn}" in found
    assert school_elsewhere.name not in found


def test_without_an_indicator_one_of_the_set_is_chosen_or_another_searched(client_of, school):
    client = client_of("dinas")
    page = client.get(ADD, {"school": school.npsn})
    assert [one.code for one, _url in page.context["first"]] == [
        "A.1",
        "A.2",
        "D.4",
        "D.8",
        "D.10",
        "A.3",
    ]
    found = client.get(ADD, {"school": school.npsn, "q": "teks sastra"})
    assert [one.code for one, _url in found.context["found"]] == ["A.1.2"]


def test_only_indicators_printed_for_the_place_are_found(client_of, school):
    found = client_of("dinas").get(ADD, {"school": school.npsn, "q": "APK"})
    codes = {one.code for one, _url in found.context["found"]}
    assert not Indicator.objects.filter(
        pk__in=[one.pk for one, _url in found.context["found"]], at_school=False
    )
    assert "B.4" not in codes


def test_a_form_from_a_page_knows_place_indicator_and_year(client_of, add_url, literacy):
    form = client_of("dinas").get(add_url(year=2024)).context["form"]
    assert form.instance.indicator == literacy
    assert form["year"].value() == 2024


# Entering


def test_a_figure_is_entered(client_of, add_url, filled, city, literacy):
    response = client_of("dinas").post(add_url(), filled(colour="hijau", note="Unduhan"))
    made = Measurement.objects.get()
    assert response["Location"] == made.get_absolute_url()
    assert (made.area, made.school, made.indicator) == (city, None, literacy)
    assert (made.year, made.value, made.state) == (2025, Decimal("71.43"), "resmi")
    assert (made.colour, made.label, made.note) == ("hijau", "Baik", "Unduhan")


def test_a_schools_figure_is_entered(client_of, add_url, filled, school):
    client_of("dinas").post(add_url(school=school.npsn), filled())
    assert Measurement.objects.get().school == school


@pytest.mark.parametrize(
    ("value", "label"), [("39,99", "Kurang"), ("70", "Sedang"), ("71", "Baik")]
)
def test_published_cut_offs_fill_in_the_label(client_of, add_url, filled, value, label):
    client_of("dinas").post(add_url(), filled(value=value))
    assert Measurement.objects.get().label == label


def test_without_published_cut_offs_no_label_is_made_up(client_of, add_url, filled, safety):
    client_of("dinas").post(add_url(indicator=safety.pk), filled(value="71,43"))
    made = Measurement.objects.get()
    assert (made.label, made.colour) == ("", "")


def test_without_published_cut_offs_any_printed_label_stands(client_of, add_url, filled, safety):
    client_of("dinas").post(add_url(indicator=safety.pk), filled(value="30", colour="hijau"))
    assert Measurement.objects.get().label == "Baik"


def test_the_word_of_a_colour_is_the_indicators_own(client_of, add_url, filled, indicator_of):
    url = add_url(indicator=indicator_of("B.13").pk)
    client_of("dinas").post(url, filled(value="97", colour="hijau"))
    assert Measurement.objects.get().label == "Tinggi"


@pytest.mark.parametrize(
    ("field", "value", "text"),
    [
        ("value", "", "Isi nilainya."),
        ("value", "1.234", "terbaca sebagai ribuan"),
        ("value", "71,43211", "4 angka di belakang koma"),
        ("value", "101", "antara 0 dan 100"),
        ("value", "-1", "kurang dari 0"),
        ("value", "<b>7</b>", "bukan angka"),
        ("colour", "merah", "bertentangan dengan ambang resmi"),
        ("colour", "ungu", "Masukkan pilihan yang valid"),
        ("year", "", "Isi tahun Rapor."),
        ("year", "2018", "Tahun Rapor"),
        ("year", str(timezone.localdate().year + 1), "Tahun Rapor harus antara"),
        ("source", "", "Isi sumber"),
    ],
)
def test_refusals_stand_beside_their_field_and_keep_what_was_typed(
    client_of, add_url, filled, field, value, text
):
    typed = filled(note="Catatan panjang") | {field: value}
    response = client_of("dinas").post(add_url(), typed)
    assert response.status_code == 422
    form = response.context["form"]
    assert any(text in error for error in form.errors[field]), form.errors
    assert form["note"].value() == "Catatan panjang"
    assert form["value"].value() == typed["value"]
    assert "<b>7" not in response.content.decode()
    assert Measurement.objects.count() == 0


@pytest.mark.parametrize("rate", ["gross_rate", "attendance_rate"])
def test_a_participation_rate_above_a_hundred_is_kept_with_a_warning(
    client_of, add_url, filled, rate, request
):
    client, indicator = client_of("dinas"), request.getfixturevalue(rate)
    response = client.post(add_url(indicator=indicator.pk), filled(value="104,2"), follow=True)
    assert Measurement.objects.get().value == Decimal("104.2")
    warning = "di atas 100%: periksa pembilang dan penyebut"
    told = [str(message) for message in response.context["messages"]]
    assert f"Nilai 104,2% disimpan apa adanya, {warning}." in told
    page = client.get(Measurement.objects.get().get_absolute_url()).content.decode()
    assert page.count(warning) == 1


def test_a_rate_of_a_hundred_is_not_doubted(client_of, measure, city, attendance_rate):
    measure(city, 2025, "100", indicator=attendance_rate)
    assert (
        "di atas 100%" not in client_of("dinas").get("/indikator/wilayah/63.71/").content.decode()
    )


def test_html_in_a_label_is_text_in_the_help_of_the_form(client_of, add_url, literacy):
    literacy.label_red = "<img src=x onerror=y>"
    literacy.save()
    page = client_of("dinas").get(add_url()).content.decode()
    assert "<img src=x" not in page
    assert "Ambang resmi: &lt;img src=x onerror=y&gt; di bawah 40" in page


def test_a_year_that_has_a_figure_is_refused_with_a_link_to_it(
    client_of, add_url, filled, measure, city
):
    there = measure(city, 2025, "61")
    response = client_of("dinas").post(add_url(), filled())
    assert response.status_code == 422
    assert "sudah ada" in response.context["form"].errors["year"][0]
    assert there.get_absolute_url() in response.content.decode()
    assert Measurement.objects.get().value == 61


def test_an_indicator_not_printed_for_schools_is_refused(client_of, add_url, filled, school):
    rate = Indicator.objects.get(name="Angka Partisipasi Sekolah (5-6)")
    url = add_url(school=school.npsn, indicator=rate.pk)
    for response in (client_of("dinas").get(url), client_of("dinas").post(url, filled())):
        assert response.status_code == 422
        assert "tidak tersedia untuk tingkat sekolah" in response.content.decode()
    assert Measurement.objects.count() == 0


def test_a_kecamatan_has_no_figures(client_of, add_url, filled):
    response = client_of("dinas").post(add_url(area="63.71.01"), filled())
    assert response.status_code == 422
    assert Measurement.objects.count() == 0


def test_a_form_sent_twice_makes_one_figure(client_of, add_url, filled):
    client, form = client_of("dinas"), filled()
    first = client.post(add_url(), form)
    second = client.post(add_url(), form, follow=True)
    assert second.redirect_chain[0][0] == first["Location"]
    assert "sudah diproses sebelumnya" in second.content.decode()
    assert Measurement.objects.count() == 1


# Who may


@pytest.mark.parametrize("role", ["fasilitator", "pimpinan", "sekolah"])
def test_other_roles_enter_nothing(role, client_of, make_person, add_url, filled, school):
    client = client_of(make_person(role, school=school if role == "sekolah" else None))
    assert client.get(ADD).status_code == 403
    assert client.post(add_url(), filled()).status_code == 403
    assert Measurement.objects.count() == 0


def test_a_tampered_place_is_not_reached(client_of, add_url, filled, school_elsewhere):
    client = client_of("dinas")
    elsewhere = add_url(school=school_elsewhere.npsn)
    assert client.post(elsewhere, filled()).status_code == 404
    assert client.post(add_url(area="63.72"), filled()).status_code == 404
    assert client.post(add_url(area="63"), filled()).status_code == 403
    assert client.post(add_url(indicator="abc"), filled()).status_code == 404
    assert Measurement.objects.count() == 0


def test_tampered_fields_do_not_move_the_figure(
    client_of, add_url, filled, city, neighbour, safety, literacy
):
    client_of("dinas").post(
        add_url(), filled(area=neighbour.pk, indicator=safety.pk, reason="x", version=9)
    )
    made = Measurement.objects.get()
    assert (made.area, made.indicator, made.reason, made.version) == (city, literacy, "", 1)


def test_the_counts_behind_a_figure_are_kept_and_a_denominator_of_nothing_is_refused(
    client_of, add_url, filled, school
):
    client = client_of("dinas")
    url = add_url(school=school.npsn)
    refused = client.post(url, filled(denominator="0"))
    assert refused.status_code == 422
    assert "Penyebut harus lebih dari 0." in refused.text
    assert client.post(url, filled(numerator="857", denominator="1.200")).status_code == 302
    kept = Measurement.objects.get()
    assert (kept.numerator, kept.denominator) == (857, 1200)
