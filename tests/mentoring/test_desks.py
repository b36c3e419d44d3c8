"""Di meja siapa: everything that waits, on whose desk, for how many working days."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from mentoring.models import FollowUp, Holiday, Issue, ProgressReport, Transition, Visit
from mentoring.operations.progress_reports import propose_report, sign_report
from mentoring.queries.desks import MOST_PAGES, PAGE_SIZE, Desk, Desks, Thing
from mentoring.queries.progress import Period
from schools.models import Proposal

DESKS = "mentoring:desks"


@pytest.fixture
def waiting(verified_visit, plan, own_school, facilitator, dinas, make_person):
    """One thing of each kind, with who is to act where that is known."""
    head = make_person("sekolah", school=own_school, name="Kepala Sekolah")
    verified_visit.follow_ups.all().delete()
    states = Visit.State
    for state in (states.SUBMITTED, states.SENT_BACK, states.DRAFT, states.ONGOING):
        visit = plan()
        Visit.objects.filter(pk=visit.pk).update(state=state)
    today = timezone.localdate()
    plan(on=today + timedelta(days=1))  # lies ahead, so that it waits for nobody
    period = Period(verified_visit.date.year, 1 if verified_visit.date.month <= 6 else 2)
    propose_report(verified_visit.agreement, period, by=dinas)
    kept = {"visit": verified_visit, "due_on": today, "result": "x"}
    for owner in FollowUp.Owner.values:
        FollowUp.objects.create(description=f"Milik {owner}", owner=owner, **kept)
    FollowUp.objects.create(description="Milik orang", owner="dinas", owner_person=dinas, **kept)
    FollowUp.objects.create(description="Selesai", owner="bpmp", state="selesai", **kept)
    FollowUp.objects.create(
        description="Beres", owner="bpmp", state="terverifikasi", verified_by=dinas, **kept
    )
    issue = {"school": own_school, "description": "x", "answer": "y"}
    for level in Issue.Level.values:
        places = {"first_level": level, "level": level}
        Issue.objects.create(title=f"Di {level}", raised_by=head, **places, **issue)
    for person in (head, dinas, facilitator):
        Issue.objects.create(
            title=f"Kembali kepada {person}",
            raised_by=person,
            first_level="daerah",
            level="daerah",
            state=Issue.State.RETURNED,
            **issue,
        )
    Issue.objects.create(
        title="Ditutup", raised_by=head, state="ditutup", first_level="bpmp", level="bpmp", **issue
    )
    Proposal.objects.create(school=own_school, by=head, holds_from=today)


EXPECTED = {
    (Thing.REPORT_WAITING, Desk.CITY, "Coaching kepala sekolah", ""),
    (Thing.REPORT_SENT_BACK, Desk.BPMP, "Coaching kepala sekolah", "Rahmah Fasilitator"),
    (Thing.REPORT_DRAFT, Desk.BPMP, "Coaching kepala sekolah", "Rahmah Fasilitator"),
    (Thing.VISIT_DUE, Desk.BPMP, "Coaching kepala sekolah", "Rahmah Fasilitator"),
    (Thing.PROGRESS_REPORT, Desk.CITY, "AGREEMENT", ""),
    (Thing.FOLLOW_UP, Desk.SCHOOL, "Milik sekolah", ""),
    (Thing.FOLLOW_UP, Desk.BPMP, "Milik fasilitator", "Rahmah Fasilitator"),
    (Thing.FOLLOW_UP, Desk.CITY, "Milik dinas", ""),
    (Thing.FOLLOW_UP, Desk.BPMP, "Milik bpmp", ""),
    (Thing.FOLLOW_UP, Desk.CITY, "Milik orang", "Hadi Dinas"),
    (Thing.FOLLOW_UP_WAITING, Desk.CITY, "Selesai", ""),
    (Thing.ISSUE, Desk.SCHOOL, "Di sekolah", ""),
    (Thing.ISSUE, Desk.CITY, "Di daerah", ""),
    (Thing.ISSUE, Desk.BPMP, "Di bpmp", ""),
    (Thing.ISSUE, Desk.MINISTRY, "Di pusat", ""),
    (Thing.ISSUE, Desk.SCHOOL, "Kembali kepada Kepala Sekolah", "Kepala Sekolah"),
    (Thing.ISSUE, Desk.CITY, "Kembali kepada Hadi Dinas", "Hadi Dinas"),
    (Thing.ISSUE, Desk.BPMP, "Kembali kepada Rahmah Fasilitator", "Rahmah Fasilitator"),
    (Thing.PROPOSAL, Desk.CITY, "Usulan perubahan data sekolah", ""),
}


def shown(page) -> set[tuple]:
    return {(row.thing, row.desk, row.title, row.person) for row in page.context["rows"]}


def test_each_thing_lies_on_its_desk_and_every_office_sees_both_owners(
    client_of, waiting, dinas, facilitator
):
    visit = Visit.objects.first()
    names = {"Coaching kepala sekolah": visit.kind.name, "AGREEMENT": visit.agreement.title}
    expected = {
        (thing, desk, names.get(title, title), person) for thing, desk, title, person in EXPECTED
    }
    for person in (dinas, facilitator, "pimpinan", "admin"):
        client = client_of(person)
        page = client.get(reverse(DESKS))
        assert shown(page) == expected
        for row in page.context["rows"]:
            assert client.get(row.url).status_code == 200
    assert client_of("sekolah").get(reverse(DESKS)).status_code == 403
    assert not client_of("dinas", area="63.72").get(reverse(DESKS)).context["rows"]


def test_a_plan_whose_day_came_and_a_half_signed_report_lie_on_the_desk_of_bpmp(
    client_of, waiting, plan, dinas
):
    Visit.objects.exclude(state=Visit.State.PLANNED).update(state=Visit.State.CANCELLED)
    due = plan(on=timezone.localdate())
    report = ProgressReport.objects.get()
    sign_report(report, by=dinas)
    rows = client_of(dinas).get(reverse(DESKS), {"meja": Desk.BPMP}).context["rows"]
    found = {(row.thing, row.key) for row in rows}
    assert (Thing.VISIT_DUE, due.pk) in found
    assert (Thing.PROGRESS_REPORT, report.pk) in found


def test_each_count_is_the_number_of_rows_that_it_opens(client_of, waiting, dinas):
    client = client_of(dinas)
    page = client.get(reverse(DESKS))
    totals = {}
    for tile in page.context["tiles"]:
        opened = client.get(reverse(DESKS) + tile["url"])
        assert len(opened.context["rows"]) == tile["total"]
        assert {row.desk.label for row in opened.context["rows"]} == {tile["label"]}
        totals[str(tile["label"])] = tile["total"]
        for label, total, url in tile["kinds"]:
            rows = client.get(reverse(DESKS) + url).context["rows"]
            assert {row.thing.label for row in rows} == {label}
            assert len(rows) == total
    assert sum(totals.values()) == len(EXPECTED) == len(page.context["rows"])
    assert totals == {"Dinas Pendidikan": 8, "BPMP": 7, "sekolah": 3, "pusat": 1}


def test_it_is_narrowed_by_area_and_what_nobody_knows_is_left_out(client_of, waiting, dinas):
    client = client_of(dinas)

    def rows(**query) -> int:
        return len(client.get(reverse(DESKS), query).context["rows"])

    # The report is of the whole city.
    assert rows(kecamatan="63.71.01") == len(EXPECTED) - 1
    assert rows(kecamatan="63.71.02") == 0
    assert rows(kecamatan="99", meja="x", jenis="y", hal="0") == len(EXPECTED)


def test_the_oldest_comes_first_with_its_working_days(
    verified_visit, plan, make_school, dinas, monkeypatch
):
    verified_visit.follow_ups.all().delete()
    monday = datetime(2026, 6, 1, 2, tzinfo=UTC)  # 10.00 WITA
    Holiday.objects.create(date=monday.date() + timedelta(days=1), name="Hari jadi", area_id="63")
    Holiday.objects.create(date=monday.date() + timedelta(days=2), name="Lain", area_id="62")
    for days in (3, 0):
        visit = plan()
        Visit.objects.filter(pk=visit.pk).update(state=Visit.State.SUBMITTED)
        step = {"from_state": "draf", "to_state": "diajukan", "by": visit.facilitator}
        Transition.objects.create(visit=visit, at=monday + timedelta(days=days), **step)
    monkeypatch.setattr(timezone, "localdate", lambda: monday.date() + timedelta(days=8))
    rows, has_next = Desks(dinas).page(1)
    assert [row.since for row in rows] == [monday, monday + timedelta(days=3)]
    assert [row.working_days for row in rows] == [5, 3]  # to Tuesday of the week after
    assert not has_next


def test_pages_are_bounded_and_ask_as_often_for_many(client_of, verified_visit, dinas):
    client, counts = client_of(dinas), []
    verified_visit.follow_ups.all().delete()
    for total in (10, MOST_PAGES * PAGE_SIZE + 1):
        FollowUp.objects.bulk_create(
            FollowUp(
                visit=verified_visit,
                description=f"T {n}",
                owner="dinas",
                due_on=timezone.localdate(),
            )
            for n in range(total)
        )
        with CaptureQueriesContext(connection) as queries:
            page = client.get(reverse(DESKS), {"meja": "dinas"})
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 10
    second = client.get(reverse(DESKS) + page.context["next"])
    assert shown(page).isdisjoint(shown(second))
    last = client.get(reverse(DESKS), {"hal": MOST_PAGES})
    assert (len(last.context["rows"]), last.context["next"]) == (PAGE_SIZE, "")
