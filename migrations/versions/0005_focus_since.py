"""Since when it is certain which case a person talks about."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.add_column("focus", sa.Column("at", sa.DateTime(), nullable=True))


def downgrade() -> None:
    op.drop_column("focus", "at")
