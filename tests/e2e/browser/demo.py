"""`abrazo demo` as a newcomer starts it, in a process of its own."""

import asyncio
import re
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from playwright.async_api import expect

from tests.e2e.browser.screen import Phone, Screen

SECONDS_TO_START = 60.0
MOST_CARDS = 12


@asynccontextmanager
async def running_demo(home: Path) -> AsyncIterator[str]:
    """Its address, once it says so."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot", "demo", "--port", "0", "--no-open", "--keep", str(home)),
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout
    try:
        async with asyncio.timeout(SECONDS_TO_START):
            line = (await process.stdout.readline()).decode()
        found = re.search(r"http://\S+\d", line)
        assert found, line
        yield found[0]
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


async def jump(screen: Screen, name: str) -> None:
    """Press one of the buttons of the clock."""
    await (
        screen.page.get_by_role("region", name="El reloj del bot")
        .get_by_role("button", name=name)
        .click()
    )


async def card_of(phone: Phone, name: str) -> None:
    """Skip until the newest card is somebody's."""
    for _ in range(MOST_CARDS):
        card = phone.card("⏭")
        await expect(card).to_be_visible(timeout=30_000)
        number = await card.get_attribute("data-id")
        if name in (await card.text_content() or ""):
            return
        await card.get_by_role("button", name="⏭").click()
        skipped = phone.node.locator(f'[data-id="{number}"]').get_by_role("button", name="⏭")
        await expect(skipped).to_have_count(0)
    raise AssertionError(f"no card of {name}")
