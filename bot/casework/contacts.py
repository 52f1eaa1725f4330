"""Whom a policy names: its contacts as printed, their hours, and the panels that decide together."""

from __future__ import annotations

from dataclasses import dataclass

from bot.casework.vocabulary import Defect, Person, Weekday


@dataclass(frozen=True, slots=True)
class Hours:
    """When an office is open: from ``opens`` to ``closes`` (HH:MM, London) on those days, bank holidays excepted."""

    days: tuple[Weekday, ...]
    opens: str
    closes: str


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
