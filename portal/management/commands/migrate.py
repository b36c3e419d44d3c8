"""`manage.py migrate`: Django's, in half the time where everything has still to be made.

Almost all of that time goes into rendering models anew after each operation: hundreds of times nearly
all of them, because they hang together through people and history.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, wraps

from django.apps import apps
from django.core.management.commands import migrate
from django.db.migrations.state import ProjectState
from pgtrigger.migrations import AddTrigger, RemoveTrigger


class Command(migrate.Command):
    def handle(self, *args, **options):
        with triggers_render_nothing(), swapped_models_looked_up_once():
            super().handle(*args, **options)


@contextmanager
def triggers_render_nothing() -> Iterator[None]:
    """Let a trigger be noted in the state of its model only.

    The rendered model is the same with it and without: migrations read triggers from the state.
    """
    usual = {operation: operation.state_forwards for operation in (AddTrigger, RemoveTrigger)}
    for operation, state_forwards in usual.items():
        operation.state_forwards = _without_rendering(state_forwards)
    try:
        yield
    finally:
        for operation, state_forwards in usual.items():
            operation.state_forwards = state_forwards


def _without_rendering(state_forwards: Callable) -> Callable:
    @wraps(state_forwards)
    def noted(self, app_label: str, state: ProjectState) -> None:
        state.reload_model = lambda *args, **options: None
        try:
            state_forwards(self, app_label, state)
        finally:
            del state.reload_model

    return noted


@contextmanager
def swapped_models_looked_up_once() -> Iterator[None]:
    """Let the registry remember for which names settings hold the model.

    Django's own memory of it is lost with each rendered model, and every foreign key asks.
    """
    look_up = apps.get_swappable_settings_name
    apps.get_swappable_settings_name = cache(lambda name: look_up(name))
    try:
        yield
    finally:
        del apps.get_swappable_settings_name
