"""The record is sealed: each entry with the one before; the database refuses to change or remove what stands there."""

from __future__ import annotations

from collections.abc import Mapping

import sqlalchemy as sa
from alembic import op

from bot.casework.chain import BEGINNING, seal
from bot.storage.base import UtcDateTime

revision = "0010"
down_revision = "0009"

KEPT = "the record is only ever added to"
ERASED = "the case was erased"
STANDS = 'EXISTS (SELECT 1 FROM tombstones WHERE "case" = {row}."case")'
SHORTER = 'NEW.entries <= OLD.entries OR NEW."case" <> OLD."case"'
TAKEN = 'EXISTS (SELECT 1 FROM record WHERE id = NEW.id OR ("case" = NEW."case" AND number = NEW.number))'
RULES = (
    ("record", "UPDATE", "TRUE", KEPT),
    ("record", "DELETE", f"NOT {STANDS.format(row='OLD')}", KEPT),
    ("record", "INSERT", STANDS.format(row="NEW"), ERASED),
    ("heads", "UPDATE", SHORTER, KEPT),
    ("heads", "DELETE", f"NOT {STANDS.format(row='OLD')}", KEPT),
    ("heads", "INSERT", STANDS.format(row="NEW"), ERASED),
    ("tombstones", "UPDATE", "TRUE", KEPT),
    ("tombstones", "DELETE", "TRUE", KEPT),
)
"""Table, what is tried, when it is refused, and in what words."""


def upgrade() -> None:
    _tables()
    with op.batch_alter_table("record", schema=None) as batch_op:
        batch_op.add_column(sa.Column("seal", sa.String(length=64), nullable=True))
    _seal_what_is_there(op.get_bind())
    with op.batch_alter_table("record", schema=None) as batch_op:
        batch_op.alter_column("seal", existing_type=sa.String(length=64), nullable=False)
    if op.get_bind().dialect.name == "postgresql":
        _refuse_on_postgresql()
    else:
        _refuse_on_sqlite()


def _tables() -> None:
    op.create_table(
        "heads",
        sa.Column("case", sa.String(length=16), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.Column("seal", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["case"], ["cases.reference"], name=op.f("fk_heads_case")),
        sa.PrimaryKeyConstraint("case", name=op.f("pk_heads")),
    )
    op.create_table(
        "tombstones",
        sa.Column("case", sa.String(length=16), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.Column("head", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("why", sa.String(length=16), nullable=False),
        sa.Column("seal", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("case", name=op.f("pk_tombstones")),
    )


def _seal_what_is_there(connection: sa.Connection) -> None:
    """Seal the entries from before. They can be trusted from now on, and no earlier."""
    record = sa.table(
        "record", sa.column("id"), sa.column("case"), sa.column("number"), sa.column("event"),
        sa.column("at", UtcDateTime()), sa.column("actor"), sa.column("about", sa.JSON()), sa.column("seal"),
    )  # fmt: skip
    heads = sa.table("heads", sa.column("case"), sa.column("entries"), sa.column("seal"))
    ends: dict[str, Mapping[str, object]] = {}
    seals, case, last = [], "", BEGINNING
    for row in connection.execute(sa.select(record).order_by(record.c.case, record.c.number)):
        case, last = row.case, last if row.case == case else BEGINNING
        last = seal(last, case, row.number, row.event, row.at, row.actor, row.about)
        seals.append({"row": row.id, "new": last})
        ends[case] = {"case": case, "entries": row.number, "seal": last}
    if seals:
        query = sa.update(record).where(record.c.id == sa.bindparam("row")).values(seal=sa.bindparam("new"))
        connection.execute(query, seals)
        connection.execute(sa.insert(heads), list(ends.values()))


def _refuse_on_sqlite() -> None:
    # INSERT OR REPLACE removes the row in its way without asking the rule for DELETE.
    for table, tried, when, words in (*RULES, ("record", "INSERT", TAKEN, KEPT)):
        name = f"{table}_{tried.lower()}_{'taken' if when == TAKEN else 'refused'}"
        op.execute(
            f"CREATE TRIGGER {name} BEFORE {tried} ON {table} WHEN {when} BEGIN SELECT RAISE(ABORT, '{words}'); END"
        )


def _refuse_on_postgresql() -> None:
    for table, tried, when, words in RULES:
        given = "OLD" if tried == "DELETE" else "NEW"
        _trigger(f"{table}_{tried.lower()}_refused", table, tried, "ROW", when, given, words)
    for table in ("record", "heads", "tombstones"):
        _trigger(f"{table}_truncate_refused", table, "TRUNCATE", "STATEMENT", "TRUE", "NULL", KEPT)


def _trigger(name: str, table: str, tried: str, each: str, when: str, given: str, words: str) -> None:
    refuse = f"RAISE EXCEPTION '{words}' USING ERRCODE = 'integrity_constraint_violation'"
    op.execute(
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN IF {when} THEN {refuse}; END IF; RETURN {given}; END $$"
    )
    op.execute(f"CREATE TRIGGER {name} BEFORE {tried} ON {table} FOR EACH {each} EXECUTE FUNCTION {name}()")


def downgrade() -> None:
    for table in ("tombstones", "heads"):
        op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        refused = [f"{table}_{tried.lower()}_refused" for table, tried, *_ in RULES]
        for name in [*refused, *(f"{table}_truncate_refused" for table in ("record", "heads", "tombstones"))]:
            op.execute(f"DROP FUNCTION {name}() CASCADE")
    else:
        for name in ("update_refused", "delete_refused", "insert_refused", "insert_taken"):
            op.execute(f"DROP TRIGGER record_{name}")
    with op.batch_alter_table("record", schema=None) as batch_op:
        batch_op.drop_column("seal")
