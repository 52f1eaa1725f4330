"""Working days and how dates are said. London's clock decides on which day a moment falls."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property, lru_cache
from zoneinfo import ZoneInfo

from bot.casework.errors import BeyondCalendar

LONDON = ZoneInfo("Europe/London")
SATURDAY = 5
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class WorkingCalendar:
    """The working days of one nation: Monday to Friday that is no bank holiday.

    ``bank_holidays`` maps each date to its name; ``published_until`` is the last day for which the nation has published
    its list. Nothing is counted past that day: :class:`BeyondCalendar` is raised instead of a guess. One is equal to
    itself alone, so that what was counted by it can be kept.
    """

    bank_holidays: Mapping[date, str]
    published_until: date
    office: Mapping[int, tuple[time, time]] = field(default_factory=dict)
    """The hours in which working hours are counted, by weekday; without any they cannot be counted."""

    def keeping(self, office: Mapping[int, tuple[time, time]]) -> WorkingCalendar:
        """The same days with these office hours."""
        return self if office == self.office else replace(self, office=office)

    def hours_after(self, moment: datetime, working_hours: int) -> datetime:
        """The moment at which that many office hours have gone by. Raises BeyondCalendar past the published list."""
        if not self.office:
            raise ValueError("working hours cannot be counted without office hours")
        left, day, begun = timedelta(hours=working_hours), local_date(moment), london(moment)
        while True:
            for opens, closes in self._open_on(day):
                first = max(begun, datetime.combine(day, opens, LONDON))
                last = datetime.combine(day, closes, LONDON)
                if last - first >= left:
                    return first + left
                left -= max(last - first, timedelta(0))
            day += timedelta(days=1)

    def _open_on(self, day: date) -> list[tuple[time, time]]:
        if day > self.published_until:
            raise BeyondCalendar(self.published_until.year)
        hours = self.office.get(day.weekday())
        return [hours] if hours and day not in self.bank_holidays else []

    def is_working_day(self, day: date) -> bool:
        """Whether people can be expected at work. Raises BeyondCalendar past the published list."""
        if day > self.published_until:
            raise BeyondCalendar(self.published_until.year)
        return day.weekday() < SATURDAY and day not in self.bank_holidays

    def seems_working_day(self, day: date) -> bool:
        """For reading "two working days ago", which counts nothing: past the published list every weekday seems one."""
        try:
            return self.is_working_day(day)
        except BeyondCalendar:
            return day.weekday() < SATURDAY

    def seeming_day_before(self, day: date) -> date:
        """The last day before ``day`` that seems a working day, for reminding of something that is due then."""
        day -= timedelta(days=1)
        while not self.seems_working_day(day):
            day -= timedelta(days=1)
        return day

    def after(self, day: date, working_days: int) -> date:
        """The n-th working day after ``day``, which itself is day 0 whatever kind of day it is.

        Raises BeyondCalendar past the published list.
        """
        while working_days > 0:
            day += timedelta(days=1)
            working_days -= self.is_working_day(day)
        return day

    def skipped(self, start: date, end: date) -> list[tuple[date, str]]:
        """The bank holidays on weekdays after ``start``, up to and including ``end``: what an explanation names."""
        first, last = (bisect_right(self._on_weekdays, day) for day in (start, end))
        return [(day, self.bank_holidays[day]) for day in self._on_weekdays[first:last]]

    @cached_property
    def _on_weekdays(self) -> list[date]:
        return sorted(day for day in self.bank_holidays if day.weekday() < SATURDAY)


def local_date(moment: datetime) -> date:
    """The date in London at that moment."""
    return moment.astimezone(LONDON).date()


def london(moment: datetime) -> datetime:
    """The moment on London's clock. A naive one is read as London's time (the earlier where an hour comes twice)."""
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=LONDON)
    return moment.astimezone(UTC).astimezone(LONDON)


def start_of(day: date) -> datetime:
    """Midnight in London at which the day begins, for events of which only the date is known."""
    return datetime(day.year, day.month, day.day, tzinfo=LONDON)


@lru_cache(maxsize=4096)
def end_of(day: date) -> datetime:
    """Midnight in London at which the day ends, in UTC: it is asked for again and again, and costs a look at the time
    zone."""
    return start_of(day + timedelta(days=1)).astimezone(UTC)


def say_date(day: date) -> str:
    """A date that nobody can misread: "Thursday 24 December 2026"."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def say_moment(moment: datetime) -> str:
    """A moment on London's clock: "Friday 6 November 2026, 16:00 (London time)"."""
    local = london(moment)
    return f"{say_date(local.date())}, {local:%H:%M} (London time)"
