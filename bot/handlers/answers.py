"""What talk leads to, done and answered: every change is shown with its ↩️."""

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.domain.contacts import Contact
from bot.domain.messages import Button
from bot.handlers import contacts, hints, people, person
from bot.handlers.context import Turn
from bot.parsing.facts import strip_private
from bot.parsing.names import match_names
from bot.services import talk
from bot.services.find import BARE, LONGEST, remembered
from bot.understanding.actions import (
    Action,
    Add,
    Ask,
    Courtesy,
    Greet,
    Offer,
    Step,
    Tell,
    Topic,
    Unclear,
)
from bot.understanding.shapes import tells_of_a_death, tells_of_a_wedding
from bot.views import contact as contact_views
from bot.views import talk as views
from bot.views.buttons import tap
from bot.views.doubts import choices

_MOST_ACTIONS = 8
"""What one message leads to; a wall of text is a note, not fifty."""


_FEWEST_WORDS = 3
"""Words of a note that is worth a question."""


def today(turn: Turn) -> date:
    """The owner's day."""
    return turn.unit.now.astimezone(ZoneInfo(turn.owner.timezone)).date()


def close(turn: Turn) -> Button:
    """❌, the way out of a question."""
    return tap(turn.speech, "btn-close", "close")


def as_told(words: str) -> Tell:
    """Words about a contact who is certain; a lock before them keeps them on the machine."""
    private = strip_private(words)
    return Tell(None, private or words, private=bool(private))


async def give(turn: Turn, actions: Sequence[Action], topic: Contact | None) -> None:
    """Do what was understood, in order; what was not is asked about in one question."""
    unclear = [action for action in actions if isinstance(action, Unclear)]
    certain = [action for action in actions if not isinstance(action, Unclear)]
    if len(certain) > 1:
        certain = [action for action in certain if not isinstance(action, Greet)]
    for action in certain[:_MOST_ACTIONS]:
        await _do(turn, action, topic)
    if unclear:
        await _ask(turn, unclear, topic)


async def _do(turn: Turn, action: Action, topic: Contact | None) -> None:
    match action:
        case Add(line=""):
            await people.ask_whom(turn)
        case Add(line=line):
            await people.add_text(turn, line)
        case Tell(name=None) if topic is not None:
            await tell(turn, topic, action)
        case Tell(name=str(name)):
            await _tell_named(turn, name, action)
        case Ask():
            await _answer(turn, action)
        case Offer():
            await _offer(turn, action)
        case Greet():
            await _greet(turn, action.kind)
        case _:
            await _ask(turn, [Unclear(getattr(action, "text", ""))], topic)


async def tell(
    turn: Turn, contact: Contact, told: Tell, *, said_at: datetime | None = None
) -> None:
    """Keep it, and show what was kept."""
    kept = await talk.tell(
        turn.unit,
        turn.owner,
        contact,
        told.text,
        today=today(turn),
        private=told.private,
        said_at=said_at,
    )
    remarks = [people.doubt(turn, doubt) for doubt in kept.doubts]
    offers = () if said_at else _offers(turn, kept)
    rows = choices(contact.id, kept.doubts, turn.speech)
    await turn.send(
        views.told(turn.owner, kept, turn.speech, today(turn), remarks, said_at, (*rows, offers))
    )
    await people.wait_for_day(turn, contact, kept.doubts)
    await person.show_asking(turn, kept.done)
    await hints.after_capture(turn, contact)


def _offers(turn: Turn, kept: talk.Told) -> tuple[Button, ...]:
    """A step that what was told calls for: the date of a wedding, or no greetings any more."""
    contact, notes = kept.contact, [note.text for note in kept.notes]
    if any(map(tells_of_a_death, notes)) and not contact.deceased:
        return (tap(turn.speech, "field-deceased", "field", contact.id, "deceased"),)
    if any(map(tells_of_a_wedding, notes)) and "anniversary" not in kept.dates_before:
        return (tap(turn.speech, "btn-date-anniversary", "field", contact.id, "anniversary"),)
    return ()


async def _tell_named(turn: Turn, name: str, told: Tell) -> None:
    """One exact name is certain; several, or a similar one, get a button each."""
    known = {one.id: one for one in await turn.unit.contacts.of_owner(turn.owner.id)}
    match = match_names(name, [candidate(one) for one in known.values()])
    if len(match.exact) == 1:
        await tell(turn, known[match.exact[0]], told)
        return
    await ask_whose(turn, told, name, None)


def candidate(one: Contact) -> tuple[int, str, str | None, str | None]:
    """A contact as names are matched."""
    return one.id, one.name, one.nickname, one.form_of_address


async def ask_whose(
    turn: Turn,
    told: Tell,
    name: str,
    topic: Contact | None,
    *,
    said_at: datetime | None = None,
) -> None:
    """Whose words these are: those who may be meant, or a name to type."""
    known = {one.id: one for one in await turn.unit.contacts.of_owner(turn.owner.id)}
    match = match_names(name, [candidate(one) for one in known.values()])
    fitting = [known[one] for one in match.exact or match.similar]
    if topic is not None and topic.id not in {one.id for one in fitting}:
        fitting.append(topic)
    pending = await wait(turn, told, said_at)
    asking = turn.speech("note-for-whom", note=views.shortened(told.text))
    if not fitting:
        await turn.unit.conversations.begin(turn.owner.id, "keep", pending=pending)
    verb = f"tell:{pending}"
    await turn.send(contact_views.choose(turn.owner, fitting, verb, asking, turn.speech))


async def whose(turn: Turn, name: str, pending: int) -> None:
    """The name that was asked for; the words wait until it is certain."""
    contact = await people.whom(turn, name.strip(), f"tell:{pending}", turn.speech("talk-whose"))
    if contact is None:
        return
    waiting = await take_waiting(turn, pending)
    if waiting is None:
        await turn.say("toast-old")
    else:
        await tell(turn, contact, waiting[0], said_at=waiting[1])


