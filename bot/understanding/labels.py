"""What somebody wants to call a case, in their words. What is not plain is nothing, and is asked for."""

from __future__ import annotations

import re

_CASE = r"(?:(?:it|this|that|them|her|him)(?: (?:one|case|1))?|(?:the|my) case)"
_QUOTED = re.compile(r"[\"“‘]([^\"“”’]{1,80})[\"”’](?=[\s.,!?]|$)")
_GONE = re.compile(
    r"\b(?:remove|delete|forget|drop|clear|take|lose|don'?t want|do not want)\b"
    r".*\b(?:label|name|nickname|call(?:ed)?)\b",
    re.I,
)
_ASKS = re.compile(
    rf"^(?:how|where|can|could) (?:do |can |could )?(?:i|we)\b(?!.*\b(?:call|name|label) {_CASE} \w)", re.I
)
_GIVEN = [
    re.compile(pattern, re.I)
    for pattern in (
        rf"\b(?:call|name|rename|title|nickname) {_CASE}(?:,? please,?)?(?: to| as)?:? (?P<label>.+)",
        rf"\b(?:label|tag|mark|save|list|show|refer to|put) {_CASE}(?: down)?(?: as| under| to)?:? (?P<label>.+)",
        r"\b(?:label|title|name|nickname|rename)(?: for (?:it|this|this one))?(?: to)?: (?P<label>.+)",
        r"\b(?:change|set|make) (?:the |its )?(?:label|name|title)(?: to)? (?P<label>.+)",
        rf"\b{_CASE}(?:'s| is|) (?:should be|to be|was|is)? ?called (?P<label>.+)",
        rf"\bfrom now on,? {_CASE} (?:is|will be) (?P<label>.+)",
        r"\b(?:use the name|rename (?:it )?to) (?P<label>.+)",
    )
]
_AFTER = re.compile(
    r"[\s,]*\b(?:please|pls|thanks|thank you|from (?:now|here) on|in my list|for (?:now|this(?: case| one)?)"
    r"|so (?:that )?i .*)$",
    re.I,
)
_NOTHING = frozenset({"", "case", "one", "else", "that", "anything", "a name", "a label", "it"})


def label(text: str) -> str | None:
    """The words to call a case by; empty where it is to lose its label; None where the message does not say."""
    said = " ".join(text.replace("’", "'").split()).strip(" .!")
    if _GONE.search(said):
        return ""
    if quoted := _QUOTED.search(text):
        return quoted[1].strip()
    if said.endswith("?") and _ASKS.search(said):
        return None
    found = next((given["label"] for pattern in _GIVEN if (given := pattern.search(said))), "")
    return _trimmed(found) or None


def _trimmed(words: str) -> str:
    words = words.strip(" .,!?\"'“”")
    while (shorter := _AFTER.sub("", words).strip(" .,!?\"'“”")) != words:
        words = shorter
    return "" if words.casefold() in _NOTHING or words.casefold().startswith("something") else words
