"""The README's example loads, and each way to get a file wrong is told by file, line and key."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.casework.policy import Policy
from bot.casework.vocabulary import Adjust, Unit
from bot.library import PolicyError, load, load_all

HERE = Path(__file__).parent
README = HERE.parents[1] / "policies" / "README.md"
EXAMPLE = README.read_text(encoding="utf-8").split("```yaml\n")[1].split("```")[0]


def read(folder: Path, text: str | bytes, name: str = "exampleshire.yml") -> Policy:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return load(path)


def problems(folder: Path, text: str | bytes, name: str = "exampleshire.yml") -> list[str]:
    with pytest.raises(PolicyError) as caught:
        read(folder, text, name)
    return [problem.removeprefix(f"{folder}/") for problem in caught.value.problems]


def changed(old: str, new: str) -> str:
    assert EXAMPLE.count(old) >= 1, old
    return EXAMPLE.replace(old, new, 1)


def line_of(text: str, marker: str) -> int:
    return text[: text.index(marker)].count("\n") + 1


def test_the_example_of_the_readme_is_a_policy(tmp_path: Path) -> None:
    policy = read(tmp_path, EXAMPLE)

    assert [stage.id for stage in policy.stages] == ["1", "2"]
    limit = policy.stage("1").limits[0]
    assert (limit.unit, limit.value, limit.start) == (Unit.WORKING_DAYS, 5, "raised")
    assert limit.adjust == (Adjust.PROTECTIVE_DATE, Adjust.AGREEMENT)
    assert policy.stage("2").limits[0].readings[0].unit is Unit.HOURS
    assert policy.elsewhere[1].to is None
    assert policy.risk.ordered is True
    assert policy.final.at == "3 (b)"


WRONG = yaml.safe_load((HERE / "problems.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", WRONG, ids=[case["name"] for case in WRONG])
def test_one_thing_wrong_is_told_by_line_and_key(tmp_path: Path, case: dict[str, str]) -> None:
    text = changed(case["old"], case["new"])

    [told] = problems(tmp_path, text)

    assert told.startswith(f"exampleshire.yml:{line_of(text, case['seen'])}: {case['key']}: ")
    assert case["words"] in told


def test_everything_that_is_wrong_is_told_at_once_in_the_order_of_the_lines(tmp_path: Path) -> None:
    text = changed("nation: ENG", "nation: FRA").replace("force: should", "force: ought")
    text = text.replace("contact: partnership", "contact: chair").replace("start: raised", "start: rised")

    told = problems(tmp_path, text)

    assert [problem.split(":")[2].strip() for problem in told] == ["nation", "force", "start", "contact"]
    lines = [int(problem.split(":")[1]) for problem in told]
    assert lines == sorted(lines)


def test_two_unknown_words_in_one_list_are_both_told(tmp_path: Path) -> None:
    told = problems(tmp_path, changed("[face_to_face, telephone]", "[phone, pigeon]"))

    assert ["'phone'" in told[0], "'pigeon'" in told[1], len(told)] == [True, True, 2]


def test_a_missing_id_is_told_beside_what_refers_to_it(tmp_path: Path) -> None:
    told = problems(tmp_path, changed("  - id: referral\n    name", "  - name"))

    assert [problem.split(": ", 1)[1] for problem in told] == [
        "form: unknown word 'referral'; allowed words: (none)",
        "id: is missing",
    ]


def test_an_alias_cannot_multiply(tmp_path: Path) -> None:
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"

    told = problems(tmp_path, bomb)

    assert "exampleshire.yml:2: *a: aliases are not allowed: write the text again" in told
    assert "exampleshire.yml:1: &a: anchors are not allowed" in told


def test_a_list_cannot_be_nested_without_end(tmp_path: Path) -> None:
    assert problems(tmp_path, "a: " + "[" * 5000) == [
        "exampleshire.yml:1: file: lists and tables are nested more than 12 deep"
    ]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "exampleshire.yml:1: file: must be a table of keys"),
        (b"- a\n- b\n", "exampleshire.yml:1: file: must be a table of keys"),
        (b"id: a\nshort: \xff\n", "exampleshire.yml:2: file: is not UTF-8 text"),
        (b"id: a\n---\nid: b\n", "exampleshire.yml:2: file: is not YAML: but found another document"),
        (b"#" * 300_000, "exampleshire.yml:0: file: is larger than 256 KiB"),
    ],
)
def test_a_file_that_is_no_policy_at_all(tmp_path: Path, content: bytes, told: str) -> None:
    assert problems(tmp_path, content) == [told]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match=r"nowhere.yml:0: file: cannot be read"):
        load(tmp_path / "nowhere.yml")


def test_a_folder_tells_the_problems_of_all_its_files(tmp_path: Path) -> None:
    (tmp_path / "exampleshire.yml").write_text(changed("nation: ENG", "nation: FRA"))
    (tmp_path / "other.yml").write_text(EXAMPLE)

    with pytest.raises(PolicyError) as caught:
        load_all(tmp_path)

    told = [Path(problem.split(":")[0]).name for problem in caught.value.problems]
    assert told == ["exampleshire.yml", "other.yml"]


def test_an_empty_folder_is_not_a_library(tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match="holds no policy"):
        load_all(tmp_path)
