"""A Telegram on loopback: for `abrazo demo`, for `abrazo playground`, and for the tests."""

from bot.playground.calls import Call
from bot.playground.errors import NotPossible
from bot.playground.faults import Fault, Kind
from bot.playground.playground import TOKEN, Playground
from bot.playground.seen import Button, Seen
from bot.playground.state import Limits
from bot.playground.users import NeverSeen, Person, Tapped

__all__ = [
    "TOKEN",
    "Button",
    "Call",
    "Fault",
    "Kind",
    "Limits",
    "NeverSeen",
    "NotPossible",
    "Person",
    "Playground",
    "Seen",
    "Tapped",
]
