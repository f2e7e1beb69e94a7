"""Numbers of an address book that only a person can complete: the area code, and what is a mobile."""

from bot.playground import Person, Seen
from tests.direct import Straightway

BOOK = "\n".join(
    (
        "Nombre,Teléfono",
        "Ana Gómez,15-5555-1234",
        "Beto Ruiz,4567-8901",
        "Caro Sosa,+54 9 11 4444-3333",
        "Dani Paz,0351 15-456-7890",
        "Eva Luz,4567-8902",
    )
).encode()


async def sent(bot: Straightway, person: Person, data: bytes) -> Seen:
    return (await bot.answers(person, person.send_document("agenda.csv", data)))[-1]


async def tapped(bot: Straightway, person: Person, label: str) -> Seen:
    return (await bot.answers(person, person.tap(label)))[-1]


async def said(bot: Straightway, person: Person, text: str) -> Seen:
    return (await bot.answers(person, text))[-1]


async def phones(bot: Straightway, person: Person) -> dict[str, str | None]:
    async with bot.program.house.work.read() as unit:
        return {one.name: one.phone for one in await unit.contacts.of_owner(person.id)}


async def test_one_tap_on_the_area_code_completes_the_numbers_that_lack_one(
    bot: Straightway, marcelo: Person
) -> None:
    preview = await sent(bot, marcelo, BOOK)
    assert "A 3 números les falta la característica («15-5555-1234»)" in preview.text
    assert preview.labels[0] == "☎️ 11"  # 351 completes none of them
    again = await tapped(bot, marcelo, "☎️ 11")
    assert "Con el 11 completé 3 números" in again.text
    await tapped(bot, marcelo, "👍")
    assert await phones(bot, marcelo) == {
        "Ana Gómez": "+5491155551234",  # its 15 says that it is a mobile
        "Beto Ruiz": "+541145678901",
        "Caro Sosa": "+5491144443333",
        "Dani Paz": "+5493514567890",
        "Eva Luz": "+541145678902",
    }


async def test_which_of_the_doubtful_are_mobiles_is_told_one_by_one(
    bot: Straightway, marcelo: Person
) -> None:
    await sent(bot, marcelo, BOOK)
    await tapped(bot, marcelo, "☎️ 11")
    done = await tapped(bot, marcelo, "👍")
    assert "2 números pueden ser celulares o fijos" in done.text
    asked = await tapped(bot, marcelo, "👥 Uno por uno")
    assert asked.labels[:2] == ["☎️ Beto Ruiz · 45678901", "☎️ Eva Luz · 45678902"]
    turned = await tapped(bot, marcelo, "☎️ Eva")
    assert turned.labels[:2] == ["☎️ Beto Ruiz · 45678901", "📱 Eva Luz · 45678902"]
    now = await phones(bot, marcelo)
    assert (now["Beto Ruiz"], now["Eva Luz"]) == ("+541145678901", "+5491145678902")
    await tapped(bot, marcelo, "📱 Eva")
    assert (await phones(bot, marcelo))["Eva Luz"] == "+541145678902"


async def test_without_an_area_code_the_numbers_stay_private_notes_and_may_be_completed_later(
    bot: Straightway, marcelo: Person
) -> None:
    await sent(bot, marcelo, BOOK)
    await tapped(bot, marcelo, "👍")
    assert (await phones(bot, marcelo))["Ana Gómez"] is None
    assert "🔒 15-5555-1234" in (await said(bot, marcelo, "/contacts Ana")).text
    again = await sent(bot, marcelo, BOOK)
    assert "les falta la característica" in again.text
    completing = await tapped(bot, marcelo, "☎️ 11")
    assert "✏️ Completar: 3" in completing.labels
    await tapped(bot, marcelo, "✏️ Completar")
    assert (await phones(bot, marcelo))["Ana Gómez"] == "+5491155551234"


async def test_the_area_code_is_said_once_and_forgotten_in_the_settings(
    bot: Straightway, marcelo: Person
) -> None:
    await sent(bot, marcelo, BOOK)
    await tapped(bot, marcelo, "☎️ Otra")
    wrong = await said(bot, marcelo, "es la 999")
    assert "No conozco la característica" in wrong.text
    assert "completé 3 números" in (await said(bot, marcelo, "la 011")).text
    await said(bot, marcelo, "/add Teo, amigo, 15-5555-9999")
    assert (await phones(bot, marcelo))["Teo"] == "+5491155559999"
    assert "Argentina · ☎️ 11" in (await said(bot, marcelo, "/settings")).text
    assert "☎️" not in (await sent(bot, marcelo, b"Nombre,Tel\nLuz,15-5555-0000\n")).text
    await said(bot, marcelo, "/settings")
    await tapped(bot, marcelo, "🏳️")
    await tapped(bot, marcelo, "🗑")
    assert "☎️" not in (await said(bot, marcelo, "/settings")).text


async def test_a_number_told_without_its_area_code_asks_for_it_and_is_kept_then(
    bot: Straightway, marcelo: Person
) -> None:
    asked = await said(bot, marcelo, "/add Lola, amiga, 4555-9999")
    assert "le falta la característica" in asked.text
    await tapped(bot, marcelo, "☎️ Mi característica")
    which = await said(bot, marcelo, "11")
    assert "¿«45559999» es celular o fijo?" in which.text
    await tapped(bot, marcelo, "📱")
    assert (await phones(bot, marcelo))["Lola"] == "+5491145559999"


async def test_a_file_of_somebody_abroad_is_not_completed_with_the_code_of_here(
    bot: Straightway, marcelo: Person
) -> None:
    book = b"Nombre,Tel,Pais\nIker,4567-8901,Espana\n"
    assert "☎️" not in (await sent(bot, marcelo, book)).text
