"""Entering, correcting and removing what the SPM index comes from: who may, and that nothing is lost."""

import uuid
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from indicators.keeping.operations import correct_record, remove_record
from indicators.models import SpmOfficialIndex, SpmRequirement
from indicators.spm.operations import add_spm_record
from portal.operations import Conflict, Refused

CITY = "/indikator/spm/63.71/"
ADD = f"{CITY}baris/baru/"
ADD_OFFICIAL = f"{CITY}resmi/baru/"


@pytest.fixture
def typed():
    """`typed(needed="1.234")`: a complete new row as a browser sends it."""

    def fill(**fields) -> dict:
        return {
            "key": str(uuid.uuid4()),
            "year": "2025",
            "quarter": "2",
            "service": "paud",
            "part": "penerima",
            "name": "Anak usia 5–6 tahun yang bersekolah",
            "needed": "1.234",
            "met": "1.100,5",
            "source": "Dapodik",
            "source_year": "2025",
            "note": "",
        } | fields

    return fill


@pytest.fixture
def row(require) -> SpmRequirement:
    return require("paud", "penerima", 1234, 1000, name="Anak usia 5–6 tahun")


@pytest.fixture
def correction(row):
    """`correction(met="1.100")`: a complete correction of the row on top of version 1."""

    def fill(**fields) -> dict:
        return {
            "version": "1",
            "service": row.service,
            "part": row.part,
            "name": row.name,
            "needed": "1.234",
            "met": "1.100",
            "source": "Dapodik",
            "source_year": "2025",
            "note": "",
            "reason": "Salah salin dari Dapodik",
        } | fields

    return fill


@pytest.fixture
def official(city) -> SpmOfficialIndex:
    return SpmOfficialIndex.objects.create(
        area=city, year=2025, service="paud", value=Decimal("87.5"), source="e-SPM"
    )


# Entering


def test_a_row_is_entered_with_indonesian_numbers(client_of, typed, city):
    response = client_of("dinas").post(ADD, typed())
    made = SpmRequirement.objects.get()
    assert response["Location"] == made.get_absolute_url()
    assert (made.area, made.year, made.quarter) == (city, 2025, 2)
    assert (made.service, made.part) == ("paud", "penerima")
    assert (made.needed, made.met) == (Decimal(1234), Decimal("1100.5"))
    assert (made.source, made.source_year, made.version) == ("Dapodik", 2025, 1)


def test_the_form_knows_period_service_and_part_of_the_page(client_of):
    asked = {"tahun": "2025", "triwulan": "3", "layanan": "dikdas", "bagian": "mutu"}
    form = client_of("dinas").get(ADD, asked).context["form"]
    got = {name: form[name].value() for name in ("year", "quarter", "service", "part")}
    assert got == {"year": 2025, "quarter": 3, "service": "dikdas", "part": "mutu"}


@pytest.mark.parametrize("role", ["fasilitator", "pimpinan"])
def test_others_enter_nothing(role, client_of, typed):
    assert client_of(role).post(ADD, typed()).status_code == 403
    assert not SpmRequirement.objects.exists()


def test_the_dinas_of_another_city_finds_no_form(client_of, typed):
    assert client_of("dinas", area="63.72").post(ADD, typed()).status_code == 404
    assert client_of("dinas", area="63.71.01").post(ADD, typed()).status_code == 403
    assert not SpmRequirement.objects.exists()


@pytest.mark.parametrize(
    ("fields", "wrong", "told"),
    [
        ({"needed": "1,234"}, "needed", "lebih dari satu cara"),
        ({"needed": "-5"}, "needed", "kurang dari 0"),
        ({"met": "banyak"}, "met", "bukan jumlah"),
        ({"met": ""}, "met", "belum diisi"),
        ({"name": "  "}, "name", "belum diisi"),
        ({"service": ""}, "service", "belum dipilih"),
        ({"service": "sma"}, "service", "sma"),
        ({"part": ""}, "part", "belum dipilih"),
        ({"source": ""}, "source", "belum diisi"),
        ({"source_year": "25"}, "source_year", "2000"),
        ({"year": "2018"}, "year", "2019"),
        ({"year": "2999"}, "year", "Tahun"),
        ({"year": "dua"}, "year", "4 angka"),
    ],
)
def test_an_error_stands_beside_its_field_and_nothing_typed_is_lost(
    client_of, typed, fields, wrong, told
):
    sent = typed(note="Catatan saya") | fields
    response = client_of("dinas").post(ADD, sent)
    form = response.context["form"]
    assert response.status_code == 422
    assert told in " ".join(form.errors[wrong])
    assert set(form.errors) == {wrong}
    assert {name: form[name].value() for name in sent} == sent
    assert not SpmRequirement.objects.exists()


