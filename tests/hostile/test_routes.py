"""Generated requests to every route that there is: by nobody, by a stranger's cookie, by a visitor of one's own."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.test import Client, EnvironBuilder

from bot.casework.case import Answer, Outcome, Tried
from bot.casework.intake import Ask, Told
from bot.casework.vocabulary import Category, Level, Person
from bot.channels import visitor
from bot.storage import Database, belongings
from tests.gateway.opening import open_gateway
from tests.gateway.standins import START, House
from tests.generating import generated
from tests.hostile.conftest import Watch, as_bytes, deep, in_time, json_values, odd_text, rows

FIELDS = (
    "text", "button", "form_token", "do", "order", "from", "until", "email", "sure", "rule", "back", "on-day",
    "on-month", "on-year", "note", "now", "date", "time", "set", "day", "month", "year",
)  # fmt: skip
VALUES = ("yes", "everything", "conversation", "open", "close", "email", "quiet", "2026-11-02", "31", "-1", "18:00")
PARAMETERS = ("after", "done", "form", "pdf", "kind")
TYPES = (
    "application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain", "",
    "application/json; charset=utf-7", "multipart/form-data",
)  # fmt: skip
HEADERS = ("Origin", "Sec-Fetch-Site", "Accept", "If-None-Match", "Range", "Accept-Language", "Host")
SAID = (
    "null", "http://localhost", "https://evil.example", "cross-site", "same-origin", "*/*", "application/json;q=9",
    "bytes=9-1", "\xff", "http://[", "localhost:99999",
)  # fmt: skip
WELCOMED = {"people", "addresses", "messages", "buttons"}


@dataclass
class Target:
    """A gateway with somebody in it who does nothing wrong, and a visitor who may."""

    app: Flask
    house: House
    victim: str
    case: str
    sessions: dict[str, str]
    watch: Watch

    @property
    def database(self) -> Database:
        return self.house.database

    def routes(self) -> list[tuple[str, str]]:
        """Every method of every route."""
        found = [(method, rule.rule) for rule in self.app.url_map.iter_rules() for method in sorted(rule.methods or ())]
        return sorted(set(found))

    def all_but_welcomes(self) -> Any:
        """All that there is: nobody we know can come in and be welcomed, and no more than that."""
        return self.watch.look("all", lambda: rows(self.database, lambda name: name not in WELCOMED)), self.held()

    def held(self) -> Any:
        """All that is held of the one who did nothing."""
        return self.watch.look("theirs", self._held)

    def _held(self) -> Any:
        with self.database.reading() as connection:
            return belongings.held(connection, self.victim)


@pytest.fixture
def target(database: Database, watch: Watch) -> Target:
    house = House(database)
    app = open_gateway(house.door())
    sessions = {name: visitor.new_session() for name in ("victim", "visitor")}
    victim, other = (house.conversation.begin(session, START) for session in sessions.values())
    for person in (victim, other):
        house.files.answer_risk(person, Ask.RISK, Answer.NO, START)
        tried = Tried(Level.PRACTITIONER, Outcome.REFUSED, START)
        told = Told("told", "telford_wrekin", Person.CHILD, (Category.ROLES,), {}, START - timedelta(days=1), tried)
        house.files.tell(person, told, START)
        house.conversation.say(person, "hello", START)
    case = house.files.mine(victim, START)[0].case.reference
    return Target(app, house, victim, case, sessions, watch)


class Request:
    """Draws one request, from the routes that the gateway really has."""

    def __init__(self, target: Target, draw: Any) -> None:
        self.method, self.rule = draw(st.sampled_from(target.routes()))
        self.path = self._path(target, draw)
        self.session = draw(st.sampled_from(["", "garbage", "visitor"]))
        query = draw(st.dictionaries(st.sampled_from(PARAMETERS) | odd_text, odd_text, max_size=3))
        self.query = urlencode(query, errors="surrogatepass")
        self.type = draw(st.sampled_from(TYPES))
        self.body = self._body(target, draw)
        self.headers = draw(st.dictionaries(st.sampled_from(HEADERS), st.sampled_from(SAID), max_size=2))

    def _path(self, target: Target, draw: Any) -> str:
        values = st.sampled_from([target.case, "W-2222222", "docx", "pdf", "chat.js"]) | odd_text
        return re.sub("<[^>]+>", lambda _: quote(draw(values), safe="/%", errors="surrogatepass"), self.rule)

    def _body(self, target: Target, draw: Any) -> bytes:
        token = visitor.form_token(target.sessions["visitor"])
        values = st.sampled_from([*VALUES, token, target.case]) | odd_text
        form = st.dictionaries(st.sampled_from(FIELDS), values, max_size=6)
        kind = draw(st.sampled_from(["json", "form", "named", "raw", "deep", "large", "upload"]))
        match kind:
            case "json":
                return as_bytes(draw(json_values))
            case "named":
                return as_bytes(draw(st.dictionaries(st.sampled_from(FIELDS), json_values, max_size=3)))
            case "form":
                self.type = "application/x-www-form-urlencoded"
                return urlencode({"form_token": token, **draw(form)}, errors="surrogatepass").encode()
            case "upload":
                file = (io.BytesIO(draw(st.binary())), "a.b")
                fields = {name: value.encode(errors="replace").decode() for name, value in draw(form).items()}
                built = EnvironBuilder(method="POST", data={**fields, "text": file})
                self.type = built.content_type or ""
                return bytes(built.get_environ()["wsgi.input"].read())
            case "deep":
                return deep(draw(st.sampled_from([50, 900, 20_000])))
            case "large":
                return b'{"text": "' + b"x" * draw(st.sampled_from([4_001, 65_537, 300_000])) + b'"}'
            case _:
                return bytes(draw(st.binary(max_size=200)))

    def send(self, target: Target) -> int:
        client = Client(target.app)
        if self.session:
            client.set_cookie(visitor.COOKIE, target.sessions.get(self.session, self.session))
        with in_time():
            answer = client.open(
                self.path, method=self.method, query_string=self.query, data=self.body,
                content_type=self.type, headers=self.headers, buffered=True,
            )  # fmt: skip
        return answer.status_code


@generated(120, share=0.6)
@given(st.data())
def test_no_request_breaks_or_changes_anything(target: Target, data: st.DataObject) -> None:
    asked = Request(target, data.draw)
    look = target.held if asked.session == "visitor" else target.all_but_welcomes
    before = look()
    status = asked.send(target)
    assert status < 500, (asked.method, asked.path, asked.type, asked.body[:200])
    assert look() == before


def test_every_route_is_reached_by_what_is_generated(target: Target) -> None:
    """The routes come from the gateway itself, so a new one is tried as soon as it is there."""
    assert {"/chat/messages", "/cases/<reference>", "/personal-data.json", "/training/clock"} <= {
        rule for _, rule in target.routes()
    }
