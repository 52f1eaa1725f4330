"""``waymark deadlines``: one question, many questions, and questions that make no sense."""

from __future__ import annotations

import io
import json

import pytest

from bot.cli import main

KEYS = {"rule", "due", "due_at", "unit", "value", "strength", "shown", "why"}


def asked(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, object]]:
    assert main(["deadlines", *words, "--json"]) == 0
    found: list[dict[str, object]] = json.loads(capsys.readouterr().out)
    return found


def test_one_limit_is_one_item_with_every_key(capsys: pytest.CaptureFixture[str]) -> None:
    [item] = asked(capsys, "--policy", "gloucestershire", "--rule", "GLOS-1d", "--start", "2026-12-24T15:00")
    assert item.keys() == KEYS
    assert (item["due"], item["due_at"], item["unit"], item["value"]) == ("2027-01-05", None, "working_days", 5)


def test_an_open_unit_gives_both_readings_and_one_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    hours, day = asked(capsys, "--policy", "telford_wrekin", "--rule", "TELF-3a", "--start", "2026-11-06T16:00")
    assert (hours["shown"], hours["due_at"]) == (True, "2026-11-07T16:00:00+00:00")
    assert (day["shown"], day["due"]) == (False, "2026-11-09")


@pytest.mark.parametrize("rule", ["WARR-1a", "WARR-T4", "WARR-P1", "WARR-C2"])
def test_a_rule_without_a_limit_has_no_date(capsys: pytest.CaptureFixture[str], rule: str) -> None:
    [item] = asked(capsys, "--policy", "warrington", "--rule", rule, "--start", "2026-11-02")
    assert (item["due"], item["due_at"], item["value"], item["shown"]) == (None, None, None, True)


def test_a_rule_without_a_limit_has_the_word_of_the_document_or_none(capsys: pytest.CaptureFixture[str]) -> None:
    words = {"WARR-1a": "should", "WARR-4a": "must", "WARR-5b": "may", "WARR-4c": "will", "WARR-P1": None}
    for rule, word in words.items():
        [item] = asked(capsys, "--policy", "warrington", "--rule", rule, "--start", "2026-11-02")
        assert item["strength"] == word


def test_a_stage_gives_every_limit_that_runs_in_it(capsys: pytest.CaptureFixture[str]) -> None:
    found = asked(capsys, "--policy", "gloucestershire", "--stage", "4", "--start", "2026-11-02T09:00")
    assert [item["rule"] for item in found] == ["GLOS-4e", "GLOS-F2", "GLOS-F2"]


def test_many_questions_are_answered_line_by_line_whatever_they_hold(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    good = {"policy": "warrington", "rule": "WARR-T2", "start": "2026-11-02", "agreed": "2026-12-24"}
    lines = [
        json.dumps(good),
        "no JSON",
        "[]",
        json.dumps({**good, "rule": "GLOS-1d"}),
        json.dumps({**good, "start": 5}),
    ]
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(lines)))
    assert main(["deadlines", "--jsonl"]) == 1
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert answers[0][0]["due"] == "2026-11-09"  # no extension in Warrington
    assert all("error" in answer[0] for answer in answers[1:])
    assert len(answers) == len(lines)


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--policy", "nowhere", "--rule", "X", "--start", "2026-11-02"], "there is no policy 'nowhere'"),
        (["--policy", "warrington", "--rule", "X", "--start", "2026-11-02"], "has no rule 'X'"),
        (["--policy", "warrington", "--stage", "9", "--start", "2026-11-02"], "its stages are 1, 2, 3, 4, 5"),
        (["--policy", "warrington", "--rule", "WARR-T1", "--start", "soon"], "--start must be a local time"),
        (["--policy", "warrington", "--rule", "WARR-T3", "--start", "9999-12-31"], "too far away to count with"),
    ],
)
def test_what_makes_no_sense_is_said(capsys: pytest.CaptureFixture[str], words: list[str], complaint: str) -> None:
    assert main(["deadlines", *words]) == 1
    assert complaint in capsys.readouterr().err
