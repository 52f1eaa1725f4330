"""The forms that a policy asks for, and what Waymark puts into their fields."""

from __future__ import annotations

from dataclasses import dataclass

from bot.casework.vocabulary import Holds


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
