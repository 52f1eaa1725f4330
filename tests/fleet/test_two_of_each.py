"""Two gateways, workers, action servers and Rasa servers over PostgreSQL and Redis; half of them killed under load."""

from __future__ import annotations

import random

import pytest
import requests

from tests.fleet import ledger
from tests.fleet.fleet import OURS, Fleet
from tests.fleet.load import NEXT, ONWARD, WORRY, Crowd
from tests.live import tabs
from tests.live.person import Person

pytestmark = pytest.mark.rasa

HALF = ("gateway-1", "worker-2", "actions-1", "rasa-2")
PEOPLE = 4


class Wanderer(Person):
    """Somebody whose messages reach now one gateway and now the other."""

    def at_gateway(self, address: str) -> Wanderer:
        self._address = address
        return self


def test_one_conversation_goes_on_at_another_gateway(fleet: Fleet) -> None:
    first, second = fleet.address("gateway-1"), fleet.address("gateway-2")
    me = Wanderer(first)
    me.says(WORRY)
    assert "Whom have you spoken to" in me.at_gateway(second).presses("No").question
    assert me.at_gateway(first).presses("Nobody yet").headings[-1].startswith("Gloucestershire, Stage 1")
    assert me.at_gateway(second).says("they refused to change it").headings[-1].startswith("Gloucestershire, Stage 2")
    there = me.history()
    assert me.at_gateway(first).history() == there
    me.leave()


def test_rasa_keeps_its_conversations_and_its_locks_where_all_of_them_see_them(fleet: Fleet) -> None:
    with ledger.opened(fleet.database) as made, made.database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM events").scalar()
    me = Person(fleet.address("gateway-1"))
    me.says("hello")
    me.leave()
    assert not [log for name in ("rasa-1", "rasa-2") if "Redis does not answer" in (log := _log(fleet, name))]


def test_two_tabs_at_two_gateways_have_one_effect(fleet: Fleet) -> None:
    me = Person(fleet.address("gateway-1"))
    other = me.at_another_tab(fleet.address("gateway-2"))
    tabs.check(me, other)
    me.leave()
    other.leave()


def test_half_of_everything_is_killed_under_load_and_nothing_is_lost_or_done_twice(fleet: Fleet) -> None:
    with ledger.opened(fleet.database) as made:
        before = ledger.moves(made)
    with Crowd([fleet.address("gateway-1"), fleet.address("gateway-2")], PEOPLE) as tally:
        for number, name in enumerate(random.sample(HALF, len(HALF)), start=1):
            tally.wait(3 * number)
            fleet.kill(name)
        tally.wait(20)
        assert requests.get(f"{fleet.address('gateway-2')}/healthz", timeout=10).status_code == 200
        fleet.bring_back(*HALF)
        tally.wait(26)
    fleet.wait()
    with ledger.opened(fleet.database) as made:
        ledger.check(made, tally, before)
    assert tally.moved


def test_words_and_buttons_without_redis(fleet: Fleet) -> None:
    fleet.redis.kill()
    try:
        me = Person(fleet.address("gateway-1"))
        assert me.says(WORRY).saved and me.presses("No").saved and me.presses("Nobody yet").saved
        assert me.presses(ONWARD).saved and me.says(NEXT).saved
        me.leave()
    finally:
        fleet.redis.start()


def test_what_prometheus_is_told(fleet: Fleet) -> None:
    told = {name: requests.get(fleet.metrics(name), timeout=10).text for name in OURS if not name.startswith("rasa")}
    assert 'waymark_http_requests_total{route="chat.say",status="200"}' in told["gateway-1"] + told["gateway-2"]
    assert 'waymark_answers_total{by="assistant"}' in told["gateway-2"]
    assert "waymark_reminders_late 0.0" in told["worker-1"] and "waymark_unknown_gauges 0.0" in told["worker-1"]
    assert not [name for name, text in told.items() if "W-" in text or "boy" in text]


def test_no_log_holds_what_was_said(fleet: Fleet) -> None:
    me = Person(fleet.address("gateway-1"))
    me.says("the quokka in Stroud is hurt today")
    me.leave()
    assert not [name for name in OURS if "quokka" in _log(fleet, name)]


def _log(fleet: Fleet, name: str) -> str:
    return (fleet.folder / f"{name}.log").read_text()
