"""Every question of the form is interrupted: the interruption is answered, then the same question is put again."""

from __future__ import annotations

import pytest

from tests.live.person import Answer, Person

pytestmark = pytest.mark.rasa

WORRY = "I'm not happy with a decision another agency has made"
TO_EACH_QUESTION = {
    "risk": [],
    "risk_with": ["Not sure"],
    "risk_hurt": ["Not sure", "No"],
    "risk_seen": ["Not sure", "No", "No"],
    "policy": ["No"],
    "person": ["No", "Telford & Wrekin"],
    "category": ["No", "Telford & Wrekin", "An adult"],
    "raised_on": ["No", "Telford & Wrekin", "An adult", "Communication"],
    "tried": ["No", "Telford & Wrekin", "An adult", "Communication", "Yesterday"],
    "tried_outcome": ["No", "Telford & Wrekin", "An adult", "Communication", "Yesterday", "The other worker"],
}
TO_EACH_QUESTION["tried_on"] = [*TO_EACH_QUESTION["tried_outcome"], "No agreement"]
ABOUT_THE_STAGE = ("what do I do now?", "who do I contact?", "when is the deadline?")
INTERRUPTIONS = {
    "what have I told you so far?": "Case W-",
    "what can you do?": "You can ask me",
    "thank you": "You are welcome",
    "I made a mistake": "say it as it is",
    "I don't feel confident enough to challenge a consultant": "hard to challenge",
}
NEWS = ["they refused to change their decision", "it's been resolved", "we agreed a new date, 20 November"]
DANGER = "he has a knife and he is attacking her right now"


def asked(me: Person, question: str) -> Answer:
    """Go to that question."""
    answer = me.says(WORRY)
    for title in TO_EACH_QUESTION[question]:
        answer = me.presses(title)
    return answer


@pytest.mark.parametrize("question", TO_EACH_QUESTION)
def test_the_question_is_put_again(me: Person, question: str) -> None:
    put = asked(me, question).messages[-1]
    waits = "This comes first" if question.startswith("risk") else "I need a little more"
    for words, said in {**dict.fromkeys(ABOUT_THE_STAGE, waits), **INTERRUPTIONS}.items():
        answer = me.says(words)
        assert said in answer.text, words
        assert len(answer.messages) == 2, words
        again = answer.messages[-1]
        assert again["text"].split("\n")[0] in put["text"], words
        assert [button["title"] for button in again["buttons"]] == [button["title"] for button in put["buttons"]]
    assert "Stage" not in me.summary()


@pytest.mark.parametrize("question", ["risk", "policy", "person", "category", "raised_on"])
def test_news_before_there_is_a_stage_moves_nothing(me: Person, question: str) -> None:
    asked(me, question)
    assert me.says(NEWS[0]).kinds[-1] == "question"
    assert "Stage" not in me.summary()
    assert me.says(NEWS[2]).kinds[-1] == "question"
    assert "Agreed" not in me.summary()


@pytest.mark.parametrize("question", TO_EACH_QUESTION)
def test_danger_comes_first_and_then_it_goes_on(me: Person, question: str) -> None:
    asked(me, question)
    answer = me.says(DANGER)
    assert answer.kinds[0] == "emergency" and answer.kinds.count("emergency") == 1
    assert answer.messages[0]["text"].startswith("If someone is in danger now, call 999")
    assert answer.kinds[-1] == "question" and "in danger now" not in answer.question
    for title in ("Telford & Wrekin", "An adult", "Communication", "Yesterday", "Nobody yet", "No agreement", "Today"):
        if title in answer.buttons:
            answer = me.presses(title)
    assert answer.headings[-1].startswith("Telford & Wrekin, Stage")


def test_an_adult_under_a_childrens_policy_may_interrupt_too(me: Person) -> None:
    me.says("Gloucestershire adult social care say that our patient, a man of 80, does not meet the threshold")
    put = me.presses("No")
    for words in ("what do I do now?", "thank you", DANGER):
        assert me.says(words).question == put.question
