"""Each step of a visit: who may take it, from which state, and what a refusal says."""

from datetime import datetime, time, timedelta

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from mentoring import steps
from mentoring.models import Agreement, Assignment, Transition, Visit
from mentoring.operations.reports import record_visit
from mentoring.operations.visits import (
    Incomplete,
    cancel_visit,
    end_visit,
    reopen_visit,
    send_back,
    start_visit,
    submit_visit,
    verify_visit,
)
from portal.operations import Refused

State = Visit.State
CHANGED = "Laporan berubah setelah Anda membukanya. Baca kembali, lalu putuskan."


def url(visit, step):
    return reverse(f"mentoring:visit-{step}", args=[visit.pk])


def said(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


def state_of(visit) -> str:
    return Visit.objects.get(pk=visit.pk).state


def steps_of(visit) -> list[tuple[str, str]]:
    return list(visit.transitions.values_list("from_state", "to_state"))


def take(client, visit, step, **data):
    """The step as its form sends it, decided on the visit as `visit` holds it."""
    return client.post(url(visit, step), {"version": visit.version} | data)


def verify(client, visit):
    return take(client, visit, "verify")


# Submitting


def test_complete_draft_is_submitted(client_of, draft_visit, facilitator):
    response = take(client_of(facilitator), draft_visit, "submit")
    assert said(response) == ["Laporan diajukan. Dinas akan memverifikasinya."]
    assert steps_of(draft_visit) == [
        ("", State.PLANNED),
        (State.PLANNED, State.DRAFT),
        (State.DRAFT, State.SUBMITTED),
    ]
    assert Visit.objects.get().version == draft_visit.version + 1


def test_submitting_twice_says_that_it_is_done(client_of, draft_visit, facilitator):
    client = client_of(facilitator)
    take(client, draft_visit, "submit")
    assert said(take(client, draft_visit, "submit"))[-1] == "Laporan ini sudah diajukan."
    assert draft_visit.transitions.filter(to_state=State.SUBMITTED).count() == 1


def test_empty_report_is_refused_with_all_that_it_lacks_at_once(client_of, plan, facilitator):
    visit = plan()
    client = client_of(facilitator)
    take(client, visit, "submit")
    assert state_of(visit) == State.PLANNED
    page = client.get(visit.get_absolute_url()).content.decode()
    lacking = [
        "Isi jam mulai.",
        "Isi jam selesai.",
        "Isi setidaknya satu peserta.",
        "Tuliskan tujuan kunjungan.",
        "Tuliskan temuan.",
        "Sepakati setidaknya satu tindak lanjut.",
        "Unggah 2 foto lagi.",
        *(f"Pilih skor “{item.text}”." for item in visit.instrument.items.all()),
    ]
    assert [words for words in lacking if words not in page] == []
    assert f'href="{url(visit, "record")}#id_findings"' in page


def test_visit_that_did_not_take_place_yet_cannot_be_submitted(
    client_of, draft_visit, facilitator, full_report
):
    tomorrow = timezone.localdate() + timedelta(days=1)
    report = full_report(draft_visit, date=tomorrow)
    version = draft_visit.version
    draft_visit = record_visit(draft_visit, by=facilitator, version=version, report=report)
    client = client_of(facilitator)
    take(client, draft_visit, "submit")
    assert state_of(draft_visit) == State.DRAFT
    page = client.get(draft_visit.get_absolute_url()).content.decode()
    assert f"Kunjungan bertanggal {date_format(tomorrow)} belum berlangsung." in page


@pytest.mark.parametrize("ended", ["assignment", "agreement"])
def test_a_report_of_a_day_that_is_no_longer_covered_is_refused(
    client_of, draft_visit, facilitator, agreement, ended
):
    before = draft_visit.date - timedelta(days=1)
    if ended == "assignment":
        Assignment.objects.update(ends_on=before)
        words = "bukan sekolah dampingan Anda"
    else:
        Agreement.objects.filter(pk=agreement.pk).update(ends_on=before)
        words = "Naskah ini tidak berlaku"
    [told] = said(take(client_of(facilitator), draft_visit, "submit"))
    assert words in told
    draft_visit.refresh_from_db()
    assert draft_visit.state == Visit.State.DRAFT


def test_online_visit_needs_no_photos(client_of, plan, full_report, facilitator):
    visit = plan(mode=Visit.Mode.ONLINE)
    record_visit(visit, by=facilitator, version=1, report=full_report(visit))
    visit.refresh_from_db()
    take(client_of(facilitator), visit, "submit")
    assert state_of(visit) == State.SUBMITTED


def test_facilitator_cannot_submit_the_visit_of_another(client_of, draft_visit):
    assert take(client_of("fasilitator"), draft_visit, "submit").status_code == 403
    assert state_of(draft_visit) == State.DRAFT


# Verifying


def test_dinas_verifies_what_it_read(client_of, submitted_visit, dinas):
    response = verify(client_of(dinas), submitted_visit)
    assert said(response) == ["Laporan diverifikasi. Sekolah kini dapat membacanya."]
    step = Transition.objects.last()
    assert (step.to_state, step.by) == (State.VERIFIED, dinas)


def test_verifying_twice_says_that_it_is_done(client_of, submitted_visit, dinas):
    client = client_of(dinas)
    verify(client, submitted_visit)
    assert said(verify(client, submitted_visit))[-1] == "Laporan ini sudah diverifikasi."
    assert submitted_visit.transitions.filter(to_state=State.VERIFIED).count() == 1


def test_report_that_changed_after_it_was_read_is_not_verified(
    client_of, submitted_visit, dinas, facilitator
):
    read = submitted_visit.version
    returned_and_submitted_again(submitted_visit, dinas, facilitator)
    response = client_of(dinas).post(url(submitted_visit, "verify"), {"version": read})
    assert said(response) == [CHANGED]
    assert state_of(submitted_visit) == State.SUBMITTED


def test_draft_cannot_be_verified(client_of, draft_visit, dinas):
    response = verify(client_of(dinas), draft_visit)
    assert said(response) == [
        "Laporan ini tidak sedang menunggu verifikasi: statusnya draf laporan."
    ]
    assert state_of(draft_visit) == State.DRAFT


def test_dinas_elsewhere_cannot_find_it(client_of, submitted_visit):
    stranger = client_of("dinas", area="63.72")
    for response in (
        stranger.get(submitted_visit.get_absolute_url()),
        verify(stranger, submitted_visit),
        take(stranger, submitted_visit, "send-back", reason="Bukan wilayah"),
    ):
        assert response.status_code == 404
    assert state_of(submitted_visit) == State.SUBMITTED


@pytest.mark.parametrize("role", ["admin", "fasilitator", "pimpinan"])
def test_only_dinas_verifies_and_sends_back(client_of, submitted_visit, role):
    client = client_of(role, area="63.71")
    assert verify(client, submitted_visit).status_code == 403
    assert take(client, submitted_visit, "send-back", reason="xxxxx").status_code == 403
    assert state_of(submitted_visit) == State.SUBMITTED


# Sending back


def test_sent_back_report_shows_its_reason_to_the_facilitator(
    client_of, submitted_visit, dinas, facilitator
):
    take(client_of(dinas), submitted_visit, "send-back", reason="Foto <b>buram</b>")
    page = client_of(facilitator).get(submitted_visit.get_absolute_url()).content.decode()
    assert "Laporan dikembalikan" in page
    assert "Foto &lt;b&gt;buram&lt;/b&gt;" in page
    assert "<b>buram" not in page
    assert Transition.objects.last().reason == "Foto <b>buram</b>"


def test_history_holds_the_reason(client_of, submitted_visit, dinas):
    client = client_of(dinas)
    take(client, submitted_visit, "send-back", reason="Foto buram")
    page = client.get(url(submitted_visit, "history")).content.decode()
    assert "Alasan: Foto buram" in page
    assert "Hadi Dinas" in page
    assert "diajukan" in page


def test_sending_back_needs_a_reason(client_of, submitted_visit, dinas):
    response = take(client_of(dinas), submitted_visit, "send-back", reason=" ")
    assert response.status_code == 422
    assert "Tuliskan alasannya." in response.content.decode()
    assert state_of(submitted_visit) == State.SUBMITTED


def test_sending_back_twice_says_that_it_is_done(client_of, submitted_visit, dinas):
    client = client_of(dinas)
    take(client, submitted_visit, "send-back", reason="Foto buram")
    response = take(client, submitted_visit, "send-back", reason="Foto buram")
    assert said(response)[-1] == "Laporan ini sudah dikembalikan."
    assert submitted_visit.transitions.filter(to_state=State.SENT_BACK).count() == 1


def returned(visit, by):
    """`visit` as it stands after it was sent back."""
    send_back(visit, by=by, reason="Foto buram", version=visit.version)
    visit.refresh_from_db()
    return visit


def returned_and_submitted_again(visit, dinas, facilitator):
    again = {"by": facilitator, "reason": "Tetap begitu", "version": returned(visit, dinas).version}
    submit_visit(visit, **again)


def test_sent_back_report_is_submitted_again(client_of, submitted_visit, dinas, facilitator):
    visit = returned(submitted_visit, dinas)
    take(client_of(facilitator), visit, "submit", reason="Fotonya memang dari jauh")
    assert state_of(submitted_visit) == State.SUBMITTED


def test_page_of_a_sent_back_report_carries_what_its_button_sends(
    client_of, submitted_visit, dinas, facilitator
):
    visit = returned(submitted_visit, dinas)
    page = client_of(facilitator).get(visit.get_absolute_url()).content.decode()
    assert f'<input type="hidden" name="version" value="{visit.version}">' in page


def test_old_submit_does_not_hand_in_the_report_that_was_sent_back(
    client_of, draft_visit, dinas, facilitator
):
    client = client_of(facilitator)
    before = draft_visit.version
    take(client, draft_visit, "submit")
    draft_visit.refresh_from_db()
    returned(draft_visit, dinas)
    for old in ({"version": before}, {}, {"version": "x"}):
        response = client.post(url(draft_visit, "submit"), old)
        assert said(response)[-1] == CHANGED
        assert state_of(draft_visit) == State.SENT_BACK


def test_old_send_back_does_not_return_the_corrected_report(
    client_of, submitted_visit, dinas, facilitator
):
    client = client_of(dinas)
    old = {"version": submitted_visit.version, "reason": "Foto <i>buram</i>"}
    client.post(url(submitted_visit, "send-back"), old)
    submitted_visit.refresh_from_db()
    again = {"by": facilitator, "reason": "Tetap begitu", "version": submitted_visit.version}
    submit_visit(submitted_visit, **again)
    submitted_visit.refresh_from_db()
    for sent in (old, {"reason": old["reason"]}):
        response = client.post(url(submitted_visit, "send-back"), sent)
        page = response.content.decode()
        assert response.status_code == 409
        assert CHANGED in page
        assert "Foto &lt;i&gt;buram&lt;/i&gt;</textarea>" in page
        assert f'name="version" value="{submitted_visit.version}"' in page
        assert state_of(submitted_visit) == State.SUBMITTED


def test_form_of_a_step_with_a_reason_decides_on_what_was_read(client_of, submitted_visit, dinas):
    page = client_of(dinas).get(url(submitted_visit, "send-back")).content.decode()
    assert f'name="version" value="{submitted_visit.version}"' in page


# Cancelling


def test_planned_visit_is_cancelled_with_a_reason(client_of, plan, facilitator):
    visit = plan()
    take(client_of(facilitator), visit, "cancel", reason="Sekolah libur")
    assert state_of(visit) == State.CANCELLED
    assert Transition.objects.last().reason == "Sekolah libur"


def test_visit_that_was_written_meanwhile_is_not_cancelled(
    client_of, plan, facilitator, full_report
):
    visit = plan()
    record_visit(visit, by=facilitator, version=1, report=full_report(visit))
    response = take(client_of(facilitator), visit, "cancel", reason="Sekolah libur")
    assert response.status_code == 409
    assert state_of(visit) == State.DRAFT


def test_submitted_visit_cannot_be_cancelled(client_of, submitted_visit, facilitator):
    response = take(client_of(facilitator), submitted_visit, "cancel", reason="Keliru")
    assert said(response) == [
        "Laporan kunjungan ini sudah pernah diajukan, jadi tidak dapat dibatalkan."
    ]
    assert state_of(submitted_visit) == State.SUBMITTED


def test_cancelling_twice_says_that_it_is_done(client_of, plan, facilitator):
    visit, client = plan(), client_of(facilitator)
    take(client, visit, "cancel", reason="Sekolah libur")
    response = take(client, visit, "cancel", reason="Sekolah libur")
    assert said(response)[-1] == "Kunjungan ini sudah dibatalkan."
    assert visit.transitions.count() == 2


def test_cancelled_visit_cannot_be_submitted(client_of, plan, facilitator):
    visit, client = plan(), client_of(facilitator)
    take(client, visit, "cancel", reason="Sekolah libur")
    response = take(client, visit, "submit")
    assert said(response)[-1] == "Kunjungan ini sudah dibatalkan dan tidak dapat diajukan."


@pytest.mark.parametrize("step", ["submit", "verify"])
def test_steps_are_not_taken_by_a_link(client_of, draft_visit, facilitator, dinas, step):
    person = facilitator if step == "submit" else dinas
    assert client_of(person).get(url(draft_visit, step)).status_code == 405


@pytest.mark.parametrize("operation", [send_back, cancel_visit, reopen_visit])
def test_no_step_backwards_is_taken_without_a_word(
    draft_visit, submitted_visit, facilitator, dinas, operation
):
    state, by = {
        send_back: (State.SUBMITTED, dinas),
        cancel_visit: (State.DRAFT, facilitator),
        reopen_visit: (State.VERIFIED, dinas),
    }[operation]
    Visit.objects.update(state=state)
    visit = Visit.objects.get()
    with pytest.raises(Refused, match="Tuliskan alasannya"):
        operation(visit, by=by, reason=" ", version=visit.version)
    visit.refresh_from_db()
    assert visit.state == state


def test_nobody_verifies_or_returns_their_own_report(submitted_visit, facilitator):
    with pytest.raises(Refused, match="Laporan sendiri"):
        verify_visit(submitted_visit, by=facilitator, version=submitted_visit.version)
    with pytest.raises(Refused, match="Laporan sendiri"):
        send_back(submitted_visit, by=facilitator, reason="Coba", version=submitted_visit.version)
    assert state_of(submitted_visit) == State.SUBMITTED


# Starting and ending


@pytest.fixture
def at_clock(monkeypatch):
    """`at_clock(8, 31)`: the clock of the operations shows this time today."""

    def set_clock(hour: int, minute: int, days: int = 0) -> None:
        day = TODAY + timedelta(days=days)
        moment = timezone.make_aware(datetime.combine(day, time(hour, minute, 40)))
        monkeypatch.setattr(timezone, "now", lambda: moment)

    return set_clock


TODAY = timezone.localdate()


def test_a_visit_is_started_and_ended_on_the_phone(client_of, plan, facilitator, at_clock):
    at_clock(8, 31)
    visit = plan(on=TODAY, starts_at=time(10), ends_at=time(11))
    client = client_of(facilitator)
    assert "Mulai kunjungan</button>" in client.get(visit.get_absolute_url()).text
    assert said(client.post(url(visit, "start"))) == ["Kunjungan dimulai. Jam mulai tercatat."]
    visit.refresh_from_db()
    assert (visit.state, visit.starts_at, visit.ends_at) == (State.ONGOING, time(8, 31), None)
    assert said(client.post(url(visit, "start")))[-1] == "Kunjungan ini sudah berlangsung."
    page = client.get(visit.get_absolute_url()).text
    assert "Selesai</button>" in page
    assert "Akhiri kunjungan dengan tombol Selesai." in page
    at_clock(10, 5)
    done = "Kunjungan selesai. Lengkapi laporannya, lalu ajukan."
    assert said(client.post(url(visit, "end")))[-1] == done
    visit.refresh_from_db()
    assert (visit.state, visit.ends_at) == (State.DRAFT, time(10, 5))
    assert steps_of(visit) == [
        ("", State.PLANNED),
        (State.PLANNED, State.ONGOING),
        (State.ONGOING, State.DRAFT),
    ]


def test_writing_during_a_visit_does_not_end_it(plan, facilitator, full_report, at_clock):
    at_clock(8, 31)
    visit = steps_started(plan(on=TODAY), facilitator)
    report = full_report(visit, starts_at=time(8, 31), ends_at=None)
    visit = record_visit(visit, by=facilitator, version=visit.version, report=report)
    assert visit.state == State.ONGOING
    with pytest.raises(Incomplete) as caught:
        submit_visit(visit, by=facilitator, version=visit.version)
    assert "Akhiri kunjungan dengan tombol Selesai." in [m.message for m in caught.value.missing]


def steps_started(visit, facilitator) -> Visit:
    return start_visit(visit, by=facilitator)


def test_a_visit_that_ends_in_its_first_minute_leaves_the_time_to_the_report(
    plan, facilitator, at_clock
):
    at_clock(8, 31)
    visit = end_visit(steps_started(plan(on=TODAY), facilitator), by=facilitator)
    assert (visit.state, visit.ends_at) == (State.DRAFT, None)


def test_a_visit_is_started_on_its_day_only(client_of, plan, facilitator):
    visit, client = plan(on=TODAY - timedelta(days=1)), client_of(facilitator)
    assert "Mulai kunjungan</button>" not in client.get(visit.get_absolute_url()).text
    assert "jadi tidak dapat dimulai hari ini" in said(client.post(url(visit, "start")))[-1]
    assert state_of(visit) == State.PLANNED


# Another day


def test_a_visit_is_planned_again_on_another_day(client_of, draft_visit, facilitator):
    former, client = draft_visit.date, client_of(facilitator)
    new = TODAY + timedelta(days=6)
    without = take(client, draft_visit, "reschedule", on=str(new), reason="")
    assert without.status_code == 422
    assert "Tuliskan alasannya." in without.text
    asked = {"on": str(new), "reason": "Sekolah libur"}
    assert "dijadwalkan ulang ke" in said(take(client, draft_visit, "reschedule", **asked))[0]
    draft_visit.refresh_from_db()
    step = draft_visit.transitions.last()
    assert (step.from_state, step.to_state, step.former_date, step.reason, step.by) == (
        State.DRAFT,
        State.PLANNED,
        former,
        "Sekolah libur",
        facilitator,
    )
    assert (draft_visit.date, draft_visit.starts_at) == (new, None)
    assert draft_visit.findings == "Guru sudah membaca Rapor"
    page = " ".join(client.get(draft_visit.get_absolute_url()).text.split())
    assert "Dijadwalkan ulang oleh" in page
    assert "Tanggal semula: " in page


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-3, "Kunjungan ini sudah pada tanggal itu."),
        (-1, "Tanggal ini sudah lewat."),
        (4000, "Tidak ada naskah kerja sama yang berlaku pada"),
    ],
)
def test_a_day_that_does_not_do_is_refused(client_of, plan, facilitator, days, words):
    visit = plan()
    asked = {"on": str(TODAY + timedelta(days=days)), "reason": "Sekolah libur"}
    assert words in take(client_of(facilitator), visit, "reschedule", **asked).text
    assert Visit.objects.get().date == visit.date


