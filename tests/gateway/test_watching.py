"""What is told to those who watch: numbers and lines of JSON, and no word of a person."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator

import pytest
from prometheus_client import REGISTRY

from bot import logs
from bot.config import Settings, SettingsError
from bot.metrics import Asked
from tests.gateway.conftest import Visitor
from tests.gateway.standins import House

SECRET = "Persephone"


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    root = logging.getLogger()
    before = root.handlers[:], root.level
    yield io.StringIO()
    root.handlers[:] = before[0]
    root.setLevel(before[1])
    logging.captureWarnings(False)


def counted(name: str, **labels: str) -> float:
    return REGISTRY.get_sample_value(name, labels) or 0.0


def test_a_line_is_json_with_a_kind_and_a_place_and_no_message_of_an_error(stream: io.StringIO) -> None:
    logs.configure(stream)
    try:
        raise ValueError(SECRET)
    except ValueError:
        logging.getLogger("bot.somewhere").exception("it broke: case=%s", "W-1")
    line = json.loads(stream.getvalue())
    assert line["event"] == "it broke: case=W-1" and line["raised"] == "ValueError" and line["level"] == "error"
    assert line["at"].endswith("+00:00") and SECRET not in stream.getvalue()


def test_requests_are_counted_by_route_and_never_by_path(visitor: Visitor) -> None:
    before = counted("waymark_http_requests_total", route="cases.one", status="404")
    visitor.client.get("/cases/W-7K2M9QD")
    after = counted("waymark_http_requests_total", route="cases.one", status="404")
    assert after == before + 1
    labels = {value for metric in REGISTRY.collect() for sample in metric.samples for value in sample.labels.values()}
    assert not [value for value in labels if "W-7K2M9QD" in value]


def test_who_answered_is_counted(visitor: Visitor, house: House) -> None:
    before = counted("waymark_answers_total", by="assistant"), counted("waymark_answers_total", by="nobody")
    visitor.say("They closed it")
    house.assistant.down = True
    visitor.say("They closed it again")
    after = counted("waymark_answers_total", by="assistant"), counted("waymark_answers_total", by="nobody")
    assert after == (before[0] + 1, before[1] + 1)


def test_a_number_that_cannot_be_had_takes_no_other_along() -> None:
    def broken() -> float:
        raise OSError(SECRET)

    found = list(Asked({"one": ("it breaks", broken), "two": ("it works", lambda: 2.0)}).collect())
    assert {metric.name: metric.samples[0].value for metric in found} == {"two": 2.0, "waymark_unknown_gauges": 1.0}


def test_a_gateway_lives_while_its_parts_are_down(visitor: Visitor, house: House) -> None:
    house.checks["assistant"] = lambda: False
    assert visitor.client.get("/healthz").status_code == 503
    assert visitor.client.get("/livez").status_code == 200


@pytest.mark.parametrize("given", ["nowhere", "", "http://", ","])
def test_an_address_that_is_none_is_named(given: str) -> None:
    with pytest.raises(SettingsError, match="WAYMARK_ASSISTANT_URL"):
        Settings.from_environment({"WAYMARK_ASSISTANT_URL": given})


def test_several_addresses() -> None:
    found = Settings.from_environment({"WAYMARK_ASSISTANT_URL": "http://a:5005/, http://b:5005"})
    assert found.assistant_urls == ("http://a:5005", "http://b:5005")
