"""A follow-up is closed by somebody else than its owner and its reporter; every step is recorded."""

from itertools import pairwise

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mentoring.models import FollowUp, FollowUpStep
from mentoring.operations.follow_ups import (
    report_follow_up,
    send_back_follow_up,
    verify_follow_up,
    why_not_verified_by,
)
from mentoring.operations.visits import AlreadyDone
from portal.notices.models import Notice
from portal.operations import Conflict, Refused

Owner, State = FollowUp.Owner, FollowUp.State
REASON = "Foto jadwal belum ada"


@pytest.fixture
def head(make_person, own_school):
    return make_person("sekolah", school=own_school, name="Kepala Sekolah")


@pytest.fixture
def follow_up(verified_visit):
    """A follow-up of a verified visit, owned by the school."""
    return verified_visit.follow_ups.get()


def done_by(person, follow_up) -> FollowUp:
    return report_follow_up(
        follow_up, by=person, state=State.DONE, result="Jadwal ada", version=follow_up.version
    )


def page(follow_up, name: str) -> str:
    return reverse(f"mentoring:follow-up-{name}", args=[follow_up.pk])


def told(person) -> list[str]:
    return list(Notice.objects.filter(user=person).order_by("pk").values_list("kind", flat=True))


# Through the pages


def test_a_follow_up_is_reported_sent_back_reported_again_and_verified(
    client_of, follow_up, head, dinas, facilitator
):
    school, officer = client_of(head), client_of(dinas)
    report = {"version": 1, "state": State.DONE, "result": "Jadwal ada"}
    school.post(page(follow_up, "report"), report)
    assert "Verifikasi" in officer.get(follow_up.get_absolute_url()).text
    answer = officer.post(page(follow_up, "send-back"), {"version": 2, "reason": REASON})
    assert answer.url == follow_up.get_absolute_url()
    shown = school.get(follow_up.get_absolute_url()).text
    assert REASON in shown
    assert "Dikembalikan" in shown
    school.post(page(follow_up, "report"), report | {"version": 3, "result": "Foto menyusul"})
    officer.post(page(follow_up, "verify"), {"version": 4})
    follow_up.refresh_from_db()
    assert (follow_up.state, follow_up.verified_by) == (State.VERIFIED, dinas)
    assert [(s.from_state, s.to_state, s.by, s.reason) for s in follow_up.steps.all()] == [
        (State.OPEN, State.DONE, head, ""),
        (State.DONE, State.RETURNED, dinas, REASON),
        (State.RETURNED, State.DONE, head, ""),
        (State.DONE, State.VERIFIED, dinas, ""),
    ]
    shown = school.get(follow_up.get_absolute_url()).text
    assert shown.count("Selesai, menunggu verifikasi → ") == 2
    assert page(follow_up, "report") not in shown
    assert told(head)[-2:] == ["follow-up-dikembalikan", "follow-up-terverifikasi"]
    assert set(told(facilitator)) >= {"follow-up-selesai"}


def test_the_facilitator_verifies_for_the_school_and_the_school_never(
    client_of, follow_up, head, facilitator
):
    done_by(head, follow_up)
    data = {"version": 2}
    assert client_of(head).post(page(follow_up, "verify"), data).status_code == 403
    client_of(facilitator).post(page(follow_up, "verify"), data)
    follow_up.refresh_from_db()
    assert (follow_up.state, follow_up.verified_by) == (State.VERIFIED, facilitator)


@pytest.mark.parametrize("owner", [Owner.FACILITATOR, Owner.BPMP, Owner.CITY])
def test_what_is_not_the_schools_is_verified_by_the_dinas(
    client_of, follow_up, head, facilitator, dinas, owner
):
    FollowUp.objects.update(owner=owner)
    done_by(head, follow_up)
    client = client_of(facilitator)
    assert client.post(page(follow_up, "verify"), {"version": 2}).status_code == 403
    assert "Yang memverifikasi adalah dinas" in client.get(follow_up.get_absolute_url()).text
    verify_follow_up(follow_up, by=dinas, version=2)


