"""Deadlines in words: when a limit runs out and how that was counted, other limits and readings, and what is late."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from bot.casework.advice import Advice, Running
from bot.casework.calendar import local_date, say_date, say_moment
from bot.casework.message import Block, Shape
from bot.casework.timescale import Deadline
from bot.casework.vocabulary import Strength, Trigger, Unit
from bot.wording.shaping import capital, caution, small, text

WORDED: Mapping[str, str] = {
    Strength.GUIDE: "The policy calls this a guide.",
    Strength.SHOULD: "The policy says “should”.",
    Strength.MUST: "The policy says “must”.",
    Strength.WILL: "The policy says “will”.",
}


def deadline_blocks(found: Advice) -> list[Block]:
    """The deadline that matters, how it was counted, and everything else that the document says of time."""
    if found.headline is None:
        return [text("The policy gives no time limit for this stage.")]
    blocks = [deadline_block(found.headline, found), *overdue(found)]
    blocks += [small(line) for line in (found.headline.limit.start_note, found.headline.limit.note) if line]
    blocks += [*other_readings(found.headline), *_agreeable(found)]
    return blocks + [small(_also(item)) for item in found.also]


def deadline_in_short(found: Advice) -> list[Block]:
    """The deadline alone, and a word on another limit only where that one runs out earlier."""
    if found.headline is None:
        return [text("The policy gives no time limit for this stage.")]
    blocks = [deadline_block(found.headline, found), *overdue(found), *other_readings(found.headline)]
    return blocks + _agreeable(found) + stricter(found)


def deadline_block(item: Running, found: Advice) -> Block:
    """When a limit runs out, and how that was counted."""
    deadline = item.deadline
    if deadline.due is None:
        none = "The document does not show it" if item.limit.unit is Unit.UNKNOWN else "No time limit here"
        no_date = "No date can be given yet" if item.limit.timed else none
        return Block(Shape.DEADLINE, (no_date, f"{deadline.why} ({item.limit.at})"), capital(item.limit.on))
    when = say_moment(deadline.due_at) if deadline.due_at else say_date(deadline.due)
    counted = " ".join(filter(None, [deadline.why, strength(deadline), f"({item.limit.at})"]))
    if deadline.provisional:
        counted = f"Counted from the day on which this stage began, until you tell me that it has started. {counted}"
    return Block(Shape.DEADLINE, (when, counted), f"{capital(item.limit.on)}, by")


def strength(deadline: Deadline) -> str:
    """How strongly the policy words the limit; nothing where the agencies agreed on the date, which is said already."""
    if deadline.agreed:
        return ""
    return WORDED.get(deadline.strength or "", "")


def other_readings(item: Running) -> list[Block]:
    """What else the document may mean, where that is another time."""
    others = [other for other in item.others if other.due and other.moment != item.deadline.moment]
    return [small(f"The other reading gives {say_date(other.due)}: {other.why}") for other in others if other.due]


def _agreeable(found: Advice) -> list[Block]:
    """Where the policy gives no time, the date that both sides agree on is worth having."""
    item = found.headline
    if item is None or item.limit.timed or item.deadline.due or not item.limit.agreeable:
        return []
    return [text("Agree a date with the other agency and tell me which: I keep track of it.")]


def _also(item: Running) -> str:
    deadline, limit = item.deadline, item.limit
    if deadline.due is None:
        return f"{capital(limit.on)}: no time is given ({limit.at})."
    guide = "as a guide, " if limit.strength is Strength.GUIDE else ""
    then = ", counted from the day on which the stage began" if deadline.provisional else ""
    note = f" {limit.note}" if limit.note else ""
    return capital(f"{guide}{limit.on} by {say_date(deadline.due)}{then}. {deadline.why}{note} ({limit.at})")


def stricter(found: Advice) -> list[Block]:
    """Other limits of the document that run out before the one that matters first."""
    due = found.headline.deadline.due if found.headline else None
    sooner = [item for item in found.also if item.deadline.due and (due is None or item.deadline.due < due)]
    return [caution(_sooner(item, found.now)) for item in sooner]


def _sooner(item: Running, now: datetime) -> str:
    deadline, limit = item.deadline, item.limit
    when = say_date(deadline.due) if deadline.due else ""
    over = deadline.due is not None and deadline.due < local_date(now)
    then = "That day is over, so do not wait for the later one." if over else "To be safe, aim for that date."
    return f"Another part of the document is stricter: {limit.on} by {when} ({limit.at}). {then}"


def overdue(found: Advice) -> list[Block]:
    """How long the date has passed, and what follows from that."""
    due = found.headline.deadline.due if found.headline else None
    if not found.overdue or due is None:
        return []
    late = (local_date(found.now) - due).days
    since = f"{late} day{'s' if late != 1 else ''} ago" if late > 0 else "today"
    after = found.next_stage
    silent = "Silence counts as an answer here. " if Trigger.NO_ANSWER in found.stage.move_up else ""
    onward = f"{silent}If it is not settled, go to {after.label} now: {after.contact_next}." if after else ""
    missed = " ".join(f"{step.do} ({step.at})" for step in found.policy.missed)
    return [caution(" ".join(filter(None, [f"This date passed {since}.", onward, missed])))]
