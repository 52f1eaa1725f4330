"""What stands around a name: the words that introduce one, that only a person is followed by, that make it public."""

from __future__ import annotations

import re

from bot.understanding.name_words import KIN, ROLES, TITLES
from bot.understanding.tables import words

_SOMEONE = "|".join((*KIN, *ROLES))

# "Dr Hill", "Ms A. Kowalczyk": the initials belong to the name.
TITLE = re.compile(
    rf"\b({'|'.join(sorted(TITLES))})\b\.?\s+(?:\d{{2,6}}\s+)?"
    r"(?:(?!(?:a[st]|by|i[ns]|o[fnr]|to|we|my|no|so)\s)(?:[a-z]\.?\s?){1,2}(?<=[.\s]))?$"
)
INTRODUCED = re.compile(
    rf"(?:\b(?:{_SOMEONE})(?:\s+(?:is|was|called|named|name is|name's|=)|'?s name is|\s*[,:(-])?\s+\(?"
    rf"|\b(?:{_SOMEONE})\s*[(:]"
    r"|(?:^|[\n.;] ?)re:?\s+"
    r"|\b(?:named|name is|name's|name:|names are|known as|aka|a\.k\.a\.?|nicknamed|goes by|surname(?: is"
    r"|:)?"
    r"|call(?:s|ed|ing)? (?:him|her|them)(?:self|selves)?)\s+)$"
)
CALLED_SOMEONE = re.compile(
    rf"\b(?:{_SOMEONE}|one|someone|somebody|who(?:'s| is)|she(?:'s| is)|he(?:'s| is)|is|was|family|another)"
    r"(?:'s)?(?:\s+\w+){0,2}?\s+called\s+$"
)
ANNOUNCED = re.compile(r"\b(?:called|named|name is|name's|known as|aka|nicknamed|goes by)\s+$")
# The end of a letter: "Kind regards, j. treharne".
SIGNED = re.compile(r"\b(?:regards|wishes|sincerely|faithfully|cheers|thanks|thank you),?\s+(?:(?!a )[a-z]\.?\s)?$")
SIGNED_OFF = re.compile(r"(?:\s[\w'’-]+)?[\s.!]*$")
# "Dear Colleague, Further to ...": the address of a letter introduces nobody.
ADDRESSED = re.compile(r"\bdear [\w ]+,\s*$")
# "me and miss achterberg", "dr khan and sister mcphee", and not "they miss appts".
MISS_SOMEONE = re.compile(r"(?:\b(?:and|with|from|told|by|our|teacher|asked|rang|saw)|[,.;:&]|^)\s*(?:miss|sister)\s+$")
# "Dawn the health visitor", "Paris her sister".
WHO_IS = re.compile(rf",? (?:the|his|her|their|our|my) (?:\w+ )?(?:{_SOMEONE})\b")
A_FAMILY = re.compile(r"'?s? (?:family|children|kids|twins|siblings|boys|girls|case)\b")
TO_A_PLACE = re.compile(r"\b(?:from|in|near|to|via|the)\s+$")
# Whom or what only a person has; what may be called after a person ("Oliver's School") has a capital then.
_KIN_PERSON = (
    r"(?:step ?-?|foster |half ?-?)?(?:mum|mam|mom|mummy|mother|dad|daddy|father|nan|nana|gran|granny|grandma|grandad"
    r"|grandparents|parents?|sister|brother|siblings?|son|daughter|partner|boyfriend|girlfriend|husband|wife|aunt|auntie|uncle"
    r"|cousin|carers?)"
)
_ATTENDS = (
    r"(?:(?:class|form|head) ?teacher|teacher|gp|sw|hv|(?:social|key|support) ?worker|health visitor|midwife|school"
    r"|nursery|class|bruis\w+|injur\w+|disclosure|behaviour|attendance|weight|bedroom|phone|birthday"
    r"|(?:foster )?placement)"
)
OWNS_KIN = re.compile(rf"'?s (?:\w+ )?{_KIN_PERSON}\b|'?s (?:new |old |last )?{_ATTENDS}\b")
# "Dominics school", and who may stand after a name that is also a word: "hopes foster carer".
OWNED = re.compile(rf" (?:{_KIN_PERSON}s?|{_ATTENDS})\b")
# Where somebody may be named in small letters: "mark said no", and not "the guy said".
OPENS_CLAUSE = re.compile(r"(?:^|[.,;:!?\n]|\b(?:but|then|because|when|since|so))\s*$")
INITIALS = re.compile(
    r"(?<![\w.])[A-Z]\.\s?[A-Z]\b\.?(?:\s?[A-Z]\b\.?)?"
    r"(?=\s(?:is|was|has|lives|told|said|says|disclosed)\b|,? (?:aged? )?\d|['’]s\b)"
    r"|\b(?:[Cc]hild|[Pp]upil|[Pp]atient|[Rr]esident|[Cc]lient|[Bb]aby|[Mm]um|[Dd]ad) (?P<bare>[A-Z]{2})"
    r"(?=,| \(|\s(?:is|was|has|aged)\b)"
)
# A name that somebody goes by on a screen: "snapchat lil_kayz09", "@jayjay.07".
HANDLE = re.compile(
    r"(?<![\w@.])@(?=[\w.]*[a-z_])[\w.]{3,30}\b(?!@)"
    r"|\b(?i:snap(?:chat)?|insta(?:gram)?|tiktok|roblox|discord|xbox|psn|fortnite|facebook|fb|online|user ?name|handle"
    r"|gamer ?tag|screen name)(?:(?i:\s(?:user ?name|name|account|handle|tag|profile|is|as|called|:|=))|:)*"
    r"\s(?P<handle>(?!\d)(?=\w*[\d_])[\w.]*[a-zA-Z][\w.]{2,30})\b"
)
LITTLE = re.compile(r"\b(?:little|baby|wee|poor)\s+$")
SAINT = re.compile(r"\b(?:st|saint|king|queen|prince|princess|operation|project|hmp)\.?\s+$")
# What follows is somewhere rather than somebody.
IN_A_PLACE = re.compile(r"\b(?:in|near|around|outside|across|into|via|towards|throughout)\s+$")
# The small words inside a name: "Ffion ap Rhys", "Sinéad Ní Chonaill".
PARTICLES = words("ap ab ferch van der den de da dos al el bin bint ní ni von")
TOLD = re.compile(
    r"\b(?:(?:spoke|spoken|speak|talk|talked|listen|listened|wrote|written|chat|chatted) (?:to|with|about)"
    r"|met (?:up )?with|rang|phoned|emailed|texted|saw|seen|told|asked|left|email from|call from|than)\s+$"
)

