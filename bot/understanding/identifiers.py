"""Identifiers that can be told by their form: NHS numbers, phones, e-mails, postcodes, addresses, dates of birth."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from bot.understanding import addresses, birth_dates
from bot.understanding.tables import words

Type = Literal["name", "date of birth", "NHS number", "postcode", "address", "phone", "email"]


@dataclass(frozen=True)
class Identifier:
    """A passage of the original text that may tell who a person is."""

    start: int
    end: int
    type: Type


Finder = Callable[[str, Collection[str]], Iterator[Identifier]]

_AT = r"(?:@| ?[(\[{] ?at ?[)\]}] ?| @ )"
_DOT = r"(?:\.| ?[(\[{] ?dot ?[)\]}] ?| dot )"
_TLD = r"(?:com|net|org|uk|co|info|ie|eu|me|example)"
_EMAIL = re.compile(rf"[\w.+'-]{{1,64}}{_AT}[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{0,5}}", re.IGNORECASE)
# Said rather than written: "jane dot smith at gmail dot com", "jane.smith at school.org.uk".
_WORD = r"\b\w{1,40}"
_HOST = rf"[\w-]{{1,40}}(?:{_DOT}[\w-]{{1,40}}){{0,4}}?"
_SPOKEN_EMAIL = re.compile(
    rf"(?:{_WORD}(?: dot \w{{1,40}}){{1,4}} at {_HOST}{_DOT}{_TLD}"
    rf"|{_WORD}(?:[._-]\w{{1,40}}){{0,4}} at {_HOST} dot {_TLD}"
    rf"|{_WORD}(?:[._]\w{{1,40}}){{1,4}} at {_HOST}\.{_TLD}|\b[a-z_]{{1,40}}\d{{1,8}} at {_HOST}\.{_TLD})\b",
    re.IGNORECASE,
)
_ROLE_MAILBOX = words("""
    admin adult adults board cafcass care child children childrens complaints conference conferences connect
    contact cpscp customer customerservices data door dpo dsl duty early earlyhelp edt enquiries enquiry
    escalation escalations family familyconnect front frontdoor gscb gsce gscp head health help hub info iro
    lado lscb lscbgcsx lscp mash mashteam nhs no noreply nursery office partnership police protection
    reception referral referrals reply review reviewing sab safeguard safeguarding school secretary secure
    security service services social support team training tssab twsp wmas wscb
""")
_GAP = "[ .\u00a0\u2013-]{0,2}"
_NHS = re.compile(rf"(?<![\d/+-])(?<!\d\.)\d{{3}}{_GAP}\d{{3}}{_GAP}\d{{4}}(?![\d/]|-\d)")
_LABELLED_NHS = re.compile(
    rf"\bnhs(?: ?(?:no|num|number|nr|id))?(?: (?:is|was))?[ .:#=-]*((?:\d{_GAP}){{9}}\d)(?!\d)", re.IGNORECASE
)
_PHONE = re.compile(
    rf"(?<![\d/.-])(?:\+ ?44{_GAP}(?:\(0\){_GAP})?|0044{_GAP}(?:\(0\){_GAP})?|\(?0)"
    rf"(?:[\d()](?:{_GAP}|/(?=\d{{5}}))){{8,10}}\d"
    r"(?:[ ,]*(?:ext"
    r"|extension|x)\.? ?\d{1,6})?(?!\d)"
)
_LOCAL_PHONE = re.compile(
    r"(?:\b(?:tel|phone|mobile|mob|telephone|landline|ring(?:ing)?(?: \w+)? on|call(?:ing|ed)?(?: \w+)? on"
    r"|rang(?: \w+)? on|(?:her|his|their|my) number(?: is|:)?|contact number(?: is|:)?)[ :.]*)"
    r"(\d{3}[ -]?\d{3,4}|\d{5,8})(?![\d/]| ?\d{3})",
    re.IGNORECASE,
)
_PUBLIC_PHONE = re.compile(r"^(?:0800|0808|03\d\d|116\d{3}|0845|0844|0870)")
_AREAS = words("""
    ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec eh en ex fk fy g
    gl gu gy ha hd hg hp hr hs hu hx ig im ip iv je ka kt kw ky l la ld le ll ln ls lu m me mk ml n ne ng nn np nr nw ol
    ox pa pe ph pl po pr rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn tq tr ts tw ub w wa wc wd wf
    wn wr ws wv yo ze
