"""Several reminders on one card: each is answered by itself, however quickly a button is pressed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from bot.bootstrap import Parts
from bot.channels.sending import Notice
from bot.channels.teams.channel import TeamsChannel
from bot.channels.teams.desk import Desk
from bot.channels.teams.work import Tools
from bot.channels.web import Inbox
from bot.config import Settings
from bot.pressing import Pressing
from bot.reminding import Reminding
from bot.storage import inbox
from bot.storage.people import people
from bot.worker import Worker
from tests.gateway.standins import House
from tests.gateway.test_cases import opened
from tests.teams.people import Practitioner
from tests.teams.servers import Teams, texts

LONG_AFTER = datetime(2027, 1, 12, 10, tzinfo=UTC)


class Quick(TeamsChannel):
    """Teams, and a person who is quicker than the worker's pen."""

    at_once: Callable[[str, Sequence[Notice]], None] = staticmethod(lambda place, notices: None)

    def gather(self, address: Mapping[str, Any], notices: Sequence[Notice]) -> str | None:
        place = super().gather(address, notices)
        self.at_once(place or "", notices)
        return place


@dataclass
class Desked:
    """A person with two cases whose dates have passed, at a gateway and a worker that speak Teams."""

    practitioner: Practitioner
    desk: Desk
    worker: Worker
    channel: Quick
    database: Any

    def press(self, place: str, notice: Notice) -> None:
        assert self.practitioner.send(value={"token": notice.tokens[0]}, replyToId=place).status_code == 202
        self.work_off()

    def work_off(self) -> None:
        while self.desk.work_off():
            pass

    def later(self) -> None:
        """Every pause is over."""
        with self.database.transaction() as connection:
            connection.execute(update(inbox.inbox).values(free_at=datetime.now(UTC) - timedelta(seconds=1)))


@pytest.fixture
def desked(practitioner: Practitioner, desk: Desk, tools: Tools, house: House, reminding: Reminding) -> Desked:
    practitioner.install()
    while desk.work_off():
        pass
    with house.database.reading() as connection:
        (person,) = connection.scalars(select(people.c.id))
    for _ in range(2):
        reminding.start_again(person, house.clock.now())
        opened(house.files, person)
    house.clock.set(LONG_AFTER)
    channel = Quick(tools.connector, Inbox(house.database, house.clock), lambda person, address: None)
    parts = Parts(Settings.from_environment({}), house.database, house.clock, reminding, reminding)
    return Desked(practitioner, desk, Worker(parts, {"teams": channel}), channel, house.database)


@pytest.fixture
def house(house: House, reminding: Reminding) -> House:
    house.reminders = Pressing(reminding)
    return house


def sets(card: Mapping[str, Any]) -> int:
    """How many reminders of a card can still be answered."""
    return sum(item["type"] == "ActionSet" for part in card["body"] for item in part.get("items", ()))


def test_a_press_before_the_card_is_written_down_leaves_the_others_their_buttons(desked: Desked, teams: Teams) -> None:
    pressed: list[str] = []

    def at_once(place: str, notices: Sequence[Notice]) -> None:
        desked.press(place, notices[0])
        desked.press(place, notices[0])  # a double click
        pressed.append(place)
        assert place not in teams.replaced, "what else stands on the card is not known yet"

    desked.channel.at_once = at_once
    desked.worker.round()
    (place,) = pressed
    desked.later()
    desked.work_off()

    card = teams.replaced[place]
    assert sets(card) == 1 and texts(card).count("It was answered with “Resolved”") == 1
    said = [texts(sent) for sent in teams.sent]
    assert sum("so nothing has changed now" in each for each in said) == 1
    assert len(said) == 4, "the welcome, the card, the answer, and what the second click is told"


def test_a_card_that_is_never_written_down_is_redrawn_in_the_end(desked: Desked, teams: Teams) -> None:
    def at_once(place: str, notices: Sequence[Notice]) -> None:
        desked.press(place, notices[0])
        raise SystemExit  # the worker dies

    desked.channel.at_once = at_once
    with pytest.raises(SystemExit):
        desked.worker.round()
    for _ in range(5):
        desked.later()
        desked.work_off()

    ((_, card),) = teams.replaced.items()
    assert texts(card).count("It was answered with “Resolved”") == 1 and sets(card) == 0
