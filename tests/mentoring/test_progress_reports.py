"""Progress reports: composed from the records, frozen, signed by both sides or sent back."""

from datetime import date, timedelta

import pytest
from django.db import InternalError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from mentoring.models import FollowUp, ProgressReport, Visit
from mentoring.models.progress_reports import checksum_of
from mentoring.operations.progress_reports import propose_report, sign_report
from mentoring.queries.progress import Period, compose, periods_of
from portal.history import history_of
from portal.notices.models import Notice
from portal.operations import Refused

DAY = timedelta(days=1)


def at(name: str, record) -> str:
    return reverse(f"mentoring:{name}", args=[record.pk])


@pytest.fixture
def period() -> Period:
    """The semester that a visit of three days ago lies in."""
    day = timezone.localdate() - 3 * DAY
    return Period(day.year, 1 if day.month <= 6 else 2)


@pytest.fixture
def report(agreement, period, verified_visit, make_activity, dinas) -> ProgressReport:
    Visit.objects.update(activity=make_activity())
    return propose_report(agreement, period, by=dinas)


def test_a_report_says_what_the_semester_brought(
    agreement, period, verified_visit, make_activity, make_training, make_session, make_participant
):
    activity = make_activity()
    Visit.objects.update(activity=activity)
    training = make_training(agreement=agreement)
    session = make_session(training, date=verified_visit.date)
    make_participant(training, sessions=[session])
    make_session(training, date=verified_visit.date)  # to which nobody came
    make_participant(training)
    content = compose(agreement, period)
    assert content["visits"] == {
        "by_state": [["diverifikasi", 1]], "verified": 1, "schools": 1,
    }  # fmt: skip
    assert content["follow_ups"] == {
        "by_state": [["belum dikerjakan", 1]], "late": 1,
    }  # fmt: skip
    [told] = content["activities"]
    assert (told["title"], told["realised"], told["target"]) == (activity.title, 1, 10)
    [held] = content["trainings"]
    assert (held["sessions"], held["hours"], held["participants"]) == (1, "2.0", 1)
    assert content["gaps"] == [
        "“Pendampingan rutin”: 1 tindak lanjut tidak menyebut indikator.",
        "“Pendampingan rutin” belum menuju indikator mana pun.",
        "Klausul 2 belum punya kegiatan tahun ini.",
    ]
    assert len(content["indicators"]) == 9
    before = compose(agreement, Period(period.year - 1, 1))
    assert before["visits"]["verified"] == before["visits"]["schools"] == 0
    assert before["activities"] == before["trainings"] == []


def test_a_report_stays_as_it_was_frozen(client_of, dinas, report, verified_visit, make_school):
    assert report.sha256 == checksum_of(report.content)
    Visit.objects.update(state=Visit.State.CANCELLED)
    page = client_of(dinas).get(report.get_absolute_url()).text
    assert "1 kunjungan terverifikasi di 1 sekolah" in page
    assert report.sha256 in page
    with pytest.raises(InternalError), transaction.atomic():
        ProgressReport.objects.update(content={})
    with pytest.raises(InternalError), transaction.atomic():
        ProgressReport.objects.update(sha256="0" * 64)


def test_both_sides_sign_by_a_person_of_their_own(client_of, dinas, facilitator, report):
    url, second = at("progress-report-sign", report), client_of("dinas")
    assert client_of("admin").post(url).status_code == 403
    assert client_of("pimpinan").post(url).status_code == 403
    client_of(dinas).post(url)
    assert "sudah menyetujui" in second.post(url, follow=True).text
    report.refresh_from_db()
    assert report.is_proposed
    assert [signature.by for signature in report.signatures.all()] == [dinas]
    client_of(facilitator).post(url)
    report.refresh_from_db()
    assert report.state == ProgressReport.State.APPROVED
    assert {signature.side for signature in report.signatures.all()} == {"dinas", "bpmp"}
    with pytest.raises(Refused, match="disetujui kedua pihak"):
        sign_report(report, by=facilitator)
    assert Notice.objects.filter(user=facilitator, text__contains="menunggu").exists()
    assert Notice.objects.filter(user=dinas, text__contains="disetujui").exists()


