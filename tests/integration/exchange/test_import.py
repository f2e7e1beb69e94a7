"""Address books through the bot: what is new, what completes somebody, what is chosen, what is no good."""

import json
from datetime import timedelta

import pytest

from bot.domain.greetings import Alternative, Greeting, State
from bot.playground import Person, Seen
from tests.direct import Straightway


def cards(*properties: str) -> bytes:
    """A card for each text of lines."""
    return "".join(
        f"BEGIN:VCARD\r\nVERSION:3.0\r\n{one}\r\nEND:VCARD\r\n" for one in properties
    ).encode()


async def sent(bot: Straightway, person: Person, name: str, data: bytes) -> Seen:
    """A file, and what the bot says to it."""
    return (await bot.answers(person, person.send_document(name, data)))[-1]


async def tapped(bot: Straightway, person: Person, label: str) -> Seen:
    """A button, and what the message says then."""
    return (await bot.answers(person, person.tap(label)))[-1]


async def card(bot: Straightway, person: Person, name: str) -> str:
    return (await bot.answers(person, f"/contacts {name}"))[-1].text


async def people(bot: Straightway, person: Person) -> list[str]:
    async with bot.program.house.work.read() as unit:
        return [one.name for one in await unit.contacts.of_owner(person.id)]


async def test_who_is_known_is_completed_and_put_back_as_a_whole(
    bot: Straightway, marcelo: Person
) -> None:
    await bot.answers(marcelo, "/add Juana Pérez, amiga, cumple 3/5")
    await bot.answers(marcelo, "/add Teo Gil, amigo, +54 9 11 4444-1111")
    book = cards(
        "FN:Juana Pérez\r\nTEL;TYPE=CELL:+54 9 11 5555-1234\r\nBDAY:1990-12-24",
        "FN:Teo Gil\r\nTEL:+54 9 11 4444-1111\r\nBDAY:1985-06-12\r\nEMAIL:teo@x.com",
        "FN:Nadie Nuevo",
    )
    preview = await sent(bot, marcelo, "a.vcf", book)
    assert "hay datos que me faltan: 2 (Juana Pérez, Teo Gil)" in preview.text
    done = await tapped(bot, marcelo, "✏️")
    assert done.text == "✏️ Completé a 2 personas con lo que faltaba."
    juana, teo = await card(bot, marcelo, "Juana"), await card(bot, marcelo, "Teo")
    assert "+5491155551234" in juana
    assert "3 de mayo" in juana  # what was known stays
    assert "teo@x.com" in teo
    assert "12 de junio (1985)" in teo
    await marcelo.tap("↩️", message_id=done.id)
    await bot.settle()
    assert "5555" not in await card(bot, marcelo, "Juana")
    teo = await card(bot, marcelo, "Teo")
    assert "4444" in teo
    assert "junio" not in teo


async def ready(bot: Straightway, person: Person, *names: str) -> list[Greeting]:
    """A card waits for each of these people; that of the first is open."""
    house, found = bot.program.house, []
    async with house.work.begin() as unit:
        owner = await unit.owners.get(person.id)
        assert owner is not None
        everybody = {one.name: one for one in await unit.contacts.of_owner(owner.id)}
        for name in names:
            day, closes = unit.now.date(), unit.now + timedelta(days=1)
            await unit.greetings.plan(owner.id, everybody[name].id, day, ["birthday"], closes)
            (one,) = await unit.greetings.find(contact_id=everybody[name].id)
            for state in (State.DRAFTING, State.READY):
                moved = await unit.greetings.move(one, state)
                assert moved is not None
                one = moved
            await unit.alternatives.offer(one, [Alternative(0, 1, f"{name}, un abrazo")])
            found.append(one)
        (await unit.reviews.get(owner.id)).active = True
        await house.review.open(unit, owner, found[0])
    await house.post.flush(unit.outbox.letters)
    return found


async def approved(bot: Straightway, greeting: Greeting) -> None:
    async with bot.program.house.work.begin() as unit:
        assert await unit.greetings.move(greeting, State.APPROVED, text="un abrazo")


BIRTHDAYS = "".join(
    f"BEGIN:VEVENT\r\nSUMMARY:Cumpleaños de {name}\r\nDTSTART;VALUE=DATE:20190718\r\nUID:{name}\r\n"
    "RRULE:FREQ=YEARLY\r\nEND:VEVENT\r\n"
    for name in ("Ana", "Beto")
)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.vcf", cards("FN:Ana", "FN:Beto")),
        ("a.ics", f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{BIRTHDAYS}END:VCALENDAR\r\n".encode()),
    ],
)
async def test_who_goes_again_with_their_file_takes_their_card_along(
    bot: Straightway, marcelo: Person, name: str, data: bytes
) -> None:
    await bot.answers(marcelo, "/add Caro, amiga")
    await sent(bot, marcelo, name, data)
    done = await tapped(bot, marcelo, "👍")
    await ready(bot, marcelo, "Ana", "Caro")
    shown = marcelo.messages[-1]
    assert "· Ana ·" in shown.text
    await bot.answers(marcelo, marcelo.tap("↩️", message_id=done.id))
    assert next(one for one in marcelo.messages if one.id == shown.id).text.startswith("🗑")
    assert "· Caro ·" in marcelo.messages[-1].text
    assert marcelo.messages[-1].button("✅ 1")


