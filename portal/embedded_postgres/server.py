"""One process's use of the bundled server: start it when nobody has, share it otherwise."""

import os
import subprocess
import sys
import threading
import time
from collections import deque
from typing import IO

from django.db import OperationalError

from portal.embedded_postgres.locks import (
    ALONE,
    SHARED,
    is_held_alone,
    locked,
    open_lock,
    take,
    try_take,
)
from portal.embedded_postgres.places import (
    CHECKOUT,
    Places,
    make_home,
    programs,
    server_user,
)

LONGEST_STOP = 30  # seconds
READY = b"ready\n"

_uses: dict[Places, IO] = {}
_keepers: dict[Places, subprocess.Popen] = {}
_threads = threading.Lock()
# A fork in the middle of a start would hand the child a mutex that nobody releases.
os.register_at_fork(
    before=_threads.acquire,
    after_in_parent=_threads.release,
    after_in_child=_threads.release,
)


def use(places: Places) -> None:
    """Let the server run until this process has ended, or said `leave`; start it when it does not.

    Called before every connection: a server that has ended meanwhile is started again.
    Raises ImproperlyConfigured for an unusable folder, OperationalError when the start fails.
    """
    with _threads:
        if places not in _uses:
            make_home(places)
            users = open_lock(places.users_lock)
            take(users, SHARED)  # waits while a keeper is stopping the server
            _uses[places] = users
        with locked(places.start_lock):
            if not is_held_alone(places.keeper_lock):
                _start(places)


def _start(places: Places) -> None:
    command = [sys.executable, "-m", "portal.embedded_postgres.keeper"]
    arguments = [str(places.home), str(programs()), server_user() or ""]
    with open(places.log, "a", opener=_private) as log:
        log.truncate(0)
        keeper = subprocess.Popen(  # noqa: S603
            [*command, *arguments],
            cwd=CHECKOUT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=log,
            # Ctrl-C is for the process in front; the keeper ends when its users have.
            start_new_session=True,
        )
    with keeper.stdout as answer:
        if answer.readline() != READY:
            keeper.wait()
            raise OperationalError(
                "PostgreSQL bawaan tidak dapat dijalankan. "
                f"Catatan terakhir di {places.log}:\n{_last_lines(places)}"
            )
    _keepers[places] = keeper


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _last_lines(places: Places) -> str:
    with places.log.open(errors="replace") as log:
        return "".join(deque(log, maxlen=10))


def leave(places: Places) -> None:
    """End this process's use; when it was the last one, return after the server has stopped."""
    with _threads:
        users = _uses.pop(places, None)
        if users is None:
            return
        with users:
            last = try_take(users, ALONE)
        deadline = time.monotonic() + LONGEST_STOP
        # A newcomer may have taken the server over, so this does not wait for ever.
        while last and is_held_alone(places.keeper_lock) and time.monotonic() < deadline:
            time.sleep(0.05)
        if places in _keepers:
            _keepers.pop(places).poll()
