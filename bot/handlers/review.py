"""/review and the buttons of a card."""

from telegram import Update

from bot.domain.contacts import Contact
from bot.domain.greetings import WAITING, Greeting, State
from bot.domain.messages import LONGEST_TEXT, About, Message
from bot.handlers.context import Context, Turn
from bot.handlers.people import data_parts
from bot.handlers.ronda import next_by_hand
from bot.parsing.text import has_letters
from bot.services import approve as decisions
from bot.services import capture, deliver
from bot.services.open_step import MEMORY
from bot.views import card, ronda
from bot.views.buttons import on_greeting, tap

LONGEST_OWN = LONGEST_TEXT - 596
"""Characters of the owner's own text that fit a card below its head and above the remarks, and a
message of the bot's below the owner's name."""

_DECISIONS = {"skip": State.SKIPPED, "call": State.CALL, "later": State.SNOOZED}


async def review(update: Update, context: Context) -> None:
    """The card of the next greeting that waits for a decision."""
    async with context.turn(update) as turn:
        await open_review(turn)


async def go_on(update: Update, context: Context) -> None:
    """▶️ after a pause, or "review" on a menu."""
    async with context.turn(update) as turn:
        await open_review(turn)


async def pause(update: Update, context: Context) -> None:
    """🕘 at a pause: nothing is lost, /review goes on."""
    async with context.turn(update) as turn:
        (await turn.unit.reviews.get(turn.owner.id)).active = False
        await turn.edit("paused", ((tap(turn.speech, "btn-go-on", "goon"),),))


async def open_review(turn: Turn) -> None:
    """Show the open card again, or the next one, or say that nothing waits."""
    owner, unit = turn.owner, turn.unit
    state = await unit.reviews.get(owner.id)
    state.active, state.open_greeting_id = True, None
    await unit.session.flush()
    if await turn.house.review.next(unit, owner) or await turn.house.review.wake(unit, owner):
        return
    writing = await unit.greetings.find(owner_id=owner.id, states={State.PLANNED, State.DRAFTING})
    if writing:
        await turn.announce("still-writing", count=len(writing))
    else:
        state.active = False
        anybody = await unit.contacts.count(owner.id)
        next_step = ("btn-draft-day", "draftnext") if anybody else ("btn-add", "add")
        await turn.say("nothing-waits", ((tap(turn.speech, *next_step),),))


async def tapped(
    update: Update, turn: Turn, meanwhile: frozenset[State] = frozenset()
) -> tuple[Greeting, Contact, list[int]] | None:
    """The greeting whose button was tapped, if the button is still good; else a kind word.

    In the states `meanwhile` every button of the greeting is good.
    """
    greeting_id, *rest = data_parts(update)
    greeting = await turn.unit.greetings.get(greeting_id, turn.owner.id)
    contact = None
    if greeting is not None:
        contact = await turn.unit.contacts.get(turn.owner.id, greeting.contact_id)
    if greeting is None or contact is None or not rest:
        turn.toast = turn.speech("toast-gone")
        return None
    if greeting.revision != rest[0] and greeting.state not in meanwhile:
        turn.toast = turn.speech(f"toast-now-{greeting.state.value.replace('_', '-')}")
        return None
    return greeting, contact, rest[1:]


async def moved_on(turn: Turn) -> None:
    """A tap that came too late."""
    turn.toast = turn.speech("toast-moved-on")


async def approve(update: Update, context: Context) -> None:
    """✅ n: freezes one text, a channel and an hour; the next card comes by itself."""
    async with context.turn(update) as turn:
        found = await tapped(update, turn)
        if found is None:
            return
        greeting, contact, (number, *_) = found
        offered = await turn.unit.alternatives.last(greeting)
        chosen = next((one for one in offered if one.number == number and one.offered), None)
        if chosen is None or greeting.state not in WAITING:
            await moved_on(turn)
            return
        approved = await decisions.approve(
            turn.unit, turn.owner, greeting, contact, chosen, turn.house.review.ways
        )
        if approved is None:
            await moved_on(turn)
            return
        await shrink(turn, approved, contact)


