"""Whatever the owner, the clock and the network do, in any order: rules 1 and 9 hold.

Hypothesis drives the real services over a real SQLite file. Buttons may be old, tapped twice or forged:
every rule that decides takes any greeting as it was seen at any time.
"""

import asyncio
import shutil
import tempfile
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from cryptography.fernet import Fernet
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    multiple,
    rule,
)

from bot.calendar import Calendar
from bot.channels.base import NotSent, Unknown
from bot.domain.contacts import Contact
from bot.domain.drafting import Drafted, DraftRequest
from bot.domain.greetings import WAITING, Channel, Greeting, State
from bot.domain.messages import Media
from bot.domain.owners import Owner
from bot.services import approve as decisions
from bot.services import capture, consent, deliver
from bot.services.deliver import Delivery
from bot.services.draft import Drafting
from bot.services.forget import forget
from bot.services.writing import Writing
from bot.views.review import Review
from storage.crypto import Vault
from storage.engine import Database
from storage.migrate import migrate
from storage.unit import Unit, Work
from tests.conftest import NOON, StillClock, add_owner, befriend

FRIENDS_DAY = date(2027, 7, 20)
END = datetime(2027, 7, 21, 3, tzinfo=UTC)
KEY = Fernet.generate_key().decode()
WAYS = decisions.Ways(timedelta())

T = TypeVar("T")


class Killed(BaseException):
    """The process dies while the request is on its way."""


@dataclass
class Courier:
    """Ends every sending as told, and records what Telegram may have taken."""

    ending: BaseException | None = None
    meanwhile: Callable[[], Awaitable[None]] | None = None
    taken: list[tuple[int, str]] = field(default_factory=list)

    async def ready(self) -> None:
        await asyncio.sleep(0)

    async def send(
        self, owner: Owner, contact: Contact, text: str, media: Media | None = None
    ) -> str:
        if self.meanwhile is not None:
            await self.meanwhile()
        if not isinstance(self.ending, NotSent):
            self.taken.append((contact.id, text))
        if self.ending is not None:
            raise self.ending
        return str(len(self.taken))


class Scribe:
    """Two different texts a call, each with a note's own words."""

    def __init__(self) -> None:
        self._written = 0

    async def draft(self, request: DraftRequest) -> list[Drafted]:
        person = request.person
        texts = []
        for frame in (
            "{name}, hoy brindo por {note}. {n}",
            "Te mando {note} de regalo, {name}! {n}",
        ):
            self._written += 1
            words = " ".join(f"{syllable}{self._written}" for syllable in ("rama", "lago", "tren"))
            note = person.notes[-1].text if person.notes else "nada"
            texts.append(frame.format(name=person.name, note=note, n=words))
        return [Drafted(text, (), "model", "test") for text in texts]


@cache
def calendar() -> Calendar:
    return Calendar.load()


@cache
def template() -> Path:
    """A migrated, empty database, made once and copied for each example."""
    path = Path(tempfile.mkdtemp()) / "empty.db"

    async def make() -> None:
        database = Database(f"sqlite+aiosqlite:///{path}")
        await migrate(database, NOON)
        await database.checkpoint()
        await database.close()

    asyncio.run(make())
    return path


