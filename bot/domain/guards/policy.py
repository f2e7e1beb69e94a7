"""What is done with verdicts: whose word counts when rules and judge disagree."""

from bot.domain.guards.base import Label, Problem

OF_MEANING = frozenset({Label.GENERIC, Label.INVENTED, Label.WRONG_REGISTER})
"""What rules can only guess at, and a reader of the text sees."""


def settled(ruled: tuple[Problem, ...], judged: tuple[Problem, ...] | None) -> tuple[Problem, ...]:
    """One verdict from the guards' and the judge's.

    - `generic`, `invented` and `wrong-register` are questions of meaning: the judge's word replaces
      the guards', both ways.
    - Everything else the guards find stands: their evidence is in the letters, and a mistake there
      costs trust. What the judge adds stands, too.
    - A judge that failed or was not asked (None) says nothing.
    """
    if judged is None:
        return ruled
    kept = [problem for problem in ruled if problem.label not in OF_MEANING]
    known = {problem.label for problem in kept}
    return (*kept, *(problem for problem in judged if problem.label not in known))
