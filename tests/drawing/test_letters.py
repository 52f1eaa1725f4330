"""Lines break where they should, and are as wide as they say."""

from __future__ import annotations

import pytest

from bot.drawing.letters import NBSP, Run, Style, lines, width

PLAIN, BOLD = Style(10), Style(10, bold=True)


def said(text: str, room: float) -> list[str]:
    return [" ".join(run.text for run in line) for line in lines([Run(text, PLAIN)], room)]


def test_widths_are_those_of_arial() -> None:
    assert width("Stage 2", PLAIN) == pytest.approx(6.67 + 2.78 + 3 * 5.56 + 2.78 + 5.56)
    assert width("ii", BOLD) > width("ii", PLAIN)


def test_accents_cost_nothing_and_the_unknown_counts_as_wide() -> None:
    assert width("é", PLAIN) == width("e", PLAIN)
    assert width("漢", PLAIN) == 10


def test_lines_are_full_but_never_too_wide() -> None:
    text = "one two three four five six seven"
    broken = said(text, 60)
    assert " ".join(broken) == text
    assert all(width(line, PLAIN) <= 60 for line in broken)
    assert all(width(f"{one} {other.split()[0]}", PLAIN) > 60 for one, other in zip(broken, broken[1:], strict=False))


def test_what_belongs_together_moves_together_if_it_can() -> None:
    assert said(f"some words should{NBSP}·{NBSP}WARR-1a", 90)[-1] == f"should{NBSP}·{NBSP}WARR-1a"
    assert len(said(f"should{NBSP}·{NBSP}WARR-1a", 40)) == 3


def test_a_word_too_long_for_any_line_is_cut() -> None:
    broken = said("W" * 30, 60)
    assert "".join(broken) == "W" * 30
    assert all(width(line, PLAIN) <= 60 for line in broken)


def test_styles_may_change_within_a_line() -> None:
    (line,) = lines([Run("At once:", BOLD), Run("tell your lead", PLAIN)], 500)
    assert [run.text for run in line] == ["At once:", "tell your lead"]
    assert line[1].x == pytest.approx(width("At once:", BOLD) + width(" ", BOLD))
