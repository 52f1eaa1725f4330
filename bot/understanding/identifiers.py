"""Identifiers that can be told by their form: NHS numbers, phones, e-mails, postcodes, addresses, dates of birth."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from bot.understanding.tables import words

Type = Literal["name", "date of birth", "NHS number", "postcode", "address", "phone", "email"]


@dataclass(frozen=True)
class Identifier:
    """A passage of the original text that may tell who a person is."""

    start: int
    end: int
    type: Type


Finder = Callable[[str, Collection[str]], Iterator[Identifier]]

_EMAIL = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_ROLE_MAILBOX = words("""
    admin adult adults board cafcass care child children childrens complaints conference conferences connect
    contact cpscp customer customerservices data door dpo dsl duty early earlyhelp edt enquiries enquiry
    escalation escalations family familyconnect front frontdoor gscb gsce gscp head health help hub info iro
    lado lscb lscbgcsx lscp mash mashteam nhs no noreply nursery office partnership police protection
    reception referral referrals reply review reviewing sab safeguard safeguarding school secretary secure
    security service services social support team training tssab twsp wmas wscb
""")
_NHS = re.compile(r"(?<![\d/.+-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\d/]|-\d)")
_PHONE = re.compile(
    r"(?<![\d/.-])(?:\+44[ -]?(?:\(0\)[ -]?)?|0044[ -]?|\(?0)(?:[\d()][ -]?){8,10}\d(?:[ ,]*(?:ext"
    r"|extension|x)\.? ?\d{1,6})?(?!\d)"
)
_LOCAL_PHONE = re.compile(
    r"(?:\b(?:tel|phone|mobile|mob|telephone|landline|ring(?:ing)?(?: \w+)? on|call(?:ing|ed)?(?: \w+)? on"
    r"|rang(?: \w+)? on|(?:her|his|their|my) number(?: is|:)?|contact number(?: is|:)?)[ :.]*)"
    r"(\d{3}[ -]?\d{3,4}|\d{5,8})(?![\d/])",
    re.IGNORECASE,
)
_PUBLIC_PHONE = re.compile(r"^(?:0800|0808|03\d\d|116\d{3}|0845|0844|0870)")
_AREAS = words("""
    ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec eh en ex fk fy g
    gl gu gy ha hd hg hp hr hs hu hx ig im ip iv je ka kt kw ky l la ld le ll ln ls lu m me mk ml n ne ng nn np nr nw ol
    ox pa pe ph pl po pr rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn tq tr ts tw ub w wa wc wd wf
    wn wr ws wv yo ze
