"""How people are reached: an address for each channel, and what they prefer.

Every function takes the connection of a transaction that its caller opened.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    Connection,
    ForeignKey,
    Integer,
    String,
    Table,
    Time,
    UniqueConstraint,
    delete,
    insert,
    select,
    update,
)

from bot.storage import outbox
from bot.storage.base import UtcDateTime, among, metadata

USUAL_ORDER = ("teams", "web", "email")
"""Where a person is reached first, unless they prefer another order."""

addresses = Table(
    "addresses",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person", String(32), ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    Column("channel", String(16), nullable=False),
    Column("address", JSON, nullable=False),
    Column("state", String(8), nullable=False),
    Column("reason", String(64)),
    Column("changed_at", UtcDateTime, nullable=False),
    UniqueConstraint("person", "channel"),
)
preferences = Table(
    "preferences",
    metadata,
    Column("person", String(32), ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("channels", JSON, nullable=False),
    Column("quiet_from", Time),
    Column("quiet_until", Time),
)

# Made once: to make a statement takes longer than to run it.
_WISHES = select(
    preferences.c.person, preferences.c.channels, preferences.c.quiet_from, preferences.c.quiet_until
).where(among(preferences.c.person, "people"))
_LIVE = select(addresses.c.person, addresses.c.channel, addresses.c.address).where(
    among(addresses.c.person, "people"), addresses.c.state == "live"
)


@dataclass(frozen=True, slots=True)
class Preference:
    """The order in which a person wants to be reached, and the hours (London) in which nothing is pushed to them."""

    channels: tuple[str, ...] = USUAL_ORDER
    quiet_from: time | None = None
    quiet_until: time | None = None

    def is_quiet(self, at: time) -> bool:
        """Whether that time of day (London) is one of the quiet ones; they may go over midnight."""
        start, end = self.quiet_from, self.quiet_until
        if start is None or end is None or start == end:
            return False
        return start <= at < end if start < end else at >= start or at < end


@dataclass(frozen=True, slots=True)
class Reach:
    """How one person is reached: by their live addresses, in their order."""

    preference: Preference
    addresses: Mapping[str, Mapping[str, Any]]


def keep(connection: Connection, person: str, channel: str, address: Mapping[str, Any], now: datetime) -> None:
    """Where a person is reached on that channel from now on: called whenever they are heard from there."""
    mine = (addresses.c.person == person) & (addresses.c.channel == channel)
    values = {"address": dict(address), "state": "live", "reason": None, "changed_at": now}
    if connection.execute(update(addresses).where(mine).values(values)).rowcount == 0:
        connection.execute(insert(addresses).values(person=person, channel=channel, **values))
    outbox.revive(connection, person)


def bury(connection: Connection, person: str, channel: str, reason: str, now: datetime) -> None:
    """Nobody is reached there any more, until they are heard from there again."""
    mine = (addresses.c.person == person) & (addresses.c.channel == channel)
    connection.execute(update(addresses).where(mine).values(state="dead", reason=reason, changed_at=now))


def prefer(connection: Connection, person: str, preference: Preference) -> None:
    """What a person prefers from now on."""
    values = {
        "channels": list(preference.channels),
        "quiet_from": preference.quiet_from,
        "quiet_until": preference.quiet_until,
    }
    mine = preferences.c.person == person
    if connection.execute(update(preferences).where(mine).values(values)).rowcount == 0:
        connection.execute(insert(preferences).values(person=person, **values))


def reaches(connection: Connection, people: Sequence[str]) -> dict[str, Reach]:
    """How each of these people is reached; somebody without any address is reached nowhere."""
    wishes = {
        person: Preference(tuple(channels), quiet_from, quiet_until)
        for person, channels, quiet_from, quiet_until in connection.execute(_WISHES, {"people": people}).all()
    }
    found: dict[str, dict[str, Mapping[str, Any]]] = {}
    for person, channel, address in connection.execute(_LIVE, {"people": people}).all():
        found.setdefault(person, {})[channel] = address
    return {person: Reach(wishes.get(person, Preference()), found.get(person, {})) for person in people}


@dataclass(frozen=True, slots=True)
class Address:
    """An address as it is kept; one that is not live is known to be dead."""

    address: Mapping[str, Any]
    live: bool


def find(connection: Connection, person: str, channel: str) -> Address | None:
    """A person's address on one channel, dead or alive."""
    mine = (addresses.c.person == person) & (addresses.c.channel == channel)
    row = connection.execute(select(addresses).where(mine)).one_or_none()
    return Address(row.address, row.state == "live") if row else None


def forget(connection: Connection, person: str, channel: str) -> bool:
    """Nobody knows any more where the person was reached there; says whether anybody did."""
    mine = (addresses.c.person == person) & (addresses.c.channel == channel)
    return connection.execute(delete(addresses).where(mine)).rowcount == 1
