"""The owner's own occasions, in the shape of the calendar's."""

from collections.abc import Iterable
from datetime import date
from types import MappingProxyType

from bot.calendar.rules import parse_rule
from bot.domain.occasions import Audience, Occasion
from bot.domain.owners import OwnOccasion
from bot.domain.rules import Rule, Table

PREFIX = "own-"
"""How the keys of the owner's own occasions begin; no key of the calendar does."""

ONCE = "once:"
"""How the rule of what happens on one day and never again begins."""


def own_occasions(made: Iterable[OwnOccasion]) -> tuple[Occasion, ...]:
    """As the calendar's, for nobody until the owner switches a relationship on."""
    return tuple(
        Occasion(
            key=one.key,
            rule=own_rule(one.rule),
            rule_text=one.rule,
            names=MappingProxyType({"en": one.name}),
            audience=Audience.EVERYONE,
            default=False,
        )
        for one in made
    )


def own_rule(text: str) -> Rule:
    """The rule of an own occasion: one of the calendar's, or `once:2027-09-15`. Raises BadRule."""
    if text.startswith(ONCE):
        return Table((date.fromisoformat(text.removeprefix(ONCE)),))
    return parse_rule(text)


def once(day: date) -> str:
    """The rule of what happens on one day and never again."""
    return f"{ONCE}{day.isoformat()}"
