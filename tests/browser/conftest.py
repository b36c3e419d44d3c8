"""A real server and a real Chromium: what a person sees and does.

The path of Chromium comes from `make test` (tests/browser/chromium.py); without one these tests are
skipped with a line that says so, and with CI=true `make test` has failed before.
"""

import os

import pytest
from django.core.management import call_command
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from portal.home.demo.people import PASSWORD

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}


def pytest_collection_modifyitems(items):
    """All browser tests share one worker, one browser and one demo."""
    for item in items:
        if "tests/browser" in str(item.path):
            item.add_marker(pytest.mark.xdist_group("browser"))


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


@pytest.fixture
def demo(transactional_db):
    """The demo, loaded anew: a transactional test leaves an empty database behind."""
    call_command("demo", verbosity=0)


@pytest.fixture
def site(demo, live_server) -> str:
    """The address of a running portal with the demo in it."""
    return live_server.url


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
