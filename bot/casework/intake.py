"""What is asked before a case can be advised on, in the order in which it matters, and what a message adds to a case.

Only what is missing and matters for this policy is asked; whatever a person has volunteered is not asked again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from bot.casework.case import Answer, Case, Circumstance, Entry, Event, Tried
from bot.casework.policy import Policy
from bot.casework.vocabulary import RAISED, Category, Level, Person

RISK_HOLDS_FOR = timedelta(hours=24)
"""After so long the question about danger is asked again (design, section 5): things change while people wait."""


class Ask(StrEnum):
    """A question. The names are those of the slots by which the assistant asks them."""

    RISK = "risk"
    RISK_WITH = "risk_with"
    RISK_HURT = "risk_hurt"
    RISK_SEEN = "risk_seen"
    POLICY = "policy"
    PERSON = "person"
    URGENCY = "urgency"
    COVERED = "covered"
    CATEGORY = "category"
    RAISED_ON = "raised_on"
    TRIED = "tried"
    TRIED_OUTCOME = "tried_outcome"
    TRIED_ON = "tried_on"


CAREFUL = (Ask.RISK_WITH, Ask.RISK_HURT, Ask.RISK_SEEN)
"""The three short questions for somebody who is not sure whether there is danger. To each, "yes" means danger."""


def missing(case: Case, policy: Policy | None, now: datetime) -> tuple[Ask, ...]:
    """The questions still open, the next one first. ``policy`` is the case's own, or None while none is chosen."""
    asks = [*_risk(case, now), *_policy(case, policy)]
    if not case.categories:
        asks.append(Ask.CATEGORY)
    if case.raised_at is None:
        asks.append(Ask.RAISED_ON)
    return (*asks, *_tried(case, policy))


def risk_is_stale(case: Case, now: datetime) -> bool:
    """Whether the question about danger has to be asked (again). A clock that went backwards asks, to be safe."""
    return case.risk_at is None or not timedelta(0) <= now - case.risk_at < RISK_HOLDS_FOR


def _risk(case: Case, now: datetime) -> list[Ask]:
    if risk_is_stale(case, now):
        return [Ask.RISK]
    if case.risk is not Answer.UNSURE or Answer.YES in case.careful.values():
        return []
    return [ask for ask in CAREFUL if ask.value not in case.careful]


def _policy(case: Case, policy: Policy | None) -> list[Ask]:
    if policy is None:
        return [Ask.POLICY]
    urgency = [Ask.URGENCY] if policy.asks_urgency and case.circumstances.get(Circumstance.URGENT) is None else []
    if case.person is None:
        return [Ask.PERSON, *urgency] if len(policy.people) > 1 else urgency
    return urgency if case.person in policy.people else [Ask.COVERED]


def _tried(case: Case, policy: Policy | None) -> list[Ask]:
    tried = case.tried
    if case.stage is not None:
        return []
    if tried is None:
        return [Ask.TRIED]
    if tried.level in (None, Level.CONSULT):
        return []
    asks = [Ask.TRIED_OUTCOME] if tried.outcome is None else []
    if tried.when is None and policy is not None and _counts_from_the_talk(policy, tried.failed):
        asks.append(Ask.TRIED_ON)
    return asks


def _counts_from_the_talk(policy: Policy, failed: Level | None) -> bool:
    """Whether a limit of the stage that the case would enter runs from the day on which the talk before it ended."""
    return any(limit.timed and limit.start != RAISED for limit in policy.entry_stage(failed).limits)


@dataclass(frozen=True, slots=True)
class Told:
    """What one message said of a case, however it was asked. Everything is optional; unsaid is None or empty.

    ``again`` says that the same concern was raised before: how often in all, or 0 where only "again" was said.
    ``mends`` says that the message puts right what was said before.
    """

    words: str = ""
    policy: str | None = None
    person: Person | None = None
    categories: tuple[Category, ...] = ()
    circumstances: Mapping[str, str | bool] = field(default_factory=dict)
    raised_at: datetime | None = None
    tried: Tried | None = None
    protect_by: date | None = None
    again: int | None = None
    mends: bool = False

    @property
    def anything(self) -> bool:
        """Whether there is any fact in it, besides the words."""
        return self != Told(words=self.words, mends=self.mends)


