"""The owner's own occasions, in the shape of the calendar's."""

import re
from datetime import date
from types import MappingProxyType

from bot.calendar.rules import BadRule, parse_rule
from bot.domain.contacts import LeapDay
from bot.domain.occasions import Audience, Occasion
from bot.domain.owners import Owner
from bot.domain.rules import Fixed, Rule, Table

PREFIX = "own-"
"""How the keys of the owner's own occasions begin; no key of the calendar does."""

ONCE = "once:"
"""How the rule of what happens on one day and never again begins."""

_FORM = re.compile(r"fixed:\d\d-\d\d|nth:[A-Z]{3},(?:-1|[1-4]),[A-Z]{3}|once:\d{4}-\d\d-\d\d")


def own_occasions(owner: Owner) -> tuple[Occasion, ...]:
    """As the calendar's, for nobody until the owner switches a relationship on; 29 February is kept
    every year, in common ones on the day that the owner chose."""
    return tuple(
        Occasion(
            key=one.key,
            rule=_every_year(own_rule(one.rule), owner.leap_day),
            rule_text=one.rule,
            names=MappingProxyType({"en": one.name}),
            audience=Audience.EVERYONE,
            default=False,
        )
        for one in owner.own
    )


def _every_year(rule: Rule, leap_day: LeapDay) -> Rule:
    if rule != Fixed(2, 29):
        return rule
    month, day = map(int, leap_day.split("-"))
    return Fixed(2, 29, (month, day))


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
