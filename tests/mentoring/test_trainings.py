"""The pages of the trainings and their sessions: who sees and changes what, and what is refused."""

import datetime as dt
import uuid

import pytest
from django.urls import reverse
from django.utils import timezone

from mentoring.models import Agreement, Session, Training
from mentoring.operations.trainings import (
    add_session,
    create_training,
    delete_session,
    edit_session,
    edit_training,
    take_attendance,
)
from portal.operations import Refused

LIST = "mentoring:trainings"
ADD = "mentoring:training-add"


def page(record, name="training") -> str:
    return reverse(f"mentoring:{name}", args=[record.pk])


def answers(agreement, **fields) -> dict:
    return {
        "key": str(uuid.uuid4()),
        "title": "Bimtek numerasi",
        "kind": "bimtek",
        "organiser": "BPMP Kalsel",
        "agreement": str(agreement.pk),
        "area": "63.71",
        "mode": "luring",
    } | fields


def session_answers(**fields) -> dict:
    return {
        "key": str(uuid.uuid4()),
        "topic": "Membaca Rapor",
        "date": timezone.localdate().isoformat(),
        "starts_at": "08:00",
        "ends_at": "09:00",
        "hours": "",
    } | fields


# Who sees what


@pytest.mark.parametrize("role", ["admin", "dinas", "fasilitator", "pimpinan"])
def test_the_list_holds_the_trainings_of_the_scope_only(client_of, make_training, role):
    make_training(title="Lokakarya Banjarmasin")
    make_training(title="Lokakarya Banjarbaru", area="63.72")
    text = client_of(role, area="63.71").get(reverse(LIST)).text
    assert "Lokakarya Banjarmasin" in text
    assert "Lokakarya Banjarbaru" not in text


def test_a_training_of_another_city_is_not_found(client_of, make_training, make_session):
    other = make_training(area="63.72")
    session = make_session(other)
    client = client_of("dinas")
    for name in ("training", "training-edit", "session-add", "participant-add"):
        assert client.get(page(other, name)).status_code == 404
    for name in ("session-edit", "session-delete", "attendance"):
        assert client.get(page(session, name)).status_code == 404


def test_a_school_sees_the_trainings_of_its_people_and_only_its_own_people_there(
    client_of, make_training, make_session, make_participant, make_school
):
    own, other = make_school(), make_school(name="SDN TETANGGA")
    training = make_training()
    session = make_session(training)
    make_participant(training, school=own, name="Guru Kita", sessions=[session])
    make_participant(training, school=other, name="Guru Mereka", sessions=[session])
    elsewhere = make_training(title="Tanpa guru kita")
    make_participant(elsewhere, school=other)

    client = client_of("sekolah", school=own)
    listed = client.get(reverse(LIST)).text
    assert "Lokakarya literasi" in listed
    assert "Tanpa guru kita" not in listed
    text = client.get(page(training)).text
    assert "Guru Kita" in text
    assert "hadir 1 dari 1" in text
    for leak in ("Guru Mereka", "SDN TETANGGA", "Riwayat"):
        assert leak not in text
    assert client.get(page(elsewhere)).status_code == 404


@pytest.mark.parametrize("role", ["pimpinan", "sekolah"])
def test_readers_cannot_change_anything(
    client_of, make_training, make_session, make_participant, make_school, role
):
    school = make_school()
    training = make_training()
    session = make_session(training)
    person = make_participant(training, school=school)
    client = client_of(role, **({"school": school} if role == "sekolah" else {}))
    urls = [
        reverse(ADD),
        page(training, "training-edit"),
        page(training, "session-add"),
        page(training, "participant-add"),
        page(session, "session-edit"),
        page(session, "session-delete"),
        page(session, "attendance"),
        page(person, "participant-delete"),
    ]
    for url in urls:
        assert client.get(url).status_code == 403
        assert client.post(url, {}).status_code == 403
    text = client.get(page(training)).text
    for action in ("Tambah", "Ubah", "Hapus", "Keluarkan"):
        assert action not in text


