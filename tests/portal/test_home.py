"""The start page of each role and the search: what waits for that person, and nothing of elsewhere."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from mentoring.models import Agreement, FollowUp
from portal.models import Role
from portal.navigation import places_for

MOST_QUERIES = 15

# What stands on the start page of each role, and what of the same scope does not.
SHOWN = {
    Role.ADMIN: {"agreement", "verified_visit"},
    Role.DINAS: {"submitted_visit", "follow_up", "verified_visit"},
    Role.FACILITATOR: {"open_visit", "follow_up", "school"},
    Role.SCHOOL: {"follow_up", "verified_visit", "submitted_visit", "school"},
    Role.LEADER: {"verified_visit"},
}
WAITING = {"submitted_visit", "open_visit", "agreement"}


@pytest.fixture
def today(world):
    """Here and elsewhere a follow-up is late and an agreement ends soon."""
    now = timezone.localdate()
    FollowUp.objects.update(due_on=now - timedelta(days=1))
    Agreement.objects.update(ends_on=now + timedelta(days=20))
    return now


def search(client, text: str) -> str:
    response = client.get(reverse("search"), {"q": text})
    assert response.status_code == 200
    return response.text


def link(record) -> str:
    return f'href="{record.get_absolute_url()}"'


@pytest.mark.parametrize("role", sorted(Role.values))
def test_the_start_page_shows_what_waits_for_that_person(role, world, today, clients):
    page = clients[role].get(reverse("home")).text
    found = {name for name in SHOWN[role] | WAITING if link(getattr(world, name)) in page}
    assert found == SHOWN[role]


@pytest.mark.parametrize("role", sorted(Role.values))
def test_the_start_page_shows_nothing_of_elsewhere(role, world, today, clients):
    page = clients[role].get(reverse("home")).text
    assert [name for name in world.elsewhere.telling_names if name in page] == []
    for name in SHOWN[role] | WAITING:
        assert link(getattr(world.elsewhere, name)) not in page


@pytest.mark.parametrize("role", sorted(Role.values))
def test_the_start_page_counts_its_queries(role, world, today, clients):
    with CaptureQueriesContext(connection) as queries:
        clients[role].get(reverse("home"))
    assert len(queries) <= MOST_QUERIES


def test_a_school_account_without_a_school_is_told_whom_to_ask(client_of):
    page = client_of("sekolah").get(reverse("home")).text
    assert "Akun ini belum dihubungkan dengan sekolah." in page


@pytest.mark.parametrize("role", sorted(Role.values))
def test_the_search_finds_schools_visits_and_trainings_of_the_scope_only(role, world, clients):
    schools, trainings = search(clients[role], "SDN"), search(clients[role], "Bimtek")
    assert link(world.school) in schools
    assert link(world.verified_visit) in schools
    assert link(world.training) in trainings
    for telling in world.elsewhere.telling_names:
        assert telling not in schools + trainings


@pytest.mark.parametrize("role", sorted(Role.values))
def test_a_visit_is_found_by_its_number_inside_the_scope(role, world, clients):
    visit, other = world.verified_visit, world.elsewhere.verified_visit
    assert link(visit) in search(clients[role], visit.number)
    assert link(other) not in search(clients[role], other.number)


def test_the_school_does_not_find_a_visit_that_is_not_verified(world, clients):
    assert link(world.open_visit) not in search(clients[Role.SCHOOL], world.open_visit.number)


@pytest.mark.parametrize("text", ["", "   ", "tidak ada yang bernama begini", "K-0"])
def test_a_search_that_finds_nothing_still_answers(text, world, clients):
    assert link(world.school) not in search(clients[Role.DINAS], text)


@pytest.mark.parametrize("text", ["%", "_", "\\", "'", "&|!", "K-999999999"])
def test_signs_of_databases_reach_nothing_of_elsewhere(text, world, clients):
    found = search(clients[Role.DINAS], text)
    assert [name for name in world.elsewhere.telling_names if name in found] == []


@pytest.mark.parametrize("role", Role.values)
def test_nobody_has_more_than_seven_places(make_person, role):
    assert 1 <= len(places_for(make_person(role))) <= 7


def test_offices_reach_the_posts_through_the_cooperation(client_of):
    page = client_of("dinas").get(reverse("mentoring:agreements")).text
    assert f'href="{reverse("mentoring:posts")}"' in page
    current = client_of("dinas").get(reverse("mentoring:posts")).context["current_place"]
    assert current.url_name == "mentoring:agreements"
