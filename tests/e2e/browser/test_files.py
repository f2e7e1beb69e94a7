"""Files, pictures and voice notes, both ways."""

from playwright.async_api import expect

from bot.playground import Person, Playground
from tests.e2e.browser.screen import Screen

VCARD = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Juana\r\nEND:VCARD\r\n"

DROP = """(node, [name, text, times]) => {
    const carried = new DataTransfer();
    carried.items.add(new File([text.repeat(times)], name, {type: "text/vcard"}));
    node.dispatchEvent(new DragEvent("drop", {dataTransfer: carried, bubbles: true}));
}"""


async def test_an_address_book_is_dropped_on_a_phone(
    screen: Screen, marcelo: Person, tg: Playground
) -> None:
    await marcelo.start()
    phone = screen.phone("Marcelo")
    await phone.node.evaluate(DROP, ["agenda.vcf", VCARD.decode(), 1])
    dialog = screen.page.get_by_role("dialog")
    await dialog.get_by_label("Comentario").fill("mi gente")
    await dialog.get_by_role("button", name="Enviar", exact=True).click()

    await expect(phone.message(f"agenda.vcf: {len(VCARD)}")).to_be_visible()
    await expect(phone.message("mi gente").get_by_role("link")).to_have_attribute(
        "download", "agenda.vcf"
    )
    assert [file.data for file in tg.state.files.values()] == [VCARD]


async def test_twenty_megabytes_are_taken_and_sixty_are_refused(
    screen: Screen, marcelo: Person, tg: Playground
) -> None:
    await marcelo.start()
    phone = screen.phone("Marcelo")
    send = screen.page.get_by_role("dialog").get_by_role("button", name="Enviar", exact=True)
    await phone.node.evaluate(DROP, ["grande.bin", "x", 20_000_000])
    await send.click()
    await expect(phone.message("grande.bin: 20000000")).to_be_visible()

    await phone.node.evaluate(DROP, ["enorme.bin", "x", 60_000_000])
    await expect(screen.page.get_by_text("enorme.bin pesa")).to_be_visible()
    assert len(tg.state.files) == 1


async def test_a_voice_note_is_recorded_and_comes_back(
    screen: Screen, marcelo: Person, tg: Playground
) -> None:
    await marcelo.start()
    phone = screen.phone("Marcelo")
    await phone.button("Grabar una nota de voz").click()
    await expect(phone.node.get_by_role("timer")).to_contain_text("0:01")
    await phone.button("Enviar la nota de voz").click()

    await expect(
        phone.message("te escuché").get_by_role("button", name="Reproducir")
    ).to_be_visible()
    (voice,) = tg.state.files.values()
    assert len(voice.data) > 100
    assert voice.data[4:8] == b"ftyp"
    assert (voice.mime, voice.name) == ("audio/mp4", "voice.m4a")
    assert await phone.node.get_by_role("group", name="Nota de voz").count() == 2


async def test_a_page_that_somebody_sends_never_runs(
    screen: Screen, marcelo: Person, tg: Playground
) -> None:
    await marcelo.start()
    await marcelo.send_document("trampa.html", b"<script>document.title='robado'</script>")
    (stored,) = tg.state.files.values()
    page = await screen.page.context.new_page()
    await page.goto(f"{tg.url}/control/files/{stored.id}")

    assert await page.title() != "robado"
