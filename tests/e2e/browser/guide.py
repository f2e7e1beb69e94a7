"""Makes the pictures of the owners' guide and the avatar anew: `python -m tests.e2e.browser.guide`."""

import asyncio
import sys
import tempfile
from pathlib import Path

from playwright.async_api import Browser, ViewportSize, expect

from bot.playground import Person
from tests.e2e.browser.browser import chromium
from tests.e2e.browser.screen import Screen
from tests.transcripts.flows import settled_owner
from tests.transcripts.stage import Stage, staged
from tests.transcripts.words import WORDS

PICTURES = Path("docs/pictures")
GUIDES = ("es", "en")
HAND = ViewportSize(width=360, height=640)
SHARPNESS = 1.5
AVATAR = ViewportSize(width=640, height=640)
"""What @BotFather takes at its best."""


class Camera:
    """Takes a phone's picture of how the owner's chat stands."""

    def __init__(self, stage: Stage, screen: Screen, directory: Path) -> None:
        self._stage, self._screen, self._directory = stage, screen, directory

    async def take(self, owner: Person, name: str) -> None:
        """`guide-<language>-<name>.jpg`, once the page shows the newest message."""
        page = self._screen.page
        newest = page.locator(f'.message[data-id="{owner.messages[-1].id}"]')
        await expect(newest.first).to_be_visible(timeout=30_000)
        await expect(page.locator(".toast")).to_have_count(0, timeout=30_000)
        await page.evaluate("document.activeElement?.blur()")
        path = self._directory / f"guide-{self._stage.language}-{name}.jpg"
        await page.screenshot(path=path, type="jpeg", quality=82)


async def tell(stage: Stage, browser: Browser, directory: Path) -> None:
    """A first note, the eve, what was decided, and the morning."""
    words = WORDS[stage.language]
    marcelo = await settled_owner(stage, words, "juana", "teo", "lucia", "ana")
    context = await browser.new_context(
        viewport=HAND,
        locale=stage.language,
        timezone_id="America/Argentina/Buenos_Aires",
        device_scale_factor=SHARPNESS,
        color_scheme="light",
    )
    screen = await Screen(await context.new_page()).opened(stage.tg.url)
    camera = Camera(stage, screen, directory)
    await stage.says(marcelo, words["moved"], words["boat"])
    await camera.take(marcelo, "note")
    await stage.at(19, 20, 1)
    await camera.take(marcelo, "card")
    await stage.taps(marcelo, "✅ 1", "✅ 1", "✅ 1", "✅ 1")
    await camera.take(marcelo, "decided")
    await stage.at(20, 9, 0)
    await camera.take(marcelo, "round")
    await stage.says(marcelo, "/settings")
    await camera.take(marcelo, "settings")
    await context.close()


async def portrait(browser: Browser, directory: Path) -> None:
    """The avatar as @BotFather wants it: a square PNG."""
    context = await browser.new_context(viewport=AVATAR)
    page = await context.new_page()
    drawing = (PICTURES / "avatar.svg").read_text(encoding="utf-8")
    await page.set_content(
        f"<style>body{{margin:0}}svg{{width:100vw;height:100vh}}</style>{drawing}"
    )
    await page.screenshot(path=directory / "avatar.png")
    await context.close()


async def make(directory: Path) -> None:
    """All of them."""
    async with chromium() as browser:
        await portrait(browser, directory)
        for language in GUIDES:
            with tempfile.TemporaryDirectory() as home:
                async with staged(Path(home), language, default_language=language) as stage:
                    await tell(stage, browser, directory)


if __name__ == "__main__":
    directory = Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURES
    directory.mkdir(parents=True, exist_ok=True)
    asyncio.run(make(directory))
