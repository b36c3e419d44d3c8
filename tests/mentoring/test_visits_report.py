"""The form of the report: what it saves, what it refuses, and that nothing typed is lost."""

import re
from datetime import time, timedelta
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indicators.models import IndicatorSet
from mentoring.forms.reports import ReportForm
from mentoring.models import FollowUp, Given, Transition, Visit
from mentoring.operations.reports import record_visit
from mentoring.operations.visits import send_back
from mentoring.queries.reports import report_of

State = Visit.State
KEY = "8d7e3f42-2222-4000-8000-000000000001"


def url(visit) -> str:
    return reverse("mentoring:visit-record", args=[visit.pk])


def typed(visit, **fields) -> dict:
    """What a browser sends for a visit whose parts are still empty, and what was typed."""
    return {
        "version": visit.version,
        "date": str(visit.date),
        "mode": visit.mode,
        "kind": visit.kind_id,
        "follow_ups-TOTAL_FORMS": 1,
        "follow_ups-INITIAL_FORMS": 0,
        "follow_ups-0-key": KEY,
        "then": "draft",
    } | fields


def follow_up_typed(visit, **fields) -> dict:
    row = {"description": "Pojok baca", "owner": "sekolah", "due_on": str(visit.date)} | fields
    return {f"follow_ups-0-{name}": value for name, value in row.items()}


def autosave(client, visit, data):
    return client.post(url(visit), data, headers={"X-Autosave": "1"})


@pytest.fixture
def client(client_of, facilitator):
    return client_of(facilitator)


def test_planned_visit_becomes_a_draft_with_whatever_is_there(client, plan):
    visit = plan()
    response = client.post(url(visit), typed(visit, aims="Membaca Rapor"))
    assert response.url == url(visit)
    visit.refresh_from_db()
    assert (visit.state, visit.version, visit.aims) == (State.DRAFT, 2, "Membaca Rapor")
    assert visit.transitions.count() == 2


def test_all_parts_are_saved_in_one_go(client, plan):
    visit = plan()
    indicator = IndicatorSet.objects.get(code="spm").members.first().indicator
    first, second = visit.instrument.items.all()[:2]
    data = typed(
        visit,
        starts_at="08:30",
        ends_at="11:00",
        ks_men=1,
        guru_women=6,
        indicators=indicator.pk,
        findings="Satu\r\nDua",
        **{f"score_{first.pk}": 3, f"note_{second.pk}": "Belum sempat dilihat"},
        **follow_up_typed(visit, indicator=indicator.pk),
    )
    assert client.post(url(visit), data | {"then": "check"}).url == visit.get_absolute_url()
    report = report_of(Visit.objects.get())
    assert report.attendees == {"ks": (1, 0), "guru": (0, 6)}
    assert report.indicators == {indicator.pk}
    assert report.answers == {
        first.pk: Given(score=3),
        second.pk: Given(note="Belum sempat dilihat"),
    }
    assert (report.starts_at, report.findings) == (time(8, 30), "Satu\nDua")
    follow_up = FollowUp.objects.get()
    assert (follow_up.description, follow_up.owner, follow_up.due_on, follow_up.indicator) == (
        "Pojok baca",
        "sekolah",
        visit.date,
        indicator,
    )


def test_saved_report_comes_back_in_the_form(client, draft_visit):
    page = client.get(url(draft_visit)).content.decode()
    assert 'value="08:30"' in page
    assert "Membaca Rapor bersama" in page
    assert "Menyusun jadwal pojok baca" in page
    assert page.count('data-section-state="lengkap"') == 6


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"starts_at": "10:00", "ends_at": "10:00"}, "Jam selesai harus setelah jam mulai."),
        ({"guru_men": "-1"}, "Jumlah tidak boleh kurang dari 0."),
        ({"date": "kemarin"}, "Masukkan tanggal yang valid."),
        ({"follow_ups-0-owner": "sekolah"}, "Tuliskan apa yang akan dilakukan."),
    ],
)
def test_what_is_there_must_be_valid_and_what_was_typed_stays(client, plan, fields, message):
    visit = plan()
    response = client.post(url(visit), typed(visit, findings="Temuan panjang", **fields))
    page = response.content.decode()
    assert response.status_code == 422
    assert page.count(message) == 2  # summary and field
    assert "Temuan panjang" in page
    assert Visit.objects.get().state == State.PLANNED


def test_rubric_score_of_5_is_refused(client, plan):
    visit = plan()
    item = visit.instrument.items.first()
    response = client.post(url(visit), typed(visit, aims="Tujuan", **{f"score_{item.pk}": 5}))
    page = response.content.decode()
    assert response.status_code == 422
    assert page.count("Skor rubrik antara 1 dan 4.") == 2
    assert f'href="#id_score_{item.pk}"' in page
    assert "Tujuan</textarea>" in page
    assert not visit.answers.exists()


