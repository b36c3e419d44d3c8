"""Realisation is counted from what was done, equals a recount, and shows where the chain is broken."""

import random
from collections import Counter
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from indicators.models import Indicator, Measurement
from mentoring.models import (
    Activity,
    ActivityIndicator,
    Attendance,
    Clause,
    DiscussedIndicator,
    FollowUp,
    Instrument,
    PerformancePost,
    Regulation,
    Review,
    Session,
    Training,
    Visit,
    VisitKind,
    WorkPlan,
)
from mentoring.queries.gaps import gaps_of
from mentoring.queries.realisation import realisation_of
from mentoring.queries.work_plans import overview_of
from portal.models import User


@pytest.fixture
def last_year(agreement, clauses) -> WorkPlan:
    """A plan whose months are all over."""
    return WorkPlan.objects.create(agreement=agreement, year=timezone.localdate().year - 1)


@pytest.fixture
def scattered(last_year, make_activity, own_school, facilitator, make_participant):
    """Activities of every form, with records of every state on days in and around the year."""
    chance = random.Random(20221102)  # noqa: S311  (any mixture does)
    forms = Activity.Form.values
    activities = [make_activity(plan=last_year, form=form) for form in forms for _n in range(3)]
    start = date(last_year.year, 1, 1) - timedelta(days=40)
    for number in range(90):
        activity = chance.choice(activities)
        day = start + timedelta(days=chance.randrange(440))
        file_under(activity, day, chance, number, own_school, facilitator, make_participant)
    return activities


def file_under(activity, day, chance, number, school, facilitator, make_participant) -> None:
    agreement = activity.plan.agreement
    if activity.form == Activity.Form.MENTORING:
        Visit.objects.create(
            school=school, facilitator=facilitator, agreement=agreement, activity=activity,
            instrument=Instrument.objects.published().get(), kind=VisitKind.objects.first(),
            date=day, state=chance.choice(Visit.State.values),
        )  # fmt: skip
    elif activity.form == Activity.Form.TRAINING:
        training = Training.objects.create(
            kind="bimtek", title="Bimtek", organiser="BPMP", agreement=agreement,
            activity=activity, area_id="63.71",
        )  # fmt: skip
        session = Session.objects.create(
            training=training, topic="Materi", date=day, starts_at="08:00", ends_at="09:30", hours=2
        )
        for _n in range(chance.randrange(3)):
            make_participant(training, sessions=[session], school=school)
    elif activity.form == Activity.Form.POST:
        post = PerformancePost.objects.create(label=f"Pos {number}", school=school)
        state = chance.choice(Review.State.values)
        Review.objects.create(
            post=post, agreement=agreement, activity=activity, side="bpmp", led_by=facilitator,
            period_from=day, period_to=day, date=day, state=state,
            approved_by=make_other() if state == Review.State.APPROVED else None,
        )  # fmt: skip
    else:
        enacted = chance.random() < 0.5
        Regulation.objects.create(
            agreement=agreement, activity=activity, kind="se", about="Edaran",
            number=str(number) if enacted else "", enacted_on=day if enacted else None,
            state=chance.choice(["ditetapkan", "dicabut"] if enacted else ["usulan", "pembahasan"]),
        )  # fmt: skip


def make_other() -> User:
    """Somebody who did not record the review."""
    return User.objects.get_or_create(email="pengesah@contoh.id", role="dinas", area_id="63.71")[0]


def recount(activity: Activity) -> Counter:
    """The same count by another way: record by record, in Python."""
    days = [v.date for v in activity.visits.all() if v.state == "diverifikasi"]
    for training in activity.trainings.all():
        days += [s.date for s in training.sessions.all() if s.attendance.count()]
    took_place = ("dilaksanakan", "dikembalikan", "disahkan")
    days += [r.date for r in activity.reviews.all() if r.state in took_place]
    days += [r.enacted_on for r in activity.regulations.all() if r.enacted_on]
    return Counter(day.month for day in days if day.year == activity.plan.year)


def test_realisation_equals_a_recount(scattered):
    found = realisation_of([activity.pk for activity in scattered])
    for activity in scattered:
        months = {month: n for month, n in enumerate(found.months_of(activity.pk), 1) if n}
        assert months == recount(activity)
    assert sum(found.total(activity.pk) for activity in scattered) > 10