async def wait(turn: Turn, told: Tell, said_at: datetime | None = None) -> int:
    """Keep words until a tap says what becomes of them; answers the number for its button."""
    return await turn.unit.conversations.remember(
        turn.owner.id,
        undo="waiting",
        text=told.text,
        private=told.private,
        said_at=said_at.isoformat() if said_at else None,
    )


async def take_waiting(turn: Turn, pending: int) -> tuple[Tell, datetime | None] | None:
    """The words that wait under a number, once."""
    action = await turn.unit.conversations.take(turn.owner.id, pending)
    if action is None or action["undo"] != "waiting":
        return None
    said_at = datetime.fromisoformat(action["said_at"]) if action["said_at"] else None
    return Tell(None, action["text"], action["private"]), said_at


_SEARCHES = {"bare": BARE, "longest": LONGEST}


async def _answer(turn: Turn, ask: Ask) -> None:
    speech, owner = turn.speech, turn.owner
    if ask.name is not None:
        contact = await people.whom(turn, ask.name, "person", speech("talk-whose"))
        if contact is None:
            return
        if ask.topic is Topic.BIRTHDAY:
            dates = (await turn.unit.contacts.dates([contact.id]))[contact.id]
            birthday = next((day for day in dates if day.key == "birthday"), None)
            await turn.send(views.when(owner, contact, birthday, speech, today(turn)))
        else:
            await person.show_person(turn, contact)
        return
    if ask.topic is Topic.LIST:
        await contacts.show(turn, _SEARCHES.get(ask.words, ""), 0)
        return
    if ask.topic is Topic.WHO:
        everybody = await turn.unit.contacts.of_owner(owner.id)
        those = await remembered(turn.unit, everybody, ask.words, owner.language)
        await turn.send(views.those(owner, those, speech))
        return
    first, last = ask.first or today(turn), ask.last or today(turn)
    look = talk.birthdays if ask.topic is Topic.BIRTHDAYS else talk.coming
    found = await look(turn.unit, owner, turn.house.calendar, first, last)
    key = "talk-no-birthdays" if ask.topic is Topic.BIRTHDAYS else "talk-nobody-then"
    nobody = speech(key, days=(last - first).days + 1)
    await turn.send(views.days(owner, found, speech, today(turn), nobody))


async def _offer(turn: Turn, offer: Offer) -> None:
    """What only a tap can begin."""
    contact = await people.whom(turn, offer.name, offer.step.value, turn.speech("talk-whose"))
    if contact is None:
        return
    if offer.step is Step.FORGET:
        rows = ((tap(turn.speech, "btn-forget", "forget", contact.id), close(turn)),)
        await turn.say("talk-forget", rows, name=contact.name)
    else:
        rows = ((tap(turn.speech, "btn-draft", "draft", contact.id), close(turn)),)
        await turn.say("talk-draft", rows, name=contact.name)


async def _greet(turn: Turn, kind: Courtesy) -> None:
    add, listing = (
        tap(turn.speech, "btn-add", "add"),
        tap(turn.speech, "btn-list", "people", 0),
    )
    if kind is Courtesy.HELP:
        await turn.say("help")
    elif kind is Courtesy.BYE:
        await turn.say("talk-bye")
    elif kind is Courtesy.THANKS:
        await turn.say("talk-thanks")
    else:
        await turn.say("talk-hello", ((add, listing),), name=turn.owner.name)


async def _ask(turn: Turn, unclear: Sequence[Unclear], topic: Contact | None) -> None:
    """What could be meant, as buttons: a note of somebody named, somebody new, or a note of anybody."""
    words = " ".join(one.words for one in unclear).strip()
    newcomer = next((one.newcomer for one in unclear if one.newcomer), None)
    ids = [contact_id for one in unclear for contact_id in one.ids]
    mentioned = await turn.unit.contacts.some(ids)
    named = [one for one in mentioned.values() if one.owner_id == turn.owner.id]
    if topic is not None and topic.id not in mentioned and _worth_a_note(words):
        named.append(topic)
    pending = await wait(turn, as_told(_introduced(words, newcomer)))
    rows: list[tuple[Button, ...]] = []
    if newcomer:
        rows = [(tap(turn.speech, "btn-add-name", "newcomer", pending, name=_label(newcomer)),)]
        rows.append((close(turn),))
        await turn.say("talk-newcomer", tuple(rows), name=newcomer)
        return
    for one in named[:4]:
        label = _label(one.name)
        rows.append((tap(turn.speech, "btn-note-of", "tell", pending, one.id, name=label),))
    if named:
        rows.append((close(turn),))
        await turn.say("talk-as-note", tuple(rows), words=views.shortened(words))
        return
    if _worth_a_note(words) and await turn.unit.contacts.count(turn.owner.id):
        rows.append((tap(turn.speech, "btn-as-note", "keep", pending),))
    rows.append((tap(turn.speech, "btn-add", "add"), tap(turn.speech, "btn-how", "how")))
    await turn.say("talk-how", tuple(rows))


def _worth_a_note(words: str) -> bool:
    """Whether words that nobody understood may be something to remember: no question, no "eh"."""
    return "?" not in words and len(words.split()) >= _FEWEST_WORDS


def _introduced(words: str, newcomer: str | None) -> str:
    """ "Marta se mudó" as /add reads it: "Marta, se mudó"."""
    if newcomer is None or not words.startswith(newcomer):
        return words
    return f"{newcomer}, {words[len(newcomer) :].lstrip(' ,:')}"


def _label(name: str) -> str:
    return name if len(name) <= 32 else name[:31] + "…"
