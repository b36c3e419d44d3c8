"""Processes of the portal run by tests from outside, with an embedded server of their own."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil

CHECKOUT = Path(__file__).resolve().parent.parent
OWN_VARIABLES = (
    "DEMO",
    "DEBUG",
    "SECRET_KEY",
    "ALLOWED_HOSTS",
    "DATABASE_URL",
    "MEDIA_ROOT",
    "DJANGO_ALLOW_ASYNC_UNSAFE",  # set by the browser tests, which may share this process
)
LONGEST_STOP = 15  # seconds
LONGEST_WAIT = 180  # seconds, for what hangs
# The connection needs none of the apps, whose import takes most of a start.
SESSION = """
import sys
from django.apps import apps
apps.populate([])
from django.db import connection
for line in sys.stdin:
    with connection.cursor() as cursor:
        cursor.execute(line)
        print(cursor.fetchone()[0] if cursor.description else "done", flush=True)
"""


def environment(**variables) -> dict[str, str]:
    """This one without what the portal reads, and with the given variables."""
    inherited = {name: value for name, value in os.environ.items() if name not in OWN_VARIABLES}
    own = {name: str(value) for name, value in variables.items()}
    return inherited | {"DJANGO_SETTINGS_MODULE": "portal.settings"} | own


def manage(*arguments, **variables) -> subprocess.CompletedProcess:
    """`manage.py` with these arguments and environment variables, and all that it said."""
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=CHECKOUT,
        env=environment(**variables),
        capture_output=True,
        text=True,
        timeout=LONGEST_WAIT,
        check=False,
    )


class Session:
    """A process that uses the embedded server of a folder until it is told to end."""

    def __init__(self, folder: Path):
        self.process = subprocess.Popen(
            [sys.executable, "-c", SESSION],
            cwd=CHECKOUT,
            env=environment(DEMO="true", EMBEDDED_POSTGRES_DIR=folder),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        self.limit = end_later(self.process)

    def sql(self, statement: str) -> str:
        self.send(statement)
        return self.receive()

    def send(self, statement: str) -> None:
        self.process.stdin.write(f"{statement}\n")
        self.process.stdin.flush()

    def receive(self) -> str:
        return self.process.stdout.readline().strip()

    def end(self) -> str:
        """End in order; what it complained about."""
        complaints = self.process.communicate()[1]
        self.limit.cancel()
        return complaints

    def kill(self) -> None:
        self.process.kill()
        self.end()


def end_later(process: subprocess.Popen) -> threading.Timer:
    """Kill a hanging leader of a session with its children, unless cancelled before."""

    def kill() -> None:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)

    limit = threading.Timer(LONGEST_WAIT, kill)
    limit.start()
    return limit


def runs(folder: Path) -> bool:
    return (folder / "pgdata" / "postmaster.pid").exists()


def wait_until_stopped(folder: Path) -> None:
    with suppress(FileNotFoundError, psutil.NoSuchProcess):
        number = (folder / "pgdata" / "postmaster.pid").read_text().split()[0]
        psutil.Process(int(number)).wait(LONGEST_STOP)
    assert not runs(folder)


@contextmanager
def server_folder() -> Iterator[Path]:
    """A folder for an embedded server, with a path short enough for a socket."""
    path = Path(tempfile.mkdtemp(prefix="mm-"))
    path.chmod(0o711)
    yield path
    wait_until_stopped(path)
    shutil.rmtree(path)
