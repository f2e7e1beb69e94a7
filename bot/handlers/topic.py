"""What a sentence is read against: who is known, and whom bare facts are about."""

from datetime import timedelta

from bot.domain.contacts import Contact
from bot.domain.greetings import WAITING
from bot.handlers import answers
from bot.handlers.context import Turn
from bot.parsing.names import Known
from bot.understanding.actions import Action
from bot.understanding.questions import Circumstances
from bot.understanding.rules import understand

FRESH = timedelta(minutes=30)
"""How long a contact that was added or shown is who bare facts are about."""


async def circumstances(turn: Turn, topic: Contact | None) -> Circumstances:
    """What a sentence is read against."""
    everybody = await turn.unit.contacts.of_owner(turn.owner.id)
    return Circumstances(
        Known(map(answers.candidate, everybody)),
        answers.today(turn),
        turn.owner.language,
        turn.owner.country,
        topic.id if topic is not None else None,
    )


async def ruled(turn: Turn, words: str, topic: Contact | None) -> tuple[Action, ...]:
    """What the rules make of words."""
    return understand(words, await circumstances(turn, topic))


async def topic_of(turn: Turn) -> Contact | None:
    """Whoever was just added, shown or told of, or whose card still asks: the newest message about
    a contact, if it is fresh."""
    since = turn.unit.now - FRESH
    about = await turn.unit.consents.latest_about(turn.owner.id, since)
    if about is None or about.contact_id is None:
        return None
    if about.kind == "card":
        greeting = await turn.unit.greetings.get(about.greeting_id or 0, turn.owner.id)
        if greeting is None or greeting.state not in WAITING:
            return None
    elif about.kind != "contact":
        return None
    return await turn.unit.contacts.get(turn.owner.id, about.contact_id)
