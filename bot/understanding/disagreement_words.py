"""The words of a disagreement: its areas, and how the other side refuses, keeps silent or agrees."""

from __future__ import annotations

import re

from bot.understanding.tables import any_of

# Each phrase with the weight it lends to a category. Weights of several phrases add up, never above 1.
_AREAS: dict[str, tuple[tuple[float, str], ...]] = {
    "thresholds": (
        (
            0.9,
            r"""
            thresholds?; level(?:s)? of need; (?:tier|level) (?:[1-4]|one|two|three|four); criteria; not
            (?:serious|bad|high) enough; not significant harm; eligib\w+; (?:doesn'?t|didn'?t|don'?t|does not|
            did not|not) (?:meet|met|reach|hit); too low; not (?:a )?safeguarding; only early help; low(?:er)?
            level; step(?:ped|ping) (?:\w+ )?(?:down|up); step(?:ping)? (?:it |her |him |them )?(?:down|up);
            downgrad\w+;
            not s47; not section 47; below the (?:line|bar); bar is too high; risk (?:is|was) (?:too )?low;
            don'?t (?:think|believe) (?:it'?s|it is|she'?s|he'?s) (?:bad|serious|a risk); level of risk; how
            (?:risky|serious)
        """,
        ),
        (
            0.5,
            """
            nfa'?d?; no further action; closed; closing; clos(?:e|ure); rejected; declined; screened out;
            knocked back; discharged; too complex
        """,
        ),
    ),
    "roles": (
        (
            0.9,
            r"""
            not (?:our|their|my|his|her) (?:role|job|responsib\w+|remit|place); whose (?:job|role|
            responsibility); who(?:'s| is) responsible; who should; passing the buck; pass(?:ed|ing) (?:it |us
            |me )?(?:from pillar|around|back and forth); lead professional; remit; roles; roles? and responsib\w+;
            not (?:our|their|my) (?:patch|area|problem|case); belongs? to (?:us|them|health|education|school);
            up to (?:the )?(?:school|us|health|nursery|gp); (?:nobody|no one) (?:owns|takes|will take|wants);
            expects? (?:us|me) to; our job; responsib(?:le|ility|ilities); they say it'?s (?:for )?(?:us|our|
            the school|health); pillar to post; out of (?:area|borough|county); different (?:county|council|
            authority|borough); someone else'?s (?:job|problem); should be (?:doing|done by); ownership
        """,
        ),
    ),
    "communication": (
        (
            0.9,
            r"""
            (?:nobody|no one|no-one|noone|never|not|didn'?t|don'?t|doesn'?t|won'?t|wont|haven'?t|hasn'?t|
            weren'?t|wasn'?t|isn'?t|refus\w+ to) (?:\w+ )?(?:tell|tells|told|inform\w*|shar\w+|invit\w+|
            includ\w+|updat\w+|answer\w*|repl\w+|respond\w*|ring|rings|rung|called|call|return\w*|consult\w*|
            listen\w*|sent|send|copied|explain\w*); information sharing; share information; not sharing; no
            (?:reply|response|feedback|update|minutes|communication|information|contact|answer|call ?back|
            reason); kept in the dark; in the dark; communicat\w+; minutes; out of the loop; left out;
            find(?:ing)? out (?:from|by); gdpr; confidential\w*; data protection; ignor\w+; can'?t get hold
            of; no one (?:has )?(?:rung|rang|called|phoned); nobody has (?:rung|rang|called|phoned); fobbed
            off; weren'?t invited; found out (?:from|by|through); no one is talking; not (?:heard|been told);
            haven'?t heard; passed on
        """,
        ),
    ),
    "need_for_action": (
        (
            0.9,
            r"""
            (?:won'?t|wont|will not|refus\w+ to|not going to|didn'?t|haven'?t|hasn'?t|not|aren'?t|isn'?t|
            never) (?:\w+ )?(?:visit\w*|act|acting|acted|assess\w*|investigat\w*|intervene|do|doing|done|see|
            seen|convene|hold|remove|take action|follow\w*|progress\w*|allocat\w*|step(?:ped)? in|offer\w*|
            provid\w*|attend\w*|go out|gone out|happen\w*|complet\w*|admit|prosecute|arrest); nfa'?d?; no
            further action; no action; nothing (?:is |has |was )?(?:being |been )?(?:done|happen\w+|changed|
            changes); inaction; drift\w*; delay\w*; waiting list; not turn\w+ up; closed; closing; close
            (?:it|the case|her|him|them); closure; discharged; sat on; not moving; no progress; stuck;
            dragging; doing nothing; do nothing; not acting; strategy (?:meeting|discussion); conference
            (?:was )?refused; refused (?:a |the )?(?:conference|assessment); over-?react\w*; too much;
            heavy-?handed; should (?:not|n'?t) be (?:removed|doing|involved); shouldn'?t (?:act|be); need for
            (?:in)?action; premature\w*; withdraw\w*; pulling out; signed off; send(?:ing)? (?:her|him|them)
            home; plan isn'?t; plan is not; actions? (?:not|never); unallocated; no social worker
        """,
        ),
        (
            0.4,
            """
            rejected; declined; refused; unsafe decision; section 47; s47; section 42; s42; care act
            assessment; screened out
        """,
        ),
    ),
    "other": (
        (
            0.6,
            """
        funding; who pays; clinical decision; diagnosis; bed; transport; complaint; rude; attitude;
        unprofessional; placement
    """,
        ),
    ),
}
CATEGORIES = {area: tuple((weight, any_of(words)) for weight, words in rows) for area, rows in _AREAS.items()}

