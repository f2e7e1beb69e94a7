"""Checks on an alternative: each problem comes with the words that caused it."""

import unicodedata
from dataclasses import replace

from bot.domain.guards.artifact import check_artifact, merely_long
from bot.domain.guards.base import Case, Label, Problem
from bot.domain.guards.duplicate import LIKENESS_LIMIT, check_duplicate, likeness
from bot.domain.guards.generic import check_generic
from bot.domain.guards.invented import check_invented
from bot.domain.guards.language import check_language
from bot.domain.guards.matching import rests_on
from bot.domain.guards.person import check_person
from bot.domain.guards.phrases import check_selling, check_sensitive, check_source
from bot.domain.guards.register import check_register

__all__ = [
    "BLOCKING", "LIKENESS_LIMIT", "Case", "Label", "Problem", "blocks", "check", "likeness",
    "rests_on",
]  # fmt: skip

BLOCKING = frozenset(Label) - {Label.WRONG_REGISTER, Label.INVENTED}
"""Problems with which a model's text never stands under ✅ (rules 2, 4 and 5, and texts that are no
greeting to this person at all). Register and possibly invented facts are matters the owner judges
better than a rule can, so they are remarks; so is a length that alone makes an artifact."""


def blocks(problem: Problem) -> bool:
    """Whether a model's text with this problem never stands under ✅."""
    return problem.label in BLOCKING and not merely_long(problem)


LONGEST_READ = 4096
"""Characters of a text that are read, as many as a Telegram message holds; what is longer than 600 is
no greeting anyway."""

_FAMILIES = (
    check_generic, check_duplicate, check_sensitive, check_source, check_selling,
    check_person, check_invented, check_language, check_register, check_artifact,
)  # fmt: skip


def check(case: Case) -> tuple[Problem, ...]:
    """Every problem found in a text, in the order of the labels. Pure, and quick enough to run on
    each alternative while a model is still writing the next."""
    text = unicodedata.normalize("NFC", case.text[:LONGEST_READ])
    composed = replace(case, text=text)
    return tuple(problem for family in _FAMILIES if (problem := family(composed)))
