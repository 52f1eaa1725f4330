"""From the facts in a person's words to what they tell of a case, in the light of the question that was put."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from actions.turn import CORRECTION, WORRIES, Turn
from bot.casework.calendar import LONDON, london, start_of
from bot.casework.case import Case, Circumstance, Event, Outcome, Tried
from bot.casework.intake import Ask, Told
from bot.casework.vocabulary import Category, Level, Person
from bot.understanding.categories import LIKELY, PLAIN, likely
from bot.understanding.dates import FoundDate
from bot.understanding.facts import Attempt, Facts

BESIDES_A_DAY = frozenset({Ask.POLICY, Ask.PERSON, Ask.CATEGORY})
"""Questions before that about the day: who names one with the answer to them means that day."""
TALK = re.compile(r"\b(?:talk(?:ed)?|spoke|spoken|conversation|call(?:ed)?|rang|rung|phoned|e-?mailed)\b", re.I)
DECISION = re.compile(r"\b(?:clos(?:ed|ure)|decision|decided|referral|declined|rejected|told (?:me|us))\b", re.I)
"""Words that name the talk, or the decision, whose day is put right."""
JUST_NO = re.compile(r"\W*(?:no|nope|nah)(?: from)?(?: both| again| agreement)?(?: sorry)?\W*", re.I)
"""To "how did it end?" it says that there was no agreement."""
AFRAID = "afraid_to_challenge"
AGENCIES = frozenset({Circumstance.AGENCY, Circumstance.OTHER_AGENCY})
"""Whose decision it is, and who disagrees. "She was seen at nursery" names one in passing."""


def known_of(case: Case | None) -> frozenset[str]:
    """The facts that a case has, which passing words do not change. Of one that is settled nothing is known anew."""
    if case is None or not case.is_open:
        return frozenset()
    facts = {Ask.CATEGORY: case.categories, Ask.RAISED_ON: case.raised_at, **case.circumstances}
    return frozenset(name for name, value in facts.items() if value)


def told_of_the_case(facts: Facts, turn: Turn, known: frozenset[str]) -> Told:
    """What the words tell of a case; ``known`` are the facts that it has, which passing words do not change."""
    tried = None if turn.intent == AFRAID else _tried(facts, turn)  # "he is the consultant" tells of no talk
    return Told(
        words=turn.text if turn.tells else "",
        policy=facts.policies[0] if len(facts.policies) == 1 else None,
        person=Person(facts.person) if facts.person else None,
        categories=_categories(facts, turn, Ask.CATEGORY in known),
        circumstances=_circumstances(facts, turn, known),
        raised_at=_raised(facts, turn, tried, Ask.RAISED_ON in known),
        tried=tried,
        protect_by=facts.protect_by.date if facts.protect_by else None,
        again=facts.again,
        mends=_mends(facts, turn),
    )


def moment(found: FoundDate, now: datetime) -> datetime | None:
    """The moment that a found date means. Of another day without a time only the beginning is safe to count from."""
    if found.date is None:
        return None
    if found.time is not None:
        return datetime.combine(found.date, found.time, LONDON)
    return now if found.date == london(now).date() else start_of(found.date)


def put_right(told: Told, case: Case | None, words: str) -> Told:
    """A correction in the light of the case: a bare day mends the day that was told last, or that of the talk."""
    if not (told.mends and told.raised_at and case):
        return told
    talked = case.tried is not None and case.tried.level is not None
    named = Event.RAISED_SET if DECISION.search(words) else Event.TRIED_SET if TALK.search(words) and talked else None
    if (named or case.last_day) is not Event.TRIED_SET:
        return told
    tried = replace(told.tried or Tried(None), when=told.raised_at)
    return replace(told, raised_at=None, tried=tried)


def _mends(facts: Facts, turn: Turn) -> bool:
    return turn.intent == CORRECTION or facts.correction


def _categories(facts: Facts, turn: Turn, known: bool) -> tuple[Category, ...]:
    asked = turn.asked is Ask.CATEGORY
    if turn.disagreement and (asked or not known):
        found = [name for name, score in likely(turn.categories, facts.categories).items() if score >= LIKELY]
    elif asked:  # a bare answer: what its own words say
        found = sorted(facts.categories, key=lambda name: -facts.categories[name])[:1]
        if not found and facts.answer == "unsure":
            return (Category.OTHER,)  # it decides no date, so it is no reason to hold anybody up
    elif _mends(facts, turn) or (turn.tells and not known and facts.other_agency):
        found = [name for name, score in facts.categories.items() if score >= PLAIN]
    else:
        return ()
    return tuple(category for category in map(Category, found) if category is not Category.OTHER)


def _circumstances(facts: Facts, turn: Turn, known: frozenset[str]) -> dict[str, str | bool]:
    settled = frozenset() if turn.tells or _mends(facts, turn) else AGENCIES & known
    found = {
        Circumstance.ON_PLAN: facts.on_plan,
        Circumstance.LOOKED_AFTER: facts.looked_after,
        Circumstance.AGENCY: facts.agency,
        Circumstance.OTHER_AGENCY: facts.other_agency,
        Circumstance.URGENT: _urgent(facts, turn),
    }
    return {name: value for name, value in found.items() if value is not None and name not in settled}


def _urgent(facts: Facts, turn: Turn) -> bool | None:
    if turn.asked is Ask.URGENCY:
        return facts.urgent if facts.urgent is not None else facts.answer != "no" if facts.answer else None
    return facts.urgent if _mends(facts, turn) else None


def _tried(facts: Facts, turn: Turn) -> Tried | None:
    if facts.tried:
        return _highest(facts.tried, facts, turn)
    if facts.nothing_tried:
        return Tried(None)
    if turn.asked is Ask.TRIED_OUTCOME:
        named = "waiting" if facts.waiting else "unresolved" if JUST_NO.fullmatch(turn.text) else None
        outcome = _outcome(facts, named)
        return Tried(None, outcome) if outcome else None
    if turn.asked is Ask.TRIED_ON:
        when = next((moment(found, turn.now) for found in facts.dates if found.date), None)
        return Tried(None, None, when) if when else None
    return None


def _highest(attempts: Sequence[Attempt], facts: Facts, turn: Turn) -> Tried:
    order = list(Level)
    top = max(attempts, key=lambda attempt: order.index(Level(attempt.level)))
    when = None
    if top.when is not None:
        today = top.when == london(turn.now).date()
        when = turn.now if today else start_of(top.when)
    return Tried(Level(top.level), _outcome(facts, top.outcome), when)


def _outcome(facts: Facts, named: str | None) -> Outcome | None:
    if named in ("unresolved", "waiting"):
        return Outcome(named)
    if facts.refused:
        return Outcome.REFUSED
    if facts.no_answer:
        return Outcome.NO_ANSWER
    return Outcome.UNRESOLVED if facts.unresolved else None


def _to_come(found: FoundDate, turn: Turn) -> bool:
    return found.date is not None and found.date > london(turn.now).date()


def _raised(facts: Facts, turn: Turn, tried: Tried | None, known: bool) -> datetime | None:
    asked = turn.asked is Ask.RAISED_ON
    mended = _mends(facts, turn) and turn.asked is not Ask.TRIED_ON
    besides = not known and turn.asked in BESIDES_A_DAY and not turn.doubt
    if not (asked or mended or besides or (not known and turn.tells)):
        return None
    # A day on which somebody was spoken to is the day of that talk, not of the disagreement.
    spoken = {attempt.when for attempt in facts.tried if attempt.when} if not asked else set()
    # Of words about danger only the day of the decision counts: the others are days of harm.
    told = facts.decided if turn.intent in WORRIES else facts.dates
    found_days = [found for found in told if found.date and found.date not in spoken]
    # A day to come is said of something else ("discharge is tomorrow"), unless it is the answer to our question.
    days = [moment(found, turn.now) for found in found_days if asked or not _to_come(found, turn)]
    return min((day for day in days if day), default=None)
