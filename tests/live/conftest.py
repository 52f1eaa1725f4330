"""One real Waymark for all of these tests, and people who talk with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.live.person import Person
from tests.live.stack import Stack

MONDAY = "2026-11-02 10:00"


@pytest.fixture
def arrive(stack: Stack) -> Iterator[Callable[[], Person]]:
    """Lets somebody open the page, on a Monday morning."""
    people: list[Person] = []

    def arrived() -> Person:
        people.append(Person(stack.address))
        people[-1].at(MONDAY)
        return people[-1]

    yield arrived
    for person in people:
        person.leave()


@pytest.fixture
def me(arrive: Callable[[], Person]) -> Person:
    return arrive()
