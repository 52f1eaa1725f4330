"""When the directory last gave a person a part in Waymark."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    op.add_column("people", sa.Column("vouched_at", sa.DateTime(), nullable=True))
    op.execute("UPDATE people SET vouched_at = last_seen_at WHERE name <> '' OR email <> ''")


def downgrade() -> None:
    with op.batch_alter_table("people") as batch:
        batch.drop_column("vouched_at")
