"""Questions for a memory, and the word on the day after."""

from bot.domain.messages import About, Message
from bot.domain.owners import Owner
from bot.locales import Speech
from bot.services.memories import Asking
from bot.views.buttons import tap


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
