"""One accepted message on its way to its answer, from wherever an earlier attempt has left it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from bot import replies
from bot.casework.message import Message
from bot.casework.reminders import Reminder
from bot.channels.sending import Refused, Unreachable
from bot.channels.teams import cards
from bot.channels.teams.channel import NAME
from bot.channels.teams.connector import Connector
from bot.channels.teams.reception import ELSEWHERE, WELCOME, WORDS
from bot.conversation import Conversation, Follower, Turn
from bot.door import Clock
from bot.hearing import Heard
from bot.storage import addresses, inbox, reminders, settling
from bot.storage import cards as shown
from bot.storage import conversations as store
from bot.storage.base import Database
from bot.storage.conversations import StoredMessage
from bot.storage.inbox import Accepted
from bot.wording import reminding as wording

log = logging.getLogger(__name__)

BUSY = timedelta(seconds=2)
UNWRITTEN = timedelta(seconds=1)
"""Longer than a worker takes to write down what it has sent."""
MOST_LOOKS = 4
"""A worker that died before it wrote down a card sends another one: so often the first is looked for."""
TYPING_SECONDS = 4.0
"""Teams shows for about this long that somebody is writing."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What the work is done with."""

    database: Database
    conversation: Conversation
    clock: Clock
    connector: Connector
    safety_net: Callable[[], Message]
    link: str
    has_part: Callable[[str, datetime], bool] = lambda person, now: True
    """Whether a person has a part in Waymark, where the directory decides that for the page."""

    def apologise(self, address: Mapping[str, Any]) -> None:
        """Say that nothing was kept, with the safety net. Needs no database. Raises Unreachable or Refused."""
        self.connector.post(address, cards.activity(replies.no_answer(self.safety_net())))


