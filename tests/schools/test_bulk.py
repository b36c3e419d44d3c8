"""Many schools changed at once: chosen in the list, shown beforehand, then done."""

from datetime import date

import pytest

from schools.models import Membership, Programme, School

PROGRAMME, MOVE = "/sekolah/massal/program/", "/sekolah/massal/kecamatan/"
UNDO = "/sekolah/massal/batalkan/"


@pytest.fixture
def dinas(client_of):
    return client_of("dinas")


@pytest.fixture
def three(make_school, elsewhere):
    return [make_school(name=f"SDN {n}", facts_since=date(2020, 1, 1)) for n in range(3)]


def keys(schools) -> str:
    return ",".join(str(school.pk) for school in schools)


def join(schools, step: str, **more) -> dict:
    programme = Programme.objects.get(code="sekolah-penggerak")
    values = {"programme": programme.pk, "cohort": "2", "starts_on": "2024-07-01"}
    return {"sekolah": keys(schools), "langkah": step, **values, **more}


def test_ticked_schools_are_shown_before_anything_changes(dinas, three):
    asked = dinas.post(PROGRAMME, {"sekolah": [s.pk for s in three[:2]], "daftar": "?q=sdn"})
    assert asked.context["form"].initial["sekolah"] == keys(three[:2])
    assert "2 sekolah dipilih" in asked.text
    preview = dinas.post(PROGRAMME, join(three[:2], "pratinjau"))
    assert "2 sekolah akan diubah" in preview.text
    assert not Membership.objects.exists()


def test_members_are_left_as_they_are_and_a_replay_changes_nothing(dinas, three, make_member):
    make_member(three[0], cohort=2)
    preview = dinas.post(PROGRAMME, join(three, "pratinjau")).text
    assert "2 sekolah akan diubah" in preview
    assert "1 sekolah dibiarkan: sudah tercatat" in preview
    assert "2 sekolah diubah" in dinas.post(PROGRAMME, join(three, "simpan"), follow=True).text
    assert Membership.objects.filter(cohort=2).count() == 3
    assert "0 sekolah diubah" in dinas.post(PROGRAMME, join(three, "simpan"), follow=True).text
    assert Membership.objects.count() == 3
    assert Membership.pgh_event_model.objects.count() == 3


def test_a_joining_of_many_is_taken_back_but_for_what_was_edited_since(dinas, three, make_member):
    make_member(three[0], cohort=2)
    told = dinas.post(PROGRAMME, join(three, "simpan"), follow=True).text
    assert f'<a href="{UNDO}">Batalkan</a>' in told
    assert "2 keanggotaan yang baru Anda tambahkan akan dihapus" in dinas.get(UNDO).text
    Membership.objects.filter(school=three[1]).update(decree_number="SK 9", version=2)
    told = dinas.post(UNDO, follow=True).text
    assert "1 keanggotaan dihapus. 1 dibiarkan, karena sudah diubah sesudahnya." in told
    assert {m.school for m in Membership.objects.all()} == set(three[:2])
    assert "Tidak ada penambahan yang dapat dibatalkan" in dinas.get(UNDO).text


def test_nobody_takes_back_what_another_person_gave(dinas, client_of, three):
    dinas.post(PROGRAMME, join(three, "simpan"))
    client_of("dinas").post(UNDO)
    assert Membership.objects.count() == 3


def test_schools_move_to_a_kecamatan_since_a_day(dinas, three):
    sent = {"sekolah": keys(three), "district": "63.71.04", "holds_from": "2024-01-01"}
    asked = dinas.post(MOVE, {"sekolah": [s.pk for s in three]}).text
    assert 'name="district"' in asked
    assert 'name="holds_from"' in asked
    dinas.post(MOVE, sent | {"langkah": "simpan"})
    assert {s.district_id for s in School.objects.filter(pk__in=[s.pk for s in three])} == {
        "63.71.04"
    }
    assert School.objects.as_of(date(2023, 12, 31)).filter(district="63.71.01").count() == 3


def test_a_day_before_the_present_facts_changes_none(dinas, three):
    sent = {"sekolah": keys(three), "district": "63.71.04", "holds_from": "2019-01-01"}
    response = dinas.post(MOVE, sent | {"langkah": "simpan"})
    assert response.status_code == 422
    assert "berlaku sejak" in response.text
    assert not School.objects.filter(district="63.71.04").exists()


def test_all_that_the_filters_leave_can_be_chosen(dinas, three, make_school):
    make_school(name="SMPN X", form="SMP")
    asked = dinas.post(PROGRAMME, {"semua": "on", "daftar": "?jenjang=sd"})
    assert asked.context["form"].initial["sekolah"] == keys(three)


def test_schools_outside_the_scope_are_never_chosen(dinas, three, elsewhere):
    dinas.post(PROGRAMME, join([three[0], elsewhere], "simpan"))
    assert [m.school for m in Membership.objects.all()] == [three[0]]


@pytest.mark.parametrize("sent", [{}, {"sekolah": ["abc", "9" * 30, "²"]}, {"daftar": "//jahat"}])
def test_nothing_chosen_is_told(dinas, three, sent):
    assert "Pilih 1 sampai 1000" in dinas.post(PROGRAMME, sent, follow=True).text


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"sekolah": "1;2"}, "tidak terbaca"),
        ({"cohort": "100"}, "99"),
        ({"starts_on": "kemarin"}, "tanggal"),
        ({"programme": ""}, "Program"),
    ],
)
def test_what_cannot_be_is_told_and_the_rest_survives(dinas, three, changed, told):
    response = dinas.post(PROGRAMME, join(three, "simpan", decree_number="SK 7") | changed)
    assert response.status_code == 422
    assert told in response.text
    assert 'value="SK 7"' in response.text
    assert not Membership.objects.exists()


def test_who_may_not_change_schools_sees_no_boxes(dinas, client_of, three):
    assert 'form="bulk"' in dinas.get("/sekolah/").text
    assert 'form="bulk"' not in dinas.get("/sekolah/?per=2024-01-01").text
    assert 'form="bulk"' not in client_of("pimpinan").get("/sekolah/").text
