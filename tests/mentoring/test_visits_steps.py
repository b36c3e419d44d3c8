"""Each step of a visit: who may take it, from which state, and what a refusal says."""

from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from mentoring.models import Transition, Visit, VisitKind
from mentoring.operations.reports import record_visit
from mentoring.operations.visits import send_back, submit_visit, verify_visit
from portal.operations import Refused

State = Visit.State


def url(visit, step):
    return reverse(f"mentoring:visit-{step}", args=[visit.pk])


def said(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


def state_of(visit) -> str:
    return Visit.objects.get(pk=visit.pk).state


def steps_of(visit) -> list[tuple[str, str]]:
    return list(visit.transitions.values_list("from_state", "to_state"))


def verify(client, visit):
    return client.post(url(visit, "verify"), {"version": visit.version})


# Planning


def plan_data(school, **fields) -> dict:
    return {
        "key": "8d7e3f42-1111-4000-8000-000000000001",
        "school": school.pk,
        "date": str(timezone.localdate()),
        "mode": Visit.Mode.ON_SITE,
        "kind": VisitKind.objects.first().pk,
    } | fields


PLAN = "mentoring:visit-plan"


def test_facilitator_plans_a_visit(client_of, facilitator, own_school, agreement):
    response = client_of(facilitator).post(reverse(PLAN), plan_data(own_school))
    visit = Visit.objects.get()
    assert response.url == visit.get_absolute_url()
    assert (visit.state, visit.facilitator, visit.agreement, visit.version) == (
        State.PLANNED,
        facilitator,
        agreement,
        1,
    )
    assert steps_of(visit) == [("", State.PLANNED)]


def test_plan_sent_twice_makes_one_visit(client_of, facilitator, own_school, agreement):
    client = client_of(facilitator)
    first = client.post(reverse(PLAN), plan_data(own_school))
    second = client.post(reverse(PLAN), plan_data(own_school))
    assert second.url == first.url
    assert said(second)[-1] == "Formulir ini sudah diproses sebelumnya."
    assert Visit.objects.count() == 1


def test_only_schools_entrusted_today_can_be_planned(
    client_of, facilitator, own_school, agreement, make_school, make_person, assign
):
    of_another = make_school(name="SDN MILIK LAIN")
    assign(make_person("fasilitator"), of_another)
    once_own = make_school(name="SDN DULU SAYA")
    assign(facilitator, once_own, ends_on=timezone.localdate() - timedelta(days=1))
    client = client_of(facilitator)
    page = client.get(reverse(PLAN)).content.decode()
    assert own_school.name in page
    assert of_another.name not in page
    assert once_own.name not in page
    for school in (of_another, once_own):
        response = client.post(reverse(PLAN), plan_data(school))
        assert response.status_code == 422
        assert "Pilih salah satu sekolah dampingan Anda." in response.content.decode()
    assert not Visit.objects.exists()


def test_plan_outside_the_assignment_is_refused(client_of, facilitator, own_school, agreement):
    response = client_of(facilitator).post(
        reverse(PLAN), plan_data(own_school, date="2022-11-06", starts_at="08:30")
    )
    page = response.content.decode()
    assert response.status_code == 422
    assert "SDN TELUK DALAM 1 bukan sekolah dampingan Anda pada 6 November 2022." in page
    assert 'value="08:30"' in page
    assert not Visit.objects.exists()


def test_plan_without_an_agreement_in_force_is_refused(
    client_of, facilitator, own_school, agreement
):
    agreement.ends_on = timezone.localdate() - timedelta(days=1)
    agreement.save()
    response = client_of(facilitator).post(reverse(PLAN), plan_data(own_school))
    assert response.status_code == 422
    assert "Tidak ada naskah kerja sama yang berlaku" in response.content.decode()


def test_agreement_of_another_city_does_not_cover_the_school(
    client_of, facilitator, own_school, agreement
):
    agreement.area_id = "63.72"
    agreement.save()
    response = client_of(facilitator).post(reverse(PLAN), plan_data(own_school))
    assert "Tidak ada naskah kerja sama yang berlaku" in response.content.decode()


def test_plan_that_ends_before_it_starts_keeps_what_was_typed(
    client_of, facilitator, own_school, agreement
):
    response = client_of(facilitator).post(
        reverse(PLAN), plan_data(own_school, starts_at="10:00", ends_at="09:00")
    )
    page = response.content.decode()
    assert response.status_code == 422
    assert page.count("Jam selesai harus setelah jam mulai.") == 2  # summary and field
    assert 'value="10:00"' in page


@pytest.mark.parametrize("role", ["admin", "dinas", "pimpinan"])
def test_others_cannot_plan(client_of, role):
    assert client_of(role).get(reverse(PLAN)).status_code == 403


def test_facilitator_without_schools_is_told_whom_to_ask(client_of):
    page = client_of("fasilitator").get(reverse(PLAN)).content.decode()
    assert "Anda belum ditugasi mendampingi sekolah" in page


# Submitting


def test_complete_draft_is_submitted(client_of, draft_visit, facilitator):
    response = client_of(facilitator).post(url(draft_visit, "submit"))
    assert said(response) == ["Laporan diajukan. Dinas akan memverifikasinya."]
    assert steps_of(draft_visit) == [
        ("", State.PLANNED),
        (State.PLANNED, State.DRAFT),
        (State.DRAFT, State.SUBMITTED),
    ]
    assert Visit.objects.get().version == draft_visit.version + 1


def test_submitting_twice_says_that_it_is_done(client_of, draft_visit, facilitator):
    client = client_of(facilitator)
    client.post(url(draft_visit, "submit"))
    assert said(client.post(url(draft_visit, "submit")))[-1] == "Laporan ini sudah diajukan."
    assert draft_visit.transitions.filter(to_state=State.SUBMITTED).count() == 1


def test_empty_report_is_refused_with_all_that_it_lacks_at_once(client_of, plan, facilitator):
    visit = plan()
    client = client_of(facilitator)
    client.post(url(visit, "submit"))
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
    record_visit(draft_visit, by=facilitator, version=draft_visit.version, report=report)
    client = client_of(facilitator)
    client.post(url(draft_visit, "submit"))
    assert state_of(draft_visit) == State.DRAFT
    page = client.get(draft_visit.get_absolute_url()).content.decode()
    assert f"Kunjungan bertanggal {date_format(tomorrow)} belum berlangsung." in page


def test_online_visit_needs_no_photos(client_of, plan, full_report, facilitator):
    visit = plan(mode=Visit.Mode.ONLINE)
    record_visit(visit, by=facilitator, version=1, report=full_report(visit))
    client_of(facilitator).post(url(visit, "submit"))
    assert state_of(visit) == State.SUBMITTED


def test_facilitator_cannot_submit_the_visit_of_another(client_of, draft_visit):
    assert client_of("fasilitator").post(url(draft_visit, "submit")).status_code == 403
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
    send_back(submitted_visit, by=dinas, reason="Foto buram")
    submit_visit(submitted_visit, by=facilitator)
    response = client_of(dinas).post(url(submitted_visit, "verify"), {"version": read})
    assert said(response) == [
        "Laporan berubah setelah Anda membukanya. Baca kembali, lalu putuskan."
    ]
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
        stranger.post(url(submitted_visit, "send-back"), {"reason": "Bukan wilayah"}),
    ):
        assert response.status_code == 404
    assert state_of(submitted_visit) == State.SUBMITTED


