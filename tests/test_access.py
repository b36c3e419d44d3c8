"""Every address of the portal, with every role, on objects inside and outside the scope.

A new address without an expectation here makes `test_every_address_has_an_expectation` fail.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from indicators.models import Indicator
from portal.models import Area, Role
from tests.world import World, build_world

ADMIN, DINAS, FACILITATOR, SCHOOL, LEADER = (
    Role.ADMIN,
    Role.DINAS,
    Role.FACILITATOR,
    Role.SCHOOL,
    Role.LEADER,
)
EVERYONE = {ADMIN, DINAS, FACILITATOR, SCHOOL, LEADER}
OFFICE = EVERYONE - {SCHOOL}
KEEPERS = {ADMIN, DINAS}
TRAINERS = {ADMIN, DINAS, FACILITATOR}
DONE = {200, 302, 409, 422}  # let through: shown, carried out, or refused for its content


@dataclass(frozen=True)
class Expect:
    """Who is let through on an object inside the scope; outside it everyone gets 404."""

    roles: set[str]
    target: Callable[[World], object] | None = None
    kwarg: str = "pk"
    method: str = "get"
    hidden_from: frozenset[str] = frozenset()  # roles for which the inside object is 404 as well

    def url(self, name: str, world: World) -> str:
        if self.target is None:
            return reverse(name)
        found = self.target(world)
        return reverse(name, kwargs={self.kwarg: getattr(found, self.kwarg)})


def of(kind: str) -> Callable[[World], object]:
    return lambda world: getattr(world, kind)


def school_page(roles: set[str]) -> Expect:
    return Expect(roles, of("school"), "npsn")


def visit_step(roles: set[str], kind: str) -> Expect:
    """A step of an open or submitted visit: those visits are hidden from the school."""
    return Expect(roles, of(kind), hidden_from=frozenset({SCHOOL}))


EXPECTED = {
    "home": Expect(EVERYONE),
    "search": Expect(EVERYONE),
    # schools
    "schools:schools": Expect(OFFICE),
    "schools:school": school_page(EVERYONE),
    "schools:school-add": Expect(KEEPERS),
    "schools:school-edit": school_page(KEEPERS),
    "schools:district-search": Expect(KEEPERS),
    "schools:school-history": school_page(EVERYONE),
    "schools:membership-add": school_page(KEEPERS),
    "schools:membership-edit": Expect(KEEPERS, of("membership")),
    # indicators
    "indicators:overview": Expect(EVERYONE),
    "indicators:area": Expect(EVERYONE, of("area"), "code"),
    "indicators:area-schools": Expect(OFFICE, of("area"), "code"),
    "indicators:school": school_page(EVERYONE),
    "indicators:school-panel": school_page(EVERYONE),
    "indicators:catalogue": Expect(EVERYONE),
    "indicators:indicator": Expect(EVERYONE, of("indicator")),
    "indicators:measurement": Expect(EVERYONE, of("measurement")),
    "indicators:measurement-add": Expect(KEEPERS),
    "indicators:measurement-correct": Expect(KEEPERS, of("measurement")),
    # visits
    "mentoring:visits": Expect(EVERYONE),
    "mentoring:visit": Expect(EVERYONE, of("verified_visit")),
    "mentoring:visit-history": Expect(EVERYONE, of("verified_visit")),
    "mentoring:visit-plan": Expect({FACILITATOR}),
    "mentoring:visit-record": visit_step({FACILITATOR}, "open_visit"),
    "mentoring:visit-submit": Expect(
        {FACILITATOR}, of("open_visit"), method="post", hidden_from=frozenset({SCHOOL})
    ),
    "mentoring:visit-cancel": visit_step({FACILITATOR}, "open_visit"),
    "mentoring:visit-verify": Expect(
        {DINAS}, of("submitted_visit"), method="post", hidden_from=frozenset({SCHOOL})
    ),
    "mentoring:visit-send-back": visit_step({DINAS}, "submitted_visit"),
    "mentoring:evidence-add": Expect(
        {FACILITATOR}, of("open_visit"), method="post", hidden_from=frozenset({SCHOOL})
    ),
    "mentoring:evidence": Expect(EVERYONE, of("evidence")),
    "mentoring:evidence-thumbnail": Expect(EVERYONE, of("evidence")),
    "mentoring:evidence-delete": Expect(
        {FACILITATOR}, of("open_evidence"), method="post", hidden_from=frozenset({SCHOOL})
    ),
    "mentoring:school-visits": school_page(EVERYONE),
    "mentoring:school-follow-ups": school_page(EVERYONE),
    "mentoring:follow-ups": Expect(EVERYONE),
    "mentoring:follow-up": Expect(EVERYONE, of("follow_up")),
    "mentoring:follow-up-report": Expect({DINAS, FACILITATOR, SCHOOL}, of("follow_up")),
    # trainings
    "mentoring:trainings": Expect(EVERYONE),
    "mentoring:training": Expect(EVERYONE, of("training")),
    "mentoring:training-add": Expect(TRAINERS),
    "mentoring:training-edit": Expect(TRAINERS, of("training")),
    "mentoring:session-add": Expect(TRAINERS, of("training")),
    "mentoring:session-edit": Expect(TRAINERS, of("session")),
    "mentoring:participant-add": Expect(TRAINERS, of("training")),
    "mentoring:participant-delete": Expect(TRAINERS, of("participant")),
    "mentoring:attendance": Expect(TRAINERS, of("session")),
    # agreements
    "mentoring:agreements": Expect(OFFICE),
    "mentoring:agreement": Expect(OFFICE, of("agreement"), hidden_from=frozenset({SCHOOL})),
    "mentoring:agreement-add": Expect(KEEPERS),
    "mentoring:agreement-edit": Expect(
        KEEPERS, of("agreement"), hidden_from=frozenset({SCHOOL})
    ),
    "mentoring:agreement-scan": Expect(OFFICE, of("agreement"), hidden_from=frozenset({SCHOOL})),
    "mentoring:agreement-visits": Expect(OFFICE, of("agreement"), hidden_from=frozenset({SCHOOL})),
    "mentoring:agreement-trainings": Expect(OFFICE, of("agreement"), hidden_from=frozenset({SCHOOL})),
}

# What everybody may know: reached from every scope.
PUBLIC = {Area, Indicator}

# Sign-in and the account's own pages: allauth's, the same for every role.
ACCOUNT_PREFIXES = ("account_", "mfa_")


def names_of_all_urls(resolver=None, namespace: str = "") -> Iterator[str]:
    """The name of every address, with its namespace; an address without a name is an error."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from names_of_all_urls(pattern, inner)
        elif isinstance(pattern, URLPattern):
            yield f"{namespace}{pattern.name or pattern.pattern}"


