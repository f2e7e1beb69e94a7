"""Failures planted on purpose: what Telegram and the network do on a bad day."""

import asyncio
import random
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import count
from typing import Any


class Kind(StrEnum):
    """What goes wrong."""

    RETRY_AFTER = "retry_after"  # 429 with `retry_after` seconds
    SERVER_ERROR = "server_error"  # `code` (500, 502, …) with an HTML body
    BAD_JSON = "bad_json"  # 200 whose body is cut in the middle
    CUT = "cut"  # the connection ends without a byte
    HANG = "hang"  # silence for `seconds`, or until released
    REFUSE = "refuse"  # `code` (400, 403, …) with `description`


@dataclass(slots=True)
class Fault:
    """One planted failure.

    `method`: Telegram's name, or `*` for every method but getUpdates. `accept`: the call takes
    effect before it fails. `skip`: how many matching calls pass first; `times`: how many it then
    hits (None: until removed); `probability`: of each hit. `code`: 502 for a server error, 400 for
    a refusal, unless set.
    """

    kind: Kind
    method: str = "*"
    chat_id: int | None = None
    accept: bool = False
    times: int | None = 1
    skip: int = 0
    probability: float = 1.0
    retry_after: int = 1
    code: int | None = None
    description: str = "Bad Request: refused by the playground"
    seconds: float | None = None
    id: int = 0
    hits: int = 0
    released: asyncio.Event = field(default_factory=asyncio.Event)

    def matches(self, method: str, chat_id: int | None) -> bool:
        """Whether it is meant for this call."""
        if self.method == "*":
            named = method.lower() != "getupdates"
        else:
            named = self.method.lower() == method.lower()
        return named and self.chat_id in (None, chat_id)

    def as_json(self) -> dict[str, Any]:
        """The fault as the control API shows it."""
        names = (
            "id", "kind", "method", "chat_id", "accept", "times", "skip", "probability",
            "retry_after", "code", "description", "seconds", "hits",
        )  # fmt: skip
        return {name: getattr(self, name) for name in names}


class Faults:
    """A queue: the first fault that matches a call strikes. Chance is seeded, so runs repeat."""

    def __init__(self, seed: int = 0) -> None:
        self.planted: list[Fault] = []
        self.hanging: dict[int, Fault] = {}
        self._ids = count(1)
        self._chance = random.Random(seed)  # noqa: S311 - repeatable chance, no secret

    def plant(self, fault: Fault) -> Fault:
        """Add a failure to the end of the queue."""
        fault.id = next(self._ids)
        self.planted.append(fault)
        return fault

    def release(self, fault_id: int | None = None) -> None:
        """Let the calls go that hang on one fault, or on any."""
        for fault in [*self.planted, *self.hanging.values()]:
            if fault_id in (None, fault.id):
                fault.released.set()

    def clear(self) -> None:
        """Take every planted fault away and let hanging calls go."""
        self.release()
        self.planted.clear()

    def strike(self, method: str, chat_id: int | None) -> Fault | None:
        """The failure this call meets; None lets it pass."""
        for fault in self.planted:
            if not fault.matches(method, chat_id):
                continue
            if fault.skip:
                fault.skip -= 1
                continue
            if self._chance.random() >= fault.probability:
                continue
            fault.hits += 1
            if fault.kind is Kind.HANG:
                self.hanging[fault.id] = fault
            if fault.times is not None:
                fault.times -= 1
                if fault.times <= 0:
                    self.planted.remove(fault)
            return fault
        return None