REFUSED = any_of(r"""
    refus\w+; won'?t; wont; will not; said no; says no; saying no; said it'?s a no; declined; rejected; turned
    (?:it|us|me|her) down; knocked back; not (?:willing|prepared); unwilling; nfa'?d?; no further action;
    stand(?:s|ing)? by (?:their|her|his|the); not changing; won'?t budge; closed (?:it|the|her|his); screened
    out; doesn'?t meet; didn'?t meet; does not meet; did not meet; not going to; disagreed with (?:me|us);
    wouldn'?t; would not; it was a no; dismiss\w+
""")
NO_ANSWER = any_of(r"""
    no (?:answer|reply|response|word|call ?back); not (?:answer\w*|repl\w+|respond\w*|heard|called|rung|got
    back|come back|returned); (?:haven'?t|hasn'?t|have not|has not|not|never) heard; (?:haven'?t|hasn'?t|
    didn'?t|never|don'?t|won'?t|not) (?:\w+ )?(?:answer\w*|repl\w+|respond\w*|rung|rang|ring|called|call|got
    back|gotten back|get back|come back|came back|return\w*|phoned)(?! to); no ?(?:body|one) (?:has |is
    )?(?:\w+ )?(?:rung|rang|called|answer\w*|repl\w+|phoned|got back|come back|responded|picks? up|picking
    up); heard nothing; nothing back; silence; radio silence; (?:still )?waiting(?! list); ignor(?:ed|ing|es)
    (?:me|us|my|our|it|the); ghost(?:ed|ing); voicemail; left (?:a |another |\w+ )?messages?; goes to
    answerphone; can'?t get (?:hold of|through); cannot get hold of; no luck getting hold; never rang back;
    unanswered
""")
NOT_SETTLED = any_of(r"""
    unresolved; not (?:been )?(?:resolved|sorted|settled|agreed|fixed); (?:isn'?t|wasn'?t|hasn'?t been|
    haven'?t|hasn'?t|still not|didn'?t get|never|not yet) (?:it |been )?(?:resolved|sorted|settled|agreed|
    fixed); (?:couldn'?t|can'?t|cannot|could not|can not|didn'?t|did not|don'?t|do not|unable to|failed to|
    won'?t|wouldn'?t|not able to) (?:\w+ )?(?:agree|resolve|reach|come to|sort|settle|see eye); no
    (?:agreement|joy|luck|resolution|progress|change|movement|further forward|better|good|use|consensus|outcome); still
    (?:disagree|disagreeing|not|no|unhappy|saying|says|say|refus\w+|stuck|won'?t|the same); disagree(?:s|d)?;
    got nowhere; getting nowhere; nowhere; not happy; unhappy; not satisfied; stalemate; deadlock;
    loggerheads; impasse; agree(?:d)? to disagree; same answer; didn'?t change; hasn'?t changed; won'?t
    (?:budge|change|move|reconsider); wouldn'?t (?:budge|change|move|reconsider|listen|have it); stand(?:s|
    ing)? by; stood by; sticking to; not (?:moving|budging|shifting|changing); dismissed (?:it|me|us); said
    no; says no; refused; knocked back; nothing (?:has )?changed; didn'?t help; fobbed off; brushed off
""")
SETTLED = any_of(r"""
    resolved; sorted; settled; fixed; (?:they'?ve |they have |has |have |'?s |now |finally |all |both |she |he
    |they |we )(?:now |finally |all |both )?agreed(?! to (?:disagree|give|wait|meet|talk|extend|speak|get|
    come|think|consider|ring|call|reply|respond|let|discuss|look|review)); agreed to (?:visit|reopen|re-open|
    do|hold|convene|assess|act|accept|see|take|allocate|step|go|keep|a|the|arrange|refer); (?:re-?opened|
    reopening); chang(?:ed|ing) their minds?; changed (?:her|his) mind; (?:they'?ll|they will|she'?ll|he'?ll|
    they are|they'?re|will) (?:now |going to )?(?:do it|visit\w*|reopen|take it|accept\w*|going to visit|hold|
    convene); accepted (?:it|the referral|our); overturned; reached (?:an )?agreement; came to an agreement;
    we agree now; happy with (?:the|that|it|their); back on track; now allocated; are now (?:visiting|
    assessing|involved); strategy meeting (?:is )?(?:booked|arranged)
""")
WAITING = any_of(r"""
    (?:still )?waiting(?! list); pending; tbc; to be confirmed; (?:nothing|no answer|no reply|not|no) (?:back
    )?yet; (?:getting|coming|ringing) (?:me |us )?back; (?:will|'ll|going
    to|said (?:he|she|they)(?:'d| would)) (?:get back|come back|ring|call|let (?:me|us)
    know|think|look|email|speak|discuss|consider|check); thinking (?:about )?it; looking (?:into|at) it;
    considering (?:it)?; on the case; under review; in progress
""")
URGENT = any_of("""
    urgent(?! care| treatment| response| action| meeting| help| advice); emergency(?!
    duty| department| services?| care)
""")
NOT_URGENT = any_of(r"""
    (?:not|isn'?t|wasn'?t|no longer|nothing|non|less|hardly)[ -](?:\w+ )?urgent; no (?:rush|hurry|urgency); can
    wait; routine
""")
NOT_YET = re.compile(
    r"\b(?:not|n'?t|never|yet to|no|nobody|none|neither|until|unless|if|when|once|want|hope|hoping|need"
    r"|must|should|could|to be|be|get (?:it|this)|getting (?:it|this))\b[^,.;]{0,25}$"
)
CORRECTION = any_of(r"""
    i meant; i mean; meant to (?:say|type|put); correction; my mistake; my bad; typo; scrap that; ignore that;
    wrong (?:date|day|one|area|person|policy); got that wrong; no wait; oops; whoops; actually
    (?:it|that|she|he|they|no|i)(?:'s| was| is)?; sorry,? (?:it|that|not|wrong|i meant)(?:'s| was)?; sorry,?
    (?:no,? )?(?:(?:on|last) )?(?:mon|tue|wed|thu|fri|sat|sun|yesterday|today|the \d)\w*; let me correct; should
    (?:be|say|have been|read)(?= \w+day\b| the \d| \d); it was actually; correct that; i was wrong; not \w+day,?
    (?:but |it was )?\w+day; \w+day,? not \w+day; change (?:it|that|the date) to; misremembered; got mixed up;
    mixed up
""")
