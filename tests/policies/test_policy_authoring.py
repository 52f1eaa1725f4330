"""What somebody who writes a policy begins with, and the walk by which they see what they wrote."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pytest

from bot import bankholidays
from bot.casework.examples import Given
from bot.casework.vocabulary import Status
from bot.cli import main
from bot.commands.policies.authoring import skeleton
from bot.commands.policies.trying import lines
from bot.library import PolicyError, load

FOLDER = Path(__file__).parents[2] / "policies"
FILLED = {
    "force": "must", "strength": "limit", "value": "5", "ordered": "false", "parallel": "true",
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WAYMARK_POLICY_FOLDER", str(tmp_path))
    return tmp_path


def filled(text: str) -> str:
    """The skeleton with something in every place that is empty."""
    text = re.sub(
        r"(?m)^(\s*(?:- )?)(title|short|area|owner|dates|review|at|force|do|strength|value|words|ordered|parallel|says)"
        r":( *#.*)?$",
        lambda found: f"{found[1]}{found[2]}: {FILLED.get(found[2], 'Something')}",
        text,
    )
    return text.replace("aliases: []", "aliases: [Exampleton]")


def test_the_skeleton_lacks_only_what_the_document_can_tell(tmp_path: Path) -> None:
    path = tmp_path / "foo_shire.yml"
    path.write_text(skeleton("foo_shire"), encoding="utf-8")

    with pytest.raises(PolicyError) as caught:
        load(path)

    told = [problem.split(": ", 1)[1] for problem in caught.value.problems]
    assert set(told) == {
        "title: is empty", "short: is empty", "area: is empty", "owner: is empty", "aliases: must not be empty",
        "dates: is empty", "review: is empty", "at: is empty", "force: is empty", "do: is empty",
        "strength: is empty", "value: working_days needs a value of 1 or more", "words: is empty",
        "ordered: is empty", "parallel: is empty", "says: is empty",
    }  # fmt: skip


def test_the_skeleton_filled_in_is_a_draft_that_can_be_tried(tmp_path: Path) -> None:
    path = tmp_path / "foo_shire.yml"
    path.write_text(filled(skeleton("foo_shire")), encoding="utf-8")

    policy = load(path)

    assert policy.status is Status.DRAFT
    assert policy.stage("1").rule == "FOOS-1a"
    assert any("FOOS-1b" in line for line in lines(policy, bankholidays.calendar("ENG"), Given(datetime(2026, 12, 24))))


def test_new_writes_a_file_and_lists_what_is_to_be_filled_in(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["policies", "new", "foo_shire"]) == 0

    told = capsys.readouterr().out
    title = (folder / "foo_shire.yml").read_text(encoding="utf-8").splitlines().index("title:") + 1
    assert f"  {title}: title: is empty\n" in told


@pytest.mark.parametrize("name", ["Foo Shire", "../foo", "", "1foo"])
def test_new_refuses_what_is_no_id(folder: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert main(["policies", "new", name]) == 1

    assert "is no id" in capsys.readouterr().err
    assert list(folder.iterdir()) == []


def test_new_never_writes_over_a_policy(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "foo_shire.yml").write_text("mine", encoding="utf-8")

    assert main(["policies", "new", "foo_shire"]) == 1

    assert (folder / "foo_shire.yml").read_text(encoding="utf-8") == "mine"
    assert "is there already" in capsys.readouterr().err


def walked(capsys: pytest.CaptureFixture[str], named: str, start: str = "2026-12-24T15:00") -> str:
    assert main(["policies", "try", named, "--start", start]) == 0
    return capsys.readouterr().out


def test_the_walk_goes_up_every_stage_with_its_dates(capsys: pytest.CaptureFixture[str]) -> None:
    told = walked(capsys, "telford_wrekin")

    moves = [line.strip() for line in told.splitlines() if re.match(r"  \w+ \d+ \w+ \d{4}: ", line)]
    assert moves == [
        "Wednesday 30 December 2026: TELF-1a is done.",
        "Tuesday 5 January 2027: not resolved, so on to Stage 2.",
        "Thursday 7 January 2027: not resolved, so on to Stage 3.",
        "Friday 8 January 2027: TELF-3a is done.",
        "Tuesday 12 January 2027: not resolved, so on to Stage 4.",
        "Thursday 14 January 2027: TELF-4a is done.",
        "Monday 18 January 2027: not resolved, so on to Stage 5.",
        "Wednesday 20 January 2027: TELF-5a is done.",
    ]
    assert "Contact: your line manager or named safeguarding lead" in told
    assert "it runs from the moment that TELF-1a is done" in " ".join(told.split())


def test_the_walk_invents_no_date(capsys: pytest.CaptureFixture[str]) -> None:
    told = walked(capsys, "cambridgeshire_peterborough")

    assert told.count("no date") == 4
    assert set(re.findall(r"\d+ \w+ \d{4}", " ".join(told.split()))) == {"24 December 2026"}


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yml")), ids=lambda path: path.stem)
def test_the_walk_fits_a_terminal_and_reads_any_file(capsys: pytest.CaptureFixture[str], path: Path) -> None:
    told = walked(capsys, str(path), "2027-03-24T22:15")

    assert max(map(len, told.splitlines())) <= 80
    assert "Who decides last:" in told


def test_a_walk_past_the_published_bank_holidays_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    last = bankholidays.calendar("ENG").published_until

    told = walked(capsys, "gloucestershire", f"{last:%Y-%m-%d}T09:00")

    assert "This cannot be counted yet" in " ".join(told.split())


def test_a_walk_through_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["policies", "try", "nowhere", "--start", "2026-12-24T15:00"]) == 1
    assert "cannot be read" in capsys.readouterr().err
