"""The buttons of a message are found by it, also when the message is deleted."""

from __future__ import annotations

from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    op.create_index("ix_buttons_message", "buttons", ["message"])


def downgrade() -> None:
    op.drop_index("ix_buttons_message", "buttons")