async def shrink(turn: Turn, greeting: Greeting, contact: Contact) -> None:
    """The decided card becomes one line, and the next one comes."""
    await leave_question(turn, greeting)
    await turn.house.review.decided(turn.unit, turn.owner, greeting, contact, turn.message_id or 0)
    await turn.house.review.after_decision(turn.unit, turn.owner)


async def leave_question(turn: Turn, greeting: Greeting) -> None:
    """A question about this very greeting is answered by the tap."""
    current = await turn.unit.conversations.current(turn.owner.id)
    if current is not None and current[1].get("greeting_id") == greeting.id:
        await turn.unit.conversations.leave(turn.owner.id)


async def decide(update: Update, context: Context) -> None:
    """⏭ 📞 🕘 on a card; ⏭ in the ronda."""
    async with context.turn(update) as turn:
        found = await tapped(update, turn)
        if found is None:
            return
        greeting, contact, _ = found
        verb = (update.callback_query.data or "").split(":")[0] if update.callback_query else ""
        in_ronda = greeting.state is State.HANDED_OFF
        moved = await decisions.decide(turn.unit, turn.owner, greeting, _DECISIONS[verb])
        if moved is None:
            await moved_on(turn)
        elif in_ronda:
            await next_by_hand(turn, moved, contact)
        else:
            await shrink(turn, moved, contact)


async def undo(update: Update, context: Context) -> None:
    """↩️ on a decided card: it asks again."""
    async with context.turn(update) as turn:
        found = await tapped(update, turn)
        if found is None:
            return
        greeting, _, _ = found
        if greeting.state is State.SENT:
            await _untick(turn, greeting)
            return
        back = await decisions.take_back(turn.unit, greeting)
        if back is None:
            await moved_on(turn)
            return
        await turn.house.review.show(
            turn.unit, turn.owner, back, edit=await _own_message(turn, greeting)
        )


async def _own_message(turn: Turn, greeting: Greeting) -> int | None:
    """The tapped message, unless somebody else's greeting has taken its place."""
    about = await turn.unit.consents.about(turn.owner.id, turn.message_id or 0)
    elsewhere = about is not None and about.greeting_id not in {None, greeting.id}
    return None if elsewhere else turn.message_id


async def _untick(turn: Turn, greeting: Greeting) -> None:
    """☑️ taken back: the message is handed over again."""
    ask_at = deliver.asked_at(turn.owner, turn.unit.now)
    back = await deliver.untick(turn.unit, greeting, ask_at)
    contact = await turn.unit.contacts.get(turn.owner.id, greeting.contact_id)
    if back is None or contact is None:
        await moved_on(turn)
        return
    edit = await _own_message(turn, greeting)
    state = await turn.unit.reviews.get(turn.owner.id)
    if state.ronda_greeting_id is None:
        state.ronda_greeting_id = back.id
    await ronda.show(turn.unit, turn.owner, back, contact, turn.speech, left=0, edit=edit)


async def now(update: Update, context: Context) -> None:
    """🚀: at once, whatever the hour."""
    async with context.turn(update) as turn:
        found = await tapped(update, turn)
        if found is None:
            return
        greeting, contact, _ = found
        sending = await decisions.send_now(turn.unit, greeting)
        if sending is None:
            await moved_on(turn)
            return
        if sending.channel is not None and sending.channel.by_itself:
            undo_button = on_greeting(turn.speech, "btn-undo", "undo", sending)
            await turn.edit("line-sending-now", ((undo_button,),), name=contact.name)
            return
        waiting = await ronda.waiting_by_hand(turn.unit, turn.owner)
        await ronda.open_one(
            turn.unit, turn.owner, sending, contact, turn.speech,
            left=len(waiting), edit=turn.message_id,
        )  # fmt: skip


