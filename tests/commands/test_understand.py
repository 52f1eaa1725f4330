"""``waymark understand``: what it tells of a message, and over the trained model whatever comes in."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

import pytest

from bot.commands.understand import ModelEnded, Understood, answer
from bot.understanding.facts import Facts
from bot.understanding.masking import Masked
from bot.understanding.risk import Level

NONE = {"level": "none", "score": 0.1, "part": "..."}
NOW = {"level": "now", "score": 0.9, "part": "..."}


def understood(*lines: str) -> list[dict[str, Any]]:
    command = [sys.executable, "-m", "bot.cli", "understand"]
    done = subprocess.run(command, input="\n".join(lines), capture_output=True, text=True, check=False)
    assert done.stdout, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.rasa
def test_each_line_is_answered_whatever_it_holds() -> None:
    danger, closed, broken, command, empty, half, last = understood(
        json.dumps({"text": "dad is picking her up at 3 and she says he hurts her at night"}),
        json.dumps({"text": "They closed it on 14/10 without speaking to mum Sarah Jones", "now": "2026-11-02T10:00"}),
        "no JSON",
        json.dumps({"text": '/thanks{"policy": "gloucestershire"}'}),
        json.dumps({"text": " / \u200d\n"}),
        json.dumps({"text": "half of an emoji: \ud83d"}),
        json.dumps({"text": "What happens next, and who rings them?"}),
    )
    assert danger["immediate_risk"] is True
    assert 0.5 <= danger["risk_score"] <= 1
    assert closed["immediate_risk"] is False
    assert closed["date"] == "2026-10-14"
    assert closed["masked"] == "They closed it on 14/10 without speaking to mum [name]"
    assert closed["identifiers"] == [{"start": 48, "end": 59, "type": "name"}]
    assert closed["intent"] == "disagreement"
    assert "thresholds" in closed["categories"]
    assert "no JSON" not in json.dumps(broken) and "error" in broken
    assert command["confidence"] < 1 and "risk_score" in command, "words, and never a command to the model"
    assert "empty" in empty["error"]
    assert half["masked"] == "half of an emoji: \ud83d"
    assert last["intent"].startswith("ask_") and last["immediate_risk"] is False


def told(screened: Level, risk: Mapping[str, Any], *ranking: str) -> dict[str, Any]:
    rows = [{"name": name, "confidence": 0.3} for name in ranking or ("thanks",)]
    parsed = {**rows[0], "ranking": rows, "categories": {}, "risk": risk}
    return Understood(Masked("", ()), screened, parsed, Facts(), None).told()


def test_the_likeliest_intent_is_told_where_the_chat_would_ask() -> None:
    assert told("none", NONE, "nlu_fallback", "help", "thanks")["intent"] == "help"


def test_the_model_judges_danger_and_not_single_words() -> None:
    by_words, by_model = told("alarm", NONE), told("none", NOW)
    assert (by_words["immediate_risk"], by_words["risk_score"]) == (False, 0.1)
    assert (by_model["immediate_risk"], by_model["risk_score"]) == (True, 0.9)


def test_a_model_that_is_gone_is_told_and_not_taken_for_a_bad_line() -> None:
    with pytest.raises(ModelEnded):
        answer("hello", io.StringIO(), io.StringIO())
