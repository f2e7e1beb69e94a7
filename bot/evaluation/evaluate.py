"""`abrazo evaluate`: draft every case with the configured drafter and print a scorecard."""

import asyncio
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import TextIO

from pydantic import ValidationError
from rich.console import Console
from rich.progress import MofNCompleteColumn, Progress, TimeRemainingColumn

from bot.drafters.composer import Composer
from bot.evaluation.cases import BUNDLED, EvaluationCase, read_case
from bot.evaluation.reading import lines_of, read_lines, why_not
from bot.evaluation.results import Result
from bot.evaluation.run import Run
from bot.evaluation.scorecard import Scorecard, scorecard
from bot.evaluation.table import show
from bot.models import Models, connected, mend
from bot.services.writing import AWAY, Writing
from bot.settings import ModelSettings

HOPELESS = frozenset({"auth", "no_such_model", "wrong_url", "unreachable"})
"""Failures of a model that the next case would meet, too."""


class Unusable(Exception):
    """Something the evaluation was given cannot be used; the message is the line for the person."""


@dataclass(frozen=True, slots=True)
class Order:
    """What the command line asks for. Prices are per million tokens."""

    cases: Path | None = None
    json: Path | None = None
    compare: Path | None = None
    resume: Path | None = None
    price_in: float | None = None
    price_out: float | None = None


async def evaluate(order: Order, settings: ModelSettings, out: TextIO) -> int:
    """Run it and write the tables to `out`; the exit code, 1 when a configured model wrote nothing.

    Raises Unusable before anything is drafted.
    """
    cases, before = _given(order)
    async with connected(settings) as models:
        run = _run(models, settings)
        run.results = _resumed(order.resume, run, cases) if order.resume else []
        if len(run.results) < len(cases):
            await _answers(models, settings)
        try:
            await _draft(run, cases, order.resume)
        except asyncio.CancelledError:
            sys.stderr.write(_stopped(len(run.results), len(cases), order.resume))
            raise
    card = scorecard(cases, run.results, order.price_in, order.price_out)
    if order.json:
        order.json.write_text(card.model_dump_json(indent=1) + "\n", encoding="utf-8")
    show(card, out, before)
    if models.drafter is None or card.drafters.get("model"):
        return 0
    sys.stderr.write(f"{run.writer} wrote none of these texts: the figures are the composer's.\n")
    return 1


def _given(order: Order) -> tuple[list[EvaluationCase], Scorecard | None]:
    """The cases and the earlier scorecard, once all that was ordered can be done."""
    if (order.price_in is None) is not (order.price_out is None):
        raise Unusable("--price-in and --price-out belong together.")
    if order.json and order.resume and order.json.resolve() == order.resume.resolve():
        raise Unusable("--json and --resume need a file each.")
    cases = _cases(order.cases or BUNDLED)
    before = _scorecard(order.compare) if order.compare else None
    for path in filter(None, (order.json, order.resume)):
        _writable(path)
    return cases, before


async def _answers(models: Models, settings: ModelSettings) -> None:
    """Asks each model for a word: nobody should wait for a scorecard that says nothing of it. What may
    pass while the cases are drafted stops nothing."""
    for model, setting, name in (
        (models.drafter, "OPENAI_MODEL", settings.openai_model),
        (models.judge, "OPENAI_JUDGE_MODEL", settings.openai_judge_model),
    ):
        reason = await model.check() if model is not None else None
        if reason in HOPELESS:
            raise Unusable(f"{name}: {mend(reason, setting)}. Nothing was drafted.")


async def _draft(run: Run, cases: Sequence[EvaluationCase], path: Path | None) -> None:
    with _kept(path) as kept, _progress() as progress:
        todo = progress.add_task("drafting", total=len(cases), completed=len(run.results))

        def keep(result: Result) -> None:
            kept.write(result.model_dump_json() + "\n")
            kept.flush()
            progress.advance(todo)

        await run.draft(cases, keep)


def _stopped(done: int, total: int, kept: Path | None) -> str:
    if kept is None:
        return f"Stopped after {done} of {total}. With --resume FILE a next run can go on.\n"
    return f"Stopped after {done} of {total}. The same command goes on from {kept}.\n"


def _run(models: Models, settings: ModelSettings) -> Run:
    """One case after the other without a model: the composer's choice is then the same each time."""
    return Run(
        writing=Writing(Composer(), models.drafter, models.judge),
        writer=settings.openai_model if models.drafter else "composer",
        judge=settings.openai_judge_model if models.judge else None,
        usages=models.usages,
        at_once=settings.draft_concurrency if models.drafter else 1,
        results=[],
    )


def _cases(path: Path) -> list[EvaluationCase]:
    cases, code = read_lines(path, read_case)
    if code:
        raise Unusable("Nothing was drafted: mend the lines above.")
    ids = [case.id for case in cases]
    if twice := sorted({name for name in ids if ids.count(name) > 1}):
        raise Unusable(f"{path}: each id may stand once: {', '.join(twice)}")
    if not cases:
        raise Unusable(f"{path}: there is no case in it.")
    return cases


def _scorecard(path: Path) -> Scorecard:
    try:
        return Scorecard.model_validate_json(path.read_bytes())
    except OSError as error:
        raise Unusable(f"{path}: cannot be read: {error.strerror}") from None
    except ValidationError:
        raise Unusable(f"{path}: is no scorecard that --json of this version wrote.") from None


def _writable(path: Path) -> None:
    new = not path.exists()
    try:
        path.open("a", encoding="utf-8").close()
        if new:
            path.unlink()
    except OSError as error:
        raise Unusable(f"{path}: cannot be written: {error.strerror}") from None


def _resumed(path: Path, run: Run, cases: Sequence[EvaluationCase]) -> list[Result]:
    """The results an earlier run kept; a case that was changed, a line that was cut off, and what the
    composer wrote because the model was away, are drafted again."""
    try:
        lines = lines_of(path)
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError) as error:
        raise Unusable(f"{path}: cannot be read: {why_not(error)}") from None
    results: list[Result] = []
    for line in filter(None, lines):
        try:
            results.append(Result.model_validate_json(line))
        except ValidationError:
            if _is_json(line):
                raise Unusable(
                    f"{path}: holds something else than results to go on from."
                ) from None
    for result in results:
        if (result.writer, result.judge) != (run.writer, run.judge):
            raise Unusable(
                f"{path}: was drafted by {result.writer}, judged by {result.judge or 'no model'}: "
                "go on with the same settings, or name another file."
            )
    wanted = {(case.id, case.digest) for case in cases}
    return [
        result
        for result in results
        if (result.id, result.digest) in wanted and result.fallback not in AWAY
    ]


def _is_json(line: str) -> bool:
    try:
        json.loads(line)
    except ValueError:
        return False
    return True


@contextmanager
def _kept(path: Path | None) -> Iterator[TextIO]:
    """Where results are kept as they come; a line that was cut off is ended first."""
    if path is None:
        yield StringIO()
        return
    with path.open("a", encoding="utf-8") as stream:
        if path.stat().st_size and not path.read_bytes().endswith(b"\n"):
            stream.write("\n")
        yield stream


def _progress() -> Progress:
    """On a terminal alone, and gone when it is done."""
    return Progress(
        *Progress.get_default_columns()[:2],
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
        disable=not sys.stderr.isatty(),
    )
