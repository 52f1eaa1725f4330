"""Stand-ins for what the gateway talks to: an assistant with realistic answers, a masker, a risk screen, a clock."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy.exc import OperationalError

from bot import bankholidays, library
from bot.asking import TURN
from bot.assistant import AssistantDown
from bot.casefiles import CaseFiles
from bot.casework.message import Block, Button, Kind, Message, Shape
from bot.casework.policy import Policy
from bot.conversation import Conversation, Presses
from bot.diary import Dates, Diary
from bot.door import Door, Training
from bot.overview import Overview
from bot.personal import Forgetful, PersonalData
from bot.preferences import Preferences
from bot.pressing import Pressed
from bot.sharing import Sharing
from bot.signing_in import SignIns
from bot.storage import Database
from bot.storage.case_store import CaseStore
from bot.storage.overview import OverviewStore
from bot.wording import erasing

HOME = "https://waymark.example"
START = datetime(2026, 12, 24, 15, 0, tzinfo=UTC)

QUESTION = Message(
    Kind.QUESTION,
    (
        Block(Shape.TEXT, ("First, the most important thing: is anyone in danger now, or likely to be hurt today?",)),
        Block(Shape.SMALL, ("If you are not sure, say so. I will ask three short questions.",)),
    ),
    (
        Button("Yes", '/inform{"risk":"yes"}'),
        Button("No", '/inform{"risk":"no"}'),
        Button("Not sure", '/inform{"risk":"unsure"}'),
    ),
)
ADVICE = Message(
    Kind.ADVICE,
    (
        Block(Shape.SMALL, ("Case W-7K2M9QD · Gloucestershire · Stage 2 since Thursday 24 December 2026",)),
        Block(Shape.HEADING, ("Gloucestershire, Stage 2: the two line managers talk",)),
        Block(Shape.TEXT, ("Whom to contact next: the line manager of the worker who made the decision.",)),
        Block(
            Shape.DEADLINE,
            (
                "Monday 4 January 2027",
                "5 working days after Thursday 24 December 2026, not counting weekends, Christmas Day (Friday 25 "
                "December 2026), Boxing Day (substitute day, Monday 28 December 2026) or New Year's Day (Friday 1 "
                "January 2027). The policy says “should”. (2.2 (d))",
            ),
            "The managers’ discussion: by",
        ),
        Block(
            Shape.LIST,
            (
                "Tell your own line manager today that Stage 1 did not settle it. (Should; 2.2 (a))",
                "Your manager rings the other agency’s manager, by telephone or face to face. (Should; 2.2 (b))",
                "Write down what was agreed, by whom, by when. (Must; 2.2 (e))",
            ),
            "What to do",
        ),
        Block(
            Shape.SCRIPT,
            (
                "“I would like to talk about a decision that I disagree with.",
                "What worries me is … (what you have seen or heard, with dates).",
                "Can we agree what happens next, and by when?”",
            ),
            "Words to start with",
        ),
        Block(Shape.CAUTION, ("The mailbox that the policy prints no longer works. Ask your safeguarding lead.",)),
        Block(Shape.TEXT, ("If that does not settle it: Stage 3, the senior managers of both agencies.",)),
    ),
    (
        Button("I have done this", "/report_done"),
        Button("Not resolved", "/report_unresolved"),
        Button("No answer yet", "/report_no_answer"),
        Button("It is resolved", "/report_resolved"),
        Button("What do I say?", "/ask_what_to_say"),
        Button("What do I write down?", "/ask_what_to_write"),
    ),
    ("GLOS-2d", "GLOS-2a", "GLOS-2b", "GLOS-2e"),
)
ANSWER = Message(Kind.ANSWER, (Block(Shape.TEXT, ("I have written that down.",)),))
ABROAD = Message(Kind.ANSWER, (Block(Shape.TEXT, ("Zadzwoń pod numer 999.",), language="pl"),))
NET = Message(
    Kind.EMERGENCY,
    (
        Block(Shape.HEADING, ("If someone is in danger now, call 999",)),
        Block(
            Shape.TEXT,
            ("Then ring children’s social care, or adult social care for an adult, and tell your safeguarding lead.",),
        ),
        Block(Shape.SMALL, ("This is Waymark’s own safety advice. It is not taken from a policy.",)),
    ),
)
EMERGENCY = Message(
    Kind.EMERGENCY,
    (
        *NET.blocks,
        Block(
            Shape.LIST,
            ("1. Contact the police. (1.4)", "2. Tell the emergency duty team: 01452 614194. (1.4)"),
            "Gloucestershire also asks, where someone is at immediate risk:",
        ),
        Block(Shape.TEXT, ("Then keep going with your disagreement as well.",)),
    ),
    cites=("GLOS-R1",),
)
WELCOME = Message(
    Kind.ANSWER,
    (
        Block(
            Shape.TEXT,
            (
                "Hello, I am Waymark. Tell me about a decision by another agency that leaves you worried, and I will "
                "say whom to contact next and by when, as your local policy has it.",
            ),
        ),
        Block(Shape.TEXT, ("I need no name of a child or an adult. If someone is in danger now, call 999 first.",)),
    ),
)


@dataclass
class Assistant:
    """Answers by what it is asked; keeps what it was asked; can be down, or busy with something of the test's."""

    asked: list[tuple[str, str, Mapping[str, Any]]] = field(default_factory=list)
    down: bool = False
    meanwhile: Callable[[], None] | None = None

    def ask(
        self, sender: str, text: str, metadata: Mapping[str, Any], timeout: float | None = None
    ) -> tuple[Message, ...]:
        self.asked.append((sender, text, {name: value for name, value in metadata.items() if name != TURN}))
        if self.meanwhile:
            self.meanwhile()
        if self.down:
            raise AssistantDown("ConnectionError")
        if "delete my data" in text:
            return (erasing.offer(has_case=True), QUESTION)  # in the middle of a question, which is put again
        if text.startswith("/inform"):
            return (ADVICE,)
        return (ANSWER,) if text.startswith("/") else (QUESTION,)

    @property
    def texts(self) -> list[str]:
        return [text for _, text, _ in self.asked]


