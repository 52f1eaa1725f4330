"""The five policies as they stand in the repository, read once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.casework.policy import Policy
from bot.library import load_all


@pytest.fixture(scope="session")
def policies() -> Mapping[str, Policy]:
    return load_all(Path(__file__).parents[2] / "policies")
