"""Personal data: given out to the person, deleted at their wish, deleted when its time is over.

What is deleted is gone from both databases (ours, and Rasa's memory) and from the letters of training. That something
was deleted is noted, without a word of what it was.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy.exc import SQLAlchemyError

from bot.casework.message import Message
from bot.storage import Database, addresses, belongings
from bot.turns import Turns
from bot.wording import erasing
from bot.wording.erasing import Choice

log = logging.getLogger(__name__)

PATIENCE = 10.0
"""Seconds to wait for an answer that is under way."""


class Memory(Protocol):
    """What the assistant remembers of its conversations."""

    def forget(self, person: str) -> None: ...
    def forget_before(self, moment: datetime) -> None: ...
    def held(self, person: str) -> list[dict[str, Any]]: ...
    def tidy(self) -> None: ...


@dataclass(frozen=True, slots=True)
class PersonalData:
    """What is held of people. Who asks is known to the caller: the door answers a person about themselves only."""

    database: Database
    memory: Memory
    letters: Path | None = None
    """Where letters lie in training, which were not sent."""
    keep_cases: int | None = None
    """Days after which a case that is over goes; None keeps it."""
    keep_conversations: int | None = None
    """Days after which what was said goes; None keeps it."""

    def chosen(self, person: str, payload: str, clock: Callable[[], datetime]) -> Message | None:
        """Do what a pressed button about deleting stands for; None where it is about something else, as nearly always:
        only what is deleted needs the time.

        The caller holds the person's turn: the assistant must not be answering them meanwhile.
        """
        if payload not in set(Choice):
            return None
        match Choice(payload):
            case Choice.ASK_EVERYTHING:
                return erasing.sure()
            case Choice.NOTHING:
                return erasing.nothing()
            case choice:
                everything = choice is Choice.EVERYTHING
                erase = self.erase_everything if everything else self.erase_conversation
                return self._tried(lambda: erase(person, "asked", clock()), person, erasing.done(everything))

    def wish(self, person: str, everything: bool, now: datetime) -> bool:
        """Delete what a person told, at their wish; False where they are being answered just now."""
        with Turns(self.database).of(person, PATIENCE) as mine:
            if mine:
                erase = self.erase_everything if everything else self.erase_conversation
                erase(person, "asked", now)
            return bool(mine)

    def erase_conversation(self, person: str, why: str, now: datetime) -> None:
        """Delete all that was said with this person; their cases go on."""
        self.memory.forget(person)
        with self.database.transaction() as connection:
            belongings.erase_conversation(connection, person)
            belongings.note(connection, person, "conversation", why, now)
        self.database.settle()

    def erase_everything(self, person: str, why: str, now: datetime) -> None:
        """Delete all that was said with this person, and their cases. How they come in and are reached is kept."""
        self.memory.forget(person)
        with self.database.transaction() as connection:
            mine = belongings.cases_of(connection, person)
            for case in mine:
                belongings.erase_case(connection, case, why, now)
            belongings.erase_conversation(connection, person)
            belongings.note(connection, person, "everything", why, now)
        self._burn(mine)
        self.database.settle()

    def erase_person(self, person: str, why: str, now: datetime) -> None:
        """Delete a person: cases, conversation, addresses, and that they were ever here."""
        self.erase_everything(person, why, now)
        with self.database.transaction() as connection:
            known = addresses.find(connection, person, "email")
            belongings.erase_account(connection, person)
        self._burn([str(value) for value in known.address.values()] if known else [])
        self.database.settle()

    def erase_case(self, case: str, why: str, now: datetime) -> None:
        """Delete one case; its tombstone stays."""
        with self.database.transaction() as connection:
            belongings.erase_case(connection, case, why, now)
        self._burn([case])
        self.database.settle()

    def expire(self, now: datetime) -> int:
        """Delete what has been kept for long enough; gives how many cases that were. Rasa's memory has the machine's
        time, whatever training pretends."""
        over: list[str] = []
        if self.keep_cases is not None:
            with self.database.transaction() as connection:
                over = belongings.cases_over(connection, now - timedelta(days=self.keep_cases))
                for case in over:
                    belongings.erase_case(connection, case, "retention", now)
            self._burn(over)
        if self.keep_conversations is not None:
            self.memory.forget_before(datetime.now(UTC) - timedelta(days=self.keep_conversations))
            with self.database.transaction() as connection:
                belongings.forget_said(connection, now - timedelta(days=self.keep_conversations))
        return len(over)

    def tidy(self) -> None:
        """Leave no trace of what was deleted in the files of either database."""
        self.memory.tidy()
        self.database.tidy()

    def held(self, person: str, now: datetime) -> dict[str, Any]:
        """All that is held of this person, as plain data with moments in UTC."""
        with self.database.reading() as connection:
            ours = belongings.held(connection, person)
        return {"person": person, "as_of": now, "held": ours, "assistant": self.memory.held(person)}

    def find(self, who: str) -> str | None:
        """The person meant by an id, a case reference, or an id of the directory."""
        with self.database.reading() as connection:
            return belongings.find(connection, who)

    def _burn(self, names: Collection[str]) -> None:
        """The letters that name one of these."""
        for letter in self.letters.glob("*.eml") if self.letters and names else ():
            said = letter.read_bytes()
            if any(name.encode() in said for name in names):
                letter.unlink(missing_ok=True)

    def _tried(self, erase: Callable[[], None], person: str, told: Message) -> Message:
        try:
            erase()
        except SQLAlchemyError as error:
            log.error("could not be erased: person=%s error=%s", person, type(error).__name__)
            return erasing.failed()
        return told


class Asks(Protocol):
    """The assistant."""

    def ask(
        self, sender: str, text: str, metadata: Mapping[str, Any], timeout: float | None = None
    ) -> tuple[Message, ...]: ...


@dataclass(frozen=True, slots=True)
class Forgetful:
    """An assistant that is not asked what is deleted: buttons about that are heeded here, while nobody else works for
    the person, and also where the assistant is down. What a person types can never look like them."""

    assistant: Asks
    personal: PersonalData
    now: Callable[[], datetime]

    def ask(
        self, sender: str, text: str, metadata: Mapping[str, Any], timeout: float | None = None
    ) -> tuple[Message, ...]:
        if told := self.personal.chosen(sender, text, self.now):
            return (told,)
        # Only the last buttons of an answer can be pressed. A question that is put again can be answered in words.
        return tuple(sorted(self.assistant.ask(sender, text, metadata, timeout), key=erasing.is_offer))
