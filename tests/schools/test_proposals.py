"""Corrections that a school proposes to its own record, decided field by field."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from schools.models import Decision, Proposal, School

TODAY_FIELDS = {"facts_since": "", "note": "SK 12/2024"}


@pytest.fixture
def school(make_school):
    return make_school(
        npsn="30304001",
        name="SDN PASAR LAMA 1",
        address="Jl. Pasar",
        facts_since=date(2020, 1, 1),
    )


@pytest.fixture
def head(client_of, school):
    """The browser of the school's own account."""
    return client_of("sekolah", school=school)


def typed(school: School, **changes) -> dict:
    return {
        "key": "7d0a2a1e-4c1f-4c39-9e57-000000000001",
        "name": school.name,
        "form": school.form,
        "status": school.status,
        "district": school.district_id,
        "address": school.address,
        "latitude": "",
        "longitude": "",
        "accreditation": "",
        "accreditation_number": "",
        "accreditation_until": "",
        **TODAY_FIELDS,
    } | changes


def send(head, school, **changes):
    return head.post(f"/sekolah/{school.npsn}/usulkan/", typed(school, **changes))


@pytest.fixture
def proposal(head, school) -> Proposal:
    send(head, school, address="Jl. Pasar Lama 5", accreditation="A", district="63.71.04")
    return Proposal.objects.get()


def verdicts(proposal: Proposal, **by_field) -> dict:
    """What a decider sends: field → reason of a rejection, or None to accept."""
    sent = {
        "version": proposal.version,
        "school_version": proposal.school.version,
        "holds_from": "2024-05-06",
    }
    for field, reason in by_field.items():
        change = proposal.changes.get(field=field)
        sent[f"decision_{change.pk}"] = Decision.ACCEPTED if reason is None else Decision.REJECTED
        sent[f"reason_{change.pk}"] = reason or ""
    return sent


def outcome(proposal: Proposal) -> dict[str, str]:
    return dict(proposal.changes.values_list("field", "decision"))


def test_a_school_proposes_what_differs_and_nothing_changes_yet(head, school):
    response = send(head, school, address="Jl. Pasar Lama 5", district="63.71.04")
    proposal = Proposal.objects.get()
    assert response.url == proposal.get_absolute_url()
    kept = {(c.field, c.old, c.new) for c in proposal.changes.all()}
    assert kept == {
        ("address", "Jl. Pasar", "Jl. Pasar Lama 5"),
        ("district", "63.71.01", "63.71.04"),
    }
    school.refresh_from_db()
    assert (school.address, school.version) == ("Jl. Pasar", 1)
    page = head.get(response.url).text
    assert "Menunggu keputusan" in page
    assert "Banjarmasin Utara" in page
    assert "Usulan hari ini" in head.get(school.get_absolute_url()).text


def test_nothing_different_is_no_proposal(head, school):
    response = send(head, school)
    assert response.status_code == 422
    assert "Belum ada yang berbeda" in response.text
    assert not Proposal.objects.exists()


def test_what_was_typed_survives_a_fault(head, school):
    response = send(head, school, address="Jl. Baru 9", latitude="-3,3")
    assert response.status_code == 422
    assert "Jl. Baru 9" in response.text
    assert "Isi bujur juga" in response.text
    assert not Proposal.objects.exists()


@pytest.mark.parametrize("district", ["63.72.05", "99", "\u00b2", "63.71"])
def test_a_kecamatan_of_another_city_cannot_be_proposed(head, school, district):
    assert send(head, school, district=district).status_code == 422


def test_one_proposal_waits_at_a_time_and_a_replay_makes_none(head, school, proposal):
    again = send(head, school, address="Jl. Pasar Lama 5", accreditation="A", district="63.71.04")
    assert again.url == proposal.get_absolute_url()
    other = send(head, school, key="7d0a2a1e-4c1f-4c39-9e57-000000000002", address="Jl. Lain")
    assert other.status_code == 422
    assert "masih menunggu keputusan" in other.text
    assert Proposal.objects.count() == 1
    assert head.get(f"/sekolah/{school.npsn}/usulkan/").url == proposal.get_absolute_url()


