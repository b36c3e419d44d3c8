"""Adding and editing a school: what is accepted, what is refused beside its field, and what is kept."""

from decimal import Decimal

import pytest
from django.urls import reverse

from schools.models import School

ADD = "/sekolah/tambah/"


def errors(response) -> dict[str, list[str]]:
    return {name: list(texts) for name, texts in response.context["form"].errors.items()}


def edit_url(school: School) -> str:
    return reverse("schools:school-edit", args=[school.npsn])


def test_dinas_adds_a_school(client_of, filled):
    client = client_of("dinas")
    response = client.post(
        ADD,
        filled(
            npsn=" p9970012 ",
            name="PKBM HARAPAN",
            form="PKBM",
            status="swasta",
            latitude="-3,3454483",
            longitude="114.548",
            accreditation="C",
            accreditation_until="2027-08-17",
        ),
    )
    assert response.url == "/sekolah/P9970012/"
    made = School.objects.get(npsn="P9970012")
    assert (made.stage_label, made.get_form_display()) == ("Kesetaraan", "PKBM")
    assert (made.latitude, made.longitude) == (Decimal("-3.3454483"), Decimal("114.548"))
    assert made.district_id == "63.71.01"
    assert "PKBM HARAPAN (P9970012) tersimpan." in client.get(response.url).content.decode()


def test_form_sent_twice_makes_one_school_and_leads_to_it(client_of, filled):
    client, sent = client_of("dinas"), filled()
    client.post(ADD, sent)
    again = client.post(ADD, sent, follow=True)
    assert again.redirect_chain == [("/sekolah/30304999/", 302)]
    assert "Formulir ini sudah diproses sebelumnya." in again.content.decode()
    assert School.objects.count() == 1


def test_anothers_key_does_not_lead_to_their_school(client_of, filled):
    sent = filled()
    client_of("dinas").post(ADD, sent)
    response = client_of("dinas").post(ADD, sent)
    assert response.status_code == 422
    assert errors(response) == {"npsn": ["NPSN ini sudah dipakai sekolah lain."]}


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("npsn", "", "Isi NPSN."),
        ("npsn", "3030414", "NPSN harus 8 angka, atau P dan 7 angka untuk PKBM"),
        ("npsn", "001001", "kode perguruan tinggi"),
        ("npsn", "３０３０４１４４", "NPSN harus 8 angka"),
        ("npsn", "30304120", "NPSN ini sudah dipakai sekolah lain."),
        ("name", "  ", "Isi nama sekolah."),
        ("form", "", "Pilih bentuk satuan pendidikan."),
        ("form", "SDX", "SDX"),
        ("status", "", "Pilih negeri atau swasta."),
        ("district", "", "Pilih kecamatan."),
        ("accreditation_until", "besok", "tanggal"),
    ],
)
def test_wrong_value_is_refused_beside_its_field_and_kept(
    client_of, school, filled, field, typed, sentence
):
    response = client_of("dinas").post(ADD, filled(**{field: typed}))
    assert response.status_code == 422
    assert list(errors(response)) == [field]
    assert sentence in errors(response)[field][0]
    assert response.context["form"][field].value() == typed
    assert response.context["form"]["address"].value() == ""
    page = response.content.decode()
    assert f'href="#id_{field}"' in page
    assert School.objects.count() == 1


@pytest.mark.parametrize(
    ("latitude", "longitude", "field", "sentence"),
    [
        ("-3,3", "", "longitude", "Isi bujur juga, atau kosongkan lintang."),
        ("", "114,5", "latitude", "Isi lintang juga, atau kosongkan bujur."),
        ("114,5", "-3,3", "latitude", "Lintang dan bujur tampaknya tertukar."),
        ("-12", "114,5", "latitude", "Lintang Indonesia antara -11 dan 6,1."),
        ("-3,3", "150", "longitude", "Bujur Indonesia antara 95 dan 141,1."),
        ("1.234,5", "114,5", "latitude", "Isi dengan derajat desimal, misalnya -3,3194."),
        ("３", "114,5", "latitude", "Periksa kembali: ３."),
        ("-3,3", "1_0_0", "longitude", "Isi dengan derajat desimal, misalnya 114,5908."),
    ],
)
def test_impossible_coordinates_are_refused(
    client_of, filled, latitude, longitude, field, sentence
):
    response = client_of("dinas").post(ADD, filled(latitude=latitude, longitude=longitude))
    assert response.status_code == 422
    assert sentence in errors(response)[field][0]
    assert School.objects.count() == 0


def test_three_decimals_are_not_read_as_thousands(client_of, filled):
    client_of("dinas").post(ADD, filled(latitude="−3.345", longitude="114,548"))
    made = School.objects.get()
    assert (made.latitude, made.longitude) == (Decimal("-3.345"), Decimal("114.548"))


def test_accreditation_decree_needs_its_result(client_of, filled):
    response = client_of("dinas").post(ADD, filled(accreditation_number="BAN-1"))
    assert list(errors(response)) == ["accreditation"]


