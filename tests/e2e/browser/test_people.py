"""Two phones side by side: somebody is invited, gets a message, answers, blocks."""

from playwright.async_api import expect

from bot.playground import Person, Playground
from tests.e2e.browser.screen import Screen


async def test_an_invitation_is_opened_on_the_other_phone(
    screen: Screen, marcelo: Person, juana: Person
) -> None:
    await marcelo.start()
    await screen.phone("Marcelo").say("/card")
    await screen.phone("Marcelo").button("💌 Invitar").click()
    await screen.page.get_by_role("dialog").get_by_role("button", name="Juana Pérez").click()

    hers = screen.phone("Juana Pérez")
    await expect(hers.message("Te invitaron con abc123")).to_be_visible()
    await hers.say("gracias!")
    await expect(hers.message("Juana Pérez: gracias!")).to_be_visible()
    assert "gracias!" not in [message.text for message in marcelo.messages]


async def test_somebody_new_is_added_with_a_script_for_a_name(
    screen: Screen, marcelo: Person, tg: Playground
) -> None:
    name = "<img src=x onerror=alert(1)><script>document.title='robado'</script>"
    await marcelo.start()
    hers = screen.page.get_by_label("¿De quién es este teléfono?").last
    await hers.select_option("new")
    dialog = screen.page.get_by_role("dialog")
    await dialog.get_by_label("Nombre").evaluate("(node, name) => { node.value = name }", name)
    await dialog.get_by_role("button", name="Agregar").click()
    phone = screen.phone(name)
    await phone.button("Empezar").click()
    await phone.say("hola")

    await expect(phone.message(f"{name}: hola")).to_be_visible()
    assert await screen.page.title() != "robado"
    assert await screen.page.locator("img[src=x], main script").count() == 0
    assert tg.people[-1].account.first_name == name


async def test_a_blocked_bot_is_taken_back(screen: Screen, marcelo: Person) -> None:
    await marcelo.start()
    phone = screen.phone("Marcelo")
    await phone.button("Más").click()
    await screen.page.get_by_role("menuitem", name="Bloquear").click()
    await screen.page.get_by_role("alertdialog").get_by_role("button", name="Aceptar").click()
    await expect(phone.node.get_by_text("Bloqueaste a este bot.")).to_be_visible()
    await expect(phone.box).to_be_hidden()
    assert marcelo.account.blocked

    await phone.button("Desbloquear y empezar").click()
    await expect(phone.box).to_be_visible()
    assert not marcelo.account.blocked


async def test_a_message_is_forwarded_to_the_bot(
    screen: Screen, marcelo: Person, juana: Person
) -> None:
    await marcelo.start()
    await juana.start()
    await juana.send("me mudé a Córdoba")
    hers = screen.phone("Juana Pérez")
    await hers.bubbles.filter(has_text="me mudé").first.click(button="right")
    await screen.page.get_by_role("menuitem", name="Reenviar").click()
    await screen.page.get_by_role("dialog").get_by_role("button", name="Marcelo").click()

    forwarded = screen.phone("Marcelo").bubbles.filter(has_text="Reenviado de Juana Pérez")
    await expect(forwarded).to_contain_text("me mudé a Córdoba")


async def test_a_storm_of_emoji_stays_inside_its_bubble(screen: Screen, marcelo: Person) -> None:
    await marcelo.start()
    await marcelo.send("🎉👩‍👩‍👧‍👦" * 400)
    await marcelo.send("á̶̛̩" * 300 + "w" * 900)
    phone = screen.phone("Marcelo")
    await expect(phone.bubbles.filter(has_text="wwww").first).to_be_visible()

    wider = await phone.node.locator(".scroll").evaluate("n => n.scrollWidth - n.clientWidth")
    assert wider == 0
