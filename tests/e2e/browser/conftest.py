"""One browser for all tests here, a playground and a page for each."""

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, ConsoleMessage, expect

from bot.clock import Clock
from bot.playground import Person, Playground, clock
from tests.e2e.browser.browser import CHROMIUM, chromium
from tests.e2e.browser.screen import Screen
from tests.e2e.browser.toy import App, toy_bot

HERE = Path(__file__).parent
ZONE = "America/Argentina/Buenos_Aires"

expect.set_options(timeout=30_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here shares one event loop, as it shares the browser."""
    absent = pytest.mark.skip(reason=f"no {CHROMIUM}: apt install chromium")
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)
            if not CHROMIUM.exists():
                item.add_marker(absent)


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
