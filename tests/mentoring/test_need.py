"""Schools in order of need: each row's sum, kept up to date by the database; and fairness."""

from datetime import timedelta
from decimal import Decimal
from threading import Thread

import pytest
from django.core.management import call_command
from django.db import connection, connections, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from indicators.models import IndicatorSet, Measurement
from mentoring.models import Assignment, FollowUp, NeedWeights, SchoolNeed, Visit, YearPlan
from mentoring.operations.need import refresh_need
from schools.models import Membership, Programme, School

TODAY = timezone.localdate()


@pytest.fixture
def measure(db):
    """`measure(school, year, "merah", "kuning")`: figures of the Set SPM with these colours."""
    spm = [member.indicator for member in IndicatorSet.objects.get(code="spm").members.all()]

    def make(school, year, *colours):
        for indicator, colour in zip(spm, colours, strict=False):
            Measurement.objects.create(
                indicator=indicator, school=school, year=year, value=1, colour=colour, source="uji"
            )

    return make


def need_of(school) -> SchoolNeed:
    return SchoolNeed.objects.get(school=school)


def recounted(need: SchoolNeed) -> Decimal:
    return sum(count * weight for _label, count, weight in need.terms(NeedWeights.objects.get()))


def names(client, address="mentoring:need", **query) -> list[str]:
    rows = client.get(reverse(address), query).context["list"].page.object_list
    return [row.school.name for row in rows]


def test_every_sign_counts_and_the_row_shows_its_own_sum(
    client_of, measure, own_school, verified_visit
):
    measure(own_school, TODAY.year - 1, "merah", "merah", "merah", "merah")
    measure(own_school, TODAY.year, "merah", "merah", "kuning", "hijau")
    FollowUp.objects.update(due_on=TODAY - timedelta(days=1))
    YearPlan.objects.create(school=own_school, year=TODAY.year, visits=60)
    Assignment.objects.update(starts_on=TODAY - timedelta(days=729))
    Visit.objects.filter(pk=verified_visit.pk).update(date=TODAY - timedelta(days=65))
    need = need_of(own_school)
    assert (need.red, need.yellow, need.months, need.open, need.overdue) == (2, 1, 2, 1, 1)
    assert need.last_visit == TODAY - timedelta(days=65)
    begun = min(TODAY.timetuple().tm_yday, 365)
    assert need.expected == 60 * begun // 365
    assert need.owed == need.expected - need.made
    assert need.score == recounted(need)
    page = client_of("dinas").get(reverse("mentoring:need")).text
    assert '2 merah <span class="need-weight">× 3 = 6</span>' in page
    assert '1 lewat tenggat <span class="need-weight">× 2 = 2</span>' in page


def test_what_happens_to_a_school_is_counted_at_once(
    measure, own_school, submitted_visit, make_school
):
    before = need_of(own_school)
    assert (before.open, before.red, before.accompanied) == (1, 0, True)
    follow_up = FollowUp.objects.get()
    follow_up.state, follow_up.result = FollowUp.State.DONE, "Sudah"
    follow_up.save()
    assert need_of(own_school).open == 0
    measure(own_school, TODAY.year, "merah")
    assert need_of(own_school).red == 1
    Measurement.objects.all().delete()
    assert need_of(own_school).red == 0
    submitted_visit.state = Visit.State.CANCELLED
    submitted_visit.save()
    assert need_of(own_school).last_visit is None
    other = make_school(name="SDN PENERUS")
    Assignment.objects.update(school=other)
    assert (need_of(own_school).accompanied, need_of(other).accompanied) == (False, True)


def test_a_school_that_closes_or_moves_is_followed(own_school):
    School.objects.filter(pk=own_school.pk).update(district="63.71.03")
    assert need_of(own_school).district_id == "63.71.03"
    School.objects.filter(pk=own_school.pk).update(state="tutup")
    assert not SchoolNeed.objects.exists()
    School.objects.filter(pk=own_school.pk).update(state="buka")
    assert need_of(own_school).accompanied


def test_new_weights_count_every_school_anew_at_once(own_school, measure):
    measure(own_school, TODAY.year, "merah")
    before = need_of(own_school).score
    weights = NeedWeights.objects.get()
    weights.red = Decimal("7.25")
    weights.save()
    need = need_of(own_school)
    assert need.score == before + Decimal("4.25") == recounted(need)


def test_a_new_school_is_in_the_list_at_once(client_of, make_school):
    make_school(name="SDN BARU")
    assert names(client_of("dinas"), sekolah="semua") == ["SDN BARU"]
    assert refresh_need() == 0


