"""The figures stay above their floors, over the trained model."""

from __future__ import annotations

import pytest

from bot.training import trained_model
from tests.quality.figures import figures
from tests.quality.floors import fallen
from tests.quality.held_out import held_out
from tests.quality.listening import listen

pytestmark = pytest.mark.rasa


def test_no_figure_is_below_its_floor() -> None:
    assert not fallen(figures(listen(trained_model(), held_out())))
