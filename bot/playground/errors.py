"""How the playground says no: to the bot, and to the person at the other end."""

from typing import Any


class Refused(Exception):
    """A call of the bot that Telegram would refuse, with Telegram's own code and description."""

    def __init__(self, code: int, description: str, *, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after

    def as_json(self) -> dict[str, Any]:
        """The body of the answer (https://core.telegram.org/bots/api#making-requests)."""
        body: dict[str, Any] = {
            "ok": False,
            "error_code": self.code,
            "description": self.description,
        }
        if self.retry_after is not None:
            body["parameters"] = {"retry_after": self.retry_after}
        return body


def bad_request(description: str) -> Refused:
    """A 400; Telegram puts `Bad Request: ` before the reason (Client.cpp, fail_query_with_error)."""
    return Refused(400, f"Bad Request: {description}")


def forbidden(description: str) -> Refused:
    """A 403; Telegram puts `Forbidden: ` before the reason (Client.cpp, fail_query_with_error)."""
    return Refused(403, f"Forbidden: {description}")


def too_many_requests(seconds: int) -> Refused:
    """A 429 with the wait in seconds (https://core.telegram.org/bots/api#responseparameters)."""
    return Refused(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


class NotPossible(Exception):
    """A person tried what no Telegram client lets them do, such as a button that is gone."""
