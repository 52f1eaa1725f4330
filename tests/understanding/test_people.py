"""Who a message is about, who writes it, and whose decision it is."""

from __future__ import annotations

import pytest

from bot.understanding.gazetteer import Gazetteer
from bot.understanding.people import agencies, looked_after, on_plan, person

GAZETTEER = Gazetteer(
    {
        "warrington": "warrington",
        "wiltshire": "rainbow_early_years",
        "rainbow": "rainbow_early_years",
        "rainbow early years": "rainbow_early_years",
        "cambridgeshire": "cambridgeshire_peterborough",
        "cambs": "cambridgeshire_peterborough",
        "peterborough": "cambridgeshire_peterborough",
        "gloucestershire": "gloucestershire",
        "glos": "gloucestershire",
        "gloucester": "gloucestershire",
        "telford": "telford_wrekin",
        "telford & wrekin": "telford_wrekin",
    }
)


def rows(table: str) -> list[tuple[str, ...]]:
    return [tuple(part.strip() for part in line.split(" -> ")) for line in table.strip().splitlines()]


PERSON = """
it's about a baby -> child
unborn baby, due in June -> child
16 year old lad -> child
siblings 4 and 6 -> child
he is 14 and won't go to school -> child
my pupil came in with a bruise -> child
the toddler was seen by the health visitor -> child
3yo in our nursery -> child
aged 9, on a child protection plan -> child
mum is 34, the child is 5 -> child
8 months old -> child
her foster carers rang -> child
she's 19 -> adult
82 yo man living alone -> adult
he is 45 with a learning disability -> adult
elderly lady with dementia -> adult
resident in our care home -> adult
they refused a section 42 enquiry -> adult
carers are not turning up for her -> adult
older gentleman hoarding -> adult
council won't do a care act assessment -> adult
they closed it -> none
the social worker refused -> none
I disagree with the decision -> none
"""


@pytest.mark.parametrize(("text", "expected"), rows(PERSON))
def test_child_or_adult(text: str, expected: str) -> None:
    assert (person(text) or "none") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("adult", "adult"),
        ("an adult", "adult"),
        ("a child.", "child"),
        ("Kids", "child"),
        ("both", None),
        ("not sure", None),
    ],
)
def test_a_bare_answer_to_child_or_adult(text: str, expected: str | None) -> None:
    assert person(text, "person") == expected


AGENCIES = """
I'm a health visitor, social care closed it -> health, social_care
I work in a nursery, the social worker told me it's closed -> early_years, social_care
I'm a nursery manager and the MASH have knocked back our referral -> early_years, social_care
I'm the DSL at a primary school -> education, none
school nurse here, social care closed it -> health, social_care
I am a midwife at the hospital -> health, none
I'm a police officer, social care won't hold a strategy meeting -> police, social_care
I work in housing -> housing, none
I'm a probation officer -> probation, none
speaking as a GP, CAMHS discharged him -> health, none
our nursery referred and heard nothing from the council -> early_years, social_care
I'm from the youth offending team -> probation, none
police won't act, I'm from Women's Aid -> voluntary, police
I'm a social worker and health won't do the assessment -> social_care, health
CAMHS discharged him and school is worried -> none, health
police won't charge him -> none, police
the hospital are sending her home -> none, health
Family Connect say no further action -> none, social_care
I'm going to ring the social worker -> none, social_care
housing refused to move her -> none, housing
probation say it's not their role -> none, probation
I'm worried -> none, none
Teacher in Ely. Social care told us no -> education, social_care
Good morning, nursery manager in Trowbridge: the social worker closed the plan -> early_years, social_care
Ward sister at the hospital. Adult social care declined -> health, social_care
DC in Cambridge, CSC closed it -> police, social_care
Health visitor in Stroud refuses to visit, we disagree -> none, health
The teacher in Ely. She said no -> none, education
Social care in Gloucester closed the case -> none, social_care
Social worker in Telford. She closed it -> none, social_care
"""


@pytest.mark.parametrize(("text", "expected"), rows(AGENCIES))
def test_own_agency_and_the_one_that_decided(text: str, expected: str) -> None:
    own, other = agencies(text)
    assert f"{own or 'none'}, {other or 'none'}" == expected


PLAN = """
he's on a CP plan -> True
on a child protection plan since March -> True
subject to a child protection plan -> True
not on a plan -> False
she isn't on a child protection plan -> False
she's on a child in need plan -> False
he came off the CP plan in March -> False
stepped down from CP to CIN -> False
we asked for a child protection plan and they refused -> None
she should be on a child protection plan -> None
the plan isn't progressing -> None
"""


@pytest.mark.parametrize(("text", "expected"), rows(PLAN))
def test_on_a_child_protection_plan(text: str, expected: str) -> None:
    assert str(on_plan(text)) == expected


CARE = """
he's LAC -> True
child in care out of area -> True
she is looked after -> True
in foster care since May -> True
not looked after -> False
no, she's safe with her foster carers -> True
lives in a care home -> None
they don't care -> None
we think he should be looked after -> None
"""


@pytest.mark.parametrize(("text", "expected"), rows(CARE))
def test_looked_after(text: str, expected: str) -> None:
    assert str(looked_after(text)) == expected


POLICIES = """
I'm in Telford -> telford_wrekin
Telford and Wrekin -> telford_wrekin
TELFORD & WREKIN council -> telford_wrekin
telfrod -> telford_wrekin
glostershire -> gloucestershire
Gloucestershir -> gloucestershire
warringtn -> warrington
peterboro -> cambridgeshire_peterborough
Rainbow Early Years, Wiltshire -> rainbow_early_years
dispute between Cambs and Glos -> cambridgeshire_peterborough, gloucestershire
not Warrington, Telford -> telford_wrekin
two rainbows over the school -> none
somewhere else -> none
the wording of the letter -> none
"""


@pytest.mark.parametrize(("text", "expected"), rows(POLICIES))
def test_the_policies_that_are_named(text: str, expected: str) -> None:
    assert (", ".join(GAZETTEER.find(text)) or "none") == expected


def test_a_gazetteer_of_nothing_finds_nothing() -> None:
    assert Gazetteer({}).find("Telford") == ()


def test_a_team_for_adults_does_not_make_it_about_an_adult() -> None:
    assert person("The adult mental health team won't share their assessment of mum") is None
    assert person("adult social care refused an assessment") == "adult"


def test_a_student_nurse_is_no_child() -> None:
    assert person("I'm only a student nurse") is None
    assert person("one of our students in year 9") == "child"
