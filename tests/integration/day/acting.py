"""What an owner does on such a day, and what they wait to see."""

from collections.abc import Callable
from typing import Any

from bot.app import Program
from bot.playground import Person, Seen
from tests.conftest import StillClock
from tests.harness import PATIENCE, answers


def says(text: str, *labels: str) -> Callable[[Seen], bool]:
    """A message that holds this text and buttons that start like these."""
    return lambda one: one.from_bot and text in one.text and all(map(one.button, labels))


async def sees(person: Person, text: str, *labels: str, since: int = 0) -> Seen:
    """Wait for such a message."""
    return await person.wait_for(says(text, *labels), within=PATIENCE, since=since)


async def know(bot: Program, owner: Person, *lines: str) -> None:
    """The owner tells of these people."""
    for line in lines:
        await answers(bot, owner, f"/add {line}")


async def tap(owner: Person, card: Seen, label: str, text: str, *labels: str) -> Seen:
    """Tap a button of a message and wait for what is expected."""
    await owner.tap(label, message_id=card.id, within=PATIENCE)
    return await sees(owner, text, *labels, since=card.changed)


async def card_of(owner: Person, name: str, *labels: str, since: int = 0) -> Seen:
    """The card of somebody, with a decision to make."""
    return await sees(owner, f"· {name} ·", "⏭", *labels, since=since)


async def at(bot: Program, clock: StillClock, *hour: int, **month: Any) -> None:
    """Make it that day and hour, and let the schedule look at the clock."""
    clock.at(*hour, **month)
    bot.schedule.wake()


async def link(bot: Program, owner: Person, guest: Person, name: str) -> None:
    """The contact accepts the owner's invitation."""
    await answers(bot, owner, f"/invite {name}")
    invitation = await sees(owner, "?start=")
    await guest.start(invitation.text.partition("?start=")[2].split()[0])
    await guest.tap("👍", within=PATIENCE)
    await sees(owner, f"{name} aceptó")


async def open_card(bot: Program, owner: Person, name: str) -> Seen:
    """The card of a contact."""
    shown = (await answers(bot, owner, f"/contacts {name}"))[0]
    return shown if shown.button("🕰") else await tap(owner, shown, name, name, "🕰")
