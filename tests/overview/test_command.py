"""``waymark report``: figures for a person, a program or a file; and the returns that policies ask for."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from bot.cli import main
from bot.storage import Database

Run = Callable[..., int]
PERIOD = ("report", "--from", "2025-01-01", "--to", "2026-12-31")


@pytest.fixture
def run(full: Database, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("DATABASE_URL", str(full.engine.url))
    monkeypatch.setenv("WAYMARK_MODE", "training")
    return lambda *words: main([*PERIOD, *words])


def test_json_for_a_program(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["begun"] == sum(row["Began"] for row in found["tables"]["Policies"]) > 0
    assert found["resolved"] == sum(row["Resolved"] for row in found["tables"]["How long"])


def test_words_for_a_person(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run() == 0
    said = capsys.readouterr().out
    assert "For use inside the organisation" in said and "Time to resolve" in said


def test_a_return_in_word(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "return.docx"
    assert run("--return", "--policy", "telford_wrekin", "-o", str(file)) == 0
    said = "\n".join(paragraph.text for paragraph in docx.Document(str(file)).paragraphs)
    assert "TELF-7b" in said and "withheld" in said and "Challenges" in said


def test_a_return_for_a_program_holds_no_small_number(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--return", "--policy", "rainbow_early_years", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    figures = [value for table in found["tables"].values() for row in table for value in row.values()]
    assert None in figures and not any(isinstance(value, int) and 0 < value < 5 for value in figures)
    assert "begun" not in found


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--to", "2024-01-01"), "ends before it begins"),
        (("--policy", "atlantis"), "there is no policy 'atlantis'"),
        (("--return",), "needs --policy"),
        (("--return", "--policy", "warrington"), "asks for no return"),
        (("-o", "report.pdf"), "has to end in .xlsx or .csv"),
        (("-o", "/nowhere/report.csv"), "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_said(
    run: Run, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], why: str
) -> None:
    assert run(*words) == 1
    assert why in capsys.readouterr().err
