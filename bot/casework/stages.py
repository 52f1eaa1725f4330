"""The way through a policy: its stages, the steps and limits in them, and the route when somebody is at risk."""

from __future__ import annotations

from dataclasses import dataclass

from bot.casework.provisions import Note
from bot.casework.vocabulary import Adjust, Agency, Condition, Force, Level, Scope, Side, Strength, Trigger, Unit, Way

AGREEABLE = frozenset({Adjust.AGREEMENT, Adjust.AGREEMENT_UNCLEAR, Adjust.SHORTENING, Adjust.TRACK_AGREED})


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

    @property
    def amount(self) -> str:
        """How much time it is, such as "5 working days"."""
        words = self.unit.replace("_", " ")
        return f"{self.value} {words if self.value > 1 else words.removesuffix('s')}" if self.value else words


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
    def agreeable(self) -> bool:
        """Whether a date on which the agencies agree may count in the place of its own."""
        return bool(AGREEABLE & set(self.adjust))

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
