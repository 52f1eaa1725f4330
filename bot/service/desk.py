"""What the use cases give back: what lies before a practitioner."""

from __future__ import annotations

from dataclasses import dataclass

from bot.casework.advice import Advice
from bot.casework.case import Case, Entry, Event
from bot.casework.intake import Ask
from bot.casework.organisation import Own
from bot.casework.policy import Policy


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies before a practitioner: their case, its policy, what is still to be asked, then the advice.

    ``case`` None means that nothing has been opened. ``arrived`` says that this turn brought the case to its stage.
    """

    case: Case | None
    policy: Policy | None = None
    asks: tuple[Ask, ...] = (Ask.RISK,)
    advice: Advice | None = None
    entries: tuple[Entry, ...] = ()
    own: Own | None = None

    @property
    def arrived(self) -> bool:
        """Whether the case has just entered a stage."""
        return any(entry.event is Event.STAGE_ENTERED for entry in self.entries)

    @property
    def news(self) -> frozenset[Event]:
        """The kinds of entry that this turn added."""
        return frozenset(entry.event for entry in self.entries)
