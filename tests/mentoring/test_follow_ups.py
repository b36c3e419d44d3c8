"""Follow-ups: who sees and reports on them, and the list."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from mentoring.models import FollowUp, Visit
from mentoring.operations.reports import record_visit
from mentoring.operations.visits import send_back, submit_visit, verify_visit
from mentoring.queries.reports import Agreed

Owner, State = FollowUp.Owner, FollowUp.State
LIST = "mentoring:follow-ups"
KEY = UUID("8d7e3f42-3333-4000-8000-000000000001")


def report_url(follow_up) -> str:
    return reverse("mentoring:follow-up-report", args=[follow_up.pk])


def told(follow_up, **fields) -> dict:
    return {"version": follow_up.version, "state": State.DONE, "result": "Jadwal ada"} | fields


@pytest.fixture
def follow_up(verified_visit):
    """A follow-up of a verified visit, owned by the school."""
    return verified_visit.follow_ups.get()


@pytest.fixture
def of_facilitator(verified_visit):
    return FollowUp.objects.create(
        visit=verified_visit,
        description="Mengirim contoh instrumen",
        owner=Owner.FACILITATOR,
        due_on=timezone.localdate(),
    )


@pytest.fixture
def head(make_person, own_school):
    return make_person("sekolah", school=own_school, name="Kepala Sekolah")


@pytest.mark.parametrize("who", ["facilitator", "dinas", "head"])
def test_those_concerned_report_progress(client_of, follow_up, who, request):
    person = request.getfixturevalue(who)
    response = client_of(person).post(report_url(follow_up), told(follow_up))
    assert response.url == follow_up.get_absolute_url()
    follow_up.refresh_from_db()
    assert (follow_up.state, follow_up.result, follow_up.version) == (State.DONE, "Jadwal ada", 2)
    page = client_of(person).get(follow_up.get_absolute_url()).content.decode()
    assert person.name in page
    assert "belum dikerjakan" in page  # what it was, in the history


def test_done_needs_a_result(client_of, follow_up, head):
    response = client_of(head).post(report_url(follow_up), told(follow_up, result=" "))
    assert response.status_code == 422
    assert response.content.decode().count("Tuliskan hasilnya sebelum menandai selesai.") == 2
    follow_up.refresh_from_db()
    assert follow_up.state == State.OPEN


def test_progress_needs_no_result(client_of, follow_up, head):
    client_of(head).post(report_url(follow_up), told(follow_up, state="berjalan", result=""))
    follow_up.refresh_from_db()
    assert follow_up.state == State.IN_PROGRESS


def test_two_people_reporting_notice_each_other(client_of, follow_up, head, dinas):
    stale = told(follow_up, result="Dari sekolah")
    client_of(dinas).post(report_url(follow_up), told(follow_up, result="Dari dinas"))
    response = client_of(head).post(report_url(follow_up), stale)
    page = response.content.decode()
    assert response.status_code == 409
    assert "Dari sekolah" in page
    assert "Dari dinas" in page
    follow_up.refresh_from_db()
    assert follow_up.result == "Dari dinas"


def test_school_reports_only_on_its_own_tasks(client_of, of_facilitator, head):
    client = client_of(head)
    page = client.get(of_facilitator.get_absolute_url())
    assert page.status_code == 200
    assert report_url(of_facilitator) not in page.content.decode()
    assert client.post(report_url(of_facilitator), told(of_facilitator)).status_code == 403
    of_facilitator.refresh_from_db()
    assert of_facilitator.state == State.OPEN


def test_school_finds_nothing_of_visits_that_are_not_verified(client_of, submitted_visit, head):
    follow_up = submitted_visit.follow_ups.get()
    client = client_of(head)
    assert client.get(follow_up.get_absolute_url()).status_code == 404
    assert client.post(report_url(follow_up), told(follow_up)).status_code == 404
    assert follow_up.description not in client.get(reverse(LIST)).content.decode()


def test_school_finds_nothing_of_other_schools(client_of, follow_up, make_school):
    client = client_of("sekolah", school=make_school())
    assert client.get(follow_up.get_absolute_url()).status_code == 404
    assert follow_up.description not in client.get(reverse(LIST)).content.decode()


def test_other_facilitators_and_leaders_only_read(client_of, follow_up):
    for role in ("fasilitator", "pimpinan", "admin"):
        client = client_of(role, area="63.71")
        assert client.get(follow_up.get_absolute_url()).status_code == 200
        assert client.post(report_url(follow_up), told(follow_up)).status_code == 403


def test_dinas_elsewhere_finds_nothing(client_of, follow_up):
    client = client_of("dinas", area="63.72")
    assert client.get(follow_up.get_absolute_url()).status_code == 404
    assert follow_up.description not in client.get(reverse(LIST)).content.decode()


def test_follow_up_of_a_report_being_written_cannot_be_reported(
    client_of, submitted_visit, facilitator, dinas
):
    follow_up = submitted_visit.follow_ups.get()
    send_back(submitted_visit, by=dinas, reason="Lengkapi", version=submitted_visit.version)
    response = client_of(facilitator).post(report_url(follow_up), told(follow_up))
    assert response.status_code == 422
    assert "setelah laporan kunjungannya diajukan" in response.content.decode()
    follow_up.refresh_from_db()
    assert follow_up.state == State.OPEN


def test_html_is_text(client_of, follow_up, head):
    client = client_of(head)
    client.post(report_url(follow_up), told(follow_up, result="<script>alert(1)</script>"))
    page = client.get(follow_up.get_absolute_url()).content.decode()
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page


def test_school_reads_what_was_reported_not_earlier_wordings(
    client_of, plan, full_report, facilitator, dinas, head
):
    visit = plan(mode=Visit.Mode.ONLINE)
    for words in ("Kepala sekolah lalai", "Menyusun jadwal"):
        agreed = Agreed(words, "sekolah", "Kepala sekolah", visit.date)
        report = full_report(visit, follow_ups={KEY: agreed})
        visit = record_visit(visit, by=facilitator, version=visit.version, report=report)
    submit_visit(visit, by=facilitator, version=visit.version)
    verify_visit(visit, by=dinas, version=visit.version + 1)
    follow_up = visit.follow_ups.get()
    client_of(dinas).post(report_url(follow_up), told(follow_up, result="Sudah ditempel"))
    page = client_of(head).get(follow_up.get_absolute_url()).content.decode()
    assert "belum dikerjakan" in page
    assert "Sudah ditempel" in page
    assert "lalai" not in page
    assert "lalai" in client_of(dinas).get(follow_up.get_absolute_url()).content.decode()


# The data administration


def corrected(follow_up, **fields) -> dict:
    due_on = str(timezone.localdate() + timedelta(days=7))
    return {
        "version": follow_up.version,
        "owner": "dinas",
        "owner_name": "",
        "priority": "tinggi",
        "due_on": due_on,
    } | fields


def admin_url(follow_up) -> str:
    return reverse("admin:mentoring_followup_change", args=[follow_up.pk])


def test_admin_corrects_owner_and_due_date_of_a_verified_visit(client_of, follow_up):
    data = corrected(follow_up)
    assert client_of("admin").post(admin_url(follow_up), data).status_code == 302
    follow_up.refresh_from_db()
    assert (follow_up.owner, str(follow_up.due_on)) == (Owner.CITY, data["due_on"])
    assert follow_up.version == data["version"] + 1


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"owner": ""}, "Pilih pelaksana tindak lanjut “Menyusun jadwal pojok baca”."),
        ({"due_on": ""}, "Isi tenggat tindak lanjut “Menyusun jadwal pojok baca”."),
        ({"due_on": "2022-11-08"}, "Tenggat “Menyusun jadwal pojok baca” mendahului"),
    ],
)
def test_admin_leaves_an_agreed_follow_up_complete(client_of, follow_up, fields, sentence):
    response = client_of("admin").post(admin_url(follow_up), corrected(follow_up, **fields))
    assert response.status_code == 200
    assert sentence in response.content.decode()
    follow_up.refresh_from_db()
    assert (follow_up.owner, follow_up.version) == (Owner.SCHOOL, 1)


@pytest.mark.parametrize("visit", ["draft_visit", "submitted_visit"])
def test_admin_changes_nothing_of_a_report_that_is_written_or_judged(client_of, visit, request):
    follow_up = request.getfixturevalue(visit).follow_ups.get()
    client = client_of("admin")
    assert 'name="due_on"' not in client.get(admin_url(follow_up)).content.decode()
    assert client.post(admin_url(follow_up), corrected(follow_up)).status_code == 403
    follow_up.refresh_from_db()
    assert (follow_up.owner, follow_up.version) == (Owner.SCHOOL, 1)


# The list


@pytest.fixture
def several(verified_visit):
    """One late by five days, one due later, one done; and one of a draft, which is not agreed yet."""
    today = timezone.localdate()
    verified_visit.follow_ups.all().delete()
    rows = {"LEWAT": (-5, State.OPEN), "NANTI": (9, State.IN_PROGRESS), "BERES": (-9, State.DONE)}
    for name, (days, state) in rows.items():
        FollowUp.objects.create(
            visit=verified_visit,
            description=f"Tugas {name}",
            owner=Owner.SCHOOL if name == "LEWAT" else Owner.CITY,
            priority="tinggi" if name == "LEWAT" else "sedang",
            due_on=today + timedelta(days=days),
            state=state,
            result="ok" if state == State.DONE else "",
        )
    draft = Visit.objects.get(pk=verified_visit.pk)
    draft.pk, draft.state = None, Visit.State.DRAFT
    draft.save()
    FollowUp.objects.create(visit=draft, description="Tugas KONSEP", owner="", due_on=None)


def names_in(client, **query) -> set[str]:
    page = client.get(reverse(LIST), query).content.decode()
    return {name for name in ("LEWAT", "NANTI", "BERES", "KONSEP") if f"Tugas {name}" in page}


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({}, {"LEWAT", "NANTI", "BERES"}),
        ({"keadaan": "lewat"}, {"LEWAT"}),
        ({"keadaan": "terbuka"}, {"LEWAT", "NANTI"}),
        ({"keadaan": "selesai"}, {"BERES"}),
        ({"keadaan": "verifikasi"}, {"BERES"}),
        ({"keadaan": "terverifikasi"}, set()),
        ({"prioritas": "tinggi"}, {"LEWAT"}),
        ({"terlambat": "7"}, {"LEWAT"}),
        ({"terlambat": "30"}, set()),
        ({"orang": "tanpa", "indikator": "tanpa"}, {"LEWAT", "NANTI", "BERES"}),
        ({"orang": "9" * 30, "indikator": "x"}, {"LEWAT", "NANTI", "BERES"}),
        ({"pelaksana": "sekolah"}, {"LEWAT"}),
        ({"q": "teluk"}, {"LEWAT", "NANTI", "BERES"}),
        ({"q": "antasan"}, set()),
    ],
)
def test_list_is_filtered(client_of, dinas, several, query, names):
    assert names_in(client_of(dinas), **query) == names


def test_list_is_filtered_by_due_date(client_of, dinas, several):
    today = timezone.localdate()
    assert names_in(client_of(dinas), dari=today) == {"NANTI"}
    assert names_in(client_of(dinas), sampai=today) == {"LEWAT", "BERES"}


def test_late_follow_up_says_by_how_much(client_of, dinas, several):
    page = client_of(dinas).get(reverse(LIST)).content.decode()
    assert page.count("lewat 5 hari") == 1
    assert "lewat 9 hari" not in page


def test_list_asks_as_often_for_30_as_for_1000(client_of, dinas, verified_visit):
    client = client_of(dinas)
    counts = []
    for total in (30, 1000):
        today = timezone.localdate()
        FollowUp.objects.bulk_create(
            FollowUp(visit=verified_visit, description=f"T {n}", owner="dinas", due_on=today)
            for n in range(total)
        )
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(reverse(LIST), {"q": "teluk", "keadaan": "terbuka"})
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 10


def test_panel_of_a_school_shows_what_nobody_confirmed(client_of, dinas, several, own_school):
    done = FollowUp.objects.filter(description="Tugas BERES")
    done.update(state=State.VERIFIED, verified_by=dinas)
    url = reverse("mentoring:school-follow-ups", args=[own_school.npsn])
    page = client_of(dinas).get(url).content.decode()
    assert "Tugas LEWAT" in page
    assert "Tugas NANTI" in page
    assert "Tugas BERES" not in page
    assert "Tugas KONSEP" not in page
