"""Two tabs of one person, over HTTP, on SQLite; tests/fleet has the same on PostgreSQL with two gateways."""

from __future__ import annotations

import pytest

from tests.live import tabs
from tests.live.person import Person

pytestmark = pytest.mark.rasa


def test_two_tabs_have_one_effect(me: Person) -> None:
    other = me.at_another_tab()
    tabs.check(me, other)
    other.leave()
