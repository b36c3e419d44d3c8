"""Find a Chromium for the browser tests: `python -m tests.browser.chromium` prints its path.

In this order: CHROMIUM_PATH, one on PATH, Playwright's own download, Debian's package when root.
Prints nothing but a line on standard error where none can be had; with CI=true that is a failure.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
LONGEST_INSTALL = 600  # seconds


def find_chromium() -> Path | None:
    """The first Chromium that starts, installing one when there is none; None when that fails."""
    return next((path for path in candidates() if starts(path)), None)


def candidates() -> Iterator[Path]:
    """Places where a Chromium may be, the costly ones only when the caller asks on."""
    if chosen := os.environ.get("CHROMIUM_PATH"):
        yield Path(chosen)
    yield from on_path()
    yield playwrights_own()
    for install in (install_playwrights, install_debians):
        say(f"No Chromium yet: {install.__doc__}")
        if install():
            yield playwrights_own()
            yield from on_path()


def on_path() -> Iterator[Path]:
    return (Path(found) for name in NAMES if (found := shutil.which(name)))


def playwrights_own() -> Path:
    """Where Playwright keeps the Chromium that it downloads, there or not."""
    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


def starts(path: Path) -> bool:
    """Whether it is there and finds the libraries that it needs."""
    return path.is_file() and run([str(path), "--version"])


def install_playwrights() -> bool:
    """Playwright downloads its own."""
    return run([sys.executable, "-m", "playwright", "install", "chromium"])


def install_debians() -> bool:
    """Debian's package is installed, as root."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    install = ["apt-get", "install", "--yes", "--no-install-recommends", "chromium"]
    return run(["apt-get", "update"]) and run(install)


def run(command: list[str]) -> bool:
    """Whether the command succeeds within LONGEST_INSTALL; its words are of no interest."""
    env = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(  # noqa: S603
            command, capture_output=True, check=False, env=env, timeout=LONGEST_INSTALL
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def say(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")


def main() -> int:
    found = find_chromium()
    if found:
        sys.stdout.write(f"{found}\n")
        return 0
    say("Browser tests are skipped: no Chromium found or installed. Set CHROMIUM_PATH to one.")
    return 1 if os.environ.get("CI") == "true" else 0


if __name__ == "__main__":
    sys.exit(main())
