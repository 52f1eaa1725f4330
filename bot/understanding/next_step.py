"""The one question that is understood without a model: "what do I do now?", said alone."""

from __future__ import annotations

import re

from bot.understanding.canonical import fold

_ASKED = r"""
    what (do|should|must|can|shall|could|would) (i|we) (have to |need to )?do
    what (am i|are we) (supposed|meant) to (do|be doing)
    what do (i|we) (have|need) to do
    what('s| is|s)? (the |my |our )?next( step)?
    (the |my |our )?next step
    what (to do|now|next)
    now what
    where (am i|are we|do i stand|do we stand|does it stand|does (the|my|our) case stand)
"""
_BEFORE = r"(?:(?:hi|hello|hey|ok|okay|so|and|but|right|well|please|sorry|waymark) )*"
_AFTER = r"(?: (?:now|next|then|please|today|here|about (?:it|this|that)))*"
_PATTERN = re.compile(_BEFORE + "(?:" + "|".join(line.strip() for line in _ASKED.strip().splitlines()) + ")" + _AFTER)


def asks_what_to_do(text: str) -> bool:
    """Whether the text asks what to do now, and says nothing else."""
    words = " ".join(re.findall(r"[^\W_]+(?:'[^\W_]+)*", fold(text)))
    return _PATTERN.fullmatch(words) is not None
