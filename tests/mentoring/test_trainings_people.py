"""The people of a training: registering, privacy, taking out, attendance and the JP earned."""

import uuid
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mentoring.models import Attendance, Participant
from mentoring.operations.trainings import add_participant, take_attendance
from portal.operations import Conflict, Refused

NIP = "198001012005011001"
NUPTK = "1234567890123456"


def page(record, name) -> str:
    return reverse(f"mentoring:{name}", args=[record.pk])


def answers(school, **fields) -> dict:
    return {
        "key": str(uuid.uuid4()),
        "npsn": school.npsn,
        "name": "Siti Aminah",
        "staff_number": NIP,
        "position": "guru kelas",
    } | fields


def register(client, training, data, **extra):
    return client.post(page(training, "participant-add"), data, **extra)


# Registering


@pytest.mark.parametrize("number", [NIP, NUPTK, "", "19800101 200501 1 001"])
def test_a_person_is_registered_and_the_school_is_named_back(
    client_of, make_training, make_school, number
):
    training, school = make_training(), make_school(name="SDN MAWAR 4")
    data = answers(school, staff_number=number)
    response = register(client_of("dinas"), training, data, follow=True)
    assert "Siti Aminah (SDN MAWAR 4) terdaftar sebagai peserta." in response.text
    person = Participant.objects.get()
    assert person.school == school
    assert person.staff_number == number.replace(" ", "")


@pytest.mark.parametrize(
    ("npsn", "typed"),
    [("P1234567", " p1234567 "), ("K1234567", "k1234567"), ("69760306", "69760306.0")],
)
def test_the_npsn_is_read_as_in_the_registry(client_of, make_training, make_school, npsn, typed):
    school = make_school(npsn=npsn, name="SDN MAWAR 4")
    training = make_training()
    client = client_of("dinas")
    asks = {"HX-Request": "true", "HX-Target": "school-name"}
    named = client.get(page(training, "participant-add"), {"npsn": typed}, headers=asks)
    assert "SDN MAWAR 4" in named.text
    register(client, training, answers(school, npsn=typed))
    assert Participant.objects.get().school == school


def test_the_school_is_shown_while_the_form_is_filled_in(client_of, make_training, make_school):
    training, school = make_training(), make_school(name="SDN MAWAR 4")
    outside = make_school(name="SDN JAUH", district="63.72.02")
    client = client_of("dinas")
    asks = {"HX-Request": "true", "HX-Target": "school-name"}

    def shown(npsn: str) -> str:
        return client.get(page(training, "participant-add"), {"npsn": npsn}, headers=asks).text

    assert "SDN MAWAR 4" in shown(school.npsn)
    assert "Belum ada sekolah dengan NPSN itu" in shown("99999999")
    assert "SDN JAUH" not in shown(outside.npsn)


def test_a_school_outside_the_area_reads_like_one_that_does_not_exist(
    client_of, make_training, make_school
):
    training = make_training()
    outside = make_school(name="SDN JAUH", district="63.72.02")
    for npsn in (outside.npsn, "99999999"):
        response = register(client_of("dinas"), training, answers(outside, npsn=npsn))
        assert response.status_code == 422
        assert f"Sekolah dengan NPSN {npsn} tidak ditemukan" in response.text
        assert "Kota Banjarmasin" in response.text
        assert "SDN JAUH" not in response.text
        assert "Siti Aminah" in response.text
    assert not Participant.objects.exists()


@pytest.mark.parametrize(
    ("fields", "field", "sentence"),
    [
        ({"npsn": "123"}, "npsn", "NPSN harus 8 angka"),
        ({"npsn": "１２３４５６７８"}, "npsn", "NPSN harus 8 angka"),
        ({"npsn": "123456"}, "npsn", "kode perguruan tinggi"),
        ({"npsn": ""}, "npsn", "Isi NPSN"),
        ({"staff_number": "123"}, "staff_number", "NIP 18 angka atau NUPTK 16 angka."),
        ({"staff_number": "１" * 18}, "staff_number", "NIP 18 angka atau NUPTK 16 angka."),
        ({"staff_number": "A" * 18}, "staff_number", "NIP 18 angka atau NUPTK 16 angka."),
        ({"name": ""}, "name", "belum diisi"),
    ],
)
def test_a_wrong_answer_is_refused_beside_its_field(
    client_of, make_training, make_school, fields, field, sentence
):
    response = register(client_of("dinas"), make_training(), answers(make_school(), **fields))
    assert response.status_code == 422
    assert sentence in response.context["form"].errors[field][0]
    assert not Participant.objects.exists()


