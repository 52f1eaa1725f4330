"""The clock that people set to rehearse: in training, from our own page, to a day that can be counted."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.gateway.conftest import Visitor
from tests.gateway.opening import open_gateway
from tests.gateway.standins import START, House


def test_it_is_set_and_said(visitor: Visitor, house: House) -> None:
    response = visitor.client.post("/training/clock", json={"now": "2026-07-01T09:30"})

    assert response.get_json() == {"now": "2026-07-01T08:30:00+00:00"}
    assert "Wednesday 1 July 2026, 09:30" in visitor.client.get("/").text


def test_messages_carry_its_time(visitor: Visitor) -> None:
    visitor.client.post("/training/clock", json={"now": "2026-07-01T09:30Z"})

    assert "Wednesday 1 July 2026, 10:30" in visitor.say("hello")["messages"][0]["html"]


def test_null_goes_back_to_the_real_time(visitor: Visitor, house: House) -> None:
    house.clock.moment = datetime(2027, 5, 5, tzinfo=UTC)

    assert visitor.client.post("/training/clock", json={"now": None}).status_code == 200
    assert house.clock.moment == START


@pytest.mark.parametrize(
    "now", ["", "tomorrow", 5, [], {}, True, "1999-01-01", "2100-01-01", "0001-01-01T00:00+23:59", "9" * 99]
)
def test_nonsense_is_refused(visitor: Visitor, house: House, now: object) -> None:
    assert visitor.client.post("/training/clock", json={"now": now}).status_code == 400
    assert visitor.client.post("/training/clock", json={}).status_code == 400
    assert house.clock.moment == START


@pytest.mark.parametrize(
    ("form", "then"),
    [
        ({"move": "day"}, datetime(2026, 12, 25, 15, 0, tzinfo=UTC)),
        ({"move": "working_day"}, datetime(2026, 12, 25, 15, 0, tzinfo=UTC)),
        ({"move": "real"}, START),
        ({"at": "2026-08-03T16:00"}, datetime(2026, 8, 3, 15, 0, tzinfo=UTC)),
    ],
)
def test_the_page_has_a_form_for_it(visitor: Visitor, house: House, form: dict[str, str], then: datetime) -> None:
    response = visitor.client.post("/training/clock", data={**form, "form_token": visitor.form_token()})

    assert response.status_code == 303
    assert house.clock.moment == then


@pytest.mark.parametrize("form", [{}, {"at": "soon"}, {"move": "back"}, {"at": "2200-01-01T00:00"}])
def test_a_form_without_a_day_changes_nothing(visitor: Visitor, house: House, form: dict[str, str]) -> None:
    response = visitor.client.post("/training/clock", data={**form, "form_token": visitor.form_token()})

    assert response.status_code == 400
    assert house.clock.moment == START


def test_a_form_from_elsewhere_changes_nothing(visitor: Visitor, house: House) -> None:
    assert visitor.client.post("/training/clock", data={"move": "day", "form_token": "x"}).status_code == 403
    assert house.clock.moment == START


def test_in_earnest_there_is_no_such_thing(house: House) -> None:
    client = open_gateway(house.door(training=False)).test_client()

    assert client.post("/training/clock", json={"now": "2026-07-01T09:30"}).status_code == 404
    assert "Training" not in client.get("/").text
