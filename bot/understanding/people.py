"""Who a message is about and who is writing: child or adult, own agency, the other side, plan, looked after."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from bot.understanding.clauses import denied, sentences
from bot.understanding.tables import any_of
from bot.understanding.words import ADULT, AGENCIES, CHILD

Person = Literal["child", "adult"]

_CHILD = {weight: any_of(words) for weight, words in CHILD.items()}
_ADULT = {weight: any_of(words) for weight, words in ADULT.items()}
_AGENCY = {agency: any_of(words) for agency, words in AGENCIES.items()}

_AGE = re.compile(
    r"\b(?:aged?|is|she's|he's|she is|he is|just turned|turned) (\d{1,3})\b(?! ?(?:weeks|days|working"
    r"|referrals|times|of|%|/|\.))"
    r"|\b(\d{1,3})[ -]?(?:years?|yrs?)?[ -]?(?:old|yo|y/o|yr old)\b|\b(\d{1,3})[ -]?(?:yrs?|years?)[ -]of["
    r" -]age"
    r"|\b(\d{1,2})[ -]?(?:months?|weeks?|wks?|mths?)[ -]?old\b"
)
_OWN_AGENCY = re.compile(
    r"\b(?:i'?m|i am|i work as|speaking as|as|we are|we're|i'm from|calling from|i work (?:in|at|for|with)"
    r"|work (?:in|at|for)"
    r"|based (?:in|at)|here at|i manage|i run|i teach (?:in|at)|on behalf of|am) "
    r"(?:(?:a|an|the|my|our|local)\b )?((?:[\w'&-]+ ?){1,6})"
)
_NOT_A_ROLE = re.compile(
    r"\b(?:and|but|who|where|with|worried|trying|because|i|is|has|going|not|to|so|very|really|concerned"
    r"|unhappy|ringing|waiting|told"
    r"|being|having|about|that|after|if|disagree|disagreeing|asking|still|now|getting|just|unsure|sure|sorry)\b"
)
_OURS = re.compile(
    r"\b(?:our|my) ((?:[\w'-]+ ){0,2}?(?:school|nursery|surgery|practice|ward|clinic|academy|college"
    r"|preschool))\b"
)
# "Teacher in Ely. Social care say ...": who opens with a role, a place and a stop says who they are.
_OPENING = re.compile(
    r"^(?:(?:hi|hello|hey|good (?:morning|afternoon|evening))[,.! ]+)?(?!(?:the|an?|his|her|their|social) )"
    r"((?:[\w'-]+ ){0,3}?(?:teacher|head|headteacher|dsl|senco|governor|tutor|manager|deputy|practitioner|visitor|gp"
    r"|nurse|midwife|sister|matron|doctor|paediatrician|paramedic|officer|sergeant|inspector|pc|dc|ds|di|detective"
    r"|support worker|safeguarding lead) )(?:in|at|for|from|with)"
    r"(?: (?!refus|clos|declin|reject|decid|disagree|sa(?:id|ys?)\b|wo?n'?t\b|(?:is|has|will|told|not)\b)[\w'&-]+)"
    r"{1,5}?\s*(?:[.,:;-]|$)"
)
_HERE = re.compile(r"^((?:[\w'&-]+ ){1,3})here\b")
_DECIDES = any_of(r"""
    closed; closing; close; says?; said; saying; won't; wont; will not; refus\w+; discharg\w+; declin\w+;
    reject\w+; decided; didn'?t; hasn'?t; haven'?t; aren'?t; isn'?t; don'?t; doesn'?t; not; think; thinks;
    ended; stepped; downgraded; nfa'?d?; told; reckon; stopped; signed off; dropped; withdrawn; keep; no; will
    only; never; insist; want; wants; are only; disagree\w*; decision
""")
_BY = re.compile(r"\b(?:by|from|with|against|at) (?:the |a )?$")

_CP_PLAN = any_of(r"""
    child protection plan; cp plan; cpp; protection plan; subject to (?:a )?(?:cp )?plan; on (?:a|the) plan;
    on plan; cp register; child protection register
""")
_CIN_PLAN = any_of(r"""
    child in need plan; cin plan; (?:on|at|only|just|under|to) (?:a )?(?:cin|child in need); section 17 plan