def test_more_met_than_needed_is_kept_and_warned_about(client_of, typed):
    page = client_of("dinas").post(ADD, typed(met="1.300"), follow=True).text
    assert SpmRequirement.objects.get().met == 1300
    assert "lebih besar daripada yang harus dilayani" in page


def test_as_many_met_as_needed_is_not_warned_about(client_of, typed):
    page = client_of("dinas").post(ADD, typed(met="1.234"), follow=True).text
    assert "lebih besar daripada yang harus dilayani" not in page


def test_the_same_row_is_not_entered_twice_in_a_period(client_of, typed):
    client = client_of("dinas")
    client.post(ADD, typed())
    response = client.post(ADD, typed(name=" ANAK usia 5–6 tahun  yang bersekolah "))
    assert response.status_code == 422
    assert "sudah ada pada periode ini" in response.context["form"].errors["name"][0]
    for other in ({"quarter": "3"}, {"part": "mutu"}, {"service": "dikdas"}, {"year": "2024"}):
        assert client.post(ADD, typed(**other)).status_code == 302
    assert SpmRequirement.objects.count() == 5


def test_a_form_sent_twice_makes_one_row(client_of, typed):
    client, sent = client_of("dinas"), typed()
    first, second = client.post(ADD, sent), client.post(ADD, sent)
    assert first["Location"] == second["Location"]
    assert SpmRequirement.objects.count() == 1


# Correcting


def test_a_correction_keeps_the_old_counts_and_the_reason(client_of, row, correction):
    client = client_of("dinas", name="Noor Aina")
    response = client.post(f"{row.get_absolute_url()}koreksi/", correction(), follow=True)
    row.refresh_from_db()
    assert (row.met, row.version) == (1100, 2)
    newest = response.context["entries"][0]
    assert (newest.who, newest.reason) == ("Noor Aina", "Salah salin dari Dapodik")
    changes = {change.label: (change.old, change.new) for change in newest.changes}
    assert changes["terlayani/terpenuhi"] == ("1.000", "1.100")


@pytest.mark.parametrize("reason", ["", "   ", "x"])
@pytest.mark.parametrize("act", ["koreksi", "hapus"])
def test_neither_correction_nor_removal_goes_without_a_reason(
    client_of, row, correction, act, reason
):
    response = client_of("dinas").post(f"{row.get_absolute_url()}{act}/", correction(reason=reason))
    assert response.status_code == 422
    assert response.context["form"].errors["reason"]
    assert SpmRequirement.objects.get().met == 1000


def test_a_correction_on_top_of_a_newer_one_is_refused_with_what_changed(
    client_of, row, correction
):
    url = f"{row.get_absolute_url()}koreksi/"
    client_of("dinas").post(url, correction(met="1.050"))
    response = client_of("dinas").post(url, correction(met="1.200", note="Punya saya"))
    form = response.context["form"]
    assert response.status_code == 409
    assert [(one.old, one.new) for one in form.conflict if "terlayani" in one.label] == [
        ("1.000", "1.050")
    ]
    assert (form["met"].value(), form["note"].value()) == ("1.200", "Punya saya")
    row.refresh_from_db()
    assert row.met == 1050
    again = correction(met="1.200", version=form["version"].value())
    assert client_of("dinas").post(url, again).status_code == 302
    row.refresh_from_db()
    assert (row.met, row.version) == (1200, 3)


def test_a_correction_cannot_take_the_place_of_another_row(client_of, row, correction, require):
    require("paud", "mutu", 10, 5, name="Guru")
    sent = correction(part="mutu", name="guru")
    response = client_of("dinas").post(f"{row.get_absolute_url()}koreksi/", sent)
    assert response.status_code == 422
    assert response.context["form"].errors["name"]


def test_a_correction_leaves_city_and_period(row, neighbour):
    row.area, row.year, row.quarter, row.met = neighbour, 2024, 3, 7
    correct_record(row, reason="Salah salin", version=1)
    row.refresh_from_db()
    assert (row.area_id, row.year, row.quarter, row.met) == ("63.71", 2025, 0, 7)


@pytest.mark.parametrize("act", ["koreksi", "hapus"])
def test_others_change_nothing(client_of, row, correction, act):
    url = f"{row.get_absolute_url()}{act}/"
    assert client_of("pimpinan").post(url, correction()).status_code == 403
    assert client_of("dinas", area="63.72").post(url, correction()).status_code == 404
    row.refresh_from_db()
    assert row.version == 1


# Removing


