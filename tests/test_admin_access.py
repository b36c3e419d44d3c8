"""Every address of the data administration, with every role, on records inside and outside the scope.

A new address without an expectation here fails in `tests/test_access.py`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.contrib import admin
from django.db import models
from django.test import Client
from django.urls import reverse

from indicators.models import Indicator, IndicatorSet, QualityRule
from mentoring.models import Instrument, NeedWeights, PlanningDefaults, VisitKind
from portal.documents.models import NumberSeries
from portal.models import Area, Role
from schools.models import Programme
from tests.world import World

PAGES = ("changelist", "add", "change", "history", "delete")
ALL = frozenset(PAGES)

# What a city's administrator may open, of a record that is in use. Everything else answers 403.
OPEN = {
    "portal_user": ALL - {"delete"},
    "portal_area": ALL - {"add", "delete"},
    "schools_school": ALL - {"delete"},
    "schools_programme": ALL - {"delete"},
    "schools_membership": ALL,
    "schools_schoolaccount": ALL,
    "indicators_indicator": ALL - {"add", "delete"},
    "indicators_indicatorset": ALL - {"delete"},
    "indicators_measurement": ALL - {"add", "delete"},
    "indicators_qualityrule": ALL - {"delete"},
    "mentoring_agreement": ALL,
    "mentoring_workplan": ALL - {"add", "delete"},
    "mentoring_activity": ALL - {"add", "delete"},
    "mentoring_regulation": ALL - {"add"},
    "mentoring_addendum": ALL - {"add", "delete"},
    "mentoring_performancepost": ALL - {"add", "delete"},
    "mentoring_review": ALL - {"add", "delete"},
    "mentoring_assignment": ALL,
    "mentoring_followup": ALL - {"add", "delete"},
    "mentoring_issue": ALL - {"add", "delete"},
    "mentoring_training": ALL,
    "mentoring_participant": ALL,
    "mentoring_visit": ALL - {"add", "delete"},
    "mentoring_visitkind": ALL - {"delete"},
    "mentoring_instrument": ALL - {"delete"},
    "mentoring_holiday": ALL,
    "documents_numberseries": ALL - {"add", "delete"},
    "mentoring_ceiling": ALL,
    "mentoring_planningdefaults": ALL - {"add", "delete"},
    "mentoring_needweights": ALL - {"add", "delete"},
}

# What all scopes share: reached from every one.
SHARED = {
    Area,
    Indicator,
    IndicatorSet,
    QualityRule,
    Programme,
    VisitKind,
    Instrument,
    NeedWeights,
    PlanningDefaults,
    NumberSeries,
}


@dataclass(frozen=True)
class Page:
    """An address that belongs to no single record: what it answers an administrator and the others."""

    path: str
    administrator: int
    others: int = 302  # to the administration's own door, which refuses
    query: dict | None = None


SITE = {
    "admin:index": Page("", 200),
    "admin:login": Page("login/", 302, 403),
    "admin:logout": Page("logout/", 302),  # to the portal's own pages
    "admin:jsi18n": Page("jsi18n/", 200),
    "admin:app_list": Page("schools/", 200),
    "admin:(?P<url>.*)$": Page("tiada/", 404),  # what exists nowhere
    "admin:autocomplete": Page(
        "autocomplete/",
        200,
        query={
            "app_label": "mentoring",
            "model_name": "assignment",
            "field_name": "school",
            "term": "sdn",
        },
    ),
    "admin:mentoring_assignment_facilitators": Page(
        "mentoring/assignment/fasilitator/",
        200,
        query={
            "app_label": "mentoring",
            "model_name": "assignment",
            "field_name": "facilitator",
            "term": "sdn",
        },
    ),
}

# The short address of a record, from before Django had a page named "change": it leads there.
OLD_SHORT_ADDRESS = "admin:<path:object_id>/"

EXPECTED = {
    *SITE,
    OLD_SHORT_ADDRESS,
    *(f"admin:{label}_{page}" for label in OPEN for page in PAGES),
}


def record_of(world: World, model: type[models.Model]) -> models.Model:
    """The world's record of a model, in use."""
    used = {
        Programme: lambda: world.membership.programme,
        VisitKind: lambda: world.verified_visit.kind,
        Instrument: lambda: world.verified_visit.instrument,
        IndicatorSet: lambda: world.indicator.sets.first(),
        QualityRule: lambda: world.acceptance.rule,
        NeedWeights: NeedWeights.objects.get,
        PlanningDefaults: PlanningDefaults.objects.get,
    }
    return used[model]() if model in used else world.of_model(model)


