"""From a timescale to a deadline: the limit of a policy, counted from an event, with the count explained.

Counting (design, section 4): the day of the event is day 0; n working days end with the n-th working day after it;
hours are elapsed hours; "same working day" and "immediately" never roll to Monday; where the document leaves the
unit open, every reading is counted and the earliest is the one shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from bot.casework.calendar import SATURDAY, WorkingCalendar, end_of, local_date, say_date, say_moment
from bot.casework.errors import BeyondCalendar
from bot.casework.stages import Limit, Reading
from bot.casework.vocabulary import Adjust, Strength, Unit

UNTIMED = {
    Unit.NONE: "The policy gives no time limit here.",
    Unit.UNKNOWN: "The policy means a time limit here, but the document does not show it.",
}


@dataclass(frozen=True, slots=True)
class Deadline:
    """When one limit runs out for one case, and why then.

    ``due`` is a date in London (its end is meant); ``due_at`` an aware moment, only where the limit is in hours.
    Both are None where the document gives no time or the date cannot be counted; ``why`` then says so. ``shown``
    marks the reading that people are shown. ``provisional`` marks a date counted from an event that has not been
    confirmed yet.
    """

    rule: str
    at: str
    on: str
    due: date | None
    due_at: datetime | None
    unit: Unit
    value: int | None
    strength: Strength
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


def deadlines(
    limit: Limit, start: datetime, calendar: WorkingCalendar, agreed: Agreed = Agreed()
) -> tuple[Deadline, ...]:
    """Every reading of ``limit`` counted from ``start`` (aware), the shown one marked; never empty."""
    if not limit.timed:
        return (_untimed(limit, start, agreed),)
    readings = limit.all_readings
    counted = [_counted(limit, reading, start, calendar, agreed, alone=len(readings) == 1) for reading in readings]
    return (counted[0],) if len(counted) == 1 else _mark_earliest(counted)


def shown(found: Sequence[Deadline]) -> Deadline:
    """The deadline that people are shown, out of the readings of one limit."""
    return next(item for item in found if item.shown)


def _mark_earliest(counted: Sequence[Deadline]) -> tuple[Deadline, ...]:
    dated = [item for item in counted if item.moment is not None]
    # A reading that cannot be counted yet leaves the one that can be; only where none can is no date shown.
    first = min(dated, key=lambda item: item.moment or datetime.max.replace(tzinfo=UTC)) if dated else counted[0]
    remark = " The document leaves the unit open; the earlier date is shown because it is the safer one."
    return tuple(
        replace(item, shown=item is first, why=item.why + (remark if item is first else " Another reading."))
        for item in counted
    )


def _untimed(limit: Limit, start: datetime, agreed: Agreed) -> Deadline:
    base = Deadline(
        rule=limit.rule, at=limit.at, on=limit.on, due=None, due_at=None, unit=limit.unit, value=None,
        strength=limit.strength, shown=True, start=start, why=UNTIMED[limit.unit],
    )  # fmt: skip
    if agreed.by_agreement is None or Adjust.TRACK_AGREED not in limit.adjust:
        return base
    why = f"The policy gives no time limit; {say_date(agreed.by_agreement)} is the date that the agencies agreed."
    return replace(base, due=agreed.by_agreement, strength=Strength.AGREED, agreed=True, why=why)


def _counted(
    limit: Limit, reading: Reading, start: datetime, calendar: WorkingCalendar, agreed: Agreed, *, alone: bool
) -> Deadline:
    value = reading.value or None
    try:
        due, due_at, why = _count(reading.unit, value or 0, start, calendar)
    except BeyondCalendar as error:
        due, due_at = None, None
        why = f"This cannot be counted yet: bank holidays are published only to the end of {error.last_year}."
    else:
        why = f"{why} {reading.why}" if reading.why else why
    base = Deadline(
        rule=limit.rule, at=limit.at, on=limit.on, due=due, due_at=due_at,
        unit=reading.unit, value=value, strength=limit.strength, shown=alone, start=start, why=why,
    )  # fmt: skip
    return _adjusted(base, limit, agreed)


def _count(unit: Unit, value: int, start: datetime, calendar: WorkingCalendar) -> tuple[date, datetime | None, str]:
    """The day, the moment where hours are counted, and how it was counted. Raises BeyondCalendar."""
    day = local_date(start)
    match unit:
        case Unit.WORKING_DAYS:
            due, why = _in_working_days(value, day, calendar)
            return due, None, why
        case Unit.CALENDAR_DAYS:
            why = f"{_plural(value, 'calendar day')} after {say_date(day)}, weekends and bank holidays included."
            return day + timedelta(days=value), None, why
        case Unit.HOURS:
            due_at = start.astimezone(UTC) + timedelta(hours=value)
            since = f"{_plural(value, 'hour')} after {say_moment(start)}"
            return local_date(due_at), due_at, f"{since}, counted by the clock, nights and weekends included."
        case Unit.WORKING_HOURS:
            due_at = calendar.hours_after(start, value)
            why = f"{_plural(value, 'working hour')} after {say_moment(start)}, counted while the office is open."
            return local_date(due_at), due_at.astimezone(UTC), why
        case Unit.SAME_WORKING_DAY:
            return day, None, f"The same day, {say_date(day)}; it never waits for a working day."
        case _:
            return day, None, f"Immediately, on {say_date(day)}; it never waits for a working day."


@lru_cache(maxsize=1024)
def _in_working_days(value: int, day: date, calendar: WorkingCalendar) -> tuple[date, str]:
    """That many working days after the day, and how they were counted. Kept: what is due on one morning began on one of
    a few days. Raises BeyondCalendar."""
    due = calendar.after(day, value)
    return due, _working_days(value, day, due, calendar)


def _working_days(value: int, day: date, due: date, calendar: WorkingCalendar) -> str:
    holidays = [_holiday(when, name) for when, name in calendar.skipped(day, due)]
    skipped = "weekends" if not holidays else "weekends, " + _listed(holidays)
    passed_weekend = (due - day).days >= ((SATURDAY - day.weekday()) % 7 or 1)
    if not holidays and not passed_weekend:
        return f"{_plural(value, 'working day')} after {say_date(day)}."
    if holidays and not passed_weekend:
        skipped = _listed(holidays)
    return f"{_plural(value, 'working day')} after {say_date(day)}, not counting {skipped}."


def _holiday(when: date, name: str) -> str:
    """One that is skipped, as GOV.UK calls a day in the place of one at a weekend."""
    plain = name.removesuffix(" (observed)")
    return f"{plain} ({say_date(when)})" if plain == name else f"{plain} (substitute day, {say_date(when)})"


def _adjusted(base: Deadline, limit: Limit, agreed: Agreed) -> Deadline:
    base = _by_agreement(base, limit, agreed.by_agreement)
    return _protected(base, limit, agreed.protect_by)


def _by_agreement(base: Deadline, limit: Limit, when: date | None) -> Deadline:
    if when is None:
        return base
    if Adjust.AGREEMENT in limit.adjust:
        why = f"{say_date(when)} is the date that both agencies agreed; the policy's own date was: {base.why}"
        return replace(base, due=when, due_at=None, why=why, agreed=True)
    if Adjust.SHORTENING in limit.adjust:
        if base.due is None or when < base.due:
            why = f"{say_date(when)} is the earlier date that was agreed; the policy's own date was: {base.why}"
            return replace(base, due=when, due_at=None, why=why, agreed=True)
        return replace(
            base, why=f"{base.why} A later date cannot be agreed: this policy only allows it to be shortened."
        )
    return replace(base, why=f"{base.why} An agreed date does not move it: this policy gives no extension here.")


def _protected(base: Deadline, limit: Limit, when: date | None) -> Deadline:
    if when is None:
        return base
    if Adjust.PROTECTIVE_DATE not in limit.adjust:
        return replace(base, why=f"{base.why} This policy does not tie the limit to a protective date.")
    if base.due is not None and base.due <= when:
        return base
    why = f"{say_date(when)} is the date by which the person has to be safe, which comes first; otherwise: {base.why}"
    return replace(base, due=when, due_at=None, why=why)


def _plural(value: int, noun: str) -> str:
    return f"{value} {noun}" + ("" if value == 1 else "s")


def _listed(items: Sequence[str]) -> str:
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + " or " + items[-1]
