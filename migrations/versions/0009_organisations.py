"""To which organisation people and cases belong; "" where there is only one."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    for table in ("people", "cases"):
        op.add_column(table, sa.Column("organisation", sa.String(length=64), nullable=False, server_default=""))
    op.create_index(op.f("ix_cases_organisation"), "cases", ["organisation"])


def downgrade() -> None:
    op.drop_index(op.f("ix_cases_organisation"), "cases")
    for table in ("cases", "people"):
        with op.batch_alter_table(table) as batch:
            batch.drop_column("organisation")
