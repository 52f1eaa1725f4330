"""From a timescale to a deadline: the limit of a policy, counted from an event, with the count explained.

How time is counted says :mod:`bot.casework.reckoning`. Where the document can be read in more than one way (design,
section 4), every reading is counted and the earliest is the one shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from bot.casework.calendar import WorkingCalendar, end_of, local_date, say_date
from bot.casework.errors import BeyondCalendar
from bot.casework.reckoning import count
from bot.casework.stages import Limit, Reading
from bot.casework.vocabulary import Adjust, Force, Strength, Unit

UNTIMED = {
    Unit.NONE: "The policy gives no time limit here.",
    Unit.UNKNOWN: "The policy means a time limit here, but the document does not show it.",
}


@dataclass(frozen=True, slots=True)
class Deadline:
    """When one limit runs out for one case, and why then.

    ``due`` is a date in London (its end is meant); ``due_at`` an aware moment, only where the limit is in hours.
    Both are None where the document gives no time or the date cannot be counted; ``why`` then says so. ``strength`` is
    the document's word, None where it has none. ``shown`` marks the reading that people are shown, ``provisional`` a
    date counted from an event that has not been confirmed yet.
    """

    rule: str
    at: str
    on: str
    due: date | None
    due_at: datetime | None
    unit: Unit
    value: int | None
    strength: Strength | Force | None
    shown: bool
    why: str
    start: datetime | None = None
    provisional: bool = False
    agreed: bool = False

    @property
    def moment(self) -> datetime | None:
        """The instant after which it is missed, in UTC: ``due_at``, or the end of the day ``due`` in London."""
        if self.due_at is not None or self.due is None:
            return self.due_at
        return end_of(self.due)


@dataclass(frozen=True, slots=True)
class Agreed:
    """Dates that people set: by agreement of both agencies, and the date by which the person has to be safe."""

    by_agreement: date | None = None
    protect_by: date | None = None


NOTHING_AGREED = Agreed()


def deadlines(
    limit: Limit, start: datetime, calendar: WorkingCalendar, agreed: Agreed = NOTHING_AGREED
) -> tuple[Deadline, ...]:
    """Every reading of ``limit`` counted from ``start`` (aware), the shown one marked; never empty.

    A date that people set is never dropped in silence: it moves the limit, or ``why`` says what becomes of it.
    """
    if not limit.timed:
        return (_untimed(limit, start, agreed),)
    counted = (_counted(limit, reading, start, calendar) for reading in limit.all_readings)
    found = [item for base in counted for item in _adjusted(base, limit, start, agreed)]
    return (replace(found[0], shown=True),) if len(found) == 1 else _mark_earliest(found)


def shown(found: Sequence[Deadline]) -> Deadline:
    """The deadline that people are shown, out of the readings of one limit."""
    return next(item for item in found if item.shown)


def _mark_earliest(counted: Sequence[Deadline]) -> tuple[Deadline, ...]:
    dated = [item for item in counted if item.moment is not None]
    # A reading that cannot be counted yet leaves the one that can be; only where none can is no date shown.
    first = min(dated, key=lambda item: item.moment or datetime.max.replace(tzinfo=UTC)) if dated else counted[0]
    remark = f"The document can be read in more than one way{_why_this(counted)}."
    return tuple(
        replace(_noted(item, remark if item is first else "Another reading."), shown=item is first) for item in counted
    )


def _why_this(counted: Sequence[Deadline]) -> str:
    """Why the reading that is shown is the one: said of the dates as they are, so that it is true of them."""
    if len({item.moment for item in counted}) == 1:
        return ", and each gives the same date" if counted[0].moment else ""
    if any(item.moment is None for item in counted):
        return "; this is the date that can be counted"
    nearer = "date" if len({item.due for item in counted}) > 1 else "time"
    return f"; the earlier {nearer} is shown because it is the safer one"


def _untimed(limit: Limit, start: datetime, agreed: Agreed) -> Deadline:
    base = Deadline(
        rule=limit.rule, at=limit.at, on=limit.on, due=None, due_at=None, unit=limit.unit, value=None,
        strength=None if limit.strength is Strength.AGREED else limit.strength,
        shown=True, start=start, why=UNTIMED[limit.unit],
    )  # fmt: skip
    day, when = local_date(start), agreed.by_agreement
    if when is not None and when < day:
        base = _noted(base, _too_early(when, day))
    elif when is not None and Adjust.TRACK_AGREED in limit.adjust:
        why = f"The policy gives no time limit; {say_date(when)} is the date that the agencies agreed."
        base = replace(base, due=when, strength=Strength.AGREED, agreed=True, why=why)
    elif when is not None:
        base = _noted(base, f"{say_date(when)} is the date that the agencies agreed: keep to it.")
    return _protected(base, limit, day, agreed.protect_by)


def _counted(limit: Limit, reading: Reading, start: datetime, calendar: WorkingCalendar) -> Deadline:
    value = reading.value or None
    try:
        due, due_at, why = count(reading.unit, value or 0, start, calendar)
    except BeyondCalendar as error:
        due, due_at = None, None
        why = f"This cannot be counted yet: bank holidays are published only to the end of {error.last_year}."
    else:
        why = f"{why} {reading.why}" if reading.why else why
    return Deadline(
        rule=limit.rule, at=limit.at, on=limit.on, due=due, due_at=due_at,
        unit=reading.unit, value=value, strength=limit.strength, shown=False, start=start, why=why,
    )  # fmt: skip


def _adjusted(base: Deadline, limit: Limit, start: datetime, agreed: Agreed) -> list[Deadline]:
    """What the dates that people set make of a reading: one deadline, or two where both stand in the document."""
    day = local_date(start)
    found = _by_agreement(base, limit, day, agreed.by_agreement)
    return [_protected(item, limit, day, agreed.protect_by) for item in found]


def _by_agreement(base: Deadline, limit: Limit, day: date, when: date | None) -> tuple[Deadline, ...]:
    if when is None:
        return (base,)
    said = say_date(when)
    if when < day:
        return (_noted(base, _too_early(when, day)),)
    if Adjust.AGREEMENT in limit.adjust:
        return (_moved(base, when, f"{said} is the date that both agencies agreed"),)
    if when == base.due:
        return (_noted(base, "The agencies agreed on the same day."),)
    if Adjust.AGREEMENT_UNCLEAR in limit.adjust:
        allowed = "which one part of the document allows and another does not"
        other = _moved(base, when, f"{said} is the date that the agencies agreed, {allowed}")
        return base, replace(other, strength=Strength.AGREED)
    earlier = base.due is None or when < base.due
    if Adjust.SHORTENING in limit.adjust:
        if earlier:
            return (_moved(base, when, f"{said} is the earlier date that was agreed"),)
        return (_noted(base, f"A later date, such as {said}, cannot be agreed: this policy only shortens it."),)
    if earlier:
        kept = f"{said} is the date that the agencies agreed: keep to it. The policy's own limit does not move."
        return (_noted(base, kept),)
    return (_noted(base, f"The agreed date, {said}, does not move it: this policy gives no extension here."),)


def _protected(base: Deadline, limit: Limit, day: date, when: date | None) -> Deadline:
    if when is None:
        return base
    said = f"{say_date(when)}, the date by which the person has to be safe"
    if Adjust.PROTECTIVE_DATE not in limit.adjust:
        return _noted(base, f"The policy does not tie this to {said}: keep that date in sight all the same.")
    over = f"{said}, was over before {say_date(day)}, from which this counts: check it, and if it is right do not wait."
    if base.due is not None and base.due <= max(when, day):
        return base if when >= day else _noted(base, over)
    if when < day:
        return replace(base, due=day, due_at=None, why=f"{over} Otherwise: {base.why}")
    first = f"{say_date(when)} is the date by which the person has to be safe, which comes first"
    return replace(base, due=when, due_at=None, why=f"{first}; otherwise: {base.why}")


def _too_early(when: date, day: date) -> str:
    return (
        f"{say_date(when)}, the date that was agreed, is before {say_date(day)}, from which this counts, so it moves "
        "nothing here. If that date is wrong, put it right."
    )


def _moved(base: Deadline, when: date, because: str) -> Deadline:
    return replace(base, due=when, due_at=None, agreed=True, why=f"{because}; the policy's own date was: {base.why}")


def _noted(base: Deadline, what: str) -> Deadline:
    return replace(base, why=f"{base.why} {what}")
