"""The cases of one practitioner: which are open, which one is being talked about, and whether that is certain."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.casework.case import Case
from bot.casework.policy import Policy

CERTAIN_FOR = timedelta(hours=8)
"""After a longer silence a message may be about any of the open cases."""


@dataclass(frozen=True, slots=True)
class Focus:
    """The case that a person talks about; ``at`` is when that was last certain, None where nobody knows.

    ``elsewhere_at`` is when they were last reminded of another of their cases.
    """

    case: str
    at: datetime | None
    elsewhere_at: datetime | None

    @property
    def interrupted(self) -> bool:
        """Whether a reminder of another case has come in between."""
        return self.elsewhere_at is not None and (self.at is None or self.elsewhere_at >= self.at)


@dataclass(frozen=True, slots=True)
class Listed:
    """One case in a list: what tells it from the others without telling whom it is about."""

    case: Case
    policy: Policy | None
    due: date | None


@dataclass(frozen=True, slots=True)
class Caseload:
    """The open cases, the newest first, and the focus."""

    open: tuple[Listed, ...]
    focus: Focus | None
    now: datetime

    @property
    def several(self) -> bool:
        """Whether there is more than one that a message could be about."""
        return len(self.open) > 1

    @property
    def current(self) -> Listed | None:
        """The open case in focus."""
        return next((item for item in self.open if self.focus and item.case.reference == self.focus.case), None)

    @property
    def certain(self) -> bool:
        """Whether a message that names no case is about the one in focus."""
        if self.focus is None or not self.open:
            return True
        if self.current is None:
            return False  # what was talked about is over, and something else is not
        fresh = self.focus.at is not None and self.now - self.focus.at <= CERTAIN_FOR
        return not self.several or (fresh and not self.focus.interrupted)
