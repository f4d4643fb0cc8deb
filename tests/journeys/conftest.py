"""A real browser, the real pages, a real worker: what the journeys stand on."""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.db import connections
from django.urls import reverse
from playwright.sync_api import expect

from agency.access import Role
from agency.content import load_catalogue, load_clocks
from families.content import load_instrument
from tests.agency.factories import AgencyFactory, CenterFactory, ProgramFactory, ProgramYearFactory, UserFactory
from tests.working import PATIENCE, nobody_else, until

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
expect.set_options(timeout=PATIENCE * 1000)


def pytest_collection_modifyitems(items):
    """Journeys need a browser; where there is none they say so instead of failing.

    A browser on a busy machine may lose a page for reasons of its own, so a journey that fails is walked once more. The
    rerun is printed as such, and a second failure is a failure.
    """
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.flaky(reruns=1))
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason="no Chromium found; install the package chromium"))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return browser_type_launch_args | {"executable_path": CHROMIUM, "args": QUIET}


@pytest.fixture(scope="session")
def no_loop_yet(django_db_setup, django_db_blocker):
    """Django keeps other connections for a thread in which a loop runs: Playwright's begins, so those of before go."""
    with django_db_blocker.unblock():
        connections.close_all()


@pytest.fixture(scope="session")
def playwright(no_loop_yet, playwright):
    """And it ends, so those of its time go: a database that somebody holds open cannot be dropped."""
    yield playwright
    connections.close_all()


@pytest.fixture
def everybody_leaves(live_server, transactional_db):
    """The tables are emptied once the last page asked for has been answered, also when nobody waits for it any more."""
    yield
    until(nobody_else, "the server to answer the last request")


@pytest.fixture
def browser_context_args(browser_context_args, everybody_leaves):
    """Nothing fades in or out: a color half way is nobody's choice."""
    return browser_context_args | {"reduced_motion": "reduce"}


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
    """A person with a browser of one width: opens pages, fills in what stands there, looks at what comes.

    It waits for what a person waits for: a box is tapped where it lies still and uncovered, a page is read when it has
    come.
    """

    def __init__(self, page, server, width):
        self.page, self.server, self.width = page, server, width
        self.asked, self.shots, self.form = [], 0, "main form"
        page.set_default_timeout(PATIENCE * 1000)
        page.on("request", lambda request: self.asked.append(request.url))

    def sign_in(self, person):
        self.page.context.clear_cookies()
        self.page.goto(self.server + reverse("account_login"))
        self.log_in(person.username)

    def log_in(self, username):
        """Fill in the log-in page that stands here, and come to the page behind it."""
        self.form = "main form"
        self.fill(login=username, password=PASSWORD)
        with self.page.expect_navigation():
            self.page.press("[name=password]", "Enter")
        assert "/login" not in self.page.url

    def open(self, name, *args):
        """The page called `name`; returns after checking that it is one."""
        self.form = "main form"
        answer = self.page.goto(self.server + reverse(name, args=args))
        assert answer.status == 200, (name, answer.status)

    def go(self, where):
        """Tap what leads on, and come to the page that follows."""
        with self.page.expect_navigation():
            where.click()

    def unfold(self, action):
        """Work in the form that is sent to `action`, which may be folded away."""
        self.form = f'main form[action*="{action}"]'
        self.reach(self.page.locator(self.form))

    def reach(self, where):
        """Open what is folded over a place, from the outside in."""
        for fold in where.locator("xpath=ancestor::details").all():
            summary = fold.locator("> summary")
            if fold.get_attribute("open") is None and summary.is_visible():
                summary.click()
                expect(fold).to_have_attribute("open", "")

    def fill(self, **fields):
        """Type into fields by name, choose from lists, pick pills."""
        for name, value in fields.items():
            self.set(name, value)

    def set(self, name, value):
        css = f'{self.form} [name="{name}"]'
        field = self.page.locator(css).first
        kind = field.evaluate("e => e.tagName === 'SELECT' ? 'select' : e.type")
        if kind == "select":
            field.select_option(value)
        elif kind in ("radio", "checkbox"):
            self.tick(field if value is True else self.page.locator(f'{css}[value="{value}"]').first)
        else:
            field.fill(str(value))

    def tick(self, box, on=True):
        """Tap a box unless it is as it should be, and see that it is."""
        if box.is_checked() != on:
            box.click()
        expect(box).to_be_checked(checked=on)

    def press(self, words):
        """The visible button or link with these words, and the page that follows."""
        main = self.page.locator("main")
        named = main.get_by_role("button", name=words).or_(main.get_by_role("link", name=words))
        self.go(named.locator("visible=true").first)

    def save(self):
        """The main button of the form on this page, and the page that follows."""
        main = self.page.locator(f"{self.form} button.btn-primary:visible")
        self.go((main if main.count() else self.page.locator(f"{self.form} button:visible")).last)

    def look(self, name):
        """Keep a picture, ask axe, and see that nothing runs out of the screen."""
        self.shots += 1
        SCREENS.mkdir(parents=True, exist_ok=True)
        self.page.evaluate("document.fonts.ready.then(() => true)")
        self.page.screenshot(path=SCREENS / f"{self.shots:02d}-{name}-{self.width}.png", full_page=True)
        wide = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{name} is {wide} px too wide at {self.width}"
        found = self._unobscured(lambda: Axe().run(self.page, options=RULES))
        assert not found.response["violations"], f"{name}: {found.generate_report()}"

    def _unobscured(self, ask):
        """Ask with the whole page in the window: a bar floating over a scrolled page hides what one can scroll to."""
        height, window = self.page.evaluate("document.documentElement.scrollHeight"), self.page.viewport_size
        self.page.set_viewport_size({"width": self.width, "height": height + 300})
        answer = ask()
        self.page.set_viewport_size(window)
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
