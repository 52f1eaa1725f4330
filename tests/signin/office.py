"""A stand-in for the directory, and people who sign in with it: quick, and it does what a test says."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from bot.casework.permissions import Role
from bot.channels.visitor import SECURE_COOKIE, form_token
from bot.config import SignInSettings
from bot.directory import DirectoryDown, Flow, Refused, Vouched
from bot.signing_in import SignIns
from tests.gateway.opening import open_gateway
from tests.gateway.standins import WELCOME, House

SETTINGS = SignInSettings(
    "https://directory.example", "waymark", "a secret", frozenset({"*"}), longest=timedelta(hours=8)
)
PRACTITIONER, COORDINATOR = Role.PRACTITIONER, Role.COORDINATOR


def vouched(name: str, *roles: Role, organisation: str = "north") -> Vouched:
    email, token = f"{name}@north.example", f"r-{name}"
    return Vouched("entra:t", f"oid-{name}", name.title(), email, organisation, frozenset(roles), token)


@dataclass
class Office:
    """The directory: who is who, who may go on, and whether it answers at all."""

    people: dict[str, Vouched] = field(default_factory=dict)
    down: bool = False
    asked: list[str] = field(default_factory=list)

    def address(self, flow: Flow) -> str:
        self._answers()
        return f"https://directory.example/authorize?state={flow.state}"

    def redeem(self, flow: Flow, answer: dict[str, str]) -> Vouched:
        self._answers()
        if not flow.fits(answer.get("state", "")) or answer.get("code", "") not in self.people:
            raise Refused("another state")
        return self.people[answer["code"]]

    def renew(self, refresh_token: str) -> Vouched:
        self.asked.append(refresh_token)
        self._answers()
        found = self.people.get(refresh_token.removeprefix("r-"))
        if found is None:
            raise Refused("invalid_grant")
        return found

    def end_address(self) -> str | None:
        return None if self.down else "https://directory.example/end"

    def now_is(self, name: str, *roles: Role) -> None:
        self.people[name] = replace(self.people[name], roles=frozenset(roles))

    def _answers(self) -> None:
        if self.down:
            raise DirectoryDown("no answer")


@dataclass
class Colleague:
    """Somebody at their own browser."""

    client: FlaskClient
    name: str

    def sign_in(self, to: str = "/") -> TestResponse:
        return self.back(self.leave(to))

    def leave(self, to: str = "/") -> str:
        """Go to the directory; gives the state that it is to bring back."""
        away = self.client.get("/sign-in", query_string={"next": to})
        assert away.status_code == 303, away.text
        return parse_qs(urlsplit(away.headers["Location"]).query)["state"][0]

    def back(self, state: str, code: str | None = None) -> TestResponse:
        return self.client.get("/sign-in/callback", query_string={"state": state, "code": code or self.name})

    @property
    def session(self) -> str:
        cookie = self.client.get_cookie(SECURE_COOKIE)
        return cookie.value if cookie else ""

    def get(self, path: str) -> TestResponse:
        return self.client.get(path)

    def post(self, path: str, **fields: str) -> TestResponse:
        return self.client.post(path, data={"form_token": form_token(self.session), **fields})


@dataclass
class Waymark:
    """A gateway with sign-in, over a real database and that directory."""

    house: House
    office: Office = field(default_factory=Office)

    def __post_init__(self) -> None:
        self.sign_ins = SignIns(self.house.database, self.office, SETTINGS, lambda: WELCOME)  # type: ignore[arg-type]
        self.app: Flask = open_gateway(self.house.door(training=False, sign_ins=self.sign_ins))

    def browser(self, name: str = "") -> Colleague:
        """A browser in which nobody has signed in yet."""
        return Colleague(self.app.test_client(), name)

    def employ(self, name: str, *roles: Role, organisation: str = "north") -> Colleague:
        """Somebody whom the directory knows, and who has signed in."""
        self.office.people[name] = vouched(name, *roles, organisation=organisation)
        colleague = self.browser(name)
        assert colleague.sign_in().status_code == 303
        return colleague

    def person(self, colleague: Colleague) -> str:
        actor = self.sign_ins.actor(colleague.session, self.house.clock.now())
        assert actor
        return actor.id