@pytest.fixture
def world(make_school, make_person) -> World:
    return build_world(make_school, make_person)


@pytest.fixture
def clients(world, client_of) -> dict[str, Client]:
    return {role: client_of(person) for role, person in world.people.items()}


def status(client: Client, expected: Expect, url: str) -> int:
    response = getattr(client, expected.method)(url)
    if response.status_code == 302 and "/akun/masuk" in response["Location"]:
        return 401
    return response.status_code


def test_every_address_has_an_expectation():
    unknown = [
        name
        for name in names_of_all_urls()
        if name not in EXPECTED and not name.startswith(("admin:", *ACCOUNT_PREFIXES))
    ]
    assert unknown == []


def test_every_expectation_is_of_an_address():
    assert set(EXPECTED) - set(names_of_all_urls()) == set()


@pytest.mark.parametrize("role", sorted(EVERYONE))
def test_inside_the_scope_the_role_decides(role, world, clients):
    wrong = []
    for name, expected in EXPECTED.items():
        got = status(clients[role], expected, expected.url(name, world))
        allowed = role in expected.roles
        want = DONE if allowed else {404} if role in expected.hidden_from else {403}
        if got not in want:
            wrong.append((name, got, want))
    assert wrong == []


@pytest.mark.parametrize("role", sorted(EVERYONE))
def test_outside_the_scope_nothing_exists(role, world, clients):
    wrong = []
    for name, expected in EXPECTED.items():
        if expected.target is None or type(expected.target(world)) is Indicator:
            continue
        got = status(clients[role], expected, expected.url(name, world.elsewhere))
        if got != 404:
            wrong.append((name, got))
    assert wrong == []


def test_signed_out_leads_to_the_sign_in(world):
    wrong = []
    for name, expected in EXPECTED.items():
        response = getattr(Client(), expected.method)(expected.url(name, world))
        if response.status_code != 302 or not response["Location"].startswith(
            reverse("account_login")
        ):
            wrong.append((name, response.status_code))
    assert wrong == []


def admin_urls(world: World) -> Iterator[tuple[str, object | None]]:
    """The addresses of each registered model, with the object that the address is about."""
    for model in admin.site._registry:
        label = f"{model._meta.app_label}_{model._meta.model_name}"
        yield reverse(f"admin:{label}_changelist"), None
        yield reverse(f"admin:{label}_add"), None
        found = world.of_model(model)
        if found is not None:
            for page in ("change", "history", "delete"):
                yield reverse(f"admin:{label}_{page}", args=[found.pk]), found


@pytest.mark.parametrize("role", sorted(EVERYONE))
def test_only_administrators_open_the_data_administration(role, world, clients):
    wrong = []
    for url, _found in admin_urls(world):
        got = clients[role].get(url, follow=role != ADMIN).status_code
        want = {200, 302, 403} if role == ADMIN else {403}
        if got not in want:
            wrong.append((url, got))
    assert wrong == []


def test_the_data_administration_shows_nothing_from_elsewhere(world, clients):
    wrong = []
    for url, found in admin_urls(world.elsewhere):
        response = clients[ADMIN].get(url)
        if found is not None and type(found) not in PUBLIC and response.status_code == 200:
            wrong.append(url)
        for name in world.elsewhere.telling_names:
            if name in response.content.decode():
                wrong.append((url, name))
    assert wrong == []


@pytest.mark.parametrize("role", sorted(EVERYONE))
def test_lists_hold_nothing_from_elsewhere(role, world, clients):
    wrong = []
    for name, expected in EXPECTED.items():
        if expected.target is not None or role not in expected.roles or expected.method != "get":
            continue
        page = clients[role].get(reverse(name)).content.decode()
        wrong += [(name, telling) for telling in world.elsewhere.telling_names if telling in page]
    assert wrong == []
