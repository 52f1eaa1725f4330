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
from typing import Literal

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


# What takes an alarm down to a question, by what it says of the danger.
_SOFTENERS = any_of(r"""
    (?:no|not|isn'?t|aren'?t|wasn'?t|never|don'?t think|doesn'?t|without|nobody is|no one is|no longer|
    neither|nor) (?:\w+ ){0,3}?(?:danger|risk|harm|emergency|missing|suicidal|alone|hurt|injured|bleeding|
    threat\w*|violen\w+|weapon|trapped|hitting|hurting|locked|self[- ]harm\w*|safeguarding|concern\w*|
    overdos\w+|unsafe|outside|there); (?:last|previous) (?:year|month|term|summer|winter|spring|autumn|
    christmas|january|february|march|april|may|june|july|august|september|october|november|december);
    (?:years?|months|weeks) ago; in (?:19|20)\d\d; back in \w+; historic(?:al|ally)?; history of;
    previous(?:ly)?; used to; in the past; at the time; since then; as a (?:child|teenager); when (?:she|he|
    they|i) (?:was|were) (?:little|young|a child|\d+); if (?:a|an|the|someone|somebody|he|she|they|there|i|we|
    it|you|something|anything|one); what if; in case; hypothetical\w*; suppose; supposing; for example; e\.g;
    would be if; imagine; in theory; case study; scenario; serious case review; inquest; learning review;
    training; workshop; webinar; news; article; on tv; documentary; (?:police|ambulance|paramedics|999|crisis
    team|social worker|edt)(?: \w+){0,3}? (?:attended|came|dealt|took|have been|arrested|are with|is with|are
    there|are here|is here|on scene|have got|has got|have him|has him|found); (?:is|was|been|he'?s|were|now)
    (?:arrested|in custody|remanded|in prison|jailed|charged|convicted|found safe|safe and well); (?:she|he|
    they|child|baby|children|mum|everyone|all)(?:'s|'re| is| are| was)? (?:now |been |all |both )*(?:safe|
    found|back safe|in (?:a )?(?:refuge|foster|hospital|police protection)|ok now|recovering|removed); dealt
    with; resolved; no longer; turned out; was(?:n'?t)? true; unfounded; found safe; returned safely;
    recovered; came back safe; thankfully; (?:moved|moved out|left) (?:to a refuge|him|years); ex-?partner
    (?:is|was) in; came home safe; has since
""")  # fmt: skip
# Still going on: such a sentence is not softened by the past.
_STILL = any_of("""
    (?:right )?now; again; still; tonight; today; this (?:morning|afternoon|evening|minute); at the moment;
    currently; as we speak; just (?:happened|now|told|rang)
""")
_PAST_ONLY = re.compile(r"\b(?:last|ago|previous\w*|used to|histor\w+|in (?:19|20)\d\d|in the past|back in)\b")

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
_GENERIC = frozenset(
    {
        "danger said",
        "disclosed",
        "threat",
        "violence",
        "self-harm",
        "sexual",
        "neglect",
        "injury",
        "dangerous person",
        "adult",
        "taken away",
        "suicide",
        "missing",
    }
)
_PERSONAL = re.compile(
    r"\b(?:she|he|her|him|they|them|his|their|mum|dad|mother|father|baby|my (?:pupil|patient|client|child)"
    r"|this (?:child|girl|boy|baby|lady|man|woman)|i'?m|someone is|the (?:baby|girl|boy|kids))\b"
)


@cache
def _table(name: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    tables: dict[str, Mapping[str, str]] = {"acute": ACUTE, "harm": HARM, "alarm abroad": ALARM, "ask abroad": ASK}
    return tuple((reason, any_of(words, **STAND_FOR)) for reason, words in tables[name].items())


_EVERYDAY = any_of(EVERYDAY)
_CONTACT = any_of(SOON_CONTACT)
_NOW = any_of(SOON_NOW)


def screen(text: str) -> Screening:
    """The most urgent reading of any sentence; harm in one and contact in the next count together."""
    readings = [_read(passage) for passage in sentences(text)]
    readings = [_with_neighbours(readings, index) for index in range(len(readings))]
    worst = max(readings, key=lambda reading: _ORDER[reading.level], default=None)
    if worst is None or worst.level == "none":
        return Screening("none")
    typed = text[worst.passage.start : worst.passage.end]
    return Screening(worst.level, typed, worst.reasons)


def _read(passage: Passage) -> _Reading:
    line = _EVERYDAY.sub(" ~ ", passage.text)
    acute = _reasons("acute", line) + _reasons("alarm abroad", line)
    harm = _reasons("harm", line) + _reasons("ask abroad", line)
    contact = bool(_CONTACT.search(line))
    if not acute and not harm:
        return _Reading(passage, "none", (), contact=contact)
    softened = _is_softened(line)
    if _asks_about_policy(line, (*acute, *harm)):
        return _Reading(passage, "none" if _only_generic(line, (*acute, *harm)) else "ask", (*acute, *harm))
    if harm and not acute and (contact or _NOW.search(line)):
        acute = ("harm and contact" if contact else "harm now",)
    level: Level = "alarm" if acute and not softened else "ask"
    return _Reading(passage, level, (*acute, *harm), bool(harm), contact, softened)


def _reasons(table: str, line: str) -> tuple[str, ...]:
    return tuple(reason for reason, pattern in _table(table) if pattern.search(line))


def _is_softened(line: str) -> bool:
    soft = _SOFTENERS.search(line)
    if not soft:
        return False
    return not (_PAST_ONLY.search(soft.group()) and _STILL.search(line))


def _asks_about_policy(line: str, reasons: tuple[str, ...]) -> bool:
    question = line.endswith("?") or _ABOUT_POLICY.match(line)
    return bool(question and _POLICY_WORD.search(line) and not _PERSONAL.search(line))


def _only_generic(line: str, reasons: tuple[str, ...]) -> bool:
    return set(reasons) <= _GENERIC


def _with_neighbours(readings: Sequence[_Reading], index: int) -> _Reading:
    """ "He says dad hits him. Dad is picking him up at three." is one danger told in two sentences."""
    reading = readings[index]
    if not reading.harm or reading.level == "alarm" or reading.softened:
        return reading
    near = [other for other in readings[max(0, index - 1) : index + 2] if other.contact]
    if not near:
        return reading
    return _Reading(reading.passage, "alarm", (*reading.reasons, "harm and contact"), True, True)