""")
_POSTCODE = re.compile(r"\b([A-Za-z]{1,2})[0-9O][0-9A-Za-z]?[ \u00a0.-]{0,2}[0-9O][ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2}\b")
_ORDINAL_TAIL = re.compile(r"\d(?:st|nd|rd|th)$")


def emails(text: str, keep: Collection[str]) -> Iterator[Identifier]:
    """Addresses of persons; a mailbox of a role ("mash@", "safeguarding.team@") is public."""
    for pattern in (_EMAIL, _SPOKEN_EMAIL):
        for match in pattern.finditer(text):
            address = match.group().rstrip(".-'").lower()
            words = [word for word in re.split(r"[._+\-\d]+", re.split(r"@|\bat\b", address)[0].strip(" ([{")) if word]
            if " @ " in address and "." not in address.split(" @ ")[1]:
                continue  # "meeting @ school"
            if address not in keep and not (words and all(word in _ROLE_MAILBOX for word in words)):
                yield Identifier(match.start(), match.start() + len(address), "email")


def nhs_numbers(text: str, keep: Collection[str]) -> Iterator[Identifier]:
    for match in _NHS.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        grouped = len(match.group()) > len(digits)
        if is_nhs_number(digits) and (grouped or digits[0] != "0") and digits not in keep:
            yield Identifier(match.start(), match.end(), "NHS number")
    for match in _LABELLED_NHS.finditer(text):
        if is_nhs_number(re.sub(r"\D", "", match[1])):
            yield Identifier(match.start(1), match.end(1), "NHS number")


def is_nhs_number(digits: str) -> bool:
    """Ten digits whose last one is the modulus 11 check digit of the nine before it."""
    if len(digits) != 10 or not digits.isascii() or not digits.isdigit() or len(set(digits)) == 1:
        return False
    check = 11 - sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return check % 11 == int(digits[9]) and check != 10


def phones(text: str, keep: Collection[str]) -> Iterator[Identifier]:
    for match in _PHONE.finditer(text):
        digits = phone_digits(match.group())
        public = _public(digits, keep) or _of_a_service(text, match.start(), digits)
        if 10 <= len(re.split(r"[xe]", digits)[0]) <= 11 and not public:
            yield Identifier(match.start(), match.end(), "phone")
    for match in _LOCAL_PHONE.finditer(text):
        if not _public(phone_digits(match.group(1)), keep):
            yield Identifier(match.start(1), match.end(1), "phone")


def phone_digits(number: str) -> str:
    """One form for "+44 (0)1952 385385" and "01952 385385"; an extension is cut off."""
    digits = re.sub(r"\D", "", re.split(r"[ex]", number.lower())[0])
    return re.sub(r"^(?:0044|44)0?", "0", digits)


# The line of a service, not of a person: "out of hours is 01925 444400".
_SERVICE = re.compile(
    r"\b(?:out of hours|ooh|edt|emergency duty|duty|mash|front door|office|help ?line|switchboard|main number|hub"
    r"|council|social care|advice line|contact centre|hotline|non-emergency|team)\b[^.;!?\d]{0,30}$",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:my|his|her|their|direct|mobile|mob|personal|home|mum|dad|[a-z]+'s)\b[^.;!?]{0,25}$", re.IGNORECASE
)


def _of_a_service(text: str, start: int, digits: str) -> bool:
    lead = text[max(0, start - 50) : start]
    return digits.startswith(("01", "02")) and bool(_SERVICE.search(lead)) and not _OWN.search(lead)


def _public(digits: str, keep: Collection[str]) -> bool:
    return digits in keep or bool(_PUBLIC_PHONE.match(digits)) or len(digits) < 5


# The address of a council, a station, a hospital is public: "County Hall, Bythesea Road, Trowbridge BA14 8JN".
_OF_A_BODY = re.compile(
    r"\b(?:(?:County|Shire|Town|City|Guild|Civic) ?(?:Hall|Centre|Offices?)|Council(?: Offices?| House)?|Head ?quarters"
    r"|HQ|Police Station|Hospital|Infirmary|Surgery|Health Centre|Medical Centre|Children['’]s Centre|Courthouse"
    r"|PO Box \d+)"
    r"(?:,? (?:[A-Z][\w'’&-]*|\d{1,3}(?=,? [A-Z])|of|on|the)){1,8},? ?$"
)


def postcodes(text: str, keep: Collection[str]) -> Iterator[Identifier]:
    """Full postcodes only; "s47 1st visit" is no postcode."""
    for match in _POSTCODE.finditer(text):
        code = match.group()
        if match[1].lower() not in _AREAS:
            continue
        if _OF_A_BODY.search(text[max(0, match.start() - 110) : match.start()]):
            continue
        ordinal = _ORDINAL_TAIL.search(code) and (" " in code or code[0].islower())
        if not ordinal and code.replace(" ", "").lower() not in keep:
            yield Identifier(match.start(), match.end(), "postcode")


def dates_of_birth(text: str, keep: Collection[str]) -> Iterator[Identifier]:
    for start, end in birth_dates.labelled(text, keep):
        yield Identifier(start, end, "date of birth")


def homes(text: str, keep: Collection[str]) -> Iterator[Identifier]:
    for start, end in addresses.addresses(text, keep):
        yield Identifier(start, end, "address")
        if half := addresses.half_postcode(text, end):
            yield Identifier(*half, "postcode")


_WITH_DIGITS: tuple[Finder, ...] = (dates_of_birth, nhs_numbers, phones, postcodes)


def identifiers(text: str, keep: Collection[str]) -> Iterator[Identifier]:
    """All of them, the surest form first; most messages hold neither an at sign nor a digit and are done at once."""
    yield from emails(text, keep)
    if any(letter.isdigit() for letter in text):
        for finder in _WITH_DIGITS:
            yield from finder(text, keep)
    yield from homes(text, keep)
