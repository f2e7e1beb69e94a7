"""/add and /note, and finding whom a typed name means."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from telegram import Update

from bot.domain.contacts import Contact
from bot.domain.messages import About, Message
from bot.handlers import hints
from bot.handlers.context import Context, Turn
from bot.handlers.person import show_again
from bot.parsing.contacts import Doubt, parse_contact
from bot.parsing.facts import LOCK
from bot.parsing.names import Known, match_names
from bot.parsing.note import ParsedNoteLine, parse_note
from bot.parsing.text import ParseProblem, clean, fold
from bot.services import capture, edit
from bot.views import contact as views
from bot.views.buttons import tap
from bot.views.doubts import choices, clock
from bot.views.forgotten import leave_no_card
from bot.views.talk import shortened

_LABEL = 32
"""Characters of a name that fit a button."""


def argument(update: Update) -> str:
    """What follows the command, as typed but for what can't be seen."""
    text = (update.message.text or "") if update.message else ""
    words = text.split(maxsplit=1)
    return clean(words[1]).strip() if len(words) > 1 else ""


async def whom(turn: Turn, query: str, verb: str, asking: str) -> Contact | None:
    """The one contact a typed name means; else buttons are offered (`verb` comes back with the
    contact's id) or a word that nobody is called so.

    A name typed exactly beats a similar one, and a similar one is a question, never an answer.
    """
    contacts = {one.id: one for one in await turn.unit.contacts.of_owner(turn.owner.id)}
    match = match_names(query, [(one.id, one.name, one.nickname) for one in contacts.values()])
    if len(match.exact) == 1:
        return contacts[match.exact[0]]
    fitting = [contacts[contact_id] for contact_id in match.exact or match.similar]
    if fitting:
        await turn.send(views.choose(turn.owner, fitting, verb, asking, turn.speech))
    else:
        rows = ((tap(turn.speech, "btn-add", "add"), tap(turn.speech, "btn-list", "people", 0)),)
        await turn.say("nobody-called", rows, name=shortened(query))
    return None


async def ask_who(turn: Turn, verb: str, asking: str) -> None:
    """A command that names nobody: the first people as buttons (`verb` comes back with the id)."""
    everybody = await turn.unit.contacts.of_owner(turn.owner.id)
    if everybody:
        await turn.send(views.choose(turn.owner, everybody, verb, asking, turn.speech))
    else:
        await nobody_yet(turn)


async def nobody_yet(turn: Turn) -> None:
    """Nothing can be done without people: the first step."""
    await turn.say("list-empty", ((tap(turn.speech, "btn-add", "add"),),))


async def ask_note(turn: Turn) -> None:
    """Step by step: the next text says whose it is and what to remember."""
    if not await turn.unit.contacts.count(turn.owner.id):
        await nobody_yet(turn)
        return
    await turn.unit.conversations.begin(turn.owner.id, "note")
    await turn.say("ask-note", ((tap(turn.speech, "btn-close", "close"),),))


async def add(update: Update, context: Context) -> None:
    """`/add Juana, amiga, le gusta…` saves at once; alone, it asks."""
    async with context.turn(update) as turn:
        text = argument(update)
        if text:
            await add_text(turn, text)
        else:
            await ask_whom(turn)


async def ask_whom(turn: Turn) -> None:
    """Step by step: the next text is somebody."""
    await turn.unit.conversations.begin(turn.owner.id, "add")
    await turn.say("ask-whom", ((tap(turn.speech, "btn-close", "close"),),))


async def add_button(update: Update, context: Context) -> None:
    """➕ on any message."""
    async with context.turn(update) as turn:
        await ask_whom(turn)


