"""Forged requests: whatever does not fit is turned away with 401 or 403, never with an error, and nothing happens."""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Callable
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from bot.channels.teams.admission import PlaygroundAdmission, TeamsAdmission, TurnedAway
from bot.channels.teams.keys import SigningKeys
from tests.gateway.opening import open_gateway
from tests.gateway.standins import House
from tests.teams.people import Practitioner, activity, claims
from tests.teams.servers import APP, TENANT, Keys, Reply, Teams, serving

OTHER = "99999999-2222-3333-4444-555555555555"
STRANGER = rsa.generate_private_key(public_exponent=65537, key_size=2048)


def in_seconds(number: int) -> Callable[[], int]:
    """That moment, counted from when the token is made."""
    return lambda: int(time.time()) + number


FORGED_CLAIMS: dict[str, dict[str, Any]] = {
    "another issuer": {"iss": "https://evil.example"},
    "an Entra issuer": {"iss": f"https://sts.windows.net/{TENANT}/"},
    "an issuer with a slash": {"iss": "https://api.botframework.com/"},
    "no issuer": {"iss": None},
    "an issuer that is a list": {"iss": ["https://api.botframework.com"]},
    "another audience": {"aud": OTHER},
    "no audience": {"aud": None},
    "an empty audience": {"aud": []},
    "another app's api audience": {"aud": f"api://{OTHER}"},
    "expired": {"exp": in_seconds(-400)},
    "no expiry": {"exp": None},
    "an expiry that is no number": {"exp": "never"},
    "an endless expiry": {"exp": 1e400},
    "not yet valid": {"nbf": in_seconds(400)},
    "another service URL": {"serviceurl": "https://smba.trafficmanager.net/uk/"},
    "a service URL that begins like ours": {"serviceurl": "http://127.0.0.1"},
    "no service URL": {"serviceurl": None},
    "a service URL that is no text": {"serviceurl": {"url": 1}},
    "an empty service URL": {"serviceurl": ""},
}
GOOD_CLAIMS: dict[str, dict[str, Any]] = {
    "as usual": {},
    "a list of audiences": {"aud": [APP]},
    "the api audience": {"aud": f"api://{APP}"},
    "the bot audience": {"aud": f"api://botid-{APP}"},
    "a clock that is behind": {"exp": in_seconds(-200), "nbf": in_seconds(200)},
}
FORGED_ACTIVITIES: dict[str, dict[str, Any]] = {
    "another service URL": {"serviceUrl": "https://attacker.example/"},
    "another channel": {"channelId": "webchat"},
    "a channel that the key is not good for": {"channelId": "emulator"},
    "another tenant": {"conversation": {"conversationType": "personal", "id": "a", "tenantId": OTHER}},
    "two tenants": {"channelData": {"tenant": {"id": OTHER}}},
    "no tenant": {"conversation": {"conversationType": "personal", "id": "a"}, "channelData": None},
}


def status(practitioner: Practitioner, token: str | None, body: Any = None, scheme: str = "Bearer") -> int:
    headers = {} if token is None else {"Authorization": f"{scheme} {token}"}
    body = activity(practitioner.teams.url, text="They closed it.") if body is None else body
    return practitioner.client.post("/api/messages", json=body, headers=headers).status_code


@pytest.mark.parametrize("forged", FORGED_CLAIMS.values(), ids=FORGED_CLAIMS.keys())
def test_forged_claims(practitioner: Practitioner, keys: Keys, teams: Teams, forged: dict[str, Any]) -> None:
    assert status(practitioner, keys.sign(claims(teams.url, **forged))) in (401, 403)


@pytest.mark.parametrize("good", GOOD_CLAIMS.values(), ids=GOOD_CLAIMS.keys())
def test_good_claims(practitioner: Practitioner, keys: Keys, teams: Teams, good: dict[str, Any]) -> None:
    assert status(practitioner, keys.sign(claims(teams.url, **good))) == 202


