"""Dates in figures: "14/10/26", "14.10", "2026-10-14", "14 10 26". The British order.

The American order is read only where the other makes no day at all: "11/18/2026" has one meaning.
"""

from __future__ import annotations

import re

from bot.understanding.date_reading import Form, Reading, Setting, form
from bot.understanding.date_words import DONE
from bot.understanding.days_of_months import WEEKDAY_AFTER, WEEKDAY_BEFORE, checked, day_of, with_year, without_year
from bot.understanding.tables import any_of

_SCALES = {7: 14, 10: 10, 12: 12}  # 2/7 is two days in health notes, 9/10 a score, 6/12 six months: up to this much
_NEAR_YEARS = 2
_CUE = re.compile(
    r"\b(?:on|since|from|until|by|dated|before|after|of|date|(?:it|that|this|date|meeting|conference|review|visit|call"
    r"|letter|email|referral|decision|discussion|contact|one|which) (?:was|is)|it's|that's|raised|sent|spoke|called"
    r"|rang|met|made|emailed|closed|decided|referred|told|visited|meeting|received|email|letter|conference|visit|call"
    r"|referral|reported|the|decision|discussion|and|for|due|agreed|refused|rejected|declined|phoned|nfa|nfa'd|yes"
    r"|told us|told me|said no|sorry|typo|correction|apologies|meant|should be)[: ,]+(?:the |it |that )?$"
)
# Something that happens on a day: with it in the same clause "6/10" is a day, unless somebody gives marks there.
_EVENT = any_of(f"""
    {DONE}; contact; meeting; taf; tac; tam; cin; cp; icpc; rcpc; plo; strat; strategy; review; mdt; core group; visit;
    panel; marac; mappa; supervision; call; tel; telephone; e-?mail; letter; minutes; referral; decision; nfa; written;
    reply; response; disagreed; conference; discussion; appointment; hearing; discharge; assessment; handover; notes?;
    diary; form; record(?:ed)?; dna; seen; saw; took; taken; picked up; opened; allocated; submitted; completed; put in;
    made; signed; agreed; held
""")
_MARKS = any_of(r"""
    scal\w+; scor\w+; rat(?:e|es|ed|ing); mood; confiden\w+; serious\w*; severity; anxi\w+; worr\w+; concern level;
    out of; motivat\w+; pain; gcs; phq; marks; felt; feels?; feeling; stress\w*; happy; happiness; wellbeing; gave it;
    give it; giv(?:e|es|ing) (?:her|him|them|us|me); put it at; self-?esteem; bothered; urgency; risk
""")
_CLAUSE_ENDS = re.compile(r"[.;!?\x00]|,|\bbut\b|\band\b")

_NOT_ANOTHER = re.compile(r",? (?:not|rather than|instead of) \d{1,2}/\d{1,2}\b[.!]?$")

# What may follow a bare "5/10" that opens a message, if it is a day and not a score.
_THEN = re.compile(
    r" ?[-:,;&(]| (?:they|she|we|he|was when|is when|rang|called|emailed|spoke|level|stage|for the|then|at|and|\d"
    r"|i (?:rang|called|think|spoke))\b"
)


def numeric(match: re.Match[str], setting: Setting) -> Reading | None:
    """14/10/2026, 14.10.26, 14-10-2026: an impossible day in the British order is asked about, never swapped."""
    dotted = match["sep"] == "."
    if len(match["year"]) == 4 and not 1900 < int(match["year"]) < 2100:
        return None  # a reference
    if dotted and len(match["year"]) == 2 and abs(2000 + int(match["year"]) - setting.today.year) > 6:
        return None  # a paragraph number
    return with_year(match, int(match["month"]), setting)


def american(match: re.Match[str], setting: Setting) -> Reading | None:
    """11/18/2026 on a printout or a laptop set up abroad; only near today, where a slip is not likelier."""
    year = int(match["year"]) % 100 + 2000
    near = abs(year - setting.today.year) <= _NEAR_YEARS
    return checked(year, int(match["month"]), int(match["day"]), match["weekday"]) if near else None