def model_pages(world: World) -> Iterator[tuple[str, str, models.Model | None, str]]:
    """Label, page, record and address of each page of each registered model."""
    for model in admin.site._registry:
        label = f"{model._meta.app_label}_{model._meta.model_name}"
        record = record_of(world, model)
        for page in PAGES:
            about = None if page in ("changelist", "add") else record
            args = [about.pk] if about else []
            yield label, page, about, reverse(f"admin:{label}_{page}", args=args)


def test_every_registered_model_has_an_expectation():
    registered = {f"{m._meta.app_label}_{m._meta.model_name}" for m in admin.site._registry}
    assert registered == set(OPEN)


def test_an_administrator_opens_exactly_what_is_written_down(world, clients):
    wrong = []
    for label, page, _record, url in model_pages(world):
        got = clients[Role.ADMIN].get(url).status_code
        want = 200 if page in OPEN[label] else 403
        if got != want:
            wrong.append((url, got, want))
    assert wrong == []


@pytest.mark.parametrize("role", sorted(set(Role.values) - {Role.ADMIN}))
def test_nobody_else_opens_any_of_it(role, world, clients):
    wrong = []
    for _label, _page, _record, url in model_pages(world):
        got = clients[role].get(url, follow=True).status_code
        if got != 403:
            wrong.append((url, got))
    assert wrong == []


def test_signed_out_leads_to_the_sign_in(world):
    addresses = [url for _label, _page, _record, url in model_pages(world)]
    addresses += [reverse("admin:index") + page.path for page in SITE.values()]
    wrong = []
    for url in addresses:
        chain = Client().get(url, follow=True).redirect_chain
        if not chain or not chain[-1][0].startswith(reverse("account_login")):
            wrong.append(url)
    assert wrong == []


@pytest.mark.parametrize("role", sorted(Role.values))
def test_pages_of_the_site_answer_as_written_down(role, world, clients):
    wrong = []
    for name, page in SITE.items():
        got = clients[role].get(reverse("admin:index") + page.path, page.query)
        want = page.administrator if role == Role.ADMIN else page.others
        if got.status_code != want:
            wrong.append((name, got.status_code, want))
        if world.elsewhere.school.name in got.text:
            wrong.append((name, world.elsewhere.school.name))
    assert wrong == []


def test_nothing_from_elsewhere_is_shown_or_reached(world, clients):
    wrong = []
    for label, page, record, url in model_pages(world.elsewhere):
        response = clients[Role.ADMIN].get(url)
        reached = page in OPEN[label] and (record is None or type(record) in SHARED)
        # Django leads from a record that it does not find to the start page.
        expected = {200} if reached else {302, 403}
        if response.status_code not in expected:
            wrong.append((url, response.status_code))
        wrong += [(url, name) for name in world.elsewhere.telling_names if name in response.text]
    assert wrong == []


def test_the_short_address_of_a_record_keeps_to_the_scope(world, clients):
    for place, ends in ((world, 200), (world.elsewhere, 302)):
        page = reverse("admin:schools_school_change", args=[place.school.pk])
        response = clients[Role.ADMIN].get(page.removesuffix("change/"))
        assert response.url == page
        assert clients[Role.ADMIN].get(page).status_code == ends


def test_no_address_leads_to_any_record_of_any_table(world, clients):
    from django.contrib.contenttypes.models import ContentType

    kind = ContentType.objects.get_for_model(type(world.school))
    url = f"{reverse('admin:index')}r/{kind.pk}/{world.elsewhere.school.pk}/"
    assert clients[Role.ADMIN].get(url).status_code == 404
    own = reverse("admin:schools_school_change", args=[world.school.pk])
    assert f'href="{world.school.get_absolute_url()}"' in clients[Role.ADMIN].get(own).text
