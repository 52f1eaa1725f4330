"""No held-out message, nor a near copy of one, is among the messages that Waymark learns from."""

from __future__ import annotations

import random

from tests.conftest import ROOT
from tests.quality.held_out import held_out, messages
from tests.quality.likeness import alike, pieces, plain

LEAST = 0.55
TOLD = "They closed the case on Friday without seeing the children, and nobody has told the school why"


def test_nothing_held_out_is_learnt() -> None:
    """Where this fails, the line in data/nlu goes, not the held-out one."""
    learnt = [message.text for path in sorted(ROOT.glob("data/nlu/*.yml")) for message in messages(path)]
    kept_back = [message.text for file in held_out().values() for message in file]
    assert len(learnt) > 10_000 and len(kept_back) > 1_000
    assert not {learnt[here] for here, _ in alike(learnt, kept_back, LEAST)}


def test_a_copy_is_noticed_however_it_is_written() -> None:
    copies = [
        "THEY CLOSED THE CASE ON FRIDAY, without seeing the children, and nobody has told the school why!!",
        TOLD.replace("Friday", "Monday"),
        TOLD.replace("nobody", "no one"),
        TOLD.replace("seeing", "seing").replace("school", "shcool"),
        "So. " + TOLD,
    ]
    others = ["They closed the case", "Nobody told us that the children were seen on Friday", "", "?"]
    assert {here for here, _ in alike([*copies, *others], [TOLD], LEAST)} == set(range(len(copies)))


def test_short_messages_are_copies_only_word_for_word() -> None:
    assert list(alike(["ok thanks", "OK, thanks!", "ok"], ["ok thanks"], LEAST)) == [(0, 0), (1, 0)]
    assert plain("It's no.  Don\u2019t!") == "its no dont"


def test_the_quick_way_finds_what_the_long_way_finds() -> None:
    chance = random.Random(20)
    words = TOLD.lower().split()
    texts, others = (
        [" ".join(chance.choices(words, k=chance.randint(1, 6))) for _ in range(count)] for count in (150, 100)
    )
    long = {
        (here, there)
        for here, a in enumerate(map(pieces, texts))
        for there, b in enumerate(map(pieces, others))
        if len(a & b) >= LEAST * len(a | b)
    }
    assert len(long) > 20
    assert set(alike(texts, others, LEAST)) == long