def solid(match: re.Match[str], setting: Setting) -> Reading | None:
    """14102026 and 14 10 26: a day only where the figures make one."""
    year = int(match["year"])
    found = day_of(year if year > 99 else 2000 + year, int(match["month"]), int(match["day"]))
    return Reading(found) if found and abs(found.year - setting.today.year) < 20 else None


def iso(match: re.Match[str], setting: Setting) -> Reading | None:
    return checked(int(match["year"]), int(match["month"]), int(match["day"]), None)


def day_slash_month(match: re.Match[str], setting: Setting) -> Reading | None:
    """14/10. Also how people write scores (9/10), fractions (1/2) and, in health, two days (2/7)."""
    day, month = int(match["day"]), int(match["month"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    open_to_doubt = match["sep"] != "/" or day <= _SCALES.get(month, 0) or (day <= 3 and month <= 4)
    if open_to_doubt and not (match["nth"] or _surely_a_day(match)):
        return None
    return without_year(match, day, month, setting)


def _surely_a_day(match: re.Match[str]) -> bool:
    before, after = match.string[: match.start()], match.string[match.end() :]
    alone = match.group().strip() == match.string.strip(" .?!()")
    opens = not before.strip(" (") and _THEN.match(after)
    continental = match["sep"] == "." and int(match["day"]) > 12 and re.match(r"\.," if before else r"\.[, ]", after)
    if match["weekday"] or alone or opens or continental or _CUE.search(before) or _NOT_ANOTHER.match(after):
        return True
    own, rest = _CLAUSE_ENDS.split(before)[-1], _CLAUSE_ENDS.split(after)[0]
    return match["sep"] == "/" and bool(_EVENT.search(own + rest)) and not _MARKS.search(own + rest)


def nth_of_nth(match: re.Match[str], setting: Setting) -> Reading | None:
    """ "The fifth of the tenth"."""
    day, month = int(match["day"]), int(match["month"])
    return without_year(match, day, month, setting) if 1 <= month <= 12 and 1 <= day <= 31 else None


_NO_DASH = r"(?<!\d-)"
_EDGE = r"(?![\d/]|[.\-]\d)"
FORMS: tuple[Form, ...] = (
    form(r"(?<![\d\-])(?P<year>20\d\d)[-/](?P<month>\d\d)[-/](?P<day>\d\d)(?=t\d|[^\d\-/]|$)", iso),
    form(
        rf"{WEEKDAY_BEFORE}{_NO_DASH}(?P<month>0?[1-9]|1[0-2])(?P<sep>[/-])(?P<day>1[3-9]|2\d|3[01])(?P=sep)"
        rf"(?P<year>20\d\d|\d\d){_EDGE}",
        american,
    ),
    form(
        rf"{WEEKDAY_BEFORE}{_NO_DASH}(?P<day>[0-3]?\d) ?(?P<sep>[/.\-\\]) ?(?P<month>[01]?\d) ?(?P=sep) ?"
        rf"(?P<year>\d{{4}}|\d\d){_EDGE}{WEEKDAY_AFTER}",
        numeric,
    ),
    form(rf"{WEEKDAY_BEFORE}{_NO_DASH}(?P<day>[0-3]?\d) (?P<month>[01]?\d) (?P<year>20\d\d)(?! ?\d)", solid),
    form(r"(?<![\w/.-])(?P<day>[0-3]\d)(?P<month>[01]\d)(?P<year>20\d\d)(?![\w/-])", solid),
    form(r"(?<![\w/.-])(?P<year>20\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?![\w/-])", solid),
    form(r"^(?P<day>[0-3]\d)(?P<month>[01]\d)(?P<year>[2-4]\d)[.!?]?$", solid),
    form(r"^(?P<day>[0-3]?\d)(?P<gap>, ?|_| )(?P<month>[01]?\d)(?P=gap)(?P<year>(?:20)?[2-4]\d)[.!?]?$", solid),
    form(
        rf"{WEEKDAY_BEFORE}{_NO_DASH}(?P<day>[0-3]?\d)(?P<nth>(?:st|nd|rd|th)(?=/))?(?P<sep>[/.\-])(?P<month>[01]?\d)"
        rf"{_EDGE}{WEEKDAY_AFTER}",
        day_slash_month,
    ),
    form(r"\b(?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th) of the (?P<month>\d{1,2})(?:st|nd|rd|th)\b", nth_of_nth),
)
