"""The record of every call of the bot: the verdict when a bot is killed or the line is cut."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(slots=True)
class Call:
    """One request of the bot.

    `accepted`: its effect took place here (or the answer was given, for a call without effect).
    `answered`: the true answer was handed to the connection; accepted and not answered is what a
    bot can't know about. `done`: nothing more will happen to it. `monotonic`: seconds, comparable
    within one run.
    """

    id: int
    at: datetime
    monotonic: float
    method: str
    params: dict[str, Any] = field(default_factory=dict)
    accepted: bool = False
    answered: bool = False
    done: bool = False
    status: int | None = None
    result: Any = None
    description: str | None = None
    fault: str | None = None

    @property
    def chat_id(self) -> int | None:
        """The chat it is about; None for calls without one."""
        try:
            return int(self.params["chat_id"])
        except (KeyError, TypeError, ValueError):
            return None

    def as_json(self) -> dict[str, Any]:
        """The call as the control API shows it."""
        return {
            "id": self.id,
            "at": self.at.isoformat(),
            "monotonic": self.monotonic,
            "method": self.method,
            "params": self.params,
            "accepted": self.accepted,
            "answered": self.answered,
            "done": self.done,
            "status": self.status,
            "result": self.result,
            "description": self.description,
            "fault": self.fault,
        }


class Calls(list[Call]):
    """Calls in the order in which they arrived, numbered from 1."""

    def open(self, method: str, at: datetime, monotonic: float) -> Call:
        """Write down that a call came in."""
        self.append(Call(len(self) + 1, at, monotonic, method))
        return self[-1]

    def accepted(self, method: str, chat_id: int | None = None) -> list[Call]:
        """The calls of one method that took effect, whether or not the bot heard of it."""
        return [
            call
            for call in self
            if call.accepted
            and call.method == method
            and (chat_id is None or call.chat_id == chat_id)
        ]
