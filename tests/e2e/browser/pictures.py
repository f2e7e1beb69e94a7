"""Makes the pictures of the README and of docs/tour.md anew.

`python -m tests.e2e.browser.pictures [DIRECTORY]`
"""

import asyncio
import sys
import tempfile
from pathlib import Path
from typing import Literal

from playwright.async_api import Browser, ViewportSize, expect

from tests.e2e.browser.browser import chromium
from tests.e2e.browser.demo import card_of, jump, running_demo
from tests.e2e.browser.screen import Screen

PICTURES = Path("docs/pictures")
DESKTOP = ViewportSize(width=1120, height=740)
HAND = ViewportSize(width=360, height=740)
SHARPNESS = 1.5
QUALITY = 80
"""Of the JPEG; the wallpaper's gradients make a PNG five times as big."""


async def _screen(
    browser: Browser, url: str, size: ViewportSize, scheme: Literal["light", "dark"]
) -> Screen:
    context = await browser.new_context(
        viewport=size, color_scheme=scheme, locale="es-AR", device_scale_factor=SHARPNESS
    )
    return await Screen(await context.new_page()).opened(url)


async def _take(screen: Screen, path: Path) -> None:
    """Without the notes that come and go, and without the focus's ring."""
    await expect(screen.page.locator(".toast")).to_have_count(0, timeout=30_000)
    await screen.page.evaluate("document.activeElement?.blur()")
    await screen.page.screenshot(path=path, type="jpeg", quality=QUALITY)


async def make(directory: Path) -> None:
    """A newcomer's way: the start, a friend added, the eve, the morning and the answer."""
    with tempfile.TemporaryDirectory() as home:
        async with running_demo(Path(home)) as url, chromium() as browser:
            day = await _screen(browser, url, DESKTOP, "light")
            night = await _screen(browser, url, HAND, "dark")
            marcelo, lucia = day.phone("Marcelo"), day.phone("Lucía")
            await expect(marcelo.message("Para empezar")).to_be_visible()
            await _take(day, directory / "start.jpg")
            await marcelo.say("/add Rita Paz, amiga, colecciona mates, cumple 3/5")
            await expect(marcelo.message("Anoté").last).to_be_visible()
            await _take(day, directory / "add.jpg")
            await jump(day, "víspera del Día del Amigo")
            await card_of(marcelo, "Lucía")
            await _take(day, directory / "card.jpg")
            await _take(night, directory / "card-dark.jpg")

            card = marcelo.card("✅ 1")
            await card.get_by_role("button", name="✅ 1").click()
            await expect(marcelo.node.get_by_role("button", name="🚀").last).to_be_visible()
            await _take(day, directory / "approved.jpg")
            before = await lucia.bubbles.count()
            await jump(day, "A la mañana siguiente")
            await expect(lucia.bubbles).to_have_count(before + 1, timeout=30_000)
            await _take(day, directory / "morning.jpg")
            await lucia.say("jajaja no te creo nada!! te quiero")
            await expect(marcelo.message("💬 Lu")).to_be_visible()
            await _take(day, directory / "answer.jpg")


if __name__ == "__main__":
    directory = Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURES
    directory.mkdir(parents=True, exist_ok=True)
    asyncio.run(make(directory))
