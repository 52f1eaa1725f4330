"""One disagreement that one practitioner is escalating: its record, and what the record adds up to.

A case is nothing but its record: every change is an :class:`Entry`, and :meth:`Case.then` says what it means. A
correction is a further entry, so nothing is ever lost, and the same record always gives the same case.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from bot.casework.vocabulary import Category, Level, Person
from bot.casework.vocabulary import Outcome as Outcome


class Answer(StrEnum):
    """An answer to a question about danger. Not being sure is an answer, and a careful one."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


class Event(StrEnum):
    """The kinds of entry in a record."""

    OPENED = "opened"
    DESCRIBED = "described"
    RISK_ANSWERED = "risk_answered"
    CAREFUL_ANSWERED = "careful_answered"
    RISK_DOUBTED = "risk_doubted"
    ALARM = "alarm"
    POLICY_SET = "policy_set"
    POLICY_MOVED = "policy_moved"
    PERSON_SET = "person_set"
    CATEGORY_SET = "category_set"
    CIRCUMSTANCES_SET = "circumstances_set"
    RAISED_SET = "raised_set"
    TRIED_SET = "tried_set"
    RAISED_AGAIN = "raised_again"
    STAGE_ENTERED = "stage_entered"
    STEP_DONE = "step_done"
    STEP_TAKEN_BACK = "step_taken_back"
    DATE_AGREED = "date_agreed"
    PROTECT_BY_SET = "protect_by_set"
    REMINDER_ANSWERED = "reminder_answered"
    NOTED = "noted"
    SHARED = "shared"
    UNSHARED = "unshared"
    HANDED_OVER = "handed_over"
    LABELLED = "labelled"
    RESOLVED = "resolved"
    REOPENED = "reopened"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"


class Circumstance(StrEnum):
    """Facts of a case that may be volunteered, and on which a policy's conditions may depend."""

    ON_PLAN = "on_plan"
    LOOKED_AFTER = "looked_after"
    AGENCY = "agency"
    OTHER_AGENCY = "other_agency"
    URGENT = "urgent"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the record: what happened, when it was written down, by whom. ``about`` holds plain JSON values."""

    event: Event
    at: datetime
    actor: str
    about: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tried:
    """What had been tried before Waymark was asked: the highest level spoken to, how that ended, and when.

    ``level`` None means that nothing had been tried; ``outcome`` and ``when`` are None while they are unknown.
    """

    level: Level | None
    outcome: Outcome | None = None
    when: datetime | None = None

    @property
    def failed(self) -> Level | None:
        """The highest level known to have failed. A consultation with one's own lead is done once it has been had."""
        if self.level is None or self.level is Level.CONSULT:
            return self.level
        if self.outcome in (Outcome.UNRESOLVED, Outcome.REFUSED, Outcome.NO_ANSWER):
            return self.level
        return list(Level)[list(Level).index(self.level) - 1]


