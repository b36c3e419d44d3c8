"""The pages of the agreements: who sees and changes what, and what the form refuses."""

import datetime as dt
import uuid

import pytest
from django.urls import reverse
from django.utils import timezone

from mentoring.models import Agreement, Clause, Instrument, Party, Visit, VisitKind
from mentoring.operations.agreements import save_agreement
from portal.operations import Refused

LIST = "mentoring:agreements"


def page(agreement, name="agreement") -> str:
    return reverse(f"mentoring:{name}", args=[agreement.pk])


def answers(agreement=None, *, parties=None, clauses=None, **fields) -> dict:
    """What a browser sends from the form: valid, for the city of Banjarmasin."""
    today = timezone.localdate()
    data = {
        "kind": "pks",
        "title": "Kerja sama mutu",
        "first_number": "1/PEMKO",
        "second_number": "2/BPMP",
        "area": "63.71",
        "starts_on": today.isoformat(),
        "ends_on": (today + dt.timedelta(days=400)).isoformat(),
        "signed_on": today.isoformat(),
        "signed_at": "Banjarmasin",
        "state": "berlaku",
    }
    if agreement is None:
        data["key"] = str(uuid.uuid4())
        parties = parties or [{"side": side, **PERSON} for side in ("dinas", "bpmp")]
        clauses = clauses or []
    else:
        data["version"] = str(agreement.version)
        parties = parties or [party_row(party) for party in agreement.parties.all()]
        clauses = clauses or [clause_row(clause) for clause in agreement.clauses.all()]
    return data | rows("pihak", parties) | rows("lingkup", clauses) | fields


PERSON = {"institution": "Instansi", "name": "Nama", "position": "Kepala"}


def rows(prefix: str, values: list[dict]) -> dict:
    standing = sum("id" in row for row in values)
    data = {f"{prefix}-TOTAL_FORMS": str(len(values)), f"{prefix}-INITIAL_FORMS": str(standing)}
    for index, row in enumerate(values):
        data |= {f"{prefix}-{index}-{name}": value for name, value in row.items()}
    return data


def party_row(party: Party) -> dict:
    return {"id": str(party.pk), "side": party.side, "institution": party.institution,
            "name": party.name, "position": party.position}  # fmt: skip


def clause_row(clause: Clause) -> dict:
    return {"id": str(clause.pk), "order": str(clause.order), "text": clause.text}


# Who sees what


@pytest.mark.parametrize("role", ["admin", "dinas", "fasilitator", "pimpinan"])
def test_the_list_holds_the_agreements_of_the_scope_only(client_of, make_agreement, role):
    make_agreement(title="Naskah Banjarmasin")
    make_agreement(title="Naskah Banjarbaru", area="63.72")
    area = "63.71"
    text = client_of(role, area=area).get(reverse(LIST)).text
    assert "Naskah Banjarmasin" in text
    assert "Naskah Banjarbaru" not in text


def test_an_agreement_of_another_city_is_not_found(client_of, make_agreement):
    other = make_agreement(area="63.72")
    client = client_of("dinas")
    for name in (
        "agreement",
        "agreement-edit",
        "agreement-scan",
        "agreement-visits",
        "agreement-trainings",
    ):
        assert client.get(page(other, name)).status_code == 404


def test_a_school_has_no_business_with_agreements(client_of, make_agreement, make_school):
    client = client_of("sekolah", school=make_school())
    assert client.get(reverse(LIST)).status_code == 403
    assert client.get(page(make_agreement())).status_code == 404


@pytest.mark.parametrize("role", ["pimpinan", "fasilitator"])
def test_readers_cannot_record_or_edit(client_of, make_agreement, role):
    agreement = make_agreement()
    client = client_of(role)
    assert client.get(reverse("mentoring:agreement-add")).status_code == 403
    response = client.post(page(agreement, "agreement-edit"), answers(agreement, title="Diubah"))
    assert response.status_code == 403
    agreement.refresh_from_db()
    assert agreement.title == "Kerja sama peningkatan mutu"
    assert "Ubah naskah" not in client.get(page(agreement)).text


