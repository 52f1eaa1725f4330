"""Every limit, clause by clause. A policy officer can check limits.txt against the documents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from bot.casework.policy import Policy
from bot.casework.stages import Limit
from bot.casework.vocabulary import Adjust, Condition, Unit

TABLE = (Path(__file__).parent / "limits.txt").read_text(encoding="utf-8").splitlines()
SHORT = {Unit.WORKING_DAYS: "d", Unit.CALENDAR_DAYS: "c", Unit.HOURS: "h"}
OPTIONAL = {Condition.RESOLVED, Condition.EXCEPTIONAL}


def row(limit: Limit, where: str) -> tuple[str, ...]:
    """One limit in the words of the table."""
    readings = limit.all_readings
    times = [f"{item.value}{SHORT[item.unit]}" if item.value else item.unit.value for item in readings]
    conditions = [condition for condition in limit.when if condition in OPTIONAL]
    time = " or ".join(times) or "-"
    time += f" {limit.strength}" + "".join(f" if {condition}" for condition in conditions)
    return limit.rule, time, limit.start, where, " ".join(limit.adjust) or "-"


def rows(policy: Policy) -> Iterator[tuple[str, ...]]:
    for stage in policy.stages:
        yield from (row(limit, f"own:{stage.id}") for limit in stage.limits)
    yield from (row(limit, " ".join(limit.covers) or "-") for limit in policy.limits)
    yield from (row(limit, "own:risk") for limit in policy.risk.limits)


def test_the_limits_are_those_of_the_table(policies: Mapping[str, Policy]) -> None:
    lines = [line.strip() for line in TABLE if line and not line.startswith("#")]
    expected = [tuple(re.split(r"\s{2,}", line)) for line in lines]

    assert sorted(row for policy in policies.values() for row in rows(policy)) == sorted(expected)


def test_what_runs_in_a_stage(policies: Mapping[str, Policy]) -> None:
    def running(policy: str, stage: str) -> list[str]:
        return [limit.rule for limit in policies[policy].limits_in(stage)]

    assert running("warrington", "1") == running("warrington", "2") == ["WARR-T1"]
    assert running("warrington", "5") == ["WARR-T5"]
    assert running("rainbow_early_years", "pre") == running("rainbow_early_years", "2") == ["RAIN-T2"]
    assert running("rainbow_early_years", "3") == ["RAIN-T3"]
    assert running("cambridgeshire_peterborough", "3") == ["CAMB-T0"]
    assert running("gloucestershire", "1") == ["GLOS-1d", "GLOS-1.6d", "GLOS-F2"]
    assert running("gloucestershire", "4") == ["GLOS-4e", "GLOS-F2"]
    assert running("telford_wrekin", "4") == ["TELF-4a", "TELF-4b", "TELF-4c"]


def test_a_limit_of_a_step_names_the_step(policies: Mapping[str, Policy]) -> None:
    for limit in policies["telford_wrekin"].all_limits():
        assert limit.step == (None if limit.rule == "TELF-T0" else limit.rule)
    assert policies["rainbow_early_years"].stage("3").limits[0].step == "RAIN-3b"


def test_where_the_start_is_not_stated_the_reading_is_explained(policies: Mapping[str, Policy]) -> None:
    unstated = ["GLOS-1d", "GLOS-2g", "GLOS-3g", "GLOS-4e", "GLOS-1.6d", "RAIN-T2", "RAIN-T3", "RAIN-T1",
                "TELF-1c", "TELF-2a", "TELF-3b", "TELF-T0"]  # fmt: skip
    limits = (limit for policy in policies.values() for limit in policy.all_limits())
    notes = {limit.rule: limit.start_note or "" for limit in limits}

    assert [rule for rule in unstated if "does not say from when" not in notes[rule]] == []


def test_only_gloucestershire_extends_and_telford_only_shortens(policies: Mapping[str, Policy]) -> None:
    assert {policy.id: policy.longer.allowed for policy in policies.values()} == {
        "warrington": None,
        "rainbow_early_years": None,
        "cambridgeshire_peterborough": Adjust.TRACK_AGREED,
        "gloucestershire": Adjust.AGREEMENT,
        "telford_wrekin": Adjust.SHORTENING,
    }