async def edit(update: Update, context: Context) -> None:
    """✏️: the owner's next text is the greeting."""
    async with context.turn(update) as turn:
        found = await tapped(update, turn)
        if found is None:
            return
        greeting, contact, _ = found
        await turn.unit.conversations.begin(turn.owner.id, "edit", greeting_id=greeting.id)
        alternatives = await turn.unit.alternatives.last(greeting)
        good = [one for one in alternatives if one.offered or not card.broken(one)]
        text = good[0].text if good else ""
        key = "ask-edit" if text else "ask-write"
        words = turn.speech(key, name=contact.called, text=text)
        rows = ((tap(turn.speech, "btn-close", "close"),),)
        about = About(turn.owner.id, contact.id, greeting.id, kind="question")
        await turn.send(Message(turn.owner.id, words, rows, block=text or None, about=about))


async def back(update: Update, context: Context) -> None:
    """↩️ under the owner's own words: the drafts come back."""
    async with context.turn(update) as turn:
        found = await tapped(update, turn)
        if found is None:
            return
        greeting, _, _ = found
        restored = await decisions.restore_drafts(turn.unit, greeting)
        if restored is None:
            await moved_on(turn)
            return
        await turn.house.review.show(turn.unit, turn.owner, restored, edit=turn.message_id)


async def unknown(update: Update, context: Context) -> None:
    """➕ and a name, on the list of those of whom nothing is known: their card."""
    async with context.turn(update) as turn:
        found = await tapped(update, turn)
        if found is not None:
            await turn.house.review.open(turn.unit, turn.owner, found[0])


async def memory(update: Update, context: Context) -> None:
    """➕: tell something about somebody there is nothing to write about."""
    async with context.turn(update) as turn:
        found = await tapped(update, turn)
        if found is None:
            return
        greeting, contact, _ = found
        await _ask_memory(turn, greeting, contact)


async def _ask_memory(turn: Turn, greeting: Greeting, contact: Contact) -> None:
    await turn.unit.conversations.begin(turn.owner.id, MEMORY, greeting_id=greeting.id)
    rows = ((tap(turn.speech, "btn-close", "close"),),)
    await turn.say("ask-memory", rows, name=contact.called)


async def own_words(turn: Turn, greeting_id: int, text: str) -> None:
    """The owner's own text, shown back with ✅ and ↩️; for one that is too long, another is awaited."""
    greeting = await turn.unit.greetings.get(greeting_id, turn.owner.id)
    if greeting is None or greeting.state not in WAITING:
        await turn.say("edit-too-late")
        return
    if len(text) > LONGEST_OWN:
        contact = await turn.unit.contacts.get(turn.owner.id, greeting.contact_id)
        await turn.unit.conversations.begin(turn.owner.id, "edit", greeting_id=greeting.id)
        rows = ((tap(turn.speech, "btn-close", "close"),),)
        name = contact.called if contact is not None else ""
        await turn.say("edit-too-long", rows, name=name, most=LONGEST_OWN, length=len(text))
        return
    written = await decisions.own_words(turn.unit, greeting, text)
    if written is not None:
        await turn.house.review.show(turn.unit, turn.owner, written)


async def told_memory(turn: Turn, greeting_id: int, text: str) -> None:
    """The answer to "what did you last do together?" becomes a note, and the note a draft."""
    greeting = await turn.unit.greetings.get(greeting_id, turn.owner.id)
    contact = None
    if greeting is not None:
        contact = await turn.unit.contacts.get(turn.owner.id, greeting.contact_id)
    if greeting is None or contact is None:
        await turn.say("edit-too-late")
        return
    if not has_letters(text):  # a 🔒 alone: what it is to keep is still to come
        await _ask_memory(turn, greeting, contact)
        return
    captured = await capture.add_note(turn.unit, turn.owner, contact, text)
    await turn.house.review.begin(turn.unit, turn.owner)
    rows = ((tap(turn.speech, "btn-undo", "takeback", captured.undo_id),),)
    note = captured.notes[0]
    key = "memory-kept-private" if note.private else "memory-kept"
    words = turn.speech(key, name=contact.called, note=note.text)
    about = About(turn.owner.id, contact.id, kind="contact")
    await turn.send(Message(turn.owner.id, words, rows, about=about, more_to_come=True))
