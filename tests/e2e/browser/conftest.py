"""One browser for all tests here, a playground and a page for each."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, expect

from bot.clock import Clock
from bot.playground import Person, Playground, clock
from tests.e2e.browser.browser import CHROMIUM, chromium
from tests.e2e.browser.toy import App, toy_bot

HERE = Path(__file__).parent
ZONE = "America/Argentina/Buenos_Aires"

expect.set_options(timeout=8_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here shares one event loop, as it shares the browser."""
    absent = pytest.mark.skip(reason=f"no {CHROMIUM}: apt install chromium")
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)
            if not CHROMIUM.exists():
                item.add_marker(absent)


@dataclass(frozen=True, slots=True)
class Phone:
    """One of the two phones on a page, by what a person finds there."""

    node: Locator

    @property
    def box(self) -> Locator:
        """Where one writes."""
        return self.node.get_by_role("combobox", name="Mensaje")

    @property
    def commands(self) -> Locator:
        """The commands that are suggested."""
        return self.node.get_by_role("listbox", name="Comandos").get_by_role("option")

    @property
    def bubbles(self) -> Locator:
        """The messages, oldest first."""
        return self.node.locator(".message")

    def message(self, text: str) -> Locator:
        """The newest message with such a text."""
        return self.bubbles.filter(has_text=text).last

    def button(self, name: str) -> Locator:
        """The newest button of such a name."""
        return self.node.get_by_role("button", name=name).last

    async def say(self, text: str) -> None:
        """Type and press Enter."""
        await self.box.fill(text)
        await self.box.press("Enter")


@dataclass(slots=True)
class Screen:
    """A page and its two phones."""

    page: Page

    def phone(self, name: str) -> Phone:
        """Somebody's phone."""
        return Phone(self.page.get_by_role("tabpanel", name=f"Teléfono de {name}"))

    async def opened(self, url: str) -> "Screen":
        """Go there."""
        await self.page.goto(url)
        return await self.ready()

    async def ready(self) -> "Screen":
        """Wait for the first state of the server."""
        await self.page.wait_for_selector("html[data-ready]")
        return self


@pytest_asyncio.fixture(loop_scope="session", scope="session")
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as running:
        yield running


@pytest_asyncio.fixture(loop_scope="session")
async def tg() -> AsyncIterator[Playground]:
    async with Playground() as playground:
        yield playground


@pytest_asyncio.fixture(loop_scope="session")
async def bot(tg: Playground) -> AsyncIterator[App]:
    async with toy_bot(tg) as running:
        yield running


@pytest.fixture
def marcelo(tg: Playground) -> Person:
    return tg.user("Marcelo")


@pytest.fixture
def juana(tg: Playground, marcelo: Person) -> Person:
    """The second on the page, after Marcelo."""
    return tg.user("Juana", last_name="Pérez", username="juanap")


@pytest_asyncio.fixture(loop_scope="session")
async def context(browser: Browser) -> AsyncIterator[BrowserContext]:
    opened = await browser.new_context(
        locale="es-AR",
        viewport={"width": 1200, "height": 820},
        permissions=["clipboard-read", "clipboard-write", "microphone"],
    )
    yield opened
    await opened.close()


@pytest_asyncio.fixture(loop_scope="session")
async def screen(
    context: BrowserContext, tg: Playground, bot: App, juana: Person
) -> AsyncIterator[Screen]:
    """The page as it opens, with Marcelo's phone on the left and Juana's on the right.

    At the end no complaint may stand in the browser's console: a script that broke, or one that
    the page's policy stopped, fails the test. Answers such as 409 are the server's own business.
    """
    page = await context.new_page()
    complaints: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            complaints.append(message.text)

    page.on("console", heard)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield await Screen(page).opened(tg.url)
    assert not complaints


class Watch(Clock):
    """A clock that begins on a given day."""

    def __init__(self, instant: datetime) -> None:
        super().__init__()
        self.move_to(instant)


@pytest_asyncio.fixture(loop_scope="session")
async def timed() -> AsyncIterator[tuple[Playground, Watch]]:
    """A playground whose clock the page may move: Tuesday 3 March 2026, 10:00 in Buenos Aires."""
    watch = Watch(datetime.fromisoformat("2026-03-03T10:00:00-03:00"))
    async with Playground(now=watch.now, pages=clock.routes(watch, ZONE)) as playground:
        yield playground, watch
