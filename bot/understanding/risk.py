"""The first safety net: every sentence is read for danger to somebody, before anything else happens.

"alarm" is danger now; "ask" is harm that may not be now. Detection only adds: a denial, the past, an "if" or
"somebody dealt with it" turns alarm into ask, never into silence. Only plain questions about a policy and
everyday turns of speech ("killing time") are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Literal

from bot.understanding.canonical import fold
from bot.understanding.clauses import Passage, sentences
from bot.understanding.everyday import EVERYDAY
from bot.understanding.harm_words import HARM, SOON_CONTACT, SOON_NOW
from bot.understanding.risk_abroad import ALARM, ASK
from bot.understanding.risk_words import ACUTE, STAND_FOR
from bot.understanding.tables import any_of

Level = Literal["alarm", "ask", "none"]
_ORDER: dict[Level, int] = {"none": 0, "ask": 1, "alarm": 2}


@dataclass(frozen=True)
class Screening:
    """How urgent, in which sentence (as typed), and why."""

    level: Level
    sentence: str = ""
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Reading:
    passage: Passage
    level: Level
    reasons: tuple[str, ...]
    harm: bool = False
    contact: bool = False
    softened: bool = False


# What takes an alarm down to a question. First what makes it past, which a word of the present undoes.
_PAST = any_of(r"""
    (?:last|previous) (?:year|month|term|summer|winter|spring|autumn|christmas); (?:years?|months|weeks) ago; ages ago;
    in (?:19|20)\d\d; back in \w+; (?:in|last) (?:january|february|march|april|may|june|july|august|september|
    october|november|december); historic(?:al|ally)?; history of; previous(?:ly)?; used to; in the past; at the time;
    since then; as a (?:child|teenager); when (?:she|he|they|i) (?:was|were) (?:little|young|a child|\d+)
""")
_STILL = any_of(r"""
    (?:right )?now; again; still; tonight; today; this (?:morning|afternoon|evening|minute); at the moment;
    currently; as we speak; just (?:happened|now|told|rang)
""")
_DENIED = any_of(r"""
    (?:no|not|isn'?t|aren'?t|wasn'?t|never|don'?t think|doesn'?t|without|nobody(?:'?s| is)|no one(?:'?s| is)|neither|
    nor) (?:\w+ ){0,3}?(?:danger|risk|harm|emergency|missing|suicidal|hurt|injured|bleeding|threat\w*|violen\w+|weapon|
    trapped|hitting|hurting|locked|self[- ]harm\w*|concerns?|overdos\w+|unsafe);
    no longer (?:at risk|in danger|living|with|a (?:risk|danger|threat)|missing|suicidal|violent|hitting|a concern)
""")
_OVER = any_of(r"""
    (?:police|ambulance|paramedics|999|crisis team|social worker|edt)(?: \w+){0,3}? (?:attended|came|dealt|took|have
    been|arrested|are with|is with|are there|are here|is here|on scene|have got|has got|have him|has him);
    (?:is|was|been|he'?s|were|now) (?:arrested|in custody|remanded|in prison|jailed|charged|convicted|found safe|safe
    and well); (?:is|was|has been|have been|now|all) (?:now )?(?:dealt with|resolved|sorted); turned out;
    wasn'?t true; unfounded; found safe; returned safely; recovered; came (?:back|home) safe; thankfully;
    moved (?:out|to a refuge); has since; found (?:her|him|them) safe
""")
_SAFE_NOW = any_of(r"""
    (?:she|he|they|the child|the baby|children|mum|everyone|all)(?:'s|'re| is| are)? (?:now |all |both |currently )*
    (?:safe|safe and well|ok now|recovering|removed|in (?:a )?(?:refuge|foster care|hospital|police protection))
""")
_ONLY_SAID = re.compile(
    r"\b(?:don'?t|not|doubt|whether|if|sure|ensure|keep|until|unless|hope|thinks?|says?|said|claim\w*|told|reckons?)"
    r"\b[^.,;]*$"
)
_SUPPOSED = any_of(r"""
    if (?:a|an|the|someone|somebody|he|she|they|there|i|we|it|you|something|anything|one|mum|dad); what if; in case;
    hypothetical\w*; suppose; supposing; for example; e\.g; imagine; in theory; case study; scenario; learning review;
    serious case review; inquest; training; workshop; webinar; in the news; on the news; article; on tv; documentary
