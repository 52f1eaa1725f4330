"""The HTTP client of Rasa, against a server that answers as Rasa does when it is well and when it is not."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from werkzeug.serving import make_server
from werkzeug.wrappers import Request, Response

from bot.assistant import Assistant, AssistantDown
from bot.casework.message import Button, Kind
from tests.gateway.standins import ADVICE


@dataclass
class Rasa:
    """What the server answers next, and what it was asked."""

    url: str = ""
    status: int = 200
    body: str = "[]"
    asked: list[Any] = field(default_factory=list)

    def __call__(self, environ: Any, start_response: Any) -> Any:
        request = Request(environ)
        if request.method == "POST":
            self.asked.append((request.path, request.get_json()))
        return Response(self.body, self.status, mimetype="application/json")(environ, start_response)


@pytest.fixture
def rasa() -> Iterator[Rasa]:
    app = Rasa()
    server = make_server("127.0.0.1", 0, app, threaded=True)
    app.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield app
    server.shutdown()
    thread.join()
    server.server_close()


def test_our_own_messages_come_back_whole(rasa: Rasa) -> None:
    rasa.body = json.dumps([{"recipient_id": "p", "custom": ADVICE.as_dict()}])

    assert Assistant(rasa.url).ask("p", "hello", {"ask": True}) == (ADVICE,)
    body = {"sender": "p", "message": "hello", "metadata": {"ask": True}}
    assert rasa.asked == [("/webhooks/rest/webhook", body)]


def test_plain_utterances_become_answers_and_questions(rasa: Rasa) -> None:
    buttons = [{"title": "Yes", "payload": "/affirm"}]
    rasa.body = json.dumps([{"text": "One.\n\nTwo."}, {"text": "Shall I?", "buttons": buttons}, {"image": "x"}])

    answer, question = Assistant(rasa.url).ask("p", "hello", {})

    assert (answer.kind, answer.text, len(answer.blocks)) == (Kind.ANSWER, "One.\n\nTwo.", 2)
    assert (question.kind, question.buttons) == (Kind.QUESTION, (Button("Yes", "/affirm"),))


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (200, "[]"),
        (200, "{}"),
        (200, "null"),
        (200, "not JSON"),
        (200, '[{"recipient_id": "p"}]'),
        (200, '[{"text": "  "}, 5, null]'),
        (200, '[{"custom": {"kind": "unheard of", "blocks": []}}]'),
        (200, '[{"custom": ["a"]}]'),
        (200, '[{"text": "a", "buttons": [{"title": "no payload"}]}]'),
        (200, '[{"text": "a", "buttons": "b"}]'),
        (404, "[]"),
        (500, '[{"text": "a"}]'),
    ],
)
def test_an_answer_that_is_none_is_told_as_such(rasa: Rasa, status: int, body: str) -> None:
    rasa.status, rasa.body = status, body

    with pytest.raises(AssistantDown):
        Assistant(rasa.url).ask("p", "hello", {})


def test_nobody_there_is_told_as_such_without_the_words() -> None:
    with pytest.raises(AssistantDown) as told:
        Assistant("http://127.0.0.1:9", timeout=1).ask("p", "what somebody said", {})

    assert "somebody" not in str(told.value)


def test_health(rasa: Rasa) -> None:
    assert Assistant(rasa.url).healthy() is True
    rasa.status = 500
    assert Assistant(rasa.url).healthy() is False
    assert Assistant("http://127.0.0.1:9").healthy() is False