@pytest.mark.parametrize("role", ["admin", "fasilitator", "pimpinan"])
def test_only_dinas_verifies_and_sends_back(client_of, submitted_visit, role):
    client = client_of(role, area="63.71")
    assert verify(client, submitted_visit).status_code == 403
    assert client.post(url(submitted_visit, "send-back"), {"reason": "xxxxx"}).status_code == 403
    assert state_of(submitted_visit) == State.SUBMITTED


# Sending back


def test_sent_back_report_shows_its_reason_to_the_facilitator(
    client_of, submitted_visit, dinas, facilitator
):
    client_of(dinas).post(url(submitted_visit, "send-back"), {"reason": "Foto <b>buram</b>"})
    page = client_of(facilitator).get(submitted_visit.get_absolute_url()).content.decode()
    assert "Laporan dikembalikan" in page
    assert "Foto &lt;b&gt;buram&lt;/b&gt;" in page
    assert "<b>buram" not in page
    assert Transition.objects.last().reason == "Foto <b>buram</b>"


def test_history_holds_the_reason(client_of, submitted_visit, dinas):
    client = client_of(dinas)
    client.post(url(submitted_visit, "send-back"), {"reason": "Foto buram"})
    page = client.get(url(submitted_visit, "history")).content.decode()
    assert "Alasan: Foto buram" in page
    assert "Hadi Dinas" in page
    assert "diajukan" in page


