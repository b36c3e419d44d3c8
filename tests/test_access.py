"""Every address of the portal, with every role, on objects inside and outside the scope.

A new address without an expectation here makes `test_every_address_has_an_expectation` fail.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import SimpleNamespace

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
    is_public: bool = False  # without sign-in, wherever the object lies
    leads_elsewhere: bool = False  # to an address that has an expectation of its own

    def url(self, name: str, world: World) -> str:
        if self.target is None:
            return reverse(name, kwargs=dict(self.kwargs))
        found = self.target(world)
        own = {self.kwarg: getattr(found, self.kwarg)}
        return reverse(name, kwargs=own | dict(self.kwargs))


def of(kind: str) -> Callable[[World], object]:
    return lambda world: getattr(world, kind)


def feed_address(world: World) -> SimpleNamespace:
    """The secret of the world's calendar feed, of which the record keeps only a digest."""
    return SimpleNamespace(secret=world.area.pk)


def school_page(roles: set[str]) -> Expect:
    return Expect(roles, of("school"), "npsn")


def visit_step(roles: set[str], kind: str) -> Expect:
    """A step of a visit whose report is being written: it is hidden from the school."""
    return Expect(roles, of(kind), hidden_from=frozenset({SCHOOL}))


def office_page(roles: set[str], kind: str, method: str = "get") -> Expect:
    """A page or step of what lies in no school's scope."""
    return Expect(roles, of(kind), method=method, hidden_from=frozenset({SCHOOL}))


def facilitator_page(roles: set[str]) -> Expect:
    """A page about a facilitator, who works in no school's scope."""
    return Expect(roles, lambda world: world.people[FACILITATOR], hidden_from=frozenset({SCHOOL}))