def test_the_page_shows_both_numbers_parties_and_clauses_in_order(client_of, make_agreement):
    agreement = make_agreement()
    Clause.objects.create(agreement=agreement, order=2, text="Pelatihan guru")
    Clause.objects.create(agreement=agreement, order=1, text="Pendampingan sekolah")
    text = client_of("pimpinan").get(page(agreement)).text
    assert "100/1/PEMKO" in text
    assert "200/2/BPMP" in text
    assert "Kepala BPMP" in text
    assert text.index("Pendampingan sekolah") < text.index("Pelatihan guru")


def test_what_was_typed_is_shown_as_text(client_of, make_agreement):
    agreement = make_agreement(title="<script>alert(1)</script>")
    Clause.objects.create(agreement=agreement, order=1, text="<b>tebal</b>")
    for url in (page(agreement), reverse(LIST)):
        text = client_of("dinas").get(url).text
        assert "<script>alert(1)" not in text
        assert "<b>tebal" not in text
        assert "&lt;script&gt;" in text


# Recording


def test_a_new_agreement_is_recorded_with_its_parties_and_numbered_clauses(client_of):
    clauses = [
        {"order": "", "text": "Terakhir"},
        {"order": "2", "text": "Kedua"},
        {"order": "1", "text": "Pertama"},
        {"order": "", "text": ""},
    ]
    client = client_of("dinas")
    response = client.post(reverse("mentoring:agreement-add"), answers(clauses=clauses))
    agreement = Agreement.objects.get()
    assert response.status_code == 302
    assert response.url == agreement.get_absolute_url()
    assert [(c.order, c.text) for c in agreement.clauses.all()] == [
        (1, "Pertama"),
        (2, "Kedua"),
        (3, "Terakhir"),
    ]
    assert sorted(agreement.parties.values_list("side", flat=True)) == ["bpmp", "dinas"]


def test_sending_the_form_twice_records_one_agreement(client_of):
    client = client_of("dinas")
    data = answers()
    first = client.post(reverse("mentoring:agreement-add"), data)
    again = client.post(reverse("mentoring:agreement-add"), data, follow=True)
    assert Agreement.objects.count() == 1
    assert again.redirect_chain[0][0] == first.url
    assert "Formulir ini sudah diproses sebelumnya." in again.text


def test_each_side_needs_a_signatory(client_of):
    data = answers(parties=[{"side": "dinas", **PERSON}, {"side": "dinas", **PERSON}])
    response = client_of("dinas").post(reverse("mentoring:agreement-add"), data)
    assert response.status_code == 422
    assert "satu dari BPMP" in response.text
    assert "Kerja sama mutu" in response.text
    assert not Agreement.objects.exists()


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"ends_on": "2001-01-01"}, "Tanggal berakhir mendahului tanggal mulai berlaku."),
        ({"signed_on": ""}, "Isi tanggal tanda tangan, atau pilih keputusan draf."),
        ({"signed_on": "2099-01-01"}, "Tanggal tanda tangan"),
        ({"first_number": ""}, "Isi nomor ini, atau pilih keputusan draf."),
        ({"second_number": ""}, "Isi nomor ini, atau pilih keputusan draf."),
        ({"area": "63.72"}, "Pilih"),
        ({"title": ""}, "belum diisi"),
    ],
)
def test_a_wrong_answer_is_refused_beside_its_field_and_keeps_the_rest(client_of, fields, sentence):
    data = answers(**fields)
    response = client_of("dinas").post(reverse("mentoring:agreement-add"), data)
    assert response.status_code == 422
    form = response.context["sheet"].form
    wrong = next(iter(fields))
    assert any(sentence.lower() in error.lower() for error in form.errors[wrong])
    assert "2/BPMP" in response.text or wrong == "second_number"
    assert not Agreement.objects.exists()


def test_a_draft_needs_neither_numbers_nor_signature(client_of):
    data = answers(state="draf", first_number="", second_number="", signed_on="")
    assert client_of("dinas").post(reverse("mentoring:agreement-add"), data).status_code == 302
    assert Agreement.objects.get().status == Agreement.Status.DRAFT


# Editing


