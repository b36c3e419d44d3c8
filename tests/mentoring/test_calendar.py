"""The calendar, moving visits with warnings, and the feed behind a secret address."""

from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from mentoring.models import (
    CalendarFeed,
    Holiday,
    Instrument,
    Transition,
    Visit,
    VisitCompanion,
    VisitKind,
    WorkPlan,
)
from mentoring.operations.visits import reschedule_visit
from mentoring.queries.clashes import clashes_of
from portal.operations import Conflict, Refused

TODAY = timezone.localdate()
# A Wednesday some weeks ahead, without a holiday in the week around it.
DAY = TODAY + timedelta(days=14 + (2 - TODAY.weekday()) % 7)
SATURDAY = DAY + timedelta(days=3)


@pytest.fixture(autouse=True)
def no_holidays(db):
    Holiday.objects.all().delete()


@pytest.fixture
def other(make_person):
    return make_person("fasilitator", name="Arsyad Fasilitator")


def said(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


def calendar(client, **query):
    return client.get(reverse("mentoring:calendar"), query)


def shown(response) -> dict[date, list[int]]:
    return {d.date: [e.pk for e in d.entries] for d in response.context["days"] if d.entries}


def test_a_month_shows_whole_weeks_with_visits_and_holidays(client_of, plan, facilitator):
    visit = plan(on=DAY, starts_at=time(8, 30))
    Holiday.objects.create(date=DAY, name="Hari jadi", area_id="63.71")
    Holiday.objects.create(date=DAY, name="Libur lain", area_id="62.71")
    page = calendar(client_of("dinas"), bulan=f"{DAY:%Y-%m}")
    days = page.context["days"]
    assert len(days) % 7 == 0
    assert days[0].date.weekday() == 0
    assert shown(page) == {DAY: [visit.pk]}
    assert "Hari jadi" in page.text
    assert "Libur lain" not in page.text
    assert "08.30" in page.text
    assert "data-visit=" not in page.text  # only its facilitator drags it
    assert f'data-visit="{visit.pk}"' in calendar(client_of(facilitator), pekan=str(DAY)).text


def test_a_facilitator_begins_with_their_own_and_may_ask_for_all(
    client_of, plan, facilitator, other, assign, own_school
):
    assign(other, own_school)
    own, others = plan(on=DAY), plan(on=DAY, by=other)
    client = client_of(facilitator)
    assert shown(calendar(client, pekan=str(DAY))) == {DAY: [own.pk]}
    both = calendar(client, pekan=str(DAY), fasilitator="")
    assert shown(both) == {DAY: [own.pk, others.pk]}
    [day] = [d for d in both.context["days"] if d.entries]
    assert day.clashing == {own.pk, others.pk}  # one school, twice on a day
    assert shown(calendar(client, pekan=str(DAY), fasilitator=other.pk)) == {DAY: [others.pk]}


@pytest.mark.parametrize(
    "query", [{"bulan": "kapan"}, {"pekan": "2026-99-99"}, {"bulan": "0001-01"}]
)
def test_an_address_that_names_no_period_shows_one_anyway(client_of, query):
    assert calendar(client_of("dinas"), **query, fasilitator="9" * 30).status_code == 200


def test_the_month_of_many_people_takes_as_many_queries_as_of_few(
    client_of, plan, make_school, agreement
):
    plan(on=DAY)
    client, counts = client_of("dinas"), []
    for many in (0, 300):
        model = Visit.objects.first()
        Visit.objects.bulk_create(
            Visit(
                school=model.school,
                facilitator=model.facilitator,
                agreement=agreement,
                instrument=Instrument.objects.first(),
                kind=VisitKind.objects.first(),
                date=DAY,
            )
            for _number in range(many)
        )
        with CaptureQueriesContext(connection) as queries:
            page = calendar(client, bulan=f"{DAY:%Y-%m}")
        counts.append(len(queries))
    assert len(shown(page)[DAY]) == 301
    assert counts[0] == counts[1] <= 10


def test_a_moved_visit_keeps_its_old_date_and_warns_of_every_clash(
    client_of, plan, facilitator, other, assign, own_school, make_school
):
    beside = make_school(name="SDN SEBELAH")
    assign(facilitator, beside)
    assign(other, own_school)
    visit = plan(on=DAY, starts_at=time(8), ends_at=time(10))
    plan(on=SATURDAY, school=beside, starts_at=time(9), ends_at=time(11))
    twin = plan(on=SATURDAY, by=other)
    Holiday.objects.create(date=SATURDAY, name="Natal contoh")
    client = client_of(facilitator)
    address = reverse("mentoring:visit-reschedule", args=[visit.pk])
    before = client.get(
        address, {"on": str(SATURDAY)}, HTTP_HX_REQUEST="true", HTTP_HX_TARGET="clashes"
    )
    sent = {"on": str(SATURDAY), "version": visit.version, "reason": "Sekolah asesmen"}
    response = client.post(f"{address}?kembali=pekan%3D{DAY}", sent)
    assert response.url == f"{reverse('mentoring:calendar')}?pekan={DAY}"
    visit.refresh_from_db()
    assert (visit.date, visit.state, visit.version) == (SATURDAY, Visit.State.PLANNED, 2)
    step = visit.transitions.last()
    assert (step.former_date, step.by, step.reason) == (DAY, facilitator, "Sekolah asesmen")
    told = " ".join(said(response))
    for sentence in (
        "jatuh pada akhir pekan",
        "hari libur: Natal contoh",
        "sudah berkunjung ke SDN SEBELAH pada jam yang sama",
        f"sudah ada kunjungan hari itu: {twin.number} oleh Arsyad",
    ):
        assert sentence in told
        assert sentence in before.text
    page = client.get(reverse("mentoring:visit-history", args=[visit.pk])).text
    assert date_format(DAY) in page
    assert date_format(SATURDAY) in page
    assert "Sekolah asesmen" in page


def test_a_visit_for_an_activity_stays_in_its_year(plan, facilitator, make_activity):
    visit = plan(on=TODAY)
    this_year = {"agreement": visit.agreement, "year": TODAY.year}
    work_plan, _made = WorkPlan.objects.get_or_create(**this_year)
    activity = make_activity(plan=work_plan)
    Visit.objects.filter(pk=visit.pk).update(activity=activity)
    values = {"by": facilitator, "reason": "Sekolah asesmen", "version": visit.version}
    with pytest.raises(Refused, match=str(TODAY.year)):
        reschedule_visit(visit, on=date(TODAY.year + 1, 1, 1), **values)
    visit.refresh_from_db()
    assert (visit.date, visit.activity) == (TODAY, activity)
    without = plan(on=TODAY)
    reschedule_visit(
        without, on=date(TODAY.year + 1, 1, 1), **values | {"version": without.version}
    )


def test_what_keeps_a_visit_from_moving(plan, facilitator, other, draft_visit):
    visit = plan(on=DAY)
    values = {"by": facilitator, "reason": "", "version": 1}
    with pytest.raises(Refused, match="sudah pada tanggal itu"):
        reschedule_visit(visit, on=DAY, **values)
    with pytest.raises(Conflict):
        reschedule_visit(visit, on=SATURDAY, **(values | {"version": 7}))
    with pytest.raises(Refused, match="milik fasilitator lain"):
        reschedule_visit(visit, on=SATURDAY, **(values | {"by": other}))
    with pytest.raises(Refused, match="sudah lewat"):
        reschedule_visit(visit, on=date(2022, 11, 3), **values)
    with pytest.raises(Refused, match="Tuliskan alasannya"):
        reschedule_visit(draft_visit, on=DAY, **(values | {"version": draft_visit.version}))
    with pytest.raises(Refused, match="naskah kerja sama"):
        reschedule_visit(visit, on=TODAY + timedelta(days=900), **values)
    assert not Transition.objects.exclude(former_date=None).exists()


def test_a_visit_goes_to_no_day_after_its_assignment(plan, facilitator, own_school):
    visit = plan(on=DAY)
    own_school.assignments.update(ends_on=DAY)
    with pytest.raises(Refused, match="bukan sekolah dampingan"):
        reschedule_visit(visit, by=facilitator, on=SATURDAY, reason="", version=1)


def test_a_plan_made_on_a_weekend_is_saved_with_a_warning(
    client_of, facilitator, own_school, agreement
):
    sent = {
        "key": "8d7e3f42-3333-4000-8000-000000000001",
        "school": own_school.pk,
        "date": str(SATURDAY),
        "mode": Visit.Mode.ON_SITE,
        "kind": VisitKind.objects.first().pk,
    }
    response = client_of(facilitator).post(reverse("mentoring:visit-plan"), sent)
    assert Visit.objects.get().date == SATURDAY
    assert "jatuh pada akhir pekan" in said(response)[-1]


def feed_address(client) -> str:
    page = client.post(reverse("mentoring:calendar-feed"))
    return page.context["address"].removeprefix("http://testserver")


def events(address: str) -> dict[str, icalendar.Event]:
    response = Client().get(address)
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    read = icalendar.Calendar.from_ical(response.content)
    assert [str(zone["TZID"]) for zone in read.walk("VTIMEZONE")] == ["Asia/Makassar"]
    return {str(event["UID"]): event for event in read.walk("VEVENT")}


def test_the_feed_holds_ones_own_visits_under_a_stable_uid(
    client_of, plan, facilitator, other, assign, own_school
):
    assign(other, own_school)
    visit = plan(on=DAY, starts_at=time(8, 30), ends_at=time(10))
    whole_day, others = plan(on=SATURDAY), plan(on=DAY, by=other)
    address = feed_address(client_of(facilitator))
    read = events(address)
    uid = f"kunjungan-{visit.pk}@mitra-mutu"
    assert set(read) == {uid, f"kunjungan-{whole_day.pk}@mitra-mutu"}
    assert f"kunjungan-{others.pk}@mitra-mutu" not in read
    start = read[uid].decoded("dtstart")
    assert start.tzinfo == ZoneInfo("Asia/Makassar")
    assert start.replace(tzinfo=None) == timezone.datetime.combine(DAY, time(8, 30))
    day = read[f"kunjungan-{whole_day.pk}@mitra-mutu"]
    assert (day.decoded("dtstart"), day.decoded("dtend")) == (SATURDAY, SATURDAY + timedelta(1))
    reschedule_visit(visit, by=facilitator, on=SATURDAY, reason="", version=1)
    moved = events(address)[uid]
    assert moved.decoded("dtstart").date() == SATURDAY
    assert moved.decoded("sequence") == 1


def test_a_second_writer_has_the_visit_in_the_calendar_and_is_warned(
    client_of, plan, facilitator, other, assign, own_school, make_school
):
    elsewhere = make_school(name="SDN LAIN")
    assign(other, elsewhere)
    along = plan(on=DAY, starts_at=time(8), ends_at=time(10))
    VisitCompanion.objects.create(visit=along, user=other)
    own = plan(on=SATURDAY, by=other, school=elsewhere)
    assert set(events(feed_address(client_of(other)))) == {
        f"kunjungan-{along.pk}@mitra-mutu",
        f"kunjungan-{own.pk}@mitra-mutu",
    }
    assert any(f"{other.name} juga berkunjung ke" in told for told in clashes_of(own, DAY))
    Visit.objects.filter(pk=own.pk).update(date=DAY)
    week = calendar(client_of("dinas"), pekan=str(DAY)).context["days"]
    assert [day.clashing for day in week if day.entries] == [{along.pk, own.pk}]


def test_a_revoked_replaced_or_orphaned_address_is_not_found(client_of, facilitator, plan):
    plan()
    client = client_of(facilitator)
    first = feed_address(client)
    assert CalendarFeed.objects.get().digest not in first
    second = feed_address(client)
    assert first not in client.get(reverse("mentoring:calendar-feed")).text
    assert Client().get(first).status_code == 404
    assert Client().get(second).status_code == 200
    facilitator.is_active = False
    facilitator.save()
    assert Client().get(second).status_code == 404
    facilitator.is_active = True
    facilitator.save()
    assert client_of(facilitator).post(reverse("mentoring:calendar-feed-revoke")).status_code == 302
    assert Client().get(second).status_code == 404
