"""Dates as iCalendar (RFC 5545), in the part of it that Outlook, Google and Apple understand alike."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from icalendar import Alarm, Calendar, Event, Timezone

from bot.casework.calendar import LONDON
from bot.storage.calendars import Published

REFRESH = timedelta(hours=1)
MORNING = timedelta(hours=9)
SHORTLY_BEFORE = timedelta(hours=2)
# The library can make one itself, but sets the clocks an hour late.
_LONDON = """BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
DTSTART:19810329T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:BST
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:GMT
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
END:STANDARD
END:VTIMEZONE
"""


def as_ics(items: Iterable[Published], name: str, link: str) -> bytes:
    """A calendar of that name. ``link`` is where Waymark is opened in a browser."""
    items = list(items)
    made = Calendar()
    made.add("version", "2.0")
    made.add("prodid", "-//Waymark//Deadlines//EN")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("name", name)  # RFC 7986; the names with X- are for programs that do not know it
    made.add("x-wr-calname", name)
    made.add("x-wr-timezone", "Europe/London")
    made.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", "PT1H")
    if any(item.content["due_at"] for item in items):
        made.add_component(Timezone.from_ical(_LONDON))
    for item in items:
        made.add_component(_event(item, link))
    return bytes(made.to_ical())


def _event(item: Published, link: str) -> Event:
    about, event = item.content, Event()
    event.add("uid", item.uid)
    event.add("sequence", item.sequence)
    event.add("dtstamp", item.changed_at)
    event.add("last-modified", item.changed_at)
    event.add("summary", about["title"])
    event.add("description", _description(about, link))
    event.add("url", link)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    event.add("x-microsoft-cdo-busystatus", "FREE")
    event.add("status", _status(item))
    due = date.fromisoformat(about["due"])
    if about["due_at"]:
        event.add("dtstart", datetime.fromisoformat(about["due_at"]).astimezone(LONDON))
    else:
        event.add("dtstart", due)
        event.add("dtend", due + timedelta(days=1))  # the first day that is not part of it
    if item.live:
        for before in _alarms(about, due):
            event.add_component(_alarm(before, about["title"]))
    return event


def _status(item: Published) -> str:
    if not item.live:
        return "CANCELLED"
    return "TENTATIVE" if item.content["tentative"] else "CONFIRMED"


def _description(about: dict[str, Any] | Any, link: str) -> str:
    tentative = "Counted from a day that has not been confirmed. " if about["tentative"] else ""
    return (
        f"{tentative}Rule {about['rule']}. What to do now is in Waymark: {link}\n"
        "If a child or adult is in danger now, call 999."
    )


def _alarms(about: Any, due: date) -> list[timedelta]:
    """The mornings of the working day before and of the day itself; before a time of day, two hours."""
    if about["due_at"]:
        return [-SHORTLY_BEFORE]
    days = (due - date.fromisoformat(about["before"])).days
    return [MORNING - timedelta(days=days), MORNING]


def _alarm(trigger: timedelta, says: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", says)
    alarm.add("trigger", trigger)
    return alarm
