"""Owners by the hundred who review their cards as people do, and the verdict on what became of them."""

import asyncio
import logging
import time
from collections import Counter, defaultdict
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func
from sqlmodel import col, select

from bot.domain.contacts import Contact
from bot.domain.greetings import BEING_WRITTEN, UNDECIDED, WAITING, Greeting, State
from bot.playground import NotPossible, Person, Playground
from storage.tables import GreetingRow
from storage.unit import Unit
from tests.fakes.people import NAMES, marcelo, note_on
from tests.shared.company import Company

log = logging.getLogger(__name__)

LOOK = 1.0
"""Seconds between two looks at how far it is."""

PATIENCE = 300.0
"""Seconds without a word from the bot after which an owner asks for the next card."""

MESSAGES = {"sendMessage", "copyMessage", "sendPhoto", "sendDocument"}
"""What counts for Telegram's thirty a second; "typing…" does not."""

LEFT_OUT = 5
"""One in so many people is not greeted: their card gets ⏭."""


@dataclass(slots=True)
class Head:
    """An owner at their phone. `approved`: the card as it stood when ✅ was tapped, by contact."""

    person: Person
    guests: dict[str, Person]
    approved: dict[str, str] = field(default_factory=dict)
    skipped: set[str] = field(default_factory=set)
    heard: float = 0.0

    @property
    def done(self) -> bool:
        return len(self.approved) + len(self.skipped) == len(self.guests)

    def of(self, card: str) -> str | None:
        """Whose card that is."""
        first = card.splitlines()[0].split(" · ")
        return next((name for name in self.guests if name in first), None)


class Crowd:
    """The owners, their people, and all that they did."""

    def __init__(self, house: Company, tg: Playground) -> None:
        self._house, self._tg = house, tg
        self.heads: dict[int, Head] = {}
        self.reminded = 0
        """How often an owner had to ask for the next card."""

    async def seed(self, owners: int, contacts: int) -> None:
        """Owners whose evening begins, each with so many linked friends."""
        for _ in range(owners):
            person = self._someone("Marcelo")
            guests = {name: self._someone(name) for name in NAMES[:contacts]}
            async with self._house.work.begin() as unit:
                await _settle_in(unit, person.id, guests)
            self.heads[person.id] = Head(person, guests)

    def _someone(self, name: str) -> Person:
        person = self._tg.user(name)
        person.account.started = True
        return person

    async def live(self) -> None:
        """Answer each card as it comes, until cancelled."""
        state = self._tg.state
        async for entry in state.journal.follow(state.journal.last):
            if entry.kind in {"message", "edited"} and entry.data["from_bot"]:
                head = self.heads.get(entry.data["chat_id"])
                if head is not None:
                    head.heard = time.monotonic()
                    await self._answer(head, entry.data["message"])

    async def _answer(self, head: Head, card: dict[str, Any]) -> None:
        keyboard = card.get("reply_markup", {}).get("inline_keyboard", [])
        labels = {button["text"] for row in keyboard for button in row}
        name = head.of(card.get("text") or " ")
        if name is None or not any(label.startswith("⏭") for label in labels):
            return
        approves = "✅ 1" in labels and NAMES.index(name) % LEFT_OUT
        if (name in head.approved or name in head.skipped) and not approves:
            return
        with suppress(NotPossible):  # it has changed since
            await head.person.tap("✅ 1" if approves else "⏭", card["message_id"])
            if approves:
                head.approved.setdefault(name, card["text"])
            else:
                head.skipped.add(name)

    async def decided(self) -> None:
        """Return once no owner has anything to decide; who hears nothing for long asks."""
        while True:
            states = await self.states()
            waiting = UNDECIDED & states.keys()
            if states and not waiting:
                return
            log.info("%s", dict(states))
            now = time.monotonic()
            for head in self.heads.values():
                head.heard = head.heard or now
                if not head.done and now - head.heard > PATIENCE:
                    head.heard = now
                    self.reminded += 1
                    await head.person.send("/review")
            await asyncio.sleep(LOOK)

    async def settled(self) -> None:
        """Return once nothing is approved or on its way."""
        while {State.APPROVED, State.SENDING} & (states := await self.states()).keys():
            log.info("%s", dict(states))
            await asyncio.sleep(LOOK)

    async def states(self) -> Counter[State]:
        """How many greetings stand where."""

        async def count(unit: Unit) -> Counter[State]:
            asked = select(GreetingRow.state, func.count()).group_by(col(GreetingRow.state))
            return Counter({State(state): n for state, n in await unit.session.exec(asked)})

        return await self._house.asked(count)

    async def further(self, within: float) -> None:
        """Return once more greetings have gone a step further than now, or after so many seconds."""
        before = _steps(await self.states())
        with suppress(TimeoutError):
            async with asyncio.timeout(within):
                while _steps(await self.states()) <= before:  # noqa: ASYNC110 - no bell there
                    await asyncio.sleep(LOOK / 4)

    async def judge(self) -> Counter[State]:
        """Each approved greeting arrived once, to the letter, or may have and is shown as unknown; none
        arrived twice, and nobody else got anything."""
        received: defaultdict[int, list[str]] = defaultdict(list)
        for call in self._tg.calls:
            if call.accepted and call.method in MESSAGES and call.chat_id:
                received[call.chat_id].append(call.params.get("text", ""))
        ended: Counter[State] = Counter()
        for owner_id, head in self.heads.items():
            for name, greeting in (await self._greetings(owner_id)).items():
                ended[greeting.state] += 1
                _judge(name, greeting, head, received[head.guests[name].id])
        return ended

    async def _greetings(self, owner_id: int) -> dict[str, Greeting]:
        async with self._house.work.read() as unit:
            found = await unit.greetings.find(owner_id=owner_id)
            contacts = await unit.contacts.some([one.contact_id for one in found])
        greetings = {contacts[one.contact_id].name: one for one in found}
        assert len(greetings) == len(found), "somebody is to be greeted twice"
        assert greetings.keys() == self.heads[owner_id].guests.keys()
        return greetings

    def most_in_a_second(self) -> int:
        """Messages that Telegram was asked to take within any second, in the order in which it came to
        look at them."""
        times = sorted(
            call.monotonic for call in self._tg.calls if call.accepted and call.method in MESSAGES
        )
        most = first = 0
        for last, instant in enumerate(times):
            while times[first] <= instant - 1:
                first += 1
            most = max(most, last - first + 1)
        return most


