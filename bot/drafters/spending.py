"""Counts what models use, for whoever pays: each block of `counting` sees the calls made inside it, and
no others that go on at the same time."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(slots=True)
class Used:
    """Tokens, asked and answered together."""

    tokens: int = 0


_counting: ContextVar[Used | None] = ContextVar("counting", default=None)


@contextmanager
def counting() -> Iterator[Used]:
    """Count the tokens of the calls made in the block, its tasks included."""
    used = Used()
    token = _counting.set(used)
    try:
        yield used
    finally:
        _counting.reset(token)


def use(tokens: int) -> None:
    """A model has used so many tokens."""
    used = _counting.get()
    if used is not None:
        used.tokens += tokens
