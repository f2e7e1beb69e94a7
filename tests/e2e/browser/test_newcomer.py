"""The whole way of somebody who tries the demo: from a note to a greeting that is answered."""

from pathlib import Path

from playwright.async_api import BrowserContext, expect

from tests.e2e.browser.demo import card_of, jump, running_demo
from tests.e2e.browser.screen import Screen


async def test_a_newcomer_adds_a_friend_approves_a_greeting_and_sees_it_arrive(
    context: BrowserContext, tmp_path: Path
) -> None:
    async with running_demo(tmp_path) as url:
        screen = await Screen(await context.new_page()).opened(url)
        marcelo, lucia = screen.phone("Marcelo"), screen.phone("Lucía")
        welcome = marcelo.bubbles.first
        await expect(welcome).to_contain_text("Hola, Marcelo. Soy Abrazo")
        await expect(welcome).to_contain_text("tocá arriba el botón que va a la víspera")
        await expect(marcelo.bubbles.filter(has_text="no hay ningún modelo")).to_have_count(1)
        await marcelo.say("/add Rita Paz, amiga, colecciona mates")
        await expect(marcelo.message("Rita Paz").last).to_be_visible()
        before = await lucia.bubbles.count()

        await jump(screen, "víspera del Día del Amigo")
        await card_of(marcelo, "Lucía")
        card = marcelo.card("✅ 1")
        text = (await card.locator(".text").text_content() or "").split("1️⃣")[1]
        first = text.split("2️⃣")[0].strip()
        await card.get_by_role("button", name="✅ 1").click()
        await expect(marcelo.node.get_by_role("button", name="🚀").last).to_be_visible()
        assert await lucia.bubbles.count() == before

        await jump(screen, "A la mañana siguiente")
        await expect(lucia.bubbles).to_have_count(before + 1, timeout=30_000)
        greeting = lucia.bubbles.last.locator(".text")
        assert (await greeting.text_content() or "").split("\n", 1)[0] == "Marcelo"
        assert (await greeting.text_content() or "").rstrip().endswith(first)

        await lucia.say("jajaja no te creo nada!! te quiero")
        await expect(marcelo.message("💬 Lu")).to_contain_text("jajaja no te creo nada")
