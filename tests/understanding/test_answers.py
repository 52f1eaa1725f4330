"""Short answers in the light of the question; about danger every doubt is "unsure"."""

from __future__ import annotations

import pytest

from bot.understanding.answers import answer, choice


def rows(table: str) -> list[tuple[str, ...]]:
    return [tuple(part.strip() for part in line.split(" -> ")) for line in table.strip().splitlines()]


RISK = """
yes -> yes
YES -> yes
y -> yes
yeah -> yes
yep she is -> yes
yh -> yes
yes please help -> yes
yes he's with dad -> yes
she is -> yes
I think so -> yes
not safe -> yes
he's hurt -> yes
she has bruises -> yes
no -> no
NO -> no
n -> no
nope, safe at school -> no
nah -> no
not right now -> no
not at the moment no -> no
no she's with nan -> no
no not immediately -> no
no danger -> no
no, not in any danger -> no
no one is in danger -> no
nobody is in immediate danger -> no
she's safe -> no
they're all fine -> no
no, she's safe with her foster carers -> no
no one's hurt -> no
nobody's in danger right now -> no
not in danger right now -> no
idk -> unsure
I don't know -> unsure
not sure -> unsure
no idea -> unsure
maybe -> unsure
mabye -> unsure
possibly -> unsure
hard to say -> unsure
could be -> unsure
there might be -> unsure
?? -> unsure
yes and no -> unsure
yes he is safe -> unsure
no he isn't safe -> unsure
no but he's back tonight -> unsure
no, but I'm worried about tonight -> unsure
he's safe for now -> unsure
I don't think so -> unsure
probably not -> unsure
not as far as I know -> unsure
not really -> unsure
she is at school till 3 -> unsure
with nan -> unsure
what do you mean -> none
ok thanks, going home -> none
ok thank you -> none
thanks, yes he is with her -> yes
ok cheers, no one is in danger -> no
I'm a teacher -> none
"""


@pytest.mark.parametrize(("text", "expected"), rows(RISK))
def test_answers_about_danger(text: str, expected: str) -> None:
    assert (answer(text, "risk") or "none") == expected


OTHER = """
yes -> yes
yes the social worker -> yes
ok -> yes
no -> no
no, last Tuesday -> no
well, no -> no
not sure, about 2 weeks ago -> unsure
dunno -> unsure
I think so -> unsure
SW and her manager, both said no -> none
on Monday -> none
"""


@pytest.mark.parametrize(("text", "expected"), rows(OTHER))
def test_answers_to_other_questions(text: str, expected: str) -> None:
    assert (answer(text, "tried") or "none") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("yes please", "yes"),
        ("no thanks", "no"),
        ("not sure", "unsure"),
        ("no reply for a week", None),
        ("nobody tells us", None),
    ],
)
def test_without_a_question_only_a_bare_answer_counts(text: str, expected: str | None) -> None:
    assert answer(text, None) == expected


@pytest.mark.parametrize("text", ["yes", "yeah we have", "yes this morning"])
def test_seen_is_answered_by_what_it_says(text: str) -> None:
    assert answer(text, "risk_seen") == "yes"
    assert answer("I think so", "risk_seen") == "unsure"


CHOICES = """
2 -> 2
2. -> 2
option 3 -> 3
the second one -> 2
first -> 1
second please -> 2
b -> 2
(c) -> 3
number two -> 2
the last one -> -1
Telford -> None
2 children -> None
"""


@pytest.mark.parametrize(("text", "expected"), rows(CHOICES))
def test_an_item_of_a_list(text: str, expected: str) -> None:
    assert str(choice(text, "policy")) == expected


def test_a_number_is_no_choice_where_no_list_was_shown() -> None:
    assert choice("2", "raised_on") is None


@pytest.mark.parametrize(
    "text",
    [
        "there is no one to look after her",
        "no one has seen her since friday",
        "never seen her so frightened",
        "she has no clothes",
        "mum says no",
        "the weather is fine",
        "I'm scared to challenge a consultant",
    ],
)
def test_what_denies_no_danger_is_no_answer_about_it(text: str) -> None:
    """A no in passing must never be taken for "nobody is in danger": the question stays open."""
    for asked in ("risk", "risk_with", "risk_hurt"):
        assert answer(text, asked) not in ("no", "yes")
