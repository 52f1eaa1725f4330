"""What people ask beside their case, and what only sounds like it."""

from __future__ import annotations

import pytest

from bot.understanding.asides import MATTERS, asked_aside
from bot.wording.explaining import NAMES

ASKED = """
what's a strategy meeting -> strategy_meeting
What is a strategy discussion? -> strategy_meeting
who is the LADO -> lado
LADO? -> lado
sorry, what is a section 47 -> section_47
what does s42 mean -> section_42
what does CIN stand for -> child_in_need
what's a DSL -> dsl
whats TWSP -> partnership
ok so what is an IRO -> reviewing_officer
what does NFA mean again? -> nfa
do I need consent -> consent
do I need consent from the parents for this? -> consent
can I share it without mum's consent -> consent
what if dad doesn't give consent -> consent
can I remain anonymous -> anonymous
is this confidential -> confidential
who can see this -> confidential
will the parents find out -> parents_told
should I tell the family -> parents_told
are you a robot -> robot
can i just phone the police instead -> police
who decides at the end -> who_decides
who has the final say? -> who_decides
who decides if they can't agree? -> who_decides
how many stages are there -> how_many_stages
can i skip to stage 4 -> skip
can we go straight to the board? -> skip
my manager is on holiday -> away
manager isnt in till monday -> away
my line manager's off sick, what now -> away
who do I ask if my safeguarding lead is on leave? -> away
is it the same for adults -> adults
do you do adults too -> adults
"""
OTHERWISE = """
the social worker refused a strategy meeting
LADO
MASH said no
mum says I need her consent and she won't give it so the referral was closed by the front door yesterday
she gave consent
what is the next step
what do I say to the panel
who decides if a risk is imminent, me or social care
who is on the resolution panel
I skipped stage 1
the parents know
we told the family on Monday
I rang the police
what is the partnership manager's number
it is about an adult
her manager is on leave
the social worker is off sick
my manager is in the building
"""


@pytest.mark.parametrize("line", ASKED.strip().splitlines())
def test_what_is_asked_beside_the_case(line: str) -> None:
    words, name = line.split(" -> ")
    assert asked_aside(words) == name


@pytest.mark.parametrize("words", OTHERWISE.strip().splitlines())
def test_what_tells_of_the_case_or_asks_about_it_is_left_alone(words: str) -> None:
    assert asked_aside(words) is None


def test_whatever_can_be_asked_has_an_answer() -> None:
    assert MATTERS == NAMES