async def test_what_was_approved_asks_again_when_what_completed_somebody_is_taken_back(
    bot: Straightway, marcelo: Person
) -> None:
    await bot.answers(marcelo, "/add Juana Pérez, amiga")
    await sent(bot, marcelo, "a.vcf", cards("FN:Juana Pérez\r\nTEL;TYPE=CELL:+5491155551234"))
    done = await tapped(bot, marcelo, "✏️")
    (greeting,) = await ready(bot, marcelo, "Juana Pérez")
    await approved(bot, greeting)
    heard = await bot.answers(marcelo, marcelo.tap("↩️", message_id=done.id))
    assert any("Cambió algo de Juana desde" in one.text for one in heard)


async def test_a_group_of_the_address_book_comes_in_alone(
    bot: Straightway, marcelo: Person
) -> None:
    book = cards(
        "FN:Ana\r\nCATEGORIES:Club,Facu", "FN:Beto\r\nCATEGORIES:Club", "FN:Caro", "FN:Dani"
    )
    await sent(bot, marcelo, "a.vcf", book)
    groups = await tapped(bot, marcelo, "🏷")
    assert "🏷 club · 2" in groups.labels
    await tapped(bot, marcelo, "🏷 club")
    assert await people(bot, marcelo) == ["Ana", "Beto"]


async def test_one_tap_says_that_the_numbers_are_mobiles(bot: Straightway, marcelo: Person) -> None:
    await sent(bot, marcelo, "a.csv", b"Nombre,Tel\nAna,11 5555-1234\nBeto,+39 333 123 4567\n")
    done = await tapped(bot, marcelo, "👍")
    assert "Un número puede ser celular o fijo" in done.text
    await marcelo.tap("📱")
    await bot.settle()
    assert "+5491155551234" in await card(bot, marcelo, "Ana")
    beto = await card(bot, marcelo, "Beto")
    assert "+393331234567" in beto
    assert "Italia · Roma" in beto


async def test_a_long_import_shows_how_far_it_is(bot: Straightway, marcelo: Person) -> None:
    table = "Nombre\n" + "".join(f"Persona {number}\n" for number in range(500))
    await sent(bot, marcelo, "a.csv", table.encode())
    await tapped(bot, marcelo, "👍")
    shown = [str(one["text"]) for one in bot.request.edits]
    assert any("░ 0/500" in text for text in shown)
    assert shown[-1].startswith("✔️ Sumé a 500 personas")


async def test_the_same_file_twice_brings_nobody_twice(bot: Straightway, marcelo: Person) -> None:
    book = cards("FN:Ana\r\nTEL:+5491155551234", "FN:Ana\r\nTEL:+5491155551234", "FN:Beto")
    first = await sent(bot, marcelo, "a.vcf", book)
    assert "Nuevos: 2" in first.text
    assert "Ya los tenía: 1" in first.text
    await tapped(bot, marcelo, "👍")
    again = await sent(bot, marcelo, "a.vcf", book)
    assert "No hay nadie nuevo" in again.text
    assert await people(bot, marcelo) == ["Ana", "Beto"]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.vcf", b" ", "Ese archivo está vacío"),
        ("a.vcf", b"PK\x03\x04 a.vcf inside", "Es un archivo comprimido"),
        ("a.xlsx", b"PK\x03\x04 xl/workbook.xml", "Es una planilla de Excel"),
        ("a.pdf", b"%PDF-1.7 ...", "No encontré contactos"),
        ("a.csv", b"color,talle\nrojo,4\n", "una columna con los nombres"),
        ("a.csv", b"Nombre,Tel\n", "Ese archivo está vacío"),
        ("a.vcf", cards("FN:A") * 20_000, "Son más de 10.000 fichas"),
        ("a.csv", b"Nombre\n" + b"Ana Gil\n" * 20_000, "Son más de 10.000 fichas"),
        ("a.json", b'{"format": "abrazo", "version": 99}', "un Abrazo más nuevo"),
        ("a.json", b'[{"name": "Ana"}]', "no es de Abrazo"),
        ("a.vcf", bytes(21 * 1024 * 1024), "Pesa más de 20 MB"),
    ],
)
async def test_a_file_that_is_no_good_gets_a_sentence_and_leaves_nothing(
    bot: Straightway, marcelo: Person, name: str, data: bytes, said: str
) -> None:
    answer = await sent(bot, marcelo, name, data)
    assert said in answer.text
    assert await people(bot, marcelo) == []


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16", "utf-16-be", "utf-8-sig"])
async def test_a_table_of_any_encoding_keeps_its_accents(
    bot: Straightway, marcelo: Person, encoding: str
) -> None:
    table = "Nombre,Notas\nBegoña Núñez,año nuevo en Río\n"
    await sent(bot, marcelo, "a.csv", table.encode(encoding))
    await tapped(bot, marcelo, "👍")
    assert "año nuevo en Río" in await card(bot, marcelo, "Begoña Núñez")


