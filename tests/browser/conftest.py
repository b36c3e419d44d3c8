"""A real server and a real Chromium: what a person sees and does.

The path of Chromium comes from `make test` (tests/browser/chromium.py); without one these tests are
skipped with a line that says so, and with CI=true `make test` has failed before.
"""

import os
import shutil
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import override_settings
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from portal.home.demo.people import PASSWORD
from tests.databases import STEM, connections_to, drop, make_copy, migrated_template

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # A page lives for a second: to optimise its scripts costs more than it gives.
    "--js-flags=--no-turbofan --no-maglev",
]
HERE = Path(__file__).parent
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}


def pytest_collection_modifyitems(items):
    """Browser tests go first, because they last longest; pytest-django puts them behind all."""
    items.sort(key=lambda item: not is_here(item))


def is_here(item: pytest.Item) -> bool:
    return HERE in item.path.parents


@pytest.fixture(scope="session")
def chromium():
    path = os.environ.get("CHROMIUM_PATH")
    if not path:
        pytest.skip("No Chromium: see tests/browser/chromium.py, or set CHROMIUM_PATH.")
    # Playwright's synchronous driver runs an event loop in this thread; Django's guard against
    # database use inside one would fire although no coroutine touches the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def grown_demo(worker_id, tmp_path_factory, django_db_blocker):
    """The demo, loaded once: the name of its database, which nobody works in, and its files."""
    name, files = f"{STEM}_demo_{worker_id}", tmp_path_factory.mktemp("demo")
    with django_db_blocker.unblock():
        make_copy(migrated_template(), name)
        with connections_to(name), override_settings(MEDIA_ROOT=files):
            call_command("demo", verbosity=0)
    yield name, files
    with django_db_blocker.unblock():
        drop(name)


@pytest.fixture
def demo(grown_demo, files_of_this_test, settings, django_db_blocker):
    """A copy of the demo that this test may do with as it likes."""
    database, files = grown_demo
    shutil.copytree(files, settings.MEDIA_ROOT, dirs_exist_ok=True)
    copy = f"{database}_copy"
    with django_db_blocker.unblock():
        make_copy(database, copy)
        with connections_to(copy):
            yield
        drop(copy)


@pytest.fixture(scope="session")
def server():
    """A running portal. It has no database of its own: each test says which one is meant."""
    server = LiveServer("localhost")
    yield server
    server.stop()


@pytest.fixture
def site(demo, server) -> str:
    """The address of a running portal with the demo in it."""
    return server.url


class Visitor:
    """A person at a browser: signs in through the form, and remembers what the console said."""

    def __init__(self, context: BrowserContext, site: str):
        self.context = context
        self.site = site
        self.complaints: list[str] = []
        self.page: Page = context.new_page()
        self.page.on("console", self._listen)
        self.page.on("dialog", lambda dialog: dialog.accept())
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _listen(self, message) -> None:
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.complaints.append(f"{self.page.url}: {message.text}")

    def open(self, path: str):
        return self.page.goto(self.site + path)

    def sign_in(self, email: str) -> None:
        self.open("/akun/masuk/")
        self.page.get_by_label("Surel", exact=False).first.fill(email)
        self.page.get_by_label("Kata sandi", exact=True).fill(PASSWORD)
        self.page.get_by_role("button", name="Masuk", exact=True).click()
        self.page.wait_for_url(self.site + "/")


@pytest.fixture
def visitor_of(chromium: Browser, site: str):
    """`visitor_of("dinas@contoh.id", viewport=PHONE)`: a person of the demo at their own browser."""
    contexts = []

    def make(email: str | None = None, **options) -> Visitor:
        context = chromium.new_context(
            locale="id-ID", timezone_id="Asia/Makassar", **({"viewport": DESK} | options)
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        visitor = Visitor(context, site)
        if email:
            visitor.sign_in(email)
        return visitor

    yield make
    for context in contexts:
        context.close()
