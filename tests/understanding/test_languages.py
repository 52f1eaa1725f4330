"""Messages in other languages are told from English ones and greeted in their own; English stays English."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.understanding.languages import OTHER, other_language
from bot.understanding.risk import screen
from bot.wording.abroad import IN_THEIR_LANGUAGE, works_in_english
from tests.conftest import ROOT
from tests.quality.held_out import messages

SAMPLES: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("languages.yml").read_text())
FOREIGN = {tag: lines for tag, lines in SAMPLES.items() if tag != "en"}


def test_no_english_message_is_taken_for_another_language() -> None:
    assert {line: other_language(line) for line in SAMPLES["en"] if other_language(line)} == {}


def test_no_message_that_the_assistant_learns_from_is_taken_for_another_language() -> None:
    learnt = {message.text for path in (ROOT / "data" / "nlu").glob("*.yml") for message in messages(path)}
    assert {text for text in learnt if other_language(text)} <= {"bore da"}


@pytest.mark.parametrize("tag", FOREIGN)
def test_a_message_in_another_language_is_told_by_it(tag: str) -> None:
    assert [line for line in FOREIGN[tag] if other_language(line) != tag] == []


@pytest.mark.parametrize("text", ["孩子不安全", "ребёнок ещё дома, мы ждём", "बच्चा सुरक्षित नहीं है"])
def test_a_language_without_words_of_ours_is_still_not_english(text: str) -> None:
    assert other_language(text) == OTHER


@pytest.mark.parametrize("text", ["", "999", "👍", "...", "a", "Siân", "W-7KQ2M4P", "mum said “nie chcę” and cried"])
def test_nothing_much_is_english(text: str) -> None:
    assert other_language(text) is None


@pytest.mark.parametrize("tag", [*FOREIGN, OTHER])
def test_what_is_said_holds_999_in_both_languages(tag: str) -> None:
    blocks = works_in_english(tag).blocks
    assert all("999" in block.lines[0] for block in blocks) and "works in English" in blocks[-1].lines[0]
    assert [block.language for block in blocks] == ([tag, ""] if tag in IN_THEIR_LANGUAGE else [""])


def test_every_language_that_is_told_has_its_words() -> None:
    assert set(FOREIGN) == set(IN_THEIR_LANGUAGE)


@pytest.mark.parametrize(
    "text",
    [
        "tata go bije",
        "le père frappe l'enfant",
        "el padre le pega al niño",
        "o pai bate na criança",
        "الأب يضرب الطفل",
        "বাবা বাচ্চাকে মারে",
        "ਪਿਤਾ ਬੱਚੇ ਨੂੰ ਮਾਰਦਾ ਹੈ",
        "батько б'є дитину",
        "aabuhu wuu garaacaa ilmaha",
        "mae'r plentyn mewn perygl",
        "baap bachay ko maarta hai",
        "copilul spune ca tatal il bate",
        "والد بچے کو مارتا ہے",
    ],
)
def test_danger_is_heard_in_each_of_them(text: str) -> None:
    assert screen(text).level == "alarm"
