"""What may stand in a document: letters that XML can hold, and none that turn the direction of a line unseen."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile(
    "[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e\u2066-\u2069\u200e\u200f\ufeff]"
)


def printable(text: str) -> str:
    """The text without what cannot be printed."""
    return _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
