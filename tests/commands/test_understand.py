"""``waymark understand`` over the trained model."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

pytestmark = pytest.mark.rasa


def understood(*lines: str) -> list[dict[str, object]]:
    command = [sys.executable, "-m", "bot.cli", "understand"]
    done = subprocess.run(command, input="\n".join(lines), capture_output=True, text=True, check=False)
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_each_line_is_answered_whatever_it_holds() -> None:
    danger, closed, broken = understood(
        json.dumps({"text": "dad is picking her up at 3 and she says he hurts her at night"}),
        json.dumps({"text": "They closed it on 14/10 without speaking to mum Sarah Jones", "now": "2026-11-02T10:00"}),
        "no JSON",
    )
    assert danger["immediate_risk"] is True
    assert closed["immediate_risk"] is False
    assert closed["date"] == "2026-10-14"
    assert closed["masked"] == "They closed it on 14/10 without speaking to mum [name]"
    assert closed["identifiers"] == [{"start": 48, "end": 59, "type": "name"}]
    assert "error" in broken