def test_follow_up_due_before_the_visit_is_refused(client, plan):
    visit = plan()
    early = follow_up_typed(visit, due_on=str(visit.date - timedelta(days=1)))
    page = client.post(url(visit), typed(visit, **early)).content.decode()
    assert page.count("Tenggat tidak boleh mendahului tanggal kunjungan.") == 2
    assert not FollowUp.objects.exists()


def test_follow_up_of_a_draft_may_lack_owner_and_due_date(client, plan):
    visit = plan()
    client.post(url(visit), typed(visit, **follow_up_typed(visit, owner="", due_on="")))
    assert FollowUp.objects.get().due_on is None
    page = client.get(visit.get_absolute_url()).content.decode()
    assert "Pilih pelaksana tindak lanjut “Pojok baca”." in page
    assert "Isi tenggat tindak lanjut “Pojok baca”." in page


def test_follow_up_is_removed_by_its_box(client, plan):
    visit = plan()
    client.post(url(visit), typed(visit, **follow_up_typed(visit)))
    visit.refresh_from_db()
    client.post(url(visit), typed(visit, **follow_up_typed(visit, DELETE="on")))
    assert not FollowUp.objects.exists()


def test_follow_up_that_was_worked_on_is_not_removed(
    client, submitted_visit, facilitator, dinas, full_report
):
    submitted_visit.follow_ups.update(state=FollowUp.State.IN_PROGRESS)
    send_back(submitted_visit, by=dinas, reason="Lengkapi", version=submitted_visit.version)
    submitted_visit.refresh_from_db()
    response = client.post(url(submitted_visit), typed(submitted_visit, aims="Tetap ada"))
    page = response.content.decode()
    assert response.status_code == 422
    assert "sudah dikerjakan, jadi tidak dapat dihapus" in page
    assert "Tetap ada" in page
    assert FollowUp.objects.count() == 1


def test_html_is_text(client, plan):
    visit = plan()
    client.post(url(visit), typed(visit, findings="<script>alert(1)</script>"))
    for address in (visit.get_absolute_url(), url(visit)):
        page = client.get(address).content.decode()
        assert "&lt;script&gt;alert(1)" in page
        assert "<script>alert" not in page


def test_new_date_outside_the_assignment_is_refused(client, plan):
    visit = plan()
    response = client.post(url(visit), typed(visit, date="2022-11-06"))
    assert response.status_code == 422
    assert "bukan sekolah dampingan Anda pada 6 November 2022" in response.content.decode()


def test_indicator_outside_the_set_is_refused(client, plan):
    visit = plan()
    in_set = IndicatorSet.objects.get(code="spm").indicators.values("pk")
    other = visit.indicators.model.objects.exclude(pk__in=in_set).first()
    assert client.post(url(visit), typed(visit, indicators=other.pk)).status_code == 422


def test_submitted_report_cannot_be_changed(client, submitted_visit):
    assert client.get(url(submitted_visit)).url == submitted_visit.get_absolute_url()
    response = client.post(url(submitted_visit), typed(submitted_visit, aims="Lain"))
    assert response.status_code == 422
    assert "tidak dapat diubah lagi" in response.content.decode()
    assert Visit.objects.get().aims == "Membaca Rapor bersama"


def test_others_cannot_open_the_form(client_of, draft_visit):
    assert client_of("fasilitator").get(url(draft_visit)).status_code == 403
    assert client_of("dinas").get(url(draft_visit)).status_code == 403
    assert client_of("fasilitator", area="62").get(url(draft_visit)).status_code == 404


# Two people, two devices


def test_save_on_top_of_a_newer_one_is_refused_with_what_changed(
    client, draft_visit, facilitator, full_report
):
    stale = typed(draft_visit, findings="Dari ponsel")
    newer = full_report(
        draft_visit, findings="Dari laptop", attendees={"ks": (0, 1)}, follow_ups={}
    )
    record_visit(draft_visit, by=facilitator, version=draft_visit.version, report=newer)
    response = client.post(url(draft_visit), stale)
    page = response.content.decode()
    assert response.status_code == 409
    assert "menyimpan perubahan" in page
    assert "Dari laptop" in page  # what changed
    assert "Dari ponsel" in page  # what was typed
    assert "guru: 2 L, 5 P" in page  # a part that was removed
    assert "Menyusun jadwal pojok baca" in page
    assert Visit.objects.get().findings == "Dari laptop"


def test_saving_again_after_seeing_the_changes_goes_through(
    client, draft_visit, facilitator, full_report
):
    seen = draft_visit.version
    record_visit(
        draft_visit,
        by=facilitator,
        version=seen,
        report=full_report(draft_visit, findings="Dari laptop"),
    )
    stale = typed(draft_visit, findings="Dari ponsel", version=seen)
    client.post(url(draft_visit), stale)
    assert client.post(url(draft_visit), stale | {"version": seen + 1}).status_code == 302
    assert Visit.objects.get().findings == "Dari ponsel"


