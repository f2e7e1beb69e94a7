"""One message that says how far the drafts are, edited as they are written."""

from bot.domain.greetings import BEING_WRITTEN
from bot.domain.messages import About, Message
from bot.domain.owners import Owner
from bot.locales import Speech
from storage.unit import Unit

_CELLS = 6


async def begin(unit: Unit, owner: Owner, total: int) -> None:
    """Say that so many drafts are being written, in a message that go_on() edits; some may have been
    written ahead."""
    review = await unit.reviews.get(owner.id)
    done = await _done(unit, owner, total)
    review.progress_total, review.progress_message_id = total if done < total else 0, None
    slot = About(owner.id, slot="progress")
    text, more = _text(owner, done, total), done < total
    await unit.outbox.add(Message(owner.id, text, silent=True, about=slot, more_to_come=more))


async def go_on(unit: Unit, owner: Owner) -> None:
    """Edit the message when another cell of its bar is full."""
    review = await unit.reviews.get(owner.id)
    total, message_id = review.progress_total, review.progress_message_id
    if not total or message_id is None:
        return
    done = await _done(unit, owner, total)
    if done < total and bar(done, total) == bar(done - 1, total):
        return
    if done >= total:
        review.progress_total = 0
    words = _text(owner, done, total)
    await unit.outbox.add(Message(owner.id, words, edit=message_id, silent=True))


async def _done(unit: Unit, owner: Owner, total: int) -> int:
    """How many of so many are no longer being written."""
    pending = await unit.greetings.find(owner_id=owner.id, states=BEING_WRITTEN)
    return max(0, total - len(pending))


def bar(done: int, total: int) -> str:
    """ "▓▓▓▓░░"."""
    filled = _CELLS * done // max(1, total)
    return "▓" * filled + "░" * (_CELLS - filled)


def _text(owner: Owner, done: int, total: int) -> str:
    key = "progress" if done < total else "progress-done"
    speech = Speech(owner.language, owner.country)
    return speech(key, bar=bar(done, total), done=str(done), total=total)