@dataclass(frozen=True)
class Found:
    type: str


@dataclass(frozen=True)
class Masked:
    text: str
    identifiers: tuple[Found, ...]


class Masker:
    """Knows one name and one shape of date."""

    def mask(self, text: str) -> Masked:
        found: list[Found] = []
        for pattern, kind in ((r"\bJamie\b", "name"), (r"\b\d\d/\d\d/\d{4}\b", "date of birth")):
            if re.search(pattern, text):
                found.append(Found(kind))
                text = re.sub(pattern, f"[{kind}]", text)
        return Masked(text, tuple(found))


@dataclass(frozen=True)
class Screening:
    level: str


def screen(text: str) -> Screening:
    """One word is an alarm, one asks."""
    return Screening("alarm" if "knife" in text else "ask" if "bruise" in text else "none")


@dataclass
class Clock:
    """Stands still until it is set."""

    moment: datetime = START

    def now(self) -> datetime:
        return self.moment

    def set(self, moment: datetime | None) -> None:
        self.moment = moment or START


@dataclass
class Emergencies:
    """The service's emergency answer, which may itself be broken."""

    broken: bool = False

    def __call__(self, person: str, now: datetime) -> Message:
        if self.broken:
            raise RuntimeError("no policy can be read")
        return EMERGENCY


@dataclass
class Letters:
    """The e-mails that asked whether an address is right; sending can fail."""

    sent: list[tuple[str, str]] = field(default_factory=list)
    failure: Exception | None = None

    def ask(self, email: str, link: str) -> None:
        if self.failure:
            raise self.failure
        self.sent.append((email, link))


@cache
def shipped() -> Mapping[str, Policy]:
    """The policies that Waymark ships, read once."""
    return library.load_all(Path(__file__).resolve().parents[2] / "policies")


def next_working_day(day: date) -> date:
    """Weekdays only; enough to see that it is asked."""
    day += timedelta(days=1)
    return day if day.weekday() < 5 else next_working_day(day)


class NoReminders:
    """No reminder was sent to anybody."""

    def press(self, person: str, token: str, now: datetime) -> Pressed | None:
        return None

    def asked(self, person: str, token: str, now: datetime) -> None: ...


@dataclass
class Memory:
    """Rasa's memory: whom it was told to forget."""

    forgotten: list[str] = field(default_factory=list)
    down: bool = False

    def forget(self, person: str) -> None:
        if self.down:
            raise OperationalError("", None, Exception())
        self.forgotten.append(person)

    def forget_before(self, moment: datetime) -> None:
        self.forgotten.append(moment.isoformat())

    def held(self, person: str) -> list[dict[str, Any]]:
        return [{"event": "user", "text": "held by the assistant"}]

    def tidy(self) -> None:
        pass


@dataclass
class House:
    """A gateway's parts over a real database file, with every stand-in at hand."""

    database: Database
    assistant: Assistant = field(default_factory=Assistant)
    emergencies: Emergencies = field(default_factory=Emergencies)
    clock: Clock = field(default_factory=Clock)
    checks: dict[str, Callable[[], bool]] = field(default_factory=lambda: {"database": lambda: True})
    patience: float = 5.0
    reminders: Presses = field(default_factory=NoReminders)
    memory: Memory = field(default_factory=Memory)
    letters: Letters = field(default_factory=Letters)
    channels: tuple[str, ...] = ("teams", "web", "email")
    dates: dict[str, Dates] = field(default_factory=dict)
    framers: tuple[str, ...] = ()
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(2222222))

    @property
    def conversation(self) -> Conversation:
        return Conversation(
            database=self.database,
            assistants=lambda person: (Forgetful(self.assistant, self.personal, self.clock.now),),
            masker=Masker(),
            screen=screen,
            emergency=self.emergencies,
            safety_net=lambda: NET,
            welcome=lambda: WELCOME,
            reminders=self.reminders,
            abroad=lambda text: ABROAD if text.startswith("Dzień dobry") else None,
            patience=self.patience,
        )

    def door(self, *, training: bool = True, sign_ins: SignIns | None = None) -> Door:
        return Door(
            conversation=self.conversation,
            clock=self.clock,
            safety_net=lambda: NET,
            checks=self.checks,
            files=self.files,
            overview=Overview(OverviewStore(self.database), shipped(), {"ENG": bankholidays.calendar("ENG")}),
            sharing=self.sharing,
            diary=Diary(self.database, lambda person, now: self.dates.get(person, {}), "waymark.example"),
            preferences=self.preferences,
            personal=self.personal,
            home=HOME,
            training=Training(self.clock, next_working_day) if training else None,
            framers=self.framers,
            sign_ins=sign_ins,
        )

    @property
    def personal(self) -> PersonalData:
        return PersonalData(self.database, self.memory)

    @property
    def files(self) -> CaseFiles:
        calendars = {"ENG": bankholidays.calendar("ENG")}
        return CaseFiles(CaseStore(self.database), shipped(), calendars, lambda: f"W-{next(self.numbers)}")

    @property
    def sharing(self) -> Sharing:
        calendars = {"ENG": bankholidays.calendar("ENG")}
        return Sharing(CaseStore(self.database), shipped(), calendars, lambda: f"W-{next(self.numbers)}")

    @property
    def preferences(self) -> Preferences:
        return Preferences(self.database, self.channels, self.letters.ask, HOME)
