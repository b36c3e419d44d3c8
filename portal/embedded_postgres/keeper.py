"""The process that runs the bundled PostgreSQL for as long as anybody uses it.

`python -m portal.embedded_postgres.keeper HOME PROGRAMS [USER]`, started by server.py. It answers
`ready` once connections are accepted; when it cannot, it ends and says why on its standard error,
which is the server's log.

Users are not counted: each holds a shared lock, and the keeper stops the server as soon as it can
have that lock alone. A user that was killed is therefore as good as one that left.
"""

import locale
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import IO

import psutil

from portal.embedded_postgres.locks import ALONE, open_lock, take, try_take
from portal.embedded_postgres.places import PORT, Places

LOOK_EVERY = 0.2  # seconds
LONGEST_STOP = 60  # seconds
INITDB_OPTIONS = (
    "--username=postgres",
    "--auth=trust",
    "--encoding=UTF8",
    # Upper and lower case of every letter, the same on every machine.
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--lc-messages=C",
    "--text-search-config=simple",
    "--no-instructions",
)
SETTINGS = {
    "listen_addresses": "",
    "port": PORT,
    "unix_socket_permissions": "0700",
    # Two gunicorns and the workers of a test run share the server.
    "max_connections": 200,
    "jit": "off",
    "shared_buffers": "256MB",
    "max_wal_size": "2GB",
    # Nothing is replicated or archived, so the log holds only what a crash needs.
    "wal_level": "minimal",
    "max_wal_senders": 0,
}


class Keeper:
    """Prepares, runs and stops the server of one home."""

    def __init__(self, places: Places, programs: Path, user: str | None):
        self.places = places
        self.programs = programs
        self.user = user

    def keep(self, answer: IO) -> None:
        """Run the server until nobody uses it any more, it ends by itself, or SIGTERM comes."""
        own = open_lock(self.places.keeper_lock)
        take(own, ALONE)
        users = open_lock(self.places.users_lock)
        self.end_orphan()
        self.create_data()
        server = self.start()
        try:
            self.wait_until_ready(server)
            answer.write("ready\n")
            answer.close()
            while server.poll() is None and not try_take(users, ALONE):
                time.sleep(LOOK_EVERY)
        finally:
            stop(server)
            # First this one: who gets the users' lock next must not take this keeper for alive.
            own.close()

    def end_orphan(self) -> None:
        """Stop a server whose keeper was killed; forget one that ended with the machine."""
        record = self.places.data / "postmaster.pid"
        if not record.exists():
            return
        number = record.read_text().partition("\n")[0]
        try:
            process = psutil.Process(int(number)) if number else None
            is_ours = process and Path(process.cwd()) == self.places.data
        except (psutil.NoSuchProcess, psutil.AccessDenied):
            return  # PostgreSQL itself finds out that this record is stale
        if not is_ours:
            # Cut off while being written, or the number now belongs to another process of this
            # user: PostgreSQL would take that for its predecessor and refuse to start.
            record.unlink()
            return
        process.send_signal(signal.SIGINT)
        deadline = time.monotonic() + LONGEST_STOP
        while record.exists() and time.monotonic() < deadline:
            time.sleep(0.05)

    def create_data(self) -> None:
        """Create the data folder unless it is there, complete or not at all."""
        if self.places.data.exists():
            return
        part = self.places.home / "pgdata.part"
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(mode=0o700)
        if self.user:
            shutil.chown(part, self.user, self.user)
        initdb = self.popen(
            "initdb", f"--pgdata={part}", f"--locale={best_libc_locale()}", *INITDB_OPTIONS
        )
        if initdb.wait():
            sys.exit("The data folder could not be created.")
        part.rename(self.places.data)

    def start(self) -> subprocess.Popen:
        """Start the server as a child of this process."""
        settings = {"unix_socket_directories": self.places.data, **SETTINGS}
        options = [f"--{name}={value}" for name, value in settings.items()]
        return self.popen("postgres", "-D", str(self.places.data), *options)

    def popen(self, program: str, *arguments: str) -> subprocess.Popen:
        """Start a program of PostgreSQL as the server's user, its words going to the log."""
        identity = {"user": self.user, "group": self.user, "extra_groups": []} if self.user else {}
        return subprocess.Popen(  # noqa: S603
            [str(self.programs / program), *arguments],
            cwd="/",
            env={name: value for name, value in os.environ.items() if not name.startswith("PG")},
            stdin=subprocess.DEVNULL,
            stdout=sys.stderr,
            **identity,
        )

    def wait_until_ready(self, server: subprocess.Popen) -> None:
        """Wait until the server accepts connections, a recovery after a crash included."""
        record = self.places.data / "postmaster.pid"
        while server.poll() is None:
            lines = record.read_text().splitlines() if record.exists() else []
            if len(lines) == 8 and lines[0] == str(server.pid) and lines[7].strip() == "ready":
                return
            time.sleep(0.02)
        sys.exit("The server ended before it was ready.")


def best_libc_locale() -> str:
    """A locale of the system's library that knows letters beyond ASCII, where there is one."""
    try:
        locale.setlocale(locale.LC_CTYPE, "C.UTF-8")
    except locale.Error:
        return "C"
    return "C.UTF-8"


def stop(server: subprocess.Popen) -> None:
    """Stop the server in order; one that does not is ended as by a crash, which loses no data."""
    if server.poll() is not None:
        return
    server.send_signal(signal.SIGINT)
    try:
        server.wait(LONGEST_STOP)
    except subprocess.TimeoutExpired:
        server.send_signal(signal.SIGQUIT)
        server.wait()


def main() -> None:
    home, programs, user = sys.argv[1:]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    Keeper(Places(Path(home)), Path(programs), user or None).keep(sys.stdout)


if __name__ == "__main__":
    main()
