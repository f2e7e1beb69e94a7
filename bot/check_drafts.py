"""The guards on a file of drafts, one JSON object a line (`abrazo check-drafts`)."""

import asyncio
import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TextIO

from bot.domain.drafting import DraftingFailed
from bot.domain.guards import Case, check
from bot.domain.guards.base import Problem
from bot.domain.guards.policy import settled
from bot.drafters.base import Critic
from bot.evaluation.reading import (
    read_lines,
    read_occasion,
    read_person,
    text_in,
    texts_in,
)


class _Draft(NamedTuple):
    id: Any
    case: Case


async def check_drafts(path: Path, out: TextIO, critic: Critic | None = None) -> int:
    """Write the problems of each draft in the file to `out`, in its order; the exit code.

    0: every line was judged; 2: the file or some line could not be read (each is named on standard
    error, and the other lines are still judged). Without a critic nothing leaves the machine; with
    one, what it could not look at is judged by the rules alone, which is said once.
    """
    drafts, code = read_lines(path, lambda line: _Draft(line["id"], read_case(line)))
    if critic is None:
        for draft in drafts:
            _write(out, draft, check(draft.case))
        return code
    failures: Counter[str] = Counter()
    looks = [asyncio.create_task(_both(draft.case, critic, failures)) for draft in drafts]
    for draft, look in zip(drafts, looks, strict=True):
        _write(out, draft, await look)
    if failures:
        reasons = ", ".join(sorted(failures))
        sys.stderr.write(
            f"{path}: the judge could not look at {failures.total()} of {len(drafts)} drafts "
            f"({reasons}): there the rules alone decided.\n"
        )
    return code


async def _both(case: Case, critic: Critic, failures: Counter[str]) -> tuple[Problem, ...]:
    """The verdict of rules and judge, or of the rules where the judge fails (counted by reason)."""
    try:
        judged = await critic.judge(case)
    except DraftingFailed as failure:
        failures[failure.reason] += 1
        judged = None
    return settled(check(case), judged)


def _write(out: TextIO, draft: _Draft, found: Sequence[Problem]) -> None:
    """One line: the id, the labels in alphabetical order, and the words behind each."""
    problems = sorted(found, key=lambda problem: problem.label)
    verdict = {
        "id": draft.id,
        "problems": [problem.label.value for problem in problems],
        "words": {problem.label.value: list(problem.words) for problem in problems},
    }
    out.write(json.dumps(verdict, ensure_ascii=False, sort_keys=True) + "\n")


def read_case(record: Mapping[str, Any]) -> Case:
    """A case as the guards take it. Raises KeyError, TypeError or ValueError on a broken record."""
    return Case(
        text=text_in(record["draft"]),
        person=read_person(record["contact"]),
        occasions=(read_occasion(record["occasion"]),),
        siblings=tuple(texts_in(record, "siblings")),
        previous=tuple(texts_in(record, "previous")),
    )
