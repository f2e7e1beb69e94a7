"""The tables. Whatever tells something about a person stands in a `sealed` column (see crypto.py);
only what the database has to search by is in the clear. Every row belongs to an owner."""

from datetime import date, datetime

from sqlalchemy import BigInteger, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel


class OwnerRow(SQLModel, table=True):
    """Who uses the bot. `id` is the Telegram user id, which is also the private chat's id."""

    __tablename__ = "owner"
    __table_args__ = (Index("ix_owner_due", "next_plan_at"),)

    id: int = Field(primary_key=True, sa_type=BigInteger)
    wrapped_key: bytes
    sealed: bytes
    language: str
    country: str
    timezone: str
    prepare_minute: int
    send_minute: int
    next_plan_at: datetime
    created_at: datetime


class ContactRow(SQLModel, table=True):
    """Whom the owner greets. `sealed`: name, nickname, form of address, addresses, tags."""

    __tablename__ = "contact"

    id: int = Field(primary_key=True, sa_type=BigInteger)
    owner_id: int = Field(foreign_key="owner.id", sa_type=BigInteger, index=True)
    wrapped_key: bytes
    sealed: bytes
    kind: str
    relationship: str
    roles: str
    register_: str
    language: str
    country: str
    timezone: str
    linked_chat_id: int | None = Field(default=None, sa_type=BigInteger, index=True)
    paused: bool = False
    deceased: bool = False
    created_at: datetime
    updated_at: datetime


class NoteRow(SQLModel, table=True):
    """A memory about a contact."""

    __tablename__ = "note"

    id: int = Field(primary_key=True, sa_type=BigInteger)
    owner_id: int = Field(sa_type=BigInteger)
    contact_id: int = Field(
        foreign_key="contact.id", ondelete="CASCADE", sa_type=BigInteger, index=True
    )
    sealed: bytes
    private: bool = False
    pinned: bool = False
    created_at: datetime


class PersonalDateRow(SQLModel, table=True):
    """A yearly date of a contact; month and day are in the clear so that the calendar finds them."""

    __tablename__ = "personal_date"
    __table_args__ = (UniqueConstraint("contact_id", "key", "month", "day"),)

    id: int = Field(primary_key=True, sa_type=BigInteger)
    owner_id: int = Field(sa_type=BigInteger, index=True)
    contact_id: int = Field(
        foreign_key="contact.id", ondelete="CASCADE", sa_type=BigInteger, index=True
    )
    key: str
    month: int
    day: int
    sealed: bytes


class GreetingRow(SQLModel, table=True):
    """One contact × one date. `due_at`: when the clock has to do something with it next.

    `turn`: how many of the owner's are to be drafted before it.
    `lease_until` and `attempt` fence the process that is drafting or sending it. `revision` grows
    with every move and stands in the buttons, so that an old button is recognised.
    """

    __tablename__ = "greeting"
    __table_args__ = (
        UniqueConstraint("contact_id", "day"),
        # Not partial but the last: SQLite uses a partial index only where the query repeats its
        # condition as a constant, and states are bound as parameters elsewhere.
        Index("ix_greeting_due", "state", "due_at"),
        Index("ix_greeting_expires", "state", "expires_at"),
        Index("ix_greeting_owner_day", "owner_id", "day"),
        Index(
            "ix_greeting_turn",
            "state",  # or SQLite prefers another index that begins with it, and sorts
            "turn",
            "updated_at",
            sqlite_where=text("state = 'planned'"),
            postgresql_where=text("state = 'planned'"),
        ),
    )

    id: int = Field(primary_key=True, sa_type=BigInteger)
    owner_id: int = Field(sa_type=BigInteger)
    contact_id: int = Field(foreign_key="contact.id", ondelete="CASCADE", sa_type=BigInteger)
    day: date
    state: str
    revision: int = 0
    due_at: datetime | None = None
    expires_at: datetime
    channel: str | None = None
    turn: int = 0
    lease_until: datetime | None = None
    attempt: int = 0
    sealed: bytes | None = None
    created_at: datetime
    updated_at: datetime