def test_a_submitted_visit_gets_no_other_day(client_of, submitted_visit, facilitator):
    asked = {"on": str(TODAY + timedelta(days=2)), "reason": "Sekolah libur"}
    response = take(client_of(facilitator), submitted_visit, "reschedule", **asked)
    assert "Kunjungan ini diajukan, jadi tidak dapat dijadwalkan ulang." in response.text


# Who writes with the facilitator


@pytest.fixture
def companion(client_of, draft_visit, facilitator, make_person):
    person = make_person("fasilitator", name="Arsyad Pendamping")
    client_of(facilitator).post(
        reverse("mentoring:companion-add", args=[draft_visit.pk]), {"user": person.pk}
    )
    return person


def test_a_companion_writes_but_does_not_submit(client_of, draft_visit, companion, full_report):
    client = client_of(companion)
    page = client.get(draft_visit.get_absolute_url()).text
    assert "Isi laporan</a>" in page
    assert "Ajukan laporan" not in page
    assert client.get(url(draft_visit, "record")).status_code == 200
    report = full_report(draft_visit, findings="Ditulis berdua")
    record_visit(draft_visit, by=companion, version=draft_visit.version, report=report)
    draft_visit.refresh_from_db()
    assert draft_visit.findings == "Ditulis berdua"
    for step in ("submit", "cancel", "reschedule", "start", "end"):
        assert take(client, draft_visit, step).status_code == 403
    with pytest.raises(Refused, match="milik fasilitator lain"):
        submit_visit(draft_visit, by=companion, version=draft_visit.version)


