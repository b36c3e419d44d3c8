"""Locks on files, which the system frees however their holder ends, kill -9 included.

They belong to an open file, so a forked child shares its parent's lock until both have ended.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

SHARED = fcntl.LOCK_SH
ALONE = fcntl.LOCK_EX


def open_lock(path: Path) -> IO:
    """Open the file of a lock without taking the lock; only its owner may read or lock it."""
    return os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+")


def take(file: IO, kind: int) -> None:
    """Wait for the lock and take it, SHARED or ALONE, until the file is closed."""
    fcntl.flock(file, kind)


def try_take(file: IO, kind: int) -> bool:
    """Take the lock when it is free now; say whether that was so."""
    try:
        fcntl.flock(file, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock alone during the block."""
    with open_lock(path) as file:
        take(file, ALONE)
        yield


def is_held_alone(path: Path) -> bool:
    """Whether somebody holds the lock alone."""
    with open_lock(path) as file:
        return not try_take(file, SHARED)