def test_an_edit_changes_rows_takes_one_away_and_adds_one(client_of, make_agreement):
    agreement = make_agreement()
    kept = Clause.objects.create(agreement=agreement, order=1, text="Tetap")
    gone = Clause.objects.create(agreement=agreement, order=2, text="Hilang")
    clauses = [
        clause_row(kept) | {"text": "Tetap, diperjelas"},
        clause_row(gone) | {"DELETE": "on"},
        {"order": "3", "text": "Baru"},
    ]
    data = answers(agreement, clauses=clauses, title="Judul baru")
    response = client_of("dinas").post(page(agreement, "agreement-edit"), data)
    assert response.status_code == 302
    agreement.refresh_from_db()
    assert agreement.title == "Judul baru"
    assert [c.text for c in agreement.clauses.all()] == ["Tetap, diperjelas", "Baru"]
    assert agreement.clauses.first().pk == kept.pk
    text = client_of("dinas").get(page(agreement)).text
    assert "Hilang” dihapus" in text
    assert "Kerja sama peningkatan mutu" in text  # the old title, in the history


def test_the_second_of_two_editors_is_told_what_the_first_changed(client_of, make_agreement):
    agreement = make_agreement()
    clause = Clause.objects.create(agreement=agreement, order=1, text="Semula")
    seen = answers(agreement, signed_at="Ketikan saya")
    first = answers(
        agreement, clauses=[clause_row(clause) | {"text": "Diubah rekan"}], title="Rekan"
    )
    url = page(agreement, "agreement-edit")
    assert client_of("dinas").post(url, first).status_code == 302

    second = client_of("admin", area="63.71")
    refused = second.post(url, seen)
    assert refused.status_code == 409
    for text in ("Ketikan saya", "Rekan", "Semula", "Diubah rekan"):
        assert text in refused.text
    agreement.refresh_from_db()
    assert (agreement.title, agreement.signed_at) == ("Rekan", "Banjarmasin")
    assert agreement.clauses.get().text == "Diubah rekan"

    knowing = seen | {"version": refused.context["sheet"].form["version"].value()}
    assert second.post(url, knowing).status_code == 302
    agreement.refresh_from_db()
    assert agreement.signed_at == "Ketikan saya"


def test_a_row_that_somebody_took_away_meanwhile_is_not_lost_when_saved_again(
    client_of, make_agreement
):
    agreement = make_agreement()
    clause = Clause.objects.create(agreement=agreement, order=1, text="Saya perjelas ini")
    data = answers(agreement)
    clause.delete()
    assert client_of("dinas").post(page(agreement, "agreement-edit"), data).status_code == 302
    assert agreement.clauses.get().text == "Saya perjelas ini"


def test_a_row_of_another_agreement_cannot_be_reached_by_its_number(client_of, make_agreement):
    agreement, other = make_agreement(), make_agreement(area="63.72")
    theirs = other.parties.first()
    parties = [party_row(party) for party in agreement.parties.all()]
    parties[0]["id"] = str(theirs.pk)
    parties[0]["name"] = "Penyusup"
    client_of("dinas").post(page(agreement, "agreement-edit"), answers(agreement, parties=parties))
    theirs.refresh_from_db()
    assert theirs.name != "Penyusup"


def test_a_row_emptied_and_dropped_is_taken_away(client_of, make_agreement):
    agreement = make_agreement()
    Party.objects.create(agreement=agreement, side="dinas", **PERSON)
    parties = [party_row(party) for party in agreement.parties.all()]
    parties[-1] |= {"name": "", "DELETE": "on"}
    data = answers(agreement, parties=parties)
    assert client_of("dinas").post(page(agreement, "agreement-edit"), data).status_code == 302
    assert agreement.parties.count() == 2


# What the agreement already holds


@pytest.fixture
def held(make_agreement, make_training, make_session, make_school, make_person):
    """An agreement of the province with a visit, a cancelled one, and a training of one session."""
    today = timezone.localdate()
    agreement = make_agreement(area="63", starts_on=today - 20 * DAY, signed_on=today - 20 * DAY)
    visit = {
        "school": make_school(),
        "facilitator": make_person("fasilitator"),
        "agreement": agreement,
        "instrument": Instrument.objects.published().get(),
        "kind": VisitKind.objects.first(),
    }
    Visit.objects.create(**visit, date=today)
    Visit.objects.create(**visit, date=today + 15 * DAY, state=Visit.State.CANCELLED)
    training = make_training(agreement=agreement)
    make_session(training, date=today + 10 * DAY)
    return agreement


