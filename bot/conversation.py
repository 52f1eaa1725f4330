"""A person says something, or presses a button, and is answered: guards, risk, masking, assistant, memory.

What is kept is kept whole: the person's words and the answer to them in one transaction, or neither.
"""

from __future__ import annotations

import hashlib
import logging
import re
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy import Connection

from bot import replies
from bot.asking import Asks, Interrupted, ask
from bot.assistant import AssistantDown
from bot.casework.message import Block, Kind, Message, Shape
from bot.hearing import Heard, Masks, Screening, clean, hear
from bot.pressing import Pressed
from bot.replies import TEXT_LIMIT
from bot.storage import addresses, buttons, people
from bot.storage import conversations as store
from bot.storage.base import Database
from bot.storage.conversations import StoredMessage
from bot.turns import Lease, Turns

log = logging.getLogger(__name__)

ANSWER_PATIENCE = 20.0
"""Seconds to wait for an answer, from whomever it comes."""
ALARM_PATIENCE = 5.0
"""Seconds: somebody who may have to call 999 does not wait longer than this for the rest of the answer."""
WHERE_IT_STANDS = "/ask_next_step"
_TOKEN = re.compile(r"[A-Za-z0-9_-]{16,32}")


class Presses(Protocol):
    """The buttons under reminders."""

    def press(self, person: str, token: str, now: datetime) -> Pressed | None: ...
    def asked(self, person: str, token: str, now: datetime) -> None: ...


@dataclass(frozen=True, slots=True)
class Turn:
    """What was answered. ``said`` is what was kept of the person's words; ``saved`` is False where nothing was."""

    messages: tuple[StoredMessage, ...]
    saved: bool
    said: StoredMessage | None = None
    busy: bool = False
    """The turn before had not ended, so that nothing was done; the same may be tried again."""


class Follower:
    """Told how far a message has come, by a channel that must not lose its place when the process dies.

    This one does nothing: on the web page the person waits for the whole turn, and sees whether it came.
    """

    def at_once(self, messages: Sequence[Message]) -> None:
        """Words that alarm are answered with these before anything else is done."""

    def pressed(self, connection: Connection) -> None:
        """The button is used up, in this transaction."""

    def answered(self, connection: Connection, messages: Sequence[StoredMessage]) -> None:
        """The answer is kept, in this transaction. It begins with what was said at once."""


_NOBODY = Follower()


@dataclass(frozen=True, slots=True)
class _Words:
    """The person's words on their way: as kept, as the assistant gets them, and what is said before it answers."""

    shown: str
    asked: str
    metadata: Mapping[str, Any]
    first: tuple[Message, ...] = ()
    key: str | None = None

    @property
    def alarm(self) -> bool:
        return bool(self.metadata.get("alarm"))