class GreetingOccasionRow(SQLModel, table=True):
    """Which occasions a greeting is for: days that coincide become one greeting."""

    __tablename__ = "greeting_occasion"

    greeting_id: int = Field(
        primary_key=True, foreign_key="greeting.id", ondelete="CASCADE", sa_type=BigInteger
    )
    occasion_key: str = Field(primary_key=True)


class AlternativeRow(SQLModel, table=True):
    """One candidate text. `sealed`: text, note ids it rests on, problems, frame or prompt version."""

    __tablename__ = "alternative"

    id: int = Field(primary_key=True, sa_type=BigInteger)
    owner_id: int = Field(sa_type=BigInteger)
    greeting_id: int = Field(
        foreign_key="greeting.id", ondelete="CASCADE", sa_type=BigInteger, index=True
    )
    round: int
    number: int
    drafter: str
    sealed: bytes


class AheadRow(SQLModel, table=True):
    """A greeting of a day to come that is drafted before it is planned. `sealed`: what the drafts rest
    on, and the drafts; empty until they are written.

    `wanted_at`: when somebody may take it up, which whoever does moves on while they are at it;
    `attempt` fences them. `turn`: as in `greeting`.
    """

    __tablename__ = "ahead"
    __table_args__ = (
        Index("ix_ahead_owner", "owner_id", "day"),
        Index(
            "ix_ahead_turn",
            "turn",
            "wanted_at",
            sqlite_where=text("sealed IS NULL"),
            postgresql_where=text("sealed IS NULL"),
        ),
    )

    contact_id: int = Field(
        primary_key=True, foreign_key="contact.id", ondelete="CASCADE", sa_type=BigInteger
    )
    day: date = Field(primary_key=True)
    owner_id: int = Field(sa_type=BigInteger)
    occasions: str
    turn: int
    wanted_at: datetime
    attempt: int = 0
    sealed: bytes | None = None


class DeliveryRow(SQLModel, table=True):
    """The one delivery a greeting can have; `proof` is Telegram's message id or the owner's word."""

    __tablename__ = "delivery"
    __table_args__ = (Index("ix_delivery_owner", "owner_id", "at"),)

    greeting_id: int = Field(
        primary_key=True, foreign_key="greeting.id", ondelete="CASCADE", sa_type=BigInteger
    )
    owner_id: int = Field(sa_type=BigInteger)
    channel: str
    proof: str | None = None
    failure: str | None = None
    at: datetime


class ReviewRow(SQLModel, table=True):
    """Where an owner's review stands: the open card, the pause, the progress message, the ronda."""

    __tablename__ = "review"

    owner_id: int = Field(primary_key=True, foreign_key="owner.id", sa_type=BigInteger)
    active: bool = False
    open_greeting_id: int | None = Field(default=None, sa_type=BigInteger)
    decided: int = 0
    progress_message_id: int | None = Field(default=None, sa_type=BigInteger)
    progress_total: int = 0
    ronda_greeting_id: int | None = Field(default=None, sa_type=BigInteger)
    ronda_message_id: int | None = Field(default=None, sa_type=BigInteger)


class ConversationRow(SQLModel, table=True):
    """The half-finished step of a chat, if any."""

    __tablename__ = "conversation"

    chat_id: int = Field(primary_key=True, sa_type=BigInteger)
    sealed: bytes
    updated_at: datetime


class InvitationRow(SQLModel, table=True):
    """An invitation to accept greetings through the bot; only the token's hash is kept."""

    __tablename__ = "invitation"

    token_hash: str = Field(primary_key=True)
    owner_id: int = Field(sa_type=BigInteger)
    contact_id: int = Field(
        foreign_key="contact.id", ondelete="CASCADE", sa_type=BigInteger, index=True
    )
    expires_at: datetime
    opened_by: int | None = Field(default=None, sa_type=BigInteger)


