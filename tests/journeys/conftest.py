"""A real browser, the real pages, a real worker: what the journeys stand on."""

import os
import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.urls import reverse

from agency.access import Role
from agency.content import load_catalogue, load_clocks
from families.content import load_instrument
from tests.agency.factories import AgencyFactory, CenterFactory, ProgramFactory, ProgramYearFactory, UserFactory

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
SCREENS = Path(settings.BASE_DIR) / "build" / "screens"
PASSWORD = "a quilt of many pieces"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright's loop runs in this thread; our code stays synchronous


def pytest_collection_modifyitems(items):
    """Journeys need a browser; where there is none they say so instead of failing."""
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker(pytest.mark.browser)
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason="no Chromium found; install the package chromium"))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return browser_type_launch_args | {"executable_path": CHROMIUM, "args": QUIET}


@pytest.fixture
def house(transactional_db):
    """An agency ready to work: one program and center, the catalogue, the clocks, the conversation."""
    AgencyFactory()
    program = ProgramFactory(name="Juniper Head Start", code="hs")
    center = CenterFactory(program=program, name="Juniper Street")
    ProgramYearFactory(program=program)
    load_catalogue()
    load_clocks(date(2020, 1, 1))
    load_instrument()
    return center


@pytest.fixture
def staff(house):
    """One person for each part of the journey."""

    def hire(role, first_name, **place):
        return UserFactory(username=first_name.lower(), first_name=first_name, last_name="Lowell", role=role, **place)

    return {
        "worker": hire(Role.WORKER, "Monica", center=house),
        "supervisor": hire(Role.SUPERVISOR, "Denise", center=house),
        "manager": hire(Role.MANAGER, "Thomas"),
        "administrator": hire(Role.ADMINISTRATOR, "Priya"),
        "teammate": hire(Role.TEAMMATE, "Jackie", center=house),
    }


class Walker:
    """A person with a browser of one width: opens pages, fills in what stands there, looks at what comes."""

    def __init__(self, page, server, width):
        self.page, self.server, self.width = page, server, width
        self.asked, self.shots, self.form = [], 0, "main form"
        page.set_default_timeout(15_000)
        page.on("request", lambda request: self.asked.append(request.url))

    def sign_in(self, person):
        self.page.context.clear_cookies()
        self.form = "form"
        self.page.goto(self.server + reverse("account_login"))
        self.fill(login=person.username, password=PASSWORD)
        self.page.press("[name=password]", "Enter")
        self.page.wait_for_url(re.compile(r"^(?!.*login)"))

    def open(self, name, *args):
        """The page called `name`; returns after checking that it is one."""
        self.form = "main form"
        answer = self.page.goto(self.server + reverse(name, args=args))
        assert answer.status == 200, (name, answer.status)

    def unfold(self, action):
        """Work in the form that is sent to `action`, which may be folded away."""
        self.form = f'main form[action*="{action}"]'
        fold = self.page.locator(f"details:has({self.form.removeprefix('main ')}) > summary")
        if fold.count() and not self.page.locator(f"{self.form} button").first.is_visible():
            fold.first.click()

    def fill(self, **fields):
        """Type into fields by name, choose from lists, pick pills."""
        for name, value in fields.items():
            self.set(name, value)

    def set(self, name, value):
        field = self.page.locator(f'{self.form} [name="{name}"]').first
        kind = field.evaluate("e => e.tagName === 'SELECT' ? 'select' : e.type")
        if kind == "select":
            field.select_option(value)
        elif kind in ("radio", "checkbox"):
            chosen = "true" if value is True else f'[value="{value}"]'
            css = f'{self.form} [name="{name}"]' + ("" if chosen == "true" else chosen)
            self.page.locator(css).first.check(force=True)
        else:
            field.fill(str(value))

    def press(self, words):
        """The visible button or link with these words, and the page that follows."""
        self.page.locator("main").get_by_role("button", name=words).or_(
            self.page.locator("main").get_by_role("link", name=words)
        ).locator("visible=true").first.click()
        self.page.wait_for_load_state()

    def save(self):
        """The main button of the form on this page, and the page that follows."""
        with self.page.expect_navigation():
            main = self.page.locator(f"{self.form} button.btn-primary:visible")
            (main if main.count() else self.page.locator(f"{self.form} button:visible")).last.click()

    def look(self, name):
        """Keep a picture, ask axe, and see that nothing runs out of the screen."""
        self.shots += 1
        SCREENS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=SCREENS / f"{self.shots:02d}-{name}-{self.width}.png", full_page=True)
        wide = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{name} is {wide} px too wide at {self.width}"
        found = self._unobscured(lambda: Axe().run(self.page, options=RULES))
        assert not found.response["violations"], f"{name}: {found.generate_report()}"

    def _unobscured(self, ask):
        """Ask with the whole page in the window: a bar floating over a scrolled page hides what one can scroll to."""
        height = self.page.evaluate("document.documentElement.scrollHeight")
        self.page.set_viewport_size({"width": self.width, "height": height + 300})
        answer = ask()
        self.page.set_viewport_size({"width": self.width, "height": 900})
        return answer

    def reads(self, words):
        """True when the page says these words."""
        return words in self.page.locator("main").inner_text()

    def foreign(self):
        """Addresses asked outside our own server."""
        return [url for url in self.asked if not url.startswith((self.server, "data:", "blob:"))]


@pytest.fixture(params=[1280, 390], ids=["desk", "phone"])
def walker(request, page, live_server):
    page.set_viewport_size({"width": request.param, "height": 900})
    return Walker(page, live_server.url, request.param)
