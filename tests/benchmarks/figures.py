"""One measured figure and the target it is held against."""

from dataclasses import asdict, dataclass
from typing import Any


class NotHere(Exception):
    """What a benchmark needs is not on this machine; the others go on."""


@dataclass(frozen=True, slots=True)
class Figure:
    """`value` against `target`; `at_most` tells which side is good. `detail`: what it was made of."""

    name: str
    value: float
    target: float
    at_most: bool = True
    detail: str = ""

    @property
    def good(self) -> bool:
        """Whether the target is met."""
        return self.value <= self.target if self.at_most else self.value >= self.target

    def as_json(self) -> dict[str, Any]:
        """For files and charts."""
        return asdict(self) | {"good": self.good}

    def __str__(self) -> str:
        side = "≤" if self.at_most else "≥"
        mark = "✓" if self.good else "✗"
        return f"{mark} {self.name:<44} {self.value:6.2f} {side} {self.target:<5} {self.detail}"
