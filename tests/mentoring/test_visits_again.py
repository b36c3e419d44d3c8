"""A report that was sent back is handed over again: changed, or with an answer."""

from datetime import timedelta

import pytest
from django.utils import timezone

from mentoring.models import Evidence, Visit
from mentoring.operations.evidence import add_file, delete_file, read_file
from mentoring.operations.reports import record_visit
from mentoring.operations.visits import send_back, submit_visit
from tests.mentoring.fixtures_visits import picture, upload
from tests.mentoring.test_visits_steps import said, state_of, take

State = Visit.State


def test_a_report_handed_over_as_it_was_sent_back_needs_an_answer(
    client_of, submitted_visit, facilitator, dinas
):
    send_back(submitted_visit, by=dinas, reason="Foto buram", version=submitted_visit.version)
    submitted_visit.refresh_from_db()
    client = client_of(facilitator)
    asked = take(client, submitted_visit, "submit")
    assert asked.status_code == 200
    assert "Laporan ini belum diubah sejak dikembalikan." in asked.text
    assert state_of(submitted_visit) == State.SENT_BACK
    assert take(client, submitted_visit, "submit", reason=" ").status_code == 422
    taken = take(client, submitted_visit, "submit", reason="Fotonya memang dari jauh")
    assert said(taken) == ["Laporan diajukan. Dinas akan memverifikasinya."]
    assert submitted_visit.transitions.last().reason == "Fotonya memang dari jauh"
    assert (
        "Fotonya memang dari jauh" in client_of(dinas).get(submitted_visit.get_absolute_url()).text
    )


@pytest.mark.parametrize("change", ["text", "photo", "photo removed"])
def test_a_report_that_was_changed_is_handed_over_without_a_question(
    submitted_visit, facilitator, dinas, full_report, change
):
    extra = submitted_visit.evidence.first()
    send_back(submitted_visit, by=dinas, reason="Lengkapi", version=submitted_visit.version)
    visit = Visit.objects.get()
    if change == "text":
        report = full_report(visit, findings="Kelas 4A")
        visit = record_visit(visit, by=facilitator, version=visit.version, report=report)
    elif change == "photo":
        file = read_file(upload(picture("red")))
        add_file(visit, file, by=facilitator, caption="", name="baru.jpg")
    else:
        file = read_file(upload(picture("red")))
        added = add_file(visit, file, by=facilitator, caption="", name="baru.jpg")
        Evidence.objects.filter(pk=added.pk).update(uploaded_at=extra.uploaded_at)
        ago = timezone.now() - timedelta(hours=1)
        visit.transitions.filter(to_state=State.SENT_BACK).update(at=ago)
        visit.transitions.exclude(to_state=State.SENT_BACK).update(at=ago - timedelta(hours=1))
        Evidence.objects.update(uploaded_at=ago - timedelta(hours=1))
        delete_file(extra, by=facilitator)
    submit_visit(visit, by=facilitator, version=visit.version)
    assert state_of(visit) == State.SUBMITTED