def test_the_same_person_is_refused_by_number_and_by_name(client_of, make_training, make_school):
    training, school = make_training(), make_school()
    client = client_of("dinas")
    register(client, training, answers(school))
    by_number = register(client, training, answers(make_school(), name="Nama Lain"))
    assert by_number.status_code == 422
    assert "staff_number" in by_number.context["form"].errors
    by_name = register(client, training, answers(school, staff_number="", name="siti  aminah"))
    assert by_name.status_code == 422
    assert "name" in by_name.context["form"].errors
    assert Participant.objects.count() == 1
    elsewhere = register(client, training, answers(make_school(), staff_number=""))
    assert elsewhere.status_code == 302


def test_two_people_registering_the_same_person_at_once_register_one(
    make_training, make_participant
):
    training = make_training()
    first = make_participant(training, name="Siti", staff_number=NIP)
    with pytest.raises(Refused, match="sudah terdaftar"):
        add_participant(
            Participant(training=training, school=first.school, name="Siti lain", staff_number=NIP)
        )
    with pytest.raises(Refused, match="sudah terdaftar"):
        add_participant(Participant(training=training, school=first.school, name="SITI"))
    with pytest.raises(IntegrityError), transaction.atomic():
        training.participants.create(school=first.school, name="siti")


def test_sending_the_form_twice_registers_once(client_of, make_training, make_school):
    training = make_training()
    client = client_of("dinas")
    data = answers(make_school())
    register(client, training, data)
    again = register(client, training, data, follow=True)
    assert Participant.objects.count() == 1
    assert "Formulir ini sudah diproses sebelumnya." in again.text


def test_the_next_person_of_the_same_school_starts_with_its_npsn(
    client_of, make_training, make_school
):
    training, school = make_training(), make_school()
    client = client_of("dinas")
    response = register(client, training, answers(school, again="1"), follow=True)
    assert response.context["form"]["npsn"].value() == school.npsn
    assert school.name in response.text


# Privacy


@pytest.mark.parametrize("role", ["dinas", "pimpinan", "sekolah"])
def test_lists_show_only_the_last_four_digits_of_a_number(
    client_of, make_training, make_participant, make_school, role
):
    training, school = make_training(), make_school()
    person = make_participant(training, school=school, staff_number=NIP)
    client = client_of(role, **({"school": school} if role == "sekolah" else {}))
    text = client.get(page(training, "training")).text
    assert "••••1001" in text
    assert NIP not in text
    if role == "dinas":
        assert NIP not in client.get(page(person, "participant-delete")).text


# Taking out


def test_taking_someone_out_names_what_is_lost_first_and_keeps_it_in_the_history(
    client_of, make_training, make_session, make_participant
):
    training = make_training()
    sessions = [make_session(training, hours="2.0"), make_session(training, hours="1.5")]
    person = make_participant(training, name="Siti", sessions=sessions)
    stays = make_participant(training, name="Budi", sessions=sessions)
    client = client_of("dinas")
    asked = client.get(page(person, "participant-delete")).text
    assert "Kehadirannya pada 2 sesi (3,5 JP)" in asked
    assert Participant.objects.count() == 2

    done = client.post(page(person, "participant-delete"), follow=True)
    assert list(Participant.objects.all()) == [stays]
    assert "Peserta pelatihan Siti dihapus" in done.text
    gone = Attendance.pgh_event_model.objects.filter(participant_id=person.pk, pgh_label="delete")
    assert gone.count() == 2


def test_someone_of_another_city_cannot_be_taken_out(
    client_of, make_training, make_participant, make_school
):
    other = make_training(area="63.72")
    person = make_participant(other, school=make_school(district="63.72.02"))
    assert client_of("dinas").post(page(person, "participant-delete")).status_code == 404
    assert Participant.objects.count() == 1


def test_taking_someone_out_again_leads_back_to_the_training(
    client_of, make_training, make_participant
):
    training = make_training()
    person = make_participant(training)
    url = page(person, "participant-delete")
    client = client_of("dinas")
    client.post(url)
    again = client.post(url, follow=True)
    assert again.redirect_chain == [(page(training, "training"), 302)]
    assert "Ini sudah dihapus sebelumnya." in again.text
    assert client_of("dinas", area="63.72").post(url).status_code == 404
    assert client_of("pimpinan").post(url).status_code == 403


# Attendance


def tick(client, session, people, *, version=1, was=()):
    data = {
        "version": str(version),
        "was": ",".join(str(person.pk) for person in was),
        "present": [str(person.pk) for person in people],
    }
    return client.post(page(session, "attendance"), data)


def present(session) -> set[str]:
    return set(
        Participant.objects.filter(attendance__session=session).values_list("name", flat=True)
    )


def test_attendance_is_saved_as_a_whole(client_of, make_training, make_session, make_participant):
    training = make_training()
    session = make_session(training)
    ana = make_participant(training, name="Ana", sessions=[session])
    budi = make_participant(training, name="Budi")
    client = client_of("fasilitator")
    boxes = client.get(page(session, "attendance")).text
    assert boxes.count(" checked") == 1
    assert tick(client, session, [budi], was=[ana]).status_code == 302
    assert present(session) == {"Budi"}


