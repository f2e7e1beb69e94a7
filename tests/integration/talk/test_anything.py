"""Whatever is written, tapped, forwarded, forged or sent, in whatever state the chat is: the owner gets
an answer, Telegram takes it, and nothing nonsensical is kept.

The bot lives through all examples, each on top of what those before it left half-finished: so there
is nothing to shrink, and a failure shows the last things that were done.
"""

import logging
import re
import unicodedata
from collections import deque
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.handlers import BUTTONS, COMMANDS
from bot.parsing.phones import parse_phone
from bot.playground import Person
from tests.conftest import StillClock
from tests.direct import Straightway, straightway

PIECES = (
    "Teo Juana agregá cumple el 3 de mayo 31/2 5/13 29/2/2023 🔒 : , . ? ¿ es mi primo le gusta a y e "
    "quién saludo mañana tel 11 5555-1234 x@y.com @ana borrá nota que se add birthday ☎️ é ß 中 \u202e "
    "murió casaron vive en Italia cliente de usted ; \n BORRAR TODO cancel <b> *_[x](y) {name} %s => 🎂 "
    "\u200d \ufeff #club 00 +1 999999999999999999999 chi quem who does compleanno aniversário null"
)

CARD = "BEGIN:VCARD\nVERSION:3.0\nFN:{}\nTEL;TYPE=CELL:{}\nBDAY:{}\nNOTE:{}\nEND:VCARD\n"

words = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(PIECES.split(" ")), min_size=1, max_size=9).map(" ".join),
)
longest = words.map(lambda piece: (piece * 4096)[:4096])
command = st.sampled_from([name for names, _ in COMMANDS for name in names] + ["nosuch", "ADD"])
verb = st.sampled_from([part for verbs, _ in BUTTONS for part in verbs.split("|")] + ["", "x"])
forged = st.builds(
    lambda verb, parts: ":".join([verb, *parts]).encode()[:64].decode(errors="ignore") or "x",
    verb,
    st.lists(st.one_of(st.integers(-9, 10**20).map(str), st.text(max_size=8)), max_size=4),
)
table = st.lists(st.lists(words, max_size=4).map(",".join), max_size=4).map("\n".join)
files = st.one_of(
    st.binary(max_size=60),
    table.map(lambda rows: f"Nombre,Cumple,Tel\n{rows}".encode()),
    st.builds(CARD.format, words, words, words, words).map(str.encode),
    st.text(max_size=20).map(lambda rest: f'{{"format": "abrazo", "version": 1{rest}'.encode()),
)

action = st.one_of(
    st.tuples(st.just("say"), words),
    st.tuples(st.just("say"), st.builds("/{} {}".format, command, words)),
    st.tuples(st.just("tap"), st.integers(0, 40), st.integers(0, 40)),
    st.tuples(st.just("tap"), st.integers(0, 3), st.integers(0, 40)),
    st.tuples(st.just("forge"), forged),
    st.tuples(st.just("reply"), words | longest, st.integers(0, 20)),
    st.tuples(st.just("forward"), words, words),
    st.tuples(st.just("contact"), words, words, words),
    st.tuples(st.just("file"), st.sampled_from(["a.vcf", "b.csv", "c.json", "d"]), files),
    st.tuples(st.just("photo"), words),
    st.tuples(st.just("edit"), words),
    st.tuples(st.sampled_from(["sticker", "location", "voice", "note"])),
)
"""What somebody may do next: its name, and with what."""

LIFETIME = 60
"""Things one owner does before the next one begins."""

LONGEST_NAME = 120


def typed(text: str) -> str:
    """As Telegram lets a text through: no ends of white space, at most 4,096 characters, not empty."""
    return "".join(char for char in text if char == "\n" or ord(char) >= 32)[:4096].strip() or "."


