"""/status has a place for every state a greeting can be in, and one only."""

from collections import Counter

from bot.domain.greetings import State
from bot.handlers.status import _LINES


def test_every_state_stands_in_exactly_one_line() -> None:
    shown = Counter(state for _, states in _LINES for state in states)
    assert shown == Counter(State)