@dataclass(frozen=True)
class Conversation:
    """Talking with people, on any channel."""

    database: Database
    assistants: Callable[[str], Sequence[Asks]]
    """Who can answer that person, the likeliest first; the last one is the understudy."""
    masker: Masks
    screen: Callable[[str], Screening]
    emergency: Callable[[str, datetime], Message]
    safety_net: Callable[[], Message]
    welcome: Callable[[], Message]
    reminders: Presses
    abroad: Callable[[str], Message | None]
    """What is said at once to a text in another language than English; None for English."""
    patience: float = 25.0
    """Seconds to wait for the same person's turn before this one to end."""

    def begin(self, session: str, now: datetime) -> str:
        """A new person with that session secret, who has been welcomed."""
        person = secrets.token_hex(16)
        with self.database.transaction() as connection:
            people.create(connection, person, _hash(session), now)
            addresses.keep(connection, person, "web", {}, now)
            store.add(connection, person, self.welcome(), now)
        return person

    def recognise(self, session: str) -> str | None:
        """The person whose session secret this is."""
        with self.database.reading() as connection:
            return people.of_session(connection, _hash(session))

    def say(self, person: str, text: str, now: datetime, key: str | None = None) -> Turn:
        """Answer a person's own words. A leading slash is part of their words, never a command.

        By its ``key`` a message that is sent again is known: it gets the answer that it had.
        """
        return self.answer(person, self.hear(text), now, key=key)

    def hear(self, text: str) -> Heard:
        """What may be kept of a person's words. Nothing else of them outlives this call."""
        return hear(text, self.masker, self.screen)

    def answer(
        self, person: str, heard: Heard, now: datetime, follower: Follower = _NOBODY, *, key: str | None = None
    ) -> Turn:
        """Answer words that were heard before, perhaps by another process."""
        if not heard.length:
            return _unsaved(now, replies.empty())
        words = self._words(person, heard, now, key)
        if heard.length > TEXT_LIMIT:
            return _unsaved(now, *self._danger(person, words, now, follower), replies.too_long(heard.length))
        with self.database.reading() as connection:
            sent = store.Sent(words.shown, words.key, store.newest(connection, person))
        with Turns(self.database).of(person, ALARM_PATIENCE if words.alarm else self.patience, sent) as lease:
            if lease and lease.answered:
                return Turn(tuple(lease.answered[1:]), True, lease.answered[0])
            if lease:
                return self._answer(lease, words, now, follower)
        return _busy(now, *self._danger(person, words, now, follower), *words.first)

    def press(
        self, person: str, token: str, now: datetime, follower: Follower = _NOBODY, *, again: bool = False
    ) -> Turn:
        """Answer a pressed button, once: under a question while it is the person's newest, under a reminder ever.

        ``again``: this very press was begun before, and nobody lived to see what came of it.
        """
        with Turns(self.database).of(person, self.patience) as lease:
            if not lease:
                return _busy(now)
            if _TOKEN.fullmatch(token) and (pressed := self.reminders.press(person, token, now)):
                return self._reminded(lease, token, pressed, now, follower)
            if lease.interrupted:
                return self._resume(lease, "", now, follower)
            with self.database.transaction() as connection:
                if again:
                    buttons.release(connection, token)
                choice = buttons.press(connection, person, token, now) if _TOKEN.fullmatch(token) else None
                question = None if choice else store.live_question(connection, person)
                if choice:
                    lease.pressed(connection, token)
                    follower.pressed(connection)
            if choice is None:
                return _unsaved(now, replies.answered_already(), question)
            return self._press(lease, token, choice, now, follower)

    def greet(self, person: str, now: datetime, follower: Follower = _NOBODY) -> Turn:
        """Welcome somebody who has just come."""
        with self.database.transaction() as connection:
            told = store.add(connection, person, self.welcome(), now)
            follower.answered(connection, (told,))
        return Turn((told,), saved=True)

    def resume(self, person: str, now: datetime, follower: Follower = _NOBODY) -> Turn:
        """Say where the case stands, after an answer was interrupted that had begun to change it."""
        with Turns(self.database).of(person, self.patience) as lease:
            return self._resume(lease, "", now, follower) if lease else _busy(now)

    def history(self, person: str, after: int = 0) -> list[StoredMessage]:
        """What was said with this person after that message, oldest first."""
        with self.database.reading() as connection:
            return store.history(connection, person, after)

    def tell(self, person: str, message: Message, now: datetime) -> StoredMessage | None:
        """Say something unasked; None where there is no such person."""
        with self.database.transaction() as connection:
            return store.tell(connection, person, message, now)

    def _reminded(self, lease: Lease, token: str, pressed: Pressed, now: datetime, follower: Follower) -> Turn:
        if pressed.asks:
            lease.goes_on = True
            turn = self._answer(lease, _Words(pressed.title, pressed.asks, {}), now, follower)
            if not turn.saved:
                return _unsaved(now, *pressed.messages)
            self.reminders.asked(lease.person, token, now)
            return turn
        if not pressed.kept:
            return _unsaved(now, *pressed.messages)
        return self._kept(lease, _Words(pressed.title, "", {}, pressed.messages), (), now, follower)

    def _press(self, lease: Lease, token: str, choice: buttons.Choice, now: datetime, follower: Follower) -> Turn:
        turn = self._answer(lease, _Words(choice.title, choice.payload, {}), now, follower)
        if turn.saved or lease.cut_off():
            return turn
        with self.database.transaction() as connection:
            buttons.release(connection, token)
        return replace(turn, messages=(*turn.messages, *self._meanwhile(lease.person, now)))

    def _answer(self, lease: Lease, words: _Words, now: datetime, follower: Follower) -> Turn:
        if lease.interrupted and not words.alarm:
            return self._resume(lease, "", now, follower)
        person, patience = lease.person, ALARM_PATIENCE if words.alarm else ANSWER_PATIENCE
        try:
            answers = ask(self.assistants(person), lease, words.asked, words.metadata, patience)
        except Interrupted:
            return self._resume(lease, words.shown, now, follower)
        except AssistantDown:
            net = None if words.alarm else self.safety_net()  # the emergency answer already holds it
            danger = self._danger(person, words, now, follower)
            said = (*danger, *words.first, replies.no_answer(net))
            pressed = words.asked.startswith("/")  # it is made live again first
            return _unsaved(now, *said, *(() if pressed else self._meanwhile(person, now)))
        return self._kept(lease, words, answers, now, follower)

    def _resume(self, lease: Lease, shown: str, now: datetime, follower: Follower) -> Turn:
        """Say where the case stands; what was said has been recorded, or is not taken in case it is the same again."""
        words = _Words(shown, WHERE_IT_STANDS, {}, (replies.interrupted(),))
        try:
            answers = ask(self.assistants(lease.person)[-1:], lease, words.asked, {}, ANSWER_PATIENCE)
        except (AssistantDown, Interrupted):
            return _unsaved(now, replies.lost_track(self.safety_net()))
        return self._kept(lease, words, answers, now, follower)

    def _meanwhile(self, person: str, now: datetime) -> tuple[StoredMessage, ...]:
        """The buttons that work while words are not understood: those of the open question, or a few of our own."""
        with self.database.transaction() as connection:
            live = store.live_question(connection, person)
            return (live or store.add(connection, person, replies.meanwhile(), now),)

    def _words(self, person: str, heard: Heard, now: datetime, key: str | None) -> _Words:
        """The words on their way. Those in another language are greeted at once, and heeded here where they alarm:
        the assistant judges danger by English."""
        first = (replies.left_out(heard.left_out),) if heard.left_out else ()
        metadata = {} if heard.level == "none" else {heard.level: True}
        if greeting := self.abroad(heard.text):
            danger = (self._emergency(person, now),) if heard.level == "alarm" else ()
            first = (*danger, greeting, *first)
            metadata = {"abroad": True} if danger else {"abroad": True, "ask": True}
        return _Words(heard.text, clean(heard.text), metadata, first, key)

    def _danger(self, person: str, words: _Words, now: datetime, follower: Follower) -> tuple[Message, ...]:
        """The assistant judges danger by more than single words; where it gives no answer, they suffice."""
        danger = (self._emergency(person, now),) if words.alarm else ()
        if danger:
            follower.at_once(danger)
        return danger

    def _kept(
        self, lease: Lease, words: _Words, answers: Sequence[Message], now: datetime, follower: Follower
    ) -> Turn:
        """The words and their answer are kept, and with them the turn ends."""
        person = lease.person
        said = Message(Kind.PERSON, tuple(Block(Shape.TEXT, (part,)) for part in words.shown.split("\n\n")))
        with self.database.transaction() as connection:
            people.see(connection, person, now)
            kept = store.add(connection, person, said, now, key=words.key) if words.shown else None
            added = [store.add(connection, person, message, now) for message in (*words.first, *answers)]
            told = _only_the_last_can_be_pressed(added)
            follower.answered(connection, told)
            if not lease.goes_on:
                lease.end(connection)
        return Turn(told, True, kept)

    def _emergency(self, person: str, now: datetime) -> Message:
        """The emergency answer with the person's own policy, or without it: nothing may stand in its way."""
        try:
            return self.emergency(person, now)
        except Exception as error:  # whatever broke, somebody may be in danger now
            log.error("the emergency answer failed: person=%s error=%s", person, type(error).__name__)
            return Message(Kind.EMERGENCY, self.safety_net().blocks)


def _only_the_last_can_be_pressed(added: Sequence[StoredMessage]) -> tuple[StoredMessage, ...]:
    """Of several questions in one answer only the last has live buttons."""
    live = next((message for message in reversed(added) if message.tokens), None)
    return tuple(message if message is live else replace(message, tokens=()) for message in added)


def _unsaved(now: datetime, *said: Message | StoredMessage | None) -> Turn:
    """An answer that leaves no trace: the person's words were not taken."""
    messages = [StoredMessage(None, m, now) if isinstance(m, Message) else m for m in said if m]
    return Turn(tuple(messages), saved=False)


def _busy(now: datetime, *first: Message) -> Turn:
    return replace(_unsaved(now, *first, replies.still_answering()), busy=True)


def _hash(session: str) -> str:
    return hashlib.sha256(session.encode()).hexdigest()
