"""What Teams delivers is kept, masked, before it is acknowledged: from then on it is answered, whatever dies.

The person is found by their directory's object id. Nothing that they typed is written down as they typed it.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from bot.channels.teams.activity import Activity, Sort
from bot.channels.teams.channel import NAME
from bot.conversation import Conversation
from bot.door import Clock
from bot.storage import addresses, identities, inbox
from bot.storage.base import Database

log = logging.getLogger(__name__)

MOST_WAITING = 2_000
MOST_WAITING_FOR_ONE = 20
SAME_WITHIN = timedelta(seconds=60)
"""Teams may deliver the same words again under another id; for so long they are the same message."""
SHORT = 6
"""With fewer words than this ("No", "I don't know") people answer one question after another: once the first was
answered, the second is another answer."""

WORDS, PRESS, WELCOME, ELSEWHERE = "words", "press", "welcome", "elsewhere"


class Full(Exception):
    """More waits already than can be answered in time: it has to be delivered again later."""


@dataclass(frozen=True, slots=True)
class Reception:
    """Takes activities that were admitted."""

    database: Database
    conversation: Conversation
    clock: Clock
    wake: Callable[[], None]
    """Tells those who answer that there is something to do."""

    def take(self, activity: Activity) -> None:
        """Keep what has to be answered. Raises Full; and what the database raises, when nothing was kept."""
        if not activity.personal:
            self._elsewhere(activity)
        elif activity.sort is Sort.REMOVED:
            self._removed(activity)
        else:
            self._from_a_person(activity)
        self.wake()

    def _from_a_person(self, activity: Activity) -> None:
        body = self._body(activity)  # the only place where the words as they were typed are looked at
        urgent = body is not None and body.get("level") == "alarm"
        now = self.clock.now()
        with self.database.transaction() as connection:
            person = identities.find_or_begin(connection, *_identity(activity), now)
            arrived = NAME not in addresses.reaches(connection, [person])[person].addresses
            addresses.keep(connection, person, NAME, activity.address, now)
            if body and not urgent:
                _make_room(connection, person)
            if arrived:
                self._keep(connection, activity, person, {"kind": WELCOME})
            if body:
                self._keep(connection, activity, person, body, urgent=urgent)

    def _body(self, activity: Activity) -> dict[str, Any] | None:
        if activity.sort is Sort.WORDS:
            return {"kind": WORDS, **asdict(self.conversation.hear(activity.text))}
        press = {"kind": PRESS, "token": activity.token, "card": activity.card}
        return press if activity.sort is Sort.PRESS else None

    def _removed(self, activity: Activity) -> None:
        now = self.clock.now()
        with self.database.transaction() as connection:
            if person := identities.find(connection, *_identity(activity)):
                addresses.bury(connection, person, NAME, "removed", now)

    def _elsewhere(self, activity: Activity) -> None:
        """In a group or a channel nothing is read: one sentence says where Waymark can be spoken to."""
        if activity.sort in (Sort.WORDS, Sort.PRESS):
            with self.database.transaction() as connection:
                _make_room(connection, None)
                self._keep(connection, activity, None, {"kind": ELSEWHERE})

    @staticmethod
    def _keep(
        connection: Connection, activity: Activity, person: str | None, body: dict[str, Any], *, urgent: bool = False
    ) -> None:
        key = activity.key if body["kind"] != WELCOME else _welcome_key(activity)
        moment, words = datetime.now(UTC), _words(activity, body)
        if person and words and not urgent:  # danger is answered as often as it is told
            answered = len(body["text"].split()) >= SHORT
            if inbox.is_repeated(connection, key, person, words, moment, SAME_WITHIN, answered=answered):
                log.info("teams: said again: key=%s", key[:12])
                return
        if not inbox.accept(connection, key, person, activity.address, body, moment, words=words, urgent=urgent):
            log.info("teams: delivered again: key=%s", key[:12])


def _words(activity: Activity, body: Mapping[str, Any]) -> str | None:
    """The same for the same words in the same conversation, as they are kept; None where there are none."""
    if not body.get("text"):
        return None
    return hashlib.sha256(f"words\n{activity.conversation}\n{body['text']}".encode()).hexdigest()


def _identity(activity: Activity) -> tuple[str, str]:
    """The directory's object id; for somebody who has none there, Teams' own id."""
    if activity.object_id:
        return identities.directory(min(activity.tenants, default="")), activity.object_id
    return NAME, activity.user


def _welcome_key(activity: Activity) -> str:
    return hashlib.sha256(f"welcome\n{activity.key}".encode()).hexdigest()


def _make_room(connection: Connection, person: str | None) -> None:
    """Raises Full."""
    if inbox.waiting(connection) >= MOST_WAITING:
        raise Full
    if person and inbox.waiting(connection, person) >= MOST_WAITING_FOR_ONE:
        raise Full
