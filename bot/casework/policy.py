"""A partnership's escalation policy, as data: who does what, with whom, by when, and where the document says so.

A policy is written as one YAML file (``policies/README.md``) and read by :mod:`bot.library`. Everything here is frozen,
and every word that steers behaviour comes from a closed vocabulary, so that content never holds code.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import time

from bot.casework.examples import Example
from bot.casework.vocabulary import (
    Adjust,
    Agency,
    Category,
    Condition,
    Counted,
    Defect,
    EndingKind,
    Exclusion,
    Force,
    Holds,
    Level,
    Person,
    Scope,
    Side,
    Status,
    Strength,
    Trigger,
    Unit,
    Way,
    Weekday,
)


@dataclass(frozen=True, slots=True)
class Note:
    """Something that the document says, or fails to say, and that people should know."""

    rule: str
    at: str
    says: str


@dataclass(frozen=True, slots=True)
class Context(Note):
    """A rule that asks nothing of a case, with the reason why it does not: whom it speaks of, or what it is for."""

    why: str


@dataclass(frozen=True, slots=True)
class Hours:
    """When an office is open: from ``opens`` to ``closes`` (HH:MM, London) on those days, bank holidays excepted."""

    days: tuple[Weekday, ...]
    opens: str
    closes: str


@dataclass(frozen=True, slots=True)
class Ending:
    """One way in which the policy lets a disagreement end."""

    kind: EndingKind
    rule: str
    at: str
    says: str


@dataclass(frozen=True, slots=True)
class Panel:
    """Who decides together at a stage: who sits there, who must not, and who leads."""

    name: str
    rule: str
    at: str
    stage: str
    members: tuple[str, ...]
    without: tuple[str, ...] = ()
    chair: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact as printed in the policy, with what is wrong with it. Roles only, never a person's name."""

    id: str
    name: str
    rule: str
    at: str
    phone: str | None = None
    email: str | None = None
    people: tuple[Person, ...] = ()
    defects: tuple[Defect, ...] = ()
    note: str | None = None
    hours: tuple[Hours, ...] = ()
    after_hours: str | None = None
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class Filled:
    """What Waymark puts into a field of a form, and what it tells the person who completes the rest by hand."""

    field: str
    holds: tuple[Holds, ...] = ()
    help: str | None = None
    signed: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """A form that the policy asks for, or (``ours``) something that it wants in writing without having a form for it.

    Identifying fields are left blank by Waymark.
    """

    id: str
    name: str
    rule: str
    at: str
    due: str
    by: str
    to: str
    contact: str | None = None
    fields: tuple[str, ...] = ()
    identifying: tuple[str, ...] = ()
    anonymised: bool = False
    note: str | None = None
    filled: tuple[Filled, ...] = ()
    ours: bool = False

    def filling(self, field: str) -> Filled:
        """What Waymark puts into that field: nothing, unless the policy file says what."""
        return next((each for each in self.filled if each.field == field), Filled(field))


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that somebody does inside a stage, on the risk route, at the end, or throughout."""

    rule: str
    at: str
    force: Force
    side: Side
    who: str
    do: str
    with_whom: str | None = None
    contact: str | None = None
    ways: tuple[Way, ...] = ()
    say: tuple[str, ...] = ()
    record: str | None = None
    form: str | None = None
    notice: bool = False
    when: tuple[Condition, ...] = ()
    note: str | None = None
    agencies: tuple[Agency, ...] = ()
    copies: tuple[str, ...] = ()
    beside: str | None = None
    instead: str | None = None

    @property
    def aside(self) -> bool:
        """Whether it belongs to another chain than the stage's own: one that runs beside it, or one in its place."""
        return bool(self.beside or self.instead)


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a limit whose unit the document leaves open."""

    value: int
    unit: Unit
    why: str


@dataclass(frozen=True, slots=True)
class Limit:
    """A timescale: so much time, from an event, for something. ``unit`` none means that the document gives no time."""

    rule: str
    at: str
    on: str
    scope: Scope
    start: str
    strength: Strength
    unit: Unit = Unit.NONE
    value: int | None = None
    readings: tuple[Reading, ...] = ()
    covers: tuple[str, ...] = ()
    step: str | None = None
    adjust: tuple[Adjust, ...] = ()
    when: tuple[Condition, ...] = ()
    start_note: str | None = None
    note: str | None = None

    @property
    def timed(self) -> bool:
        """Whether the document gives a time at all."""
        return bool(self.readings) or self.unit not in (Unit.NONE, Unit.UNKNOWN)

    @property
    def all_readings(self) -> tuple[Reading, ...]:
        """The readings of the limit: one, or two where the unit is open, or none where there is no time."""
        if self.readings:
            return self.readings
        if not self.timed:
            return ()
        return (Reading(self.value or 0, self.unit, ""),)


@dataclass(frozen=True, slots=True)
class OtherContact:
    """Whom some practitioners turn to at a stage in place of its usual contact."""

    to: str
    when: tuple[Condition, ...] = ()
    agencies: tuple[Agency, ...] = ()


@dataclass(frozen=True, slots=True)
class Stage:
    """A level of the policy, by the number or name that the policy prints."""

    id: str
    name: str
    rule: str
    at: str
    levels: tuple[Level, ...]
    contact_next: str
    steps: tuple[Step, ...]
    limits: tuple[Limit, ...] = ()
    next: str | None = None
    notes: tuple[Note, ...] = ()
    called: str | None = None
    optional: bool = False
    before: tuple[Note, ...] = ()
    shortcut: tuple[Note, ...] = ()
    move_up: tuple[Trigger, ...] = ()
    other_contacts: tuple[OtherContact, ...] = ()

    @property
    def label(self) -> str:
        """How the stage is named to people: as the policy prints it, else "Stage 2"."""
        return self.called or (f"Stage {self.id}" if self.id.isdigit() else "Pre-escalation")


@dataclass(frozen=True, slots=True)
class RiskRoute:
    """What the policy asks when somebody is at immediate risk, in the document's words for the danger."""

    words: str
    ordered: bool
    parallel: bool
    steps: tuple[Step, ...]
    enter: str | None = None
    limits: tuple[Limit, ...] = ()
    gap: str | None = None


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A matter that this policy sends to another route. ``to`` is None where the policy is silent."""

    about: Exclusion
    to: str | None
    rule: str | None
    at: str | None
    note: str | None = None
    covered: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """An area of disagreement in the policy's own naming, with the categories that it falls under."""

    name: str
    categories: tuple[Category, ...]
    rule: str
    at: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """What the published document says of itself, and what is wrong with that today."""

    title: str
    dates: str
    review: str
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Longer:
    """The answer to "can we have longer?"."""

    allowed: Adjust | None
    says: str
    rule: str
    at: str


@dataclass(frozen=True, slots=True)
class Return:
    """What the policy wants to be counted from time to time, and for whom.

    ``leaves`` says that it goes out of the organisation; ``notice`` is the rule by which each case is notified.
    """

    rule: str
    at: str
    name: str
    to: str
    every: str
    counts: tuple[Counted, ...]
    leaves: bool = False
    notice: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
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

    @property
    def office(self) -> dict[int, tuple[time, time]]:
        """The opening hours in which working hours are counted, by weekday (Monday is 0)."""
        order = list(Weekday)
        opened = [(order.index(day), hours) for hours in self.hours for day in hours.days]
        return {day: (time.fromisoformat(hours.opens), time.fromisoformat(hours.closes)) for day, hours in opened}

    @property
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
