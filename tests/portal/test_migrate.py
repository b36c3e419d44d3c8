"""The portal's own `migrate`, which leaves out work and nothing else."""

import pgtrigger
import pytest
from django.apps import apps
from django.core.management import get_commands, load_command_class
from django.core.management.commands import migrate
from django.db import models
from django.db.migrations.state import ModelState, ProjectState
from pgtrigger.migrations import AddTrigger, RemoveTrigger

from portal.management.commands.migrate import (
    swapped_models_looked_up_once,
    triggers_render_nothing,
)


@pytest.fixture
def state() -> ProjectState:
    """A rendered state of one model."""
    made = ProjectState()
    made.add_model(ModelState("portal", "thing", [("id", models.AutoField(primary_key=True))]))
    assert made.apps.get_model("portal", "thing")
    return made


def names_of_triggers(state: ProjectState) -> list[str]:
    return [trigger.name for trigger in state.models["portal", "thing"].options["triggers"]]


def test_a_trigger_is_noted_and_its_model_stays_as_rendered(state):
    rendered = state.apps.get_model("portal", "thing")
    keep = pgtrigger.Protect(name="keep", operation=pgtrigger.Delete)
    with triggers_render_nothing():
        AddTrigger("thing", keep).state_forwards("portal", state)
        assert names_of_triggers(state) == ["keep"]
        RemoveTrigger("thing", "keep").state_forwards("portal", state)
        assert names_of_triggers(state) == []
    assert state.apps.get_model("portal", "thing") is rendered


def test_other_operations_render_as_ever(state):
    rendered = state.apps.get_model("portal", "thing")
    keep = pgtrigger.Protect(name="keep", operation=pgtrigger.Delete)
    with triggers_render_nothing():
        AddTrigger("thing", keep).state_forwards("portal", state)
        state.add_field("portal", "thing", "name", models.TextField(), preserve_default=True)
    assert state.apps.get_model("portal", "thing") is not rendered
    AddTrigger("thing", keep).state_forwards("portal", state)
    assert [t.name for t in state.apps.get_model("portal", "thing")._meta.triggers] == ["keep"] * 2


def test_swapped_models_are_found_as_without_it():
    names = ["auth.User", "portal.User", "portal.Area"]
    usual = [apps.get_swappable_settings_name(name) for name in names]
    with swapped_models_looked_up_once():
        for _again in range(2):
            assert [apps.get_swappable_settings_name(name) for name in names] == usual
    assert usual == ["AUTH_USER_MODEL", "AUTH_USER_MODEL", None]


def test_it_is_the_command_that_runs():
    command = load_command_class(get_commands()["migrate"], "migrate")
    assert isinstance(command, migrate.Command)
    assert type(command).__module__ == "portal.management.commands.migrate"
