"""Everything a message tells about a disagreement, in one frozen value; nothing told, nothing filled in."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.understanding.answers import Answer, answer, choice
from bot.understanding.attempts import Attempt, nothing_tried, read_attempts
from bot.understanding.clauses import sentences
from bot.understanding.date_reading import Direction, WorkingDay
from bot.understanding.date_repairs import standing
from bot.understanding.dates import FoundDate, find_dates
from bot.understanding.days_beside import of_the_event
from bot.understanding.disagreement import categories, is_correction, other_side, tells_of_a_decision, urgent, waits
from bot.understanding.gazetteer import Gazetteer
from bot.understanding.people import Person, agencies, looked_after, on_plan, person
from bot.understanding.repetition import raised_again

__all__ = ["Attempt", "Facts", "FoundDate", "Gazetteer", "read"]


@dataclass(frozen=True)
class Facts:
    """What was said, and only that."""

    policies: tuple[str, ...] = ()
    person: Person | None = None
    agency: str | None = None
    other_agency: str | None = None
    on_plan: bool | None = None
    looked_after: bool | None = None
    dates: tuple[FoundDate, ...] = ()
    tried: tuple[Attempt, ...] = ()
    nothing_tried: bool = False
    answer: Answer | None = None
    choice: int | None = None
    categories: Mapping[str, float] = field(default_factory=dict)
    refused: bool = False
    no_answer: bool = False
    unresolved: bool = False
    resolved: bool = False
    correction: bool = False
    agreed_date: FoundDate | None = None
    protect_by: FoundDate | None = None
    urgent: bool | None = None
    waiting: bool = False
    again: int | None = None
    decided: tuple[FoundDate, ...] = ()
    """The dates that stand in a sentence which tells what another agency decided, did or left undone."""

    def happened(self, today: dt.date) -> FoundDate | None:
        """The day told that is not still to come; where there is none, the first day told."""
        told = [found for found in self.dates if found.date]
        return next((found for found in told if found.date and found.date <= today), next(iter(told), None))


_AGREED = re.compile(
    r"\b(?:agree[ds]?|agreement|give (?:it|them|her|him|us|me)|gave (?:it|them|her|him|us|me)|giving (?:it"
    r"|them)|extend(?:ed)?|extension|we said|we'?ve said|deadline is|new date"
    r"|wait until|wait till|until|till|have until|has until|will (?:reply|respond|answer|get back|decide)"
    r"|by agreement|come back to (?:it|this))\b"
)
_PROTECT = re.compile(
    r"\b(?:(?:goes|going|sent|returned|returning|returns|discharged?|moves?|moving|released|release|taken"
    r"|flying|flies|leaves|leaving|placed|coming) "
    r"(?:back |to |her |him |them |is |planned |due |on |from )*(?:home|hospital|dad|mum|abroad|prison"
    r"|custody|placement|him|ward|on|back)"
    r"|discharge|(?:is|being|be|gets?) (?:discharged|released|sent home|returned|moved)|contact (?:with dad"
    r"|visit|starts)|before (?:the|she|he|they|her|his|it)"
    r"|must be (?:sorted|resolved|done|safe|decided)|has to be (?:sorted|resolved|done|decided)|needs? to"
    r" be (?:sorted|resolved|done|decided)"
    r"|not safe (?:after|beyond)|(?:dad|he|stepdad|partner|perpetrator|boyfriend)(?:'s| is| gets| will be)?"
    r" (?:back|out|home|released|moving back))\b"
)
_CUT = re.compile(r"[.;!?\n]|, but|\bbut\b")
_NOT_ABOUT = re.compile(r"\bnot (?:about )?(?:the )?\w+", re.IGNORECASE)


def read(text: str, *, now: dt.datetime, asked: str | None, gazetteer: Gazetteer, is_working_day: WorkingDay) -> Facts:
    """The facts in one message, read in the light of what was asked (see `answers` for the questions)."""
    prefer: Direction = "future" if asked == "agreed_date" else "past"
    dates = find_dates(text, now, is_working_day=is_working_day, prefer=prefer)
    stands = standing(text, dates)
    dates = of_the_event(text, stands)
    correction = is_correction(text)
    tried = read_attempts(text, dates, asked, now.date())
    own, other = agencies(text)
    side = other_side(text)
    agreed = _ahead(text, stands, now.date(), _AGREED, asked == "agreed_date")
    protect = _ahead(text, stands, now.date(), _PROTECT, always=False)
    return Facts(
        policies=gazetteer.find(text),
        person=person(text, asked),
        agency=own,
        other_agency=other,
        on_plan=on_plan(text),
        looked_after=looked_after(text),
        dates=dates,
        tried=tried,
        nothing_tried=nothing_tried(text, asked, tried),
        answer=answer(text, asked),
        choice=choice(text, asked),
        categories=categories(_NOT_ABOUT.sub(" ", text) if correction else text),
        refused=side.refused,
        no_answer=side.no_answer,
        unresolved=side.unresolved,
        resolved=side.resolved,
        correction=correction,
        agreed_date=agreed if agreed != protect else None,
        protect_by=protect,
        urgent=urgent(text),
        waiting=waits(text),
        again=raised_again(text),
        decided=_decided(text, dates) if other else (),
    )


def _decided(text: str, dates: Sequence[FoundDate]) -> tuple[FoundDate, ...]:
    told = [sentence for sentence in sentences(text) if tells_of_a_decision(sentence.text)]
    return tuple(found for found in dates if any(each.start <= found.start < each.end for each in told))


def _ahead(
    text: str, dates: Sequence[FoundDate], today: dt.date, cue: re.Pattern[str], always: bool
) -> FoundDate | None:
    """The first date from today on whose own clause holds the cue."""
    for found in dates:
        if found.date is None or found.date < today:
            continue
        lead = _CUT.split(text[max(0, found.start - 90) : found.start].lower())[-1]
        if always or cue.search(lead):
            return found
    return None
