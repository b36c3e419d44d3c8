"""`manage.py migrate`: Django's, in a fraction of the time where everything has still to be made.

Almost all of that time goes into rendering models anew after each operation: nearly all of them, because
they hang together through people and history.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps

from django.core.management.commands import migrate
from django.db.migrations.state import ModelState, ProjectState
from pgtrigger.migrations import AddTrigger, RemoveTrigger


class Command(migrate.Command):
    def handle(self, *args, **options):
        with triggers_render_nothing(), new_models_are_rendered_alone():
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
def new_models_are_rendered_alone() -> Iterator[None]:
    """Let a new model be added to the rendered ones as a class is added when Python imports it.

    Those that it refers to learn of it, and nothing else about them changes.
    """
    usual = ProjectState.add_model

    @wraps(usual)
    def add_model(self, model_state: ModelState) -> None:
        rendered = self.__dict__.pop("apps", None)
        usual(self, model_state)
        if rendered:
            self.apps = rendered
            rendered.render_multiple([model_state])

    ProjectState.add_model = add_model
    try:
        yield
    finally:
        ProjectState.add_model = usual