def bundle_page(method: str = "get") -> Expect:
    """A page of a bundle: only the person who asked for it has it."""
    others = frozenset(EVERYONE - {DINAS})
    return Expect({DINAS}, of("bundle"), method=method, hidden_from=others)


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
    "schools:bulk-undo": Expect(KEEPERS),
    "schools:map": Expect(OFFICE),
    "schools:map-points": Expect(OFFICE),
    "schools:map-boundaries": Expect(OFFICE, kwargs=(("level", "district"),)),
    "schools:proposals": Expect(OFFICE),
    "schools:proposal": Expect(EVERYONE, of("proposal")),
    "schools:proposal-add": school_page({SCHOOL}),
    "schools:proposal-withdraw": Expect({SCHOOL}, of("proposal"), method="post"),
    "schools:school": school_page(EVERYONE),
    # Leads to the school's own page, which asks whether it lies in the scope.
    "schools:school-by-small-npsn": Expect(
        EVERYONE, kwargs=(("npsn", "p2961752"),), leads_elsewhere=True
    ),
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
    "imports:missing": batch_page("get"),
    "imports:missing-export": batch_page("get"),
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
    "indicators:area-year": Expect(EVERYONE, of("area"), "code", kwargs=(("year", 2025),)),
    "indicators:area-year-act": Expect(
        {ADMIN, FACILITATOR}, of("area"), "code", kwargs=(("year", 2025), ("act", "kunci"))
    ),
    "indicators:area-panel": Expect(EVERYONE, of("area"), "code"),
    "indicators:area-schools": Expect(OFFICE, of("area"), "code"),
    "indicators:school": school_page(EVERYONE),
    "indicators:school-panel": school_page(EVERYONE),
    "indicators:school-comparison": school_page(EVERYONE),
    "indicators:catalogue": Expect(EVERYONE),
    "indicators:indicator": Expect(EVERYONE, of("indicator")),
    "indicators:measurement": Expect(EVERYONE, of("measurement")),
    "indicators:measurement-add": Expect(KEEPERS),
    "indicators:measurement-correct": Expect(KEEPERS, of("measurement")),
    # SPM
    "indicators:participation": Expect(EVERYONE, of("area"), "code"),
    "indicators:headcount-add": Expect(KEEPERS, of("area"), "code"),
    "indicators:headcount": Expect(EVERYONE, of("headcount")),
    "indicators:headcount-correct": Expect(KEEPERS, of("headcount")),
    "indicators:headcount-remove": Expect(KEEPERS, of("headcount")),
    "indicators:quality": Expect(OFFICE, of("area"), "code"),
    "indicators:finding-accept": Expect(
        TRAINERS, of("measurement"), kwargs=(("rule", "berulang"),)
    ),
    "indicators:acceptance-take-back": Expect(TRAINERS, of("acceptance"), method="post"),
    "indicators:targets": Expect(EVERYONE),
    "indicators:target-add": Expect(KEEPERS, leads_elsewhere=True),
    "indicators:target": Expect(EVERYONE, of("target")),
    "indicators:target-correct": Expect(KEEPERS, of("target")),
    "indicators:target-remove": Expect(KEEPERS, of("target")),
    "indicators:spm-overview": Expect(EVERYONE),
    "indicators:spm": Expect(EVERYONE, of("area"), "code"),
    "indicators:spm-steps": Expect(EVERYONE, of("area"), "code"),
    "indicators:spm-steps-pdf": Expect(EVERYONE, of("area"), "code"),
    "indicators:spm-espm": Expect(EVERYONE, of("area"), "code"),
    "indicators:spm-espm-workbook": Expect(EVERYONE, of("area"), "code"),
    "indicators:spm-row-add": Expect(KEEPERS, of("area"), "code"),
    "indicators:spm-official-add": Expect(KEEPERS, of("area"), "code"),
    "indicators:spm-row": Expect(EVERYONE, of("spm_row")),
    "indicators:spm-row-correct": Expect(KEEPERS, of("spm_row")),
    "indicators:spm-row-remove": Expect(KEEPERS, of("spm_row")),
    "indicators:spm-official": Expect(EVERYONE, of("spm_official")),
    "indicators:spm-official-correct": Expect(KEEPERS, of("spm_official")),
    "indicators:spm-official-remove": Expect(KEEPERS, of("spm_official")),
    # visits
    "mentoring:visits": Expect(EVERYONE),
    "mentoring:visit": Expect(EVERYONE, of("verified_visit")),
    "mentoring:visit-history": Expect(OFFICE, of("verified_visit")),
    "mentoring:visit-plan": Expect({FACILITATOR}),
    "mentoring:visit-record": visit_step({FACILITATOR}, "open_visit"),
    "mentoring:visit-answers": visit_act({FACILITATOR}, "open_visit"),
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
    "mentoring:visit-verify": Expect({DINAS}, of("submitted_visit"), method="post"),
    "mentoring:visit-send-back": Expect({DINAS}, of("submitted_visit")),
    "mentoring:evidence-add": Expect(
        {FACILITATOR}, of("open_visit"), method="post", hidden_from=frozenset({SCHOOL})
    ),
    "mentoring:visit-place": Expect(
        {FACILITATOR}, of("open_visit"), method="post", hidden_from=frozenset({SCHOOL})
    ),
    "mentoring:confirmation-sign": Expect({FACILITATOR}, of("submitted_visit")),
    "mentoring:confirmation-add": Expect({SCHOOL}, of("submitted_visit")),
    "mentoring:discussion": Expect(EVERYONE, of("verified_visit")),
    "mentoring:discussion-people": Expect(EVERYONE, of("verified_visit")),
    "mentoring:comment-add": Expect(EVERYONE, of("verified_visit"), method="post"),
    "mentoring:comment-edit": Expect({DINAS}, of("comment")),
    "mentoring:comment-delete": Expect({DINAS}, of("comment"), method="post"),
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
    "mentoring:indicator-work": Expect(EVERYONE, of("indicator")),
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
    # papers
    "mentoring:paper-check": Expect(EVERYONE, of("minutes"), "token", is_public=True),
    "mentoring:paper": Expect(EVERYONE, of("minutes")),
    "mentoring:visit-minutes": Expect(EVERYONE, of("verified_visit")),
    "mentoring:visit-attendance-list": Expect(EVERYONE, of("verified_visit")),
    "mentoring:session-attendance-list": Expect(TRAINERS, of("session")),
    "mentoring:visit-letter": Expect(
        KEEPERS, of("open_visit"), method="post", hidden_from=frozenset({SCHOOL})
    ),
    "mentoring:minutes-issue": Expect({DINAS}, of("verified_visit"), method="post"),
    "mentoring:minutes-correct": Expect({DINAS}, of("verified_visit")),
    "mentoring:facilitator-papers": facilitator_page(OFFICE),
    "mentoring:facilitator-recap": facilitator_page(OFFICE),
    "mentoring:letter-add": facilitator_page(KEEPERS),
    "mentoring:bundles": Expect(OFFICE),
    "mentoring:bundle-add": Expect(OFFICE, method="post"),
    "mentoring:bundle": bundle_page(),
    "mentoring:bundle-progress": bundle_page(),
    "mentoring:bundle-resume": bundle_page("post"),
    "mentoring:bundle-file": bundle_page(),
    # planning
    "mentoring:assignments": Expect(OFFICE),
    "mentoring:assignment-coverage": Expect(OFFICE),
    "mentoring:assignment-add": Expect(KEEPERS),
    "mentoring:assignment-end": Expect(KEEPERS, of("assignment")),
    "mentoring:assignment-hand-over": Expect(KEEPERS, of("assignment")),
    "mentoring:facilitator": Expect(
        OFFICE, lambda world: world.people[FACILITATOR], hidden_from=frozenset({SCHOOL})
    ),
    "mentoring:year-plans": Expect(OFFICE),
    "mentoring:calendar": Expect(EVERYONE),
    "mentoring:calendar-feed": Expect(EVERYONE),
    # asked before the next one revokes it
    "mentoring:feed": Expect(EVERYONE, feed_address, "secret", is_public=True),
    "mentoring:calendar-feed-revoke": Expect(EVERYONE, method="post"),
    "mentoring:need": Expect(OFFICE),
    "mentoring:impact": Expect(OFFICE),
    "mentoring:fairness": Expect(OFFICE),
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
    # performance posts
    "mentoring:posts": Expect(EVERYONE),
    "mentoring:post": Expect(EVERYONE, of("post")),
    "mentoring:post-add": Expect(TRAINERS),
    "mentoring:post-edit": Expect(TRAINERS, of("post")),
    "mentoring:school-posts": school_page(EVERYONE),
    "mentoring:review-add": Expect({DINAS, FACILITATOR}, of("post")),
    "mentoring:review": Expect(EVERYONE, of("held_review")),
    "mentoring:review-minutes": Expect(EVERYONE, of("held_review")),
    # the world's reviews are recorded by BPMP, so that the dinas approves them
    "mentoring:review-edit": Expect({FACILITATOR}, of("planned_review")),
    "mentoring:review-hold": Expect({FACILITATOR}, of("planned_review"), method="post"),
    "mentoring:review-cancel": Expect({FACILITATOR}, of("planned_review")),
    "mentoring:review-approve": Expect({DINAS}, of("held_review"), method="post"),
    "mentoring:review-send-back": Expect({DINAS}, of("held_review")),
    "mentoring:activity-reviews": office_page(OFFICE, "activity"),
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
    "mentoring:agreement-as-of": office_page(OFFICE, "agreement"),
    "mentoring:agreement-end": office_page(KEEPERS, "agreement"),
    "mentoring:agreement-renew": office_page(KEEPERS, "agreement", "post"),
    "mentoring:addendum": office_page(OFFICE, "addendum"),
    "mentoring:addendum-add": office_page(KEEPERS, "agreement"),
    "mentoring:addendum-scan": office_page(OFFICE, "addendum"),
    # work plans
    "mentoring:work-plan": office_page(OFFICE, "work_plan"),
    "mentoring:work-plan-add": office_page(TRAINERS, "agreement"),
    "mentoring:clause": office_page(OFFICE, "clause"),
    "mentoring:activity": office_page(OFFICE, "activity"),
    "mentoring:activity-add": office_page(TRAINERS, "work_plan"),
    "mentoring:activity-edit": office_page(TRAINERS, "activity"),
    "mentoring:activity-drop": office_page(TRAINERS, "activity"),
    "mentoring:activity-resume": office_page(TRAINERS, "activity", "post"),
    "mentoring:activity-visits": office_page(OFFICE, "activity"),
    "mentoring:activity-follow-ups": office_page(OFFICE, "activity"),
    "mentoring:visit-activity": Expect(TRAINERS, of("verified_visit")),
    # regulations
    "mentoring:regulations": Expect(OFFICE),
    "mentoring:regulation": office_page(OFFICE, "regulation"),
    "mentoring:regulation-add": office_page(KEEPERS, "agreement"),
    "mentoring:regulation-edit": office_page(KEEPERS, "regulation"),
    "mentoring:regulation-step": office_page(KEEPERS, "regulation"),
    "mentoring:regulation-file": office_page(OFFICE, "regulation"),
    # progress reports
    "mentoring:progress-reports": office_page(OFFICE, "agreement"),
    "mentoring:progress-report": office_page(OFFICE, "progress_report"),
    "mentoring:progress-report-propose": office_page(TRAINERS, "agreement", "post"),
    "mentoring:progress-report-sign": office_page({DINAS, FACILITATOR}, "progress_report", "post"),
    "mentoring:progress-report-send-back": office_page({DINAS, FACILITATOR}, "progress_report"),
}

