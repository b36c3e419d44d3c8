"""The year plan: pre-filled, set in one table, concurrent edits noticed, made visits counted."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from mentoring.models import PlanningDefaults, Visit, YearPlan

YEAR = timezone.localdate().year
PLANS = "mentoring:year-plans"


def table(client, **query) -> dict[str, dict]:
    """What the page shows of each school, by its name."""
    listing = client.get(reverse(PLANS), query).context["list"]
    shown = {}
    for school in listing.page.object_list:
        cells = {column.name: str(column.show(school)) for column in listing.columns}
        shown[school.name] = cells | {"school": school}
    return shown


def send(client, rows: dict, **query):
    data = {}
    for school, (number, version) in rows.items():
        data |= {f"jumlah-{school.pk}": number, f"versi-{school.pk}": version}
    return client.post(reverse(PLANS, query=query), data)


@pytest.fixture
def second(make_school, assign, facilitator):
    school = make_school(name="SDN KEDUA")
    assign(facilitator, school)
    return school


def test_numbers_begin_with_last_year_then_with_the_usual_one(
    client_of, facilitator, own_school, second
):
    YearPlan.objects.create(school=own_school, year=YEAR - 1, visits=6)
    PlanningDefaults.objects.update(visits_least=3)
    rows = table(client_of(facilitator))
    assert 'value="6"' in rows[own_school.name]["rencana"]
    assert 'value="3"' in rows["SDN KEDUA"]["rencana"]
    assert "belum disimpan" in rows["SDN KEDUA"]["rencana"]


def test_a_facilitator_sets_the_plans_of_the_own_schools_only(
    client_of, facilitator, own_school, second, make_school, assign, make_person
):
    others = make_school(name="SDN ORANG LAIN")
    assign(make_person("fasilitator"), others)
    client = client_of(facilitator)
    assert set(table(client)) == {own_school.name, "SDN KEDUA"}
    sent = {own_school: (5, 0), second: (4, 0), others: (9, 0)}
    assert send(client, sent).status_code == 302
    saved = dict(YearPlan.objects.filter(year=YEAR).values_list("school", "visits"))
    assert saved == {own_school.pk: 5, second.pk: 4}
    assert "SDN ORANG LAIN" in table(client_of("dinas"))
    next_year = send(client_of("dinas"), {others: (7, 0)}, tahun=YEAR + 1)
    assert next_year.status_code == 302
    assert YearPlan.objects.get(school=others).year == YEAR + 1


def test_a_number_that_somebody_changed_meanwhile_is_shown_and_nothing_is_saved(
    client_of, facilitator, own_school, second
):
    YearPlan.objects.create(school=own_school, year=YEAR, visits=4)
    assert send(client_of("dinas"), {own_school: (6, 1)}).status_code == 302
    client = client_of(facilitator)
    late = send(client, {own_school: (5, 1), second: (4, 0)})
    assert late.status_code == 409
    assert "Sementara itu disimpan orang lain: 6 kunjungan." in late.text
    assert 'value="5"' in late.text
    assert YearPlan.objects.get().visits == 6
    knowingly = send(client, {own_school: (5, 2), second: (4, 0)})
    assert knowingly.status_code == 302
    assert YearPlan.objects.get(school=own_school).visits == 5


def test_what_is_unchanged_is_not_written_and_conflicts_with_nobody(client_of, own_school):
    YearPlan.objects.create(school=own_school, year=YEAR, visits=4, version=3)
    assert send(client_of("dinas"), {own_school: (4, 1)}).status_code == 302
    assert YearPlan.objects.get().version == 3


@pytest.mark.parametrize("typed", ["", "61", "-1", "4,5", "empat", "٤"])
def test_what_is_no_number_of_visits_is_said_beside_it(client_of, own_school, typed):
    response = send(client_of("dinas"), {own_school: (typed, 0)})
    assert response.status_code == 422
    assert "Isi angka 0 sampai 60." in response.text
    assert not YearPlan.objects.exists()


def test_leaders_read_without_fields(client_of, own_school):
    client = client_of("pimpinan")
    assert "<input" not in table(client)[own_school.name]["rencana"]
    assert send(client, {own_school: (4, 0)}).status_code == 403


def test_made_are_reported_visits_of_the_year(client_of, verified_visit, plan, own_school):
    plan(on=date(YEAR, 12, 30))
    Visit.objects.filter(pk=verified_visit.pk).update(date=date(YEAR, 1, 5))
    row = table(client_of("dinas"), tahun=YEAR)[own_school.name]
    assert (row["terlaksana"], row["jadwal"]) == ("1", "1")


def test_the_table_takes_as_many_queries_for_few_as_for_many(
    client_of, facilitator, make_school, assign
):
    client, counts = client_of("dinas"), []
    for _round in range(2):
        for _number in range(5):
            assign(facilitator, make_school())
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse(PLANS))
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 12