async def test_cells_that_are_no_plain_words_do_no_harm(bot: Straightway, marcelo: Person) -> None:
    table = (
        "Nombre,Cumple,Notas\n"
        "=cmd|'/c calc'!A1,3/5,x\n"
        "🎉🎉,3/5,solo emoji\n"
        "Ana,31/2/1990,=HYPERLINK(1)\n"
        "Beto,3/5/2120,*negrita* <b>x</b>\n"
        "\u202eoduJ,3/5,al revés\n"
        '"","",""\n'
    )
    preview = await sent(bot, marcelo, "a.csv", table.encode())
    assert "Fórmulas en lugar de nombres: 1" in preview.text
    assert "Sin nombre: 1" in preview.text
    assert "2 datos no se pudieron leer" in preview.text
    await tapped(bot, marcelo, "👍")
    assert sorted(await people(bot, marcelo)) == ["Ana", "Beto", "oduJ"]
    ana = await card(bot, marcelo, "Ana")
    assert "31/2/1990" in ana
    assert "🎂" not in ana
    assert "*negrita* <b>x</b>" in await card(bot, marcelo, "Beto")


async def test_a_quotation_mark_that_nothing_closes_swallows_nobody(
    bot: Straightway, marcelo: Person
) -> None:
    table = 'Nombre,Notas\nTeo,"dice ""hola""\ny se va"\n"Ana,té\nBeto,alto\nCaro,x\n'
    await sent(bot, marcelo, "a.csv", table.encode())
    await tapped(bot, marcelo, "👍")
    assert await people(bot, marcelo) == ["Ana", "Beto", "Caro", "Teo"]


async def test_people_can_be_picked_in_telegram(bot: Straightway, marcelo: Person) -> None:
    ana = bot.tg.user("Ana", last_name="Paz", username="anapaz")
    odd = bot.tg.user("🎉")
    await bot.answers(marcelo, "/import")
    await tapped(bot, marcelo, "👥")
    preview = (await bot.answers(marcelo, marcelo.share_users(1, [ana.id, odd.id])))[-1]
    assert "Nuevos: 1 (Ana Paz)" in preview.text
    assert "Sin nombre: 1" in preview.text
    await tapped(bot, marcelo, "👍")
    assert "@anapaz" in await card(bot, marcelo, "Ana")


async def test_more_of_a_file_come_in_later_and_each_import_keeps_its_way_back(
    bot: Straightway, marcelo: Person
) -> None:
    await sent(bot, marcelo, "a.vcf", cards("FN:Ana\r\nBDAY:1990-05-03", "FN:Beto", "FN:Caro"))
    done = await tapped(bot, marcelo, "🎂")
    asked = await tapped(bot, marcelo, "➕ Sumar más")
    assert "👍 Sumar 2" in asked.labels  # Ana is here already
    await tapped(bot, marcelo, "👍")
    assert await people(bot, marcelo) == ["Ana", "Beto", "Caro"]
    await bot.answers(marcelo, marcelo.tap("↩️", message_id=done.id))
    assert await people(bot, marcelo) == ["Beto", "Caro"]


async def test_what_makes_no_sense_in_an_export_is_named_and_the_rest_comes_in(
    bot: Straightway, marcelo: Person
) -> None:
    await bot.answers(marcelo, "/start")
    odd = {"months": 0, "first": "2026-01-01"}
    book = {
        "format": "abrazo",
        "version": 1,
        "owner": {"timezone": "Mars/X", "style": "con humor"},
        "contacts": [{"name": "Ana Paz", "timezone": "Mars/X", "touch": odd, "dates": []}],
    }
    preview = await sent(bot, marcelo, "a.json", json.dumps(book).encode())
    assert "2 datos no se pudieron leer: quedan como notas privadas (Ana Paz)" in preview.text
    assert (
        "Algunos ajustes del archivo no se entienden (🕰 Zona horaria): esos quedan como están"
        in preview.text
    )
    await tapped(bot, marcelo, "👍")
    ana = await card(bot, marcelo, "Ana Paz")
    assert "🔒 timezone: Mars/X" in ana
    assert '🔒 touch: {"months": 0' in ana
