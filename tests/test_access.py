"""Every address of the portal, with every role, on objects inside and outside the scope.

A new address without an expectation here makes `test_every_address_has_an_expectation` fail.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from indicators.models import Indicator
from mentoring.models import Instrument, InstrumentItem, InstrumentSection
from portal.models import Role
from tests import test_account_access, test_admin_access
from tests.world import World

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
CONCERNED = {DINAS, FACILITATOR, SCHOOL}  # who works on follow-ups and issues
DONE = {200, 302, 409, 422}  # let through: shown, carried out, or refused for its content


@dataclass(frozen=True)
class Expect:
    """Who is let through on an object inside the scope; outside it everyone gets 404."""

    roles: set[str]
    target: Callable[[World], object] | None = None
    kwarg: str = "pk"
    method: str = "get"
    kwargs: tuple[tuple[str, str], ...] = ()  # beside the object's, or of an address without one
    hidden_from: frozenset[str] = frozenset()  # roles for which the inside object is 404 as well

    def url(self, name: str, world: World) -> str:
        if self.target is None:
            return reverse(name, kwargs=dict(self.kwargs))
        found = self.target(world)
        own = {self.kwarg: getattr(found, self.kwarg)}
        return reverse(name, kwargs=own | dict(self.kwargs))


def of(kind: str) -> Callable[[World], object]:
    return lambda world: getattr(world, kind)


def school_page(roles: set[str]) -> Expect:
    return Expect(roles, of("school"), "npsn")


def visit_step(roles: set[str], kind: str) -> Expect:
    """A step of an open or submitted visit: those visits are hidden from the school."""
    return Expect(roles, of(kind), hidden_from=frozenset({SCHOOL}))


def visit_act(roles: set[str], kind: str) -> Expect:
    """A step that is taken by a button."""
    return Expect(roles, of(kind), method="post", hidden_from=frozenset({SCHOOL}))


def batch_page(method: str) -> Expect:
    """A page or step of an import: a school has no area, so that no import lies in its scope."""
    return Expect(KEEPERS, of("batch"), method=method, hidden_from=frozenset({SCHOOL}))


EXPECTED = {
    "home": Expect(EVERYONE),
    "search": Expect(EVERYONE),
    "saved-views": Expect(EVERYONE),
    "view-save": Expect(EVERYONE, method="post"),
    "view-delete": Expect(
        {ADMIN}, of("saved_view"), method="post", hidden_from=frozenset(EVERYONE - {ADMIN})
    ),
    # notices
    "notices:notices": Expect(EVERYONE),
    "notices:all-read": Expect(EVERYONE, method="post"),
    "notices:mail-choice": Expect(EVERYONE),
    "notices:open": Expect({DINAS}, of("notice"), hidden_from=frozenset(EVERYONE - {DINAS})),
    "notices:read": Expect(
        {DINAS}, of("notice"), method="post", hidden_from=frozenset(EVERYONE - {DINAS})
    ),
    # schools
    "schools:schools": Expect(OFFICE),
    "schools:export": Expect(OFFICE, kwargs=(("kind", "csv"),)),
    "schools:bulk": Expect(KEEPERS, kwargs=(("kind", "program"),), method="post"),
    "schools:map": Expect(OFFICE),
    "schools:map-points": Expect(OFFICE),
    "schools:map-boundaries": Expect(OFFICE, kwargs=(("level", "district"),)),
    "schools:proposals": Expect(OFFICE),
    "schools:proposal": Expect(EVERYONE, of("proposal")),
    "schools:proposal-add": school_page({SCHOOL}),
    "schools:proposal-withdraw": Expect({SCHOOL}, of("proposal"), method="post"),
    "schools:school": school_page(EVERYONE),
    "schools:school-add": Expect(KEEPERS),
    "schools:school-edit": school_page(KEEPERS),
    "schools:district-search": Expect(KEEPERS),
    "schools:school-history": school_page(EVERYONE),
    "schools:membership-add": school_page(KEEPERS),
    "schools:membership-edit": Expect(KEEPERS, of("membership")),
    "schools:duplicates": Expect({ADMIN}),
    "schools:pair-apart": Expect({ADMIN}, method="post"),
    "schools:pair-withdraw": Expect({ADMIN}, of("pair"), method="post"),
    "schools:school-merge": school_page({ADMIN}),
    "schools:merger": Expect({ADMIN}, of("merger")),
    "schools:merger-undo": Expect({ADMIN}, of("merger"), method="post"),
    "schools:school-close": school_page({ADMIN}),
    "schools:school-reopen": school_page({ADMIN}),
    # imports
    "imports:batches": Expect(KEEPERS),
    "imports:kinds": Expect(KEEPERS),
    "imports:upload": Expect(KEEPERS, kwargs=(("kind", "sekolah"),)),
    "imports:template": Expect(KEEPERS, kwargs=(("kind", "sekolah"),)),
    "imports:batch": batch_page("get"),
    "imports:progress": batch_page("get"),
    "imports:matching": batch_page("get"),
    "imports:file": batch_page("get"),
    "imports:marked": batch_page("get"),
    "imports:change-row": batch_page("post"),
    "imports:commit": batch_page("post"),
    "imports:undo": batch_page("post"),
    "imports:resume": batch_page("post"),
    "imports:discard": batch_page("post"),
    # indicators
    "indicators:overview": Expect(EVERYONE),
    "indicators:area": Expect(EVERYONE, of("area"), "code"),
    "indicators:area-panel": Expect(EVERYONE, of("area"), "code"),
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
    "mentoring:visit-history": Expect(OFFICE, of("verified_visit")),
    "mentoring:visit-plan": Expect({FACILITATOR}),
    "mentoring:visit-record": visit_step({FACILITATOR}, "open_visit"),
    "mentoring:visit-submit": Expect(
        {FACILITATOR}, of("open_visit"), method="post", hidden_from=frozenset({SCHOOL})
    ),
    "mentoring:visit-start": visit_act({FACILITATOR}, "open_visit"),
    "mentoring:visit-end": visit_act({FACILITATOR}, "open_visit"),
    "mentoring:visit-reschedule": visit_step({FACILITATOR}, "open_visit"),
    "mentoring:companions": visit_step(OFFICE, "open_visit"),
    "mentoring:companion-add": visit_act({FACILITATOR}, "open_visit"),
    "mentoring:companion-remove": visit_act({FACILITATOR}, "companion"),
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
    # text templates
    "mentoring:snippets": Expect({ADMIN, FACILITATOR}),
    "mentoring:snippet-add": Expect({ADMIN, FACILITATOR}),
    "mentoring:snippet-edit": Expect(
        {FACILITATOR}, of("snippet"), hidden_from=frozenset(EVERYONE - {FACILITATOR})
    ),
    "mentoring:snippet-delete": Expect(
        {FACILITATOR}, of("snippet"), hidden_from=frozenset(EVERYONE - {FACILITATOR})
    ),
    "mentoring:visit-insertable": visit_step({FACILITATOR}, "open_visit"),
    # instruments
    "mentoring:instruments": Expect({ADMIN}),
    "mentoring:instrument": Expect({ADMIN}, of("instrument")),
    "mentoring:instrument-add": Expect({ADMIN}),
    "mentoring:instrument-import": Expect({ADMIN}),
    "mentoring:instrument-edit": Expect({ADMIN}, of("instrument")),
    "mentoring:instrument-export": Expect({ADMIN}, of("instrument"), kwargs=(("kind", "json"),)),
    "mentoring:instrument-publish": Expect({ADMIN}, of("instrument"), method="post"),
    "mentoring:instrument-retire": Expect({ADMIN}, of("instrument"), method="post"),
    "mentoring:instrument-new-version": Expect({ADMIN}, of("instrument"), method="post"),
    "mentoring:instrument-section-add": Expect({ADMIN}, of("instrument")),
    "mentoring:instrument-section-edit": Expect({ADMIN}, of("section")),
    "mentoring:instrument-section-move": Expect({ADMIN}, of("section"), method="post"),
    "mentoring:instrument-section-delete": Expect({ADMIN}, of("section")),
    "mentoring:instrument-item-add": Expect({ADMIN}, of("section"), kwargs=(("kind", "rubrik"),)),
    "mentoring:instrument-item-edit": Expect({ADMIN}, of("item")),
    "mentoring:instrument-item-move": Expect({ADMIN}, of("item"), method="post"),
    "mentoring:instrument-item-delete": Expect({ADMIN}, of("item")),
    "mentoring:instrument-delete": Expect({ADMIN}, of("instrument")),
    "mentoring:school-visits": school_page(EVERYONE),
    "mentoring:school-follow-ups": school_page(EVERYONE),
    "mentoring:follow-ups": Expect(EVERYONE),
    "mentoring:follow-up": Expect(EVERYONE, of("follow_up")),
    "mentoring:follow-up-tick": Expect(
        {DINAS, FACILITATOR, SCHOOL}, of("follow_up"), method="post"
    ),
    "mentoring:follow-up-report": Expect({DINAS, FACILITATOR, SCHOOL}, of("follow_up")),
    "mentoring:follow-ups-ageing": Expect(EVERYONE),
    "mentoring:follow-up-verify": Expect({DINAS, FACILITATOR}, of("follow_up"), method="post"),
    "mentoring:follow-up-send-back": Expect({DINAS, FACILITATOR}, of("follow_up")),
    "mentoring:follow-up-evidence-add": Expect(CONCERNED, of("follow_up"), method="post"),
    "mentoring:follow-up-evidence": Expect(EVERYONE, of("follow_up_evidence")),
    "mentoring:follow-up-evidence-thumbnail": Expect(EVERYONE, of("follow_up_evidence")),
    "mentoring:follow-up-evidence-delete": Expect({DINAS}, of("follow_up_evidence")),
    # issues
    "mentoring:issues": Expect(EVERYONE),
    "mentoring:issue": Expect(EVERYONE, of("issue")),
    "mentoring:issue-up": Expect(CONCERNED, of("issue")),
    "mentoring:issue-answer": Expect(CONCERNED, of("issue")),
    "mentoring:issue-down": Expect(CONCERNED, of("issue")),
    "mentoring:issue-close": Expect(CONCERNED, of("issue")),
    "mentoring:issue-reopen": Expect(CONCERNED, of("issue")),
    "mentoring:visit-issue-add": Expect(CONCERNED, of("verified_visit")),
    "mentoring:school-issue-add": school_page(CONCERNED),
    "mentoring:school-issues": school_page(EVERYONE),
    "mentoring:desks": Expect(OFFICE),
    # trainings
    "mentoring:trainings": Expect(EVERYONE),
    "mentoring:training": Expect(EVERYONE, of("training")),
    "mentoring:training-add": Expect(TRAINERS),
    "mentoring:training-edit": Expect(TRAINERS, of("training")),
    "mentoring:session-add": Expect(TRAINERS, of("training")),
    "mentoring:session-edit": Expect(TRAINERS, of("session")),
    "mentoring:session-delete": Expect(TRAINERS, of("session")),
    "mentoring:participant-add": Expect(TRAINERS, of("training")),
    "mentoring:participant-delete": Expect(TRAINERS, of("participant")),
    "mentoring:attendance": Expect(TRAINERS, of("session")),
    # agreements
    "mentoring:agreements": Expect(OFFICE),
    "mentoring:agreement": Expect(OFFICE, of("agreement"), hidden_from=frozenset({SCHOOL})),
    "mentoring:agreement-add": Expect(KEEPERS),
    "mentoring:agreement-edit": Expect(KEEPERS, of("agreement"), hidden_from=frozenset({SCHOOL})),
    "mentoring:agreement-scan": Expect(OFFICE, of("agreement"), hidden_from=frozenset({SCHOOL})),
    "mentoring:agreement-visits": Expect(OFFICE, of("agreement"), hidden_from=frozenset({SCHOOL})),
    "mentoring:agreement-trainings": Expect(
        OFFICE, of("agreement"), hidden_from=frozenset({SCHOOL})
    ),
}

# What no scope holds apart: reached from every one.
SHARED = {Indicator, Instrument, InstrumentSection, InstrumentItem}

# Every address has an expectation here, or in the walk of the accounts or of the administration.
EVERYWHERE = {*EXPECTED, *test_account_access.EXPECTED, *test_admin_access.EXPECTED}

# What a list is asked, so that it asks its tables: the name that schools here and elsewhere share.
ASKED = {
    "search": {"q": "SDN"},
    "schools:map-points": {"west": 95, "south": -11, "east": 141, "north": 6, "zoom": 18},
}


def names_of_all_urls(resolver=None, namespace: str = "") -> Iterator[str]:
    """The name of every address, with its namespace; an address without a name is an error."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from names_of_all_urls(pattern, inner)
        elif isinstance(pattern, URLPattern):
            yield f"{namespace}{pattern.name or pattern.pattern}"


