"""The examples in the policy files come out as their authors worked them out, through the product's own service."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from bot import bankholidays
from bot.casework.examples import Example
from bot.casework.policy import Policy
from bot.cli import main
from bot.library import PolicyError, check, load, load_all
from bot.library.examples import differences

FOLDER = Path(__file__).parents[2] / "policies"
README = (FOLDER / "README.md").read_text(encoding="utf-8")
BLOCKS = [block.split("```")[0] for block in README.split("```yaml\n")[1:]]
EVERY = [(policy, each) for policy in load_all(FOLDER).values() for each in policy.examples]
NAMES = [f"{policy.id}: {each.what}" for policy, each in EVERY]


@pytest.mark.parametrize(
    ("policy", "example"), EVERY, ids=[f"{policy.id}: {example.what}" for policy, example in EVERY]
)
def test_an_example_comes_out_right(policy: Policy, example: Example) -> None:
    calendar = bankholidays.calendar(policy.nation)

    assert [f"{key}: {what}" for _, key, what in differences(policy, example, calendar)] == []


def test_each_policy_has_a_dozen_with_every_stage_and_the_holidays(policies: Mapping[str, Policy]) -> None:
    for policy in policies.values():
        began = [example.given.when or example.given.raised for example in policy.examples]

        assert len(policy.examples) >= 12
        assert {example.then.stage for example in policy.examples} == {stage.id for stage in policy.stages}
        assert {(moment.year, moment.month) for moment in began} >= {(2026, 12), (2027, 3), (2026, 8)}


def test_each_timed_limit_of_a_stage_is_worked_out(policies: Mapping[str, Policy]) -> None:
    for policy in policies.values():
        stages = [limit for stage in policy.stages for limit in policy.limits_in(stage.id) if limit.timed]
        shown = {rule for each in policy.examples for rule in (each.then.rule, *(due.rule for due in each.then.also))}

        # The two confirmations in writing are alike; one of them is worked out.
        assert {limit.rule for limit in stages} - shown - {"TELF-2b"} == set()


def test_a_policy_with_examples_is_shown_to_programs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["policies", "show", "warrington", "--json"]) == 0

    shown = json.loads(capsys.readouterr().out)
    assert shown["examples"][0]["given"]["raised"] == "2026-12-24T15:00:00"
    assert shown["examples"][0]["then"]["due"] == "2027-01-05"


def read(folder: Path, text: str) -> Policy:
    path = folder / "exampleshire.yml"
    path.write_text(text, encoding="utf-8")
    return check(path, bankholidays.calendar)


def problems(folder: Path, text: str) -> list[str]:
    with pytest.raises(PolicyError) as caught:
        read(folder, text)
    return [problem.split(":", 1)[1] for problem in caught.value.problems]


WHOLE = BLOCKS[0] + BLOCKS[1]


def line_of(marker: str, text: str = WHOLE) -> int:
    return text[: text.index(marker)].count("\n") + 1


def test_the_examples_of_the_readme_come_out_right(tmp_path: Path) -> None:
    assert len(read(tmp_path, WHOLE).examples) == 2


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("due: 2027-01-05", "due: 2027-01-04", "due: is 2027-01-05, not 2027-01-04: 5 working days after Thursday 24"),
        ("T09:30}\n", "T10:30}\n", "due_at: is 2027-01-07T09:30, not 2027-01-07T10:30"),
        ('stage: "1", rule', 'stage: "2", rule', "stage: is '1', not '2'"),
        ("rule: EXAM-2b, due", "rule: EXAM-3c, due", "rule: what comes first is EXAM-2b"),
        ("contact: the other worker}", "contact: the panel}", "contact: is 'the other worker'"),
        ("the other worker}", "the other worker, asks: [EXAM-3b]}", "asks: EXAM-3b is not asked here"),
        ("the other worker}", "the other worker, omits: [EXAM-2a]}", "omits: EXAM-2a is asked here"),
        ("the other worker}", "the other worker, provisional: true}", "provisional: is not so"),
        ("outcome: unresolved}", "outcome: unresolved, refused: true}", "refused: was not refused"),
        ("outcome: unresolved}", "agreed: 2026-12-01}", "at: was refused: date_past"),
        (
            "rule: EXAM-3a}\n    then",
            "rule: EXAM-3b}\n    then",
            "rule: the step that is recorded next is EXAM-3a, not",
        ),
    ],
)
def test_an_example_that_comes_out_otherwise_is_told_by_line_and_key(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    assert WHOLE.count(old) == 1
    found = problems(tmp_path, WHOLE.replace(old, new))

    assert any(problem.startswith(f"{line_of(old)}: {told}") for problem in found), found


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("{raised: 2026-12-24T15:00}", "{raised: Christmas Eve}", "raised: must be a local time such as"),
        ("due: 2027-01-05", "due: 2027-02-30", "due: must be a date such as"),
        ('stage: "1", rule', 'stage: "9", rule', "stage: unknown word '9'; allowed words: 1, 2"),
        ("rule: EXAM-2b, due", "rule: EXAM-2a, due", "rule: no limit has the rule 'EXAM-2a'"),
        ("outcome: unresolved}", "outcome: waiting}", "outcome: waiting is no end of a talk"),
        ("outcome: unresolved}", "outcome: unresolved, agreed: 2027-01-20}", "exactly one of rule, outcome and agreed"),
        ("the other worker}", "the other worker, asks: [EXAM-9]}", "asks: no step has the rule 'EXAM-9'"),
    ],
)
def test_an_example_that_makes_no_sense_is_refused(tmp_path: Path, old: str, new: str, told: str) -> None:
    path = tmp_path / "exampleshire.yml"
    path.write_text(WHOLE.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(PolicyError) as caught:
        load(path)

    assert any(told in problem for problem in caught.value.problems), caught.value.problems
