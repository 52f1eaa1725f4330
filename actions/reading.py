"""From a turn to what it tells about the case: buttons by what they stand for, words by :mod:`bot.understanding`.

The one place where understanding meets casework.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from actions.choosing import chosen
from actions.telling import moment, told_of_the_case
from actions.turn import DISAGREEMENT, Turn
from bot.bootstrap import Parts
from bot.bootstrap.reading import gazetteer
from bot.casework.calendar import london
from bot.casework.case import Answer
from bot.casework.intake import Ask, Told
from bot.understanding.date_repairs import standing
from bot.understanding.dates import find_dates
from bot.understanding.facts import Facts, Gazetteer
from bot.understanding.facts import read as read_facts

RISK_QUESTIONS = frozenset({Ask.RISK, Ask.RISK_WITH, Ask.RISK_HURT, Ask.RISK_SEEN})


@dataclass(frozen=True, slots=True)
class Heard:
    """What a turn says: facts of the case, an answer about danger, and the words' own flags."""

    told: Told = Told()
    answer: Answer | None = None
    answers: Ask | None = None
    facts: Facts | None = None
    vague_date: bool = False

    @property
    def anything(self) -> bool:
        """Whether the turn says anything that a question could want."""
        return self.told.anything or self.answer is not None


class Reader:
    """Reads turns for one deployment: its policies' names, its nation's working days."""

    def __init__(self, parts: Parts) -> None:
        self._gazetteer: Gazetteer = gazetteer(parts.casework.policies)
        first = next(iter(parts.casework.policies.values()))
        self._calendar = parts.casework.calendar_of(first)

    def hear(self, turn: Turn, known: frozenset[str] = frozenset(), telling: bool = False) -> Heard:
        """What the turn says. ``known`` are the facts that the case has, which passing words do not change.

        ``telling`` says that the words tell of the disagreement, whatever they were understood to want.
        """
        if turn.chosen:
            return self._pressed(turn)
        if turn.abroad:
            return Heard()
        if telling:
            turn = replace(turn, intent=DISAGREEMENT)
        # What is about something else altogether may still hold a day or a child, and they mean nothing here.
        return Heard() if turn.intent == "out_of_scope" else self._said(turn, known)

    def facts(self, turn: Turn) -> Facts:
        """The bare facts of a turn's words."""
        return read_facts(
            turn.text,
            now=london(turn.now),
            asked=turn.asked.value if turn.asked else None,
            gazetteer=self._gazetteer,
            is_working_day=self._calendar.seems_working_day,
        )

    def day(self, turn: Turn) -> datetime | None:
        """The past day that a turn names for something that happened."""
        if turn.when is not None:
            return turn.when
        return next((moment(found, turn.now) for found in self.facts(turn).dates if found.date), None)

    def coming_day(self, turn: Turn) -> date | None:
        """The coming day that a turn names, for an agreement."""
        if turn.when is not None:
            return london(turn.when).date()
        found = find_dates(
            turn.text,
            london(turn.now),
            is_working_day=self._calendar.seems_working_day,
            prefer="future",
        )
        return next((item.date for item in reversed(standing(turn.text, found)) if item.date), None)

    def _pressed(self, turn: Turn) -> Heard:
        for name, value in turn.chosen.items():
            if name not in set(Ask):
                continue
            what = Ask(name)
            if what in RISK_QUESTIONS:
                return Heard(answer=Answer(value), answers=what)
            return Heard(told=chosen(what, value, turn.now))
        return Heard()

    def _said(self, turn: Turn, known: frozenset[str]) -> Heard:
        facts = self.facts(turn)
        # A question is no answer to a question about danger.
        asks_back = turn.text.rstrip().endswith("?") or turn.is_question
        answer = Answer(facts.answer) if facts.answer and turn.asked in RISK_QUESTIONS and not asks_back else None
        vague = turn.asked in (Ask.RAISED_ON, Ask.TRIED_ON) and (
            facts.answer == "unsure" or any(d.date is None for d in facts.dates)
        )
        told = told_of_the_case(facts, turn, known)
        return Heard(told, answer, turn.asked if answer else None, facts, vague)
