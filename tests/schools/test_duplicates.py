"""Likely pairs, mergers and their undo: what moves, what stays, and what an earlier day shows."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from indicators.models import Indicator, Measurement
from mentoring.models import Visit
from portal.models import Area
from portal.operations import Conflict, Refused
from schools.models import DistinctPair, School, YearlyFigures
from schools.operations.duplicates import tell_apart
from schools.operations.existence import close_school, reopen_school
from schools.operations.mergers import merge, unmerge
from schools.queries.duplicates import likely_pairs

LONG_AGO = date(2020, 1, 1)


@pytest.fixture
def kept(make_school) -> School:
    return make_school(name="SDN MURUNG RAYA 1", facts_since=LONG_AGO)


@pytest.fixture
def twin(make_school) -> School:
    """The same school, typed by another hand."""
    return make_school(
        name="SD NEGERI MURUNG RAYA 01", facts_since=LONG_AGO, address="Jl. Kelayan", latitude=-3,
        longitude=114,
    )  # fmt: skip


@pytest.fixture
def make_figure(db):
    def make(school, year=2024, value=50) -> Measurement:
        return Measurement.objects.create(
            indicator=Indicator.objects.filter(at_school=True).first(),
            school=school, year=year, value=value, source="contoh",
        )  # fmt: skip

    return make


@pytest.fixture
def merged(kept, twin, make_person):
    """`merged()`: the twin merged into the other since yesterday."""

    def carry_out(**given):
        facts = {
            "versions": (kept.version, twin.version),
            "on": timezone.localdate() - timedelta(days=1),
            "reason": "tercatat dua kali",
            "take": set(),
            "by": make_person("admin"),
        }
        return merge(kept, twin, **facts | given)

    return carry_out


def stored(*models) -> list:
    """All rows of the tables, but for the counters of edits, which only grow."""
    return [
        sorted(
            ({k: v for k, v in row.items() if k not in ("version", "search")} for row in rows),
            key=lambda row: row["id"],
        )
        for rows in (model._base_manager.values() for model in models)
    ]


def registry(day: date) -> list:
    return list(School.objects.as_of(day).order_by("npsn").values_list("npsn", "name"))


def test_a_school_written_twice_is_found_until_it_is_told_apart(kept, twin, make_person):
    district = Area.objects.get(pk="63.71.01")
    (pair,) = likely_pairs(School.objects.all(), district)
    assert (pair.first, pair.second, pair.reasons) == (kept, twin, ["nama sama"])
    tell_apart(twin, kept, by=make_person("admin"))
    assert likely_pairs(School.objects.all(), district) == []


def test_a_merger_moves_what_the_school_has_and_names_what_stays(
    kept, twin, merged, make_figure, make_member
):
    moving, staying = make_figure(twin, 2023), make_figure(twin, 2024)
    make_figure(kept, 2024)
    member = make_member(twin)
    made = merged(take={"name", "address"})
    kept.refresh_from_db()
    twin.refresh_from_db()
    assert (kept.name, kept.address) == ("SD NEGERI MURUNG RAYA 01", "Jl. Kelayan")
    assert (twin.is_merged, twin.merged_into) == (True, kept)
    assert set(kept.measurements.values_list("year", flat=True)) == {2023, 2024}
    assert list(twin.measurements.all()) == [staying]
    assert len(made.moved["stayed"]) == 1
    member.refresh_from_db()
    assert member.ends_on == made.merged_on - timedelta(days=1)
    assert kept.memberships.get().starts_on == made.merged_on
    assert moving.pk in kept.measurements.values_list("pk", flat=True)


def test_visits_move_with_their_school(kept, twin, merged, world):
    Visit.objects.update(school=twin)
    visits = set(Visit.objects.values_list("pk", flat=True))
    made = merged()
    assert set(kept.visits.values_list("pk", flat=True)) == visits
    assert unmerge(made, by=made.by) == []
    assert set(twin.visits.values_list("pk", flat=True)) == visits


def test_the_page_of_a_merger_takes_as_many_queries_for_any_number_of_rows(
    kept, twin, client_of, make_figure
):
    client = client_of("admin")
    url = f"{reverse('schools:school-merge', args=[kept.npsn])}?dengan={twin.npsn}"

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(url).status_code == 200
        return len(captured)

    make_figure(twin, 2024)
    make_figure(kept, 2024)
    few = queries()
    for year in range(2000, 2020):
        YearlyFigures.objects.create(school=twin, year=year, pupils=1)
        YearlyFigures.objects.create(school=kept, year=year, pupils=1)
    assert queries() == few
    page = client.get(url)
    assert page.text.count("Tetap pada catatan lama") == 21


def test_the_old_npsn_is_found_in_the_list(twin, merged, client_of):
    merged()
    client = client_of("dinas")
    assert twin.name in client.get("/sekolah/", {"q": twin.npsn}).text
    assert twin.name not in client.get("/sekolah/", {"q": "murung raya 01"}).text


def test_an_earlier_day_shows_the_same_before_and_after(kept, twin, merged):
    day = timezone.localdate() - timedelta(days=5)
    before = registry(day)
    merged(take={"name"})
    assert registry(day) == before
    assert registry(timezone.localdate()) == [(kept.npsn, twin.name)]


def test_the_undo_restores_every_table(kept, twin, merged, make_figure, make_member):
    from schools.models import Membership, PastFacts

    make_figure(twin, 2023)
    make_member(twin)
    tables = (School, PastFacts, Membership, Measurement)
    before = stored(*tables)
    made = merged(take={"name", "place", "dapodik"})
    assert stored(*tables) != before
    assert unmerge(made, by=made.by) == []
    assert stored(*tables) == before
    with pytest.raises(Refused):
        unmerge(made, by=made.by)


def test_what_was_edited_since_is_left_alone(kept, twin, merged, make_figure):
    figure = make_figure(twin, 2023)
    made = merged()
    Measurement.objects.filter(pk=figure.pk).update(value=70)
    ((_name, why),) = unmerge(made, by=made.by)
    assert "sudah diubah" in why
    assert Measurement.objects.get(pk=figure.pk).school == kept


def test_a_school_saved_meanwhile_is_not_merged(kept, twin, merged):
    School.objects.filter(pk=twin.pk).update(version=2)
    with pytest.raises(Conflict):
        merged()


def test_schools_of_two_cities_are_not_merged(kept, elsewhere, make_person):
    with pytest.raises(Refused):
        merge(
            kept, elsewhere, versions=(1, 1), on=timezone.localdate(), reason="x" * 9, take=set(),
            by=make_person("admin"),
        )  # fmt: skip


def test_a_closed_school_is_gone_since_that_day_and_can_return(kept):
    today = timezone.localdate()
    close_school(kept, version=1, on=today - timedelta(days=3), reason="SK dinas 12")
    assert registry(today - timedelta(days=4)) == [(kept.npsn, kept.name)]
    assert registry(today - timedelta(days=3)) == []
    reopen_school(kept, version=2, on=today, reason="SK dinas 13")
    assert registry(today - timedelta(days=1)) == []
    assert registry(today) == [(kept.npsn, kept.name)]


def test_an_admin_merges_and_undoes_by_hand(kept, twin, client_of):
    admin = client_of("admin")
    listed = admin.get(reverse("schools:duplicates"), {"district": "63.71.01"})
    assert twin.name in listed.text
    url = f"{reverse('schools:school-merge', args=[kept.npsn])}?dengan={twin.npsn}"
    page = admin.get(url)
    assert page.status_code == 200
    form = page.context["form"]
    sent = {name: form[name].value() for name in form.fields} | {"reason": "dua kali"}
    sent["on"] = str(timezone.localdate())
    done = admin.post(url, sent, follow=True)
    assert "digabung" in done.text
    assert kept.name in admin.get(twin.get_absolute_url()).text
    assert twin.npsn in admin.get(reverse("search"), {"q": twin.npsn}).text
    undo = reverse("schools:merger-undo", args=[kept.mergers.get().pk])
    assert "Semuanya kembali" in admin.post(undo, follow=True).text


def test_what_cannot_be_read_is_told(kept, twin, client_of):
    admin = client_of("admin")
    url = f"{reverse('schools:school-merge', args=[kept.npsn])}?dengan={twin.npsn}"
    assert admin.post(url, {"on": "31-31", "reason": ""}).status_code == 422
    assert (
        admin.get(reverse("schools:duplicates"), {"first": "1", "second": "x"}).status_code == 422
    )
    assert admin.get(reverse("schools:duplicates"), {"district": "99.99.99"}).status_code == 422
    assert admin.get(url.replace(twin.npsn, "99999999")).status_code == 404
    assert DistinctPair.objects.count() == 0
