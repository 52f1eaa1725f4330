"""How each person wants to be reached: in which order, by which e-mail address, at which hours. Only one's own.

An e-mail address counts once it has been confirmed by a link that was sent there. Nothing is sent while a transaction
is open.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from sqlalchemy import Connection

from bot.storage import addresses, confirmations
from bot.storage.addresses import USUAL_ORDER, Preference
from bot.storage.base import Database

EMAIL = "email"
CONFIRM_WITHIN = timedelta(hours=24)
ASKED_AT_MOST = 5
"""So many confirmations are sent in a day for one person, and to one address: nobody's mailbox is filled by this."""
_ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z0-9-]{1,63}\.)+[a-z][a-z0-9-]{0,62}", re.ASCII | re.I)


class PreferenceError(Exception):
    """A wish that cannot be kept: ``code`` names its sentence."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Reachable:
    """What a person is shown of themselves. ``email`` is confirmed, ``waiting`` is not yet."""

    preference: Preference
    channels: tuple[str, ...]
    email: str | None
    email_works: bool
    waiting: str | None


@dataclass(frozen=True, slots=True)
class Preferences:
    """People's wishes. ``ask`` sends the link to an address that is to be confirmed; None where there is no e-mail."""

    database: Database
    channels: Collection[str]
    """The ways that this Waymark has at all."""
    ask: Callable[[str, str], None] | None
    home: str

    def look(self, person: str, now: datetime) -> Reachable:
        """How this person is reached."""
        with self.database.reading() as connection:
            email = addresses.find(connection, person, EMAIL)
            return Reachable(
                preference=_preference(connection, person),
                channels=tuple(name for name in USUAL_ORDER if name in self.channels),
                email=email.address.get("email") if email else None,
                email_works=email is not None and email.live,
                waiting=confirmations.waiting(connection, person, now - CONFIRM_WITHIN),
            )

    def first(self, person: str, channel: str) -> None:
        """Reach this person there first, and in their order otherwise. Raises PreferenceError ``channel``."""
        if channel not in self.channels:
            raise PreferenceError("channel")
        with self.database.transaction() as connection:
            wish = _preference(connection, person)
            others = (name for name in wish.channels if name != channel)
            addresses.prefer(connection, person, replace(wish, channels=(channel, *others)))

    def order(self, person: str, channels: Sequence[str]) -> None:
        """Reach this person in that order. What is left out is not used, but the web page stays: it is where they look.

        Raises PreferenceError ``channel`` where one is unknown or named twice.
        """
        if len(set(channels)) != len(channels) or not set(channels) <= set(USUAL_ORDER):
            raise PreferenceError("channel")
        order = tuple(channels) if "web" in channels else (*channels, "web")
        with self.database.transaction() as connection:
            addresses.prefer(connection, person, replace(_preference(connection, person), channels=order))

    def quiet(self, person: str, start: time | None, end: time | None) -> None:
        """Push nothing to this person between these times of day (London); None for both ends that.

        Raises PreferenceError ``quiet`` where only one is given, or both are the same.
        """
        if (start is None) != (end is None) or (start is not None and start == end):
            raise PreferenceError("quiet")
        with self.database.transaction() as connection:
            wish = _preference(connection, person)
            addresses.prefer(connection, person, replace(wish, quiet_from=start, quiet_until=end))

    def offer_email(self, person: str, text: str, now: datetime) -> str:
        """Send a link to that address, which confirms it; gives the link. Raises PreferenceError ``no_email``,
        ``address`` or ``too_often``, and whatever the sending raises."""
        if self.ask is None:
            raise PreferenceError("no_email")
        email = plain_address(text)
        token = secrets.token_urlsafe(32)
        with self.database.transaction() as connection:
            confirmations.forget_before(connection, now - CONFIRM_WITHIN)
            if confirmations.asked(connection, person, email) >= ASKED_AT_MOST:
                raise PreferenceError("too_often")
            confirmations.begin(connection, person, email, _hash(token), now)
        link = f"{self.home}/preferences/confirm/{token}"
        self.ask(email, link)
        return link

    def offered(self, token: str, now: datetime) -> str | None:
        """The address that a link confirms, if it still can. Changes nothing: programs open links too."""
        with self.database.reading() as connection:
            return confirmations.find(connection, _hash(token), now - CONFIRM_WITHIN)

    def confirm_email(self, token: str, now: datetime) -> bool:
        """Take the address that the link was sent to; False where the link works no more. It works on any device.

        Somebody who gives an address wants to be written to there, so it comes before the page that they have to open.
        """
        with self.database.transaction() as connection:
            found = confirmations.take(connection, _hash(token), now - CONFIRM_WITHIN)
            if found is None:
                return False
            person, email = found
            addresses.keep(connection, person, EMAIL, {"email": email}, now)
            wish = _preference(connection, person)
            addresses.prefer(connection, person, replace(wish, channels=_before_the_page(wish.channels)))
            return True

    def forget_email(self, person: str) -> bool:
        """Forget the address of this person, and the one that waits; says whether there was any."""
        with self.database.transaction() as connection:
            confirmations.drop(connection, person)
            return addresses.forget(connection, person, EMAIL)


def plain_address(text: str) -> str:
    """An e-mail address as people write it. Raises PreferenceError ``address``."""
    email = text.strip()
    local = email.rpartition("@")[0]
    odd = ".." in email or local.startswith(".") or local.endswith(".") or len(email) > 254
    if odd or not _ADDRESS.fullmatch(email):
        raise PreferenceError("address")
    return email


def _before_the_page(channels: Sequence[str]) -> tuple[str, ...]:
    if EMAIL in channels and "web" not in channels[: channels.index(EMAIL)]:
        return tuple(channels)
    others = [name for name in channels if name != EMAIL]
    others.insert(others.index("web") if "web" in others else len(others), EMAIL)
    return tuple(others)


def _preference(connection: Connection, person: str) -> Preference:
    return addresses.reaches(connection, [person])[person].preference


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()