def test_who_reported_it_done_does_not_verify_it(client_of, follow_up, head, dinas, make_person):
    follow_up = done_by(dinas, follow_up)
    client = client_of(dinas)
    shown = client.get(follow_up.get_absolute_url()).text
    assert "Anda melaporkan tindak lanjut ini selesai" in shown
    assert page(follow_up, "verify") not in shown
    answer = client.post(page(follow_up, "verify"), {"version": 2}, follow=True)
    assert "Anda melaporkan tindak lanjut ini selesai" in answer.text
    # Nor after somebody else wrote more on top of that report.
    follow_up = report_follow_up(
        follow_up, by=head, state=State.DONE, result="Jadwal ada, ditempel", version=2
    )
    with pytest.raises(Refused, match="melaporkan"):
        verify_follow_up(follow_up, by=dinas, version=3)
    verify_follow_up(follow_up, by=make_person("dinas"), version=3)


def test_the_person_who_owns_it_does_not_verify_it(client_of, follow_up, head, make_person):
    owner = make_person("dinas", name="Pemilik")
    FollowUp.objects.update(owner=Owner.CITY, owner_person=owner)
    follow_up.refresh_from_db()
    done_by(head, follow_up)
    client = client_of(owner)
    assert "Anda pelaksana tindak lanjut ini" in client.get(follow_up.get_absolute_url()).text
    assert client.post(page(follow_up, "verify"), {"version": 2}).status_code == 403
    assert why_not_verified_by(follow_up, make_person("dinas")) == ""


def test_a_person_who_owns_it_reports_on_it(client_of, follow_up, make_person):
    other = make_person("fasilitator")
    assert client_of(other).get(page(follow_up, "report")).status_code == 403
    FollowUp.objects.update(owner=Owner.BPMP, owner_person=other)
    data = {"version": 1, "state": State.IN_PROGRESS, "result": "Mulai"}
    assert client_of(other).post(page(follow_up, "report"), data).status_code == 302


def test_verifying_and_sending_back_notice_what_changed_meanwhile(
    client_of, follow_up, head, dinas
):
    follow_up = done_by(head, follow_up)
    report_follow_up(follow_up, by=head, state=State.DONE, result="Lain", version=2)
    client = client_of(dinas)
    answer = client.post(page(follow_up, "verify"), {"version": 2}, follow=True)
    assert "berubah setelah Anda membukanya" in answer.text
    answer = client.post(page(follow_up, "send-back"), {"version": 2, "reason": REASON})
    assert answer.status_code == 409
    assert REASON in answer.text
    assert client.post(page(follow_up, "verify"), {"version": ""}).status_code == 302
    follow_up.refresh_from_db()
    assert follow_up.state == State.DONE


def test_replays_change_nothing(follow_up, head, dinas):
    for _again in range(2):
        report_follow_up(
            follow_up, by=head, state=State.DONE, result="Jadwal ada", version=follow_up.version
        )
    verify_follow_up(follow_up, by=dinas, version=2)
    with pytest.raises(AlreadyDone):
        verify_follow_up(follow_up, by=dinas, version=2)
    assert [step.to_state for step in follow_up.steps.all()] == [State.DONE, State.VERIFIED]


def test_a_verified_follow_up_stays_as_it_is(client_of, follow_up, head, dinas):
    verify_follow_up(done_by(head, follow_up), by=dinas, version=2)
    with pytest.raises(Refused, match="sudah diverifikasi"):
        report_follow_up(follow_up, by=head, state=State.IN_PROGRESS, result="", version=3)
    url = reverse("admin:mentoring_followup_change", args=[follow_up.pk])
    client = client_of("admin")
    assert 'name="due_on"' not in client.get(url).text
    assert client_of(head).get(page(follow_up, "report")).status_code == 302


def test_nothing_is_verified_before_the_visits_report_is(
    submitted_visit, facilitator, dinas, make_person
):
    follow_up = done_by(facilitator, submitted_visit.follow_ups.get())
    with pytest.raises(Refused, match="Verifikasi dahulu laporan kunjungannya"):
        verify_follow_up(follow_up, by=dinas, version=2)


def test_the_database_holds_that_nobody_verifies_themselves(follow_up, head, dinas):
    follow_up = done_by(dinas, follow_up)
    same = [{"verified_by": dinas}, {"verified_by": None}]
    same.append({"verified_by": head, "owner_person": head})
    for fields in same:
        with pytest.raises(IntegrityError), transaction.atomic():
            FollowUp.objects.update(state=State.VERIFIED, **fields)
    with pytest.raises(IntegrityError), transaction.atomic():
        FollowUpStep.objects.create(
            follow_up=follow_up, from_state="selesai", to_state="dikembalikan", by=head
        )


