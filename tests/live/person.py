"""Somebody at the page of the real Waymark, over HTTP: says something, presses a button, reads the answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import requests

from bot.casework.calendar import LONDON


@dataclass(frozen=True)
class Answer:
    """All that was said in one turn."""

    messages: tuple[Mapping[str, Any], ...]
    saved: bool

    @property
    def text(self) -> str:
        return "\n\n".join(message["text"] for message in self.messages)

    @property
    def kinds(self) -> list[str]:
        return [message["kind"] for message in self.messages]

    @property
    def question(self) -> str:
        """The last message: what is being asked now, if anything is."""
        return str(self.messages[-1]["text"])

    @property
    def buttons(self) -> dict[str, str]:
        """What can be pressed, title by token."""
        return {button["title"]: button["token"] for message in self.messages for button in message["buttons"]}

    @property
    def cites(self) -> list[str]:
        return [rule for message in self.messages for rule in message["cites"]]

    @property
    def headings(self) -> list[str]:
        return [line for block in self._blocks("heading") for line in block["lines"]]

    @property
    def deadline(self) -> str | None:
        """The date that is shown first."""
        return next((str(block["lines"][0]) for block in self._blocks("deadline")), None)

    @property
    def contact(self) -> str | None:
        """Whom to contact next."""
        titled = [block for block in self._blocks() if block["title"] == "Contact next"]
        return next((str(block["lines"][0]) for block in titled), None)

    def _blocks(self, shape: str | None = None) -> list[Mapping[str, Any]]:
        found = [block for message in self.messages for block in message["blocks"]]
        return [block for block in found if shape in (None, block["shape"])]


class Person:
    """A visitor with a cookie of their own."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._web = requests.Session()
        self._web.trust_env = False
        assert self._web.get(f"{address}/", timeout=30).status_code == 200
        self.last = Answer((), True)

    def says(self, text: str) -> Answer:
        """Say it. Whatever is said, there is an answer and never an error."""
        return self._turn({"text": text})

    def tries(self, text: str) -> tuple[int, Answer]:
        """Say it where it may fail; gives the status besides."""
        response = self._web.post(f"{self._address}/chat/messages", json={"text": text}, timeout=60)
        answer = response.json()
        return response.status_code, Answer(tuple(answer["messages"]), answer["saved"])

    def presses(self, title: str) -> Answer:
        """Press the newest button of that title."""
        return self._turn({"button": self.last.buttons[title]})

    def presses_token(self, token: str) -> Answer:
        """Press a button that may be an old one."""
        return self._turn({"button": token})

    def at_another_tab(self, address: str = "") -> Person:
        """The same person, who has opened the page once more, perhaps by another gateway."""
        tab = Person.__new__(Person)
        tab._address, tab._web, tab.last = address or self._address, requests.Session(), self.last
        tab._web.trust_env = False
        tab._web.cookies.update(self._web.cookies)
        return tab

    def at(self, moment: str) -> None:
        """Set the training clock, to London's time."""
        aware = datetime.fromisoformat(moment).replace(tzinfo=LONDON).isoformat()
        response = self._web.post(f"{self._address}/training/clock", json={"now": aware}, timeout=30)
        assert response.status_code == 200, response.text

    def history(self) -> list[Mapping[str, Any]]:
        """Everything that was said."""
        found: list[Mapping[str, Any]] = self._web.get(f"{self._address}/chat/messages", timeout=30).json()["messages"]
        return found

    def summary(self) -> str:
        """What Waymark has noted of the case."""
        return self.says("what have I told you so far?").messages[0]["text"]

    def leave(self) -> None:
        self._web.close()

    def _turn(self, body: Mapping[str, str]) -> Answer:
        response = self._web.post(f"{self._address}/chat/messages", json=body, timeout=60)
        assert response.status_code == 200, response.text
        answer = response.json()
        assert answer["messages"], "there is always an answer"
        said = Answer(tuple(answer["messages"]), answer["saved"])
        if said.saved:
            self.last = said
        return said
