"""indexes for what is asked often, and who was erased"""

import sqlalchemy as sa
import sqlmodel
from alembic import op


revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_OPEN = sa.text("done_at IS NULL")


def upgrade() -> None:
    op.create_table(
        "erased",
        sa.Column("kind", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "id"),
    )
    with op.batch_alter_table("delivery", schema=None) as batch_op:
        batch_op.create_index("ix_delivery_owner", ["owner_id", "at"], unique=False)

    with op.batch_alter_table("outage", schema=None) as batch_op:
        batch_op.create_index("ix_outage_service", ["service", "told"], unique=False)

    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_outbox_chat_id"))
        batch_op.create_index("ix_outbox_chat", ["chat_id", "position"], unique=False)

    with op.batch_alter_table("relay", schema=None) as batch_op:
        batch_op.create_index("ix_relay_state", ["state", "created_at"], unique=False)

    with op.batch_alter_table("spending", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_spending_day"), ["day"], unique=False)

    with op.batch_alter_table("undo", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_undo_created_at"), ["created_at"], unique=False)

    with op.batch_alter_table("update_inbox", schema=None) as batch_op:
        batch_op.drop_index("ix_update_open", sqlite_where=_OPEN, postgresql_where=_OPEN)
        batch_op.create_index(
            "ix_update_open",
            ["chat_id", "update_id"],
            unique=False,
            sqlite_where=_OPEN,
            postgresql_where=_OPEN,
        )
        batch_op.create_index("ix_update_done", ["done_at"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("update_inbox", schema=None) as batch_op:
        batch_op.drop_index("ix_update_done")
        batch_op.drop_index("ix_update_open", sqlite_where=_OPEN, postgresql_where=_OPEN)
        batch_op.create_index(
            "ix_update_open",
            ["update_id"],
            unique=False,
            sqlite_where=_OPEN,
            postgresql_where=_OPEN,
        )

    with op.batch_alter_table("undo", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_undo_created_at"))

    with op.batch_alter_table("spending", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_spending_day"))

    with op.batch_alter_table("relay", schema=None) as batch_op:
        batch_op.drop_index("ix_relay_state")

    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_index("ix_outbox_chat")
        batch_op.create_index(batch_op.f("ix_outbox_chat_id"), ["chat_id"], unique=False)

    with op.batch_alter_table("outage", schema=None) as batch_op:
        batch_op.drop_index("ix_outage_service")

    with op.batch_alter_table("delivery", schema=None) as batch_op:
        batch_op.drop_index("ix_delivery_owner")

    op.drop_table("erased")