def test_the_daily_job_counts_what_only_days_change(own_school, plan):
    with connection.cursor() as cursor:  # as the row stood some days ago
        cursor.execute("UPDATE mentoring_schoolneed SET months = 0, score = 0")
    assert refresh_need() == 1
    assert need_of(own_school).months == 12
    assert refresh_need() == 0


def test_figures_of_very_many_schools_in_one_statement_wait_for_the_daily_job(make_school):
    indicator = IndicatorSet.objects.get(code="spm").members.first().indicator
    schools = School.objects.bulk_create(
        School(
            npsn=str(20_000_000 + n), name="SD", form="SD", status="negeri", district_id="63.71.01"
        )
        for n in range(1001)
    )
    figures = [
        Measurement(indicator=indicator, school=s, year=2025, value=1, colour="merah", source="uji")
        for s in schools
    ]
    Measurement.objects.bulk_create(figures)
    assert not SchoolNeed.objects.exists()
    assert refresh_need() == 1001
    assert set(SchoolNeed.objects.values_list("red", flat=True)) == {1}


def test_the_list_keeps_to_scope_and_to_accompanied_schools_unless_asked(
    client_of, own_school, make_school, assign, make_person, measure, facilitator
):
    others = make_school(name="SDN FASILITATOR LAIN")
    assign(make_person("fasilitator"), others)
    plain = make_school(name="SDN TANPA PENDAMPING")
    away = make_school(name="SDN JAUH", district="62.71.01")
    for school in (plain, away):
        measure(school, TODAY.year, *["merah"] * 5)
    measure(others, TODAY.year, "kuning")
    dinas = client_of("dinas")
    assert names(dinas) == ["SDN FASILITATOR LAIN", own_school.name]
    assert names(dinas, sekolah="semua") == [
        "SDN TANPA PENDAMPING",
        "SDN FASILITATOR LAIN",
        own_school.name,
    ]
    assert names(client_of(facilitator)) == [own_school.name]


def test_fairness_shows_who_was_never_visited_and_who_out_of_proportion(
    client_of, own_school, verified_visit, make_school, assign, facilitator
):
    never = make_school(name="SDN BELUM PERNAH")
    assign(facilitator, never, starts_on=TODAY)
    Visit.objects.filter(pk=verified_visit.pk).update(date=TODAY)
    YearPlan.objects.create(school=own_school, year=TODAY.year, visits=60)
    dinas = client_of("dinas")
    assert names(dinas, "mentoring:fairness") == ["SDN BELUM PERNAH"]
    few = names(dinas, "mentoring:fairness", keadaan="kurang")
    assert few == ([own_school.name] if need_of(own_school).expected > 2 else [])
    assert names(dinas, "mentoring:fairness", keadaan="lebih") == []
    YearPlan.objects.update(visits=0)
    model = Visit.objects.get()
    for _number in range(2):
        model.pk = None
        model._state.adding = True
        model.save()
    assert names(dinas, "mentoring:fairness", keadaan="lebih") == [own_school.name]


def test_a_membership_accompanies_and_ends(make_school):
    school = make_school()
    programme = Programme.objects.get(code="sekolah-penggerak")
    Membership.objects.create(school=school, programme=programme, cohort=1, starts_on=TODAY)
    assert need_of(school).accompanied
    Membership.objects.update(starts_on=TODAY - timedelta(9), ends_on=TODAY - timedelta(2))
    assert not need_of(school).accompanied


@pytest.mark.parametrize("address", ["mentoring:need", "mentoring:fairness"])
def test_the_lists_take_as_many_queries_for_few_as_for_many(
    client_of, make_school, assign, facilitator, address
):
    client, counts = client_of("dinas"), []
    for _round in range(2):
        for _number in range(5):
            assign(facilitator, make_school())
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse(address))
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 10


@pytest.mark.django_db(transaction=True)
def test_what_two_record_in_the_same_moment_is_counted_for_both(make_school):
    call_command("load_reference", verbosity=0)  # an earlier test of this sort empties the database
    school = make_school()
    first, second = (m.indicator for m in IndicatorSet.objects.get(code="spm").members.all()[:2])

    def record(indicator) -> None:
        Measurement.objects.create(
            indicator=indicator, school=school, year=2025, value=1, colour="merah", source="uji"
        )

    def record_meanwhile() -> None:
        record(second)
        connections.close_all()

    other = Thread(target=record_meanwhile)
    with transaction.atomic():
        record(first)
        other.start()
        while other.is_alive() and not _somebody_waits_for_us():
            pass
    other.join()
    assert need_of(school).red == 2


def _somebody_waits_for_us() -> bool:
    """Asked of the locks: pg_stat_activity stands still inside a transaction."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT FROM pg_locks"
            " WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid)))"
        )
        return cursor.fetchone()[0]
