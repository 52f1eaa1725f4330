"""What looks like a date and is none (scores, sections, dates of birth, habits): taken out before dates are read."""

from __future__ import annotations

import re

from bot.understanding.date_reading import MONTH, WEEKDAY
from bot.understanding.holidays_named import NAMED

_NUMBERED = (
    r"para(?:graph)?s?|section|sections|rule|clause|part|version|v|appendix|chapter|stages?|page|pages|item|room|flat"
    r"|ext|s|sec|reg|regs|regulations?|ks|key stage|tier|article|ratio(?: is| of)?|scored?|scores?(?: is| was| of)?"
    r"|gcs(?: is| was| of)?|pain(?: is| was)?|bp(?: is| was)?"
)
# "ward 7/8" is two wards, "ward 14/10" a ward and a day.
_PAIRED = r"(?:ward|bay|bed|band|grade|level|levels|year|years|yr|y|class|category|room)"
_PAIR = "|".join(f"{n} ?/ ?{n + 1}" for n in range(1, 13))
_COUNTED = (
    r"children|kids|people|of|times|staff|agencies|worried|visits|appointments|old|weeks|days|hours|hrs|minutes|stars"
    r"|months|years|sessions|pupils|class|rule|scale|score|marks|points|questions|criteria|boxes|pregnant|for effort"
    r"|split|ratio|rota|core groups|meetings|calls"
)
_NTH = r"(?:first|second|third|\d(?:st|nd|rd|th))"
_DAY_OF_MONTH = rf"(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?:(?: of)? (?:{MONTH}))?"
_NAMED = "|".join(name.replace("s ", "'?s ") for name in NAMED)
_DAYS_ASKED_ABOUT = rf"(?:{WEEKDAY}|{_NAMED}|yesterday|today|tomorrow|{_DAY_OF_MONTH})s?"
_KINDS = r"(?:(?:as )?(?:a |an |the )?(?:bank holiday|working day|weekend|non-working day|holiday)|count\w*|included)"
_PATTERNS = (
    r"\b(?:born|d\.?o\.?b\.?|date of birth|birth ?date|birthday)(?!\w)(?:'s)?(?: (?:is|was|on|in|the|of))*"
    r"[ :=-]*(?:the )?"
    rf"(?:\d{{1,4}}[/. -]\d{{1,2}}[/. -]\d{{1,4}}|\d{{1,2}}(?:st|nd|rd|th)\b(?! (?:of |{MONTH}))"
    rf"|(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? )?(?:{MONTH})(?:"
    r" \d{1,2}(?:st|nd|rd|th)?)?"
    rf",?(?: \d{{4}})?|yesterday|today|last \w+|{WEEKDAY})",
    rf"\bturn(?:s|ed|ing)? \d{{1,2}} on (?:\d{{1,2}}/\d{{1,2}}|{_DAY_OF_MONTH})\b",
    r"\b24/7\b|\b50/50\b|\b9-5\b|\b1:1\b|\b2:1\b",
    rf"\b(?:every|each|most|any|some|alternate)(?: other| single| {_NTH})? (?:{WEEKDAY})s?\b",
    rf"\b(?:{_NTH}|last)(?: and {_NTH})? (?:{WEEKDAY})s? (?:of|in) (?:every|each) month\b",
    r"\b(?:scale|range) (?:of|from)? ?\d+ ?(?:-|/|to) ?\d+\b",
    rf"(?<!\()\ba (?:{WEEKDAY})\b(?! (?:week|fortnight))",
    rf"(?<!change )(?<!amend )(?<!correct )\b(?:{WEEKDAY})s? ?(?:to|-|through|/) ?(?:{WEEKDAY})s?\b",
    rf"\b(?:{WEEKDAY}) (?:mornings|afternoons|evenings|nights)\b",
    rf"\b(?:the )?(?:{WEEKDAY}) (?:club|school|group|list|clinic|job)\b",
    rf"\b(?:is|isn't|are|does|do|if|whether|whatif) {_DAYS_ASKED_ABOUT} {_KINDS}\b",
    rf"\b{_DAYS_ASKED_ABOUT} (?:is|isn't|was|wasn't|are|counts?|doesn't|don't)(?: not)? {_KINDS}\b",
    rf"(?<!')\b(?:{_NUMBERED})\.? ?\d+(?:[./]\d+)*(?!(?:st|nd|rd|th)\b)",
    rf"\b{_PAIRED} ?(?:{_PAIR})\b",
    r"\b(?:ref|reference|case|incident|crime|log|urn|ticket|invoice)(?: (?:ref|no|number|is|reference))*[.: #]*"
    r"[a-z]{0,4}[/-]?\d+(?:[/.-][a-z\d]+){2,}",
    r"\b(?:about|around|roughly|approximately) \d+ (?:children|people|staff|families)\b",
    rf"\d{{1,2}}/\d{{1,2}}(?= (?:{_COUNTED}))",
    r"\b(?:\d|1[0-2])/(?:7|12|52)(?= (?:review|follow|f/u|fu|hx|history|course|check|supply|later|old|time|baby)\b)",
    r"\b\d{1,2}/\d{1,2} (?:worried|on the (?:scale|dash)|scale)",
    r"\b\d{1,3}(?:\.\d)? ?(?:%|mg|ml|kg|cm|mm|mcg|g)\b(?:/\d+ ?(?:ml|kg))?",
    r"\b\d{1,2} may (?=(?:be|have|need|go|not|well|also|come|get|want|still|never|require|say|think|do)\b)",
    r"(?<![\d/.])(?!20\d\d-)\+?(?:\d[ -]?){9,}\d",
)
_NONE_OF_THESE = tuple(re.compile(pattern) for pattern in _PATTERNS)


def without_other_numbers(line: str) -> str:
    """The same line, letter for letter, with what is no date blotted out."""
    for pattern in _NONE_OF_THESE:
        line = pattern.sub(lambda match: "\x00" * len(match.group()), line)
    return line