def test_what_was_typed_is_shown_as_text(client_of, make_training, make_session, make_participant):
    training = make_training(title="<script>alert(1)</script>")
    make_session(training, topic="<b>materi</b>")
    make_participant(training, name="<i>Guru</i>")
    client = client_of("dinas")
    for url in (page(training), reverse(LIST), page(training.sessions.get(), "attendance")):
        text = client.get(url).text
        for raw in ("<script>alert(1)", "<b>materi", "<i>Guru"):
            assert raw not in text


def test_the_page_names_the_hours_and_who_was_there(
    client_of, make_training, make_session, make_participant
):
    training = make_training()
    first, second = make_session(training, hours="2.0"), make_session(training, hours="1.5")
    make_participant(training, name="Rajin", sessions=[first, second])
    make_participant(training, name="Sekali", sessions=[first])
    make_participant(training, name="Absen")
    text = client_of("pimpinan").get(page(training)).text
    assert "3,5 JP" in text
    assert "hadir 2 dari 3" in text
    assert "hadir 1 dari 3" in text
    for cell in ("3,5 (100%)", "2 (57%)", "0 (0%)"):
        assert cell in text


def test_participants_are_sorted_by_hours_and_searched_by_name(
    client_of, make_training, make_session, make_participant
):
    training = make_training()
    session = make_session(training)
    make_participant(training, name="Aminah")
    make_participant(training, name="Zainal", sessions=[session])
    client = client_of("dinas")
    by_hours = client.get(page(training), {"urut": "-jp"}).text
    assert by_hours.index("Zainal") < by_hours.index("Aminah")
    part = client.get(
        page(training), {"q": "zai"}, headers={"HX-Request": "true", "HX-Target": "list"}
    ).text
    assert "Zainal" in part
    assert "Aminah" not in part
    assert "<html" not in part
    assert "Hapus semua" in part
    assert "data-rows" in part


# The list


def test_the_list_filters_by_kind_period_and_title(client_of, make_training, make_session):
    today = timezone.localdate()
    old = make_training(title="Webinar lama", kind="webinar")
    make_session(old, date=today - dt.timedelta(days=300))
    make_session(make_training(title="Klinik baru", kind="klinik"), date=today)
    client = client_of("dinas")

    def found(**query) -> set[str]:
        text = client.get(reverse(LIST), query).text
        return {title for title in ("Webinar lama", "Klinik baru") if title in text}

    week = dt.timedelta(days=7)
    assert found(jenis="webinar") == {"Webinar lama"}
    assert found(q="baru") == {"Klinik baru"}
    assert found(dari=(today - week).isoformat()) == {"Klinik baru"}
    assert found(sampai=(today - week).isoformat()) == {"Webinar lama"}


@pytest.mark.parametrize("size", [10, 1000])
@pytest.mark.parametrize("role", ["dinas", "sekolah"])
def test_the_list_asks_the_database_as_often_for_many_as_for_few(
    client_of, make_agreement, make_school, django_assert_max_num_queries, size, role
):
    school = make_school()
    agreement = make_agreement()
    trainings = Training.objects.bulk_create(
        Training(
            title=f"Pelatihan {number}",
            kind="bimtek",
            organiser="Dinas",
            agreement=agreement,
            area_id="63.71",
        )
        for number in range(size)
    )
    for training in trainings:
        training.participants.create(school=school, name="Guru")
    client = client_of(role, **({"school": school} if role == "sekolah" else {}))
    with django_assert_max_num_queries(8):
        assert client.get(reverse(LIST)).status_code == 200


@pytest.mark.parametrize("size", [10, 1000])
def test_the_page_asks_the_database_as_often_for_many_people_as_for_few(
    client_of, make_training, make_session, make_school, django_assert_max_num_queries, size
):
    training = make_training()
    make_session(training)
    school = make_school()
    for number in range(size):
        training.participants.create(school=school, name=f"Guru {number}")
    client = client_of("dinas")
    with django_assert_max_num_queries(15):
        assert client.get(page(training)).status_code == 200


# Recording and editing