DAY = dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("field", "value", "left"),
    [
        ("starts_on", 1, "masih ada 1 kunjungan."),
        ("starts_on", 11, "masih ada 1 kunjungan dan 1 sesi pelatihan."),
        ("ends_on", 9, "masih ada 1 sesi pelatihan."),
        ("ends_on", -1, "masih ada 1 kunjungan dan 1 sesi pelatihan."),
        ("area", "63.72", "masih ada 1 kunjungan dan 1 pelatihan."),
        ("state", "draf", "menaungi 1 kunjungan dan 1 pelatihan."),
    ],
)
def test_an_edit_that_leaves_visits_or_sessions_outside_is_refused(
    client_of, held, field, value, left
):
    if isinstance(value, int):
        value = (timezone.localdate() + value * DAY).isoformat()
    data = held_answers(held, **{field: value})
    response = client_of("admin", area="63").post(page(held, "agreement-edit"), data)
    assert response.status_code == 422
    assert left in response.context["sheet"].form.errors[field][0]
    unchanged = Agreement.objects.get()
    assert (unchanged.version, unchanged.area_id) == (1, "63")


@pytest.mark.parametrize(
    ("field", "value"),
    [("starts_on", 0), ("ends_on", 10), ("area", "63.71"), ("state", "diperpanjang")],
)
def test_an_edit_that_leaves_nothing_outside_is_saved(client_of, held, field, value):
    if isinstance(value, int):
        value = (timezone.localdate() + value * DAY).isoformat()
    data = held_answers(held, **{field: value})
    response = client_of("admin", area="63").post(page(held, "agreement-edit"), data)
    assert response.status_code == 302


def test_what_stood_outside_before_does_not_forbid_other_edits(client_of, held):
    today = timezone.localdate()
    Agreement.objects.update(ends_on=today + DAY)
    held.refresh_from_db()
    data = held_answers(held, title="Judul baru", ends_on=(today + 2 * DAY).isoformat())
    response = client_of("admin", area="63").post(page(held, "agreement-edit"), data)
    assert response.status_code == 302


def test_a_session_added_meanwhile_stands_in_the_way_of_the_save(held, make_session):
    held.ends_on = timezone.localdate() + 12 * DAY
    held.clean()
    make_session(held.trainings.get(), date=held.ends_on + DAY)
    with pytest.raises(Refused, match="masih ada 1 sesi pelatihan"):
        save_agreement(held, version=1, parties=[], clauses=[])
    assert Agreement.objects.get().version == 1


def held_answers(agreement, **fields) -> dict:
    """The form of the agreement as it stands, with these fields changed."""
    standing = {name: getattr(agreement, name) for name in ("starts_on", "ends_on", "signed_on")}
    dates = {name: value.isoformat() for name, value in standing.items()}
    return answers(agreement, **{"area": "63", **dates, **fields})


# Lists and panels


@pytest.mark.parametrize("size", [10, 1000])
def test_the_list_asks_the_database_as_often_for_many_as_for_few(
    client_of, django_assert_max_num_queries, size
):
    today = timezone.localdate()
    Agreement.objects.bulk_create(
        Agreement(
            kind="pks",
            title=f"Naskah {number}",
            area_id="63.71",
            starts_on=today,
            ends_on=today,
        )
        for number in range(size)
    )
    client = client_of("dinas")
    with django_assert_max_num_queries(6):
        assert client.get(reverse(LIST)).status_code == 200


def test_the_panel_of_trainings_holds_those_of_the_agreement(
    client_of, make_agreement, make_training
):
    agreement = make_agreement()
    make_training(agreement=agreement, title="Milik naskah ini")
    make_training(title="Milik naskah lain")
    text = client_of("pimpinan").get(page(agreement, "agreement-trainings")).text
    assert "Milik naskah ini" in text
    assert "Milik naskah lain" not in text


def test_the_panel_of_visits_says_when_there_are_none(client_of, make_agreement):
    response = client_of("pimpinan").get(page(make_agreement(), "agreement-visits"))
    assert "Belum ada kunjungan" in response.text


@pytest.mark.parametrize("method", ["post", "delete"])
def test_pages_that_only_show_refuse_to_be_written_to(client_of, make_agreement, method):
    client = client_of("dinas")
    assert getattr(client, method)(reverse(LIST)).status_code == 405
    assert getattr(client, method)(page(make_agreement())).status_code == 405
