"""People who escalate one case after another while things break around them, and count what became of each message."""

from __future__ import annotations

import random
import secrets
import threading
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import requests

WORRY = "Social care in Stroud said today that a boy of 9 does not meet the threshold and we disagree"
NEXT = "What do I do now?"
ONWARD = "Not resolved"
ANSWERS = ("No", "Nobody yet")
PATIENCE_SECONDS = 180.0


class Silent(Exception):
    """No answer came: neither words nor an honest failure."""


@dataclass
class Tally:
    """What became of the messages of everybody. ``pressed``: tokens that should move a case; ``moved``: those that an
    answer says did."""

    outcomes: Counter[str] = field(default_factory=Counter)
    pressed: set[str] = field(default_factory=set)
    moved: set[str] = field(default_factory=set)
    said: set[tuple[str, str]] = field(default_factory=set)
    silent: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def messages(self) -> int:
        """How many messages were brought to an end."""
        return self.outcomes["answered"] + self.outcomes["failed"]

    def wait(self, answered: int) -> None:
        """Until so many messages have been answered."""
        until = time.monotonic() + 2 * PATIENCE_SECONDS
        while self.outcomes["answered"] < answered:
            assert time.monotonic() < until, dict(self.outcomes)
            time.sleep(0.05)


class Walker:
    """One person. A message that gets no answer is sent again, to whichever gateway there is, as the page does it."""

    def __init__(self, gateways: Sequence[str], tally: Tally) -> None:
        self._gateways, self._tally = gateways, tally
        self._web = requests.Session()
        self._web.trust_env = False
        self._live: dict[str, str] = {}
        self._asked_anew = 0

    def walk(self, stop: threading.Event) -> None:
        """Escalate cases until told to stop."""
        while not stop.is_set():
            self._web.cookies.clear()
            if self._arrive(stop):
                self._escalate(stop)

    def _arrive(self, stop: threading.Event) -> bool:
        while not stop.is_set():
            try:
                if self._web.get(f"{random.choice(self._gateways)}/", timeout=30).status_code == 200:
                    return True
            except requests.RequestException:
                pass
            time.sleep(0.2)
        return False

    def _escalate(self, stop: threading.Event) -> None:
        """Until the case stands where it goes no further, or nearly: then there is nothing to be pressed."""
        moves = asked = 0
        self._say(WORRY)
        while moves < 3 and asked < 3 and not stop.is_set():
            if ONWARD in self._live:
                moves += self._press(ONWARD)
            elif title := next((title for title in ANSWERS if title in self._live), None):
                self._press(title)
            else:
                asked += self._say(NEXT)

    def _say(self, words: str) -> bool:
        key = secrets.token_hex(16)
        taken = self._sent({"text": words, "id": key})
        if taken:
            with self._tally.lock:
                self._tally.said.add((key, words))
        return taken

    def _press(self, title: str) -> bool:
        token = self._live.pop(title)
        if title == ONWARD:
            with self._tally.lock:
                self._tally.pressed.add(token)
        moved = self._sent({"button": token})
        if title == ONWARD and moved:
            with self._tally.lock:
                self._tally.moved.add(token)
        return moved

    def _sent(self, body: Mapping[str, str]) -> bool:
        """Whether it was taken, for certain and with the answer to it. Raises Silent where nothing was said at all."""
        until = time.monotonic() + PATIENCE_SECONDS
        heard = False
        while time.monotonic() < until:
            answer = self._tried(body)
            if answer is None:
                continue
            heard = True
            said = " ".join(message["text"] for message in answer["messages"])
            if answer["saved"]:
                self._count("answered")
                return "I was interrupted" not in said
            if "answered already" in said:
                self._count("answered")
                return False
            if "still answering" not in said:
                self._count("failed")
                self._look()
                return False
            time.sleep(0.3)
        if not heard:
            with self._tally.lock:
                self._tally.silent.append(str(body))
        self._count("failed")
        self._look()
        return False

    def _tried(self, body: Mapping[str, str]) -> dict[str, Any] | None:
        try:
            response = self._web.post(f"{random.choice(self._gateways)}/chat/messages", json=body, timeout=90)
            answer: dict[str, Any] = response.json()
        except (requests.RequestException, ValueError):
            self._count("sent again")
            time.sleep(0.3)
            return None
        self._see(answer["messages"])
        return answer

    def _look(self) -> None:
        """Read the page again, as anybody would."""
        try:
            response = self._web.get(f"{random.choice(self._gateways)}/chat/messages", timeout=30)
            self._live = {}
            self._see(response.json()["messages"] if response.status_code == 200 else ())
        except (requests.RequestException, ValueError):
            time.sleep(0.3)

    def _see(self, messages: Sequence[Mapping[str, Any]]) -> None:
        for message in messages:
            if message["buttons"]:
                self._live = {button["title"]: button["token"] for button in message["buttons"]}

    def _count(self, outcome: str) -> None:
        with self._tally.lock:
            self._tally.outcomes[outcome] += 1


@dataclass
class Crowd:
    """Several of them at once. Use as a context."""

    gateways: Sequence[str]
    size: int
    tally: Tally = field(default_factory=Tally)

    def __enter__(self) -> Tally:
        self._stop = threading.Event()
        walkers = [Walker(self.gateways, self.tally) for _ in range(self.size)]
        self._threads = [threading.Thread(target=walker.walk, args=(self._stop,)) for walker in walkers]
        for thread in self._threads:
            thread.start()
        return self.tally

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join(120)
