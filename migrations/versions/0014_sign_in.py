"""Sessions of those who signed in, what a colleague is called, cases that are shared, and who looked at them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("people", sa.Column("name", sa.String(length=120), nullable=False, server_default=""))
    op.add_column("people", sa.Column("email", sa.String(length=254), nullable=False, server_default=""))
    op.create_index(op.f("ix_people_email"), "people", ["email"])
    op.create_table(
        "sessions",
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=32), nullable=False),
        sa.Column("roles", sa.JSON(), nullable=False),
        sa.Column("organisation", sa.String(length=64), nullable=False),
        sa.Column("began_at", sa.DateTime(), nullable=False),
        sa.Column("seen_at", sa.DateTime(), nullable=False),
        sa.Column("read_at", sa.DateTime(), nullable=False),
        sa.Column("asked_at", sa.DateTime(), nullable=False),
        sa.Column("sealed", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_sessions_person"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_sessions")),
    )
    op.create_index(op.f("ix_sessions_person"), "sessions", ["person"])
    op.create_index(op.f("ix_sessions_seen_at"), "sessions", ["seen_at"])
    op.create_table(
        "shares",
        sa.Column("case", sa.String(length=16), nullable=False),
        sa.Column("person", sa.String(length=36), nullable=False),
        sa.Column("tie", sa.String(length=8), nullable=False),
        sa.Column("by", sa.String(length=36), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["case"], ["cases.reference"], name=op.f("fk_shares_case"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("case", "person", name=op.f("pk_shares")),
    )
    op.create_index(op.f("ix_shares_person"), "shares", ["person"])
    op.create_table(
        "looks",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("case", sa.String(length=16), nullable=False),
        sa.Column("person", sa.String(length=36), nullable=False),
        sa.Column("tie", sa.String(length=8), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["case"], ["cases.reference"], name=op.f("fk_looks_case"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_looks")),
    )
    op.create_index(op.f("ix_looks_case"), "looks", ["case"])


def downgrade() -> None:
    for table in ("looks", "shares", "sessions"):
        op.drop_table(table)
    op.drop_index(op.f("ix_people_email"), "people")
    with op.batch_alter_table("people") as batch:
        batch.drop_column("email")
        batch.drop_column("name")