def status(client: Client, expected: Expect, url: str) -> int:
    response = getattr(client, expected.method)(url)
    if response.status_code == 302 and "/akun/masuk" in response["Location"]:
        return 401
    return response.status_code


def test_every_address_has_an_expectation():
    assert set(names_of_all_urls()) - EVERYWHERE == set()


def test_every_expectation_is_of_an_address():
    assert EVERYWHERE - set(names_of_all_urls()) == set()


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
        if expected.target is None or type(expected.target(world)) in SHARED:
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


@pytest.mark.parametrize("role", sorted(EVERYONE))
def test_lists_hold_nothing_from_elsewhere(role, world, clients):
    wrong = []
    for name, expected in EXPECTED.items():
        if expected.target is not None or role not in expected.roles or expected.method != "get":
            continue
        response = clients[role].get(expected.url(name, world), ASKED.get(name), follow=True)
        if response.status_code != 200:
            wrong.append((name, response.status_code))
        is_page = response["Content-Type"].startswith("text/html")
        page = response.text if is_page else ""
        wrong += [(name, telling) for telling in world.elsewhere.telling_names if telling in page]
    assert wrong == []


@pytest.mark.parametrize("role", sorted(EVERYONE))
def test_the_search_finds_what_lies_inside_the_scope(role, world, clients):
    page = clients[role].get(reverse("search"), ASKED["search"]).text
    assert world.school.name in page
