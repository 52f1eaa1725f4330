"""Whether somebody in Teams has a part in Waymark: what the directory said when they signed in last, while it holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.casework.permissions import Role
from bot.channels.teams.desk import Desk
from bot.channels.teams.work import Tools
from bot.storage import colleagues, identities
from bot.storage.base import Database
from tests.gateway.standins import START, House
from tests.signin.office import COORDINATOR, PRACTITIONER, Colleague, Waymark, vouched
from tests.teams.conftest import TENANT
from tests.teams.people import Practitioner
from tests.teams.servers import Teams, texts

OBJECT = "99999999-0000-0000-0000-000000000001"
DAY = timedelta(days=1)
Told = Callable[[str], str]


@pytest.fixture
def waymark(house: House) -> Waymark:
    return Waymark(house)


@pytest.fixture
def tools(tools: Tools, waymark: Waymark) -> Tools:
    return replace(tools, has_part=waymark.sign_ins.counts_in_teams)


def sign_in(waymark: Waymark, *roles: Role) -> Colleague:
    """In a browser, as the same person of the same directory."""
    ann = replace(vouched("ann", *roles), provider=identities.directory(TENANT), subject=OBJECT)
    waymark.office.people["ann"] = ann
    colleague = waymark.browser("ann")
    assert colleague.sign_in().status_code == 303
    return colleague


@pytest.fixture
def told(practitioner: Practitioner, teams: Teams, desk: Desk) -> Told:
    def said(text: str) -> str:
        before = len(teams.sent)
        practitioner.say(text)
        while desk.work_off():
            pass
        return "\n".join(texts(each) for each in teams.sent[before:])

    return said


def later(waymark: Waymark, by: timedelta) -> None:
    waymark.house.clock.set(waymark.house.clock.now() + by)


def refused(said: str) -> bool:
    return "Please sign in once" in said and "call 999" in said and "https://waymark.example/" in said


def test_who_never_signed_in_is_asked_to_and_nothing_is_kept(told: Told, house: House) -> None:
    assert refused(told("They closed the case, he has a knife"))
    assert house.assistant.asked == []


@pytest.mark.parametrize("role", [PRACTITIONER, COORDINATOR])
def test_a_sign_in_counts_for_thirty_days(told: Told, waymark: Waymark, role: Role) -> None:
    sign_in(waymark, role)
    assert not refused(told("They closed the case."))
    later(waymark, 30 * DAY - timedelta(minutes=1))
    assert not refused(told("They closed it again."))
    later(waymark, timedelta(minutes=1))
    assert refused(told("And once more they did."))
    sign_in(waymark, role)
    assert not refused(told("Now I have signed in."))


@pytest.mark.parametrize("gone", ["the role", "the account"])
def test_what_the_directory_takes_away_ends_in_teams_too(told: Told, waymark: Waymark, gone: str) -> None:
    ann = sign_in(waymark, PRACTITIONER)
    if gone == "the role":
        waymark.office.now_is("ann")
    else:
        del waymark.office.people["ann"]
    later(waymark, timedelta(minutes=15))
    ann.get("/cases")

    assert refused(told("They closed the case."))


def test_where_teams_alone_decides_nobody_is_asked(waymark: Waymark) -> None:
    settings = replace(waymark.sign_ins.settings, in_teams=None)
    assert replace(waymark.sign_ins, settings=settings).counts_in_teams("somebody", waymark.house.clock.now())


def test_who_has_no_part_any_more_is_told_apart_from_who_never_came(database: Database, waymark: Waymark) -> None:
    ann, ben = waymark.employ("ann", PRACTITIONER), waymark.employ("ben", PRACTITIONER)
    people = {waymark.person(ann), waymark.person(ben), waymark.house.conversation.begin("s" * 43, START)}
    gone = waymark.person(ann)
    waymark.office.now_is("ann")
    later(waymark, timedelta(minutes=15))
    ann.get("/cases")

    with database.reading() as connection:
        assert colleagues.disowned(connection, people) == {gone}
