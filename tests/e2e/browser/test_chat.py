"""Chatting with a bot on the page, as one does in Telegram."""

import re

from playwright.async_api import expect

from bot.playground import Person, Playground
from tests.e2e.browser.screen import Screen


async def test_start_brings_the_first_message_with_its_formatting(screen: Screen) -> None:
    phone = screen.phone("Marcelo")
    await phone.button("Empezar").click()

    hello = phone.message("Hola 👋")
    await expect(hello.locator("strong")).to_have_text("negrita")
    await expect(hello.locator("em")).to_have_text("cursiva")
    await expect(hello.locator("pre")).to_have_text("dos\nlíneas")
    await expect(hello.locator("blockquote")).to_have_text("una cita")
    link = hello.get_by_role("link", name="enlace")
    await expect(link).to_have_attribute("rel", "noopener noreferrer")
    await expect(link).to_have_attribute("target", "_blank")


async def test_code_is_copied_with_a_tap_and_a_spoiler_opens(screen: Screen) -> None:
    phone = screen.phone("Marcelo")
    await phone.button("Empezar").click()

    await phone.button("Copiar: copiame").click()
    await expect(screen.page.get_by_text("Copiado")).to_be_visible()
    assert await screen.page.evaluate("navigator.clipboard.readText()") == "copiame"

    await expect(phone.node.get_by_text("sorpresa")).to_be_hidden()
    await phone.button("Texto oculto").click()
    await expect(phone.node.get_by_text("sorpresa")).to_be_visible()


async def test_what_is_typed_arrives_and_is_answered(screen: Screen, marcelo: Person) -> None:
    await marcelo.start()
    phone = screen.phone("Marcelo")
    await phone.say("hola, ¿qué tal?")

    await expect(phone.message("Marcelo: hola, ¿qué tal?")).to_be_visible()
    await expect(phone.box).to_have_value("")
    await expect(phone.box).to_be_focused()


async def test_a_tap_shows_its_note_and_the_card_changes_in_place(
    screen: Screen, marcelo: Person
) -> None:
    await marcelo.start()
    phone = screen.phone("Marcelo")
    await phone.say("/card")
    card = phone.message("3 de 14")
    number = await card.get_attribute("data-id")
    count = await phone.bubbles.count()

    await phone.button("✅ 1").click()

    await expect(screen.page.get_by_text("listo", exact=True)).to_be_visible()
    edited = phone.node.locator(f'[data-id="{number}"]')
    await expect(edited).to_contain_text("mañana 9:00, por WhatsApp")
    await expect(edited.get_by_role("button", name="✅")).to_have_count(0)
    await expect(edited).to_contain_text("editado")
    assert await phone.bubbles.count() == count


async def test_an_alert_waits_for_the_reader(screen: Screen, marcelo: Person) -> None:
    await marcelo.start()
    phone = screen.phone("Marcelo")
    await phone.say("/card")
    await phone.button("✏️ Editar").click()

    alert = screen.page.get_by_role("alertdialog")
    await expect(alert).to_have_accessible_description("Escribime el saludo")
    await expect(alert.get_by_role("button", name="Aceptar")).to_be_focused()
    await alert.get_by_role("button", name="Aceptar").click()
    await expect(alert).to_have_count(0)


async def test_a_deleted_message_goes(screen: Screen, marcelo: Person) -> None:
    await marcelo.start()
    phone = screen.phone("Marcelo")
    await phone.say("/card")
    await phone.button("🗑").click()

    await expect(phone.bubbles.filter(has_text="3 de 14")).to_have_count(0)


async def test_buttons_open_elsewhere_or_copy(screen: Screen, marcelo: Person) -> None:
    await marcelo.start()
    phone = screen.phone("Marcelo")
    await phone.say("/card")

    link = phone.node.get_by_role("link", name="📲 WhatsApp")
    await expect(link).to_have_attribute("href", "https://wa.me/5491155551234?text=Hola")
    await expect(link).to_have_attribute("rel", "noopener noreferrer")
    await phone.button("📋").click()
    await expect(screen.page.get_by_text("Copiado")).to_be_visible()
    assert await screen.page.evaluate("navigator.clipboard.readText()") == "Feliz día, Juani"


