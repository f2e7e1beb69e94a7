"""The life of a greeting: its states and the only moves between them (see docs/why.md)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.domain.messages import Media


class State(StrEnum):
    """Where a greeting stands."""

    PLANNED = "planned"
    """Somebody is due on a day; nothing is written yet."""
    DRAFTING = "drafting"
    """A drafter is at it."""
    READY = "ready"
    """Alternatives wait for the owner."""
    NEEDS_MEMORY = "needs_memory"
    """Nothing personal to say: the owner is asked instead of shown a draft."""
    SNOOZED = "snoozed"
    """The owner said later."""
    APPROVED = "approved"
    """Text, channel and hour are frozen."""
    STALE = "stale"
    """Something the approved text rests on has changed: the card asks again."""
    SENDING = "sending"
    """The request is about to go, or gone without an answer yet."""
    HANDED_OFF = "handed_off"
    """The prefilled link was shown to the owner."""
    CALL = "call"
    """The owner wants to phone."""
    SENT = "sent"
    """Proof is there."""
    SKIPPED = "skipped"
    """The owner passed."""
    FAILED = "failed"
    """Refused for good; it surely did not arrive."""
    UNKNOWN = "unknown"
    """It may have arrived; only the owner decides."""
    EXPIRED = "expired"
    """The day is over and nothing left."""


_DECIDED = {State.SKIPPED, State.CALL, State.SNOOZED}
_ASKED = {State.READY, State.NEEDS_MEMORY}

MOVES: dict[State, frozenset[State]] = {
    State.PLANNED: frozenset(
        {*_ASKED, State.PLANNED, State.DRAFTING, State.SKIPPED, State.EXPIRED}
    ),
    State.DRAFTING: frozenset({*_ASKED, State.PLANNED, State.EXPIRED}),
    State.READY: frozenset(
        {*_DECIDED, *_ASKED, State.APPROVED, State.PLANNED, State.SENT, State.EXPIRED}
    ),
    State.NEEDS_MEMORY: frozenset({*_DECIDED, State.PLANNED, State.READY, State.EXPIRED}),
    State.SNOOZED: frozenset({*_ASKED, State.PLANNED, State.EXPIRED}),
    State.APPROVED: frozenset(
        {State.SENDING, State.HANDED_OFF, State.READY, State.APPROVED, State.STALE}
        | {State.SKIPPED, State.EXPIRED}
    ),
    State.STALE: frozenset(
        {*_DECIDED, State.APPROVED, State.PLANNED, State.READY, State.SENT, State.EXPIRED}
    ),
    State.SENDING: frozenset({State.SENT, State.FAILED, State.UNKNOWN, State.APPROVED}),
    State.HANDED_OFF: frozenset({State.SENT, State.SKIPPED, State.UNKNOWN, State.READY}),
    State.CALL: frozenset({State.SENT, State.READY, State.NEEDS_MEMORY, State.EXPIRED}),
    State.SENT: frozenset({State.HANDED_OFF}),
    State.SKIPPED: frozenset({*_ASKED, State.PLANNED}),
    State.FAILED: frozenset({State.APPROVED, State.READY, State.SENT, State.SKIPPED}),
    State.UNKNOWN: frozenset({State.SENT, State.APPROVED, State.SKIPPED, State.HANDED_OFF}),
    State.EXPIRED: frozenset({State.PLANNED}),
}
"""`sent → handed_off` takes back the owner's own ☑️; a proof of Telegram's is never taken back.
`planned → ready` is for what was drafted ahead; `planned → planned` and `drafting → planned` bring a
wish for what is being written. `expired → planned` is the belated greeting, which only the owner asks
for. What was skipped stays skipped when its day ends: `expired` names what nobody decided, and offers
it belatedly."""

WAITING = frozenset({State.READY, State.NEEDS_MEMORY, State.STALE})
"""States in which a card asks the owner for a decision."""

BEING_WRITTEN = frozenset({State.PLANNED, State.DRAFTING})

UNDECIDED = WAITING | {State.PLANNED, State.DRAFTING, State.SNOOZED}

APPROVED = frozenset({State.APPROVED, State.SENDING, State.HANDED_OFF, State.SENT, State.UNKNOWN})
"""States in which the text is one the owner approved."""

MAY_HAVE_LEFT = frozenset({State.SENDING, State.HANDED_OFF, State.SENT, State.UNKNOWN})
"""States in which a greeting has left, or may have."""

FINAL = frozenset({State.SENT, State.SKIPPED, State.FAILED, State.UNKNOWN, State.EXPIRED})


class Channel(StrEnum):
    """How a greeting leaves."""

    BOT = "bot"
    LINK = "link"
    SHARE = "share"
    EMAIL = "email"
    COPY = "copy"
    CALL = "call"

    @property
    def by_itself(self) -> bool:
        """Whether Abrazo sends it; the others leave by the owner's hand."""
        return self in {Channel.BOT, Channel.EMAIL}


@dataclass(frozen=True, slots=True)
class Greeting:
    """One contact × one date. `text`: what the owner approved, `media`: what they recorded, with the
    text as its caption. `hint`: what the owner wished of the next drafts. `rests_on`: ids of the
    notes the approved text uses. `moved_at`: when it came to the state it is in."""

    id: int
    owner_id: int
    contact_id: int
    day: date
    state: State
    revision: int
    expires_at: datetime
    occasions: tuple[str, ...] = ()
    due_at: datetime | None = None
    channel: Channel | None = None
    attempt: int = 0
    text: str | None = None
    hint: str | None = None
    rests_on: tuple[int, ...] = ()
    media: Media | None = None
    moved_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Alternative:
    """One candidate text, or what the owner recorded (`media`). `problems`: label and the words that
    caused it. `drafter`: `model`, `composer` or `owner`. `fallback`: why a configured model did not
    write it, if so."""

    id: int
    number: int
    text: str
    note_ids: tuple[int, ...] = ()
    problems: tuple[tuple[str, tuple[str, ...]], ...] = ()
    drafter: str = "composer"
    version: str = ""
    fallback: str | None = None
    offered: bool = True
    """Whether ✅ may stand under it. A text that breaks rules 2, 4 or 5 is kept to say why and shown
    nowhere; a good one that is alone is where ✏️ starts from."""
    media: Media | None = None
