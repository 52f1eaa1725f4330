"""Raising the same thing again is noticed, with how often; plans, questions and other people's doings are not."""

from __future__ import annotations

import pytest

from bot.understanding.repetition import ONCE_MORE, raised_again


@pytest.mark.parametrize(
    ("words", "times"),
    [
        ("I've referred again", ONCE_MORE),
        ("ive re-referred this morning", ONCE_MORE),
        ("rereferred to MASH yesterday", ONCE_MORE),
        ("put in another referral today", ONCE_MORE),
        ("I raised it with the social worker again on Monday", ONCE_MORE),
        ("Sent another MARF", ONCE_MORE),
        ("I rang duty again this morning", ONCE_MORE),
        ("third MASH referral", 3),
        ("This is our third referral since September and still NFA", 3),
        ("this is the 4th time we have reported it", 4),
        ("We have referred this family three times", 3),
        ("I've now made four referrals about the same man", 4),
        ("we've referred her twice", 2),
        ("6 referrals and nothing", 6),
        ("we keep sending them in", 2),
        ("We keep sending referrals about a boy of 6 and every one is closed", 2),
        ("we keep referring and they keep closing it", 2),
        ("multiple referrals to MASH, all NFA", 2),
        ("I have raised this over and over", 2),
        ("they closed it and I've referred again", ONCE_MORE),
        ("referral after referral and nobody listens", 2),
    ],
)
def test_repeating_is_noticed(words: str, times: int) -> None:
    assert raised_again(words) == times


@pytest.mark.parametrize(
    "words",
    [
        "should I refer again?",
        "they told us to refer again",
        "I made a referral on Monday",
        "he hit her again",
        "they closed it again",
        "do I have to put in another referral",
        "the second referral officer",
        "I haven't referred again",
        "dad came round for the third time this week",
        "she has rung me twice about her coat",
        "I will refer again tomorrow",
        "they called again to say no",
        "the social worker rang again",
        "Stage 2 of the policy",
        "two social workers said no",
    ],
)
def test_what_is_no_repeating(words: str) -> None:
    assert raised_again(words) is None
