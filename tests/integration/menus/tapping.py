"""Tapping through messages that change in place."""

from bot.app import Program
from bot.playground import Person, Seen
from tests.harness import PATIENCE, answers


async def tap(person: Person, label: str, expecting: str) -> Seen:
    """Tap a button and wait for a message that says what is expected."""
    await person.tap(label, within=PATIENCE)
    return await person.wait_for(
        lambda message: message.from_bot and expecting in message.text, within=PATIENCE
    )


async def say(bot: Program, person: Person, *messages: str) -> Seen:
    """Say these one after the other; the first answer to the last."""
    heard: list[Seen] = []
    for message in messages:
        heard = await answers(bot, person, message)
    return heard[0]
