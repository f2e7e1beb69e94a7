"""One card at a time: which comes next, and what a decided one shrinks to."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import time, timedelta
from zoneinfo import ZoneInfo

from bot.calendar import Calendar
from bot.domain.contacts import Contact
from bot.domain.due import local_instant
from bot.domain.greetings import WAITING, Greeting, State
from bot.domain.messages import LONGEST_TEXT, About, Message, Rows
from bot.domain.owners import Owner
from bot.locales import Speech
from bot.services import plan
from bot.services.approve import Ways, has_choice
from bot.services.belated import is_late
from bot.services.occasion_names import occasion_ref
from bot.services.open_step import MEMORY, open_step
from bot.views import card as card_view
from bot.views import memories, summary
from bot.views.buttons import on_greeting, tap
from bot.views.order import closest_first
from storage.unit import Unit

OUT_OF_SIGHT = timedelta(hours=1)
"""After this long an open card has been scrolled away."""

A_LIST = 2
"""From so many people of whom nothing is known they come as one list."""

WISH = "wish"
"""The step after 🔄: the next text may say what the drafts should be like."""


@dataclass(frozen=True, slots=True)
class Review:
    """Shows cards. `pause_every`: cards between two offers of a pause, 0 for none. `ways`: what the
    house can do with an approved greeting."""

    calendar: Calendar
    pause_every: int
    ways: Ways = field(default_factory=lambda: Ways(timedelta()))

    def speech(self, owner: Owner) -> Speech:
        """The owner's language and voice."""
        return Speech(owner.language, owner.country)

    async def card(self, unit: Unit, owner: Owner, greeting: Greeting) -> card_view.Card:
        """All that the card of a greeting shows. Raises KeyError when the contact is gone."""
        contact = await unit.contacts.get(owner.id, greeting.contact_id)
        if contact is None:
            raise KeyError(greeting.contact_id)
        counts = await unit.greetings.counts(owner.id, greeting.day)
        open_states = {*WAITING, State.PLANNED, State.DRAFTING, State.SNOOZED}
        total = sum(counts.values())
        undecided = sum(number for state, number in counts.items() if state in open_states)
        today = unit.now.astimezone(ZoneInfo(owner.timezone)).date()
        dates = (await unit.contacts.dates([contact.id]))[contact.id]
        rounds = await unit.alternatives.rounds(greeting)
        return card_view.Card(
            greeting=greeting,
            contact=contact,
            occasions=[
                occasion_ref(
                    self.calendar,
                    key,
                    owner.language,
                    contact,
                    owner,
                    day=greeting.day,
                    dates=dates,
                ).name
                for key in greeting.occasions
            ],
            alternatives=rounds[-1] if rounds else [],
            notes=(await unit.contacts.notes([contact.id]))[contact.id],
            position=min(total, total - undecided + 1),
            total=total,
            today=today,
            by_hand=card_view.by_hand(contact, greeting, today, self.ways),
            tries=len(rounds),
            late=is_late(greeting, contact, unit),
            early=plan.leaves_before_usual(owner, contact, greeting.day, unit.now),
        )

    async def show(
        self,
        unit: Unit,
        owner: Owner,
        greeting: Greeting,
        *,
        edit: int | None = None,
        silent: bool = False,
    ) -> None:
        """Put the card of a greeting in the chat, or in the place of a message; silent where the owner
        is looking anyway.

        A greeting has one living card: earlier ones shrink to a line that points down, and one that
        waits for other drafts becomes the new card.
        """
        card = await self.card(unit, owner, greeting)
        for message_id, kind in reversed(await unit.consents.cards_of(owner.id, greeting.id)):
            if edit is None and kind == "redraft":
                edit = message_id
            elif message_id != edit:
                await self._point_down(unit, owner, card.contact, greeting, message_id)
        step = await open_step(unit, owner.id)
        if greeting.state is State.NEEDS_MEMORY and (step is None or step[0] in {WISH, MEMORY}):
            await unit.conversations.begin(owner.id, MEMORY, greeting_id=greeting.id)
        if card.today < greeting.day:
            day_begins = local_instant(greeting.day, time.min, owner.timezone)
            await unit.greetings.look_again(greeting, day_begins)
        await self._put(unit, owner, card, edit, silent=silent and edit is None)

    async def renew(self, unit: Unit, owner: Owner, greeting: Greeting) -> None:
        """Its day has begun: the card that stands in the chat says so, and buzzes nobody."""
        cards = await unit.consents.cards_of(owner.id, greeting.id)
        if cards:
            card, (message_id, _) = await self.card(unit, owner, greeting), cards[-1]
            await self._put(unit, owner, card, message_id, silent=True)

    async def _put(
        self, unit: Unit, owner: Owner, card: card_view.Card, edit: int | None, *, silent: bool
    ) -> None:
        speech = self.speech(owner)
        text = card_view.text(card, speech)
        if len(text) > LONGEST_TEXT:  # ✅ stands under nothing that is not shown whole
            card = replace(card, alternatives=())
            text = card_view.text(card, speech)
        await unit.outbox.add(
            Message(
                owner.id,
                text,
                card_view.buttons(card, speech),
                edit=edit,
                silent=silent,
                about=About(owner.id, card.contact.id, card.greeting.id),
            )
        )

    async def _point_down(
        self, unit: Unit, owner: Owner, contact: Contact, greeting: Greeting, message_id: int
    ) -> None:
        text = self.speech(owner)("line-below", name=contact.name)
        about = About(owner.id, contact.id, greeting.id, kind="old")
        await unit.outbox.add(Message(owner.id, text, edit=message_id, silent=True, about=about))

    async def next(self, unit: Unit, owner: Owner, *, silent: bool = False) -> bool:
        """Open the next waiting card, unless one is open; answers whether something was shown.
        Those of whom nothing is known come last, when it is clear how many they are."""
        review = await unit.reviews.get(owner.id)
        if not review.active:
            return False
        if review.open_greeting_id is not None:
            shown = await unit.greetings.get(review.open_greeting_id)
            if shown is not None and shown.state in WAITING:
                return False
            await unit.reviews.close(owner.id, review.open_greeting_id)
        waiting = await closest_first(
            unit, owner.id, await unit.greetings.find(owner_id=owner.id, states=WAITING)
        )
        if not waiting:
            return False
        unknown = await self._unknown(unit, waiting)
        strangers = [greeting for greeting, _ in unknown]
        chosen = next((one for one in waiting if one not in strangers), None)
        if chosen is None:
            if await self._is_writing(unit, owner) or len(unknown) >= A_LIST:
                return await self._ask_for_all(unit, owner, unknown)
            chosen = waiting[0]
        if not await unit.reviews.open(owner.id, chosen.id):
            return False
        unit.session.expire(review)
        await self.show(unit, owner, chosen, silent=silent)
        return True

    async def _is_writing(self, unit: Unit, owner: Owner) -> bool:
        """Whether more is to come: only then it is known of how many people nothing is."""
        writing = {State.PLANNED, State.DRAFTING}
        return bool(await unit.greetings.find(owner_id=owner.id, states=writing, limit=1))

    async def _unknown(
        self, unit: Unit, waiting: Sequence[Greeting]
    ) -> list[tuple[Greeting, Contact]]:
        """Those that wait for a memory because nothing at all is known of the person."""
        silent = [one for one in waiting if one.state is State.NEEDS_MEMORY]
        contacts = await unit.contacts.some({one.contact_id for one in silent})
        notes = await unit.contacts.notes(list(contacts))
        return [(one, contacts[one.contact_id]) for one in silent if not notes[one.contact_id]]

    async def _ask_for_all(
        self, unit: Unit, owner: Owner, unknown: Sequence[tuple[Greeting, Contact]]
    ) -> bool:
        """One list in place of a card per person, once it is clear how many they are."""
        if await self._is_writing(unit, owner):
            return False
        review = await unit.reviews.get(owner.id)
        review.active = False
        await unit.session.flush()
        await unit.outbox.add(memories.unknown(owner, unknown, self.speech(owner)))
        return True

    async def expect(self, unit: Unit, owner: Owner, greeting: Greeting) -> None:
        """The owner asked for this very card: it comes as soon as it is written."""
        (await unit.reviews.get(owner.id)).open_greeting_id = greeting.id
        await unit.session.flush()

    async def written(self, unit: Unit, owner: Owner, greeting: Greeting) -> None:
        """It has just been written: its card when the owner waits for it, else whichever is next."""
        review = await unit.reviews.get(owner.id)
        if review.open_greeting_id == greeting.id and greeting.state in WAITING:
            await self.show(unit, owner, greeting)
        else:
            await self.next(unit, owner)

    async def open(self, unit: Unit, owner: Owner, greeting: Greeting) -> None:
        """Open the card of one waiting greeting, whichever was open."""
        review = await unit.reviews.get(owner.id)
        review.open_greeting_id = greeting.id
        await unit.session.flush()
        await self.show(unit, owner, greeting)

    async def wake(
        self, unit: Unit, owner: Owner, snoozed: Sequence[Greeting] | None = None
    ) -> bool:
        """Bring back what the owner put off (all of it, or these) and open the next card; answers
        whether a card was shown."""
        if snoozed is None:
            snoozed = await unit.greetings.find(owner_id=owner.id, states={State.SNOOZED})
        for greeting in snoozed:
            alternatives = await unit.alternatives.last(greeting)
            offered = any(one.offered for one in alternatives)
            await unit.greetings.move(greeting, State.READY if offered else State.NEEDS_MEMORY)
        await self.begin(unit, owner)
        return await self.next(unit, owner)

    async def begin(self, unit: Unit, owner: Owner) -> None:
        """Cards may come by themselves from now on. One that has been open for long is out of sight
        by now, and is shown anew."""
        review = await unit.reviews.get(owner.id)
        if not review.active:
            review.active, review.decided = True, 0
        if review.open_greeting_id is not None:
            shown = await unit.consents.shown_at(owner.id, review.open_greeting_id)
            if shown is None or shown < unit.now - OUT_OF_SIGHT:
                review.open_greeting_id = None
        await unit.session.flush()

    async def after_decision(self, unit: Unit, owner: Owner) -> None:
        """The next card, or the offer of a pause, or the summary when none is left."""
        review = await unit.reviews.get(owner.id)
        review.decided += 1
        waiting = await unit.greetings.find(owner_id=owner.id, states=WAITING)
        every = self.pause_every if owner.pause_every is None else owner.pause_every
        if waiting and every and review.decided % every == 0:
            await self._offer_pause(unit, owner, len(waiting))
            return
        if waiting:
            review.active = True
            await unit.session.flush()
            await self.next(unit, owner, silent=True)
            return
        coming = await unit.greetings.find(
            owner_id=owner.id, states={State.PLANNED, State.DRAFTING}, limit=1
        )
        if not coming and review.active:
            review.active = False
            await self._summary(unit, owner, review.decided)

    async def _offer_pause(self, unit: Unit, owner: Owner, waiting: int) -> None:
        speech = self.speech(owner)
        review = await unit.reviews.get(owner.id)
        review.active = False
        rows = ((tap(speech, "btn-go-on", "goon"), tap(speech, "btn-pause", "pause")),)
        text = speech("review-pause", done=review.decided, waiting=waiting)
        await unit.outbox.add(Message(owner.id, text, rows, silent=True))

    async def _summary(self, unit: Unit, owner: Owner, decided: int) -> None:
        if decided < 2:
            return
        speech = self.speech(owner)
        all_decided = await summary.gather(unit, owner)
        words, rows = summary.text(all_decided, speech), summary.rows(all_decided, speech)
        await unit.outbox.add(Message(owner.id, words, rows, silent=True))

    async def decided(
        self, unit: Unit, owner: Owner, greeting: Greeting, contact: Contact, message_id: int | None
    ) -> None:
        """The card (or, without one, a new message) is one line: what will happen, when, how; with
        the way back."""
        speech = self.speech(owner)
        undo = on_greeting(speech, "btn-undo", "undo", greeting)
        rows: Rows
        if greeting.state is State.APPROVED:
            text = self.approved_line(greeting, contact, owner, unit)
            rows = ((on_greeting(speech, "btn-send-now", "now", greeting), undo),)
            if has_choice(contact, self.ways):
                rows += ((on_greeting(speech, "btn-route", "route", greeting),),)
        elif greeting.state is State.CALL:
            text = speech("line-call", name=contact.name)
            rows = ((on_greeting(speech, "btn-called", "isent", greeting, 0), undo),)
        else:
            text = speech(f"line-{greeting.state.value}", name=contact.name)
            rows = ((undo,),)
        about = About(owner.id, contact.id, greeting.id)
        await unit.outbox.add(Message(owner.id, text, rows, edit=message_id, about=about))

    def approved_line(self, greeting: Greeting, contact: Contact, owner: Owner, unit: Unit) -> str:
        """ "✅ Juana · mañana 9:00, por WhatsApp"."""
        speech = self.speech(owner)
        zone = ZoneInfo(owner.timezone)
        leaves = (greeting.due_at or unit.now).astimezone(zone)
        today = unit.now.astimezone(zone).date()
        soon = leaves <= unit.now.astimezone(zone) or (leaves - unit.now).total_seconds() < 90
        return speech(
            "line-approved-soon" if soon else "line-approved",
            name=contact.name,
            day=speech.day(leaves.date(), today),
            hour=speech.hour(leaves),
            channel=card_view.channel_name(
                greeting.channel, contact, speech, recorded=greeting.media is not None
            ),
        )