class Life(RuleBasedStateMachine):
    """Greetings of one owner, from planned to wherever they end."""

    contacts = Bundle("contacts")
    cards = Bundle("cards")

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.home = Path(tempfile.mkdtemp())
        shutil.copy(template(), self.home / "abrazo.db")
        self.clock = StillClock()
        self.database = Database(f"sqlite+aiosqlite:///{self.home / 'abrazo.db'}")
        self.work = Work(self.database, Vault(KEY), self.clock)
        self.courier = Courier()
        self.delivery = Delivery(self.work, {Channel.BOT: self.courier})
        self.drafting = Drafting(self.work, calendar(), Writing(Scribe()))
        self.review = Review(calendar(), 20)
        self.people = 0
        self.approved: dict[int, str] = {}
        """What the owner has approved for each contact, as they see it."""
        self.again: Counter[int] = Counter()
        self.final: dict[int, State] = {}

    def run(self, coroutine: Coroutine[Any, Any, T]) -> T:
        return self.loop.run_until_complete(coroutine)

    def unit(self, change: Callable[[Unit], Awaitable[T]]) -> T:
        """A transaction; a move that MOVES does not list changes nothing."""

        async def begin() -> T:
            async with self.work.begin() as unit:
                return await change(unit)

        return self.run(begin())

    def decided(self, change: Callable[[Unit], Awaitable[T]]) -> T | None:
        """A decision on a card that may be old: refused, or done."""
        with suppress(ValueError):
            return self.unit(change)
        return None

    @initialize()
    def begin(self) -> None:
        self.owner = self.run(add_owner(self.work, self.clock))
        self.unit(lambda unit: self.review.begin(unit, self.owner))

    def teardown(self) -> None:
        self.run(self.database.close())
        self.loop.close()
        shutil.rmtree(self.home)

    @rule(target=contacts, linked=st.booleans(), knows=st.booleans())
    def befriend(self, linked: bool, knows: bool) -> Contact:
        self.people += 1
        notes = [f"colecciona faroles {self.people}"] if knows else []
        chat = 1000 + self.people if linked else None
        name = f"Amiga{self.people}"
        contact = self.run(befriend(self.work, self.owner, name, *notes, linked_chat_id=chat))

        async def plan(unit: Unit) -> None:
            for _ in range(2):
                await unit.greetings.plan(
                    self.owner.id, contact.id, FRIENDS_DAY, ["friends-day"], END
                )

        self.unit(plan)
        return contact

    @rule(target=cards, contact=contacts)
    def look(self, contact: Contact) -> Any:
        """What a message in the chat shows from now on, however old it gets."""
        found = self.unit(lambda unit: unit.greetings.find(contact_id=contact.id))
        return multiple(*found)

    @rule(target=cards, contact=contacts)
    def draft(self, contact: Contact) -> Any:
        found = self.unit(lambda unit: unit.greetings.find(contact_id=contact.id))
        written = [self.run(self.drafting.write(one.id)) for one in found]
        return multiple(*(one for one in written if one is not None))

    @rule(contact=contacts)
    def note(self, contact: Contact) -> None:
        async def change(unit: Unit) -> None:
            if await unit.contacts.get(self.owner.id, contact.id):
                await capture.add_note(unit, self.owner, contact, "se mudó a Córdoba")

        self.unit(change)

    @rule(target=cards, card=cards, number=st.integers(0, 1), twice=st.booleans())
    def approve(self, card: Greeting, number: int, twice: bool) -> Any:
        async def change(unit: Unit) -> Greeting | None:
            contact = await unit.contacts.get(self.owner.id, card.contact_id)
            offered = await unit.greetings.alternatives(card) if contact else []
            if contact is None or number >= len(offered):
                return None
            return await decisions.approve(unit, self.owner, card, contact, offered[number], WAYS)

        done = [one for one in (self.decided(change) for _ in range(1 + twice)) if one]
        assert len(done) <= 1, "a double tap approved twice"
        for one in done:
            assert one.text
            self.approved[one.contact_id] = one.text
        return multiple(*done)

    @rule(target=cards, card=cards)
    def take_back(self, card: Greeting) -> Any:
        return self.unapproved(lambda unit: decisions.take_back(unit, card))

    @rule(target=cards, card=cards, to=st.sampled_from([State.SKIPPED, State.CALL, State.SNOOZED]))
    def decide(self, card: Greeting, to: State) -> Any:
        return self.unapproved(lambda unit: decisions.decide(unit, self.owner, card, to))

    @rule(target=cards, card=cards)
    def others(self, card: Greeting) -> Any:
        return self.unapproved(lambda unit: decisions.others(unit, self.owner, card))

    @rule(target=cards, card=cards)
    def own_words(self, card: Greeting) -> Any:
        words = f"Con mis palabras, {len(self.approved)}."
        return self.unapproved(lambda unit: decisions.own_words(unit, card, words))

    def unapproved(self, change: Callable[[Unit], Awaitable[Greeting | None]]) -> Any:
        moved = self.decided(change)
        if moved is None:
            return multiple()
        self.approved.pop(moved.contact_id, None)
        return moved

    @rule(target=cards, card=cards)
    def send_now(self, card: Greeting) -> Any:
        moved = self.decided(lambda unit: decisions.send_now(unit, card))
        return multiple(*([moved] if moved else []))

    @rule(target=cards, card=cards)
    def once_more(self, card: Greeting) -> Any:
        async def change(unit: Unit) -> Greeting | None:
            contact = await unit.contacts.get(self.owner.id, card.contact_id)
            return await deliver.again(unit, card, contact, WAYS) if contact else None

        moved = self.decided(change)
        if moved is not None:
            self.again[moved.contact_id] += 1
        return multiple(*([moved] if moved else []))

    @rule(card=cards)
    def tick_sent(self, card: Greeting) -> None:
        self.decided(lambda unit: deliver.owner_sent(unit, self.owner, card))

    @rule(target=cards, card=cards)
    def hand_over(self, card: Greeting) -> Any:
        if card.channel is Channel.BOT:
            return multiple()
        moved = self.decided(lambda unit: deliver.hand_over(unit, self.owner, card))
        return multiple(*([moved] if moved else []))

    @rule(card=cards)
    def untick(self, card: Greeting) -> None:
        self.decided(lambda unit: deliver.untick(unit, card))

    @rule(hours=st.sampled_from([-24, 1, 1, 12, 24]))
    def time_goes_by(self, hours: int) -> None:
        self.clock.later(hours=hours)

    @rule(
        ending=st.sampled_from(
            [
                None,
                Unknown(),
                NotSent("busy", permanent=False, wait=1),
                NotSent("blocked", permanent=True),
                Killed(),
            ]
        )
    )
    def send(self, ending: BaseException | None) -> None:
        self.courier.ending = ending
        due = self.unit(deliver.due_greetings)
        for greeting in due:
            if greeting.channel is Channel.BOT:
                self.judge(greeting)

    def judge(self, greeting: Greeting) -> None:
        """Send one greeting; what Telegram may have taken is what was approved."""
        before = len(self.courier.taken)
        with suppress(Killed):
            self.run(self.delivery.send(greeting.id, Channel.BOT))
        for contact_id, text in self.courier.taken[before:]:
            assert self.approved.get(contact_id) == text, "sent what nobody approved"
        if isinstance(self.courier.ending, Killed):
            self.unit(deliver.recover)

    @rule(contact=consumes(contacts), during=st.booleans())
    def forget(self, contact: Contact, during: bool) -> None:
        async def change() -> None:
            async with self.work.begin() as unit:
                living = await unit.contacts.get(self.owner.id, contact.id)
                if living is not None:
                    await forget(unit, self.owner, living)

        if during:
            self.courier.ending, self.courier.meanwhile = None, change
            for greeting in self.unit(deliver.due_greetings):
                if greeting.contact_id == contact.id and greeting.channel is Channel.BOT:
                    self.judge(greeting)
            self.courier.meanwhile = None
        self.run(change())

    @rule(contact=contacts)
    def stop(self, contact: Contact) -> None:
        if contact.linked_chat_id is not None:
            chat = contact.linked_chat_id
            for _, _, asking in self.unit(lambda unit: consent.stop(unit, chat)):
                for greeting in asking:
                    self.approved.pop(greeting.contact_id, None)

    @rule(target=cards, contact=contacts)
    def something_changed(self, contact: Contact) -> Any:
        moved = self.unit(lambda unit: decisions.stale_after_change(unit, contact))
        for one in moved:
            self.approved.pop(one.contact_id, None)
        return multiple(*moved)

    @rule()
    def close_the_day(self) -> None:
        self.unit(deliver.close_day)

    @rule()
    def show_the_next_card(self) -> None:
        self.unit(lambda unit: self.review.next(unit, self.owner))

    @rule()
    def wake_the_snoozed(self) -> None:
        self.unit(lambda unit: self.review.wake(unit, self.owner))

    @rule()
    def crash(self) -> None:
        self.unit(deliver.recover)

    @invariant()
    def sent_at_most_once(self) -> None:
        for contact_id, times in Counter(contact for contact, _ in self.courier.taken).items():
            assert times <= 1 + self.again[contact_id], "sent twice"

    @invariant()
    def what_stands_in_the_database_is_possible(self) -> None:
        greetings = self.unit(lambda unit: unit.greetings.find())
        by_contact = Counter((one.contact_id, one.day) for one in greetings)
        assert max(by_contact.values(), default=1) == 1, "two greetings on one day"
        by_id = {one.id: one for one in greetings}
        for one in greetings:
            ended = self.final.get(one.id)
            assert ended in {None, one.state}, f"{ended} became {one.state}"
            if one.state is State.EXPIRED or (
                one.state is State.SENT and one.channel is Channel.BOT
            ):
                self.final[one.id] = one.state
            if one.state in {State.APPROVED, State.SENDING}:
                assert one.text
                assert one.text == self.approved.get(one.contact_id)
                assert one.channel is not None
        if hasattr(self, "owner"):
            review = self.unit(lambda unit: unit.reviews.get(self.owner.id))
            if review.open_greeting_id is not None:
                assert by_id[review.open_greeting_id].state in WAITING


TestLife = Life.TestCase
TestLife.settings = settings(
    max_examples=25,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