async def add_text(turn: Turn, text: str, *, even_if_known: bool = False) -> None:
    """Save somebody from one line; a name that is known is asked about first."""
    owner = turn.owner
    today = turn.unit.now.astimezone(ZoneInfo(owner.timezone)).date()
    try:
        parsed = parse_contact(
            text,
            today=today,
            owner_language=owner.language,
            owner_country=owner.country,
            area_code=owner.area_code,
        )
    except ParseProblem as problem:
        await turn.unit.conversations.begin(owner.id, "add")
        await turn.say(f"parse-{problem.key.replace('_', '-')}")
        return
    known = [
        one
        for one in await turn.unit.contacts.of_owner(owner.id)
        if fold(one.name) == fold(parsed.name)
    ]
    if known and not even_if_known:
        await turn.unit.conversations.begin(owner.id, "known", text=text, contact_id=known[0].id)
        rows = (
            (
                tap(turn.speech, "btn-same", "same"),
                tap(turn.speech, "btn-another", "another"),
            ),
            (tap(turn.speech, "btn-close", "close"),),
        )
        await turn.say("already-known", rows, name=known[0].name)
        return
    captured = await capture.add_contact(turn.unit, owner, parsed)
    doubts = (*parsed.questions, *parsed.remarks)
    remarks = [doubt(turn, one) for one in doubts]
    settling = (
        *choices(captured.contact.id, doubts, turn.speech),
        *clock(captured.contact, owner, turn.speech),
    )
    await turn.send(views.understood(owner, captured, turn.speech, today, remarks, settling))
    await wait_for_day(turn, captured.contact, doubts)
    await hints.after_capture(turn, captured.contact)


def doubt(turn: Turn, found: Doubt) -> str:
    """A question or remark about words that were read."""
    key = f"doubt-{found.key.replace('_', '-')}"
    return turn.speech(key if turn.speech.has(key) else "doubt-other", words=found.words)


async def wait_for_day(turn: Turn, contact: Contact, doubts: Sequence[Doubt]) -> None:
    """After a date that does not exist, the next text may be the right one."""
    for one in doubts:
        if one.key in {"impossible_date", "unclear_date", "ambiguous_date"}:
            key = "anniversary" if one.reason == "anniversary" else "birthday"
            await turn.unit.conversations.begin(
                turn.owner.id, "day", contact_id=contact.id, key=key
            )


async def noted(turn: Turn, captured: capture.Captured) -> None:
    """A note was kept: one line back, with ↩️."""
    note = captured.notes[0]
    rows = ((tap(turn.speech, "btn-undo", "takeback", captured.undo_id),),)
    key = "noted-private" if note.private else "noted"
    text = turn.speech(key, name=captured.contact.name, note=note.text)
    about = About(turn.owner.id, captured.contact.id, kind="contact")
    await turn.send(Message(turn.owner.id, text, rows, about=about))
    await hints.after_capture(turn, captured.contact)


async def note(update: Update, context: Context) -> None:
    """`/note Juana: se mudó a Córdoba`."""
    async with context.turn(update) as turn:
        text = argument(update)
        replied = await replied_contact(update, turn)
        if replied is not None and text:
            await keep_note(turn, replied, text)
        elif text:
            await note_text(turn, text)
        else:
            await ask_note(turn)


async def replied_contact(update: Update, turn: Turn) -> Contact | None:
    """The contact whose card (or message) the owner replies to."""
    message = update.message
    if message is None or message.reply_to_message is None:
        return None
    about = await turn.unit.consents.about(turn.owner.id, message.reply_to_message.message_id)
    if about is None or about.contact_id is None:
        return None
    return await turn.unit.contacts.get(turn.owner.id, about.contact_id)


async def keep_note(turn: Turn, contact: Contact, text: str) -> None:
    """A note for somebody who is known."""
    await noted(turn, await capture.add_note(turn.unit, turn.owner, contact, text))


