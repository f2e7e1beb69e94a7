"""A contact changed from its card, an address book in and taken back, everything out and in again."""

import re
from functools import partial
from pathlib import Path

import httpx

from bot.playground import Person, Playground, Seen
from tests.e2e.running import Abrazo

BOOKS = Path(__file__).parents[1] / "data" / "addressbooks"
PATIENCE = 90


async def paired(abrazo: Abrazo, tg: Playground) -> Person:
    """The bot running, in the hands of an owner."""
    owner = tg.user("Marcelo", last_name="Gil")
    abrazo.at(2027, 7, 18, 12)
    await abrazo.start()
    await owner.start(await abrazo.pairing_code())
    await owner.wait_for(lambda message: "Abrazo" in message.text, within=PATIENCE)
    return owner


async def say(owner: Person, tg: Playground, words: str, answer: str) -> Seen:
    """Write something and wait for the words of the answer."""
    mark = tg.mark
    await owner.send(words)
    return await owner.wait_for(lambda one: answer in one.text, within=PATIENCE, since=mark)


async def tap(owner: Person, tg: Playground, label: str, answer: str) -> Seen:
    """Tap and wait for the words of what comes."""
    mark = tg.mark
    await owner.tap(label, within=PATIENCE)
    return await owner.wait_for(lambda one: answer in one.text, within=PATIENCE, since=mark)


async def send_file(owner: Person, tg: Playground, name: str, data: bytes, answer: str) -> Seen:
    mark = tg.mark
    await owner.send_document(name, data)
    return await owner.wait_for(lambda one: answer in one.text, within=PATIENCE, since=mark)


def is_file(kind: str, message: Seen) -> bool:
    """Whether a message carries a file with that end to its name."""
    return str(message.raw.get("document", {}).get("file_name", "")).endswith(kind)


async def exported(owner: Person, tg: Playground) -> dict[str, bytes]:
    """What /export sends, by the end of its name."""
    mark = tg.mark
    await owner.send("/export")
    files = {}
    async with httpx.AsyncClient() as client:
        for kind in ("json", "vcf"):
            sent = await owner.wait_for(partial(is_file, kind), within=PATIENCE, since=mark)
            asked = {"file_id": sent.raw["document"]["file_id"]}
            found = await client.post(f"{tg.url}/bot{tg.token}/getFile", json=asked)
            path = found.json()["result"]["file_path"]
            files[kind] = (await client.get(f"{tg.url}/file/bot{tg.token}/{path}")).content
    sent_files = [
        one.raw["document"] for one in owner.messages if one.from_bot and "document" in one.raw
    ]
    from_bot = {one["file_name"].rpartition(".")[2] for one in sent_files}
    assert from_bot <= {"json", "vcf"}, "no table: a cell of it could start a formula"
    return files


async def test_a_card_is_changed_field_by_field_and_taken_back(
    abrazo: Abrazo, tg: Playground
) -> None:
    owner = await paired(abrazo, tg)
    await say(owner, tg, "/add Juana Pérez, amiga, le gusta el té, +54 9 11 5555-1234", "Anoté")
    await say(owner, tg, "/add Juani, amiga, toca el piano, cumple 3/5", "Anoté")
    card = await say(owner, tg, "/contacts Juana Pérez", "👤 Juana Pérez")

    await tap(owner, tg, "✏️", "¿Qué cambiamos?")
    await tap(owner, tg, "Trato", "¿Cómo tratás")
    changed = await tap(owner, tg, "de usted", "Listo, quedó así")
    assert "de usted" in changed.text
    assert changed.id == card.id
    undone = await tap(owner, tg, "↩️ Deshacer", "👤 Juana Pérez")
    assert "de vos" in undone.text

    await tap(owner, tg, "✏️", "¿Qué cambiamos?")
    await tap(owner, tg, "🎂", "Las fechas")
    await tap(owner, tg, "🎂", "¿Cuándo cumple")
    await say(owner, tg, "31/2", "no es un día posible")
    moved = await say(owner, tg, "24 de diciembre de 1980", "Listo, quedó así")
    assert "🎂 24 de diciembre (1980)" in moved.text

    await tap(owner, tg, "✏️", "¿Qué cambiamos?")
    await tap(owner, tg, "Juntar", "la misma persona")
    await tap(owner, tg, "Juani", "son la misma persona")
    merged = await tap(owner, tg, "👍", "Listo, quedó así")
    assert "toca el piano" in merged.text
    assert "le gusta el té" in merged.text
    await say(owner, tg, "/contacts", "Una persona")
    await owner.tap("↩️ Deshacer", message_id=merged.id)
    await owner.wait_for(lambda one: one.id == merged.id and "piano" not in one.text)
    await say(owner, tg, "/contacts", "2 personas")
    assert "Traceback" not in abrazo.log.read_text()


