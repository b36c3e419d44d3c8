"""Databases copied from a template, because migrating takes longer than hundreds of tests.

A template gets its name when it is complete: an interrupted run leaves nothing that a later one
would trust. Only a run of this checkout knows these names, as Django's own `test_…`.
"""

import hashlib
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.backends.base.creation import TEST_DATABASE_PREFIX

from portal.embedded_postgres import places

BASE_DIR = settings.BASE_DIR
# Read before any test database takes the place of the configured one.
STEM = TEST_DATABASE_PREFIX + settings.DATABASES["default"]["NAME"]
TEMPLATES = f"{STEM}_migrated_"
MAKER = 152_600  # number of the advisory lock of the one who makes a template


@cache
def migrated_template() -> str:
    """The name of a database with every migration in it, made when there is none.

    The first worker of a run makes it and the others wait; whoever is cut off frees the lock. The
    template outlives the run, until a migration or a package changes.
    """
    name = TEMPLATES + digest_of(what_migrating_depends_on())[:12]
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [MAKER])
        cursor.execute(
            "SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [TEMPLATES]
        )
        found = {row[0] for row in cursor.fetchall()}
        for outdated in found - {name}:
            drop_database(cursor, outdated)
        if name not in found:
            draft = f"{TEMPLATES}draft"
            create_database(cursor, draft)
            with connections_to(draft):
                call_command("migrate", verbosity=0, interactive=False)
            cursor.execute(f"ALTER DATABASE {quoted(draft)} RENAME TO {quoted(name)}")
    return name


def what_migrating_depends_on() -> Iterator[Path]:
    """The migrations of the portal's apps; the pinned packages bring all others."""
    yield BASE_DIR / "requirements.txt"
    for app in apps.get_app_configs():
        own_folder = BASE_DIR / app.name.replace(".", "/")
        yield from own_folder.glob("migrations/*.py")


def digest_of(files: Iterator[Path]) -> str:
    """One hash of the names and contents of files of the checkout."""
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(f"{path.relative_to(BASE_DIR)}\n".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def make_copy(template: str, name: str) -> None:
    """Make a database that begins as the template, in place of one that a run left behind."""
    with connection._nodb_cursor() as cursor:
        drop_database(cursor, name)
        create_database(cursor, name, template)


def drop(name: str) -> None:
    with connection._nodb_cursor() as cursor:
        drop_database(cursor, name)


@contextmanager
def connections_to(name: str) -> Iterator[None]:
    """Let connections that are opened during the block lead to another database."""
    usual = connection.settings_dict["NAME"]
    connection.close()
    # All threads share this dictionary.
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = usual


def carry(template: str, folder: Path) -> None:
    """Copy a database into the portal's of the embedded server of a folder, which runs."""
    settings_of_template = connection.settings_dict | {"NAME": template}
    [_psql, *source], env = connection.client.settings_to_cmd_args_env(settings_of_template, [])
    target = ["-h", str(folder / "pgdata"), "-p", str(places.PORT), "-U", "postgres", "portal"]
    programs, strict = places.programs(), ["-X", "-q", "-1", "-v", "ON_ERROR_STOP=1"]
    dump = subprocess.run(
        [programs / "pg_dump", "--no-owner", *source],
        env=os.environ | (env or {}),
        stdout=subprocess.PIPE,
        check=True,
    )
    subprocess.run(
        [programs / "psql", *strict, *target],
        input=dump.stdout,
        stdout=subprocess.DEVNULL,
        check=True,
    )


def create_database(cursor, name: str, template: str = "template1") -> None:
    cursor.execute(f"CREATE DATABASE {quoted(name)} TEMPLATE {quoted(template)}")


def drop_database(cursor, name: str) -> None:
    """Drop a database if there is one; connections that threads still keep to it are ended."""
    cursor.execute(f"DROP DATABASE IF EXISTS {quoted(name)} WITH (FORCE)")


def quoted(name: str) -> str:
    return connection.ops.quote_name(name)