class MessageRow(SQLModel, table=True):
    """What a message in a chat is about, so that a reply to it finds its contact."""

    __tablename__ = "message"

    chat_id: int = Field(primary_key=True, sa_type=BigInteger)
    message_id: int = Field(primary_key=True, sa_type=BigInteger)
    owner_id: int = Field(sa_type=BigInteger)
    contact_id: int = Field(
        foreign_key="contact.id", ondelete="CASCADE", sa_type=BigInteger, index=True
    )
    kind: str
    greeting_id: int | None = Field(default=None, sa_type=BigInteger, index=True)
    created_at: datetime


class RelayRow(SQLModel, table=True):
    """An owner's answer to a linked contact, which leaves only by a tap."""

    __tablename__ = "relay"
    __table_args__ = (Index("ix_relay_state", "state", "created_at"),)

    id: int = Field(primary_key=True, sa_type=BigInteger)
    owner_id: int = Field(sa_type=BigInteger)
    contact_id: int = Field(
        foreign_key="contact.id", ondelete="CASCADE", sa_type=BigInteger, index=True
    )
    state: str
    sealed: bytes
    created_at: datetime


class UndoRow(SQLModel, table=True):
    """What ↩️ under a message takes back: the names of what was made, or what it was before."""

    __tablename__ = "undo"

    id: int = Field(primary_key=True, sa_type=BigInteger)
    owner_id: int = Field(sa_type=BigInteger, index=True)
    sealed: bytes
    created_at: datetime = Field(index=True)


class UpdateRow(SQLModel, table=True):
    """An update, stored before it is confirmed to Telegram; the content goes once it is done."""

    __tablename__ = "update_inbox"
    __table_args__ = (
        Index(
            "ix_update_open",
            "chat_id",
            "update_id",
            sqlite_where=text("done_at IS NULL"),
            postgresql_where=text("done_at IS NULL"),
        ),
        Index("ix_update_done", "done_at"),
    )

    update_id: int = Field(primary_key=True, sa_type=BigInteger)
    chat_id: int = Field(sa_type=BigInteger)
    sealed: bytes | None
    received_at: datetime
    done_at: datetime | None = None


class SpendingRow(SQLModel, table=True):
    """What models did for an owner in a day of theirs: tokens used, greetings drafted; `told`: that the
    owner knows of a bound they reached."""

    __tablename__ = "spending"

    owner_id: int = Field(primary_key=True, foreign_key="owner.id", sa_type=BigInteger)
    day: date = Field(primary_key=True, index=True)
    tokens: int = Field(default=0, sa_type=BigInteger)
    drafts: int = 0
    told: bool = False


class OutageRow(SQLModel, table=True):
    """A service that was away when an owner needed it; `told`: they know."""

    __tablename__ = "outage"
    __table_args__ = (Index("ix_outage_service", "service", "told"),)

    owner_id: int = Field(primary_key=True, foreign_key="owner.id", sa_type=BigInteger)
    service: str = Field(primary_key=True)
    since: datetime
    told: bool = False


class TickRow(SQLModel, table=True):
    """When a part of the house (bot/roles.py) last did what was due, and how it found the model."""

    __tablename__ = "tick"

    part: str = Field(primary_key=True)
    at: datetime
    model: str


class OutboxRow(SQLModel, table=True):
    """A message to an owner or an invited person, written with the change it tells of.

    Greetings never pass through here: they leave at most once, these at least once.
    """

    __tablename__ = "outbox"
    __table_args__ = (Index("ix_outbox_chat", "chat_id", "position"),)

    id: int = Field(primary_key=True, sa_type=BigInteger)
    chat_id: int = Field(sa_type=BigInteger)
    position: int = Field(sa_type=BigInteger)
    sealed: bytes
    not_before: datetime


class ErasedRow(SQLModel, table=True):
    """A contact or an owner (`kind` is the table) whom forgetting has still to reach in some copy beside
    the file. A copy that holds the row was made, or cleaned, since."""

    __tablename__ = "erased"

    kind: str = Field(primary_key=True)
    id: int = Field(primary_key=True, sa_type=BigInteger)
    at: datetime
