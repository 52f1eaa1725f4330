"""What policies said when cases were opened under them: each content once, by its hash."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, Column, Connection, String, Table, bindparam, select
from sqlalchemy.dialects import postgresql, sqlite

from bot.casework.plain import content, content_hash, policy_from
from bot.casework.policy import Policy
from bot.storage.base import UtcDateTime, metadata

policy_versions = Table(
    "policy_versions",
    metadata,
    Column("hash", String(64), primary_key=True),
    Column("policy", String(64), nullable=False, index=True),
    Column("version", String(32), nullable=False),
    Column("content", JSON, nullable=False),
    Column("first_used_at", UtcDateTime, nullable=False),
)

_KNOWN = select(policy_versions.c.policy).where(policy_versions.c.hash == bindparam("content_is"))


def keep(connection: Connection, policy: Policy, now: datetime) -> None:
    """Keep what the policy says, unless that is kept already."""
    known_by = content_hash(policy)
    if connection.scalar(_KNOWN, {"content_is": known_by}) is not None:
        return
    row = {
        "hash": known_by,
        "policy": policy.id,
        "version": policy.version,
        "content": content(policy),
        "first_used_at": now,
    }
    # Two practitioners may be the first at the same moment, so the database decides who is.
    if connection.dialect.name == "postgresql":
        connection.execute(postgresql.insert(policy_versions).values(**row).on_conflict_do_nothing())
    else:
        connection.execute(sqlite.insert(policy_versions).values(**row).on_conflict_do_nothing())


def kept(connection: Connection, content_is: str) -> Policy:
    """The policy that said exactly this. Raises LookupError where it was never kept."""
    found = connection.scalar(select(policy_versions.c.content).where(policy_versions.c.hash == content_is))
    if found is None:
        raise LookupError(f"no policy is kept under {content_is}")
    return policy_from(found)


def latest(connection: Connection, policy_id: str, version: str) -> Policy | None:
    """What a version of a policy said, when it was last taken up by a case."""
    table = policy_versions.c
    found = connection.scalar(
        select(table.content)
        .where(table.policy == policy_id, table.version == version)
        .order_by(table.first_used_at.desc())
        .limit(1)
    )
    return policy_from(found) if found else None