def test_a_report_sent_back_is_composed_anew_as_the_next_version(
    client_of, dinas, facilitator, report, agreement, period
):
    client, url = client_of(facilitator), at("progress-report-send-back", report)
    assert client.post(url, {"reason": ""}).status_code == 422
    client.post(url, {"reason": "Tambahkan kegiatan pelatihan"})
    again = client.post(url, {"reason": "Tambahkan kegiatan pelatihan"})
    assert "Laporan ini dikembalikan." in again.text
    report.refresh_from_db()
    assert history_of(report)[0].reason == "Tambahkan kegiatan pelatihan"
    assert "Tambahkan kegiatan pelatihan" in client_of(dinas).get(report.get_absolute_url()).text
    assert Notice.objects.filter(user=dinas, text__contains="dikembalikan").exists()
    FollowUp.objects.update(state=FollowUp.State.DONE, result="Jadwal tersusun")
    semester = f"{period.year}-{period.semester}"
    propose = at("progress-report-propose", agreement)
    for _round in range(2):
        client_of(dinas).post(propose, {"semester": semester})
    newest, former = ProgressReport.objects.all()
    assert (newest.number, former.number) == (2, 1)
    assert newest.content["follow_ups"]["by_state"] == [["selesai, menunggu verifikasi", 1]]
    assert former.content["follow_ups"]["by_state"] == [["belum dikerjakan", 1]]
    page = client_of("pimpinan").get(at("progress-reports", agreement), {"semester": semester}).text
    assert "Tambahkan kegiatan pelatihan" in page
    assert "Ajukan laporan" not in page


def test_what_came_after_an_approval_is_reported_in_a_next_version(
    client_of, dinas, facilitator, report, agreement, period
):
    for person in (dinas, facilitator):
        sign_report(report, by=person)
    semester = {"semester": f"{period.year}-{period.semester}"}
    reports, propose = at("progress-reports", agreement), at("progress-report-propose", agreement)
    assert "Ajukan laporan" not in client_of(dinas).get(reports, semester).text
    told = client_of(dinas).post(propose, semester, follow=True).text
    assert "tidak berubah sejak laporan yang sudah disetujui" in told
    FollowUp.objects.update(state=FollowUp.State.DONE, result="Jadwal tersusun")
    page = client_of(dinas).get(reports, semester).text
    assert "berubah sejak versi 1 disetujui" in page
    assert "Ajukan laporan" in page
    client_of(dinas).post(propose, semester)
    newest, former = ProgressReport.objects.all()
    assert (newest.number, newest.state) == (2, ProgressReport.State.PROPOSED)
    assert (former.number, former.state) == (1, ProgressReport.State.APPROVED)
    assert former.is_intact
    assert former.content != newest.content


def test_only_semesters_of_the_agreement_are_reported(client_of, agreement, dinas):
    periods = periods_of(agreement)
    assert periods[-1] == Period(2022, 2)
    assert periods[0].first <= timezone.localdate()
    for wrong in (Period(2022, 1), Period(timezone.localdate().year + 1, 1)):
        with pytest.raises(Refused, match="tidak berlaku pada semester itu"):
            propose_report(agreement, wrong, by=dinas)
    response = client_of(dinas).post(at("progress-report-propose", agreement), follow=True)
    assert "Pilih semester" in response.text
    assert not ProgressReport.objects.exists()
    assert date(2022, 7, 1) == periods[-1].first


def test_a_semester_takes_as_many_queries_for_many_records_as_for_few(
    client_of, dinas, agreement, period, verified_visit, make_activity, make_training, make_session
):
    client, counts = client_of(dinas), []
    for more in (1, 40):
        for number in range(more):
            make_activity(title=f"Kegiatan {number}")
            make_session(make_training(agreement=agreement), date=verified_visit.date)
        with CaptureQueriesContext(connection) as queries:
            client.get(at("progress-reports", agreement))
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 26
