"""How much proof a word needs to be taken for a name, and where a name that is also a word stands as one."""

from __future__ import annotations

import re
from typing import Literal

from bot.understanding.english import is_english
from bot.understanding.given_names import DOUBTFUL, ONLY_INTRODUCED, SURE
from bot.understanding.name_contexts import LITTLE, OPENS_CLAUSE, WHO_IS
from bot.understanding.name_places import Place
from bot.understanding.name_words import VERBS_OF_PERSONS
from bot.understanding.public_names import PUBLIC
from bot.understanding.surnames import SURNAMES
from bot.understanding.tables import words

Known = Literal["sure", "doubtful", "introduced", "no"]

# "Will the social worker visit?", "Chase the GP".
_VERBS = words("will mark grant chase bill rob sue pat dare drew hope trace shell loan frank")
_SAYS = words("lives said says told disclosed cried")
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
    every_known = len(parts) > 1 and all(part in SURE or part in DOUBTFUL or part in ONLY_INTRODUCED for part in parts)
    return "sure" if every_known else "no"


def stands_as_name(place: Place) -> bool:
    """ "Grace was hit", but not "Will they ...": before a verb of persons, or in mid-sentence."""
    if place.opens_sentence:
        owned = re.match(r"'s\b", place.after)
        listed = LISTED.match(place.after) and place.after[0] != " " or place.after.startswith((" and ", " & "))
        among = listed and proof_of(place.following) in ("sure", "doubtful")
        told = place.word not in _VERBS and (among or WHO_IS.match(place.after))
        return bool(place.following in VERBS_OF_PERSONS or owned or told or _family_name_follows(place))
    return not place.shouted or bool(LITTLE.search(place.before))


def _family_name_follows(place: Place) -> bool:
    unknown = place.next_capital and place.following not in PUBLIC and not is_english(place.following)
    return place.following in SURNAMES or (unknown and place.word != "will")


def speaks(place: Place) -> bool:
    """ "mark said", and not "the mark said"."""
    return place.following in _SAYS and bool(OPENS_CLAUSE.search(place.before))
