"""The review card: one message with the name, the occasion and every alternative's full text."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.channels.link import LONGEST_COPY, chats, prefilled, telegram_chat
from bot.domain.contacts import Contact, Note
from bot.domain.greetings import Alternative, Channel, Greeting, State
from bot.domain.guards import blocks
from bot.domain.guards.base import Label, Problem
from bot.domain.messages import Button, Rows
from bot.locales import Speech
from bot.services.approve import Ways, channel_for
from bot.views.buttons import on_greeting

LONGEST_NOTE = 40
"""Characters of a note shown under "rests on"."""

WISHES = ("shorter", "funnier", "formal", "memory")
"""What other drafts may be wished to be, by a tap; the place in this list stands in the button."""

REMARKS = (
    Label.WRONG_REGISTER, Label.INVENTED, Label.ARTIFACT, Label.WRONG_PERSON, Label.DUPLICATE,
)  # fmt: skip
"""What is remarked under a text with ✅: what the owner judges better, the length, and, of their own
words, whether they are for somebody else."""

_FAILURES = {"refused": "refused", "cut": "garbled", "invalid": "garbled", "too_few": "garbled"}
"""What the owner is told of a model that answered, by the reason of DraftingFailed."""


@dataclass(frozen=True, slots=True)
class Card:
    """All that a card shows. `today` is the owner's; `by_hand`: it is the day itself and the owner
    sends, so the card carries 📲 per alternative. `tries`: rounds of alternatives so far. `late`: the
    contact's day is over. `early`: when it leaves, on the owner's clock, for somebody so far to the
    east that the card comes before the owner's hour to prepare."""

    greeting: Greeting
    contact: Contact
    occasions: Sequence[str]
    alternatives: Sequence[Alternative]
    notes: Sequence[Note]
    position: int
    total: int
    today: date
    by_hand: bool
    tries: int = 1
    late: bool = False
    early: datetime | None = None


def text(card: Card, speech: Speech) -> str:
    """The whole card as text."""
    parts = [_head(card, speech)]
    if card.late:
        parts.append(speech("card-late"))
    if card.early is not None:
        parts.append(_early(card, card.early, speech))
    offered = [one for one in card.alternatives if one.offered]
    if card.greeting.state is State.STALE:
        parts.append(speech("card-stale", name=card.contact.called))
        if card.greeting.media:
            parts.append(speech("card-media", kind=card.greeting.media.kind))
        if card.greeting.text and card.greeting.text not in [one.text for one in offered]:
            parts.append(card.greeting.text)
    if offered:
        parts += [_alternative(one, speech) for one in offered]
        parts += _remarks_below(card, offered, speech)
    elif card.greeting.state is not State.STALE:
        parts.append(_why_nothing(card, speech))
    return "\n".join(parts)


def _early(card: Card, leaves: datetime, speech: Speech) -> str:
    there = leaves.astimezone(ZoneInfo(card.contact.timezone))
    return speech(
        "card-early",
        day=speech.day(leaves.date(), card.today),
        hour=speech.hour(leaves),
        there=speech.hour(there),
    )


def _head(card: Card, speech: Speech) -> str:
    return speech(
        "card-head",
        position=str(card.position),
        total=str(card.total),
        name=card.contact.name,
        occasion=speech.names(card.occasions),
        day=speech.day(card.greeting.day, card.today),
    )


def _alternative(one: Alternative, speech: Speech) -> str:
    said = [speech("card-media", kind=one.media.kind)] if one.media else []
    lines = [" ".join([_digit(one.number), *said, one.text]).rstrip()]
    lines += [
        speech(f"remark-{label}", words=speech.names(list(words) or ["…"]))
        for label, words in one.problems
        if label in REMARKS
    ]
    return "\n".join(lines)


def _digit(number: int) -> str:
    return f"{number}\ufe0f\u20e3"


def _remarks_below(card: Card, offered: Sequence[Alternative], speech: Speech) -> list[str]:
    used = {note_id for one in offered for note_id in one.note_ids}
    rests = [_short(note.text) for note in card.notes if note.id in used]
    lines = []
    if rests:
        lines.append(speech("card-rests-on", notes=" · ".join(rests)))
    if any(one.drafter == "composer" for one in offered):
        lines.append(_without_model(offered, speech))
    return lines


def _without_model(offered: Sequence[Alternative], speech: Speech) -> str:
    """That the composer wrote, and why the model did not, where there is one and it was asked."""
    failed = next((one.fallback for one in offered if one.fallback), None)
    if failed in {None, "nothing_personal"}:
        return speech("card-without-model")
    if failed == "rules":
        return speech("card-model-broke-rules")
    if failed == "spent":
        return speech("card-model-spent")
    return speech("card-model-failed", how=_FAILURES.get(failed or "", "silent"))


def _short(note: str) -> str:
    flat = " ".join(note.split())
    return flat if len(flat) <= LONGEST_NOTE else flat[: LONGEST_NOTE - 1].rstrip() + "…"


