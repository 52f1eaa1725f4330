"""A person's own sentences are sorted into a script, and never reworded."""

from __future__ import annotations

import pytest

from bot.understanding.own_words import for_a_script

TOLD = (
    "I'm a health visitor in Warrington. Social care closed it on Monday. He came in twice with bruises on his arms. "
    "I want them to see him at home this week. If nothing changes he will be hurt badly.",
)


def test_each_sentence_goes_where_it_belongs() -> None:
    assert for_a_script(TOLD) == {
        "unsafe": ("He came in twice with bruises on his arms.",),
        "change": ("I want them to see him at home this week.",),
        "means": ("If nothing changes he will be hurt badly.",),
    }


def test_a_decision_alone_fills_nothing() -> None:
    assert not any(for_a_script(("MASH say it does not meet the threshold and closed it",)).values())


def test_the_worry_is_taken_out_of_a_sentence_that_comes_to_a_decision() -> None:
    told = for_a_script(("baby of 7 weeks, mum using again, social care closed my referral friday said no role",))
    assert told == {"unsafe": ("baby of 7 weeks, mum using again",), "change": (), "means": ()}


def test_the_worry_stands_before_what_the_other_side_did_about_it() -> None:
    told = for_a_script(("mum's partner has been arrested for assaulting his ex and SW closed it friday",))
    assert told["unsafe"] == ("mum's partner has been arrested for assaulting his ex",)


@pytest.mark.parametrize("line", ["No shes not hurt, feeding ok", "she wasn't injured", "he hasn't been left alone"])
def test_what_is_denied_is_not_what_is_unsafe(line: str) -> None:
    assert not any(for_a_script((line,)).values())


def test_a_want_is_unsafe_though_it_is_told_with_no() -> None:
    assert for_a_script(("There is no food in the house and he's not been seen for weeks",))["unsafe"]


def test_questions_and_corrections_are_left_out() -> None:
    assert not any(for_a_script(("Should I be worried?", "sorry, it was Wednesday")).values())


def test_nothing_is_said_twice_and_the_newest_is_kept() -> None:
    words = [
        f"On day {number} he came in hungry and dirty and told us that he had been left alone."
        for number in (1, 2, 3, 4)
    ]
    told = for_a_script([*words, words[-1]])["unsafe"]
    assert told == (words[2], words[3])


def test_what_cannot_be_said_in_one_breath_is_left_out() -> None:
    assert for_a_script(("he is hungry " * 40,))["unsafe"] == ()