def test_a_training_is_recorded_once_however_often_its_form_is_sent(client_of, make_agreement):
    agreement = make_agreement()
    client = client_of("fasilitator")
    data = answers(agreement)
    first = client.post(reverse(ADD), data)
    again = client.post(reverse(ADD), data, follow=True)
    assert Training.objects.count() == 1
    assert first.url == again.redirect_chain[0][0] == Training.objects.get().get_absolute_url()
    assert "Formulir ini sudah diproses sebelumnya." in again.text


def test_only_an_agreement_in_force_in_the_scope_can_be_chosen(client_of, make_agreement):
    past = {"starts_on": dt.date(2020, 1, 1), "ends_on": dt.date(2021, 1, 1)}
    wrong = [
        make_agreement(area="63.72"),
        make_agreement(**past, signed_on=dt.date(2020, 1, 1)),
        make_agreement(state="draf"),
        make_agreement(state="diputus"),
    ]
    client = client_of("dinas")
    for agreement in wrong:
        response = client.post(reverse(ADD), answers(agreement))
        assert response.status_code == 422
        assert "agreement" in response.context["form"].errors
        assert "BPMP Kalsel" in response.text
    assert not Training.objects.exists()


def test_the_agreement_must_cover_the_area_of_the_training(client_of, make_agreement):
    response = client_of("fasilitator").post(reverse(ADD), answers(make_agreement(), area="63.72"))
    assert response.status_code == 422
    assert "di luar wilayah naskah kerja sama" in response.text


def test_an_area_outside_the_own_scope_cannot_be_chosen(client_of, make_agreement):
    agreement = make_agreement()
    response = client_of("dinas").post(reverse(ADD), answers(agreement, area="63.72"))
    assert response.status_code == 422
    assert not Training.objects.exists()


def test_a_training_with_people_cannot_move_away_from_their_schools(
    client_of, make_agreement, make_training, make_participant
):
    agreement = make_agreement(area="63")
    training = make_training(agreement=agreement)
    make_participant(training)
    data = answers(agreement, area="63.72", version="1")
    response = client_of("fasilitator").post(page(training, "training-edit"), data)
    assert response.status_code == 422
    assert "Ada peserta dari sekolah di luar wilayah ini" in response.text


def test_the_second_of_two_editors_is_told_what_the_first_changed(client_of, make_training):
    training = make_training()
    url = page(training, "training-edit")
    first = answers(training.agreement, title="Judul rekan", version="1")
    second = answers(training.agreement, place="Ketikan saya", version="1")
    assert client_of("dinas").post(url, first).status_code == 302
    refused = client_of("fasilitator").post(url, second)
    assert refused.status_code == 409
    assert "Judul rekan" in refused.text
    assert "Ketikan saya" in refused.text
    training.refresh_from_db()
    assert (training.title, training.place) == ("Judul rekan", "")


# Sessions


@pytest.mark.parametrize(
    ("times", "typed", "stored"),
    [
        (("08:00", "09:30"), "", "2.0"),
        (("08:00", "09:00"), "", "1.3"),
        (("08:00", "08:45"), "", "1.0"),
        (("08:00", "09:30"), "1,5", "1.5"),
        (("08:00", "09:30"), "1.5", "1.5"),
        (("08:00", "09:30"), "2", "2.0"),
    ],
)
def test_the_hours_of_a_session_follow_from_its_times_unless_fewer_are_typed(
    client_of, make_training, times, typed, stored
):
    training = make_training()
    data = session_answers(starts_at=times[0], ends_at=times[1], hours=typed)
    assert client_of("dinas").post(page(training, "session-add"), data).status_code == 302
    assert str(Session.objects.get().hours) == stored


@pytest.mark.parametrize(
    ("fields", "field", "sentence"),
    [
        ({"ends_at": "08:00"}, "ends_at", "Jam selesai harus setelah jam mulai."),
        ({"ends_at": "07:00"}, "ends_at", "Jam selesai harus setelah jam mulai."),
        ({"hours": "1,4"}, "hours", "Paling banyak 1,3 JP untuk 60 menit"),
        ({"hours": "-1"}, "hours", "JP tidak boleh kurang dari 0."),
        ({"date": "2001-01-01"}, "date", "di luar masa berlaku naskah kerja sama"),
        ({"topic": ""}, "topic", "belum diisi"),
    ],
)
def test_a_session_that_cannot_be_is_refused_beside_its_field(
    client_of, make_training, fields, field, sentence
):
    training = make_training()
    data = session_answers(**fields)
    response = client_of("dinas").post(page(training, "session-add"), data)
    assert response.status_code == 422
    assert sentence in response.context["form"].errors[field][0]
    assert not Session.objects.exists()


