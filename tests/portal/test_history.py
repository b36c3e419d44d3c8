"""The audit trail: what is recorded, and how it is read."""

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.history import history_of
from portal.models import Submission

OURS = ("portal", "documents", "schools", "indicators", "mentoring")


def is_event(model) -> bool:
    return hasattr(model, "pgh_tracked_model")


@pytest.mark.parametrize(
    "model",
    [
        model
        for app in OURS
        for model in apps.get_app_config(app).get_models(include_auto_created=True)
        if not is_event(model) and model is not Submission and model._meta.managed
    ],
    ids=lambda model: model._meta.label,
)
def test_every_business_table_has_a_history(model):
    """A new table without one fails here; Submission only tells a form sent twice."""
    assert issubclass(model.pgh_event_model.pgh_tracked_model, model)


def move(school, *districts: str) -> None:
    for district in districts:
        school.district_id = district
        school.save()


def test_a_change_of_a_relation_names_what_it_stood_for(make_school):
    school = make_school(district="63.71.01")
    move(school, "63.71.02")
    [change] = history_of(school)[0].changes
    assert (change.label, change.old, change.new) == (
        "kecamatan",
        "Banjarmasin Selatan",
        "Banjarmasin Timur",
    )


def test_a_long_life_takes_as_many_queries_as_a_short_one(make_school):
    school, counts = make_school(district="63.71.01"), []
    for _round in range(2):
        move(school, "63.71.02", "63.71.03", "63.71.04", "63.71.05")
        with CaptureQueriesContext(connection) as queries:
            history_of(school)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 3
