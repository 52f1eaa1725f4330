"""How much proof a word needs to be taken for a name, and what is none whoever guesses so."""

from __future__ import annotations

import re
from typing import Literal

from bot.understanding.given_names import DOUBTFUL, GIVEN, ONLY_INTRODUCED, SURE
from bot.understanding.name_contexts import OWNS_KIN
from bot.understanding.name_places import Place
from bot.understanding.public_names import EPONYMS

Known = Literal["sure", "doubtful", "introduced", "no"]

LISTED = re.compile(r"(?:,|&| and|, and| &)? ")


def proof_of(lowered: str) -> Known:
    """How much proof a word needs; "lily-mae" and "tyler-james" are as sure as their parts."""
    if lowered in SURE:
        return "sure"
    if lowered in ONLY_INTRODUCED:
        return "introduced"
    if lowered in DOUBTFUL:
        return "doubtful"
    parts = lowered.split("-")
    return "sure" if len(parts) > 1 and GIVEN.issuperset(parts) else "no"


def of_a_condition(place: Place) -> bool:
    """ "Parkinson's", "Crohn's": what somebody has is not somebody; "Addison's mum" is."""
    return place.word in EPONYMS and place.after.startswith("'s") and not OWNS_KIN.match(place.after)