async def act(person: Person, kind: str, *given: Any) -> bool:
    """Do it; False where there was nothing to tap, or where a tap stays in the client (a link)."""
    seen = [one for one in person.messages if one.from_bot]
    match kind, *given:
        case "say", text:
            await person.send(typed(text))
        case "tap", back, place:
            rows = [one for one in reversed(seen) if one.labels]
            if not rows:
                return False
            message = rows[back % len(rows)]
            tapped = await person.tap(message_id=message.id, index=place % len(message.labels))
            return tapped.kind == "callback"
        case "forge", data:
            await person.forge(seen[-1].id, data)
        case "reply", text, back:
            await person.send(typed(text), reply_to=seen[-1 - back % len(seen)].id)
        case "forward", text, name:
            await person.forward(typed(text), sender_name=typed(name)[:64])
        case "contact", name, phone, vcard:
            card = CARD.format(name, phone, vcard, vcard)
            await person.send_contact(typed(phone)[:20], typed(name)[:64], vcard=card)
        case "file", name, data:
            await person.send_document(name, data)
        case "photo", text:
            await person.send_photo(b"jpg", caption=typed(text)[:1024])
        case "edit", text:
            mine = [one for one in person.messages if not one.from_bot and "text" in one.raw]
            await person.edit(mine[-1].id, typed(text))
        case ("sticker",):
            await person.send_sticker()
        case ("location",):
            await person.send_location(-34.6, -58.4)
        case ("voice",):
            await person.send_voice(b"OggS")
        case _:
            await person.send_video_note(b"mp4")
    return True


class Life:
    """One owner after the other."""

    def __init__(self, bot: Straightway) -> None:
        self.bot = bot
        self.done: deque[Any] = deque(maxlen=12)
        """What was done last."""
        self.lived = 0

    async def goes_on(self, what: tuple[Any, ...]) -> None:
        """One more thing is done, answered, and has left no nonsense."""
        if self.lived % LIFETIME == 0:
            await self.begin()
        self.lived += 1
        self.done.append(what)
        before = self.bot.request.answers
        acted = await act(self.person, *what)
        await self.bot.settle()
        last = list(self.done)
        assert self.bot.request.answers > before or not acted, last
        # What is forged under a message with keys can't be edited: the bot then says it anew.
        allowed = ("not modified", "can't be edited")
        refused = [
            one for one in self.bot.request.refused if not any(word in one for word in allowed)
        ]
        assert refused == [], last
        self.said_well(last)
        if self.lived % 5 == 0:
            await self.kept_well(last)

    async def begin(self) -> None:
        """A new owner with two friends, so that no chat grows without end."""
        self.person = self.bot.tg.user("Marcelo")
        for text in ("/add Teo, amigo, toca el piano", "/add Juana Pérez, amiga, cumple 3/5"):
            await self.person.send(text)
            await self.bot.settle()

    def said_well(self, last: list[Any]) -> None:
        """The newest messages say what a person can read."""
        for one in (one for one in self.person.messages[-3:] if one.from_bot):
            assert "Algo no me salió" not in one.text, last
            assert not re.search(r"\{ ?\$|\bNone\b|<bot\.|Traceback", one.text), last
            assert visible(one.text), last

    async def kept_well(self, last: list[Any]) -> None:
        """Names are names, notes say something, phones and days exist."""
        async with self.bot.program.house.work.read() as unit:
            contacts = await unit.contacts.of_owner(self.person.id)
            ids = [one.id for one in contacts]
            notes, dates = await unit.contacts.notes(ids), await unit.contacts.dates(ids)
        for one in contacts:
            assert any(char.isalnum() for char in one.name), last
            assert len(one.name) <= LONGEST_NAME, last
            assert visible(one.name), last
            assert one.phone is None or parse_phone(one.phone, "AR").e164 == one.phone, last
        for note in (note for found in notes.values() for note in found):
            assert note.text.strip(), last
            assert visible(note.text), last
        for day in (day for found in dates.values() for day in found):
            date(2000, day.month, day.day)
            assert day.year is None or 1900 <= day.year <= 2027, last


def visible(text: str) -> bool:
    """No character that hides, turns round or breaks what stands beside it."""
    kept = {"\n", "\u200c", "\u200d"}
    odd = {"Cc", "Cf", "Cs"}
    return all(
        char in kept or unicodedata.category(char) not in odd or 0xE0020 <= ord(char) < 0xE0080
        for char in text
    )


@pytest.fixture
async def life(
    tmp_path: Path, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Life]:
    async with straightway(tmp_path, clock, monkeypatch) as bot:
        yield Life(bot)


@settings(
    max_examples=2_000,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(what=action)
async def test_whatever_is_done_is_answered_and_nothing_nonsensical_is_kept(
    life: Life, caplog: pytest.LogCaptureFixture, what: tuple[Any, ...]
) -> None:
    await life.goes_on(what)
    assert [one for one in caplog.records if one.levelno >= logging.ERROR] == []
