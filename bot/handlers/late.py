"""🐌: what was missed, and greetings that say that they come late."""

from datetime import date

from bot.domain.contacts import Contact
from bot.domain.greetings import UNDECIDED
from bot.handlers.context import Turn
from bot.handlers.review import open_review
from bot.services import belated, occasions, plan
from bot.services.belated import Missed
from bot.views import late as views
from bot.views import progress, unsettled


async def page(turn: Turn, parts: list[str]) -> None:
    """The days of the last week that passed without a greeting."""
    missed = await belated.missed(turn.unit, turn.owner, turn.house.calendar)
    names = [_name(turn, one) for one in missed]
    await turn.send(views.page(turn.owner, missed, names, turn.speech, edit=turn.message_id))


async def write(turn: Turn, parts: list[str]) -> None:
    """💌 on one of the days."""
    found = [one for one in await _missed(turn) if [one.day.isoformat(), one.key] == parts]
    if not found:
        turn.toast = turn.speech("toast-gone")
        return
    await _write(turn, found[0], None)


async def ask(turn: Turn, parts: list[str]) -> None:
    """❔: which of that day are out."""
    day = date.fromisoformat(parts[0]) if parts else None
    await _ask(turn, next((one for one in await _missed(turn) if one.day == day), None))


async def write_late(turn: Turn, key: str, contact: Contact | None) -> bool:
    """Write the occasion of that key late, for one contact or for all who got nothing; answers
    whether its day was just over. Of everybody's own dates the next one is meant."""
    public = occasions.find(key, turn.owner, turn.house.calendar) is not None
    if contact is None and not public:
        return False
    for one in await _missed(turn):
        if one.key == key and (contact is None or contact.id in one.keys):
            await _write(turn, one, contact)
            return True
    return await _show_again(turn, key, contact)


async def _missed(turn: Turn) -> list[Missed]:
    return await belated.missed(turn.unit, turn.owner, turn.house.calendar)


async def _write(turn: Turn, found: Missed, contact: Contact | None) -> None:
    unit, owner = turn.unit, turn.owner
    day = turn.speech.date(found.day)
    if found.unanswered:
        await turn.say("late-answer-first", day=day)
        await _ask(turn, found)
        return
    people = None if contact is None else [contact]
    planned = await belated.plan_late(unit, owner, turn.house.calendar, found, people)
    await turn.house.review.begin(unit, owner)
    await turn.announce("late-writing", name=_name(turn, found), day=day, count=planned)
    if planned > 1:
        await progress.begin(unit, owner, planned)


async def _ask(turn: Turn, found: Missed | None) -> None:
    if found is None or not found.unanswered:
        turn.toast = turn.speech("toast-gone")
        return
    await unsettled.show(turn.unit, turn.owner, found.unanswered, turn.speech)


async def _show_again(turn: Turn, key: str, contact: Contact | None) -> bool:
    """The cards of what is being written late already, if any."""
    today = plan.today_of(turn.owner, turn.unit.now)
    waiting = await turn.unit.greetings.find(
        owner_id=turn.owner.id,
        contact_id=contact.id if contact else None,
        states=UNDECIDED,
        since=today - belated.WITHIN,
    )
    if not any(one.day < today and key in one.occasions for one in waiting):
        return False
    await turn.house.review.begin(turn.unit, turn.owner)
    await open_review(turn)
    return True


def _name(turn: Turn, found: Missed) -> str:
    owner, calendar = turn.owner, turn.house.calendar
    public = occasions.find(found.key, owner, calendar, found.people, found.day)
    if public is not None:
        return public.name_in(owner.language)
    return calendar.name_of(found.key, owner.language) or found.key