""")
_POSTCODE = re.compile(r"\b([A-Za-z]{1,2})[0-9O][0-9A-Za-z]?[ \u00a0]{0,2}[0-9][ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2}\b")
_ORDINAL_TAIL = re.compile(r"\d(?:st|nd|rd|th)$")

_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_YEAR = r"'?(?:\d{4}|\d\d)"
_FULL_DATE = (
    rf"(?:\d{{1,2}} ?[/.-] ?\d{{1,2}} ?[/.-] ?(?:\d{{4}}|\d\d)|\d{{4}}-\d\d-\d\d|\d\d \d\d (?:\d{{4}}|\d\d)"
    rf"|\d{{6}}(?:\d\d)?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?: of)?[ -](?:{_MONTHS})(?:,?[ -]'?(?:\d{{4}}|\d\d))?"
    rf"|(?:{_MONTHS})(?: the)? \d{{1,2}}(?:st|nd|rd|th)?(?:,? '?(?:\d{{4}}|\d\d))?|(?:{_MONTHS}) \d{{4}})"
)
_BIRTH = re.compile(
    r"(?:\b(?:born|d\.?\s?o\.?\s?b\.?|date of birth|birth ?date|birthdate|birthday|b'day|d/o/b|birth)"
    r"(?:\s*(?:is|was|on|in|the|of|as|:|=|-|\(|,|to))*\s*|\bb\. ?)"
    rf"({_FULL_DATE})(?!\d)",
    re.IGNORECASE,
)
_BORN_AFTER = re.compile(
    rf"({_FULL_DATE})\)?,? ?\(?(?:dob|d\.o\.b\.?|date of birth|is (?:his|her|their) (?:birthday|dob|date of"
    rf" birth))\b",
    re.IGNORECASE,
)

_SURE_STREET = "street|road|rd|lane|avenue|ave|crescent|cres|terrace|gardens|gdns|grove|mews|parade"
_DOUBTFUL_STREET = (
    "st|ln|close|drive|dr|way|court|ct|place|pl|hill|square|sq|row|walk|park|green|rise|view|house|path|croft|bank"
    "|heights|fields|meadows?|wharf|quay|villas|mount|vale|end|fold|towers?|lodge|cottages?|farm"
)
# "14 Oak Lane", not "3 times on the road".
_STREET_WORD = (
    r"(?!(?:the|on|in|of|at|a|an|and|or|to|for|from|with|weeks?|days?|months?|hours?|minutes?|years?|children|kids"
    r"|times|people|staff|managers?|workers?|working|social|visits?|calls?|referrals?|our|their|his|her|is|was|per"
    r"|miles?|more|other|stage|pm|am|meetings?|yards?|different|agencies|down|up|into|by|st|nd|rd|th)\b)[a-z'’.-]+"
)
_FLAT = r"(?:(?:flat|apartment|apt|unit|room) ?\d*[a-z]?,? ?(?:at )?)"
_NUMBERED = re.compile(
    rf"\b{_FLAT}?\d{{1,4}}[a-z]?,? (?:{_STREET_WORD} ){{1,3}}(?:(?P<sure>{_SURE_STREET})"
    rf"|(?P<doubt>{_DOUBTFUL_STREET}))\b(?! ?(?:to|for|from|with|the)\b)",
    re.IGNORECASE,
)
_FLAT_HOUSE = re.compile(
    rf"\b(?:flat|apartment|apt) ?\d+[a-z]?(?:,? (?:{_STREET_WORD} ){{1,3}}(?:{_SURE_STREET}"
    rf"|{_DOUBTFUL_STREET})\b)?",
    re.IGNORECASE,
)
_LIVES = re.compile(
    rf"\b(?:liv(?:es|ing|e|ed)|address(?: is|:)?|stay(?:s|ing)|resid(?:es|ing)|moved to|home is|house)"
    rf" ?(?:is |at |on |in |to |:)*((?:\d{{1,4}}[a-z]?,? )?(?:{_STREET_WORD} ){{1,3}}(?:{_SURE_STREET}"
    rf"|{_DOUBTFUL_STREET}))\b",
    re.IGNORECASE,
)
_LIVES_BEFORE = re.compile(
    r"\b(?:liv(?:es|ing|e|ed)|address|stay(?:s|ing)|at|to|of|is|on|resid\w+|in)[ :]+(?:is |at )?$",
    re.IGNORECASE,
)
_INSTITUTION = re.compile(
    r" (?:primary|secondary|school|nursery|surgery|hospital|clinic|academy|infants?|juniors?|medical|health"
    r" centre|children's)\b",
    re.IGNORECASE,
)


def emails(text: str, keep: Collection[str]) -> Iterator[Identifier]:
    """Addresses of persons; a mailbox of a role ("mash@", "safeguarding.team@") is public."""
    for match in _EMAIL.finditer(text):
        address = match.group().rstrip(".-'").lower()
        words = [word for word in re.split(r"[._+\-\d]+", address.split("@")[0]) if word]
        if address not in keep and not (words and all(word in _ROLE_MAILBOX for word in words)):
            yield Identifier(match.start(), match.start() + len(address), "email")


def nhs_numbers(text: str, keep: Collection[str]) -> Iterator[Identifier]:
    for match in _NHS.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        grouped = bool(re.fullmatch(r"\d{3}[ -]\d{3}[ -]\d{4}", match.group()))
        if is_nhs_number(digits) and (grouped or digits[0] != "0") and digits not in keep:
            yield Identifier(match.start(), match.end(), "NHS number")


def is_nhs_number(digits: str) -> bool:
    """Ten digits whose last one is the modulus 11 check digit of the nine before it."""
    if len(digits) != 10 or not digits.isascii() or not digits.isdigit() or len(set(digits)) == 1:
        return False
    check = 11 - sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return check % 11 == int(digits[9]) and check != 10


def phones(text: str, keep: Collection[str]) -> Iterator[Identifier]:
    for match in _PHONE.finditer(text):
        digits = phone_digits(match.group())
        if 10 <= len(re.split(r"[xe]", digits)[0]) <= 11 and not _public(digits, keep):
            yield Identifier(match.start(), match.end(), "phone")
    for match in _LOCAL_PHONE.finditer(text):
        if not _public(phone_digits(match.group(1)), keep):
            yield Identifier(match.start(1), match.end(1), "phone")


def phone_digits(number: str) -> str:
    """One form for "+44 (0)1952 385385" and "01952 385385"; an extension is cut off."""
    digits = re.sub(r"\D", "", re.split(r"[ex]", number.lower())[0])
    return re.sub(r"^(?:0044|44)0?", "0", digits)


def _public(digits: str, keep: Collection[str]) -> bool:
    return digits in keep or bool(_PUBLIC_PHONE.match(digits)) or len(digits) < 5


def postcodes(text: str, keep: Collection[str]) -> Iterator[Identifier]:
    """Full postcodes only; "s47 1st visit" is no postcode."""
    for match in _POSTCODE.finditer(text):
        code = match.group()
        if match[1].lower() not in _AREAS:
            continue
        ordinal = _ORDINAL_TAIL.search(code) and (" " in code or code[0].islower())
        if not ordinal and code.replace(" ", "").lower() not in keep:
            yield Identifier(match.start(), match.end(), "postcode")


def addresses(text: str, keep: Collection[str]) -> Iterator[Identifier]:
    for match in _NUMBERED.finditer(text):
        lead = text[max(0, match.start() - 20) : match.start()]
        capital = re.search(r" [A-Z][\w'’]+$", match.group()) or _LIVES_BEFORE.search(lead)
        if (match["sure"] or capital) and not _INSTITUTION.match(text, match.end()):
            yield Identifier(match.start(), match.end(), "address")
    for match in _FLAT_HOUSE.finditer(text):
        yield Identifier(match.start(), match.end(), "address")
    for match in _LIVES.finditer(text):
        if not _INSTITUTION.match(text, match.end(1)):
            yield Identifier(match.start(1), match.end(1), "address")


def birth_dates(text: str, keep: Collection[str]) -> Iterator[Identifier]:
    """Dates with a word of birth beside them; any other date is an event and stays."""
    for pattern in (_BIRTH, _BORN_AFTER):
        for match in pattern.finditer(text):
            yield Identifier(match.start(1), match.end(1), "date of birth")


_WITH_DIGITS: tuple[Finder, ...] = (birth_dates, nhs_numbers, phones, postcodes)


def identifiers(text: str, keep: Collection[str]) -> Iterator[Identifier]:
    """All of them, the surest form first; most messages hold neither an at sign nor a digit and are done at once."""
    if "@" in text:
        yield from emails(text, keep)
    if any(letter.isdigit() for letter in text):
        for finder in _WITH_DIGITS:
            yield from finder(text, keep)
    yield from addresses(text, keep)