def test_sending_the_attendance_again_changes_nothing(
    client_of, make_training, make_session, make_participant
):
    training = make_training()
    session = make_session(training)
    ana = make_participant(training, name="Ana")
    client = client_of("dinas")
    for _again in range(3):
        assert tick(client, session, [ana]).status_code == 302
    session.refresh_from_db()
    assert session.version == 2
    assert Attendance.pgh_event_model.objects.filter(session_id=session.pk).count() == 1


def test_the_second_of_two_people_is_told_whom_the_first_ticked(
    client_of, make_training, make_session, make_participant
):
    training = make_training()
    session = make_session(training)
    ana, budi, citra = (make_participant(training, name=name) for name in ("Ana", "Budi", "Citra"))
    tick(client_of("dinas"), session, [ana])
    second = client_of("fasilitator")
    refused = tick(second, session, [budi])
    assert refused.status_code == 409
    assert [(c.label, c.new) for c in refused.context["conflict"]] == [("Ana", "hadir")]
    assert refused.context["ticked"] == {budi.pk}
    assert present(session) == {"Ana"}
    assert tick(second, session, [budi, citra], version=2, was=[ana]).status_code == 302
    assert present(session) == {"Budi", "Citra"}


def test_people_of_another_training_and_nonsense_are_ignored(
    client_of, make_training, make_session, make_participant
):
    training = make_training()
    session = make_session(training)
    ana = make_participant(training, name="Ana")
    stranger = make_participant(make_training(), name="Asing")
    data = {"version": "1", "was": "", "present": [ana.pk, stranger.pk, "x", "9" * 30, "-1"]}
    assert client_of("dinas").post(page(session, "attendance"), data).status_code == 302
    assert present(session) == {"Ana"}


def test_attendance_without_a_version_is_not_saved(
    client_of, make_training, make_session, make_participant
):
    training = make_training()
    session = make_session(training)
    ana = make_participant(training, name="Ana")
    response = client_of("dinas").post(
        page(session, "attendance"), {"present": [ana.pk]}, follow=True
    )
    assert "Kehadiran belum tersimpan" in response.text
    assert present(session) == set()


def test_many_people_are_ticked_with_as_few_queries_as_some(
    client_of, make_training, make_session, make_school, django_assert_max_num_queries
):
    training = make_training()
    session = make_session(training)
    school = make_school()
    people = [training.participants.create(school=school, name=f"Guru {n}") for n in range(1200)]
    client = client_of("dinas")
    with django_assert_max_num_queries(10):
        assert client.get(page(session, "attendance")).status_code == 200
    with django_assert_max_num_queries(25):
        assert tick(client, session, people).status_code == 302
    assert Attendance.objects.filter(session=session).count() == 1200


# The hours earned


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_hours_equal_a_recount_in_python(
    data, make_agreement, make_training, make_session, make_participant, make_school
):
    tenths = st.integers(0, 20)
    training = make_training(agreement=make_agreement())
    hours = data.draw(st.lists(tenths, min_size=0, max_size=5))
    sessions = [make_session(training, hours=Decimal(h) / 10) for h in hours]
    make_session(make_training(agreement=training.agreement))
    school = make_school()
    expected = {}
    for number in range(data.draw(st.integers(1, 4))):
        attended = [s for s in sessions if data.draw(st.booleans())]
        person = make_participant(training, school=school, name=f"Guru {number}", sessions=attended)
        expected[person.pk] = sum((s.hours for s in attended), Decimal(0))
    found = Participant.objects.filter(training=training).with_hours()
    assert dict(found.values_list("pk", "hours_earned")) == expected


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rounds=st.lists(st.sets(st.integers(0, 4)), max_size=5))
def test_attendance_is_always_what_was_sent_last(
    rounds, make_agreement, make_training, make_session, make_participant
):
    training = make_training(agreement=make_agreement())
    session = make_session(training)
    people = [make_participant(training) for _number in range(5)]
    for chosen in rounds:
        session.refresh_from_db()
        wanted = {people[index].pk for index in chosen}
        take_attendance(session, version=session.version, present=wanted)
        standing = Attendance.objects.filter(session=session)
        assert set(standing.values_list("participant_id", flat=True)) == wanted


def test_a_stale_attendance_is_refused_whole(make_training, make_session, make_participant):
    training = make_training()
    session = make_session(training)
    ana, budi = make_participant(training), make_participant(training)
    take_attendance(session, version=1, present={ana.pk})
    with pytest.raises(Conflict):
        take_attendance(session, version=1, present={budi.pk})
    assert Attendance.objects.get().participant == ana
