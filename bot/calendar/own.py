"""The owner's own occasions, in the shape of the calendar's."""

import re
from collections.abc import Iterable
from datetime import date
from types import MappingProxyType

from bot.calendar.rules import BadRule, parse_rule
from bot.domain.occasions import Audience, Occasion
from bot.domain.owners import OwnOccasion
from bot.domain.rules import Rule, Table

PREFIX = "own-"
"""How the keys of the owner's own occasions begin; no key of the calendar does."""

ONCE = "once:"
"""How the rule of what happens on one day and never again begins."""

_FORM = re.compile(r"fixed:\d\d-\d\d|nth:[A-Z]{3},(?:-1|[1-4]),[A-Z]{3}|once:\d{4}-\d\d-\d\d")


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
    """The rule of an own occasion: `fixed:09-15`, `nth:SAT,2,OCT` or `once:2027-09-15`. Raises
    BadRule."""
    if _FORM.fullmatch(text) is None:
        raise BadRule(f"{text!r} is no rule of an own occasion")
    if not text.startswith(ONCE):
        return parse_rule(text)
    try:
        return Table((date.fromisoformat(text.removeprefix(ONCE)),))
    except ValueError as error:
        raise BadRule(f"{text!r}: {error}") from error


def once(day: date) -> str:
    """The rule of what happens on one day and never again."""
    return f"{ONCE}{day.isoformat()}"
