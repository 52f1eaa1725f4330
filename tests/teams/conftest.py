"""A gateway with Teams as a way in, over stand-ins for the assistant and for Microsoft's servers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import pytest

from bot.channels.teams.admission import TeamsAdmission
from bot.channels.teams.connector import Connector
from bot.channels.teams.credentials import NoTokens
from bot.channels.teams.desk import Desk
from bot.channels.teams.keys import SigningKeys
from bot.channels.teams.reception import Reception
from bot.channels.teams.route import blueprint
from bot.channels.teams.work import Tools, Work
from bot.door import Door
from bot.gateway import create_app
from bot.storage import Database
from tests.gateway.standins import NET, House
from tests.teams.people import Practitioner
from tests.teams.servers import APP, TENANT, Keys, Teams

HOSTS = frozenset({"smba.trafficmanager.net"})


@dataclass(frozen=True)
class Loopback(TeamsAdmission):
    """The real admission, that may also tell the connector of these tests."""

    connector: str = ""

    def may_be_told(self, service_url: str) -> bool:
        return service_url.rstrip("/") == self.connector or TeamsAdmission.may_be_told(self, service_url)


@pytest.fixture
def keys() -> Iterator[Keys]:
    server = Keys()
    yield server
    server.stop()


@pytest.fixture
def teams() -> Iterator[Teams]:
    server = Teams()
    yield server
    server.stop()


@pytest.fixture
def house(database: Database) -> House:
    return House(database)


@pytest.fixture
def tools(house: House, teams: Teams) -> Tools:
    connector = Connector(NoTokens(), lambda _: True, proxies=False)
    return Tools(house.database, house.conversation, house.clock, connector, lambda: NET, "https://waymark.example")


@pytest.fixture
def desk(tools: Tools) -> Desk:
    """Works only when a test says so."""
    return Desk(tools.database, lambda accepted: Work(tools, accepted))


@pytest.fixture
def door(house: House, tools: Tools, desk: Desk, keys: Keys, teams: Teams) -> Door:
    admission = Loopback(SigningKeys(keys.metadata), APP, frozenset({TENANT}), HOSTS, teams.url)
    reception = Reception(tools.database, tools.conversation, tools.clock, desk.wake)
    way_in = blueprint(admission, reception, tools.apologise, lambda: None)
    return replace(house.door(), ways_in=(way_in,))


@pytest.fixture
def practitioner(door: Door, keys: Keys, teams: Teams) -> Practitioner:
    return Practitioner(create_app(door=door).test_client(), keys, teams)


@pytest.fixture
def work_off(desk: Desk) -> Callable[[], None]:
    """Answers all that waits."""

    def worked() -> None:
        while desk.work_off():
            pass

    return worked