def _why_nothing(card: Card, speech: Speech) -> str:
    """No draft was good enough: nothing personal to say, what was written breaks a rule, or it is a
    single text and so no choice."""
    refused = [one for one in card.alternatives if not one.offered]
    if lone := next((one for one in refused if not broken(one)), None):
        return "\n".join((speech("card-only-one", name=card.contact.called), lone.text))
    labels = {label for one in refused for label in broken(one)}
    serious = [label for label in Label if label in labels]
    if not card.notes:
        return speech("card-needs-memory", name=card.contact.called)
    if not refused or serious == [Label.GENERIC]:
        return speech("card-needs-more", name=card.contact.called)
    reasons = [speech(f"problem-{label.value}") for label in serious]
    return speech("card-refused", name=card.contact.called, reasons=speech.names(reasons))


def broken(one: Alternative) -> list[Label]:
    """What keeps it from standing under ✅."""
    problems = [Problem(Label(label), words) for label, words in one.problems]
    return [problem.label for problem in problems if blocks(problem)]


def buttons(card: Card, speech: Speech) -> Rows:
    """The buttons: ✅ per alternative, then what else can be done."""
    greeting = card.greeting
    offered = [one for one in card.alternatives if one.offered]
    rows: list[tuple[Button, ...]] = []
    if offered:
        rows.append(
            tuple(
                on_greeting(
                    speech, "btn-approve", "approve", greeting, one.number, n=str(one.number)
                )
                for one in offered
            )
        )
        if card.by_hand:
            rows += [_by_hand(card, one, speech) for one in offered]
    elif greeting.state is State.NEEDS_MEMORY:
        rows.append((on_greeting(speech, "btn-tell", "memory", greeting),))
    others = on_greeting(speech, "btn-others", "others", greeting)
    edit_key = "btn-edit" if offered else "btn-write"
    edit = on_greeting(speech, edit_key, "edit", greeting)
    own: tuple[Button, ...] = (edit,)
    if can_be_recorded(card.contact):
        own = (edit, on_greeting(speech, "btn-voice", "voice", greeting))
    rows.append((others, *own) if card.alternatives or card.notes else own)
    by_owner = any(one.drafter == "owner" for one in offered)
    if card.tries > 1 and not by_owner:
        rows += wishes(greeting, speech)
    rows.append(
        (
            on_greeting(speech, "btn-skip", "skip", greeting),
            on_greeting(speech, "btn-call", "call", greeting),
            on_greeting(speech, "btn-later", "later", greeting),
        )
    )
    if by_owner or card.tries > 1:
        label = "btn-back" if by_owner else "btn-drafts-before"
        rows.append((on_greeting(speech, label, "back", greeting),))
    return tuple(rows)


def wishes(greeting: Greeting, speech: Speech) -> Rows:
    """🔄 with a wish, two in a row."""
    buttons = [
        on_greeting(speech, f"btn-wish-{name}", "wish", greeting, number)
        for number, name in enumerate(WISHES)
    ]
    return tuple(buttons[:2]), tuple(buttons[2:])


def _by_hand(card: Card, one: Alternative, speech: Speech) -> tuple[Button, ...]:
    """📲 opens it in the owner's account, ☑️ says it is out."""
    chat = telegram_chat(card.contact)
    links = [chat] if one.media and chat else prefilled(card.contact, one.text)[:1]
    opening = [
        Button(speech("btn-open-n", n=str(one.number), app=link.app), url=link.url)
        for link in links
    ]
    if not opening and 0 < len(one.text) <= LONGEST_COPY:
        opening = [Button(speech("btn-copy-n", n=str(one.number)), copy=one.text)]
    sent = on_greeting(
        speech, "btn-i-sent-n", "isent", card.greeting, one.number, n=str(one.number)
    )
    return (*opening, sent)


def by_hand(contact: Contact, greeting: Greeting, today: date, ways: Ways) -> bool:
    """Whether reviewing and sending are one pass: the day itself, for what the owner sends."""
    return not channel_for(contact, ways).by_itself and greeting.day <= today


def can_be_recorded(contact: Contact) -> bool:
    """🎙: whether a recording can reach them, by the bot or in a Telegram chat of the owner's."""
    return contact.linked_chat_id is not None or telegram_chat(contact) is not None


def channel_name(
    channel: Channel | None, contact: Contact, speech: Speech, *, recorded: bool = False
) -> str:
    """How it leaves, in words: "por WhatsApp"."""
    if channel is Channel.BOT:
        return speech("by-bot")
    if channel is Channel.EMAIL:
        return speech("by-email")
    if channel is Channel.COPY:
        return speech("by-copy")
    if channel is Channel.CALL:
        return speech("by-call")
    if recorded or channel is Channel.SHARE:
        return speech("by-telegram")
    chat = next(iter(chats(contact)), None)
    return speech("by-yourself" if chat is None else f"by-{chat.app}")
