"""Repeating instead of escalating: "I've referred again", "third MASH referral", "we keep sending them in".

Only what the writer's side has done counts: a plan ("shall I refer again?") and what others did again are none.
"""

from __future__ import annotations

import re

from bot.understanding.canonical import fold
from bot.understanding.clauses import Passage, sentences
from bot.understanding.tables import any_of

ONCE_MORE = 0
"""It was raised once more, without saying how often in all."""
_OFTEN = 2

_THING = (
    r"(?:mash |csc |asc |safeguarding |police |social care |early help |s42 |section 42 )?(?:referrals?|re-?referrals?"
    r"|marf|mars|concern forms?|safeguarding alerts?|contacts to mash)(?! officer| team| form| rout)"
)
_SENT = (
    r"(?:referred|reported|raised|escalated|flagged|submitted|rung|rang|called|written|emailed|contacted|challenged)"
)
_NUMBERS = {
    "once": 1, "twice": 2, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5, "5th": 5, "sixth": 6, "6th": 6,
    "seventh": 7, "eighth": 8, "both": 2, "couple of": 2,
}  # fmt: skip
_NUMBER = "|".join(sorted((re.escape(word) for word in _NUMBERS), key=len, reverse=True))
_ORDINAL = "|".join(word for word in _NUMBERS if word.endswith(("nd", "rd", "th"))) + "|second|third"
_WE = r"(?:i|we|school|nursery|i've|we've|ive|weve|i'd|we'd)"

# How often in all. The number is the first group.
_COUNTED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b({_ORDINAL}) (?:time (?:that )?{_WE}\b|{_THING}\b)",
        rf"\b(?:my|our|this is (?:the|my|our)) ({_ORDINAL}) (?:{_THING}|time)\b",
        rf"\b{_WE} (?:\w+ ){{0,12}}for the ({_ORDINAL}) time\b",
        rf"(?:^|\b{_WE} (?:\w+ ){{0,2}}){_SENT} (?:\w+ ){{0,6}}?(twice|(?:{_NUMBER}|\d+) times)\b",
        rf"\b({_NUMBER}|[2-9]|[12]\d) (?:\w+ )?{_THING}\b",
    )
)
_AGAIN = any_of(rf"""
    (?:have |'ve |has |just |already )?(?:now )?re-?referred; {_SENT}
    (?:(?:it|this|her|him|them|in|back|to|the|that|with|mash|csc|asc|police|social|care|my|our|concerns?|worries|manager|worker|hub|duty|team)
    ){{0,5}}(?:yet )?again; again (?:i|we) {_SENT}; (?:put|sent|sending|made|done|did|submitted) (?:in )?(?:yet
    )?another {_THING}; another {_THING}(?: (?:in|today|yesterday|made|sent|done|this week))?;
    (?:put|sent|did|done|made|submitted) (?:in )?(?:a|the|it|this|that|{_THING}) (?:{_THING} )?(?:in )?(?:all over
    )?again; gone back to (?:them|mash|social care|csc|the (?:social worker|hub|duty team)) again; (?:sent|put)
    (?:it|one|them) (?:back )?in again
""")
_KEEP = any_of(rf"""
    (?:i|we|school|we all|staff) (?:just |all )?(?:keep|kept|have kept|are always|am always|constantly|repeatedly)
    (?:on )?(?:referring|re-?referring|reporting|raising|sending (?:them|it|these|referrals?|the referrals?)(?:
    in)?|putting (?:them|it|referrals?|in)|escalating|ringing|calling|chasing|telling them|telling social
    care|flagging|making referrals); (?:multiple|several|numerous|repeated|many|countless|loads of|endless|a number
    of) {_THING}; (?:have |'ve )?(?:repeatedly|constantly|again and again|time and again|over and over(?: again)?)
    {_SENT}; {_SENT} (?:\w+ ){{0,5}}(?:repeatedly|again and again|time and again|over and over|several times|many
    times|numerous times|multiple times|loads of times|so many times|countless times); {_THING} after {_THING}
""")
_NOT_DONE = re.compile(
    r"(?:\b(?:should|shall|could|can|do|must|might|will|would|may|if|whether|going to|want(?:s|ed)? (?:me|us) to"
    r"|tell(?:s|ing)? (?:me|us) to|told (?:me|us) to|ask(?:s|ed)? (?:me|us) to|says? to|said to|have to|need to"
    r"|never|not|no)\b|n'?t\b)[^,.;]*$"
)
_SUBJECT = re.compile(
    rf".*\b(?:{_WE}|(they|he|she|who|mum|dad|mother|father|police|ambulance|parents?|neighbours?|social worker|sw))\b"
)


def raised_again(text: str) -> int | None:
    """How often the same concern was raised in all; ONCE_MORE where only "again" is said; None where it was not."""
    told = [found for sentence in sentences(text) if (found := _in(sentence)) is not None]
    return max(told, default=None)


def _in(sentence: Passage) -> int | None:
    line = fold(sentence.text)
    if line.endswith("?"):
        return None
    for pattern in _COUNTED:
        match = pattern.search(line)
        if match and (times := _number(match[1])) > 1 and _is_ours(line[: match.start()]):
            return times
    for pattern, times in ((_KEEP, _OFTEN), (_AGAIN, ONCE_MORE)):
        match = pattern.search(line)
        if match and _is_ours(line[: match.start()]):
            return times
    return None


def _is_ours(lead: str) -> bool:
    """Whether what follows was done, and by the writer's side: the last who was named before it did it."""
    subject = _SUBJECT.match(lead)
    return not (_NOT_DONE.search(lead) or (subject and subject[1]))


def _number(words: str) -> int:
    word = words.removesuffix(" times")
    return int(word) if word.isdigit() else _NUMBERS[word]
