"""A partnership's escalation policy, as data: who does what, with whom, by when, and where the document says so.

A policy is written as one YAML file (``policies/README.md``) and read by :mod:`bot.library`. It and its parts
(:mod:`~bot.casework.stages`, :mod:`~bot.casework.provisions`, :mod:`~bot.casework.contacts`,
:mod:`~bot.casework.forms`, :mod:`~bot.casework.examples`) are frozen, and every word that steers behaviour comes from a
closed vocabulary, so that content never holds code.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import time
from functools import cached_property

from bot.casework.contacts import Contact, Hours, Panel
from bot.casework.examples import Example
from bot.casework.forms import Form
from bot.casework.provisions import Area, Context, Document, Elsewhere, Ending, Longer, Note, Return
from bot.casework.stages import Limit, RiskRoute, Stage, Step
from bot.casework.vocabulary import Condition, Level, Person, Status, Weekday


@dataclass(frozen=True)
class Policy:
    """One partnership's escalation policy."""

    id: str
    version: str
    title: str
    short: str
    area: str
    owner: str
    nation: str
    people: tuple[Person, ...]
    aliases: tuple[str, ...]
    document: Document
    areas: tuple[Area, ...]
    stages: tuple[Stage, ...]
    limits: tuple[Limit, ...]
    risk: RiskRoute
    longer: Longer
    final: Note
    throughout: tuple[Step, ...]
    missed: tuple[Step, ...]
    closing: tuple[Step, ...]
    elsewhere: tuple[Elsewhere, ...]
    contacts: tuple[Contact, ...] = ()
    forms: tuple[Form, ...] = ()
    context: tuple[Context, ...] = ()
    support: tuple[Note, ...] = ()
    status: Status = Status.LIVE
    hours: tuple[Hours, ...] = ()
    urgency: Note | None = None
    meanwhile: tuple[Note, ...] = ()
    panels: tuple[Panel, ...] = ()
    endings: tuple[Ending, ...] = ()
    examples: tuple[Example, ...] = ()
    returns: tuple[Return, ...] = ()

    @property
    def titled(self) -> str:
        """The title, marked where the file is a draft."""
        return self.title + self._mark

    @property
    def named(self) -> str:
        """How the policy is cited, marked where the file is a draft."""
        return self.short + self._mark

    @property
    def _mark(self) -> str:
        return " (a draft, for training)" if self.status is Status.DRAFT else ""

    @cached_property
    def office(self) -> dict[int, tuple[time, time]]:
        """The opening hours in which working hours are counted, by weekday (Monday is 0)."""
        order = list(Weekday)
        opened = [(order.index(day), hours) for hours in self.hours for day in hours.days]
        return {day: (time.fromisoformat(hours.opens), time.fromisoformat(hours.closes)) for day, hours in opened}

    @cached_property
    def asks_urgency(self) -> bool:
        """Whether a limit or step depends on how urgent the case is."""
        parts: tuple[Limit | Step, ...] = (*self.all_limits(), *self.all_steps())
        return any({Condition.URGENT, Condition.NOT_URGENT} & set(part.when) for part in parts)

    def stage(self, stage_id: str) -> Stage:
        """The stage of that id. Raises KeyError where the policy has none."""
        for stage in self.stages:
            if stage.id == stage_id:
                return stage
        raise KeyError(stage_id)

    def limits_in(self, stage_id: str) -> tuple[Limit, ...]:
        """Every limit that runs in a stage: its own, and those that pool it with others or cover the whole."""
        wider = tuple(limit for limit in self.limits if stage_id in limit.covers)
        return self.stage(stage_id).limits + wider

    def all_limits(self) -> Iterator[Limit]:
        """Every limit of the policy, once each."""
        for stage in self.stages:
            yield from stage.limits
        yield from self.limits
        yield from self.risk.limits

    def all_steps(self) -> Iterator[Step]:
        """Every step of the policy, once each."""
        for stage in self.stages:
            yield from stage.steps
        for group in (self.risk.steps, self.throughout, self.missed, self.closing):
            yield from group

    def rules(self) -> frozenset[str]:
        """The id of every rule that the policy holds anywhere."""
        return frozenset(_rules(self))

    def contact(self, contact_id: str) -> Contact:
        """The printed contact of that id. Raises KeyError where the policy has none."""
        return {contact.id: contact for contact in self.contacts}[contact_id]

    def form(self, form_id: str) -> Form:
        """The form of that id. Raises KeyError where the policy has none."""
        return {form.id: form for form in self.forms}[form_id]

    def entry_stage(self, tried: Level | None) -> Stage:
        """The stage at which a case enters when everything up to ``tried`` has failed (None: nothing tried).

        A supervisor who was merely consulted is a stage in Warrington and a pre-stage elsewhere, so the answer is the
        first stage that holds a level above the highest one tried. Past the last level the last stage answers.
        """
        order = list(Level)
        done = order.index(tried) if tried else -1
        for stage in self.stages:
            if any(order.index(level) > done for level in stage.levels):
                return stage
        return self.stages[-1]


def _rules(part: object) -> Iterator[str]:
    if isinstance(part, tuple):
        for item in part:
            yield from _rules(item)
    elif is_dataclass(part):
        for name in (each.name for each in fields(part)):
            value = getattr(part, name)
            if name == "rule" and value is not None:
                yield value
            yield from _rules(value)
