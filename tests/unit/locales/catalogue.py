"""The locale files as they stand, read with Fluent's own parser."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

import bot.locales

FOLDER = Path(bot.locales.__file__).parent
OTHERS = ("en", "it", "pt")
FILES = ("es", "es-tu", *OTHERS)


class _Reader(Visitor):
    """Gathers the variables of one message, and the variants that each selector offers."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.variants: defaultdict[str, list[str]] = defaultdict(list)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.variables.add(node.id.name)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802
        if isinstance(node.selector, ast.VariableReference):
            keys = (variant.key for variant in node.variants)
            names = [key.name if isinstance(key, ast.Identifier) else key.value for key in keys]
            self.variants[node.selector.id.name] += names
        self.generic_visit(node)


@cache
def resource(name: str) -> ast.Resource:
    """A locale file as parsed."""
    text = (FOLDER / f"{name}.ftl").read_text(encoding="utf-8")
    return FluentParser().parse(text)


@cache
def messages(name: str) -> dict[str, ast.Message]:
    """The messages of a locale file by key."""
    entries = (entry for entry in resource(name).body if isinstance(entry, ast.Message))
    return {entry.id.name: entry for entry in entries}


def variables(message: ast.Message) -> set[str]:
    """The variables a message fills in."""
    reader = _Reader()
    reader.visit(message)
    return reader.variables


def filled(message: ast.Message) -> set[str]:
    """The variables that are heard as they are; the others choose between variants."""
    reader = _Reader()
    reader.visit(message)
    return reader.variables - reader.variants.keys()


def samples(message: ast.Message, /, **fixed: object) -> Iterator[dict[str, object]]:
    """Values for every variable, so that together they reach every variant."""
    reader = _Reader()
    reader.visit(message)
    choices: dict[str, list[object]] = {name: ["Ana"] for name in reader.variables}
    for name, keys in reader.variants.items():
        counts = any(key in {"one", "0"} for key in keys)
        choices[name] = [0, 1, 2, 21] if counts else list(keys)
    choices |= {name: [value] for name, value in fixed.items() if name in choices}
    for values in product(*choices.values()):
        yield dict(zip(choices, values, strict=True))
