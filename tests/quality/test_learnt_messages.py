"""The messages that Waymark learns from are labelled with known words, are enough, and say each thing once."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import chain

import pytest

from bot.understanding.identifiers import identifiers
from tests.conftest import ROOT
from tests.quality.figures import CATEGORIES
from tests.quality.held_out import Message, held_out, loaded, messages
from tests.quality.likeness import plain

FILES = sorted(ROOT.glob("data/nlu/*.yml"))
LEARNT = [message for path in FILES for message in messages(path)]
INTENTS = set(loaded(ROOT / "domain.yml")["intents"])
NOTES = {"risk", "kind", "categories"}
HELD_OUT = held_out()


def test_every_intent_has_sixty_messages() -> None:
    counts = Counter(message.intent for message in LEARNT)
    assert {intent: counts[intent] for intent in INTENTS if counts[intent] < 60} == {}


@pytest.mark.parametrize("labelled", [LEARNT, *(HELD_OUT[name] for name in ("risk", "intents", "disagreement"))])
def test_every_label_is_a_known_word(labelled: list[Message]) -> None:
    assert {message.intent for message in labelled} <= INTENTS
    assert {message.risk for message in labelled} <= {"now", "ask", "none"}
    assert set(chain.from_iterable(message.categories for message in labelled)) <= set(CATEGORIES)
    assert set(chain.from_iterable(message.also for message in labelled)) <= INTENTS | set(CATEGORIES)


def test_only_known_notes_stand_above_messages() -> None:
    blocks = [block for path in FILES for block in loaded(path)["nlu"]]
    assert set(chain.from_iterable(block.get("metadata") or () for block in blocks)) <= NOTES
    assert set(chain.from_iterable(blocks)) == {"intent", "metadata", "examples"}


def test_only_disagreements_are_about_something() -> None:
    assert {message.intent for message in LEARNT if message.categories} == {"disagreement"}


def test_whoever_tells_of_danger_now_is_in_danger_now() -> None:
    assert [message.text for message in LEARNT if message.intent == "immediate_risk" and message.risk != "now"] == []


def test_no_message_is_there_twice() -> None:
    """Marks and capitals aside: twice is no more to learn, and under two labels a contradiction."""
    places = defaultdict(list)
    for message in LEARNT:
        places[plain(message.text) or message.text].append(message.intent)
    assert {text: intents for text, intents in places.items() if len(intents) > 1} == {}


def test_no_message_is_empty_or_holds_what_rasa_would_read_as_a_mark() -> None:
    assert [m.text for m in LEARNT if not m.text or "](" in m.text or "]{" in m.text or m.text.startswith("/")] == []


def test_no_message_holds_what_identifies_a_person_by_its_form() -> None:
    """Names are for the authors to leave out: no rule tells them from the words of the field with certainty."""
    told = {(found.type, m.text) for m in LEARNT for found in identifiers(m.text, ()) if found.type != "address"}
    assert told == set()