""")
_BUT = re.compile(r"\b(?:but|however|although|though|and now|until|because)\b")

# A question about the rules and not about a person.
_ABOUT_POLICY = re.compile(
    r"\b(?:what (?:does|do|is|are|would|should|counts?|happens?|else)|where (?:does|is|can)|how (?:do|does"
    r"|is|are|should|would|quickly|soon|long)|which|who (?:do|does|should|is)|when (?:do|does|should|is"
    r"|can)|does|is there|do i|can (?:you|i)|could you|explain|define|definition|meaning"
    r"|tell me|policy|procedure|guidance|protocol|timescales?|section|flowchart|document)\b"
)
_POLICY_WORD = re.compile(
    r"\b(?:policy|policies|procedure|procedures|guidance|protocol|document|timescales?|stages?|definition"
    r"|define|count(?:s|ed)? as|mean(?:s|t)? by|rule|rules|threshold document|say about|says about|skip"
    r"|process|escalation|form)\b"
)
# Words that a question about a policy may hold without anybody being in danger.
_GENERIC = frozenset({
    "danger said", "disclosed", "threat", "violence", "self-harm", "sexual", "neglect", "injury", "dangerous person",
    "adult", "taken away", "suicide", "missing", "weapon",
})  # fmt: skip
_PERSONAL = re.compile(
    r"\b(?:she|he|her|him|they|them|his|their|mum|dad|mother|father|baby|my (?:pupil|patient|client|child)"
    r"|this (?:child|girl|boy|baby|lady|man|woman)|i'?m|someone is|the (?:baby|girl|boy|kids))\b"
)


# What is no alarm where it is all that is said, and still a reason to ask.
_NOT = r"(?:'s not|'re not| is not| are not| ?isn'?t| ?aren'?t)"
_HARMING = (
    r"(?:in (?:any )?(?:immediate )?danger|at risk|hurt|(?:hitting|hurting|harming|touching|threatening)"
    r"(?: (?:her|him|them|anyone|anybody|me))?)(?: (?:now|right now|today|tonight|any ?more|at the moment|currently))*"
)
_DENIED_ALONE = re.compile(
    rf"(?:no,? )?(?:(?:nobody|no ?one)(?:'s| is)? (?:being )?{_HARMING}|(?:he|she|they){_NOT} {_HARMING})\W*"
)
_YES_ALONE = re.compile(r"(?:(?:yes|yeah|yep),? )?(?:he|she|they|it) (?:is|are|does|do|has|have)\W*")


_ANY = any_of(";".join(chain(ACUTE.values(), HARM.values(), ALARM.values(), ASK.values())), **STAND_FOR)


@cache
def _table(name: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    tables: dict[str, Mapping[str, str]] = {"acute": ACUTE, "harm": HARM, "alarm abroad": ALARM, "ask abroad": ASK}
    return tuple((reason, any_of(words, **STAND_FOR)) for reason, words in tables[name].items())


_EVERYDAY = any_of(EVERYDAY)
_CONTACT = any_of(SOON_CONTACT)
_NOW = any_of(SOON_NOW)


def only_denies(text: str) -> bool:
    """Whether somebody says that there is no danger, and nothing else: "nobody is hitting her now"."""
    return bool(_DENIED_ALONE.fullmatch(" ".join(fold(text).split())))


def only_agrees(text: str) -> bool:
    """Whether somebody says yes, and nothing else: "yes he is" is the answer to a question, whichever that was."""
    return bool(_YES_ALONE.fullmatch(" ".join(fold(text).split())))


def screen(text: str) -> Screening:
    """The most urgent reading of any sentence; harm in one and contact in the next count together."""
    if not _ANY.search(fold(text)):
        return Screening("none")
    readings = [_read(passage) for passage in sentences(text)]
    readings = [_with_neighbours(readings, index) for index in range(len(readings))]
    worst = max(readings, key=lambda reading: _ORDER[reading.level], default=None)
    if worst is None or worst.level == "none":
        return Screening("none")
    typed = text[worst.passage.start : worst.passage.end]
    return Screening(worst.level, typed, worst.reasons)


def _read(passage: Passage) -> _Reading:
    line = _EVERYDAY.sub(" ~ ", passage.text)
    if not _ANY.search(line):
        return _Reading(passage, "none", (), contact=bool(_CONTACT.search(line)))
    acute = _matches("acute", line) | _matches("alarm abroad", line)
    harm = _matches("harm", line) | _matches("ask abroad", line)
    contact = _CONTACT.search(line)
    reasons = (*acute, *harm)
    if _asks_about_policy(line):
        return _Reading(passage, "none" if _GENERIC.issuperset(reasons) else "ask", reasons)
    if near := not acute and (contact or _NOW.search(line)):
        acute = {"harm and contact" if contact else "harm now": near.start()}
    softened = _is_softened(line, list((acute or harm).values()))
    level: Level = "alarm" if acute and not softened else "ask"
    return _Reading(passage, level, (*acute, *harm), bool(harm), bool(contact), softened)


def _matches(table: str, line: str) -> dict[str, int]:
    """The reasons found, each with the last place where its words stand."""
    found = (reason for reason, pattern in _table(table) if pattern.search(line))
    patterns = dict(_table(table))
    return {reason: [match.start() for match in patterns[reason].finditer(line)][-1] for reason in found}


def _is_softened(line: str, places: Sequence[int]) -> bool:
    """Whether the danger is denied, past, supposed or over; not where it is said again after a "but"."""
    soft = _softener(line, min(places))
    if soft is None:
        return False
    turn = _BUT.search(line, soft.end())
    return not (turn and any(place >= turn.end() for place in places))


def _softener(line: str, first: int) -> re.Match[str] | None:
    if (past := _PAST.search(line)) and not _STILL.search(line):
        return past
    if (supposed := _SUPPOSED.search(line)) and supposed.start() <= first:
        return supposed
    if (safe := _SAFE_NOW.search(line)) and not _ONLY_SAID.search(line[: safe.start()]):
        return safe
    return _DENIED.search(line) or _OVER.search(line)


def _asks_about_policy(line: str) -> bool:
    question = line.endswith("?") or _ABOUT_POLICY.match(line)
    return bool(question and _POLICY_WORD.search(line) and not _PERSONAL.search(line))


def _with_neighbours(readings: Sequence[_Reading], index: int) -> _Reading:
    """ "He says dad hits him. Dad is picking him up at three." is one danger told in two sentences."""
    reading = readings[index]
    if not reading.harm or reading.level == "alarm" or reading.softened:
        return reading
    near = [other for other in readings[max(0, index - 1) : index + 2] if other.contact]
    if not near:
        return reading
    return _Reading(reading.passage, "alarm", (*reading.reasons, "harm and contact"), True, True)