class Work(Follower):
    """Answers one message, and remembers in the inbox how far it has come."""

    def __init__(self, tools: Tools, accepted: Accepted) -> None:
        self._tools = tools
        self._accepted = accepted
        self._said = 0

    def do(self) -> timedelta | None:
        """Answer it; gives the pause after which it has to be tried again, or None. Raises Unreachable or Refused."""
        if self._accepted.body["kind"] == ELSEWHERE:
            self._post(replies.only_in_private())
            return None
        if not self._tools.has_part(self._accepted.person or "", self._tools.clock.now()):
            self._post(replies.sign_in_first(self._tools.link, self._tools.safety_net()))
            return None
        if self._accepted.answer is not None:
            self._send(self._kept(self._accepted.answer))
            return self._settle(answered=True)
        with _typing(self._tools.connector, self._accepted.address):
            turn = self._turn(self._accepted.person or "")
        if turn.busy:
            return BUSY
        self._send([message for message in turn.messages[self._said :] if not self._is_shown(message)])
        return self._settle(answered=turn.saved)

    def apologise(self) -> None:
        """Nothing came of it, and that is said."""
        self._tools.apologise(self._accepted.address)

    def bury(self) -> None:
        """The person is not reached here any more."""
        if self._accepted.person:
            with self._tools.database.transaction() as connection:
                addresses.bury(connection, self._accepted.person, NAME, "gone", self._tools.clock.now())

    def at_once(self, messages: Sequence[Message]) -> None:
        """Somebody may have to call 999: that is said before anything else is waited for."""
        if self._accepted.attempts > 1:  # perhaps said already, and it comes first in the answer as well
            return
        try:
            for message in messages:
                self._post(message)
                self._said += 1
        except (Unreachable, Refused) as failure:
            log.warning("teams: not said at once: message=%s reason=%s", self._accepted.id, failure.reason)

    def pressed(self, connection: Connection) -> None:
        inbox.note_press(connection, self._accepted.id)

    def answered(self, connection: Connection, messages: Sequence[StoredMessage]) -> None:
        inbox.note_answer(connection, self._accepted.id, _numbers(messages[self._said :]))

    def _turn(self, person: str) -> Turn:
        conversation, body, now = self._tools.conversation, self._accepted.body, self._tools.clock.now()
        if body["kind"] == WELCOME:
            return conversation.greet(person, now, self)
        if self._accepted.moved:  # answering it again could move the case twice
            return conversation.resume(person, now, self)
        if body["kind"] == WORDS:
            heard = Heard(body["text"], body["level"], tuple(body["left_out"]), body["length"])
            return conversation.answer(person, heard, now, self)
        return conversation.press(person, body["token"], now, self, again=self._accepted.pressed)

    def _send(self, messages: Sequence[StoredMessage]) -> None:
        """Send them in their order, each noted as soon as it is sent."""
        for position, message in enumerate(messages):
            place = self._post(message.message, message.tokens)
            with self._tools.database.transaction() as connection:
                if message.id is not None:
                    inbox.note_answer(connection, self._accepted.id, _numbers(messages[position + 1 :]))
                if message.id is not None and message.tokens and place and self._accepted.person:
                    shown.shown(connection, message.id, self._accepted.person, place)

    def _post(self, message: Message, tokens: Sequence[str] = ()) -> str | None:
        made = cards.activity(message, tokens, link=self._tools.link)
        return self._tools.connector.post(self._accepted.address, made)

    def _settle(self, *, answered: bool) -> timedelta | None:
        """Take the buttons from under what can no longer be answered; gives a pause where that has to wait.

        What stands in a reminder's card is known once its worker has written it down, a moment after sending. A press
        that is quicker comes back for the card, as its answer is kept by then; one that was not kept leaves it alone.
        """
        place = self._accepted.body.get("card", "")
        with self._tools.database.transaction() as connection:
            stale = shown.take_stale(connection, self._accepted.person or "")
            reminder = self._answered_reminder(connection)
            standing = settling.standing_in(connection, reminder.person, NAME, place) if reminder else ()
            parts = self._card_of(connection, standing or (reminder,)) if reminder else []
        for card in stale:
            self._replace(card.place, cards.activity(card.message, chosen=card.chosen))
        if reminder and not standing and (not answered or self._accepted.attempts < MOST_LOOKS):
            return UNWRITTEN if answered else None
        made = cards.digest(parts, self._tools.link) if len(parts) > 1 else parts and cards.activity(*parts[0])
        if reminder and made and self._replace(place, made):
            with self._tools.database.transaction() as connection:
                settling.settled_there(connection, reminder.id, NAME, place, datetime.now(UTC))
        return None

    def _replace(self, place: str, made: Mapping[str, Any]) -> bool:
        """Put it there; False where that failed: what keeps its buttons says that they do nothing any more."""
        try:
            self._tools.connector.put(self._accepted.address, place, made)
        except (Unreachable, Refused) as failure:
            log.warning("teams: a card keeps its buttons: reason=%s", failure.reason)
            return False
        return True

    def _answered_reminder(self, connection: Connection) -> Reminder | None:
        """The reminder whose button was pressed, once it is answered. Workers see to where else it stands."""
        token, place = self._accepted.body.get("token", ""), self._accepted.body.get("card", "")
        found = reminders.of_button(connection, token) if place and len(token) > 1 else None
        if found is None or found[0].person != self._accepted.person or found[0].answered_as is None:
            return None
        return found[0]

    @staticmethod
    def _card_of(connection: Connection, standing: Sequence[Reminder]) -> list[tuple[Message, tuple[str, ...]]]:
        """What the pressed card is to show from now on: of a digest also what is still to be answered there."""
        live = reminders.live_tokens(connection, [each.id for each in standing])
        told = {each.id: store.told(connection, each.id) for each in standing if each.id in live}
        return [
            (said.message, live[each.id]) if (said := told.get(each.id)) else (wording.settled([each]), ())
            for each in standing
        ]

    def _kept(self, numbers: Sequence[int]) -> list[StoredMessage]:
        with self._tools.database.reading() as connection:
            said = store.history(connection, self._accepted.person or "", min(numbers, default=1) - 1)
        return [message for message in said if message.id in numbers]

    def _is_shown(self, message: StoredMessage) -> bool:
        """Whether it is a question of before, which still shows its buttons in this conversation."""
        if message.id is None or not message.tokens:
            return False
        with self._tools.database.reading() as connection:
            return shown.is_shown(connection, message.id)


def _numbers(messages: Sequence[StoredMessage]) -> list[int]:
    return [message.id for message in messages if message.id is not None]


@contextmanager
def _typing(connector: Connector, address: Mapping[str, Any]) -> Iterator[None]:
    """Show that an answer is being written, for as long as it is."""
    over = threading.Event()

    def show() -> None:
        while True:
            connector.typing(address)
            if over.wait(TYPING_SECONDS):
                return

    threading.Thread(target=show, name="typing", daemon=True).start()
    try:
        yield
    finally:
        over.set()