def test_sending_back_needs_a_reason(client_of, submitted_visit, dinas):
    response = client_of(dinas).post(url(submitted_visit, "send-back"), {"reason": " "})
    assert response.status_code == 422
    assert "Tuliskan alasannya." in response.content.decode()
    assert state_of(submitted_visit) == State.SUBMITTED


def test_sending_back_twice_says_that_it_is_done(client_of, submitted_visit, dinas):
    client = client_of(dinas)
    client.post(url(submitted_visit, "send-back"), {"reason": "Foto buram"})
    response = client.post(url(submitted_visit, "send-back"), {"reason": "Foto buram"})
    assert said(response)[-1] == "Laporan ini sudah dikembalikan."
    assert submitted_visit.transitions.filter(to_state=State.SENT_BACK).count() == 1


def test_sent_back_report_is_submitted_again(client_of, submitted_visit, dinas, facilitator):
    send_back(submitted_visit, by=dinas, reason="Foto buram")
    client_of(facilitator).post(url(submitted_visit, "submit"))
    assert state_of(submitted_visit) == State.SUBMITTED


# Cancelling


def test_planned_visit_is_cancelled_with_a_reason(client_of, plan, facilitator):
    visit = plan()
    client_of(facilitator).post(url(visit, "cancel"), {"reason": "Sekolah libur"})
    assert state_of(visit) == State.CANCELLED
    assert Transition.objects.last().reason == "Sekolah libur"


def test_submitted_visit_cannot_be_cancelled(client_of, submitted_visit, facilitator):
    response = client_of(facilitator).post(url(submitted_visit, "cancel"), {"reason": "Keliru"})
    assert said(response) == [
        "Laporan kunjungan ini sudah pernah diajukan, jadi tidak dapat dibatalkan."
    ]
    assert state_of(submitted_visit) == State.SUBMITTED


def test_cancelling_twice_says_that_it_is_done(client_of, plan, facilitator):
    visit, client = plan(), client_of(facilitator)
    client.post(url(visit, "cancel"), {"reason": "Sekolah libur"})
    response = client.post(url(visit, "cancel"), {"reason": "Sekolah libur"})
    assert said(response)[-1] == "Kunjungan ini sudah dibatalkan."
    assert visit.transitions.count() == 2


def test_cancelled_visit_cannot_be_submitted(client_of, plan, facilitator):
    visit, client = plan(), client_of(facilitator)
    client.post(url(visit, "cancel"), {"reason": "Sekolah libur"})
    response = client.post(url(visit, "submit"))
    assert said(response)[-1] == "Kunjungan ini sudah dibatalkan dan tidak dapat diajukan."


@pytest.mark.parametrize("step", ["submit", "verify"])
def test_steps_are_not_taken_by_a_link(client_of, draft_visit, facilitator, dinas, step):
    person = facilitator if step == "submit" else dinas
    assert client_of(person).get(url(draft_visit, step)).status_code == 405


def test_nobody_verifies_or_returns_their_own_report(submitted_visit, facilitator):
    with pytest.raises(Refused, match="Laporan sendiri"):
        verify_visit(submitted_visit, by=facilitator, version=submitted_visit.version)
    with pytest.raises(Refused, match="Laporan sendiri"):
        send_back(submitted_visit, by=facilitator, reason="Coba")
    assert state_of(submitted_visit) == State.SUBMITTED
