"""Each step of a visit: who may take it, from which state, and what a refusal says."""

from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from mentoring.models import Transition, Visit
from mentoring.operations.reports import record_visit
from mentoring.operations.visits import send_back, submit_visit, verify_visit
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
    submit_visit(visit, by=facilitator, version=returned(visit, dinas).version)


def test_sent_back_report_is_submitted_again(client_of, submitted_visit, dinas, facilitator):
    take(client_of(facilitator), returned(submitted_visit, dinas), "submit")
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
    submit_visit(submitted_visit, by=facilitator, version=submitted_visit.version)
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


def test_nobody_verifies_or_returns_their_own_report(submitted_visit, facilitator):
    with pytest.raises(Refused, match="Laporan sendiri"):
        verify_visit(submitted_visit, by=facilitator, version=submitted_visit.version)
    with pytest.raises(Refused, match="Laporan sendiri"):
        send_back(submitted_visit, by=facilitator, reason="Coba", version=submitted_visit.version)
    assert state_of(submitted_visit) == State.SUBMITTED