""")
_STEPPED_DOWN = re.compile(
    r"\b(?:stepped|step|came|come|taken|moved|going) (?:down|off)|\bremoved\b|\bused to\b|\bended\b|\bended"
    r" on\b"
)
_WISHED = re.compile(
    r"\b(?:should|ought|needs?|want|wanted|must|asked for|asking for|request\w*|think|push\w*|considering"
    r"|refus\w+)\b"
)
_LOOKED_AFTER = any_of(r"""
    looked[ -]after; lac; cla; in care(?! home| of| coord); child in care; children in care; foster\w*; care
    order; ico; section 20; s ?20; children's home; childrens home; residential placement; in (?:a
    )?placement; kinship care
""")


def person(text: str, asked: str | None = None) -> Person | None:
    """Child or adult, by age first and then by the weight of the words; nothing where they balance."""
    line = " ".join(sentence.text for sentence in sentences(text))
    if (age := _age(line)) is not None:
        return "child" if age < 18 else "adult"
    words = r"\W*(?:it'?s )?(?:about )?(?:an? |the )?(?:kid|child|children|adult)s?(?: (?:one|please|policy))?\W*"
    if asked == "person" and re.fullmatch(words, line):
        return "adult" if "adult" in line else "child"
    child, adult = _weigh(line, _CHILD), _weigh(line, _ADULT)
    return None if child == adult else "child" if child > adult else "adult"


def _age(line: str) -> int | None:
    """The age told; of several the youngest, since a parent's age comes beside a child's."""
    ages = [0 if months else int(a or b or c) for a, b, c, months in _AGE.findall(line)]
    return min((age for age in ages if age < 111), default=None)


def _weigh(line: str, words: Mapping[int, re.Pattern[str]]) -> int:
    return sum(weight * len({match.group() for match in pattern.finditer(line)}) for weight, pattern in words.items())


def agencies(text: str) -> tuple[str | None, str | None]:
    """The agency of the person writing, and the one whose decision it is."""
    line = " ".join(sentence.text for sentence in sentences(text))
    own, own_span = _own(line)
    return own, _other(line, own, own_span)


def _own(line: str) -> tuple[str | None, tuple[int, int]]:
    for pattern in (_OWN_AGENCY, _OURS, _HERE, _OPENING):
        for match in pattern.finditer(line):
            words = _NOT_A_ROLE.split(match.group(1))[0]
            if agency := _named(words):
                return agency, (match.start(), match.start(1) + len(words))
    return None, (0, 0)


def _named(words: str) -> str | None:
    """The agency that the longest of its words in a phrase belongs to: "school nurse" is health."""
    hits = [
        (len(match.group()), match.end(), agency)
        for agency, pattern in _AGENCY.items()
        for match in pattern.finditer(words)
    ]
    return max(hits, key=lambda hit: (hit[1], hit[0]))[2] if hits else None


def _other(line: str, own: str | None, own_span: tuple[int, int]) -> str | None:
    scored: list[tuple[int, int, str]] = []
    for agency, pattern in _AGENCY.items():
        for match in pattern.finditer(line):
            inside = own_span[0] <= match.start() < own_span[1]
            if agency == own or inside or re.search(r"\b(?:my|our) (?:\w+ )?$", line[: match.start()]):
                continue
            after = re.split(r"[.,;!?]", line[match.end() : match.end() + 60])[0]
            weight = 2 if _DECIDES.search(after) else 1 if _BY.search(line[: match.start()]) else 0
            scored.append((weight, -match.start(), agency))
    return max(scored)[2] if scored else None


def on_plan(text: str) -> bool | None:
    """Whether the child is on a child protection plan: a wish for one says nothing, a child-in-need plan says no."""
    for sentence in sentences(text):
        if match := _CP_PLAN.search(sentence.text):
            before = sentence.text[: match.start()]
            if denied(sentence.text, match.start()) or _STEPPED_DOWN.search(sentence.text):
                return False
            return None if _WISHED.search(before) else True
        if _CIN_PLAN.search(sentence.text):
            return False
    return None


def looked_after(text: str) -> bool | None:
    for sentence in sentences(text):
        if match := _LOOKED_AFTER.search(sentence.text):
            if denied(sentence.text, match.start()):
                return False
            return None if _WISHED.search(sentence.text[: match.start()]) else True
    return None
