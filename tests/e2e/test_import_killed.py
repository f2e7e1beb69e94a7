"""Killed while an address book is being written: all of it or nothing, and it goes on by itself."""

import re
from pathlib import Path

from bot.playground import Person, Playground
from tests.e2e.running import Abrazo
from tests.e2e.seed import open_database

PEOPLE = 980
PATIENCE = 120
SOME_ARE_WRITTEN = re.compile(r"⏳.* [1-9]\d*/980$")


async def names(home: Path, owner: Person) -> list[str]:
    """Whom the database holds."""
    database, work = await open_database(home)
    async with work.read() as unit:
        found = [one.name for one in await unit.contacts.of_owner(owner.id)]
    await database.close()
    return found


def book() -> bytes:
    """A table of people with a birthday and a note each."""
    rows = "".join(f"Persona {n},{n % 28 + 1}/5,le gusta el té {n}\n" for n in range(PEOPLE))
    return f"Nombre,Cumpleaños,Notas\n{rows}".encode()


def is_being_written(tg: Playground) -> bool:
    """Whether the bar has moved: some are written, and nothing is committed yet."""
    edits = tg.calls.accepted("editMessageText")
    return any(SOME_ARE_WRITTEN.match(str(call.params["text"])) for call in edits)


async def test_a_kill_in_the_middle_of_an_import_leaves_nothing_half_written(
    tmp_path: Path, tg: Playground
) -> None:
    owner = tg.user("Marcelo")
    abrazo = Abrazo(tmp_path, tg, None, ALLOWED_USER_IDS=str(owner.id))
    abrazo.at(2027, 7, 18, 12)
    await abrazo.start()
    await owner.send("/start")
    await owner.send_document("agenda.csv", book())
    await owner.wait_for(lambda one: "¿A quién sumamos?" in one.text, within=PATIENCE)
    await owner.tap("👍", within=PATIENCE)
    await tg.wait_until(lambda: is_being_written(tg), within=PATIENCE)
    await abrazo.kill()
    assert len(await names(tmp_path, owner)) in {0, PEOPLE}

    mark = tg.mark
    await abrazo.start()  # the tap was stored before it was handled, so nobody has to tap again
    done = await owner.wait_for(
        lambda one: f"Sumé a {PEOPLE} personas" in one.text, since=mark, within=PATIENCE
    )
    assert sorted(await names(tmp_path, owner)) == sorted(f"Persona {n}" for n in range(PEOPLE))
    await owner.tap("↩️", message_id=done.id, within=PATIENCE)
    await owner.wait_for(lambda one: f"saqué a las {PEOPLE} personas" in one.text, within=PATIENCE)
    await abrazo.stop()
    assert await names(tmp_path, owner) == []
    assert "Traceback" not in abrazo.log.read_text()
