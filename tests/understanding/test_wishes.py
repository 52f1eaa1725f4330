"""What is plainly wished of reminders, and what is not plain."""

from __future__ import annotations

from datetime import time

import pytest

from bot.understanding.wishes import Wish, wish


@pytest.mark.parametrize(
    ("text", "wished"),
    [
        ("e-mail me instead", Wish(first="email")),
        ("please use Teams", Wish(first="teams")),
        ("stop the e-mails", Wish(never="email")),
        ("don’t message me on Teams", Wish(never="teams")),
        ("don't message me before 8", Wish(quiet_until=time(8))),
        ("do not message me after 6", Wish(quiet_from=time(18))),
        ("nothing after 17:30 please", Wish(quiet_from=time(17, 30))),
        ("don't message me before 8.30am / after 6pm", Wish(quiet_from=time(18), quiet_until=time(8, 30))),
        ("quiet hours 18:00 to 08:00", Wish(quiet_from=time(18), quiet_until=time(8))),
        ("go quiet between 7pm and 7am", Wish(quiet_from=time(19), quiet_until=time(7))),
    ],
)
def test_what_is_plain(text: str, wished: Wish) -> None:
    assert wish(text) == wished


@pytest.mark.parametrize(
    "text",
    [
        "email or Teams, whichever",
        "I never see Teams, email works better",
        "don't stop the emails",
        "only message me after 8",
        "message me before 6",
        "don't message me before 3",
        "don't message me until 6 tonight",
        "don't message me between 6 and 8",
        "don't message me from 9",
        "nothing after half past 6",
        "no reminders at weekends",
        "you've got the wrong email for me",
        "where are my settings",
        "",
    ],
)
def test_what_is_doubtful_changes_nothing(text: str) -> None:
    assert not wish(text).is_plain
