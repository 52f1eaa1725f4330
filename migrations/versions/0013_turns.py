"""What a turn needs so that it can be taken up by another process: the button it used, how far the cases were; and by
what a message is known when it comes again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.add_column("people", sa.Column("turn_button", sa.String(length=32), nullable=True))
    op.add_column("people", sa.Column("turn_standing", sa.Integer(), nullable=True))
    op.add_column("messages", sa.Column("key", sa.String(length=64), nullable=True))
    op.create_index("uq_messages_person_key", "messages", ["person", "key"], unique=True)


def downgrade() -> None:
    op.drop_index("uq_messages_person_key", "messages")
    op.drop_column("messages", "key")
    op.drop_column("people", "turn_standing")
    op.drop_column("people", "turn_button")
