"""Sign-in against a real OpenID provider: what it vouches for is taken; what is only said in its name is not."""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit, urlunsplit

import pytest
import requests
from joserfc import jwt
from joserfc.jwk import KeySet, OctKey, RSAKey

from bot import supervisor
from bot.casework.permissions import Role
from bot.config import SignInSettings
from bot.directory import Directory, DirectoryDown, Flow, Refused, Vouched
from tests.signin.provider.client import SECRET, TENANT, Provider, running

pytestmark = pytest.mark.processes

OID = "AAAAAAAA-0000-0000-0000-000000000001"
ANN = {
    "name": "Ann Example", "email": "Ann@north.example", "email_verified": True, "oid": OID, "tid": TENANT,
    "roles": ["Waymark.Practitioner", "Waymark.Lead"], "team": "North",
}  # fmt: skip
HOME = "https://waymark.example"


@dataclass
class Clock:
    """The machine's clock, and how far ahead of it we are."""

    ahead: float = 0.0

    def __call__(self) -> float:
        return time.time() + self.ahead


@pytest.fixture(scope="module")
def provider(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Provider]:
    with running(supervisor.free_port(), tmp_path_factory.mktemp("provider")) as made:
        yield made


@pytest.fixture
def settings(provider: Provider) -> SignInSettings:
    provider.desk(people={"ann": ANN}, at_the_desk="ann", id_token=None, userinfo_only=False)
    return SignInSettings(
        provider.issuer,
        "waymark",
        SECRET,
        frozenset({"waymark.practitioner"}),
        frozenset({"waymark.lead"}),
        organisation_claim="team",
    )


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def directory(settings: SignInSettings, clock: Clock) -> Directory:
    return Directory(settings, HOME, clock)


def arrive(directory: Directory, provider: Provider, **changed: str) -> Vouched:
    """Through the whole flow; ``changed`` is put into the address on the way out."""
    flow = Flow.new()
    return directory.redeem(flow, provider.visit(with_(directory.address(flow), **changed)))


def with_(address: str, **changed: str) -> str:
    parts = urlsplit(address)
    asked = {name: values[0] for name, values in parse_qs(parts.query).items()} | changed
    return urlunsplit(parts._replace(query=urlencode(asked)))


def test_the_directory_says_who_somebody_is(directory: Directory, provider: Provider) -> None:
    found = arrive(directory, provider)

    assert (found.provider, found.subject) == (f"entra:{TENANT}", OID.lower())  # as Teams knows them
    assert (found.name, found.email, found.organisation) == ("Ann Example", "ann@north.example", "north")
    assert found.roles == {Role.PRACTITIONER, Role.COORDINATOR}
    assert found.refresh_token and found.refresh_token not in repr(found)


def test_what_is_asked_for_is_asked_safely(directory: Directory) -> None:
    asked = parse_qs(urlsplit(directory.address(Flow.new())).query)

    assert (asked["response_type"], asked["code_challenge_method"]) == (["code"], ["S256"])
    assert asked["redirect_uri"] == [f"{HOME}/sign-in/callback"]
    assert all(len(asked[name][0]) >= 43 for name in ("state", "nonce", "code_challenge"))


def test_roles_that_are_told_beside_the_token_count(directory: Directory, provider: Provider) -> None:
    provider.desk(userinfo_only=True)

    found = arrive(directory, provider)

    assert found.roles == {Role.PRACTITIONER, Role.COORDINATOR} and found.subject == OID.lower()


def test_a_role_that_is_removed_is_gone_at_the_next_renewal(directory: Directory, provider: Provider) -> None:
    first = arrive(directory, provider)
    provider.desk(people={"ann": {**ANN, "roles": ["Waymark.Practitioner"]}})
    second = directory.renew(first.refresh_token)
    provider.desk(people={"ann": {**ANN, "roles": []}})
    third = directory.renew(second.refresh_token)

    assert (second.subject, second.roles, third.roles) == (first.subject, {Role.PRACTITIONER}, frozenset())
    with pytest.raises(Refused, match="invalid_grant"):
        directory.renew(first.refresh_token)  # it was used: whoever has it now has it from somewhere else


def test_somebody_who_has_left_is_not_renewed(directory: Directory, provider: Provider) -> None:
    found = arrive(directory, provider)
    provider.desk(people={})

    with pytest.raises(Refused):
        directory.renew(found.refresh_token)


def test_who_does_not_sign_in_is_not_let_in(directory: Directory, provider: Provider) -> None:
    provider.desk(at_the_desk=None)

    with pytest.raises(Refused, match="access_denied"):
        arrive(directory, provider)


def test_an_answer_of_another_attempt_is_refused(directory: Directory, provider: Provider) -> None:
    mine, other = Flow.new(), Flow.new()
    answer = provider.visit(directory.address(other))

    with pytest.raises(Refused, match="another state"):
        directory.redeem(mine, answer)
    with pytest.raises(Refused, match="invalid_grant"):  # the code belongs to another verifier
        directory.redeem(mine, {**answer, "state": mine.state})


