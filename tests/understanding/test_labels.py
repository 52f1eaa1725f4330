"""What somebody wants to call a case."""

from __future__ import annotations

import pytest

from bot.understanding.labels import label


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("call it the Tuesday family", "the Tuesday family"),
        ("Can you call this one the twins please?", "the twins"),
        ("I'd like to call it “north site”, please", "north site"),
        ("rename this case to the upstairs flat", "the upstairs flat"),
        ("label: late pick-ups", "late pick-ups"),
        ("label this the hospital one.", "the hospital one"),
        ("change the label to the shared flat", "the shared flat"),
        ("it should be called the two sisters", "the two sisters"),
        ("from now on this is the Friday one", "the Friday one"),
        ("save this as the morning clinic, thanks", "the morning clinic"),
        ("call it the bus stop case from now on", "the bus stop case"),
        ("remove the label", ""),
        ("I don’t want it called that any more", ""),
        ("can I name this case", None),
        ("how do I label a case?", None),
        ("give this case a name", None),
        ("call it something", None),
        ("call the social worker", None),
        ("", None),
    ],
)
def test_what_is_plain_and_what_is_not(text: str, words: str | None) -> None:
    assert label(text) == words
