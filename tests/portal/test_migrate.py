"""The portal's own `migrate`, which leaves out work and nothing else."""

import pgtrigger
import pytest
from django.core.management import call_command, get_commands, load_command_class
from django.core.management.base import CommandError
from django.core.management.commands import migrate
from django.db import connection, models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.migrations.state import ModelState, ProjectState
from pgtrigger.migrations import AddTrigger, RemoveTrigger

from portal.management.commands.migrate import (
    new_models_are_rendered_alone,
    refuse_older_tables,
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


def test_a_new_model_is_rendered_alone_and_known_to_those_it_refers_to(state):
    rendered = state.apps.get_model("portal", "thing")
    to_thing = models.ForeignKey("portal.Thing", models.CASCADE, related_name="parts")
    fields = [("id", models.AutoField(primary_key=True)), ("thing", to_thing)]
    with new_models_are_rendered_alone():
        state.add_model(ModelState("portal", "part", fields))
    assert state.apps.get_model("portal", "thing") is rendered
    part = state.apps.get_model("portal", "part")
    assert part._meta.get_field("thing").related_model is rendered
    assert rendered._meta.get_field("parts").related_model is part
    state.remove_field("portal", "part", "thing")
    assert not [
        f for f in state.apps.get_model("portal", "thing")._meta.get_fields() if f.name == "parts"
    ]


def test_a_new_model_of_a_state_without_rendered_ones_is_noted_only():
    state = ProjectState()
    with new_models_are_rendered_alone():
        state.add_model(ModelState("portal", "thing", [("id", models.AutoField(primary_key=True))]))
    assert "apps" not in vars(state)
    assert state.apps.get_model("portal", "thing")


def test_it_is_the_command_that_runs():
    command = load_command_class(get_commands()["migrate"], "migrate")
    assert isinstance(command, migrate.Command)
    assert type(command).__module__ == "portal.management.commands.migrate"


@pytest.mark.django_db
def test_a_database_that_is_too_old_is_told_what_to_do():
    recorder = MigrationRecorder(connection)
    replaced = MigrationLoader(None).disk_migrations["mentoring", "0001_tables"].replaces
    for name in replaced:
        recorder.record_applied(*name)
    refuse_older_tables(connection)
    recorder.record_unapplied(*replaced[-1])
    with pytest.raises(CommandError, match="Buka commit bd20250"):
        call_command("migrate", verbosity=0)
