"""`python -m tests.bench.job module:function database [argument…]`: one job, its result as JSON.

Results are written to the file that BENCH_RESULT names; the portal may print what it likes.
"""

import importlib
import json
import logging
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent.parent


def run(job: str, database: str, *arguments) -> dict:
    """Run a job in a process of its own; what it returns, and its peak memory as `peak_mb`."""
    with tempfile.NamedTemporaryFile(suffix=".json") as result:
        subprocess.run(
            [sys.executable, "-m", "tests.bench.job", job, database, *map(str, arguments)],
            cwd=CHECKOUT,
            env=os.environ | {"BENCH_RESULT": result.name},
            check=True,
        )
        return json.loads(Path(result.name).read_text())


def prepare(database: str) -> None:
    """Set Django up on a database for measuring, which is made and migrated where it is missing."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    import django
    from django.conf import settings

    django.setup()
    logging.disable(logging.ERROR)
    settings.ROOT_URLCONF = "tests.bench.urls"
    settings.ALLOWED_HOSTS = ["testserver"]
    from django.core.management import call_command
    from django.db import connection

    connection.settings_dict["NAME"] += f"_{database}"
    _create_where_missing(connection)
    call_command("migrate", verbosity=0)
    call_command("load_reference", verbosity=0)


def _create_where_missing(connection) -> None:
    from django.db import OperationalError

    try:
        connection.ensure_connection()
    except OperationalError:
        name = connection.ops.quote_name(connection.settings_dict["NAME"])
        with connection._nodb_cursor() as cursor:
            cursor.execute(f"CREATE DATABASE {name}")


def main() -> None:
    job, database, *arguments = sys.argv[1:]
    prepare(database)
    module, function = job.split(":")
    result = getattr(importlib.import_module(f"tests.bench.{module}"), function)(*arguments)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    Path(os.environ["BENCH_RESULT"]).write_text(json.dumps((result or {}) | {"peak_mb": peak}))


if __name__ == "__main__":
    main()