def test_a_companion_who_became_an_officer_does_not_verify(
    draft_visit, companion, facilitator, dinas
):
    submit_visit(draft_visit, by=facilitator, version=draft_visit.version)
    draft_visit.refresh_from_db()
    with pytest.raises(Refused, match="Laporan sendiri"):
        verify_visit(draft_visit, by=companion, version=draft_visit.version)
    verify_visit(draft_visit, by=dinas, version=draft_visit.version)


def test_a_companion_is_chosen_and_let_go_by_the_facilitator(
    client_of, draft_visit, companion, facilitator, make_person
):
    outsider = make_person("fasilitator", area="62", name="Fasilitator Jauh")
    add = reverse("mentoring:companion-add", args=[draft_visit.pk])
    for person in (outsider, facilitator, companion):
        client_of(facilitator).post(add, {"user": person.pk})
    row = draft_visit.co_writers.get()
    assert client_of(companion).post(add, {"user": outsider.pk}).status_code == 403
    remove = reverse("mentoring:companion-remove", args=[row.pk])
    assert client_of(companion).post(remove).status_code == 403
    client_of(facilitator).post(remove)
    assert client_of(companion).get(url(draft_visit, "record")).status_code == 403


# The table of steps


def test_the_page_offers_exactly_what_the_table_allows(client_of, draft_visit, facilitator, dinas):
    offered = {
        "start": url(draft_visit, "start"),
        "record": url(draft_visit, "record"),
        "end": url(draft_visit, "end"),
        "submit": url(draft_visit, "submit"),
        "verify": url(draft_visit, "verify"),
        "send_back": url(draft_visit, "send-back"),
        "cancel": url(draft_visit, "cancel"),
        "reschedule": url(draft_visit, "reschedule"),
    }
    people = {
        steps.Who.OWNER: facilitator,
        steps.Who.WRITER: facilitator,
        steps.Who.VERIFIER: dinas,
    }
    clients = {who: client_of(person) for who, person in people.items()}
    for state in State:
        Visit.objects.filter(pk=draft_visit.pk).update(state=state, date=TODAY)
        for step in steps.STEPS:
            if step.name in offered:
                page = clients[step.who].get(draft_visit.get_absolute_url()).text
                assert (f'"{offered[step.name]}"' in page) == step.fits(state), (step.name, state)