async def test_who_has_died_is_never_greeted_again(abrazo: Abrazo, tg: Playground) -> None:
    owner = await paired(abrazo, tg)
    await say(owner, tg, "/add Tita, amiga, hacía los mejores ñoquis", "Anoté")
    await say(owner, tg, "/contacts Tita", "👤 Tita")
    await tap(owner, tg, "✏️", "¿Qué cambiamos?")
    await tap(owner, tg, "🕊", "lo siento mucho")
    card = await tap(owner, tg, "👍", "Ya no está")
    assert "ñoquis" in card.text
    mark = tg.mark
    await owner.send("/draft")
    answer = await owner.wait_for(lambda one: True, since=mark, within=PATIENCE)
    assert "✅ 1" not in answer.labels
    assert "no hay fechas" in answer.text


async def test_an_address_book_comes_in_after_a_choice_and_is_taken_back_as_a_whole(
    abrazo: Abrazo, tg: Playground
) -> None:
    owner = await paired(abrazo, tg)
    await say(owner, tg, "/add Begoña Muñoz, amiga, canta tangos", "Anoté")
    book = (BOOKS / "android-2.1.vcf").read_bytes() + (BOOKS / "iphone-3.0.vcf").read_bytes()
    preview = await send_file(owner, tg, "agenda.vcf", book, "¿A quién sumamos?")
    assert "6 fichas" in preview.text
    assert "Nuevos: 3" in preview.text
    assert "datos que me faltan: 1 (Begoña Muñoz)" in preview.text
    assert "Cortadas o ilegibles: 1 (Marco Tagliato)" in preview.text
    assert "Sin nombre: 1" in preview.text

    await tap(owner, tg, "🔤", "letras")
    await owner.tap("A 1", within=PATIENCE)
    await tap(owner, tg, "👍 Sumar 1", "Sumé a una persona")
    anna = await say(owner, tg, "/contacts Anna", "👤 Anna Bianchi")
    assert "🔒 PIN del portone" in anna.text
    await tap(owner, tg, "↩️ Deshacer", "saqué a la persona")
    await say(owner, tg, "/contacts", "Una persona")

    await send_file(owner, tg, "agenda.vcf", book, "¿A quién sumamos?")
    await abrazo.kill()
    await abrazo.start()
    await tap(owner, tg, "👍 Sumar 3", "Sumé a 3 personas")
    jose = await say(owner, tg, "/contacts José María", "👤 José María Pérez")
    assert "🎂 3 de mayo" in jose.text
    assert "+5491155551234" in jose.text
    again = await send_file(owner, tg, "agenda.vcf", book, "Ya los tenía: 3")
    assert "Nuevos" not in again.text
    assert "datos que me faltan: 1 (Begoña Muñoz)" in again.text
    await say(owner, tg, "/contacts", "4 personas")
    for name, data in (("a.zip", b"PK\x03\x04zip"), ("a.pdf", b"%PDF-1.7"), ("a.csv", b"")):
        mark = tg.mark
        await owner.send_document(name, data or b" ")
        answer = await owner.wait_for(lambda one: True, since=mark, within=PATIENCE)
        assert re.search(r"comprimido|No encontré contactos|vacío", answer.text)
    log = abrazo.log.read_text()
    assert "Traceback" not in log
    assert "Bianchi" not in log


async def test_everything_goes_out_all_is_forgotten_and_everything_comes_back(
    abrazo: Abrazo, tg: Playground
) -> None:
    owner = await paired(abrazo, tg)
    await say(owner, tg, "/add Juana Pérez, amiga, le gusta el té de jazmín, cumple 3/5", "Anoté")
    await say(owner, tg, "/note Juana: 🔒 está en tratamiento", "🔒")
    await say(owner, tg, "/add Sra. Rossi, clienta, de usted, rossi@example.org", "Anoté")
    before = (await say(owner, tg, "/contacts Juana", "👤 Juana")).text
    client = (await say(owner, tg, "/contacts Rossi", "Rossi")).text
    files = await exported(owner, tg)
    assert tg.token.encode() not in files["json"] + files["vcf"]
    assert b"tratamiento" in files["json"]
    assert b"tratamiento" not in files["vcf"]

    await say(owner, tg, "/forget todo", "BORRAR TODO")
    await say(owner, tg, "mejor no", "no borré nada")
    await say(owner, tg, "/contacts", "2 personas")
    await say(owner, tg, "/forget todo", "BORRAR TODO")
    gone = await say(owner, tg, "borrar todo", "no queda nada")
    kept = b"".join(path.read_bytes() for path in abrazo.home.glob("abrazo.db*"))
    assert b"jazm" not in kept
    code = re.search(r"/start (\S+)", gone.text)
    assert code is not None
    await owner.start(code[1])
    await say(owner, tg, "/contacts", "no tengo a nadie")

    await send_file(owner, tg, "abrazo.json", files["json"], "Nuevos: 2")
    await tap(owner, tg, "👍 Sumar 2", "Sumé a 2 personas")
    assert (await say(owner, tg, "/contacts Juana", "👤 Juana")).text == before
    assert (await say(owner, tg, "/contacts Rossi", "Rossi")).text == client