_KIN_AFTER = (
    r"(?:step ?-?)?(?:mum|mam|mom|dad|mother|father|nan|gran|grandma|grandad|parents?|sister|brother|siblings?|son"
    r"|daughter|partner|boyfriend|girlfriend|husband|wife|aunt|auntie|uncle|cousin|carers?|family|children|twins|case|school|nursery"
    r"|gp|teacher|sw|social worker|house|flat|home|plan|bruises?|injur\w+|disclosure|behaviour|phone|birthday|bedroom)"
)
# What only the name of a person is followed by.
OF_A_PERSON = re.compile(
    rf"'s? {_KIN_AFTER}\b|,? (?:is |was |just )?(?:turned |aged? )?\d{{1,2}}(?:,| ?y\W| and\b"
    r"| (?:years|yrs|months|weeks))"
    r"|,? (?:is|was|aged?) (?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty)\b"
    r"| ?\(\d{1,2}(?: ?y\w*)?\)| and (?:his|her|their) | (?:says|said|told|disclosed|cried|herself|himself) "
    r"| (?:from|at|in) (?:the )?(?:duty|mash|edt|camhs|csc|asc|early help|assessment|housing|front door|probation)\b"
)
# What makes a name that of a house, a body, a law or a review, and public.
INSTITUTION = re.compile(
    r"(?: (?:and|&|n) [a-z]+ (?:nursery|pre-?school|playgroup|day ?care|childcare|solicitors|llp|associates)\b)"
    r"|'?s?\s+(?:house|cottage|schools|centres|homes|groups|church|chapel|disease|syndrome|palsy|dementia|psychosis"
    r"|encephalopathy|lymphoma|chorea|contracture"
    r"|centre|center|school|ward|lodge|hospital|team|class|nursery|unit|clinic|court|project|trust|wing"
    r"|hospice|academy|primary|surgery|road|street|lane|avenue|close|foundation|children's|college|suite|room|hub"
    r"|infirmary|way|drive|general|royal|park|hall|grange|manor|care home|medical|health centre|high school|juniors?"
    r"|infants?|junior|pre-?school|playgroup|kindergarten|day ?care|church of england|ce primary|rc|charity|society"
    r"|association|university|partnership|council"
    r"|law|rule|rules|act|review|report|inquiry|enquiry|protocol|guidelines|judgment|judgement|principles?|criteria"
    r"|scale|score|index|test|charter|model|code|scheme|competen\w+|lecture|award|framework|tool|pathway|matrix"
    r"|programme|campaign|clause|ruling|standards?|checklist|ambulance|cross|rovers|united|athletic|city|borough|county"
    r"|town|solicitors|llp|ltd|district|police|mash|social|council|station|village|area|market|childrens|asc|csc|camhs)\b"
)
# What is called after a person, also where its own word has no capital: "Jordan's law", "Guy's hospital".
NAMED_AFTER = re.compile(
    r"'s (?:laws?|rules?|act|inquiry|enquiry|protocol|principles?|criteria|guidelines|hospital|hospice|college"
    r"|foundation|trust|academy|ward|court|lodge|centre|church|infirmary|park|hall|cross|wing|charity|disease|syndrome)\b"
    r"(?! ?app)"
)