def test_a_session_counts_once_it_was_held_and_attended(
    make_activity, make_training, make_session, make_participant, agreement, work_plan
):
    activity = make_activity(form=Activity.Form.TRAINING)
    training = make_training(agreement=agreement, activity=activity)
    day = timezone.localdate() - timedelta(days=3)
    held, empty = make_session(training, date=day), make_session(training, date=day)
    assert realisation_of([activity.pk]).total(activity.pk) == 0
    make_participant(training, sessions=[held])
    make_participant(training, sessions=[held])
    assert realisation_of([activity.pk]).total(activity.pk) == 1
    Attendance.objects.create(session=empty, participant=training.participants.first())
    assert realisation_of([activity.pk]).total(activity.pk) == 2


def test_the_page_shows_plan_beside_realisation_and_every_gap(
    client_of, last_year, make_activity, clauses, verified_visit, agreement
):
    done = make_activity(plan=last_year, title="Terlaksana", target=1)
    done.months.create(month=2, planned=1)
    make_activity(plan=last_year, title="Kosong")
    barren = make_activity(plan=last_year, title="Tanpa hasil")
    behind = make_activity(plan=last_year, title="Tertinggal", target=3)
    behind.months.create(month=1, planned=3)
    dropped = make_activity(plan=last_year, clause=clauses[1], title="Batal", state="dibatalkan")
    visit_on = {"pk": None, "date": date(last_year.year, 2, 1)}
    for activity, state in ((done, "diverifikasi"), (behind, "diverifikasi"), (barren, "draf")):
        fields = {f.attname: getattr(verified_visit, f.attname) for f in Visit._meta.fields}
        fields |= visit_on | {"id": None, "activity_id": activity.pk, "state": state}
        del fields["pk"]
        Visit.objects.create(**fields)
    response = client_of("pimpinan").get(last_year.get_absolute_url())
    gaps = [gap.text for gap in response.context["gaps"]]
    assert [gap for gap in gaps if "indikator" not in gap and "tindak lanjut" not in gap] == [
        "“Kosong” belum punya kunjungan.",
        "“Tanpa hasil” belum ada hasil.",
        "“Tertinggal” tertinggal: 1 dari 3 yang sudah jatuh waktu.",
        "Klausul 2 belum punya kegiatan tahun ini.",
    ]
    assert all(gap in response.text for gap in gaps)
    assert "1/1" in response.text
    assert "Tambah kegiatan" not in response.text
    assert dropped.title in response.text


def test_the_gaps_between_the_visits_and_the_figures_are_told(
    clauses, make_activity, verified_visit
):
    clauses[1].delete()
    activity = make_activity(title="Rutin", target=1)
    indicator = Indicator.objects.filter(at_city=True).first()
    other = make_activity(title="Lain", target=1)

    def gaps() -> list[str]:
        return [gap.text for gap in gaps_of(overview_of(activity.plan)) if "“Rutin”" in gap.text]

    assert gaps() == ["“Rutin” belum punya kunjungan.", "“Rutin” belum menuju indikator mana pun."]
    Visit.objects.update(activity=activity)
    ActivityIndicator.objects.create(activity=activity, indicator=indicator)
    unmeasured = f"“Rutin” menuju {indicator}, yang belum punya angka."
    assert gaps() == ["“Rutin”: 1 tindak lanjut tidak menyebut indikator.", unmeasured]
    FollowUp.objects.update(indicator=indicator)
    later = {"area_id": "63.71", "value": 50, "source": "contoh", "year": activity.plan.year + 1}
    measured = Measurement.objects.create(indicator=indicator, **later)
    assert gaps() == [unmeasured]
    Measurement.objects.filter(pk=measured.pk).update(year=activity.plan.year)
    assert gaps() == []
    FollowUp.objects.all().delete()
    assert gaps() == ["“Rutin”: 1 kunjungan terverifikasi tanpa tindak lanjut."]
    Visit.objects.update(activity=other)
    assert gaps() == ["“Rutin” belum punya kunjungan."]


