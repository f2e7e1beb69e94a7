"""A scorecard for the eyes, perhaps beside an earlier one."""

from collections.abc import Callable
from typing import TextIO

from rich.console import Console
from rich.table import Table

from bot.evaluation.scorecard import Score, Scorecard

WIDTH = 120
"""Columns where the output is no terminal."""

_MEASURES: tuple[tuple[str, str, Callable[[Score], str]], ...] = (
    ("cases", "", lambda score: str(score.cases)),
    ("usable without edit", "≥ 80 %", lambda score: _share(score.usable, score.cases)),
    ("resting on a note", "≥ 95 %", lambda score: _share(score.resting, score.shown)),
    ("invented", "0", lambda score: str(score.invented)),
    ("alike pairs", "0", lambda score: str(score.alike)),
    ("nothing to approve", "", lambda score: str(score.silent)),
)
"""Name, target of docs/quality.md, and how a score shows it."""


def show(card: Scorecard, out: TextIO, before: Scorecard | None = None) -> None:
    """Write the scorecard as tables; with an earlier one, its figures stand beside."""
    console = Console(file=out, width=None if out.isatty() else WIDTH, highlight=False)
    judge = f", judged by {card.judge}" if card.judge else ", judged by the rules alone"
    console.print(f"Drafts by {card.writer}{judge}", markup=False)
    console.print(_scores(card, before))
    if card.problems:
        console.print(_problems(card))
    console.print(_costs(card, before))
    for pair in card.alike:
        console.print(f"alike: {pair.one} and {pair.other} ({pair.likeness:.2f})", markup=False)
    if before is not None:
        for line in _moved(card, before):
            console.print(line, markup=False)


def _scores(card: Scorecard, before: Scorecard | None) -> Table:
    table = _table("", "target", "all")
    if before is not None:
        table.add_column("before", justify="right")
    for language in card.languages:
        table.add_column(language, justify="right")
    for name, target, shown in _MEASURES:
        earlier = [shown(before.total)] if before is not None else []
        table.add_row(
            name,
            target,
            shown(card.total),
            *earlier,
            *(shown(score) for score in card.languages.values()),
        )
    return table


def _problems(card: Scorecard) -> Table:
    table = _table("problem", "shown with ⚠️", "held back")
    for label, found in card.problems.items():
        table.add_row(label, str(found.remarked), str(found.held_back))
    return table


def _costs(card: Scorecard, before: Scorecard | None) -> Table:
    table = _table("", "now", *(["before"] if before is not None else []))
    columns = [_cost_column(each) for each in (card, before) if each is not None]
    for name in columns[0]:
        table.add_row(name, *(column.get(name, "") for column in columns))
    return table


def _cost_column(card: Scorecard) -> dict[str, str]:
    spent = card.spent
    rows = {
        "texts shown, written by": _counts(card.drafters),
        "cases the composer helped in, because of": _counts(card.fallbacks),
        "calls, of them failed": f"{spent.calls}, {spent.failures}" if spent.calls else "",
        "tokens: prompt": f"{spent.prompt_tokens:,}" if spent.calls else "",
        "tokens: of the prompt cached": f"{spent.cached_tokens:,}" if spent.calls else "",
        "tokens: completion": f"{spent.completion_tokens:,}" if spent.calls else "",
        "seconds": f"{spent.seconds:.1f}",
        "cost, at most": f"{card.cost:.4f}" if card.cost is not None else "",
    }
    return {name: value for name, value in rows.items() if value}


def _moved(card: Scorecard, before: Scorecard) -> list[str]:
    """Which of the cases both have became usable, and which no longer are."""
    was = {(result.id, result.digest): result.usable for result in before.results}
    both = [result for result in card.results if (result.id, result.digest) in was]
    gained = [r.id for r in both if r.usable and not was[r.id, r.digest]]
    lost = [r.id for r in both if not r.usable and was[r.id, r.digest]]
    return [
        f"{len(both)} cases are in both",
        f"now usable: {', '.join(gained) or 'none more'}",
        f"no longer usable: {', '.join(lost) or 'none'}",
    ]


def _table(first: str, *others: str) -> Table:
    table = Table(box=None, header_style="bold", pad_edge=False, collapse_padding=True)
    table.add_column(first)
    for name in others:
        table.add_column(name, justify="right")
    return table


def _counts(counts: dict[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts.items())


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} {part / whole:4.0%}" if whole else "none"
