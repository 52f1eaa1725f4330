"""Where somebody lives: numbered streets, flats, named houses, and the streets that people are said to live in."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from bot.understanding.english import is_english

_SURE_STREET = (
    "street|road|rd|lane|avenue|ave|crescent|cres|terrace|gardens|gdns|grove|mews|parade|boulevard|byway|bypass"
    "|esplanade|promenade|embankment|arcade"
)
_DOUBTFUL_STREET = (
    "st|ln|close|cl|drive|dr|drv|way|court|ct|crt|place|pl|hill|square|sq|row|walk|park|green|rise|view|house|path"
    "|croft|bank|heights|fields?|meadows?|wharf|quay|villas|mount|vale|end|fold|towers?|lodge|cottages?|farm|buildings"
    "|broadway|circus|common|corner|dale|drove|gate|glade|holt|hollow|brow|bridge|chase|approach|garth|ridge|side|yard"
    "|passage|mansions|point|reach|ride|orchard|acre|acres|knoll|spinney|copse|leys?|paddocks?|tenements|rookery"
)
# "14 Oak Lane", not "3 times on the road".
_STREET_WORD = (
    r"(?!(?:the|on|in|of|at|a|an|and|or|to|for|from|with|weeks?|days?|months?|hours?|minutes?|years?|children|kids"
    r"|times|people|staff|managers?|workers?|working|social|visits?|calls?|referrals?|our|their|his|her|is|was|per"
    r"|miles?|more|other|stage|pm|am|some|one|meetings?|yards?|different|agencies|down|up|into|by|st|nd|rd|th)\b)[a-z'’.-]+"
)
_NUMBER = r"\d{1,4}[a-z]?(?: ?[-–/&] ?\d{1,4}[a-z]?)?"
_UNIT = (
    r"(?:(?:flat|apartment|apt|unit|room|plot|caravan|bedsit|block|maisonette) ?(?:no\.? ?)?(?:\d+[a-z]?|[a-h]\b)?,? ?"
    r"(?:at )?)"
)
_SAINT = r"(?:st\.? (?!the\b|of\b)[a-z][a-z'’-]+ )"
_NUMBERED = re.compile(
    rf"\b{_UNIT}?(?<![/.\d]){_NUMBER},? (?:(?P<the>the )?{_SAINT}?(?:{_STREET_WORD} ){{0,3}}(?:(?P<sure>{_SURE_STREET})"
    rf"|(?P<doubt>{_DOUBTFUL_STREET})))\b(?:,? (?:north|south|east|west)\b)?",
    re.IGNORECASE,
)
_WELSH = re.compile(
    rf"\b{_UNIT}?{_NUMBER},? (?:Heol|Ffordd|Maes|Stryd|Lôn|Lon|Bryn|Clos|Cwrt|Rhodfa|Pentre|Tan|Rhes|Rhiw|Parc|Cae)"
    r"(?: (?:y|yr|Yr|Y|[A-Z][\w'’-]+)){1,3}"
)
_FLAT_HOUSE = re.compile(
    rf"\b(?:flat|apartment|apt|maisonette|bedsit) ?(?:no\.? ?)?\d+[a-z]?(?:,? (?:(?:{_STREET_WORD} ){{1,3}}"
    rf"(?:{_SURE_STREET}|{_DOUBTFUL_STREET})\b))?(?:,? (?:\d{{1,4}}[a-z]? )?(?:{_STREET_WORD} ){{1,3}}"
    rf"(?:{_SURE_STREET}|{_DOUBTFUL_STREET})\b)?",
    re.IGNORECASE,
)
_CUE = (
    r"\b(?:liv(?:es|ing|e|ed)|address(?: is|:)?|stay(?:s|ing|ed)|resid(?:es|ing)|moved (?:back )?(?:in )?(?:to|into)"
    r"|home is|lodging|sofa surfing|c/o|(?:house|flat|home|property|bungalow|caravan)(?= (?:on|in|at) ))"
)
_LIVES = re.compile(
    rf"{_CUE} ?(?:is |at |on |in |to |:)*((?:\d{{1,4}}[a-z]?,? )?(?:{_STREET_WORD} ){{1,3}}(?:{_SURE_STREET}"
    rf"|{_DOUBTFUL_STREET}))\b",
    re.IGNORECASE,
)
# A number and a name without a word for a street ("14 Kingsway"), or a house with a name and its street.
_BARE = re.compile(
    r"(?:\b|(?<=[,;])|^)(?i:liv(?:es|ing|ed)(?: at| in)?|address(?: is|:)?|moved (?:in )?to|stay(?:s|ing) at"
    r"|visit(?:ed)? (?:to )?|at|of|from|to|door of|^|[,;])[ :]*"
    r"(\d{1,4}[a-z]? ([A-Z][a-z'’]+)(?: [A-Z][a-z'’]+)?)(?![\w/])"
)
_ONE_WORD_STREET = re.compile(r"\w+(?:way|gate|side|wood|fields?|croft|holme|brook|mead|thorpe|bank)$")
_THE_STREET = re.compile(r"\d[a-z]? the (?!way|end|side|point|park\b|house\b|gate|yard|ride)[a-z]+$", re.IGNORECASE)
_NAMED_HOUSE = re.compile(
    r"\b((?:The )?(?:[A-Z][a-z'’]+ ){1,3}(?:Cottage|House|Lodge|Farm|Barn|Rectory|Vicarage|Villa|Bungalow),? "
    rf"(?:[A-Z][a-z'’]+ ){{1,2}}(?!Cottage|House|Lodge|Farm)(?i:{_SURE_STREET}|{_DOUBTFUL_STREET}))\b"
)
# What is written with capitals after "address:" is where somebody lives, if a house or a street stands in it.
_ADDRESS_IS = re.compile(r"\b(?i:address)(?: is| was|:| -)+ ((?:The )?(?:[A-Z\d][\w'’-]*(?:, ?| |$|(?=[.;)]))){2,9})")
_LEADS = re.compile(
    r"\b(?:liv(?:es|ing|e|ed)|address|stay(?:s|ing)|at|to|of|is|on|resid\w+|in|from)[ :]+(?:is |at )?$", re.IGNORECASE
)
_INSTITUTION = re.compile(
    r" (?:primary|secondary|school|nursery|surgery|hospital|clinic|academy|infants?|juniors?|medical|health"
    r" centre|children's|care home|police|fire|community|family|station)\b",
    re.IGNORECASE,
)
_NOT_CLOSE_TO = re.compile(r" ?(?:to|for|from|with|the)\b", re.IGNORECASE)
_POSTCODE = r"[A-Za-z]{1,2}\d[\dA-Za-z]? ?\d[A-Za-z]{2}\b"
_POSTCODE_FOLLOWS = re.compile(rf"(?:[,.]? [A-Za-z]+)?[,.]? {_POSTCODE}")
# A number and words that a postcode follows: "9 the maltings, pe7 1xa".
_BEFORE_POSTCODE = re.compile(
    rf"(?<![\w/.-])\d{{1,4}}[a-z]?,? (?:the )?[A-Za-z'’]+(?: [A-Za-z'’]+)?(?=[,.]? {_POSTCODE})", re.IGNORECASE
)
_HALF_POSTCODE = re.compile(r",? (?:[A-Z][a-z]+,? )?([A-Z]{1,2}\d{1,2}[A-Z]?)(?![\w/]| ?\d[A-Za-z]{2}\b)")


def addresses(text: str, keep: Collection[str]) -> Iterator[tuple[int, int]]:
    """Spans of addresses; those of schools, surgeries and stations are public and stay."""
    longest_first = sorted(_spans(text), key=lambda span: span[0] - span[1])
    for start, end in longest_first:
        if not _INSTITUTION.match(text, end):
            yield start, end


def half_postcode(text: str, end: int) -> tuple[int, int] | None:
    """The first half of a postcode that closes an address: "14 Oak Lane, TF1"."""
    match = _HALF_POSTCODE.match(text, end)
    return match.span(1) if match else None


def _spans(text: str) -> Iterator[tuple[int, int]]:
    for match in _WELSH.finditer(text):
        yield match.span()
    for match in _NUMBERED.finditer(text):
        if _is_street(match, text):
            yield match.span()
    for pattern, group in ((_FLAT_HOUSE, 0), (_LIVES, 1), (_NAMED_HOUSE, 1), (_BEFORE_POSTCODE, 0)):
        for match in pattern.finditer(text):
            yield match.span(group)
    for match in _ADDRESS_IS.finditer(text):
        if re.search(rf"\b(?:{_SURE_STREET}|{_DOUBTFUL_STREET})\b|\d", match[1], re.IGNORECASE):
            yield match.start(1), match.start(1) + len(match[1].rstrip(" ,"))
    for match in _BARE.finditer(text):
        if _ONE_WORD_STREET.search(match[2]) and not is_english(match[2].lower()):
            yield match.span(1)


def _is_street(match: re.Match[str], text: str) -> bool:
    words = match.group().split()
    lead = text[max(0, match.start() - 20) : match.start()]
    if match["the"] or len(words) < 3:
        return bool(_THE_STREET.search(match.group()))
    capital = words[-1][0].isupper() and words[-2][0].isupper()
    if match["sure"] or capital or _POSTCODE_FOLLOWS.match(text, match.end()):
        return True
    return bool(_LEADS.search(lead)) and not _NOT_CLOSE_TO.match(text, match.end())
