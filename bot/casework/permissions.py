"""Who may do what: one table. Its rows are what somebody is, to this Waymark or to one case; its columns, actions."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Action(StrEnum):
    """What can be done. Those that end in CASE are done to one case, and asked of what ties the person to it."""

    TALK = "talk"  # be advised, open cases of one's own, set one's own preferences
    SEE_OVERVIEW = "see_overview"  # of one's own organisation
    SEE_CASE = "see_case"  # page, record, forms, message
    ADD_TO_CASE = "add_to_case"  # tell, tick, note, move it on, answer its reminders
    SHARE_CASE = "share_case"  # let a colleague in, or out again
    HAND_OVER_CASE = "hand_over_case"  # make it somebody else's
    SEE_LOOKS_AT_CASE = "see_looks_at_case"  # who else has looked


class Role(StrEnum):
    """What a person is to this Waymark. The directory says it at sign-in."""

    PRACTITIONER = "practitioner"
    COORDINATOR = "coordinator"
    TRAINEE = "trainee"  # everybody in training mode, where nobody signs in


class Tie(StrEnum):
    """What ties a person to one case."""

    OWNER = "owner"
    HELPER = "helper"  # a colleague with whom it is shared, to act
    READER = "reader"  # a colleague with whom it is shared, to see
    OVERSEER = "overseer"  # a coordinator of the organisation to which it belongs
    NONE = "none"


_A = Action
_TABLE: Mapping[Role | Tie, frozenset[Action]] = {
    Role.PRACTITIONER: frozenset({_A.TALK}),
    Role.COORDINATOR: frozenset({_A.TALK, _A.SEE_OVERVIEW}),
    Role.TRAINEE: frozenset({_A.TALK, _A.SEE_OVERVIEW}),
    Tie.OWNER: frozenset({_A.SEE_CASE, _A.ADD_TO_CASE, _A.SHARE_CASE, _A.HAND_OVER_CASE, _A.SEE_LOOKS_AT_CASE}),
    Tie.HELPER: frozenset({_A.SEE_CASE, _A.ADD_TO_CASE}),
    Tie.READER: frozenset({_A.SEE_CASE}),
    Tie.OVERSEER: frozenset({_A.SEE_CASE, _A.HAND_OVER_CASE, _A.SEE_LOOKS_AT_CASE}),
    Tie.NONE: frozenset(),
}


def may(held: Role | Tie, action: Action) -> bool:
    """Whether somebody who is that may do this."""
    return action in _TABLE[held]


def may_with(ties: Collection[Tie], action: Action) -> bool:
    """Whether somebody with these ties to a case may do this to it."""
    return any(may(tie, action) for tie in ties)


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who asks for something: who they are, and what they are here.

    ``organisation`` is "" where this Waymark serves one organisation only.
    """

    id: str
    roles: frozenset[Role] = frozenset({Role.PRACTITIONER})
    organisation: str = ""

    def may(self, action: Action) -> bool:
        """Whether any of their roles lets them do this."""
        return any(may(role, action) for role in self.roles)

    def oversees(self, organisation: str) -> bool:
        """Whether they coordinate that organisation."""
        return Role.COORDINATOR in self.roles and self.organisation == organisation