@pytest.mark.parametrize("forged", FORGED_ACTIVITIES.values(), ids=FORGED_ACTIVITIES.keys())
def test_forged_activities(practitioner: Practitioner, keys: Keys, teams: Teams, forged: dict[str, Any]) -> None:
    body = activity(teams.url, text="They closed it.", **forged)

    assert status(practitioner, keys.sign(claims(teams.url)), body) == 403


def test_a_slash_at_the_end_is_no_difference(practitioner: Practitioner, keys: Keys, teams: Teams) -> None:
    assert status(practitioner, keys.sign(claims(f"{teams.url}/"))) == 202


def public_pem(keys: Keys) -> bytes:
    public = keys.private["one"].public_key()
    return public.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)


def raw(header: Any, payload: Any, signature: bytes = b"") -> str:
    parts = (json.dumps(header).encode(), json.dumps(payload).encode(), signature)
    return ".".join(base64.urlsafe_b64encode(part).rstrip(b"=").decode() for part in parts)


def signed_with_the_public_key(keys: Keys, content: dict[str, Any]) -> str:
    """HS256 with the public key as its secret: what a checker falls for that believes the header."""
    import hashlib
    import hmac

    unsigned = raw({"alg": "HS256", "kid": "one", "typ": "JWT"}, content).rstrip(".")
    signature = hmac.new(public_pem(keys), unsigned.encode(), hashlib.sha256).digest()
    return unsigned + "." + base64.urlsafe_b64encode(signature).rstrip(b"=").decode()


def forged_tokens(keys: Keys, url: str) -> dict[str, str | None]:
    good = keys.sign(claims(url))
    head, body, signature = good.split(".")
    other_body = raw({}, claims(url, aud=OTHER)).split(".")[1]
    return {
        "none at all": None,
        "empty": "",
        "junk": "junk",
        "two parts": f"{head}.{body}",
        "five parts": f"{good}.a.b",
        "very long": "a" * 100_000,
        "letters outside ASCII": "é.é.é",
        "no signature": f"{head}.{body}.",
        "another body": f"{head}.{other_body}.{signature}",
        "signed by a stranger": jwt.encode(claims(url), STRANGER, "RS256", headers={"kid": "one"}),
        "an unknown key": jwt.encode(claims(url), STRANGER, "RS256", headers={"kid": "strange"}),
        "no kid": jwt.encode(claims(url), keys.private["one"], "RS256"),
        "a kid that is no text": raw({"alg": "RS256", "kid": {"a": 1}}, claims(url), b"x"),
        "none": raw({"alg": "none", "kid": "one"}, claims(url)),
        "None, capital": raw({"alg": "None", "kid": "one"}, claims(url)),
        "HS256 with the public key": signed_with_the_public_key(keys, claims(url)),
        "HS256 with a secret": jwt.encode(claims(url), "s" * 64, "HS256", headers={"kid": "one"}),
        "RS512": jwt.encode(claims(url), keys.private["one"], "RS512", headers={"kid": "one"}),
        "PS256": jwt.encode(claims(url), keys.private["one"], "PS256", headers={"kid": "one"}),
        "a key of its own": raw({"alg": "RS256", "kid": "one", "jwk": {"kty": "RSA"}, "jku": url}, claims(url), b"x"),
        "a list for a payload": raw({"alg": "RS256", "kid": "one"}, [1], b"x"),
        "a nest for a payload": raw({"alg": "RS256", "kid": "one"}, json.loads("[" * 900 + "]" * 900), b"x"),
    }


def test_forged_tokens(practitioner: Practitioner, keys: Keys, teams: Teams) -> None:
    statuses = {name: status(practitioner, token) for name, token in forged_tokens(keys, teams.url).items()}

    assert statuses == dict.fromkeys(statuses, 401)
    assert teams.asked == []


@pytest.mark.parametrize("scheme", ["Basic", "", "Bearer  ", "Bearer,"])
def test_another_scheme(practitioner: Practitioner, keys: Keys, teams: Teams, scheme: str) -> None:
    assert status(practitioner, keys.sign(claims(teams.url)), scheme=scheme) == 401


