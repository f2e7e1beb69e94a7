"""A newcomer's whole way by the keyboard alone: nothing here clicks, or puts the focus anywhere."""

from pathlib import Path

from playwright.async_api import BrowserContext, Locator, expect

from tests.e2e.browser.demo import MOST_CARDS, running_demo
from tests.e2e.browser.screen import Phone, Screen

FOCUS = """() => {
    const { activeElement: node } = document;
    return [node.getAttribute("aria-label") ?? node.textContent, node.closest(".pane")?.id ?? ""];
}"""
MOST_STOPS = 40


async def _tab_to(screen: Screen, name: str, phone: Phone | None = None, key: str = "Tab") -> None:
    """Press Tab until what has such a name, on such a phone, has the focus."""
    pane = await phone.node.get_attribute("id") if phone else ""
    stops = []
    for _ in range(MOST_STOPS):
        await screen.page.keyboard.press(key)
        label, where = await screen.page.evaluate(FOCUS)
        stops.append(label)
        if label.startswith(name) and where == pane:
            return
    raise AssertionError(f"no way to {name} through {stops}")


async def _press(screen: Screen, phone: Phone, name: str) -> Locator:
    """From wherever one is on the phone, press a button of the newest card; answers that card."""
    card = phone.card(name)
    await expect(card).to_be_visible(timeout=30_000)
    number = await card.get_attribute("data-id")
    await _to_message(screen, phone, card)
    await _tab_to(screen, name, phone)
    await screen.page.keyboard.press("Enter")
    return phone.node.locator(f'[data-id="{number}"]')


async def _to_message(screen: Screen, phone: Phone, message: Locator) -> None:
    """With Escape to the line, from there up with the arrow."""
    await screen.page.keyboard.press("Escape")
    await expect(phone.box).to_be_focused()
    for _ in range(MOST_STOPS):
        await screen.page.keyboard.press("ArrowUp")
        if await message.evaluate("node => node === document.activeElement"):
            return
    raise AssertionError("no way up to that message")


async def _skip_until(screen: Screen, phone: Phone, name: str) -> None:
    for _ in range(MOST_CARDS):
        card = phone.card("⏭")
        await expect(card).to_be_visible(timeout=30_000)
        if name in (await card.text_content() or ""):
            return
        skipped = await _press(screen, phone, "⏭")
        await expect(skipped.get_by_role("button", name="⏭")).to_have_count(0)
        await expect(skipped).to_be_focused()
    raise AssertionError(f"no card of {name}")


async def test_the_eve_and_the_morning_need_no_mouse(
    context: BrowserContext, tmp_path: Path
) -> None:
    async with running_demo(tmp_path) as url:
        screen = await Screen(await context.new_page()).opened(url)
        keyboard = screen.page.keyboard
        marcelo, lucia = screen.phone("Marcelo"), screen.phone("Lucía")
        await _tab_to(screen, "Ir a la víspera")
        await keyboard.press("Enter")
        await expect(marcelo.card("✅ 1")).to_be_visible(timeout=30_000)
        await _tab_to(screen, "Mensaje", marcelo)
        await _skip_until(screen, marcelo, "Lucía")

        await _press(screen, marcelo, "✏️")
        await expect(marcelo.message("Escribime el saludo")).to_be_visible()
        await keyboard.press("Escape")
        await keyboard.type("Un abrazo grande, de puño y letra.")
        await keyboard.press("Enter")
        await expect(marcelo.card("✅")).to_contain_text("de puño y letra")
        own = await _press(screen, marcelo, "✅")
        await expect(own.get_by_role("button", name="🚀")).to_be_visible()
        await expect(own, "Enter again must not send it at once").to_be_focused()
        await _tab_to(screen, "↩️", marcelo)
        await keyboard.press("Enter")
        await expect(own.get_by_role("button", name="🚀")).to_have_count(0)
        await _tab_to(screen, "✅", marcelo)
        await keyboard.press("Enter")
        await expect(own.get_by_role("button", name="🚀")).to_be_visible()

        await _tab_to(screen, "A la mañana siguiente", key="Shift+Tab")
        await keyboard.press("Enter")
        await expect(lucia.message("de puño y letra")).to_be_visible(timeout=30_000)
        await _tab_to(screen, "Mensaje", lucia)
        await keyboard.type("no te creo nada!!")
        await keyboard.press("Enter")
        heard = marcelo.message("💬 Lu")
        await expect(heard).to_contain_text("no te creo nada!!")
        await _tab_to(screen, "Mensaje", marcelo, key="Shift+Tab")
        await _to_message(screen, marcelo, heard)
        await keyboard.press("r")
        await keyboard.type("te quiero, hermana")
        await keyboard.press("Enter")
        await expect(marcelo.card("🚀")).to_contain_text("te quiero, hermana")
        await _press(screen, marcelo, "🚀")
        await expect(lucia.message("te quiero, hermana")).to_be_visible()
