"""What is said about sharing: on the page of a case, and to the colleague whom it concerns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.casework.calendar import local_date, london, say_date
from bot.casework.message import Block, Kind, Message, Shape
from bot.casework.permissions import Tie
from bot.casework.sharing import Look, Share
from bot.wording.recording import SHARED_AS

LOOKED_AS = {
    Tie.HELPER: "it is shared with them",
    Tie.READER: "it is shared with them",
    Tie.OVERSEER: "as a coordinator",
}
HERE_AS = {
    Tie.HELPER: "It is shared with you, to see and to act in.",
    Tie.READER: "It is shared with you, to see.",
    Tie.OVERSEER: "You see it as a coordinator.",
}
SOMEBODY = "A colleague"


@dataclass(frozen=True, slots=True)
class Line:
    """A person and what is said of them."""

    person: str
    name: str
    says: str


def shared(shares: Sequence[Share], names: Mapping[str, str]) -> list[Line]:
    """With whom a case is shared."""
    return [Line(s.person, names.get(s.person, SOMEBODY), f"{SHARED_AS[s.tie]}, {_since(s)}") for s in shares]


def looked(looks: Sequence[Look], names: Mapping[str, str]) -> list[Line]:
    """Who looked at it, and when."""
    return [Line(look.person, names.get(look.person, SOMEBODY), _when(look)) for look in looks]


def someone_elses(ties: frozenset[Tie], owner: str) -> str:
    """What a page says first to somebody whose case it is not."""
    tie = next((tie for tie in HERE_AS if tie in ties), None)
    return f"This is the case of {owner}. {HERE_AS[tie]} That you looked at it is recorded." if tie else ""


def told_shared(reference: str, tie: Tie) -> Message:
    """To a colleague who was let in."""
    line = f"A colleague has shared case {reference} with you, {SHARED_AS[tie]}. You find it under “Your cases”."
    return Message(Kind.ANSWER, (Block(Shape.TEXT, (line,)),))


def told_handed_over(references: Sequence[str]) -> Message:
    """To a colleague whose case it is now."""
    cases = f"Case {references[0]} was" if len(references) == 1 else f"Cases {', '.join(references)} were"
    line = f"{cases} handed over to you, with the reminders and dates. Look at “Your cases” today."
    return Message(Kind.ANSWER, (Block(Shape.TEXT, (line,)),))


def _since(share: Share) -> str:
    return f"since {say_date(local_date(share.at))}"


def _when(look: Look) -> str:
    return f"{say_date(local_date(look.at))}, {london(look.at):%H:%M}, {LOOKED_AS[look.tie]}"