def _steps(states: Counter[State]) -> int:
    """How far all greetings have gone together: written, decided, out of the door."""
    begun = BEING_WRITTEN
    decided = begun | WAITING
    out = decided | {State.APPROVED, State.SENDING}
    return sum(
        number
        for behind in (begun, decided, out)
        for at, number in states.items()
        if at not in behind
    )


def _judge(name: str, greeting: Greeting, head: Head, texts: list[str]) -> None:
    arrived = texts.count(f"Marcelo\n\n{greeting.text}")
    assert len(texts) == arrived, f"{name} got what nobody approved"
    assert arrived <= 1, f"{name} got it {arrived} times"
    if name in head.skipped:
        assert (greeting.state, arrived) == (State.SKIPPED, 0), name
        return
    assert greeting.state in {State.SENT, State.UNKNOWN}, f"{name} is {greeting.state}"
    assert greeting.text, name
    assert greeting.text == _first_text(head.approved[name]), f"{name} got what was not approved"
    if greeting.state is State.SENT:
        assert arrived == 1, f"{name} counts as sent and got nothing"


def _first_text(card: str) -> str:
    """What stands on the card as the first alternative, which ✅ 1 approves."""
    _, _, after = card.partition("1\ufe0f\u20e3 ")
    return after.splitlines()[0]


async def _settle_in(unit: Unit, owner_id: int, guests: dict[str, Person]) -> None:
    await unit.owners.add(marcelo(owner_id), unit.now)
    for name, guest in guests.items():
        contact = await unit.contacts.add(
            Contact(id=0, owner_id=owner_id, name=name, linked_chat_id=guest.id)
        )
        await unit.contacts.add_note(contact, note_on(name))
