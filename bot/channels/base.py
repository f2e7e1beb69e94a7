"""The seam between Abrazo and whatever carries a greeting."""

from typing import Protocol

from bot.domain.contacts import Contact
from bot.domain.messages import Media
from bot.domain.owners import Owner


class NotSent(Exception):
    """It surely did not arrive. `permanent`: trying again is of no use. `reason`: a short machine
    word (`blocked`, `gone`, `refused`, `unreachable`, `busy`); `wait`: seconds to wait first."""

    def __init__(self, reason: str, *, permanent: bool, wait: float = 0) -> None:
        super().__init__(reason)
        self.reason = reason
        self.permanent = permanent
        self.wait = wait


class Unknown(Exception):
    """It may have arrived and may not: only the owner can say; it is never sent again by itself."""


class Sender(Protocol):
    """A channel that carries a text by itself."""

    async def ready(self) -> None:
        """Wait for a place within the channel's limits; the caller claims the greeting after it."""
        ...

    async def send(
        self, owner: Owner, contact: Contact, text: str, media: Media | None = None
    ) -> str:
        """Deliver one text to the letter, or what the owner recorded with the text under it; answers
        the proof. Raises NotSent or Unknown."""
        ...
