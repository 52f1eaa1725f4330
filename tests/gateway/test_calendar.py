"""Deadlines in a calendar: valid by RFC 5545, changed in place, called off when gone, and nobody else's to read."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
from icalendar import Alarm, Event
from sqlalchemy import insert, select
from werkzeug.test import TestResponse

from bot.casework.diary import Appointment
from bot.storage import addresses, cases
from bot.storage.people import people
from tests.gateway.conftest import Visitor
from tests.gateway.opening import open_gateway
from tests.gateway.standins import House
from tests.gateway.test_preferences import change, person_of

CASE = "W-7K2M9QD"
DUE = Appointment(
    name="w-7k2m9qd.glos-2g.2",
    title=f"{CASE}, Stage 2: resolution at Stage 2, due",
    rule="GLOS-2g",
    due=date(2027, 1, 4),
    due_at=None,
    before=date(2026, 12, 31),
    tentative=False,
)
TIMED = Appointment(
    name="w-7k2m9qd.telf-3a.3",
    title=f"{CASE}, Stage 3: the written referral, um Mitternacht – „Ä“; \\ , due by 16:00",
    rule="TELF-3a",
    due=date(2027, 6, 3),
    due_at=datetime(2027, 6, 3, 15, 0, tzinfo=UTC),
    before=date(2027, 6, 2),
    tentative=True,
)


def runs(house: House, *dates: Appointment, case: str = CASE) -> None:
    """The dates of the case of the visitor who came last, from now on."""
    person = person_of(house)
    house.dates.setdefault(person, {})
    house.dates[person] = {**house.dates[person], case: dates}
    row = {"person": person, "version": 0, "status": "open", "opened_at": house.clock.now()}
    with house.database.transaction() as connection:
        if not connection.scalar(select(cases.cases.c.reference).where(cases.cases.c.reference == case)):
            connection.execute(insert(cases.cases).values(reference=case, changed_at=house.clock.now(), **row))


def feed(visitor: Visitor) -> str:
    """The address of a new feed, as a path."""
    found = re.findall(r'value="https://waymark.example(/calendar/[\w-]+\.ics)"', change(visitor, do="open").text)
    assert len(found) == 1
    return str(found[0])


def events(response: TestResponse) -> list[Event]:
    assert response.status_code == 200 and response.content_type == "text/calendar; charset=utf-8"
    return list(icalendar.Calendar.from_ical(response.data).walk("VEVENT"))  # type: ignore[arg-type]


def of_case(visitor: Visitor) -> list[Event]:
    return events(visitor.client.get(f"/cases/{CASE}/calendar.ics"))


def test_it_is_what_the_rfc_demands(visitor: Visitor, house: House) -> None:
    runs(house, DUE, TIMED)
    response = visitor.client.get(f"/cases/{CASE}/calendar.ics")
    data = response.data

    assert data.endswith(b"END:VCALENDAR\r\n") and b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 75
    calendar = icalendar.Calendar.from_ical(data)
    assert calendar["VERSION"] == "2.0" and calendar["PRODID"] and not calendar.errors
    for event in calendar.walk("VEVENT"):
        assert not event.errors
        for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY", "SEQUENCE"):
            assert not isinstance(event[name], list), f"{name} stands once"
        assert event["DTSTAMP"].dt.utcoffset() == timedelta(0)
        for alarm in event.walk("VALARM"):
            assert alarm["ACTION"] == "DISPLAY" and alarm["TRIGGER"] and alarm["DESCRIPTION"]


def test_a_day_is_a_whole_day_with_alarms_on_two_mornings(visitor: Visitor, house: House) -> None:
    runs(house, DUE)
    (event,) = of_case(visitor)

    assert event["DTSTART"].dt == date(2027, 1, 4) and event["DTSTART"].params["VALUE"] == "DATE"
    assert event["DTEND"].dt == date(2027, 1, 5)
    assert event["SUMMARY"] == DUE.title and event["STATUS"] == "CONFIRMED"
    at = [datetime(2027, 1, 4) + alarm["TRIGGER"].dt for alarm in _alarms(event)]
    assert at == [datetime(2026, 12, 31, 9), datetime(2027, 1, 4, 9)]


def test_hours_end_at_a_time_in_london(visitor: Visitor, house: House) -> None:
    runs(house, TIMED)
    response = visitor.client.get(f"/cases/{CASE}/calendar.ics")
    (event,) = events(response)

    assert event["DTSTART"].params["TZID"] == "Europe/London"
    assert event["DTSTART"].dt == datetime(2027, 6, 3, 16, 0, tzinfo=ZoneInfo("Europe/London"))
    assert event["SUMMARY"] == TIMED.title and event["STATUS"] == "TENTATIVE"
    assert [alarm["TRIGGER"].dt for alarm in _alarms(event)] == [timedelta(hours=-2)]
    (zone,) = icalendar.Calendar.from_ical(response.data).walk("VTIMEZONE")
    assert zone["TZID"] == "Europe/London"


@pytest.mark.parametrize("year", [2026, 2027, 2028, 2031])
def test_the_zone_that_is_sent_sets_the_clocks_when_london_does(visitor: Visitor, house: House, year: int) -> None:
    runs(house, TIMED)
    data = visitor.client.get(f"/cases/{CASE}/calendar.ics").data
    zone = next(iter(icalendar.Calendar.from_ical(data).walk("VTIMEZONE"))).to_tz()  # type: ignore[attr-defined]
    london, hour = ZoneInfo("Europe/London"), datetime(year, 1, 1, 0, 30)
    while hour.year == year:
        assert hour.replace(tzinfo=zone).utcoffset() == hour.replace(tzinfo=london).utcoffset(), hour
        hour += timedelta(hours=6) if hour.month not in (3, 10) else timedelta(hours=1)


def test_nothing_of_the_case_is_told_but_what_is_due(visitor: Visitor, house: House) -> None:
    runs(house, DUE)
    (event,) = of_case(visitor)
    assert event["DESCRIPTION"].startswith("Rule GLOS-2g. What to do now is in Waymark: https://waymark.example")
    assert event["CLASS"] == "PRIVATE" and event["TRANSP"] == "TRANSPARENT"


def test_a_date_that_moves_stays_the_same_event(visitor: Visitor, house: House) -> None:
    runs(house, DUE)
    (before,) = of_case(visitor)
    house.clock.moment += timedelta(days=1)
    runs(house, _moved(DUE, date(2027, 1, 8)))
    (after,) = of_case(visitor)

    assert before["UID"] == after["UID"] == "w-7k2m9qd.glos-2g.2@waymark.example"
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 1)
    assert after["DTSTART"].dt == date(2027, 1, 8) and after["DTSTAMP"].dt > before["DTSTAMP"].dt


def test_a_date_that_is_gone_is_called_off_and_may_come_back(visitor: Visitor, house: House) -> None:
    runs(house, DUE)
    of_case(visitor)
    runs(house)
    (gone,) = of_case(visitor)
    assert (gone["STATUS"], gone["SEQUENCE"], _alarms(gone)) == ("CANCELLED", 1, [])
    assert gone["DTSTART"].dt == DUE.due and gone["SUMMARY"] == DUE.title

    runs(house, DUE)
    (back,) = of_case(visitor)
    assert (back["STATUS"], back["SEQUENCE"], back["UID"]) == ("CONFIRMED", 2, gone["UID"])

    runs(house)
    of_case(visitor)
    house.clock.moment += timedelta(days=61)
    assert of_case(visitor) == [], "by now every calendar has heard of it"


def test_looking_again_changes_nothing_and_says_so(visitor: Visitor, house: House) -> None:
    runs(house, DUE)
    address = feed(visitor)
    first = visitor.client.get(address)
    house.clock.moment += timedelta(hours=5)
    again = visitor.client.get(address)
    assert first.data == again.data and first.headers["ETag"] == again.headers["ETag"]

    kept = visitor.client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert kept.status_code == 304 and kept.data == b""
    runs(house, _moved(DUE, date(2027, 1, 8)))
    assert visitor.client.get(address, headers={"If-None-Match": first.headers["ETag"]}).status_code == 200


def test_a_feed_holds_every_case_and_needs_no_cookie(visitor: Visitor, house: House) -> None:
    runs(house, DUE)
    runs(house, _moved(DUE, DUE.due, name="w-other.warr-t1"), case="W-OTHER22")
    address = feed(visitor)
    program = open_gateway(house.door()).test_client()
    response = program.get(address)

    assert len(events(response)) == 2
    assert "Set-Cookie" not in response.headers and "no-cache" in response.headers["Cache-Control"]
    assert program.head(address).status_code == 200


def test_a_feed_is_revoked_by_a_new_one_and_by_stopping(visitor: Visitor, house: House) -> None:
    runs(house, DUE)
    first = feed(visitor)
    second = feed(visitor)
    assert visitor.client.get(first).status_code == 404 and visitor.client.get(second).status_code == 200

    change(visitor, do="close")
    assert visitor.client.get(second).status_code == 404


@pytest.mark.parametrize("secret", ["x", "a" * 43, "..%2f..%2fetc", "%00", "é", "'; DROP TABLE feeds; --"])
def test_a_guess_is_nobodys(visitor: Visitor, house: House, secret: str) -> None:
    feed(visitor)
    assert visitor.client.get(f"/calendar/{secret}.ics").status_code == 404


def test_somebody_elses_case_is_not_there(arrive: Callable[[], Visitor], house: House) -> None:
    mine = arrive()
    runs(house, DUE)
    theirs = arrive()
    assert mine.client.get(f"/cases/{CASE}/calendar.ics").status_code == 200
    assert theirs.client.get(f"/cases/{CASE}/calendar.ics").status_code == 404
    assert open_gateway(house.door()).test_client().get(f"/cases/{CASE}/calendar.ics").status_code == 401


def test_an_empty_calendar_is_valid(visitor: Visitor, house: House) -> None:
    response = visitor.client.get(feed(visitor))
    assert events(response) == [] and b"BEGIN:VCALENDAR" in response.data


def test_nobody_left_behind_in_the_tables(visitor: Visitor, house: House) -> None:
    """The person's row decides: what hangs on it goes with it."""
    runs(house, DUE)
    address = feed(visitor)
    person = person_of(house)
    with house.database.transaction() as connection:
        connection.execute(people.delete().where(people.c.id == person))
        assert not connection.execute(select(addresses.addresses).where(addresses.addresses.c.person == person)).all()
    assert visitor.client.get(address).status_code == 404


def _alarms(event: Event) -> list[Alarm]:
    return list(event.walk("VALARM"))  # type: ignore[arg-type]


def _moved(item: Appointment, due: date, name: str = "") -> Appointment:
    return Appointment(name or item.name, item.title, item.rule, due, item.due_at, item.before, item.tentative)