# Whatever people do

ACTIONS = ("start", "done", "verify", "send_back")


@pytest.fixture
def crew(head, dinas, facilitator, make_person):
    return [head, dinas, facilitator, make_person("dinas"), make_person("fasilitator")]


def act(follow_up: FollowUp, person, action: str, number: int) -> None:
    """Let a person try something, as the rules let people reach it."""
    reports = action in ("start", "done")
    rule = "mentoring.report_follow_up" if reports else "mentoring.verify_follow_up"
    if not person.has_perm(rule, follow_up):
        return
    read = {"by": person, "version": follow_up.version}
    if action == "verify":
        verify_follow_up(follow_up, **read)
    elif action == "send_back":
        send_back_follow_up(follow_up, reason=REASON, **read)
    else:
        state = State.DONE if action == "done" else State.IN_PROGRESS
        report_follow_up(follow_up, state=state, result=f"Hasil {number}", **read)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    owner=st.sampled_from(Owner.values),
    named=st.none() | st.integers(0, 4),
    tries=st.lists(st.tuples(st.integers(0, 4), st.sampled_from(ACTIONS)), max_size=10),
)
def test_whatever_people_try_nobody_verifies_their_own(follow_up, crew, owner, named, tries):
    with transaction.atomic():
        person = None if named is None else crew[named]
        FollowUp.objects.update(owner=owner, owner_person=person)
        for number, (who, action) in enumerate(tries):
            follow_up.refresh_from_db()
            before = (follow_up.state, follow_up.version)
            try:
                act(follow_up, crew[who], action, number)
            except (Refused, Conflict):
                follow_up.refresh_from_db()
                assert (follow_up.state, follow_up.version) == before
        follow_up.refresh_from_db()
        steps = list(follow_up.steps.all())
        check_record(follow_up, steps, person)
        transaction.set_rollback(True)


def check_record(follow_up, steps, owner) -> None:
    """The steps lead from the beginning to where it stands; the last word was somebody else's."""
    chain = [State.OPEN, *(step.to_state for step in steps)]
    assert [step.from_state for step in steps] == chain[:-1]
    assert chain[-1] == follow_up.state
    assert follow_up.version == 1 + len(steps)
    allowed = {
        (before, after)
        for after in (State.IN_PROGRESS, State.DONE)
        for before in (State.OPEN, State.IN_PROGRESS, State.RETURNED, State.DONE)
    } | {(State.DONE, State.VERIFIED), (State.DONE, State.RETURNED)}
    assert set(pairwise(chain)) <= allowed
    if follow_up.state == State.VERIFIED:
        verifier = steps[-1].by
        reporters = {step.by for step in steps if step.to_state == State.DONE}
        last = next(step.by for step in reversed(steps) if step.to_state == State.DONE)
        assert follow_up.verified_by == verifier != last
        assert last in reporters
        assert verifier != owner
        assert verifier.role in ("dinas", "fasilitator")


# Agreeing


def test_a_follow_up_names_its_person_and_priority_in_the_report(
    client_of, plan, facilitator, head, make_person, make_school
):
    visit, client = plan(), client_of(facilitator)
    stranger = make_person("sekolah", school=make_school())
    url = reverse("mentoring:visit-record", args=[visit.pk])
    sent = {"version": 1, "date": str(visit.date), "mode": visit.mode, "kind": visit.kind_id}
    sent |= {"follow_ups-TOTAL_FORMS": 1, "follow_ups-INITIAL_FORMS": 0, "then": "draft"}
    row = {"description": "Pojok baca", "owner": "", "person": head.pk, "priority": "tinggi"}

    def send(**fields):
        typed = {f"follow_ups-0-{name}": value for name, value in (row | fields).items()}
        return client.post(url, sent | typed)

    refused = send(owner="dinas")
    assert refused.status_code == 422
    assert "Kepala Sekolah bukan dari pihak dinas" in refused.text
    assert send(person=stranger.pk).status_code == 422
    assert stranger.name not in client.get(url).text
    assert send().status_code == 302
    agreed = visit.follow_ups.get()
    assert (agreed.owner, agreed.owner_person, agreed.priority) == (Owner.SCHOOL, head, "tinggi")
