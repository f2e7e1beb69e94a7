"""Questions for a memory, the list of those of whom nothing is known, and the word on the day after."""

from collections.abc import Sequence

from bot.domain.contacts import Contact
from bot.domain.greetings import Greeting
from bot.domain.messages import About, Message
from bot.domain.owners import Owner
from bot.locales import Speech
from bot.services.memories import Asking
from bot.views.buttons import on_greeting, tap

BUTTONS = 20
"""People on one list that have a button; of the others the owner may write."""


def question(owner: Owner, asking: Asking, speech: Speech) -> Message:
    """What was the last thing you did together? The first question about a day says why."""
    contact = asking.contact
    lines = []
    if asking.first:
        lines.append(
            speech(
                "memory-why",
                occasion=asking.occasion,
                day=speech.date(asking.day),
                known=str(asking.known),
                total=str(asking.total),
            )
        )
    lines.append(speech("memory-question", name=contact.called))
    day = asking.day.isoformat()
    rows = (
        (
            tap(speech, "btn-tell-now", "mem", "tell", contact.id, day),
            tap(speech, "btn-tomorrow", "mem", "tomorrow", contact.id, day),
        ),
        (tap(speech, "btn-not-greet", "mem", "skip", contact.id, day),),
    )
    about = About(owner.id, contact.id, kind="contact")
    return Message(owner.id, "\n\n".join(lines), rows, about=about)


def day_after(owner: Owner, greeted: int, speech: Speech) -> Message:
    """How it went yesterday, and whether there is something new to keep."""
    rows = (
        (tap(speech, "btn-tell-now", "mem", "anybody"),),
        (tap(speech, "btn-not-again", "mem", "quiet"), tap(speech, "btn-shut", "close")),
    )
    return Message(owner.id, speech("day-after", count=greeted), rows)


def unknown(owner: Owner, people: Sequence[tuple[Greeting, Contact]], speech: Speech) -> Message:
    """Those of whom nothing is known, in one message: each has a button that opens their card."""
    names = [contact.called for _, contact in people]
    buttons = [
        on_greeting(speech, "btn-tell-about", "unknown", greeting, name=contact.called)
        for greeting, contact in people[:BUTTONS]
    ]
    rows = [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]
    text = speech("unknown-people", names=speech.names(names), first=names[0])
    return Message(owner.id, text, (*rows, (tap(speech, "btn-shut", "close"),)))
