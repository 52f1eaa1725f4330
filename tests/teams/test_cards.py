"""How messages look in Teams: every block, the limits of buttons and size, and nothing read as Markdown."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.casework.message import Block, Button, Kind, Message, Shape
from bot.channels.teams import cards
from tests.gateway.standins import ADVICE, EMERGENCY, QUESTION
from tests.teams.servers import buttons, card, texts


def tokens(message: Message) -> list[str]:
    return [f"token-{number}" for number in range(len(message.buttons))]


def types(found: Any) -> set[str]:
    """Every type of element in a card."""
    if isinstance(found, dict):
        return {str(found["type"])} | types(list(found.values())) if "type" in found else types(list(found.values()))
    return set().union(*map(types, found)) if isinstance(found, list) else set()


def size(activity: dict[str, Any]) -> int:
    return len(json.dumps(activity, ensure_ascii=False).encode("utf-16-le"))


def test_an_advice_shows_all_that_it_says() -> None:
    shown = card(cards.activity(ADVICE, tokens(ADVICE)))

    words = texts(shown)
    for block in ADVICE.blocks:
        assert block.title in words
        assert all(line.partition(". ")[2] in words if line[0].isdigit() else line in words for line in block.lines)
    assert "Based on GLOS-2d · GLOS-2a · GLOS-2b · GLOS-2e" in words
    assert shown["version"] == "1.5"
    assert shown["fallbackText"] == ADVICE.text
    assert buttons(shown) == dict(zip([button.title for button in ADVICE.buttons], tokens(ADVICE), strict=True))


def test_only_what_teams_knows_is_used() -> None:
    seen = set().union(*(types(cards.activity(m, tokens(m))) for m in (ADVICE, EMERGENCY, QUESTION)))

    assert seen <= {
        "message", "AdaptiveCard", "Container", "TextBlock", "RichTextBlock", "TextRun", "ColumnSet", "Column",
        "Action.Submit",
    }  # fmt: skip


def test_payloads_stay_at_home() -> None:
    assert "/inform" not in json.dumps(cards.activity(QUESTION, tokens(QUESTION)))


def test_an_emergency_looks_like_one() -> None:
    activity = cards.activity(EMERGENCY)

    (frame, cites) = card(activity)["body"]
    assert (frame["style"], frame["bleed"]) == ("attention", True)
    assert frame["items"][0]["size"] == "ExtraLarge"
    assert '"isSubtle": true' not in json.dumps(frame)
    assert frame["items"][0]["style"] == "heading"
    assert activity["importance"] == "high"
    assert activity["summary"].startswith("If someone is in danger now, call 999")
    assert "GLOS-R1" in texts(cites)


def test_more_buttons_than_teams_shows_become_a_list_of_choices() -> None:
    many = Message(Kind.QUESTION, QUESTION.blocks, tuple(Button(f"Policy {n}", f"/p{n}") for n in range(9)))
    shown = card(cards.activity(many, tokens(many)))

    assert [action["title"] for action in shown["actions"]] == ["Answer"]
    (choice,) = [element for element in shown["body"] if element["type"] == "Input.ChoiceSet"]
    assert choice["id"] == "token"
    assert {c["title"]: c["value"] for c in choice["choices"]}["Policy 8"] == "token-8"
    assert choice["isRequired"] and choice["label"] and choice["errorMessage"]


@pytest.mark.parametrize("letter", ["a", "é", "𝄞", '"', "\u2028"])
def test_what_is_too_long_is_cut_and_says_so(letter: str) -> None:
    long = Message(
        Kind.ADVICE, (ADVICE.blocks[1], *(Block(Shape.TEXT, (letter * 3_000,)) for _ in range(30))), ADVICE.buttons
    )
    activity = cards.activity(long, tokens(long), link="https://waymark.example")

    assert size(activity) < 80_000
    words = texts(card(activity))
    assert "The rest of it is on your Waymark page" in words
    assert ADVICE.blocks[1].lines[0] in words
    actions = card(activity)["actions"]
    assert len(actions) == 6
    assert actions[-1] == {"type": "Action.OpenUrl", "title": "Open Waymark", "url": "https://waymark.example"}


def test_one_endless_block_does_not_hang() -> None:
    endless = Message(Kind.ANSWER, (Block(Shape.TEXT, ("a" * 500_000,)),))

    assert size(cards.activity(endless)) < 80_000


def test_markdown_in_what_was_written_stays_words() -> None:
    nasty = "[click](https://evil.example) **bold** _x_ # no"
    message = Message(Kind.ANSWER, tuple(Block(shape, (nasty,), nasty) for shape in Shape))
    shown = card(cards.activity(message))

    runs = json.dumps([element for element in shown["body"] if element["type"] != "TextBlock"])
    (heading,) = [element for element in shown["body"] if element["type"] == "TextBlock"]
    assert '"TextBlock"' not in runs
    assert not set("[]*_`") & set(heading["text"])


def test_empty_lines_and_no_blocks_are_cards_too() -> None:
    for message in (
        Message(Kind.ANSWER, ()),
        Message(Kind.ANSWER, (Block(Shape.DEADLINE, ()), Block(Shape.LIST, ("",)))),
    ):
        assert card(cards.activity(message))["type"] == "AdaptiveCard"