def test_the_chain_is_walked_from_the_clause_to_the_indicator_and_back(
    client_of, dinas, verified_visit, make_activity
):
    activity = make_activity()
    Visit.objects.update(activity=activity)
    indicator = Indicator.objects.filter(at_city=True).first()
    ActivityIndicator.objects.create(activity=activity, indicator=indicator)
    for year, value in ((2024, 50), (2025, 62)):
        Measurement.objects.create(
            indicator=indicator, area_id="63.71", year=year, value=value, source="contoh"
        )
    client, follow_up = client_of(dinas), verified_visit.follow_ups.get()
    down = (
        (activity.plan.agreement, activity.clause),
        (activity.clause, activity),
        (activity, indicator),
    )
    up = (
        (follow_up, verified_visit),
        (verified_visit, activity),
        (verified_visit, activity.clause),
        (activity, activity.clause),
        (activity.clause, activity.plan.agreement),
    )
    for page, linked in down + up:
        assert f'href="{linked.get_absolute_url()}"' in client.get(page.get_absolute_url()).text
    text = client.get(activity.get_absolute_url()).text
    assert "62" in text
    assert "+12 poin dari 2024" in text
    panels = {"visits": verified_visit, "follow-ups": follow_up}
    for name, linked in panels.items():
        panel = client.get(reverse(f"mentoring:activity-{name}", args=[activity.pk])).text
        assert f'href="{linked.get_absolute_url()}"' in panel


def work_for(indicator, client) -> str:
    """What the page of an indicator loads of the cooperation."""
    url = reverse("mentoring:indicator-work", args=[indicator.pk])
    assert f'hx-get="{url}"' in client.get(indicator.get_absolute_url()).text
    return client.get(url).text


def test_an_indicator_leads_back_to_what_is_done_for_it(
    client_of, dinas, verified_visit, make_activity
):
    indicator, other = Indicator.objects.order_by("pk")[:2]
    activity, follow_up = make_activity(), verified_visit.follow_ups.get()
    ActivityIndicator.objects.create(activity=activity, indicator=indicator)
    DiscussedIndicator.objects.create(visit=verified_visit, indicator=indicator)
    FollowUp.objects.update(indicator=indicator)
    client = client_of(dinas)
    panel = work_for(indicator, client)
    for linked in (activity, activity.clause, verified_visit, follow_up):
        assert f'href="{linked.get_absolute_url()}"' in panel
    assert f">{activity.plan.year} · " in panel
    for name, row in {
        "mentoring:visits": verified_visit,
        "mentoring:follow-ups": follow_up,
    }.items():
        asked, link = f"{reverse(name)}?indikator={indicator.pk}", row.get_absolute_url()
        assert f'href="{asked}"' in panel
        assert link in client.get(asked).text
        assert link not in client.get(f"{reverse(name)}?indikator={other.pk}").text
    empty = work_for(other, client)
    for said in ("Belum ada kegiatan", "Belum ada kunjungan", "Belum ada tindak lanjut"):
        assert said in empty


def test_a_school_reads_of_an_indicator_what_is_its_own(
    client_of, verified_visit, make_activity, own_school, make_school
):
    indicator = Indicator.objects.first()
    activity = make_activity(title="Pendampingan rutin SD")
    ActivityIndicator.objects.create(activity=activity, indicator=indicator)
    DiscussedIndicator.objects.create(visit=verified_visit, indicator=indicator)
    own, other = (client_of("sekolah", school=school) for school in (own_school, make_school()))
    assert verified_visit.number in work_for(indicator, own)
    assert verified_visit.number not in work_for(indicator, other)
    assert "Pendampingan rutin SD" not in work_for(indicator, own)


def test_a_school_reads_of_the_activity_but_is_not_led_to_it(
    client_of, verified_visit, make_activity, own_school
):
    activity = make_activity(title="Pendampingan rutin SD")
    Visit.objects.update(activity=activity)
    text = client_of("sekolah", school=own_school).get(verified_visit.get_absolute_url()).text
    assert "Pendampingan rutin SD" in text
    assert activity.get_absolute_url() not in text


def test_a_plan_takes_as_many_queries_for_many_activities_as_for_few(
    client_of, dinas, last_year, scattered
):
    client, clause, counts = client_of(dinas), Clause.objects.first(), []
    for _round in range(2):
        with CaptureQueriesContext(connection) as queries:
            client.get(last_year.get_absolute_url())
        counts.append(len(queries))
        Activity.objects.bulk_create(
            Activity(
                plan=last_year, clause=clause, form=form, title=f"Kegiatan {n}",
                target=5, side="bpmp",
            )
            for n in range(100) for form in Activity.Form.values
        )  # fmt: skip
    assert counts[0] == counts[1] <= 15
    assert len(overview_of(last_year).lines) > 800