def test_a_code_works_once(directory: Directory, provider: Provider) -> None:
    flow = Flow.new()
    answer = provider.visit(directory.address(flow))
    directory.redeem(flow, answer)

    with pytest.raises(Refused, match="invalid_grant"):
        directory.redeem(flow, answer)


def test_an_answer_from_another_issuer_is_refused(directory: Directory, provider: Provider) -> None:
    flow = Flow.new()
    answer = provider.visit(directory.address(flow))

    for issuer in ({"iss": "https://elsewhere.example"}, {"iss": ""}):
        with pytest.raises(Refused, match="another issuer"):
            directory.redeem(flow, {**answer, **issuer})


def test_a_token_with_another_nonce_is_refused(directory: Directory, provider: Provider) -> None:
    with pytest.raises(Refused, match="nonce"):
        arrive(directory, provider, nonce="another-nonce-than-ours")


@pytest.mark.parametrize(("ahead", "works"), [(3500.0, True), (3600.0 + 60, True), (3600.0 + 180, False)])
def test_a_token_lasts_as_long_as_it_says(
    directory: Directory, provider: Provider, clock: Clock, ahead: float, works: bool
) -> None:
    clock.ahead = ahead  # two minutes between the clocks are forgiven
    if works:
        assert arrive(directory, provider)
    else:
        with pytest.raises(Refused, match="exp|Expired"):
            arrive(directory, provider)


def test_a_directory_that_calls_itself_otherwise_is_not_ours(provider: Provider, settings: SignInSettings) -> None:
    other = replace(settings, issuer=provider.issuer.replace("127.0.0.1", "localhost"))

    with pytest.raises(DirectoryDown):
        Directory(other, HOME).address(Flow.new())


def test_a_client_secret_that_ran_out_is_our_trouble_and_not_the_person_s(
    provider: Provider, settings: SignInSettings
) -> None:
    with pytest.raises(DirectoryDown, match="invalid_client"):
        arrive(Directory(replace(settings, client_secret="old"), HOME), provider)


FORGED = ("signed by nobody", "our own secret", "a stranger's key")


@pytest.mark.parametrize("how", FORGED)
def test_a_forged_token_is_refused(directory: Directory, provider: Provider, how: str) -> None:
    flow = Flow.new()
    answer = provider.visit(directory.address(flow))
    provider.desk(id_token=forged(how, provider, flow))

    with pytest.raises(Refused, match="identity token"):
        directory.redeem(flow, answer)


def forged(how: str, provider: Provider, flow: Flow) -> str:
    """A token that is right in all but its signature."""
    claims = right(provider, flow)
    kid = requests.get(f"{provider.issuer}/jwks", timeout=10).json()["keys"][0]["kid"]
    if how == "signed by nobody":
        parts = (json.dumps(part).encode() for part in ({"alg": "none", "kid": kid}, claims))
        return ".".join(base64.urlsafe_b64encode(part).decode().rstrip("=") for part in parts) + "."
    if how == "our own secret":
        return jwt.encode({"alg": "HS256", "kid": kid}, claims, OctKey.import_key(SECRET), algorithms=["HS256"])
    return jwt.encode({"alg": "RS256", "kid": kid}, claims, RSAKey.generate_key(2048))


def right(provider: Provider, flow: Flow) -> dict[str, Any]:
    now = int(time.time())
    ours = {"iss": provider.issuer, "aud": "waymark", "nonce": flow.nonce}
    return {**ANN, **ours, "sub": "ann", "iat": now, "exp": now + 600}


def test_claims_are_checked_even_where_the_signature_fits(
    directory: Directory, provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = RSAKey.generate_key(2048, {"kid": "theirs"})
    monkeypatch.setattr(directory._metadata, "key_for", lambda token: KeySet([key]))
    now = int(time.time())
    flow = Flow.new()
    wrongs: list[dict[str, Any]] = [
        {}, {"iss": "https://elsewhere.example"}, {"aud": "another"}, {"aud": ["waymark", "another"], "azp": "another"},
        {"exp": now - 600}, {"nonce": "another"}, {"nbf": now + 600}, {"sub": None},
    ]  # fmt: skip
    for wrong in wrongs:
        answer = provider.visit(directory.address(flow))
        provider.desk(id_token=jwt.encode({"alg": "RS256", "kid": "theirs"}, {**right(provider, flow), **wrong}, key))
        if not wrong:
            assert directory.redeem(flow, answer).name == "Ann Example"
            continue
        with pytest.raises(Refused, match="identity token"):
            directory.redeem(flow, answer)


def test_signing_out_of_the_work_account_comes_back_to_us(directory: Directory, provider: Provider) -> None:
    address = directory.end_address()

    assert address and address.startswith(provider.issuer)
    assert parse_qs(urlsplit(address).query)["post_logout_redirect_uri"] == [f"{HOME}/signed-out"]
    assert requests.get(address, timeout=10).status_code == 200


def test_a_directory_that_is_away_is_told_from_one_that_refuses(settings: SignInSettings) -> None:
    nobody = Directory(replace(settings, issuer=f"http://127.0.0.1:{supervisor.free_port()}"), HOME)

    with pytest.raises(DirectoryDown):
        nobody.address(Flow.new())
    assert nobody.end_address() is None
