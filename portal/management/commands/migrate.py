"""`manage.py migrate`: Django's, in a fraction of the time where everything has still to be made.

Almost all of that time goes into rendering models anew after each operation: nearly all of them, because
they hang together through people and history.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps

from django.core.management.base import CommandError
from django.core.management.commands import migrate
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.migrations.state import ModelState, ProjectState
from pgtrigger.migrations import AddTrigger, RemoveTrigger


class Command(migrate.Command):
    def handle(self, *args, **options):
        refuse_older_tables(connections[options["database"]])
        with triggers_render_nothing(), new_models_are_rendered_alone():
            super().handle(*args, **options)


def refuse_older_tables(connection: BaseDatabaseWrapper) -> None:
    """Raise CommandError where only some of the migrations that one replaces were applied."""
    applied = MigrationRecorder(connection).applied_migrations()
    for migration in MigrationLoader(None).disk_migrations.values():
        known = [name in applied for name in migration.replaces]
        if any(known) and not all(known):
            raise CommandError(
                "Basis data ini berasal dari versi portal yang lebih lama. Buka commit bd20250, "
                "jalankan `manage.py migrate` di sana, lalu kembali ke versi ini. Portal contoh "
                "cukup dibuat baru: hapus folder datanya (lihat README)."
            )


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