@dataclass(frozen=True, slots=True)
class Case:
    """What a record adds up to. Moments are aware; those of which only the date is known are London's midnight."""

    reference: str
    label: str | None = None
    """What the practitioner calls it, in a few words of their own."""
    opened_at: datetime | None = None
    risk: Answer | None = None
    risk_at: datetime | None = None
    alarm_at: datetime | None = None
    careful: Mapping[str, Answer] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    policy: str | None = None
    policy_version: str | None = None
    policy_hash: str | None = None
    person: Person | None = None
    categories: tuple[Category, ...] = ()
    circumstances: Mapping[str, str | bool] = field(default_factory=dict)
    raised_at: datetime | None = None
    tried: Tried | None = None
    ended: Outcome | None = None
    """How a talk ended of which the level is not known yet."""
    last_day: Event | None = None
    """Which day was told last: that of the disagreement (RAISED_SET) or of the talk (TRIED_SET)."""
    times_raised: int = 1
    """How often the same concern has been raised or referred: twice or more is repeating, which no policy asks for."""
    stage: str | None = None
    stage_at: datetime | None = None
    first_stage: str | None = None
    """The stage at which the case came into its policy."""
    unanswered: tuple[str, ...] = ()
    """The stages that were entered because nobody had answered before."""
    done: Mapping[str, datetime] = field(default_factory=dict)
    agreed: Mapping[str, date] = field(default_factory=dict)
    protect_by: date | None = None
    acknowledged: Mapping[str, datetime] = field(default_factory=dict)
    """When each deadline was last answered, by its identity, and in ``replies`` as what."""
    replies: Mapping[str, str] = field(default_factory=dict)
    resolved_at: datetime | None = None
    closed_at: datetime | None = None

    @classmethod
    def replay(cls, reference: str, record: Iterable[Entry]) -> Case:
        """The case that a record adds up to."""
        return _filled(cls(reference), record)

    @property
    def is_open(self) -> bool:
        """Whether the disagreement is still being escalated or set up."""
        return self.closed_at is None and self.resolved_at is None

    @property
    def on_plan_or_looked_after(self) -> bool:
        """Whether the child is known to be on a protection plan or looked after."""
        return bool(self.circumstances.get(Circumstance.ON_PLAN) or self.circumstances.get(Circumstance.LOOKED_AFTER))


def after(case: Case, entries: Iterable[Entry]) -> Case:
    """The case after further entries. It is a case of its own."""
    return _filled(replace(case), entries)


def _filled(made: Case, entries: Iterable[Entry]) -> Case:
    """A case that nobody has seen yet, with these entries: a new one for each of them was a quarter of what a turn or a
    reminder takes."""
    for entry in entries:
        for name, value in _MEANING[entry.event](made, entry).items():
            object.__setattr__(made, name, value)
    return made


@dataclass(frozen=True, slots=True)
class Kept:
    """A case as it is kept: what its record adds up to, whose it is, and how many entries that took.

    ``organisation`` is the one to which it has belonged since it was opened; "" where there is only one.
    """

    case: Case
    person: str
    version: int
    organisation: str = ""


def _with(mapping: Mapping[str, Any], key: str, value: Any) -> Mapping[str, Any]:
    return {**mapping, key: value}