@pytest.mark.parametrize("district", ["63.72.05", "63.71", "63.71.01.1001", "xx"])
def test_school_outside_the_scope_cannot_be_made_by_tampering(client_of, filled, district):
    response = client_of("dinas").post(ADD, filled(district=district))
    assert errors(response) == {
        "district": ["Pilih kecamatan dari daftar. Yang lain di luar cakupan Anda."]
    }
    assert School.objects.count() == 0


def test_school_cannot_be_moved_out_of_the_scope(client_of, school, opened):
    client = client_of("dinas")
    sent = opened(client, edit_url(school), district="63.72.05")
    assert client.post(edit_url(school), sent).status_code == 422
    school.refresh_from_db()
    assert school.district_id == "63.71.01"


def test_city_chooses_from_its_own_districts(client_of):
    field = client_of("dinas").get(ADD).context["form"].fields["district"]
    assert [area.name for area in field.queryset] == [
        "Banjarmasin Selatan",
        "Banjarmasin Timur",
        "Banjarmasin Barat",
        "Banjarmasin Utara",
        "Banjarmasin Tengah",
    ]


def test_wide_scope_searches_for_a_district_instead_of_a_long_list(client_of):
    client = client_of("admin", area="63")
    assert len(client.get(ADD).content) < 40_000
    suggested = client.get("/sekolah/kecamatan/?district=banjarm sel").content.decode()
    assert 'value="Banjarmasin Selatan, Kota Banjarmasin (63.71.01)"' in suggested
    assert "Jakarta" not in client.get("/sekolah/kecamatan/?district=jagakarsa").content.decode()
    assert "option" not in client.get("/sekolah/kecamatan/?district='").content.decode()


@pytest.mark.parametrize(
    "typed",
    [
        "Banjarmasin Selatan, Kota Banjarmasin (63.71.01)",
        "63.71.01",
        "banjarmasin selatan",
    ],
)
def test_wide_scope_reads_a_district_by_code_or_whole_name(client_of, filled, typed):
    client_of("admin", area="63").post(ADD, filled(district=typed))
    assert School.objects.get().district_id == "63.71.01"


@pytest.mark.parametrize("typed", ["Jagakarsa", "31.74.09", "Banjarmasin", "\0"])
def test_wide_scope_refuses_a_district_that_is_not_in_it(client_of, filled, typed):
    response = client_of("admin", area="63").post(ADD, filled(district=typed))
    assert response.status_code == 422
    assert list(errors(response)) == ["district"]
    assert School.objects.count() == 0


def test_edit_page_of_a_wide_scope_shows_and_keeps_the_district(client_of, school, opened):
    client = client_of("admin", area="63")
    sent = opened(client, edit_url(school), name="SD NEGERI MURUNG RAYA SATU")
    assert sent["district"] == "Banjarmasin Selatan, Kota Banjarmasin (63.71.01)"
    client.post(edit_url(school), sent)
    school.refresh_from_db()
    assert (school.name, school.district_id) == ("SD NEGERI MURUNG RAYA SATU", "63.71.01")


def test_edit_saves_and_raises_the_version(client_of, school, opened):
    client = client_of("dinas")
    sent = opened(client, edit_url(school), npsn="30304121", accreditation="A")
    assert client.post(edit_url(school), sent).url == "/sekolah/30304121/"
    school.refresh_from_db()
    assert (school.accreditation, school.version) == ("A", 2)


def test_edit_on_top_of_a_newer_one_is_refused_with_what_changed(client_of, school, opened):
    first, second = client_of("dinas"), client_of("dinas")
    sent = opened(second, edit_url(school), name="SDN MURUNG RAYA 1")
    first.post(edit_url(school), opened(first, edit_url(school), accreditation="A"))
    response = second.post(edit_url(school), sent)
    assert response.status_code == 409
    form = response.context["form"]
    assert [(c.label, c.old, c.new) for c in form.conflict] == [("akreditasi", "B", "A")]
    assert form["name"].value() == "SDN MURUNG RAYA 1"
    school.refresh_from_db()
    assert (school.name, school.accreditation) == ("SD NEGERI MURUNG RAYA 1", "A")


def test_refused_edit_can_be_saved_again_knowingly(client_of, school, opened):
    client = client_of("dinas")
    sent = opened(client, edit_url(school), name="SDN MURUNG RAYA 1")
    School.objects.filter(pk=school.pk).update(version=2, accreditation="A")
    form = client.post(edit_url(school), sent).context["form"]
    again = {name: form[name].value() or "" for name in form.fields}
    assert client.post(edit_url(school), again).status_code == 302
    school.refresh_from_db()
    assert (school.name, school.version) == ("SDN MURUNG RAYA 1", 3)


def test_npsn_of_another_school_is_refused_in_an_edit(client_of, make_school, school, opened):
    other = make_school()
    client = client_of("dinas")
    response = client.post(edit_url(school), opened(client, edit_url(school), npsn=other.npsn))
    assert errors(response) == {"npsn": ["NPSN ini sudah dipakai sekolah lain."]}
    assert "<h1>Ubah SD NEGERI MURUNG RAYA 1</h1>" in response.content.decode()
    assert f'href="{school.get_absolute_url()}"' in response.content.decode()
