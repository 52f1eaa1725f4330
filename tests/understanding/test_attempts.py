"""What was tried and with whom; what was only meant, heard or left undone is not an attempt."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understanding.attempts import nothing_tried, read_attempts
from bot.understanding.dates import find_dates

NOW = datetime(2026, 11, 24, 10, 30, tzinfo=ZoneInfo("Europe/London"))  # a Tuesday


def tried(text: str, asked: str | None = None) -> str:
    dates = find_dates(text, NOW, is_working_day=lambda day: day.weekday() < 5)
    attempts = read_attempts(text, dates, asked, NOW.date())
    words = [" ".join(str(part) for part in (a.level, a.outcome, a.when) if part) for a in attempts]
    if nothing_tried(text, asked, attempts):
        words.append("nothing")
    return ", ".join(words) or "none"


def rows(table: str) -> list[tuple[str, ...]]:
    return [tuple(part.strip() for part in line.split(" -> ")) for line in table.strip().splitlines()]


MADE = """
spoke to my manager -> consult
I asked my DSL and she said to escalate -> consult
discussed in supervision -> consult
my line manager has been told -> none
spoke to the social worker -> practitioner
I've spoken to the SW, no joy -> practitioner unresolved
talked to the sw, no movement -> practitioner unresolved
rang the duty social worker this morning, she disagrees -> practitioner unresolved 2026-11-24
spoke to the SW yesterday and her manager today, no joy -> practitioner 2026-11-23, line_manager unresolved 2026-11-24
spoke to the SW and her manager, no agreement -> practitioner unresolved, line_manager unresolved
on Thursday I rang the social worker but she said no -> practitioner unresolved 2026-11-19
emailed social worker Monday, emailed again Wednesday, no response -> practitioner waiting 2026-11-23
chased the social worker twice -> practitioner
tried ringing the SW, no answer -> practitioner waiting
left a voicemail for the social worker -> practitioner waiting
can't get hold of the social worker -> practitioner waiting
waiting for the social worker to ring back since Thursday -> practitioner waiting 2026-11-19
I've raised it with the health visitor and she agreed to visit -> practitioner resolved
d/w GP, not resolved -> practitioner unresolved
the managers have met, no agreement -> line_manager unresolved
my manager rang their manager yesterday but no agreement -> line_manager unresolved 2026-11-23
my line manager has spoken to the team manager and they won't budge -> line_manager unresolved
emailed the team manager on Friday, no reply -> line_manager waiting 2026-11-20
heads of service couldn't agree -> senior_manager unresolved
head of service met with head of safeguarding last Tuesday, unresolved -> senior_manager unresolved 2026-11-17
it's gone to the head of service -> senior_manager
it's with the director now, waiting -> director waiting
the assistant director wrote to their director -> director
escalated to the panel on 2 November -> partnership 2026-11-02
referred to the partnership, no outcome yet -> partnership unresolved
raised with SW 16/11, TM 18/11, still refusing -> practitioner unresolved 2026-11-16, line_manager unresolved 2026-11-18
"""
NOT_MADE = """
should I speak to the social worker?
I'm going to ring the social worker tomorrow
I want to speak to the team manager
my manager is going to ring the social worker
if I speak to the social worker
who do I speak to at social care?
I haven't spoken to the social worker
I've not spoken to my manager yet
nobody has spoken to the social worker
should I tell my manager?
the social worker told me it's closed
the social worker rang me to say it's closed
I was told by the social worker it's closed
social care closed it
spoke to mum
we rang MASH to make a referral
before I speak to their manager
they say the social worker will ring
"""
NOTHING = """
haven't spoken to anyone yet
I have not raised it with anyone
not spoken to anybody
nothing yet
nothing so far
I haven't done anything
where do I start
only just found out
"""
ASKED = """
no -> nothing
nope -> nothing
nothing -> nothing
not yet -> nothing
nobody -> nothing
I haven't -> nothing
no one has tried anything -> nothing
yes -> none
only my manager -> consult
just the social worker -> practitioner
yes the social worker -> practitioner
my manager and the social worker -> consult, practitioner
DSL, SW and team manager -> consult, practitioner, line_manager
SW and her manager, both said no -> practitioner unresolved, line_manager unresolved
social worker on Monday, team manager on Thursday -> practitioner 2026-11-23, line_manager 2026-11-19
both managers -> line_manager
not the social worker yet, only my dsl -> consult
spoke to the SW but not her manager -> practitioner
everyone up to head of service -> senior_manager
the director -> director
it's gone to the partnership -> partnership
should I speak to the social worker? -> none
"""


@pytest.mark.parametrize(("text", "expected"), rows(MADE))
def test_a_contact_that_was_made_is_an_attempt(text: str, expected: str) -> None:
    assert tried(text) == expected


@pytest.mark.parametrize("text", NOT_MADE.strip().splitlines())
def test_what_was_meant_or_heard_or_undone_is_none(text: str) -> None:
    assert tried(text) == "none"


@pytest.mark.parametrize("text", NOTHING.strip().splitlines())
def test_nothing_was_tried(text: str) -> None:
    assert tried(text) == "nothing"


@pytest.mark.parametrize(("text", "expected"), rows(ASKED))
def test_short_answers_to_what_was_tried(text: str, expected: str) -> None:
    assert tried(text, "tried") == expected


def test_a_promise_of_an_answer_is_not_when_it_was_raised() -> None:
    dates = find_dates("spoke to the SW, she will reply by Friday", NOW, is_working_day=lambda day: True)
    (attempt,) = read_attempts("spoke to the SW, she will reply by Friday", dates, None, date(2026, 11, 24))
    assert attempt.when is None


@pytest.mark.parametrize(
    "refused",
    [
        "children's services won't get involved",
        "Social care have refused to take it",
        "CSC say no",
        "mash just won't accept it",
        "the hospital isn't keeping her in",
    ],
)
def test_what_an_agency_does_not_do_is_nobody_spoken_to(refused: str) -> None:
    """It may be the decision itself: a stage would be passed over that nobody has tried."""
    assert tried(refused, "tried") == "none"
    assert tried(f"I rang them, {refused}", "tried").startswith("practitioner")


@pytest.mark.parametrize(
    "nobody", ["nobody, children's services won't get involved", "no wait, nobody", "actually no one yet, it was today"]
)
def test_nobody_after_all(nobody: str) -> None:
    assert tried(nobody, "tried") == "nothing"


@pytest.mark.parametrize("silence", ["nobody has replied", "nobody's rung back"])
def test_that_nobody_answers_is_not_that_nobody_was_asked(silence: str) -> None:
    assert tried(silence, "tried") == "none"