def _without(mapping: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    return {name: value for name, value in mapping.items() if name != key}


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _tried(about: Mapping[str, Any]) -> Tried | None:
    if "level" not in about:
        return None
    level, outcome = about["level"], about.get("outcome")
    return Tried(Level(level) if level else None, Outcome(outcome) if outcome else None, _moment(about.get("when")))


def _ended(about: Mapping[str, Any]) -> Outcome | None:
    return Outcome(about["outcome"]) if "level" not in about and about.get("outcome") else None


def _raised(case: Case, entry: Entry) -> dict[str, Any]:
    at = _moment(entry.about.get("at"))
    # A case that entered its stage with the disagreement itself moves with it; a later stage began on its own day.
    moves = at is not None and case.stage is not None and case.stage_at == case.raised_at
    return {"raised_at": at, "last_day": Event.RAISED_SET, "stage_at": at if moves else case.stage_at}


_NOT_YET_IN_A_STAGE: dict[str, Any] = {"stage": None, "stage_at": None, "first_stage": None, "unanswered": ()}


def _entered(case: Case, entry: Entry) -> dict[str, Any]:
    stage, because = entry.about["stage"], entry.about.get("because")
    told = case.tried.outcome if because == "arrival" and case.tried else because
    silent = (stage,) if told == Outcome.NO_ANSWER else ()
    return {
        "stage": stage,
        "stage_at": _moment(entry.about["at"]),
        "first_stage": case.first_stage or stage,
        "unanswered": (*case.unanswered, *silent),
    }


def _policy(case: Case, entry: Entry) -> dict[str, Any]:
    # Stages and rules belong to a policy: with another one the case arrives anew.
    fresh: dict[str, Any] = {**_NOT_YET_IN_A_STAGE, "done": {}, "agreed": {}}
    return {"policy": entry.about["policy"], **_edition(case, entry), **fresh}


def _edition(_case: Case, entry: Entry) -> dict[str, Any]:
    """Which content of the policy holds for the case. Records from before contents were kept have no hash."""
    return {"policy_version": entry.about["version"], "policy_hash": entry.about.get("hash")}


_MEANING: dict[Event, Callable[[Case, Entry], dict[str, Any]]] = {
    Event.OPENED: lambda case, entry: {"opened_at": entry.at},
    Event.DESCRIBED: lambda case, entry: {"words": (*case.words, entry.about["text"])},
    Event.RISK_ANSWERED: lambda case, entry: {
        "risk": Answer(entry.about["answer"]),
        "risk_at": entry.at,
        "careful": {},
    },
    Event.CAREFUL_ANSWERED: lambda case, entry: {
        "careful": _with(case.careful, entry.about["question"], Answer(entry.about["answer"]))
    },
    Event.RISK_DOUBTED: lambda case, entry: {"risk_at": None},
    Event.ALARM: lambda case, entry: {"alarm_at": entry.at, "risk": Answer.YES, "risk_at": entry.at},
    Event.POLICY_SET: _policy,
    Event.POLICY_MOVED: _edition,  # the same policy in other words: the case stays where it is
    Event.PERSON_SET: lambda case, entry: {"person": Person(entry.about["person"]) if entry.about["person"] else None},
    Event.CATEGORY_SET: lambda case, entry: {"categories": tuple(map(Category, entry.about["categories"]))},
    Event.CIRCUMSTANCES_SET: lambda case, entry: {"circumstances": {**case.circumstances, **entry.about}},
    Event.RAISED_SET: _raised,
    # What was tried decides the stage, so saying it anew puts the stage in question again.
    Event.TRIED_SET: lambda case, entry: {
        "tried": _tried(entry.about),
        "ended": _ended(entry.about),
        "last_day": Event.TRIED_SET if entry.about.get("when") else case.last_day,
        **_NOT_YET_IN_A_STAGE,
    },
    Event.RAISED_AGAIN: lambda case, entry: {"times_raised": entry.about["times"]},
    Event.STAGE_ENTERED: _entered,
    Event.STEP_DONE: lambda case, entry: {"done": _with(case.done, entry.about["rule"], _moment(entry.about["at"]))},
    Event.STEP_TAKEN_BACK: lambda case, entry: {"done": _without(case.done, entry.about["rule"])},
    Event.DATE_AGREED: lambda case, entry: {
        "agreed": _with(case.agreed, entry.about["stage"], date.fromisoformat(entry.about["date"]))
    },
    Event.PROTECT_BY_SET: lambda case, entry: {"protect_by": date.fromisoformat(entry.about["date"])},
    Event.REMINDER_ANSWERED: lambda case, entry: {
        "acknowledged": _with(case.acknowledged, entry.about["deadline"], entry.at),
        "replies": _with(case.replies, entry.about["deadline"], entry.about.get("reply", "")),
    },
    Event.NOTED: lambda case, entry: {},
    # Who may see and do what lies beside the record; the record tells how it came to be so.
    Event.SHARED: lambda case, entry: {},
    Event.UNSHARED: lambda case, entry: {},
    Event.HANDED_OVER: lambda case, entry: {},
    Event.LABELLED: lambda case, entry: {"label": entry.about["label"]},
    Event.RESOLVED: lambda case, entry: {"resolved_at": _moment(entry.about["at"])},
    Event.REOPENED: lambda case, entry: {"resolved_at": None, "closed_at": None},
    Event.WITHDRAWN: lambda case, entry: {"closed_at": entry.at},
    Event.CLOSED: lambda case, entry: {"closed_at": entry.at},
}
"""What each kind of entry changes in a case."""