def test_a_removed_row_stays_readable_in_the_history_of_its_period(client_of, row):
    client = client_of("dinas", name="Noor Aina")
    page = client.get(f"{row.get_absolute_url()}hapus/").text
    assert row.name in page
    response = client.post(
        f"{row.get_absolute_url()}hapus/",
        {"version": "1", "reason": "Tercatat dua kali"},
        follow=True,
    )
    assert not SpmRequirement.objects.exists()
    newest = response.context["entries"][0]
    assert newest.sentence == "Baris SPM “Anak usia 5–6 tahun” dihapus"
    assert (newest.who, newest.reason) == ("Noor Aina", "Tercatat dua kali")


def test_a_row_that_somebody_corrected_meanwhile_is_not_removed(client_of, row, correction):
    client_of("dinas").post(f"{row.get_absolute_url()}koreksi/", correction())
    response = client_of("dinas").post(
        f"{row.get_absolute_url()}hapus/", {"version": "1", "reason": "Tercatat dua kali"}
    )
    assert response.status_code == 409
    assert "1.100" in response.text
    assert SpmRequirement.objects.get().met == 1100


# The official index


def test_an_official_index_is_entered_corrected_and_removed(client_of, city):
    client = client_of("dinas")
    sent = {
        "key": str(uuid.uuid4()),
        "year": "2025",
        "quarter": "0",
        "service": "",
        "value": "88,91",
        "source": "e-SPM",
        "note": "",
    }
    assert client.post(ADD_OFFICIAL, sent).status_code == 302
    made = SpmOfficialIndex.objects.get()
    assert (made.area, made.service, made.value) == (city, "", Decimal("88.91"))
    again = client.post(ADD_OFFICIAL, sent | {"key": str(uuid.uuid4())})
    assert again.status_code == 422
    assert again.context["form"].errors["service"]
    corrected = sent | {"value": "89", "version": "1", "reason": "Diumumkan ulang"}
    assert client.post(f"{made.get_absolute_url()}koreksi/", corrected).status_code == 302
    made.refresh_from_db()
    assert (made.value, made.version) == (89, 2)
    lost = client.post(f"{made.get_absolute_url()}koreksi/", corrected)
    assert lost.status_code == 409
    removed = {"version": "2", "reason": "Salah kota"}
    assert client.post(f"{made.get_absolute_url()}hapus/", removed).status_code == 302
    assert not SpmOfficialIndex.objects.exists()


@pytest.mark.parametrize("value", ["101", "-1", "1.234", "tinggi", ""])
def test_an_official_index_lies_between_0_and_100(client_of, official, value):
    sent = {"service": "paud", "value": value, "source": "e-SPM", "version": "1"}
    response = client_of("dinas").post(
        f"{official.get_absolute_url()}koreksi/", sent | {"reason": "Diumumkan ulang"}
    )
    assert response.status_code == 422
    assert response.context["form"].errors["value"]
    assert response.context["form"]["value"].value() == value


def test_the_page_of_an_official_index_says_what_it_is(client_of, official):
    page = client_of("pimpinan").get(official.get_absolute_url()).text
    assert "87,5" in page
    assert "tidak dihitung portal" in page
    assert "koreksi" not in page.lower()


# What operations and the database hold, whatever a form lets through


def unsaved(area, **fields) -> SpmRequirement:
    facts = {"year": 2025, "quarter": 1, "service": "paud", "part": "mutu", "name": "Guru"}
    facts |= {"needed": 10, "met": 5, "source": "contoh", "source_year": 2025}
    return SpmRequirement(area=area, **facts | fields)


def test_an_operation_refuses_what_is_no_city_or_no_period(city, province):
    with pytest.raises(Refused, match="kabupaten"):
        add_spm_record(unsaved(province))
    with pytest.raises(Refused, match="Tahun"):
        add_spm_record(unsaved(city, year=2999))
    with pytest.raises(Refused, match="0"):
        add_spm_record(unsaved(city, met=-1))
    assert not SpmRequirement.objects.exists()


def test_an_operation_refuses_what_is_there_and_what_has_no_reason(city):
    made = add_spm_record(unsaved(city))
    with pytest.raises(Refused, match="sudah ada"):
        add_spm_record(unsaved(city, name="GURU"))
    for act in (correct_record, remove_record):
        with pytest.raises(Refused, match="alasan"):
            act(made, reason=" ", version=1)
        with pytest.raises(Conflict):
            act(made, reason="Salah salin", version=2)
    assert SpmRequirement.objects.get().version == 1


@pytest.mark.parametrize(
    "fields", [{"needed": -1}, {"met": -1}, {"service": "sma"}, {"part": "lain"}, {"quarter": 5}]
)
def test_the_database_refuses_what_cannot_be(city, fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        unsaved(city, **fields).save()


@pytest.mark.parametrize("value", [-1, "100.0001"])
def test_the_database_refuses_an_official_index_off_its_scale(city, value):
    with pytest.raises(IntegrityError), transaction.atomic():
        SpmOfficialIndex.objects.create(area=city, year=2025, value=value, source="contoh")
