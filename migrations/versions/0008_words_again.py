"""By what the same words are known when they are delivered again under another id."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.add_column("inbox", sa.Column("words", sa.String(length=64), nullable=True))


def downgrade() -> None:
    op.drop_column("inbox", "words")