def test_each_field_is_accepted_or_rejected_with_a_reason(client_of, head, school, proposal):
    sent = verdicts(proposal, address=None, accreditation="SK belum ada.", district=None)
    response = client_of("dinas").post(proposal.get_absolute_url(), sent)
    assert response.status_code == 302
    school.refresh_from_db()
    assert (school.address, school.accreditation) == ("Jl. Pasar Lama 5", "")
    assert (school.district_id, school.facts_since) == ("63.71.04", date(2024, 5, 6))
    assert School.objects.as_of(date(2024, 5, 5)).get().district_id == "63.71.01"
    proposal.refresh_from_db()
    assert proposal.decided_by.role == "dinas"
    assert outcome(proposal) == {
        "address": "diterima",
        "accreditation": "ditolak",
        "district": "diterima",
    }
    page = head.get(proposal.get_absolute_url()).text
    assert "SK belum ada." in page
    assert "Diputuskan hari ini" in page
    history = head.get(f"/sekolah/{school.npsn}/riwayat/").text
    assert "Usulan sekolah oleh" in history


def test_the_proposer_is_told_what_became_of_each_field(client_of, head, proposal):
    sent = verdicts(proposal, address=None, accreditation="SK belum terbit")
    client_of("dinas").post(proposal.get_absolute_url(), sent)
    [notice] = head.person.notices.all()
    assert notice.text == (
        "Usulan data SDN PASAR LAMA 1 diputuskan: alamat diterima; akreditasi ditolak "
        "(SK belum terbit)."
    )
    assert head.get(notice.url).status_code == 200


def test_a_decision_that_is_refused_tells_nobody(client_of, head, proposal):
    client_of("dinas").post(proposal.get_absolute_url(), verdicts(proposal, accreditation=""))
    assert not head.person.notices.exists()


def test_a_rejection_without_reason_is_sent_back_and_keeps_the_choices(client_of, proposal):
    sent = verdicts(proposal, address=None, accreditation="")
    change = proposal.changes.get(field="accreditation")
    sent[f"decision_{change.pk}"] = Decision.REJECTED
    response = client_of("dinas").post(proposal.get_absolute_url(), sent)
    assert response.status_code == 422
    assert "Tuliskan alasan penolakan" in response.text
    assert response.text.count(" checked") == 3  # two verdicts, and "Nanti" of the third
    assert set(outcome(proposal).values()) == {"menunggu"}


def test_deciding_some_leaves_the_others_waiting(client_of, proposal):
    dinas = client_of("dinas")
    dinas.post(proposal.get_absolute_url(), verdicts(proposal, address=None))
    proposal = Proposal.objects.get()
    assert proposal.decided_at is None
    assert outcome(proposal)["accreditation"] == "menunggu"
    rest = verdicts(proposal, accreditation=None, district="Tetap di sini.")
    dinas.post(proposal.get_absolute_url(), rest)
    assert Proposal.objects.get().decided_at is not None
    school = School.objects.get()
    assert (school.accreditation, school.version) == ("A", 3)


def test_an_edit_made_meanwhile_is_shown_and_noticed(client_of, school, proposal):
    sent = verdicts(proposal, address=None, accreditation=None, district=None)
    School.objects.filter(pk=school.pk).update(address="Jl. Admin 1", version=2)
    dinas = client_of("dinas")
    assert "Sudah diubah orang lain" in dinas.get(proposal.get_absolute_url()).text
    response = dinas.post(proposal.get_absolute_url(), sent)
    assert response.status_code == 409
    assert "berubah setelah Anda membuka" in response.text
    school.refresh_from_db()
    assert school.address == "Jl. Admin 1"
    knowingly = sent | {"school_version": 2}
    assert dinas.post(proposal.get_absolute_url(), knowingly).status_code == 302
    school.refresh_from_db()
    assert school.address == "Jl. Pasar Lama 5"


def test_of_two_deciders_the_second_is_told(client_of, school, proposal):
    sent = verdicts(proposal, address=None, accreditation=None, district=None)
    client_of("dinas").post(proposal.get_absolute_url(), sent)
    second = client_of("admin").post(proposal.get_absolute_url(), sent, follow=True)
    assert "sudah diputuskan" in second.text
    school.refresh_from_db()
    assert school.version == 2