def test_a_key_that_is_not_endorsed_for_teams(practitioner: Practitioner, keys: Keys, teams: Teams) -> None:
    keys.endorsements = {"one": ["webchat", "MSTEAMS"]}

    assert status(practitioner, keys.sign(claims(teams.url))) == 403


def test_the_playgrounds_header_is_no_password(practitioner: Practitioner, teams: Teams) -> None:
    answer = practitioner.client.post(
        "/api/messages", json=activity(teams.url), headers={"X-Ms-Agents-Playground": "true"}
    )

    assert answer.status_code == 401


def test_a_refusal_says_who_in_the_log_and_cannot_forge_a_line(
    practitioner: Practitioner, keys: Keys, teams: Teams, caplog: pytest.LogCaptureFixture
) -> None:
    status(practitioner, keys.sign(claims(teams.url, iss="https://evil.example\nERROR all is well", aud="x" * 500)))

    (line,) = [record.getMessage() for record in caplog.records if record.name.startswith("bot.channels.teams")]
    assert "evil.example" in line
    assert "\n" not in line
    assert len(line) < 300


BODIES = {
    "no JSON": b"{",
    "nothing": b"",
    "a list": b"[]",
    "a number": b"7",
    "null": b"null",
    "deep": b'{"a":' * 30 + b"1" + b"}" * 30,
    "very deep": b'{"a":' * 40_000 + b"1" + b"}" * 40_000,
    "a deep list": b"[" * 100_000,
    "not UTF-8": b'{"type": "\xff\xfe"}',
    "an empty object": b"{}",
    "ids of another type": json.dumps(activity("http://x", id=["a"], conversation=[])).encode(),
    "an id with a line break": json.dumps(activity("http://x", id="a\nb")).encode(),
    "an id with a null": json.dumps(activity("http://x", id="a\0b")).encode(),
    "half a letter": json.dumps(activity("http://x", id="\ud800")).encode(),
    "an endless id": json.dumps(activity("http://x", id="a" * 5_000)).encode(),
    "no sender": json.dumps(activity("http://x", **{"from": None})).encode(),
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
def test_odd_bodies(practitioner: Practitioner, keys: Keys, teams: Teams, body: bytes) -> None:
    headers = {"Authorization": f"Bearer {keys.sign(claims(teams.url))}"}

    assert practitioner.client.post("/api/messages", data=body, headers=headers).status_code == 400
    assert practitioner.client.post("/api/messages", data=body).status_code == 401


def test_too_large_a_body(practitioner: Practitioner, keys: Keys, teams: Teams) -> None:
    headers = {"Authorization": f"Bearer {keys.sign(claims(teams.url))}"}
    body = json.dumps(activity(teams.url, text="a" * 300_000))

    assert practitioner.client.post("/api/messages", data=body, headers=headers).status_code == 413


def test_nothing_is_sent_to_a_host_that_is_not_ours(keys: Keys) -> None:
    admission = TeamsAdmission(
        SigningKeys(keys.metadata), APP, frozenset({TENANT}), frozenset({"smba.trafficmanager.net"})
    )
    good = ["https://smba.trafficmanager.net/uk/", "https://SMBA.trafficmanager.net:443/emea"]
    bad = [
        "http://smba.trafficmanager.net/uk/",
        "https://smba.trafficmanager.net.evil.example/",
        "https://evil.example/smba.trafficmanager.net",
        "https://smba.trafficmanager.net@evil.example/",
        "https://evil.example#@smba.trafficmanager.net/",
        "https://evil.example\\@smba.trafficmanager.net/",
        "https://smba.trafficmanager.net:8443/",
        "https://smba.trafficmanager.net:port/",
        "https://smba.trafficmanager.net./",
        "https://smba.trafficmanager.net/?x=",
        "https://[::1",
        "//smba.trafficmanager.net/",
        "",
    ]

    assert [url for url in good + bad if admission.may_be_told(url)] == good


@pytest.mark.parametrize(
    "reply",
    [
        Reply(500),
        Reply(200, b"<html>"),
        Reply(200, {"jwks_uri": "https://evil.example/keys"}),
        Reply(200, {"jwks_uri": 7}),
        Reply(302, headers={"Location": "/keys"}),
        Reply(hang_up=True),
    ],
)
def test_no_keys_to_be_had_fails_closed(practitioner: Practitioner, keys: Keys, teams: Teams, reply: Reply) -> None:
    keys.reply = reply

    assert status(practitioner, keys.sign(claims(teams.url))) == 401


def test_the_playground_is_for_this_machine_only() -> None:
    admission = PlaygroundAdmission("http://127.0.0.1:56150/_connector")
    for headers, remote in (({}, "192.0.2.7"), ({"X-Forwarded-For": "192.0.2.7"}, "127.0.0.1"), ({}, "")):
        with pytest.raises(TurnedAway):
            admission.identify(headers, remote)

    assert admission.identify({}, "127.0.0.1")
    assert admission.may_be_told("http://127.0.0.1:56150/_connector/")
    assert not admission.may_be_told("http://127.0.0.1:56151/_connector")


def test_without_settings_there_is_no_such_route(house: House) -> None:
    answer = open_gateway(house.door()).test_client().post("/api/messages", json=activity("http://x"))

    assert answer.status_code == 404


def test_a_stranger_cannot_have_us_fetch_keys_again_and_again(keys: Keys) -> None:
    clock = [0.0]
    found = SigningKeys(keys.metadata, clock=lambda: clock[0])
    assert found.find("one")
    for number in range(50):
        assert found.find(f"strange {number}") is None
        clock[0] += 1
    assert keys.fetches == 1

    clock[0] += 300
    assert found.find("strange") is None
    assert keys.fetches == 2


def test_a_new_key_is_found_after_a_few_minutes_and_an_old_one_goes(keys: Keys) -> None:
    clock = [0.0]
    found = SigningKeys(keys.metadata, clock=lambda: clock[0])
    assert found.find("one")
    keys.rotate("two")
    assert found.find("two") is None
    clock[0] += 301

    assert found.find("two")
    assert found.find("one") is None


def test_keys_stay_good_while_a_refresh_fails_and_are_renewed_daily(keys: Keys) -> None:
    clock = [0.0]
    found = SigningKeys(keys.metadata, clock=lambda: clock[0])
    assert found.find("one")
    keys.reply = Reply(503)
    clock[0] += 25 * 3600
    assert found.find("one")

    keys.reply = None
    keys.rotate("two")
    clock[0] += 11
    assert found.find("one") is None
    assert found.find("two")


def test_no_network_at_first_is_not_for_ever(keys: Keys) -> None:
    clock = [0.0]
    keys.reply = Reply(500)
    found = SigningKeys(keys.metadata, clock=lambda: clock[0])
    assert found.find("one") is None
    keys.reply = None
    assert found.find("one") is None  # not at once: a server that is down is not hammered
    clock[0] += 11
    assert found.find("one")


def test_slow_keys_do_not_hold_anybody_up_for_long() -> None:
    """One byte at a time, each in time."""
    began = time.monotonic()
    with serving(lambda _: Reply(200, b" " * 400, drip=0.2)) as server:
        assert SigningKeys(f"{server.url}/openid").find("one") is None

    assert time.monotonic() - began < 20  # what is sent takes 80 seconds


def test_keys_that_are_too_small_or_of_another_sort_are_left_out(keys: Keys) -> None:
    keys.private["small"] = rsa.generate_private_key(public_exponent=65537, key_size=1024)
    published = keys._publish
    extra = [{"kty": "EC", "kid": "curve"}, {"kty": "oct", "kid": "secret", "k": "c2VjcmV0"}, {"kid": "none"}, 7, None]

    def with_more(asked: Any) -> Reply:
        reply = published(asked)
        if "keys" in reply.body:
            reply.body["keys"] = [*extra, *reply.body["keys"]]
        return reply

    keys.answer = with_more
    found = SigningKeys(keys.metadata)

    assert found.find("one")
    assert not any(found.find(kid) for kid in ("small", "curve", "secret", "none"))
