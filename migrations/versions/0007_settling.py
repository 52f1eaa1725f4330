"""How often it was tried to take the buttons from under an answered reminder."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

SHOWN = sa.text("state = 'sent' AND settled_at IS NULL AND message_id IS NOT NULL")


def upgrade() -> None:
    op.add_column("deliveries", sa.Column("settle_attempts", sa.Integer(), server_default="0", nullable=False))
    op.create_index("ix_deliveries_shown", "deliveries", ["channel"], sqlite_where=SHOWN, postgresql_where=SHOWN)


def downgrade() -> None:
    op.drop_index("ix_deliveries_shown", "deliveries")
    op.drop_column("deliveries", "settle_attempts")
