"""What was decided: who, when and by which way, and the way back to each."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.contacts import Contact
from bot.domain.greetings import Greeting, State
from bot.domain.messages import Button, Rows
from bot.domain.owners import Owner
from bot.locales import Speech
from bot.views.buttons import on_greeting, tap
from bot.views.card import channel_name
from bot.views.contact import label
from storage.unit import Unit

PAGE = 8
"""People on a page of ways back."""

REVERSIBLE = frozenset({State.APPROVED, State.CALL, State.SNOOZED, State.SKIPPED})
"""Decisions that the summary tells, and that can be taken back from it."""

_OTHERS = {
    State.CALL: "status-call",
    State.SNOOZED: "summary-later",
    State.SKIPPED: "status-skipped",
}


@dataclass(frozen=True, slots=True)
class Decided:
    """The decisions in the order in which they leave. `when`: the owner's instant of an approved
    greeting as said in words; `channel`: its way, in words."""

    greetings: Sequence[Greeting]
    contacts: Mapping[int, Contact]
    when: Callable[[datetime], str]
    channel: Callable[[Greeting, Contact], str]


async def gather(unit: Unit, owner: Owner) -> Decided:
    """What the owner decided of the days that are not over, and can still change."""
    speech, zone = Speech(owner.language, owner.country), ZoneInfo(owner.timezone)
    today = unit.now.astimezone(zone).date()
    found = await unit.greetings.find(owner_id=owner.id, states=REVERSIBLE, since=today)
    contacts = await unit.contacts.some({one.contact_id for one in found})
    later = unit.now + timedelta(days=999)
    found.sort(key=lambda one: one.due_at or later)

    def when(leaves: datetime) -> str:
        local = leaves.astimezone(zone)
        return speech("summary-when", day=speech.day(local.date(), today), hour=speech.hour(local))

    def channel(greeting: Greeting, contact: Contact) -> str:
        recorded = greeting.media is not None
        return channel_name(greeting.channel, contact, speech, recorded=recorded)

    return Decided(found, contacts, when, channel)


def text(decided: Decided, speech: Speech) -> str:
    """A line for each hour and way, then one for each other decision."""
    by_way: dict[tuple[str, str], list[str]] = {}
    others: dict[State, list[str]] = {}
    by_hand = False
    for greeting in decided.greetings:
        contact = decided.contacts[greeting.contact_id]
        if greeting.state is State.APPROVED and greeting.due_at is not None:
            way = decided.when(greeting.due_at), decided.channel(greeting, contact)
            by_way.setdefault(way, []).append(contact.name)
            by_hand = by_hand or not (greeting.channel and greeting.channel.by_itself)
        else:
            others.setdefault(greeting.state, []).append(contact.name)
    lines = [speech("review-done"), ""]
    lines += [
        speech("summary-approved", when=when, channel=channel, names=", ".join(names))
        for (when, channel), names in by_way.items()
    ]
    lines += [
        speech(key, names=", ".join(others[state]))
        for state, key in _OTHERS.items()
        if state in others
    ]
    if by_hand:
        lines += ["", speech("summary-by-hand")]
    return "\n".join(lines).strip()


def rows(decided: Decided, speech: Speech) -> Rows:
    """Under the summary: the way to every way back."""
    return ((tap(speech, "btn-change-one", "decided", 0),),) if decided.greetings else ()


def ways_back(decided: Decided, page: int, speech: Speech) -> Rows:
    """↩️ for each person, a page at a time, and back to the summary."""
    shown = decided.greetings[page * PAGE : (page + 1) * PAGE]
    buttons: list[tuple[Button, ...]] = []
    for greeting in shown:
        name = label(decided.contacts[greeting.contact_id])
        buttons.append((on_greeting(speech, "btn-take-back", "undo", greeting, name=name),))
    turning = []
    if page > 0:
        turning.append(tap(speech, "btn-previous", "decided", page - 1))
    if (page + 1) * PAGE < len(decided.greetings):
        turning.append(tap(speech, "btn-next", "decided", page + 1))
    back = (tap(speech, "btn-back", "decidedback"),)
    return (*buttons, *((tuple(turning),) if turning else ()), back)
