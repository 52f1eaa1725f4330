"""What a disagreement is about, what the other side did, and all the facts of one message together."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understanding.disagreement import categories, is_correction, other_side
from bot.understanding.facts import Attempt, Facts, Gazetteer, read

NOW = datetime(2026, 11, 24, 10, 30, tzinfo=ZoneInfo("Europe/London"))  # a Tuesday
GAZETTEER = Gazetteer({"telford": "telford_wrekin", "gloucestershire": "gloucestershire"})


def facts(text: str, asked: str | None = None) -> Facts:
    return read(text, now=NOW, asked=asked, gazetteer=GAZETTEER, is_working_day=lambda day: day.weekday() < 5)


def rows(table: str) -> list[tuple[str, ...]]:
    return [tuple(part.strip() for part in line.split(" -> ")) for line in table.strip().splitlines()]


CATEGORIES = """
they say it doesn't meet threshold -> thresholds
not serious enough apparently -> thresholds
it's only early help level -> thresholds
they stepped her down -> thresholds
they want it at tier 2 -> thresholds
NFA -> need_for_action, thresholds
closed the case -> need_for_action, thresholds
screened out again -> need_for_action, thresholds
they won't visit -> need_for_action
the plan isn't progressing -> need_for_action
nothing has changed since the conference -> need_for_action
they want to remove him, need for inaction -> need_for_action
he's unallocated -> need_for_action
it's not their role apparently -> roles
passed from pillar to post -> roles
nobody will take responsibility -> roles
they say it's up to the school -> roles
who should be doing the visits -> roles
nobody tells us anything -> communication
they won't share information -> communication
we weren't invited to the core group -> communication
never sent the minutes -> communication
funding dispute -> other
hello -> none
"""


@pytest.mark.parametrize(("text", "expected"), rows(CATEGORIES))
def test_what_it_is_about(text: str, expected: str) -> None:
    assert (", ".join(sorted(categories(text))) or "none") == expected


def test_hints_stay_between_nought_and_one() -> None:
    assert categories("closed, NFA, no further action, won't visit, not acting, drifting")["need_for_action"] == 1.0


OTHER_SIDE = """
they refused -> refused unresolved
they said no -> refused unresolved
they won't budge -> refused unresolved
it doesn't meet threshold -> refused
no reply -> no_answer
they never rang back -> no_answer
not heard back -> no_answer
still waiting -> no_answer
not resolved yet -> unresolved
hasn't been sorted -> unresolved
can't agree -> unresolved
we agreed to disagree -> unresolved
got nowhere -> unresolved
it's been resolved -> resolved
sorted now thanks -> resolved
they've agreed to visit -> resolved
they've agreed to reopen -> resolved
they've changed their mind -> resolved
they refused at first but have agreed now -> refused resolved
I want this resolved -> none
nobody will visit -> none
they agreed to get back to me -> none
I agree -> none
"""


@pytest.mark.parametrize(("text", "expected"), rows(OTHER_SIDE))
def test_what_the_other_side_did(text: str, expected: str) -> None:
    side = other_side(text)
    flags = ("refused", "no_answer", "unresolved", "resolved")
    assert (" ".join(flag for flag in flags if getattr(side, flag)) or "none") == expected


@pytest.mark.parametrize(
    "text",
    [
        "sorry I meant Friday",
        "no wait it was Thursday",
        "actually it was the 12th",
        "that's wrong",
        "wrong date",
        "not Tuesday, Wednesday",
    ],
)
def test_a_correction(text: str) -> None:
    assert is_correction(text)


@pytest.mark.parametrize(
    "text", ["we think that's wrong of them", "I raised it on Friday", "not right now", "I mentioned it"]
)
def test_no_correction(text: str) -> None:
    assert not is_correction(text)


AHEAD = """
we agreed to give it until Friday 11 December -> agreed 2026-12-11
we've agreed to wait until 11 December -> agreed 2026-12-11
they agreed to get back to me by 4 December -> agreed 2026-12-04
give them until next Wednesday -> agreed 2026-12-02
must be sorted before she goes home on Friday -> protect 2026-11-27
he's being discharged on Thursday -> protect 2026-11-26
she's going home tomorrow -> protect 2026-11-25
dad is released on 3 December -> protect 2026-12-03
decision needed before contact starts on Saturday -> protect 2026-11-28
I raised it on Friday -> none
they closed it on 2 November -> none
"""


@pytest.mark.parametrize(("text", "expected"), rows(AHEAD))
def test_dates_ahead_that_were_agreed_or_protect(text: str, expected: str) -> None:
    told = facts(text)
    agreed = f"agreed {told.agreed_date.date}" if told.agreed_date else ""
    protect = f"protect {told.protect_by.date}" if told.protect_by else ""
    assert (f"{agreed} {protect}".strip() or "none") == expected


@pytest.mark.parametrize(
    ("asked", "text", "expected"),
    [
        ("raised_on", "yesterday", date(2026, 11, 23)),
        ("raised_on", "wensday", date(2026, 11, 18)),
        ("raised_on", "14/10", date(2026, 10, 14)),
        ("raised_on", "not Tuesday, Wednesday", date(2026, 11, 18)),
        ("tried_on", "on monday", date(2026, 11, 23)),
        ("agreed_date", "Friday", date(2026, 11, 27)),
        ("agreed_date", "the 11th", date(2026, 12, 11)),
        ("agreed_date", "in a fortnight", date(2026, 12, 8)),
    ],
)
def test_a_bare_date_answers_the_question(asked: str, text: str, expected: date) -> None:
    assert [found.date for found in facts(text, asked).dates] == [expected]


def test_one_message_tells_many_things_at_once() -> None:
    told = facts(
        "Hi, I'm a health visitor in Telford. Social care closed the case yesterday, "
        "baby is 8 months old, not on a plan. "
        "I spoke to the social worker this morning and she won't change her mind."
    )
    assert told.policies == ("telford_wrekin",)
    assert (told.person, told.agency, told.other_agency) == ("child", "health", "social_care")
    assert told.on_plan is False
    assert told.tried == (Attempt("practitioner", "unresolved", date(2026, 11, 24)),)
    assert told.refused
    assert {"thresholds", "need_for_action"} <= set(told.categories)


def test_an_empty_message_tells_nothing() -> None:
    assert facts("") == Facts()