async def test_a_button_that_is_gone_says_so(
    screen: Screen, marcelo: Person, tg: Playground
) -> None:
    await marcelo.start()
    phone = screen.phone("Marcelo")
    await phone.say("/card")
    button = phone.button("✅ 1")
    await expect(button).to_be_visible()
    tg.state.messages[marcelo.last.id].markup = None
    await button.click()

    await expect(screen.page.get_by_text("Ese botón ya no está.")).to_be_visible()


async def test_the_menu_offers_commands_while_one_types(screen: Screen, marcelo: Person) -> None:
    await marcelo.start()
    phone = screen.phone("Marcelo")
    await phone.button("Comandos").click()
    await expect(phone.commands).to_have_text(["/cardUna tarjeta", "/keysUn teclado"])

    await phone.box.fill("/k")
    await expect(phone.commands).to_have_text(["/keysUn teclado"])
    await phone.box.press("Enter")

    await expect(phone.message("Elegí:")).to_be_visible()


async def test_a_message_that_arrives_leaves_the_list_of_commands_alone(
    screen: Screen, marcelo: Person
) -> None:
    await marcelo.start()
    phone = screen.phone("Marcelo")
    await phone.box.fill("/")
    await phone.box.press("ArrowDown")
    await marcelo.send("desde el teléfono")
    await expect(phone.message("Marcelo: desde el teléfono")).to_be_visible()
    await expect(phone.commands.nth(1)).to_have_attribute("aria-selected", "true")

    await phone.box.press("Escape")
    await marcelo.send("otra vez")
    await expect(phone.message("Marcelo: otra vez")).to_be_visible()
    await expect(phone.commands).to_have_count(0)


async def test_a_message_that_arrives_leaves_the_focus_on_the_way_out_of_a_reply(
    screen: Screen, marcelo: Person
) -> None:
    await marcelo.start()
    phone = screen.phone("Marcelo")
    await phone.message("Hola 👋").click(button="right")
    await screen.page.get_by_role("menuitem", name="Responder").click()
    leave = phone.button("No responder a este mensaje")
    await leave.focus()
    await marcelo.send("desde el teléfono")
    await expect(phone.message("Marcelo: desde el teléfono")).to_be_visible()
    await expect(leave).to_be_focused()


async def test_a_message_that_has_the_focus_is_read_aloud(screen: Screen, marcelo: Person) -> None:
    await marcelo.start()
    phone = screen.phone("Marcelo")
    await phone.say("hola")
    answer = phone.message("Marcelo: hola")
    await expect(answer).to_be_visible()
    await phone.box.press("ArrowUp")
    await expect(answer).to_be_focused()
    await expect(answer).to_have_accessible_name(re.compile(r"\bMarcelo: hola"))


async def test_typing_is_shown_while_the_bot_works(screen: Screen, marcelo: Person) -> None:
    await marcelo.start()
    phone = screen.phone("Marcelo")
    await phone.say("/busy")

    await expect(phone.node.get_by_text("escribiendo…")).to_be_visible()


async def test_a_reply_names_what_it_answers_and_an_edit_changes_it(
    screen: Screen, marcelo: Person
) -> None:
    await marcelo.start()
    phone = screen.phone("Marcelo")
    await phone.say("primera")
    await phone.message("Marcelo: primera").click(button="right")
    await screen.page.get_by_role("menuitem", name="Responder").click()
    await phone.say("segunda")
    await expect(phone.message("segunda (sobre: Marcelo: primera)")).to_be_visible()

    await phone.bubbles.filter(has_text="segunda").first.click(button="right")
    await screen.page.get_by_role("menuitem", name="Editar").click()
    await expect(phone.box).to_have_value("segunda")
    await phone.say("tercera")
    await expect(phone.bubbles.filter(has_text="tercera")).to_contain_text(["editado"])


async def test_the_reply_keyboard_shares_a_number_and_people(
    screen: Screen, marcelo: Person
) -> None:
    await marcelo.start()
    phone = screen.phone("Marcelo")
    await phone.say("/keys")

    await phone.button("Mi número").click()
    await screen.page.get_by_role("button", name="Compartir").click()
    await expect(phone.bubbles.filter(has_text="+54 9 11 5555-0142")).to_have_count(2)

    await phone.button("Elegir gente").click()
    await screen.page.get_by_role("checkbox").check()
    await screen.page.get_by_role("button", name="Compartir").click()
    await expect(phone.message("1 personas")).to_be_visible()
