"""Signing in and out: from the directory's word to a session, and from a session to who is asking.

A session is a secret that only the browser holds. It ends after a time without anything done, after a working day at
the latest, when the directory vouches for the person no more, and when they sign out. Roles are asked of the directory
again every quarter of an hour; while it cannot be reached, what it said last holds for an hour.
"""

from __future__ import annotations

import base64
import hashlib
import logging
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from cryptography.fernet import Fernet, InvalidToken
from sqlalchemy import Connection

from bot.casework.message import Message
from bot.casework.permissions import Action, Actor
from bot.config.signing_in import SignInSettings
from bot.directory import Directory, DirectoryDown, Flow, Refused, Vouched
from bot.storage import addresses, cases, colleagues, conversations, identities, sessions
from bot.storage.base import Database
from bot.storage.sessions import Session

log = logging.getLogger(__name__)

WITHOUT_DIRECTORY = timedelta(hours=1)
"""So long what the directory said last holds while it cannot be asked, or gives nothing to ask it by."""
SEEN_EVERY = timedelta(minutes=1)
ASK_EVERY = timedelta(minutes=1)


@dataclass(frozen=True)
class SignIns:
    """The use cases of sign-in. Moments are the machine's own."""

    database: Database
    directory: Directory
    settings: SignInSettings
    welcome: Callable[[], Message]

    def finish(self, flow: Flow, answer: Mapping[str, str], before: str, now: datetime) -> tuple[str, Actor]:
        """A new session for the person of whom the directory's answer speaks; the one before ends.

        Raises Refused and DirectoryDown.
        """
        found = self.directory.redeem(flow, answer)
        secret = secrets.token_urlsafe(32)
        with self.database.transaction() as connection:
            actor = self._known(connection, found, now)
            sessions.sweep(connection, now - self.settings.longest, now - self.settings.idle)
            sessions.end(connection, _hash(before))
            sessions.begin(connection, _hash(secret), actor, _seal(secret, found.refresh_token), now)
        log.info("sign-in: person=%s roles=%s", actor.id, ",".join(sorted(actor.roles)) or "none")
        return secret, actor

    def actor(self, secret: str, now: datetime, *, acting: bool = True) -> Actor | None:
        """Whose session that is; None where it is nobody's, or over. ``acting`` is False for what a page does by
        itself, which keeps no session alive. Raises DirectoryDown where the roles have to be asked and cannot be."""
        with self.database.reading() as connection:
            session = sessions.find(connection, _hash(secret))
        if session is None or self._is_over(session, now):
            return None
        if now - session.read_at >= self.settings.roles_for and not self._renewed(secret, session, now):
            return None
        if acting and now - session.seen_at >= SEEN_EVERY:
            with self.database.transaction() as connection:
                sessions.seen(connection, _hash(secret), now)
        with self.database.reading() as connection:
            session = sessions.find(connection, _hash(secret))
        return session.actor if session else None

    def counts_in_teams(self, person: str, now: datetime) -> bool:
        """Whether somebody has a part in Waymark where nobody signs in, which is in Teams: by what the directory said
        when they signed in last, while that is not too old."""
        holds = self.settings.in_teams
        if holds is None:
            return True
        with self.database.reading() as connection:
            vouched = colleagues.vouched_at(connection, person)
        return vouched is not None and now - vouched < holds

    def end(self, secret: str) -> None:
        """Sign out here."""
        with self.database.transaction() as connection:
            sessions.end(connection, _hash(secret))

    def _is_over(self, session: Session, now: datetime) -> bool:
        return now - session.began_at >= self.settings.longest or now - session.seen_at >= self.settings.idle

    def _renewed(self, secret: str, session: Session, now: datetime) -> bool:
        """Ask the directory what the person is by now; False where the session ended with that.

        Of several requests at once one asks, for a refresh token may work once; the others go on for that moment with
        what is known. Raises DirectoryDown where what is known is too old.
        """
        held_for = now - session.read_at
        with self.database.transaction() as connection:
            if not sessions.may_ask(connection, _hash(secret), now - ASK_EVERY, now):
                return self._still(held_for)
        token = _unseal(secret, session.sealed)
        if not token and held_for < WITHOUT_DIRECTORY:
            return True
        try:
            if not token:
                raise Refused("nothing to renew by")
            found = self.directory.renew(token)
            with self.database.transaction() as connection:
                self._renew(connection, secret, session, found, now)
        except Refused as refused:
            log.info("sign-in ended: person=%s reason=%s", session.actor.id, refused.reason)
            self._disown(secret, session.actor.id)
            return False
        except DirectoryDown as down:
            log.warning("sign-in not renewed: person=%s reason=%s", session.actor.id, down)
            return self._still(held_for)
        return True

    def _disown(self, secret: str, person: str) -> None:
        """They may have left: until they sign in again they have no part here, in Teams neither."""
        with self.database.transaction() as connection:
            sessions.end(connection, _hash(secret))
            colleagues.disown(connection, person)

    @staticmethod
    def _still(held_for: timedelta) -> bool:
        if held_for >= WITHOUT_DIRECTORY:
            raise DirectoryDown("too long")
        return True

    def _renew(self, connection: Connection, secret: str, session: Session, found: Vouched, now: datetime) -> None:
        if identities.find(connection, found.provider, found.subject) != session.actor.id:
            raise Refused("somebody else")
        actor = self._described(connection, session.actor.id, found, now)
        sessions.renew(connection, _hash(secret), actor, _seal(secret, found.refresh_token), now)

    def _known(self, connection: Connection, found: Vouched, now: datetime) -> Actor:
        """The person, whichever way they came first. Who comes for the first time is welcomed."""
        person = identities.find_or_begin(connection, found.provider, found.subject, now)
        arrived = not addresses.reaches(connection, [person])[person].addresses
        addresses.keep(connection, person, "web", {}, now)
        if arrived:
            conversations.add(connection, person, self.welcome(), now)
        return self._described(connection, person, found, now)

    @staticmethod
    def _described(connection: Connection, person: str, found: Vouched, now: datetime) -> Actor:
        actor = Actor(person, found.roles, found.organisation)
        vouched_at = now if actor.may(Action.TALK) else None
        colleagues.describe(connection, person, found.name, found.email, found.organisation, vouched_at)
        cases.claim(connection, person, found.organisation)
        return actor


def _hash(secret: str) -> str:
    return hashlib.sha256(f"session:{secret}".encode(errors="replace")).hexdigest()


def _seal(secret: str, text: str) -> str:
    """Readable with the session's secret only, so not by whoever reads the database."""
    return _box(secret).encrypt(text.encode()).decode() if text else ""


def _unseal(secret: str, sealed: str) -> str:
    try:
        return _box(secret).decrypt(sealed).decode() if sealed else ""
    except InvalidToken:
        return ""


def _box(secret: str) -> Fernet:
    key = hashlib.sha256(f"seal:{secret}".encode(errors="replace")).digest()
    return Fernet(base64.urlsafe_b64encode(key))
