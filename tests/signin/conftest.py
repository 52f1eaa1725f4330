"""A Waymark at which staff sign in."""

from __future__ import annotations

import pytest

from bot.storage import Database
from tests.gateway.standins import House
from tests.signin.office import Waymark


@pytest.fixture
def waymark(database: Database) -> Waymark:
    return Waymark(House(database))
