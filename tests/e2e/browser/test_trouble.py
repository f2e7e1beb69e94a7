"""Reloads, second tabs, and a server that goes away."""

from playwright.async_api import BrowserContext, expect

from bot.playground import Person, Playground
from tests.e2e.browser.screen import Screen


async def test_two_tabs_and_a_reload_show_the_same(
    screen: Screen, context: BrowserContext, tg: Playground, marcelo: Person
) -> None:
    await marcelo.start()
    other = await Screen(await context.new_page()).opened(tg.url)
    await screen.phone("Marcelo").say("/card")
    await other.phone("Marcelo").button("✅ 1").click()

    for one in (screen, other):
        await expect(one.phone("Marcelo").message("mañana 9:00")).to_be_visible()
    before = await screen.phone("Marcelo").bubbles.all_text_contents()
    await screen.page.reload()
    await screen.ready()
    assert await screen.phone("Marcelo").bubbles.all_text_contents() == before
    assert await other.phone("Marcelo").bubbles.all_text_contents() == before


async def test_whose_phones_are_shown_outlives_a_reload(screen: Screen, tg: Playground) -> None:
    nico = tg.user("Nico")
    chooser = screen.page.get_by_label("¿De quién es este teléfono?").last
    await expect(chooser.get_by_role("option", name="Nico")).to_have_count(1)
    await chooser.select_option(str(nico.id))
    await expect(screen.phone("Nico").node).to_be_visible()
    await screen.page.reload()
    await screen.ready()

    await expect(screen.phone("Nico").node).to_be_visible()
    await expect(screen.phone("Marcelo").node).to_be_visible()


async def test_a_server_that_stops_is_told_and_found_again(context: BrowserContext) -> None:
    async with Playground() as first:
        await first.user("Marcelo").start()
        port = int(first.url.rpartition(":")[2])
        screen = await Screen(await context.new_page()).opened(first.url)
        phone = screen.phone("Marcelo")
        await phone.box.fill("a medio escribir")
    banner = screen.page.get_by_role("alert")
    await expect(banner).to_contain_text("El servidor no responde")
    await expect(phone.message("/start")).to_be_visible()
    await phone.box.press("Enter")
    await expect(screen.page.get_by_text("No se pudo enviar. Probá de nuevo.")).to_be_visible()
    await expect(phone.box).to_have_value("a medio escribir")

    async with Playground(port=port) as second:
        marcelo = second.user("Marcelo")
        await marcelo.start()
        await marcelo.send("otra vez")
        await expect(banner).to_be_hidden()
        await expect(phone.message("otra vez")).to_be_visible()
        await expect(phone.box).to_have_value("a medio escribir")
        await expect(phone.box).to_be_focused()
        await screen.page.keyboard.press("Enter")
        await expect(phone.message("a medio escribir")).to_be_visible()
