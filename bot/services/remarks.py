"""What the guards remark on the owner's own words; they never block them."""

from bot.domain.greetings import Greeting
from bot.domain.guards.artifact import check_artifact, merely_long
from bot.domain.guards.base import Case
from bot.domain.guards.duplicate import check_duplicate
from bot.domain.guards.person import check_person
from bot.domain.guards.register import check_register
from bot.services.brief import person_of
from storage.unit import Unit


async def on_own_words(
    unit: Unit, greeting: Greeting, text: str
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Labels, with the words that caused them: a form of address or a name that is not this
    person's, a great length, a text that somebody else gets that day or that they got before. What
    may be invented is not asked: the owner knows."""
    contact = await unit.contacts.get(greeting.owner_id, greeting.contact_id)
    if contact is None:
        return ()
    person = person_of(contact, (await unit.contacts.notes([contact.id]))[contact.id])
    same_day = await unit.greetings.find(owner_id=greeting.owner_id, day=greeting.day)
    others = tuple(one.text for one in same_day if one.text and one.id != greeting.id)
    sent = await unit.greetings.sent_texts([contact.id])
    alone = Case(text, person, ())
    beside = Case(text, person, (), others, tuple(sent.get(contact.id, ())))
    long = check_artifact(alone)
    found = (
        check_person(alone),
        check_duplicate(beside),
        check_register(alone),
        long if long is not None and merely_long(long) else None,
    )
    return tuple((one.label.value, one.words) for one in found if one is not None)
