"""The words by which an attempt is told: contacts made, what came of them, and what was only meant or heard."""

from __future__ import annotations

import re
from typing import Literal

from bot.understanding.tables import any_of
from bot.understanding.words import LEVELS, STAND_FOR

Level = Literal["consult", "practitioner", "line_manager", "senior_manager", "director", "partnership"]
Outcome = Literal["unresolved", "waiting", "resolved"]

_CONTACT = "(?:ring|call|phone|contact|speak to|speak with|email|reach|get hold of|talk to|get through to|discuss)"
DONE = any_of(
    r"""
    (?:tried|managed|attempted|got) (?:to |and )?<contact>; tried (?:ringing|calling|phoning|emailing|
    contacting|speaking); spoke; spoken; talked; rang; rung; called; phoned; emailed; e-mailed; mailed; wrote;
    written; messaged; texted; contacted; met; raised; challenged; asked; told; informed; chased; discussed;
    escalated; notified; approached; complained; flagged; consulted; pushed back; argued; been (?:on|in
    touch); been to; in touch; had (?:a |an |my |the )?(?:\w+ )?(?:conversation|chat|call|meeting|word|words|
    discussion|phone ?call|supervision); gone (?:up |back )?to; went (?:up |back )?to; taken (?:it|this); took
    (?:it|this); put (?:it|this) (?:in writing )?to; shared (?:my|our) concerns?; got hold of; got through;
    checked with; (?:ran|run) (?:it|this) past; (?:is|it's|its|sits|sat) (?:now )?with; t/?c (?:to|with); d/w;
    disc(?:'d)? with; spk; having spoken; referred (?:it |this |the matter )?(?:on |up )?to(?= (?:the |our
    )?(?:partnership|panel|board|senior|head|director|safeguarding)); already with; copied in; submitted
    (?:it|this|the form) to; sent (?:it|this|the form|an email) to
""",
    contact=_CONTACT,
)
# Said instead of a verb: what came of it is said at once.
CAME_OF_IT: tuple[tuple[re.Pattern[str], Outcome], ...] = (
    (
        any_of(r"""
        no (?:joy|luck|success|agreement) (?:with|from); got nowhere with; getting nowhere with; knocked back
        by
    """),
        "unresolved",
    ),
    (
        any_of(r"""
            no (?:answer|reply|response) (?:from|off); left (?:a |another |\d )?(?:message|voicemail|vm)s?(?:
            for| with| on); heard nothing (?:from|back from); (?:still )?waiting (?:for|on|to hear from);
            can'?t get (?:hold of|through to); cannot get hold of; nothing (?:back )?from; not heard (?:back
            )?from; haven'?t heard (?:back )?from; chasing
        """),
        "waiting",
    ),
)
NOT_DONE = any_of(r"""
    speak; ring; call; phone; email; contact; talk; raise; ask; tell; meet; escalate; chase; write; approach;
    challenge; discuss; inform; complain; speaking; ringing; talking; contacting; raising; going; about;
    regarding; re; by; from; that; who; what; which; threshold; not; never; instead of; except
""")
UNDONE_BEFORE = any_of(r"""
    not; never; no one; nobody; none of us; cannot; (?:has|have|had|did|do|does|was|were|is|are|wo|ca|could|
    should|would)n'?t; should; could; would; might; will; going to; if; whether; before; until; unless; yet
    to; want; need to; was; were; be; being; got; get; when; (?:the|their|her|his) (?:social worker|sw|worker|
    police|hv|mash|school|officer)(?: has| have)?; social care(?: have| has)?
""")
MET = re.compile(
    r"^s?,? (?:(?:have|has|had|'ve|both|all|also|then|still|now|just|already|simply) )*(?:met|meet|spoken"
    r"|spoke|talked|discussed|been in touch|"
    r"(?:could|can|did|do|would)(?:n'?t| ?not) (?:\w+ )?(?:agree|resolve|sort)|cannot agree|disagree|failed"
    r" to|not agreed|at odds|at loggerheads|"
    r"level)\b"
)
BOUNDARY = re.compile(r"[,.;:()]|\b(?:and|but|so|because|then|however|although|or if)\b")
HARD_BOUNDARY = re.compile(r"\b(?:but|so|because|however|although|though)\b")
REFERRING = re.compile(r"\b(?:to refer|a referral|the referral|referral in|to report)\b")
NOTHING = re.compile(
    r"\b(?:(?:haven'?t|have not|not|hasn'?t|never|didn'?t) (?:yet |actually |really )?(?:spoken|spoke"
    r"|talked|raised|told|done|tried|contacted|"
    r"challenged|escalated|started|been in touch|discussed|speak)[^.;]{0,20}?\b(?:anyone|anybody|any one"
    r"|anything|it|this)\b"
    r"|nothing (?:yet|so far|at all|tried|done)|(?:no one|nobody|noone|none)(?: yet| so far)|not (?:yet )?"
    r"(?:done|tried|started) anything"
    r"|(?:haven'?t|not) (?:done|tried) (?:a thing|much|any)|haven'?t (?:yet )?started|where (?:do|to) (?:i )?"
    r"(?:start|begin)"
    r"|(?:tried|done) nothing|(?:no one|nobody) has (?:tried|raised|done) (?:anything|it)"
    r"|first (?:step|time i'?ve (?:said|told|raised))|only just (?:found out|heard|happened))\b"
)
JUST_NO = re.compile(
    r"\W*(?:no|nope|nah|nothing|none|nobody|no ?one|not yet|no not yet|never|not at all|n|neither|zero"
    r"|i haven'?t|we haven'?t|i have not|i've not)(?: yet| really| sorry| at all| so far)?\W*"
    r"(?:(?<=[,.;:!-] )(?:i|we|it)\b.*)?"
)
NOBODY_AFTER_ALL = re.compile(
    r"^(?:(?:no|sorry|wait|actually|oh|i mean|well|hang on)\W+)*(?:nobody|no ?one)"
    r"(?: yet| so far| at all| really)?\W*(?:$|(?<=[,.;:!-] ))"
)
"""Whom they have spoken to is told, or put right: what follows are reasons."""
THEIR_ANSWER = re.compile(
    r"^(?:the |her |his |their )?(?:[\w'’]+ ){0,2}?(?:services|social care|csc|cs|asc|mash|hub|front door|council"
    r"|housing|police|hospital|trust|camhs|school|nursery|agency|team) (?:just |still |also )?"
    r"(?:won'?t|will not|wouldn'?t|don'?t|doesn'?t|didn'?t|do not|does not|did not|isn'?t|aren'?t|are not|is not"
    r"|can'?t|cannot|(?:have |has |keep |keeps )?(?:refus\w+|declin\w+|closed|clos\w+)|sa(?:y|ys|id) )"
)
"""An agency does not do something: that may be the decision itself, before anybody has spoken to anyone."""
_TIERS: tuple[Level, ...] = (
    "partnership",
    "director",
    "senior_manager",
    "line_manager",
    "consult",
    "practitioner",
)
LEVEL_WORDS = tuple((level, any_of(LEVELS[level], **STAND_FOR)) for level in _TIERS)
