"""Policy files that were bent, doubled, nested or blown up: read whole, or refused by line, and no more than that."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import library
from bot.library import PolicyError
from tests.conftest import ROOT
from tests.generating import generated
from tests.hostile.conftest import in_time, odd_text

SOURCE = (ROOT / "tests" / "policies" / "exampleshire.yml").read_text("utf-8").splitlines()
BOMBS = {
    "aliases": "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
    "merge": "a: &a {x: 1}\nb:\n  <<: *a\n",
    "deep lists": "a: " + "[" * 50_000,
    "deep tables": "\n".join(" " * depth + "a:" for depth in range(2_000)),
    "a tag that would run": "a: !!python/object/apply:os.system ['true']\n",
    "large": "a: " + "x" * 400_000,
    "many keys": "\n".join(f"k{number}: v" for number in range(20_000)),
    "two documents": "a: 1\n---\nb: 2\n",
    "nothing": "",
    "bytes": "\x00\x01",
}


def read(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    with in_time():
        try:
            library.load(path)
        except PolicyError as refused:
            assert refused.problems and all(str(path) in line for line in refused.problems)


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS.keys())
def test_a_bomb_is_refused(tmp_path: Path, bomb: str) -> None:
    path = tmp_path / "bomb.yml"
    path.write_text(bomb, "utf-8")
    with in_time(), pytest.raises(PolicyError):
        library.load(path)


@generated(25, share=0.1)
@given(st.data())
def test_a_bent_file_is_read_or_refused(tmp_path: Path, data: st.DataObject) -> None:
    lines = list(SOURCE)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(lines) - 1))
        match data.draw(st.sampled_from(["drop", "double", "say", "indent", "swap"])):
            case "drop":
                del lines[at]
            case "double":
                lines.insert(at, lines[at])
            case "say":
                lines[at] = lines[at].partition(":")[0] + ": " + data.draw(odd_text)
            case "indent":
                lines[at] = " " * data.draw(st.integers(1, 9)) + lines[at]
            case _:
                lines[at], lines[0] = lines[0], lines[at]
    read(tmp_path / "exampleshire.yml", "\n".join(lines).encode("utf-8", "surrogatepass"))


@generated(80, share=0.1)
@given(st.binary(max_size=300))
def test_any_bytes_are_refused(tmp_path: Path, data: bytes) -> None:
    read(tmp_path / "exampleshire.yml", data)
