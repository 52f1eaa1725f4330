"""Waymark in frames of other sites: where it may stand, which cookie goes there, and who still may not post."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from bot.config import Settings, SettingsError
from tests.gateway.opening import open_gateway
from tests.gateway.standins import House

INTRANET = "https://intranet.example.gov.uk"


def client(house: House, training: bool = True) -> FlaskClient:
    return open_gateway(house.door(training=training)).test_client()


def ancestors(client: FlaskClient, place: str = "/") -> str:
    return client.get(place).headers["Content-Security-Policy"].partition("frame-ancestors ")[2]


@pytest.mark.parametrize(
    ("training", "framers", "says"),
    [
        (False, (), "'none'"),
        (False, (INTRANET,), INTRANET),
        (True, (), "'self'"),
        (True, (INTRANET, "https://a.example:8443"), f"'self' {INTRANET} https://a.example:8443"),
    ],
)
def test_every_page_says_who_may_frame_it(house: House, training: bool, framers: tuple[str, ...], says: str) -> None:
    house.framers = framers
    visitor = client(house, training)

    assert [ancestors(visitor, place) for place in ("/", "/cases", "/nowhere", "/healthz")] == [says] * 4


def test_the_script_may_be_loaded_from_elsewhere_and_nothing_else(house: House) -> None:
    house.framers = (INTRANET,)
    visitor = client(house, training=False)

    with visitor.get("/embed.js") as script, visitor.get("/static/chat.js") as other:
        assert script.mimetype == "text/javascript" and "Set-Cookie" not in script.headers
        assert script.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
        assert other.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert visitor.get("/demo").status_code == 404


def test_in_earnest_there_is_no_script_unless_a_site_is_named(house: House) -> None:
    assert client(house, training=False).get("/embed.js").status_code == 404


def test_the_demo_lets_nothing_in_but_our_own(house: House) -> None:
    policy = client(house).get("/demo").headers["Content-Security-Policy"]

    assert "default-src 'none'" in policy and "frame-src 'self'" in policy and "unsafe" not in policy


@pytest.mark.parametrize(
    ("framers", "home", "host", "limits"),
    [
        ((), "https://waymark.example", "waymark.example", {"SameSite=Lax"}),
        ((INTRANET,), "https://waymark.example", "waymark.example", {"SameSite=None", "Secure", "Partitioned"}),
        ((INTRANET,), "http://127.0.0.1:8000", "127.0.0.1:8000", {"SameSite=None", "Secure", "Partitioned"}),
        ((INTRANET,), "http://waymark.lan", "waymark.lan", {"SameSite=Lax"}),  # no browser would keep the other
    ],
)
def test_the_cookie_goes_into_frames_only_where_that_is_wanted_and_safe(
    house: House, monkeypatch: pytest.MonkeyPatch, framers: tuple[str, ...], home: str, host: str, limits: set[str]
) -> None:
    house.framers = framers
    monkeypatch.setattr("tests.gateway.standins.HOME", home)

    cookie = client(house).get("/", headers={"Host": host}).headers["Set-Cookie"]

    said = set(cookie.split("; ")[1:])
    assert said & {"SameSite=Lax", "SameSite=None", "Secure", "Partitioned"} == limits
    assert "HttpOnly" in said


def test_the_page_around_a_frame_posts_nothing(house: House) -> None:
    house.framers = (INTRANET,)
    visitor = client(house)
    visitor.get("/")

    ours = {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}
    theirs = {"Origin": INTRANET, "Sec-Fetch-Site": "same-site"}
    assert visitor.post("/chat/messages", json={"text": "hello"}, headers=ours).status_code == 200
    assert visitor.post("/chat/messages", json={"text": "hello"}, headers=theirs).status_code == 403
    assert visitor.post("/chat/messages", json={"text": "hello"}, headers={"Origin": "null"}).status_code == 403


def test_origins_are_read_one_by_one() -> None:
    names = "https://Intranet.example.gov.uk, https://a.example:8443 http://localhost:9000,https://a.example:8443"

    found = Settings.from_environment({"WAYMARK_EMBED_ORIGINS": names}).embed_origins

    assert found == (INTRANET, "https://a.example:8443", "http://localhost:9000")
    assert Settings.from_environment({}).embed_origins == ()


@pytest.mark.parametrize(
    "name",
    ["*", "https://*.gov.uk", "http://intranet.example", "https://a.example/page", "a.example", "'self'", "https:"],
)
def test_an_origin_that_could_mean_more_is_refused(name: str) -> None:
    with pytest.raises(SettingsError, match="WAYMARK_EMBED_ORIGINS"):
        Settings.from_environment({"WAYMARK_EMBED_ORIGINS": f"{INTRANET},{name}"})
