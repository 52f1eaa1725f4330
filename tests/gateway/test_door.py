"""The door itself: who is let in, what is refused, what every answer carries, and what happens when a part is down."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from bot.storage.people import people
from tests.gateway.conftest import Visitor
from tests.gateway.opening import open_gateway
from tests.gateway.standins import House

JSON = "application/json"


@pytest.mark.parametrize(
    ("data", "content_type"),
    [
        (b"", JSON),
        (b"{", JSON),
        (b"null", JSON),
        (b"[]", JSON),
        (b'"text"', JSON),
        (b"{}", JSON),
        (b'{"text": 5}', JSON),
        (b'{"text": null}', JSON),
        (b'{"text": ["a"]}', JSON),
        (b'{"text": {"a": 1}}', JSON),
        (b'{"button": 5}', JSON),
        (b'{"text": "a", "button": "b"}', JSON),
        (b'{"TEXT": "a"}', JSON),
        (b"\xff\xfe\x00", JSON),
        (b"[" * 60_000, JSON),
        (b'{"text":' * 7_000, JSON),
        (b'{"text": ' + b"9" * 6_000 + b"}", JSON),
        (b"hello", "text/plain"),
        (b"<text>hello</text>", "application/xml"),
        (b"text=hello", "application/x-www-form-urlencoded"),
        (b"text=%ff%fe&form_token=%00", "application/x-www-form-urlencoded"),
        (b"--x\r\nbroken", "multipart/form-data; boundary=x"),
        (b"--x", "multipart/form-data"),
        (b'{"text": "hello"}', ""),
    ],
)
def test_what_cannot_be_read_is_refused_calmly(visitor: Visitor, house: House, data: bytes, content_type: str) -> None:
    response = visitor.client.post("/chat/messages", data=data, content_type=content_type)

    assert 400 <= response.status_code < 500
    assert house.assistant.asked == []


def test_a_body_over_the_limit_is_refused_with_the_safety_net(visitor: Visitor) -> None:
    response = visitor.post({"text": "a" * 70_000})

    assert response.status_code == 413
    assert "999" in response.get_json()["messages"][0]["text"]
    assert response.get_json()["saved"] is False


@pytest.mark.parametrize("cookie", [None, "", "unknown", "é", "x" * 4000])
def test_a_stranger_is_asked_to_open_the_page(visitor: Visitor, house: House, cookie: str | None) -> None:
    client = visitor.client
    client.delete_cookie("waymark")
    headers = {"Cookie": f"waymark={cookie}"} if cookie is not None else {}

    said = client.post("/chat/messages", json={"text": "hello"}, headers=headers)
    looked = client.get("/chat/messages", headers={**headers, "Accept": JSON})

    assert (said.status_code, looked.status_code) == (401, 401)
    assert "999" in said.get_json()["messages"][0]["text"]
    assert house.assistant.asked == []


def test_the_session_is_a_cookie_that_scripts_and_other_sites_cannot_use(house: House) -> None:
    earnest, training = (open_gateway(house.door(training=mode)).test_client() for mode in (False, True))

    secure, plain = (client.get("/").headers["Set-Cookie"] for client in (earnest, training))

    assert "HttpOnly" in secure and "SameSite=Lax" in secure and "Secure" in secure
    assert "HttpOnly" in plain and "SameSite=Lax" in plain and "Secure" not in plain


def test_the_session_itself_is_not_kept(visitor: Visitor, house: House) -> None:
    session = visitor.client.get_cookie("waymark")
    assert session

    with house.database.reading() as connection:
        row = connection.execute(people.select()).one()

    assert session.value not in str(row)


def test_the_page_keeps_its_visitor(visitor: Visitor) -> None:
    visitor.say("They closed the referral")

    response = visitor.client.get("/")

    assert "Set-Cookie" not in response.headers
    assert "They closed the referral" in response.text


def test_visitors_see_only_their_own_words(arrive: Callable[[], Visitor]) -> None:
    mine, other = arrive(), arrive()
    mine.say("They closed the referral")

    assert "closed the referral" not in str(other.history()) + other.client.get("/").text


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost.elsewhere.example"},
        {"Origin": "http://[broken"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_other_sites_cannot_speak_for_a_visitor(visitor: Visitor, house: House, headers: dict[str, str]) -> None:
    token = visitor.form_token()
    client = visitor.client

    assert client.post("/chat/messages", json={"text": "hello"}, headers=headers).status_code == 403
    assert client.post("/training/clock", json={"now": None}, headers=headers).status_code == 403
    form = {"text": "hello", "form_token": token}
    assert client.post("/chat/messages", data=form, headers=headers).status_code == 401
    assert house.assistant.asked == []


def test_our_own_page_may(visitor: Visitor) -> None:
    headers = {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}

    assert visitor.post({"text": "hello"}, headers=headers).status_code == 200


def test_without_javascript_a_form_sends_and_comes_back_to_the_page(visitor: Visitor) -> None:
    form = {"text": "They closed the referral", "form_token": visitor.form_token()}

    response = visitor.client.post("/chat/messages", data=form)

    assert (response.status_code, response.headers["Location"]) == (303, "/#latest")
    assert "They closed the referral" in visitor.client.get("/").text


def test_without_javascript_a_button_can_be_pressed(visitor: Visitor, house: House) -> None:
    token = visitor.say("They closed it")["messages"][-1]["buttons"][1]["token"]

    response = visitor.client.post("/chat/messages", data={"button": token, "form_token": visitor.form_token()})

    assert response.status_code == 303
    assert house.assistant.texts[-1] == '/inform{"risk":"no"}'


@pytest.mark.parametrize("token", ["", "0" * 64, "é"])
def test_a_form_from_another_page_is_not_taken(visitor: Visitor, house: House, token: str) -> None:
    response = visitor.client.post("/chat/messages", data={"text": "hello", "form_token": token})

    assert response.status_code == 401
    assert house.assistant.asked == []


def test_without_javascript_words_that_were_not_taken_stay_in_the_box(visitor: Visitor, house: House) -> None:
    house.assistant.down = True
    form = {"text": "Nobody <rang> back", "form_token": visitor.form_token()}

    response = visitor.client.post("/chat/messages", data=form)

    assert response.status_code == 200
    assert "Nobody &lt;rang&gt; back</textarea>" in response.text
    assert "I cannot answer just now" in response.text
    assert "<title>Not sent - " in response.text


def test_history_gives_what_is_new(visitor: Visitor) -> None:
    visitor.say("They closed the referral")
    everything = visitor.history()

    assert [message["kind"] for message in everything] == ["answer", "person", "question"]
    assert visitor.history(everything[0]["id"]) == everything[1:]
    nothing = visitor.client.get(f"/chat/messages?after={everything[-1]['id']}")
    assert (nothing.status_code, nothing.data) == (204, b"")


def test_history_is_not_sent_twice(visitor: Visitor) -> None:
    first = visitor.client.get("/chat/messages")

    again = visitor.client.get("/chat/messages", headers={"If-None-Match": first.headers["ETag"]})

    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize("after", ["x", "-1", "1.5", "", "²", "9" * 30, "1;--"])
def test_history_after_nonsense_is_refused(visitor: Visitor, after: str) -> None:
    assert visitor.client.get("/chat/messages", query_string={"after": after}).status_code == 400


def test_history_after_the_largest_number_is_empty(visitor: Visitor) -> None:
    assert visitor.client.get(f"/chat/messages?after={'9' * 19}").status_code == 204


def test_every_page_forbids_what_it_does_not_need(visitor: Visitor) -> None:
    for response in (visitor.client.get("/"), visitor.client.get("/nowhere"), visitor.post({"text": "hello"})):
        policy = response.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy and "frame-ancestors" in policy
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Referrer-Policy"] == "same-origin"
        assert response.headers["Cache-Control"] == "no-store"


def test_the_page_needs_nothing_from_elsewhere(visitor: Visitor) -> None:
    page = visitor.client.get("/").text
    with visitor.client.get("/static/waymark.css") as response:
        style = response.text

    assert "http:" not in page and "https:" not in page and " style=" not in page and "<script>" not in page
    assert "url(" not in style and "GDS" not in style


@pytest.mark.parametrize(
    ("method", "path", "status"), [("get", "/nowhere", 404), ("delete", "/", 405), ("get", "/%00", 404)]
)
def test_what_is_not_there_is_said_with_the_safety_net(visitor: Visitor, method: str, path: str, status: int) -> None:
    response = visitor.client.open(path, method=method.upper())

    assert response.status_code == status
    assert 'href="tel:999"' in response.text


def test_health_tells_each_part(house: House) -> None:
    def breaks() -> bool:
        raise OSError

    client = open_gateway(house.door()).test_client()
    assert client.get("/healthz").get_json() == {"status": "ok", "parts": {"database": "ok"}}

    house.checks |= {"assistant": lambda: False, "actions": breaks}
    response = client.get("/healthz")

    assert response.status_code == 503
    assert response.get_json()["parts"] == {"database": "ok", "assistant": "down", "actions": "down"}


def test_without_a_database_the_safety_net_is_still_shown(tmp_path: Path, house: House, visitor: Visitor) -> None:
    def gone() -> None:
        raise OperationalError("SELECT 'what somebody said'", None, OSError("disk"))

    house.assistant.meanwhile = gone

    response = visitor.post({"text": "They closed it"})

    assert response.status_code == 503
    assert "999" in response.get_json()["messages"][0]["text"]


def test_a_defect_is_logged_without_a_word_of_what_was_said(
    visitor: Visitor, house: House, caplog: pytest.LogCaptureFixture
) -> None:
    def breaks() -> None:
        raise RuntimeError("They closed the referral")

    house.assistant.meanwhile = breaks
    response = visitor.post({"text": "They closed the referral"})

    assert response.status_code == 500
    assert "RuntimeError at test_door.py" in caplog.text
    assert "closed the referral" not in caplog.text + response.text