@pytest.mark.parametrize(
    ("day", "told"),
    [("2019-01-01", "berlaku sejak"), ("2999-01-01", "belum tiba"), ("x", "terbaca")],
)
def test_a_day_that_cannot_be_is_told_and_nothing_is_written(client_of, proposal, day, told):
    sent = verdicts(proposal, address=None, accreditation=None, district=None)
    response = client_of("dinas").post(proposal.get_absolute_url(), sent | {"holds_from": day})
    assert response.status_code == 422
    assert told in response.text
    assert set(outcome(proposal).values()) == {"menunggu"}


def test_half_of_a_place_cannot_be_accepted(client_of, head, school):
    send(head, school, latitude="-3,31", longitude="114,59")
    proposal = Proposal.objects.get()
    sent = verdicts(proposal, latitude=None, longitude="Salah.")
    response = client_of("dinas").post(proposal.get_absolute_url(), sent)
    assert response.status_code == 422
    assert "bersama-sama" in response.text
    school.refresh_from_db()
    assert school.latitude is None


def test_a_school_takes_its_proposal_back(head, proposal):
    assert head.post(f"{proposal.get_absolute_url()}tarik/").status_code == 302
    proposal.refresh_from_db()
    assert proposal.decided_at is not None
    assert set(outcome(proposal).values()) == {"ditolak"}
    page = head.post(f"{proposal.get_absolute_url()}tarik/", follow=True).text
    assert "sudah diputuskan" in page


def test_a_school_does_not_decide(head, proposal):
    response = head.post(proposal.get_absolute_url(), verdicts(proposal, address=None))
    assert response.status_code == 403
    assert set(outcome(proposal).values()) == {"menunggu"}


def test_the_queue_shows_what_waits_and_who_is_asked(client_of, proposal):
    queue = client_of("dinas").get("/sekolah/usulan/?keadaan=menunggu").text
    assert "SDN PASAR LAMA 1" in queue
    assert (
        "SDN PASAR LAMA 1" not in client_of("dinas").get("/sekolah/usulan/?keadaan=diputuskan").text
    )
    assert "Usulan perubahan data sekolah" in client_of("admin").get("/").text


def test_the_queue_takes_as_many_queries_for_many_as_for_few(
    client_of, make_school, make_person, proposal
):
    client = client_of("dinas")
    counts = []
    for first in (0, 30):
        # More than one page both times: a list that fits its page is not counted.
        for number in range(first, first + 30):
            other = make_school(npsn=str(20_000_000 + number))
            made = Proposal.objects.create(
                school=other, by=make_person("sekolah", school=other), holds_from=date(2024, 1, 1)
            )
            made.changes.create(field="name", old="A", new="B")
        with CaptureQueriesContext(connection) as queries:
            client.get("/sekolah/usulan/")
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 10


def test_a_new_result_takes_the_old_decree_away(client_of, head, school):
    School.objects.update(accreditation="B", accreditation_number="SK-1")
    school.refresh_from_db()
    send(head, school, accreditation="A", accreditation_number="SK-1")
    proposal = Proposal.objects.get()
    client_of("dinas").post(proposal.get_absolute_url(), verdicts(proposal, accreditation=None))
    school.refresh_from_db()
    assert (school.accreditation, school.accreditation_number) == ("A", "")


def test_a_decree_does_not_stay_without_its_result(client_of, head, school):
    School.objects.update(accreditation="B", accreditation_number="SK-1")
    school.refresh_from_db()
    send(head, school, accreditation="", accreditation_number="")
    proposal = Proposal.objects.get()
    sent = verdicts(proposal, accreditation_number="Nomornya benar.")
    client_of("dinas").post(proposal.get_absolute_url(), sent)
    proposal.refresh_from_db()
    proposal.school.refresh_from_db()
    sent = verdicts(proposal, accreditation=None)
    client_of("dinas").post(proposal.get_absolute_url(), sent)
    school.refresh_from_db()
    assert (school.accreditation, school.accreditation_number) == ("", "")


def test_a_withdrawn_proposal_says_so(client_of, head, school, proposal):
    head.post(f"/sekolah/usulan/{proposal.pk}/tarik/")
    assert "Ditarik hari ini oleh" in head.get(proposal.get_absolute_url()).text
    assert "ditarik" in client_of("dinas").get("/sekolah/usulan/").text
