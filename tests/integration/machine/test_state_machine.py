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
from bot.domain.greetings import WAITING, Alternative, Channel, Greeting, State
from bot.domain.messages import Media
from bot.domain.owners import Owner
from bot.services import approve as decisions
from bot.services import belated, capture, consent, deliver
from bot.services.deliver import Delivery
from bot.services.forget import forget
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


endings = st.sampled_from(
    [
        None,
        Unknown(),
        NotSent("busy", permanent=False, wait=1),
        NotSent("blocked", permanent=True),
        Killed(),
    ]
)


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
        self.written = 0
        self.review = Review(calendar(), 20)
        self.known: list[Contact] = []
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
        """A decision on a card that may be old: refused, or done. The key of somebody forgotten is gone
        (KeyError): a button of theirs is not even looked up, here it is tried all the same."""
        with suppress(ValueError, KeyError):
            return self.unit(change)
        return None

    def as_it_stands(self, card: Greeting) -> Greeting:
        """The greeting now; a forgotten one as it was."""
        return self.unit(lambda unit: unit.greetings.get(card.id)) or card

    @initialize(target=cards)
    def begin(self) -> Any:
        """Three friends with a card each, two of them linked."""
        self.owner = self.run(add_owner(self.work, self.clock))
        self.unit(lambda unit: self.review.begin(unit, self.owner))
        friends = [self.befriend(linked=linked, knows=True) for linked in (True, True, False)]
        for friend in friends:
            self.draft(friend)
        self.friends = friends
        return multiple(*(card for friend in friends for card in self.shown(friend)))

    @initialize(target=contacts)
    def know_them(self) -> Any:
        return multiple(*getattr(self, "friends", []))

    def teardown(self) -> None:
        self.run(self.database.close())
        self.loop.close()
        shutil.rmtree(self.home)

    @rule(target=contacts, linked=st.booleans(), knows=st.booleans())
    def meet(self, linked: bool, knows: bool) -> Contact:
        return self.befriend(linked=linked, knows=knows)

    def befriend(self, *, linked: bool, knows: bool) -> Contact:
        number = len(self.known) + 1
        notes = [f"colecciona faroles {number}"] if knows else []
        chat = 1000 + number if linked else None
        name = f"Amiga{number}"
        contact = self.run(befriend(self.work, self.owner, name, *notes, linked_chat_id=chat))

        async def plan(unit: Unit) -> None:
            for _ in range(2):
                await unit.greetings.plan(
                    self.owner.id, contact.id, FRIENDS_DAY, ["friends-day"], END
                )

        self.unit(plan)
        self.known.append(contact)
        return contact

    @rule(target=cards, contact=contacts)
    def look(self, contact: Contact) -> Any:
        """What a message in the chat shows from now on, however old it gets."""
        return multiple(*self.shown(contact))

    def shown(self, contact: Contact) -> list[Greeting]:
        return self.unit(lambda unit: unit.greetings.find(contact_id=contact.id))

    @rule(target=cards, contact=contacts, ahead=st.booleans())
    def write(self, contact: Contact, ahead: bool) -> Any:
        return multiple(*self.draft(contact, ahead=ahead))

    def draft(self, contact: Contact, *, ahead: bool = False) -> list[Greeting]:
        """Two texts of which one may be approved; without a note, none and a question. Those written
        ahead are there without anybody being at them."""

        async def change(unit: Unit) -> list[Greeting]:
            drafted = []
            for greeting in await unit.greetings.find(
                contact_id=contact.id, states={State.PLANNED}
            ):
                claimed: Greeting | None = greeting
                if not ahead:
                    claimed = await unit.greetings.move(greeting, State.DRAFTING)
                known = (await unit.contacts.notes([contact.id]))[contact.id]
                to = State.READY if known else State.NEEDS_MEMORY
                moved = await unit.greetings.move(claimed, to) if claimed else None
                assert moved is not None
                self.written += 1
                texts = [f"{contact.name}, texto {self.written}.{n}" for n in (1, 2)]
                await unit.alternatives.offer(
                    moved,
                    [
                        Alternative(0, 1, texts[0], offered=bool(known)),
                        Alternative(0, 2, texts[1], offered=False),
                    ],
                )
                drafted.append(moved)
            return drafted

        return self.unit(change)

    @rule(contact=contacts)
    def note(self, contact: Contact) -> None:
        async def change(unit: Unit) -> None:
            if await unit.contacts.get(self.owner.id, contact.id):
                await capture.add_note(unit, self.owner, contact, "se mudó a Córdoba")

        self.unit(change)

    @rule(
        target=cards,
        card=cards,
        current=st.booleans(),
        number=st.integers(0, 1),
        twice=st.booleans(),
    )
    def approve(self, card: Greeting, current: bool, number: int, twice: bool) -> Any:
        card = self.as_it_stands(card) if current else card
        return multiple(*self.tap(card, number, times=1 + twice))

    def tap(self, card: Greeting, number: int, *, times: int) -> list[Greeting]:
        """✅ on a card; what it approved."""

        async def change(unit: Unit) -> Greeting | None:
            contact = await unit.contacts.get(self.owner.id, card.contact_id)
            offered = await unit.alternatives.last(card) if contact else []
            if contact is None or number >= len(offered):
                return None
            return await decisions.approve(unit, self.owner, card, contact, offered[number], WAYS)

        done = [one for one in (self.decided(change) for _ in range(times)) if one]
        assert len(done) <= 1, "a double tap approved twice"
        for one in done:
            assert one.text
            self.approved[one.contact_id] = one.text
        return done

    @rule(target=cards, card=cards, current=st.booleans())
    def take_back(self, card: Greeting, current: bool) -> Any:
        card = self.as_it_stands(card) if current else card
        return self.unapproved(lambda unit: decisions.take_back(unit, card))

    @rule(
        target=cards,
        card=cards,
        current=st.booleans(),
        to=st.sampled_from([State.SKIPPED, State.CALL, State.SNOOZED]),
    )
    def decide(self, card: Greeting, current: bool, to: State) -> Any:
        card = self.as_it_stands(card) if current else card
        return self.unapproved(lambda unit: decisions.decide(unit, self.owner, card, to))

    @rule(target=cards, card=cards, current=st.booleans())
    def others(self, card: Greeting, current: bool) -> Any:
        card = self.as_it_stands(card) if current else card
        return self.unapproved(lambda unit: decisions.others(unit, self.owner, card))

    @rule(target=cards, card=cards, current=st.booleans())
    def own_words(self, card: Greeting, current: bool) -> Any:
        card = self.as_it_stands(card) if current else card
        words = f"Con mis palabras, {len(self.approved)}."
        return self.unapproved(lambda unit: decisions.own_words(unit, card, words))

    @rule(target=cards, card=cards, current=st.booleans())
    def drafts_again(self, card: Greeting, current: bool) -> Any:
        card = self.as_it_stands(card) if current else card
        return self.unapproved(lambda unit: decisions.restore_drafts(unit, card))

    def unapproved(self, change: Callable[[Unit], Awaitable[Greeting | None]]) -> Any:
        moved = self.decided(change)
        if moved is None:
            return multiple()
        self.approved.pop(moved.contact_id, None)
        return moved

    @rule(target=cards, card=cards, current=st.booleans())
    def send_now(self, card: Greeting, current: bool) -> Any:
        card = self.as_it_stands(card) if current else card
        moved = self.decided(lambda unit: decisions.send_now(unit, card))
        return multiple(*([moved] if moved else []))

    @rule(target=cards, card=cards, current=st.booleans())
    def once_more(self, card: Greeting, current: bool) -> Any:
        card = self.as_it_stands(card) if current else card

        async def change(unit: Unit) -> Greeting | None:
            contact = await unit.contacts.get(self.owner.id, card.contact_id)
            return await deliver.again(unit, card, contact, WAYS) if contact else None

        moved = self.decided(change)
        if moved is not None:
            self.again[moved.contact_id] += 1
        return multiple(*([moved] if moved else []))

    @rule(card=cards, current=st.booleans())
    def tick_sent(self, card: Greeting, current: bool) -> None:
        card = self.as_it_stands(card) if current else card
        self.decided(lambda unit: deliver.owner_sent(unit, self.owner, card))

    @rule(target=cards, card=cards, current=st.booleans())
    def hand_over(self, card: Greeting, current: bool) -> Any:
        card = self.as_it_stands(card) if current else card
        if card.channel is Channel.BOT:
            return multiple()
        moved = self.decided(lambda unit: deliver.hand_over(unit, self.owner, card))
        return multiple(*([moved] if moved else []))

    @rule(card=cards, current=st.booleans())
    def untick(self, card: Greeting, current: bool) -> None:
        card = self.as_it_stands(card) if current else card
        self.decided(lambda unit: deliver.untick(unit, card))

    @rule(hours=st.sampled_from([-24, 1, 12, 24]))
    def time_goes_by(self, hours: int) -> None:
        self.clock.later(hours=hours)

    @rule(target=cards, ending=endings)
    def a_morning(self, ending: BaseException | None) -> Any:
        cards = [card for contact in self.known for card in self.shown(contact)]
        approved = [one for card in cards for one in self.tap(card, 0, times=2)]
        self.send_due(ending, at_the_hour=True)
        return multiple(*approved, *(self.as_it_stands(one) for one in approved))

    @rule(ending=endings, at_the_hour=st.booleans())
    def send(self, ending: BaseException | None, at_the_hour: bool) -> None:
        self.send_due(ending, at_the_hour=at_the_hour)

    def send_due(self, ending: BaseException | None, *, at_the_hour: bool) -> None:
        if at_the_hour:
            self.clock.at(20, 9, 1)
        self.courier.ending = ending
        for greeting_id in self.due():
            self.judge(greeting_id)

    def due(self) -> list[int]:
        return self.unit(lambda unit: unit.leaving.due(Channel.BOT))

    def judge(self, greeting_id: int) -> None:
        """Send one greeting; what Telegram may have taken is what was approved."""
        before = len(self.courier.taken)
        with suppress(Killed):
            self.run(self.delivery.send(greeting_id, Channel.BOT))
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
            due, of = self.due(), contact.id
            for greeting in self.unit(lambda unit: unit.greetings.find(ids=due, contact_id=of)):
                self.judge(greeting.id)
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

    @rule(contact=contacts)
    def belated(self, contact: Contact) -> None:
        """The owner asks for what was missed, of one person."""

        async def change(unit: Unit) -> int:
            missed = await belated.missed(unit, self.owner, calendar())
            days = [day for day in missed if contact in day.people and not day.unanswered]
            return sum(
                [
                    await belated.plan_late(unit, self.owner, calendar(), day, [contact])
                    for day in days
                ]
            )

        if self.unit(change):
            self.approved.pop(contact.id, None)
            for greeting in self.shown(contact):
                self.final.pop(greeting.id, None)

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
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
