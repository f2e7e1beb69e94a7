"""What one process of Abrazo does: everything, or its part beside others on one PostgreSQL database."""

from enum import StrEnum


class Role(StrEnum):
    """`web` takes updates and answers, `worker` plans and drafts, `sender` writes to people (but for
    an owner's answer to a guest, which leaves from where it was tapped); a second one of each takes
    over when the first is gone."""

    ALL = "all"
    WEB = "web"
    WORKER = "worker"
    SENDER = "sender"

    @property
    def shared(self) -> bool:
        """Whether there are other processes on the database."""
        return self is not Role.ALL

    @property
    def takes_updates(self) -> bool:
        """Whether updates come in here."""
        return self in {Role.ALL, Role.WEB}