# Opened by a secret in the address, without a session: a made-up one is 404.
OPEN_BY_SECRET = {"mentoring:feed": {"secret": "tebakan"}}
# What no scope holds apart: reached from every one.
SHARED = {Indicator, Instrument, InstrumentSection, InstrumentItem}

# Every address has an expectation here, or in the walk of the accounts or of the administration.
EVERYWHERE = {
    *EXPECTED,
    *OPEN_BY_SECRET,
    *test_account_access.EXPECTED,
    *test_admin_access.EXPECTED,
}

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
        if expected.is_public:
            continue
        got = status(clients[role], expected, expected.url(name, world.elsewhere))
        if got != 404:
            wrong.append((name, got))
    assert wrong == []


def test_signed_out_leads_to_the_sign_in(world):
    wrong = []
    for name, expected in EXPECTED.items():
        response = getattr(Client(), expected.method)(expected.url(name, world))
        if expected.is_public:
            assert response.status_code == 200
        elif response.status_code != 302 or not response["Location"].startswith(
            reverse("account_login")
        ):
            wrong.append((name, response.status_code))
    assert wrong == []


def test_a_guessed_secret_opens_nothing(db):
    for name, secret in OPEN_BY_SECRET.items():
        assert Client().get(reverse(name, kwargs=secret)).status_code == 404


@pytest.mark.parametrize("role", sorted(EVERYONE))
def test_lists_hold_nothing_from_elsewhere(role, world, clients):
    wrong = []
    for name, expected in EXPECTED.items():
        if expected.target is not None or role not in expected.roles or expected.method != "get":
            continue
        if expected.leads_elsewhere:
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