def test_a_session_is_added_once_however_often_its_form_is_sent(client_of, make_training):
    training = make_training()
    client = client_of("dinas")
    data = session_answers()
    client.post(page(training, "session-add"), data)
    client.post(page(training, "session-add"), data)
    assert Session.objects.count() == 1


def test_two_people_editing_a_session_notice_each_other(client_of, make_training, make_session):
    session = make_session(make_training())
    url = page(session, "session-edit")
    first = session_answers(topic="Rekan", version="1")
    assert client_of("dinas").post(url, first).status_code == 302
    refused = client_of("dinas").post(url, session_answers(topic="Saya", version="1"))
    assert refused.status_code == 409
    assert "Rekan" in refused.text
    session.refresh_from_db()
    assert session.topic == "Rekan"


def test_what_the_form_did_not_see_is_refused_when_the_edit_is_carried_out(
    make_training, make_session
):
    training = make_training()
    session = make_session(training)
    Agreement.objects.update(ends_on=timezone.localdate() - dt.timedelta(days=1))
    with pytest.raises(Refused, match="di luar masa berlaku"):
        add_session(make_unsaved(session))
    with pytest.raises(Refused, match="di luar masa berlaku"):
        edit_session(session, version=1)
    with pytest.raises(Refused, match="Ada sesi di luar masa berlaku"):
        edit_training(training, version=1)
    Agreement.objects.update(area_id="63.72")
    with pytest.raises(Refused, match="di luar wilayah naskah"):
        create_training(make_unsaved(training))
    assert (Training.objects.count(), Session.objects.count()) == (1, 1)


def make_unsaved(record):
    """The same once more, as a form would hand it over."""
    fresh = type(record).objects.get(pk=record.pk)
    fresh.pk = None
    return fresh


def test_a_session_nobody_attended_is_deleted_and_stays_in_the_history(
    client_of, make_training, make_session
):
    training = make_training()
    session, stays = make_session(training, topic="Salah catat"), make_session(training)
    client = client_of("dinas")
    assert "tidak ada JP yang hilang" in client.get(page(session, "session-delete")).text
    assert training.sessions.count() == 2
    done = client.post(page(session, "session-delete"), follow=True)
    assert "Sesi “Salah catat” dihapus." in done.text
    assert list(training.sessions.all()) == [stays]
    again = client.post(page(session, "session-delete"), follow=True)
    assert again.redirect_chain == [(page(training), 302)]
    assert "Ini sudah dihapus sebelumnya." in again.text


def test_a_session_with_attendance_is_not_deleted(
    client_of, make_training, make_session, make_participant
):
    training = make_training()
    session = make_session(training)
    make_participant(training, sessions=[session])
    client = client_of("dinas")
    asked = client.get(page(session, "session-delete")).text
    assert "1 peserta tercatat hadir" in asked
    assert page(session, "attendance") in asked
    refused = client.post(page(session, "session-delete"), follow=True)
    assert "Hapus tanda hadirnya dahulu." in refused.text
    assert training.sessions.get().attendance.count() == 1


def test_an_edit_of_a_session_deleted_meanwhile_is_refused(make_training, make_session):
    session = make_session(make_training())
    seen = Session.objects.get()
    delete_session(session)
    with pytest.raises(Refused, match="sudah dihapus"):
        edit_session(seen, version=1)
    with pytest.raises(Refused, match="sudah dihapus"):
        take_attendance(seen, version=1, present=[])


@pytest.mark.parametrize("method", ["put", "delete"])
def test_pages_refuse_methods_they_do_not_know(client_of, make_training, make_session, method):
    training = make_training()
    client = client_of("dinas")
    urls = [reverse(LIST), page(training), page(make_session(training), "attendance")]
    for url in urls:
        assert getattr(client, method)(url).status_code == 405
