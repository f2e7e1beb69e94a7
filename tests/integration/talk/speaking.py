"""Saying things to the running bot, and reading what it answers."""

from bot.app import Program
from bot.playground import Person, Seen
from tests.harness import answers


async def say(bot: Program, person: Person, *messages: str) -> Seen:
    """Say these one after the other; the first answer to the last."""
    heard: list[Seen] = []
    for message in messages:
        heard = await answers(bot, person, message)
    return heard[0]


async def card(bot: Program, person: Person, name: str) -> str:
    """What the bot knows of somebody."""
    return (await say(bot, person, f"/contacts {name}")).text