def taken(case: Case, told: Told, editions: Mapping[str, Mapping[str, str]], actor: str, now: datetime) -> list[Entry]:
    """The entries that a message adds to a case: only what is new, so that saying a thing twice changes nothing.

    ``editions`` maps the policies of this deployment to their version and the hash of their content; any other policy
    is not taken. What was tried is taken only until the case has entered a stage: from then on it moves by outcomes.
    """
    changes: list[tuple[Event, dict[str, Any]]] = []
    if told.words:
        changes.append((Event.DESCRIBED, {"text": told.words}))
    if told.policy is not None and told.policy in editions and told.policy != case.policy:
        changes.append((Event.POLICY_SET, {"policy": told.policy, **editions[told.policy]}))
    if told.person is not None and told.person is not case.person:
        changes.append((Event.PERSON_SET, {"person": told.person.value}))
    if told.categories and told.categories != case.categories:
        changes.append((Event.CATEGORY_SET, {"categories": [category.value for category in told.categories]}))
    new = {key: value for key, value in told.circumstances.items() if case.circumstances.get(key) != value}
    if new:
        changes.append((Event.CIRCUMSTANCES_SET, new))
    if told.raised_at is not None and told.raised_at != case.raised_at:
        changes.append((Event.RAISED_SET, {"at": told.raised_at.isoformat()}))
    if told.protect_by is not None and told.protect_by != case.protect_by:
        changes.append((Event.PROTECT_BY_SET, {"date": told.protect_by.isoformat()}))
    times = _times(case.times_raised, told.again)
    if times != case.times_raised:
        changes.append((Event.RAISED_AGAIN, {"times": times}))
    changes += _what_was_tried(case, told)
    return [Entry(event, now, actor, about) for event, about in changes]


def _times(known: int, again: int | None) -> int:
    """How often it has been raised, after one more message: "again" is once more, "the third time" is three."""
    return known if again is None else max(known, again) if again else known + 1


def _what_was_tried(case: Case, told: Told) -> list[tuple[Event, dict[str, Any]]]:
    tried = mended(case.tried, told.tried) if told.mends else joined(case.tried, told.tried)
    if tried is None or tried == case.tried or not (case.stage is None or told.mends):
        return []
    if tried.level is None and tried.outcome and case.tried is None:
        ended = {"outcome": tried.outcome.value}  # with whom it was is still to be asked
        return [(Event.TRIED_SET, ended)] if tried.outcome is not case.ended else []
    if tried.level not in (None, Level.CONSULT):
        tried = Tried(tried.level, tried.outcome or case.ended, tried.when)
    return [(Event.TRIED_SET, as_about(tried))]


def mended(known: Tried | None, said: Tried | None) -> Tried | None:
    """What was tried, put right: what is said stands, also a lower level; the rest stays as it was."""
    if known is None or said is None:
        return said
    return Tried(said.level or known.level, said.outcome or known.outcome, said.when or known.when)


def joined(known: Tried | None, said: Tried | None) -> Tried | None:
    """What was tried, after one more message: the higher level stands, and its outcome and day are filled in.

    An outcome or a day without a level belongs to the level that is known.
    """
    if known is None or said is None:
        return said or known
    if said.level is None and (said.outcome or said.when):
        return Tried(known.level, said.outcome or known.outcome, said.when or known.when)
    order = [None, *Level]
    if order.index(said.level) != order.index(known.level):
        return max(known, said, key=lambda tried: order.index(tried.level))
    return Tried(known.level, said.outcome or known.outcome, said.when or known.when)


def as_about(tried: Tried) -> dict[str, Any]:
    """What was tried, as plain values for the record."""
    return {
        "level": tried.level.value if tried.level else None,
        "outcome": tried.outcome.value if tried.outcome else None,
        "when": tried.when.isoformat() if tried.when else None,
    }
