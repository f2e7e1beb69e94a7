"""What is left in the chat of somebody who was forgotten."""

from collections.abc import Iterable

from bot.domain.messages import Message
from bot.domain.owners import Owner
from bot.views.review import Review
from storage.unit import Unit


async def leave_no_card(
    unit: Unit, owner: Owner, review: Review, cards: Iterable[int], *, silent: bool = False
) -> None:
    """Their cards hold nothing of them any more, and the review goes on with the next one."""
    text = review.speech(owner)("line-forgotten")
    for message_id in cards:
        await unit.outbox.add(Message(owner.id, text, edit=message_id, silent=True))
    await review.next(unit, owner, silent=silent)
