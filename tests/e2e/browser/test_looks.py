"""Light and dark, narrow and wide, two languages, the keyboard alone."""

import pytest
from playwright.async_api import Browser, Page, expect

from bot.playground import Person, Playground
from tests.e2e.browser.conftest import Watch
from tests.e2e.browser.screen import Screen

BRIGHTNESS = """node => {
    const canvas = document.createElement("canvas").getContext("2d");
    canvas.fillStyle = getComputedStyle(node).backgroundColor;
    canvas.fillRect(0, 0, 1, 1);
    return Math.max(...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3));
}"""


async def _brightness(page: Page) -> int:
    brightest: int = await page.locator(".top").evaluate(BRIGHTNESS)
    return brightest


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_it_follows_the_system_until_the_reader_chooses(screen: Screen, scheme: str) -> None:
    await screen.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    assert (await _brightness(screen.page) > 200) == (scheme == "light")

    await screen.page.get_by_role("button", name="Cambiar entre claro y oscuro").click()
    assert (await _brightness(screen.page) > 200) == (scheme == "dark")
    await screen.page.reload()
    await screen.ready()
    assert (await _brightness(screen.page) > 200) == (scheme == "dark")


async def test_it_speaks_english_when_asked(screen: Screen) -> None:
    await screen.page.get_by_role("button", name="Cambiar a inglés").click()
    await screen.ready()

    await expect(screen.page.get_by_role("tabpanel", name="Marcelo's phone")).to_be_visible()
    await expect(screen.page.locator("html")).to_have_attribute("lang", "en")


async def test_both_languages_say_the_same_things(screen: Screen) -> None:
    missing = await screen.page.evaluate(
        """async () => {
            const [es, en] = await Promise.all(
                ["es", "en"].map((one) => import(`/static/words/${one}.js`)));
            const holes = (text) => (text.match(/\\{\\w+\\}/g) ?? []).sort().join();
            const keys = new Set([...Object.keys(es.default), ...Object.keys(en.default)]);
            return [...keys].filter((key) =>
                !(key in es.default) || !(key in en.default) ||
                holes(es.default[key]) !== holes(en.default[key]));
        }"""
    )
    assert missing == []


async def test_a_narrow_page_shows_one_phone_and_counts_what_arrives_on_the_other(
    screen: Screen, marcelo: Person, juana: Person
) -> None:
    await marcelo.start()
    await screen.page.set_viewport_size({"width": 360, "height": 740})
    await expect(screen.phone("Marcelo").node).to_be_visible()
    await expect(screen.phone("Juana Pérez").node).to_be_hidden()

    await juana.start()
    tab = screen.page.get_by_role("tab", name="Juana Pérez")
    await expect(tab.get_by_label("Sin leer: 1")).to_be_visible()
    await tab.click()
    await expect(screen.phone("Juana Pérez").message("Hola")).to_be_visible()
    assert await screen.page.evaluate("document.documentElement.scrollWidth") == 360


async def test_the_keyboard_alone_is_enough(screen: Screen, marcelo: Person) -> None:
    keyboard = screen.page.keyboard
    phone = screen.phone("Marcelo")
    await phone.button("Empezar").focus()
    await keyboard.press("Enter")
    await expect(phone.box).to_be_focused()
    await keyboard.type("/car")
    await expect(phone.commands).to_have_count(1)
    await keyboard.press("Enter")
    await expect(phone.message("3 de 14")).to_be_visible()

    await keyboard.press("ArrowUp")
    await expect(phone.message("3 de 14")).to_be_focused()
    await keyboard.press("Tab")
    await expect(phone.button("✅ 1")).to_be_focused()
    await keyboard.press("Enter")
    await expect(phone.message("mañana 9:00")).to_be_focused()
    await keyboard.press("r")
    await expect(phone.box).to_be_focused()
    await keyboard.type("bien")
    await keyboard.press("Enter")
    await expect(phone.message("bien (sobre: ✅ Juana")).to_be_visible()

    await keyboard.press("ArrowUp")
    await keyboard.press("Enter")
    await expect(screen.page.get_by_role("menu")).to_be_visible()
    await keyboard.press("Escape")
    await expect(screen.page.get_by_role("menu")).to_have_count(0)


async def test_everything_one_can_press_has_a_name(screen: Screen, marcelo: Person) -> None:
    await marcelo.start()
    await screen.phone("Marcelo").say("/card")
    await expect(screen.phone("Marcelo").button("✅ 1")).to_be_visible()

    nameless = await screen.page.evaluate(
        """[...document.querySelectorAll("button, a, textarea, select, input")].filter((node) =>
            node.checkVisibility() && !node.getAttribute("aria-label") &&
            !node.textContent.trim() && !node.labels?.length
        ).map((node) => node.outerHTML)"""
    )
    assert nameless == []
    for role in ("banner", "main"):
        await expect(screen.page.get_by_role(role)).to_have_count(1)
    log = screen.phone("Marcelo").node.get_by_role("log", name="Chat con Abrazo")
    await expect(log).to_have_attribute("aria-live", "polite")


async def test_the_clock_shows_and_jumps(browser: Browser, timed: tuple[Playground, Watch]) -> None:
    tg, watch = timed
    marcelo = tg.user("Marcelo")
    await marcelo.start()
    context = await browser.new_context(locale="es-AR", timezone_id="Asia/Tokyo")
    screen = await Screen(await context.new_page()).opened(tg.url)
    clock = screen.page.get_by_role("region", name="El reloj del bot")
    await expect(clock.locator("time")).to_have_text("mar, 3 mar 2026, 10:00")
    await expect(screen.phone("Marcelo").message("/start")).to_contain_text("10:00")

    await expect(screen.phone("Marcelo").node.get_by_text("Hoy", exact=True)).to_be_visible()
    await clock.get_by_role("button", name="víspera del Día del Amigo").click()
    await expect(clock.locator("time")).to_have_text("dom, 19 jul 2026, 20:00")
    await expect(screen.phone("Marcelo").node.get_by_text("3 de marzo", exact=True)).to_be_visible()
    await clock.get_by_role("button", name="A la mañana siguiente").click()
    await expect(clock.locator("time")).to_have_text("lun, 20 jul 2026, 09:00")
    assert watch.now().isoformat().startswith("2026-07-20T12:00")
    await context.close()


async def test_without_a_clock_of_its_own_the_bar_is_not_there(screen: Screen) -> None:
    await expect(screen.page.get_by_role("region", name="El reloj del bot")).to_have_count(0)
