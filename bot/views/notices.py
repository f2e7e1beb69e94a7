"""What the owner is told without having asked: each in one message, with the next step under it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.contacts import Contact
from bot.domain.greetings import Greeting
from bot.domain.messages import About, Button, Message
from bot.domain.owners import Owner
from bot.locales import Speech
from bot.views.buttons import on_greeting, tap
from bot.views.ronda import asleep, opening_buttons
from storage.unit import Unit

SOON = timedelta(minutes=2)
"""What is due by then counts as held up: a try that failed puts it off by seconds."""


async def unknown(
    unit: Unit, owner: Owner, greeting: Greeting, contact: Contact, speech: Speech
) -> None:
    """It may have arrived: ☑️ it did, 🔁 once more, 📲 from the owner's account."""
    rows: list[tuple[Button, ...]] = [
        (
            on_greeting(speech, "btn-arrived", "isent", greeting, 0),
            on_greeting(speech, "btn-again", "again", greeting),
        )
    ]
    opening = opening_buttons(contact, greeting.text or "", speech)[:1]
    if opening:
        rows.append(opening)
    await unit.outbox.add(
        Message(
            owner.id,
            speech("notice-unknown", name=contact.name),
            tuple(rows),
            silent=asleep(unit, owner),
            about=About(owner.id, contact.id, greeting.id),
        )
    )


async def failed(
    unit: Unit, owner: Owner, greeting: Greeting, contact: Contact, reason: str, speech: Speech
) -> None:
    """It surely did not arrive, and why; 🔁 goes another way."""
    reason = "unreachable" if reason in {"busy", "token"} else reason
    key = f"failed-{reason}" if speech.has(f"failed-{reason}") else "failed-refused"
    again = on_greeting(speech, "btn-again", "again", greeting)
    skip = on_greeting(speech, "btn-skip", "skip", greeting)
    await unit.outbox.add(
        Message(
            owner.id,
            speech(key, name=contact.name),
            ((again, skip),),
            silent=asleep(unit, owner),
            about=About(owner.id, contact.id, greeting.id),
        )
    )


async def expired(unit: Unit, owner: Owner, greetings: Sequence[Greeting], speech: Speech) -> None:
    """The day is over for these, if any, and nothing left: 🐌."""
    late = tap(speech, "btn-late", "occ:late", count=str(len(greetings)))
    await _day_over("notice-expired", late, unit, owner, greetings, speech)


async def not_yet_late(
    unit: Unit, owner: Owner, greetings: Sequence[Greeting], speech: Speech
) -> None:
    """The same while others of that day are unanswered: those come first."""
    first = tap(speech, "btn-unsettled", "unsettled")
    await _day_over("notice-expired-unanswered", first, unit, owner, greetings, speech)


async def late_now(unit: Unit, owner: Owner, greetings: Sequence[Greeting], speech: Speech) -> None:
    """They are answered: 🐌 for these, if any."""
    late = tap(speech, "btn-late", "occ:late", count=str(len(greetings)))
    await _day_over("notice-late-now", late, unit, owner, greetings, speech)


async def _day_over(
    key: str,
    button: Button,
    unit: Unit,
    owner: Owner,
    greetings: Sequence[Greeting],
    speech: Speech,
) -> None:
    if not greetings:
        return
    contacts = await unit.contacts.some([one.contact_id for one in greetings])
    names = [contacts[one.contact_id].called for one in greetings]
    text = speech(key, names=speech.names(names), count=len(names))
    await unit.outbox.add(Message(owner.id, text, ((button,),), silent=asleep(unit, owner)))


async def call(
    unit: Unit, owner: Owner, greeting: Greeting, contact: Contact, speech: Speech
) -> None:
    """The afternoon of the day: somebody is still to be phoned."""
    called = on_greeting(speech, "btn-called", "isent", greeting, 0)
    write = on_greeting(speech, "btn-rather-write", "undo", greeting)
    text = speech("notice-call", name=contact.name, phone=contact.phone or "")
    about = About(owner.id, contact.id, greeting.id)
    await unit.outbox.add(Message(owner.id, text.rstrip(" ·"), ((called, write),), about=about))


async def sent(unit: Unit, owner: Owner, names: Sequence[str], speech: Speech) -> None:
    """What the bot has just delivered, by name."""
    text = speech("notice-sent", names=speech.names(names), count=len(names))
    await unit.outbox.add(Message(owner.id, text, silent=True))


async def share_ran_out(unit: Unit, owner: Owner, speech: Speech) -> None:
    """What models may use for this owner today is used up."""
    await unit.outbox.add(Message(owner.id, speech("notice-spent"), silent=asleep(unit, owner)))


async def model_is_away(
    unit: Unit, owner: Owner, since: datetime, why: str, speech: Speech
) -> None:
    """The model has not answered for a while, and what that means for today's drafts."""
    hour = speech.hour(since.astimezone(ZoneInfo(owner.timezone)))
    how = why if why in {"auth", "quota"} else "silent"
    text = speech("notice-model-away", hour=hour, how=how)
    await unit.outbox.add(Message(owner.id, text, silent=asleep(unit, owner)))


async def model_is_back(unit: Unit, owner: Owner, speech: Speech) -> None:
    """The model answers again."""
    await unit.outbox.add(
        Message(owner.id, speech("notice-model-back"), silent=asleep(unit, owner))
    )


async def telegram_was_away(
    unit: Unit, owner: Owner, since: datetime, until: datetime, speech: Speech
) -> None:
    """Nothing could leave for a while; it leaves now."""
    zone = ZoneInfo(owner.timezone)
    hours = {
        "since": speech.hour(since.astimezone(zone)),
        "until": speech.hour(until.astimezone(zone)),
    }
    text = speech("notice-telegram-back", **hours)
    await unit.outbox.add(Message(owner.id, text, silent=asleep(unit, owner)))


async def copy_failed(unit: Unit, owner: Owner, speech: Speech) -> None:
    """Last night's copy could not be made."""
    text = speech("notice-copy-failed")
    await unit.outbox.add(Message(owner.id, text, silent=asleep(unit, owner)))


async def copy_made(unit: Unit, owner: Owner, speech: Speech) -> None:
    """After trouble, there is a copy again."""
    text = speech("notice-copy-made")
    await unit.outbox.add(Message(owner.id, text, silent=asleep(unit, owner)))


async def no_mail(unit: Unit, owner: Owner, names: Sequence[str], speech: Speech) -> None:
    """What was approved as a letter has no way out any more, and asks again."""
    text = speech("notice-no-mail", names=speech.names(names), count=len(names))
    await unit.outbox.add(Message(owner.id, text, silent=asleep(unit, owner)))


async def stopped(
    unit: Unit, owner: Owner, contact: Contact, asking: Sequence[Greeting], speech: Speech
) -> None:
    """Somebody wants nothing more through the bot."""
    await _gone("notice-stopped", unit, owner, contact, asking, speech)


async def lost(
    unit: Unit, owner: Owner, contact: Contact, asking: Sequence[Greeting], speech: Speech
) -> None:
    """Somebody blocked the bot, or left Telegram."""
    await _gone("notice-lost", unit, owner, contact, asking, speech)


async def _gone(
    key: str, unit: Unit, owner: Owner, contact: Contact, asking: Sequence[Greeting], speech: Speech
) -> None:
    text = speech(key, name=contact.name, asking=len(asking))
    about = About(owner.id, contact.id)
    await unit.outbox.add(Message(owner.id, text, silent=asleep(unit, owner), about=about))
