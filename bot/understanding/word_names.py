"""Names that are also words ("Rose", "Will"), months, seasons and places ("May", "Summer", "Paris"): where they name.

An unmasked child is worse than a masked word; but no month of an event and no town may go, so those need more proof.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from bot.understanding.date_words import MONTHS
from bot.understanding.english import is_english
from bot.understanding.given_names import GIVEN, NEARLY_SURE, SURE, TOWNS
from bot.understanding.name_contexts import INSTITUTION, LITTLE, OPENS_CLAUSE, OWNED, OWNS_KIN, TO_A_PLACE, TOLD, WHO_IS
from bot.understanding.name_places import Place
from bot.understanding.name_proof import LISTED, proof_of
from bot.understanding.name_words import VERBS_OF_PERSONS
from bot.understanding.public_names import PUBLIC
from bot.understanding.surnames import SURNAMES
from bot.understanding.tables import any_of, words

# "Will the social worker visit?", "Chase the GP".
VERBS = words("will mark grant chase bill rob sue pat dare drew hope trace shell loan frank")
_SAYS = words("lives said says told disclosed cried")
# "bill hits her" in small letters; "will hit" and "mark hurt" are no person's doing.
_DOES_IN_SMALL_LETTERS = _SAYS | words("hits wants reckons thinks asked rang phoned texted spoke cries slept")
_HARMED = words("disclosed cried cries hit hits hurt hurts lives ran slept")
# What a person does, and a month does not; a town's agencies speak as well ("Preston says no").
_DOES = _SAYS | _HARMED | words("wants spoke reckons thinks asked rang phoned texted")
_TELLS = words("""
    rose spoke gave made wrote sent put went ran threw bit broke shook drew held shut sat stood swore slept ate drank
    fought chose hid woke hung began became lost met paid read bled stole
    reckons agrees disagrees believes insists denies claims explains tells sleeps eats cries keeps gives makes shares
    wont dont doesnt didnt wasnt isnt hasnt cant couldnt hates loves likes begs rings wets