def test_same_report_sent_again_changes_nothing(client, plan):
    visit = plan()
    data = typed(visit, aims="Tujuan", **follow_up_typed(visit))
    assert client.post(url(visit), data).status_code == 302
    assert client.post(url(visit), data).status_code == 302
    assert (Visit.objects.get().version, FollowUp.objects.count()) == (2, 1)
    assert Transition.objects.count() == 2


# Autosave


def test_autosave_returns_the_new_version_and_the_state_of_each_section(client, plan):
    visit = plan()
    answer = autosave(client, visit, typed(visit, ks_men=1, aims="Tujuan")).json()
    assert answer["version"] == 2
    assert answer["sections"]["people"] == "lengkap"
    assert answer["sections"]["report"] == "sebagian"
    assert answer["sections"][f"part-{visit.instrument.sections.get().pk}"] == "kosong"


def test_autosave_on_a_newer_version_is_a_conflict(client, plan, facilitator):
    visit = plan()
    autosave(client, visit, typed(visit, aims="Satu"))
    response = autosave(client, visit, typed(visit, aims="Dua"))
    assert response.status_code == 409
    assert {"label": "tujuan", "old": "–", "new": "Satu"} in response.json()["changes"]


def test_page_that_missed_the_answer_to_its_own_save_goes_on(client, plan):
    visit = plan()
    data = typed(visit, editor="8d7e3f42-3333-4000-8000-000000000001")
    autosave(client, visit, data | {"aims": "Satu"})
    assert autosave(client, visit, data | {"aims": "Dua"}).status_code == 200
    visit.refresh_from_db()
    assert (visit.aims, visit.version) == ("Dua", 3)


def test_save_of_another_page_in_between_is_a_conflict(client, plan):
    visit = plan()
    own = typed(visit, editor="8d7e3f42-3333-4000-8000-000000000001")
    other = typed(visit, editor="8d7e3f42-4444-4000-8000-000000000001")
    autosave(client, visit, own | {"aims": "Satu"})
    autosave(client, visit, other | {"aims": "Lain", "version": 2})
    assert autosave(client, visit, own | {"aims": "Dua"}).status_code == 409
    assert Visit.objects.get().aims == "Lain"


def test_autosave_of_something_invalid_says_what(client, plan):
    visit = plan()
    response = autosave(client, visit, typed(visit, guru_men="-1"))
    assert response.status_code == 422
    assert response.json()["errors"][0]["message"] == "Jumlah tidak boleh kurang dari 0."


def test_autosave_again_and_again_keeps_the_follow_up_of_a_new_row(client, plan):
    visit = plan()
    data = typed(visit, **follow_up_typed(visit))
    for version, aims in enumerate(["Satu", "Dua", "Tiga"], start=1):
        answer = autosave(client, visit, data | {"version": version, "aims": aims})
        assert answer.json()["version"] == version + 1
    assert [row.description for row in visit.follow_ups.all()] == ["Pojok baca"]


# The rules of scores and times, for any value

of_one_visit = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40
)


@pytest.fixture
def blank_visit(plan):
    return plan()


@of_one_visit
@given(score=st.one_of(st.integers(-10, 10), st.text(max_size=3)))
def test_scores_are_1_to_4_or_refused(blank_visit, score):
    item = blank_visit.instrument.items.first()
    form = ReportForm(typed(blank_visit, **{f"score_{item.pk}": score}), instance=blank_visit)
    valid = form.is_valid()
    if str(score) in {"1", "2", "3", "4"}:
        assert valid
        assert form.report().answers == {item.pk: Given(score=int(score))}
    elif score == "":
        assert valid
        assert form.report().answers == {}
    else:
        assert f"score_{item.pk}" in form.errors


@of_one_visit
@given(starts=st.times(), ends=st.times())
def test_end_must_come_after_start(blank_visit, starts, ends):
    starts, ends = (moment.replace(second=0, microsecond=0) for moment in (starts, ends))
    data = typed(blank_visit, starts_at=f"{starts:%H:%M}", ends_at=f"{ends:%H:%M}")
    form = ReportForm(data, instance=blank_visit)
    assert form.is_valid() == (ends > starts)


@pytest.mark.parametrize("script", ["visit-draft", "visit-photos"])
def test_page_brings_every_sentence_that_its_scripts_say(client, draft_visit, script):
    source = finders.find(f"js/{script}.js")
    names = set(re.findall(r'(?:say|show)\((?:event, )?"(\w+)"', Path(source).read_text()))
    page = client.get(url(draft_visit)).content.decode()
    assert names
    assert [name for name in names if not re.search(rf'data-{name.lower()}="[A-Z]', page)] == []