async def note_text(turn: Turn, text: str) -> None:
    """A note for whom the text names; several that fit get buttons."""
    everybody = await turn.unit.contacts.of_owner(turn.owner.id)
    known = Known((one.id, one.name, one.nickname) for one in everybody)
    try:
        parsed = parse_note(text, known)
    except ParseProblem as problem:
        await turn.say(f"parse-{problem.key.replace('_', '-')}")
        return
    if parsed.name_part and not parsed.text:
        contact = await whom(turn, parsed.name_part, "addnote", turn.speech("note-about-whom"))
        if contact is not None:
            await _ask_note_for(turn, contact)
        return
    if not parsed.name_part:
        await turn.say("note-how")
        return
    match = match_names(parsed.name_part, known)
    if not match.exact and not match.similar:
        await _offer_newcomer(turn, parsed)
        return
    # The note is kept while the owner says whose it is.
    await turn.unit.conversations.begin(
        turn.owner.id, "whose", text=parsed.text, private=parsed.private
    )
    asking = turn.speech("note-for-whom", note=parsed.text)
    contact = await whom(turn, parsed.name_part, "whose", asking)
    if contact is not None:
        await turn.unit.conversations.leave(turn.owner.id)
        captured = await capture.add_note(
            turn.unit, turn.owner, contact, parsed.text, private=parsed.private
        )
        await noted(turn, captured)


async def _offer_newcomer(turn: Turn, parsed: ParsedNoteLine) -> None:
    """A note for somebody who is not there yet: one tap adds them with it."""
    lock = f"{LOCK} " if parsed.private else ""
    line = f"{parsed.name_part}, {lock}{parsed.text}"
    pending = await turn.unit.conversations.remember(
        turn.owner.id, undo="waiting", text=line, private=parsed.private, said_at=None
    )
    name = (parsed.name_part or "")[:_LABEL]
    rows = (
        (tap(turn.speech, "btn-add-name", "newcomer", pending, name=name),),
        (tap(turn.speech, "btn-list", "people", 0), tap(turn.speech, "btn-close", "close")),
    )
    await turn.say("talk-newcomer", rows, name=parsed.name_part)


async def whose_button(update: Update, context: Context) -> None:
    """The one the ambiguous note is for."""
    async with context.turn(update) as turn:
        contact = await tapped_contact(update, turn)
        current = await turn.unit.conversations.current(turn.owner.id)
        if contact is None or current is None or current[0] != "whose":
            turn.toast = turn.speech("toast-old")
            return
        await turn.unit.conversations.leave(turn.owner.id)
        data = current[1]
        captured = await capture.add_note(
            turn.unit, turn.owner, contact, data["text"], private=data["private"]
        )
        await noted(turn, captured)


async def takeback(update: Update, context: Context) -> None:
    """↩️ under what was kept."""
    async with context.turn(update) as turn:
        number = data_parts(update)[0]
        undone = await edit.undo(turn.unit, turn.owner, number)
        if undone is None:
            turn.toast = turn.speech("toast-undone-before")
            return
        await turn.edit(f"undone-{undone.kind}")
        await show_again(turn, undone.asking)
        await leave_no_card(turn.unit, turn.owner, turn.house.review, undone.cards)


def data_parts(update: Update) -> list[int]:
    """The numbers in the data of the tapped button."""
    data = (update.callback_query.data or "") if update.callback_query else ""
    return [int(part) for part in data.split(":")[1:] if part.isdecimal()] or [0]


async def tapped_contact(update: Update, turn: Turn) -> Contact | None:
    """The contact whose button was tapped; a word that there is none, unless still there and this
    owner's."""
    contact = await turn.unit.contacts.get(turn.owner.id, data_parts(update)[0])
    if contact is None:
        turn.toast = turn.speech("toast-gone")
    return contact


async def addnote_button(update: Update, context: Context) -> None:
    """➕ a note on a contact's card."""
    async with context.turn(update) as turn:
        contact = await tapped_contact(update, turn)
        if contact is None:
            return
        await _ask_note_for(turn, contact)


async def _ask_note_for(turn: Turn, contact: Contact) -> None:
    """The next text is a note about them."""
    await turn.unit.conversations.begin(turn.owner.id, "note", contact_id=contact.id)
    rows = ((tap(turn.speech, "btn-close", "close"),),)
    await turn.say("ask-note-for", rows, name=contact.called)