""")
_ACTS = VERBS_OF_PERSONS | _TELLS
# "Will also chase", "Mark completed forms as done": words of a note, not a person's doing.
_NOTES = words("also still put shut read come")
_NO_PAST = words("mark chase grant trace")
_MONTHS = frozenset(MONTHS) | words("jan feb mar apr jun jul aug sep oct nov dec")
_CALENDAR = _MONTHS | words("summer autumn winter spring")
# Of the words that only name after an introduction, those that are nobody's role or town: "summer said no".
_SPEAKS_IN_SMALL_LETTERS = words("april may june summer autumn savannah dakota")
_NEVER_PAIRED = words("will mark may")
_DOING_TO = re.compile(r" (?:it|this|that|these|those|them|the|an?|my|our|every|all)\b")

# A month, season or place beside which a person would not be named: "in May her mum left".
_WHEN_OR_WHERE = re.compile(
    r"\b(?:in|since|by|from|until|till?|last|this|next|every|each|early|mid|late|of|during|before|after|for|to|at|near"
    r"|around|via|through|into|over|the|an?|between|and|or|now|outside|across)[\s-]+$"
)
_AGE = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|eighty|ninety)"
_NO_AGE = r"(?! ?(?:(?:days?|weeks?|months?|hours?|miles?|minutes?|mins|wks?|yrs?|years?)\b(?! old)|%|[:./-]?\d))"
_DATED = re.compile(r" \d{1,2}[./-]\d{1,2}[./-]\d")
# How a person may be, and no season: "April has been crying".
_STATES = (
    "crying|scared|frightened|terrified|upset|quiet|withdrawn|hungry|starving|thin|dirty|smelly|unkempt|bruised|ill"
    "|poorly|unwell|missing|pregnant|asleep|homeless|drunk|unsafe|safe|distressed|angry|autistic|telling|saying|sleeping"
)
# "Summer, she's 13", "Hope (7)", "Faith who is 11"; not "Summer is 6 weeks away", "Hope she's well".
_AGED = re.compile(
    rf",? who(?:'?s| is| was| has) |, s?he(?:'?s| is| was) (?:only |just |now )?(?:{_AGE}|{_STATES})\b"
    rf"|(?:, |,? (?:aged?|just turned|turned) ){_AGE}(?:,| ?y(?:o|rs?|ears?)?\b| and (?:her|his|in|on)\b)"
    r"(?! (?:ago|away|later|in|on)\b)"
    rf"| ?\({_AGE}(?: ?y\w*)?\)| (?:is|was) (?:only |just |now )?{_AGE}\b{_NO_AGE}"
)
_FEELS = re.compile(
    rf" (?:is|was|has been|looks|looked|seems|seemed|isnt|isn't) (?:\w+ )?(?:{_STATES})\b"
    r"| (?:is|was|has been|isn'?t|wasn'?t) (?:not )?(?:eating|talking|speaking|engaging|attending|coping|bleeding)\b"
    r"| (?:has|had) (?:\w+ ){0,2}(?:nits|lice|bruis\w+|burns?|injur\w+|told|disclosed|said)\b"
)
# Somebody in an office: "Joy at the hub", "June from housing".
_IN_OFFICE = any_of(r"""
    (?:from|at|in|on) (?:the |our |your |my )?(?:\w+ ){0,2}(?:hub|duty|mash|edt|camhs|csc|asc|social care|early help|
    assessment|housing|front door|probation|office|reception|team|school|nursery|surgery|baby room|kitchen|council|
    contact centre|yot|yos|yjs|youth justice|police|legal|pru|refuge|marac|women's aid|victim support)
""")
# Two words that may be names, told of as two persons: "summer and faith both in tears".
_TOGETHER = (
    r",? (?:(?:are |were |have |is |was )?both|are (?:twins|sisters|brothers|siblings|in|at|with|not)|say|said|told"
    r"|live|cried|slept|came|went|were)\b"
)
_PAIR_FIRST = re.compile(rf" (?:and|&|n) ([a-z]+){_TOGETHER}")
_PAIR_SECOND = re.compile(r"\b([a-z]+) (?:and|&|n) $")
_PAIRED = re.compile(_TOGETHER)


def stands_as_name(place: Place) -> bool:
    """ "Grace was hit", but not "Will they ...": before what a person does or is, or in mid-sentence."""
    if not place.capital:
        return speaks(place)
    if is_elsewhere(place):
        return False
    if not place.opens_sentence:
        orders = place.word in VERBS and _DOING_TO.match(place.after) and not TOLD.search(place.before)
        return bool(not (place.shouted or orders) or LITTLE.search(place.before))
    told = place.word not in VERBS and (
        _is_beside(place, "sure", "doubtful")
        or WHO_IS.match(place.after)
        or (place.next_capital and _next(place) in GIVEN)
    )
    described = _AGED.match(place.after) or _IN_OFFICE.match(place.after, 1)
    dated = place.word not in VERBS and _DATED.match(place.after)
    owns = place.owns or place.after.startswith("'s")
    return bool(acts(place) or owns or told or dated or described or _family_name_follows(place))


def stands_for_somebody(place: Place) -> bool:
    """Whether a month, a season or a place is somebody: "May's foster carer", "Summer, she's 13"."""
    if not place.capital:
        return speaks(place)
    if OWNS_KIN.match(place.after) or LITTLE.search(place.before):
        return True
    led = bool(_WHEN_OR_WHERE.search(place.before))
    if _AGED.match(place.after):
        return not led or not place.after.startswith(",")
    town = place.word in PUBLIC or place.word in TOWNS
    if _next(place) in (_HARMED if town else _DOES):
        return True
    return not led and _is_described(place, town)


def _is_described(place: Place, town: bool) -> bool:
    if place.next_capital and (place.following in SURNAMES or (place.following in SURE and not town)):
        return True
    if place.word not in _CALENDAR and WHO_IS.match(place.after):
        return True
    tells = _next(place) in _TELLS and place.word not in _CALENDAR and not place.after_capital
    in_office = _IN_OFFICE.match(place.after, 1)
    known = _FEELS.match(place.after) or _is_beside(place, "sure") or _are_seasons_paired(place)
    return not town and bool(tells or in_office or known)


def speaks(place: Place) -> bool:
    """ "mark said", and not "the mark said"; "summer and faith both in tears"; "hopes foster carer"."""
    owns = OWNED.match(place.after, 1) and place.after.startswith("s ") and place.word not in VERBS
    if first := _PAIR_FIRST.match(place.after):
        led = OPENS_CLAUSE.search(place.before) or TOLD.search(place.before)
        return bool(led) and _are_two({place.word, first[1]})
    second = _PAIRED.match(place.after) and _PAIR_SECOND.search(place.before)
    if second and _are_two({place.word, second[1]}):
        return True
    if not OPENS_CLAUSE.search(place.before):
        return False
    if proof_of(place.word) != "doubtful":
        return bool(owns) or (place.word in _SPEAKS_IN_SMALL_LETTERS and _next(place) in _SAYS)
    in_office = place.word in NEARLY_SURE and _IN_OFFICE.match(place.after, 1)
    return bool(owns or in_office or tells(place))


def tells(place: Place) -> bool:
    """ "My colleague may thinks": in small letters, what a person does and no word of the sentence."""
    return _next(place) in _DOES_IN_SMALL_LETTERS


def acts(place: Place) -> bool:
    """ "Grace was hit", "Rose rose to speak", "Hope agreed"; not "Chase unanswered calls", "Will also chase"."""
    following = _next(place)
    if place.word == "will" and following in _NOTES:
        return False
    past = following.endswith("ed") and len(following) > 4 and place.word not in _NO_PAST
    return past or following in _ACTS


def goes_with_names(place: Place) -> bool:
    """Whether a word that may be a name and stands among names is one: not "Jade, May 5" or "Jade, London"."""
    if place.word in TOWNS or not place.capital or place.shouted:
        return False
    return proof_of(place.word) != "no" and not re.match(r",? \d", place.after)


def said_again(place: Place, named: Collection[str]) -> bool:
    """Whether it is a part of a name told before, said alone: "Mrs Pike ... Pike won"."""
    if place.word not in named or INSTITUTION.match(place.after):
        return False
    strange = not is_english(place.word)
    if not place.capital:
        return strange and place.word not in PUBLIC
    return strange or not place.opens_sentence or acts(place) or place.owns


def is_elsewhere(place: Place) -> bool:
    """Whether a country or a town is meant that people are called by too: "from Jordan", "Georgia is where ..."."""
    led = TO_A_PLACE.search(place.before) and not TOLD.search(place.before)
    return place.word in PUBLIC and bool(led or place.after.startswith(" is where"))


def _next(place: Place) -> str:
    """The word that follows with nothing but a blank between."""
    return place.following if place.after.startswith(f" {place.following}") else ""


def _is_beside(place: Place, *known: str) -> bool:
    """Whether a name follows in a list: "Holly, Ivy and ...", "Will and Grace"."""
    among = place.after.startswith((" and ", " & ")) or (LISTED.match(place.after) and place.after[0] != " ")
    return bool(among) and proof_of(place.following) in known


def _family_name_follows(place: Place) -> bool:
    unknown = place.next_capital and place.following not in PUBLIC and not is_english(place.following)
    return place.following in SURNAMES or (unknown and place.word != "will")


def _are_seasons_paired(place: Place) -> bool:
    """ "Autumn and Summer are in different placements", both with a capital; April and May are months."""
    first, second = _PAIR_FIRST.match(place.after), _PAIRED.match(place.after) and _PAIR_SECOND.search(place.before)
    other = first or second
    events = re.search(r"\b(?:were|came|went)\b", place.after)
    return other is not None and not events and other[1] in GIVEN and not {place.word, other[1]} <= _MONTHS


def _are_two(pair: set[str]) -> bool:
    return pair <= GIVEN and not pair <= _CALENDAR and pair.isdisjoint(_NEVER_PAIRED)
