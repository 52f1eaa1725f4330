"""Words of harm that may not be now, and of a danger that is near: the two together are danger now."""

from __future__ import annotations

HARM: dict[str, str] = {
    "weapon": "kni(?:fe|ves); machetes?; gun; firearm; weapons?; blades?; acid",
    "violence": r"""
        (?:is|are|was|been|get|gets|getting|she'?s|he'?s|who'?s) hurt; fled; fleeing;
        (?:hit|hits|hitting|hurts?|punch(?:ed|es)?|slap(?:ped|s)?|kick(?:ed|s)|beats?|beaten|belted|
        smack(?:ed|s)?|whipp?(?:ed|s)|bit|bites|threw|thrown|pushed|pushes|shoved|drags?|dragged|assault(?:ed|
        s)?|attack(?:ed|s)?|abus(?:ed|es|ive)|burn(?:ed|t|s)|headbutt\w*|thump(?:ed|s)?|batters?|battered|
        throws|pulls? (?:her|his) hair|spat|locks?)(?: \w+)? <someone>; (?:been|was|were|gets?|got|is) (?:hit|
        hurt|beaten|punched|slapped|kicked|burnt|burned|assaulted|attacked|smacked|abused|injured|threatened);
        violen(?:t|ce); physical(?:ly)? (?:abuse|abused|harm); domestic (?:abuse|violence); dv; coercive;
        (?:hurts?|hit|hits|hurting) (?:her|him|me|them)
    """,
    "injury": r"""
        brok(?:e|en) (?:his|her|their|my|mum'?s|the \w+'s) (?:arm|leg|ribs?|nose|jaw|wrist|hand|finger|collarbone);
        bruis\w*; black eye; marks? on (?:his|her|their); injur(?:y|ies|ed); cuts? (?:on|to); bite marks?;
        cigarette burns?; swollen; bump on (?:his|her); hand ?prints?; finger ?marks?; pressure (?:sore|
        ulcer)s?; scratches; limping
    """,
    "threat": r"""
        threat(?:s|en|ens|ened|ening)?; scared (?:of|to go|to be); (?:terrified|frightened|afraid|petrified);
        stalk\w*; harass\w*; intimidat\w*; (?:begged|begging|pleading|crying) (?:me |us )?(?:not )?to (?:go|
        be|stay|let); doesn'?t want to go home; (?:refus\w+|scared|afraid|frightened|too scared|won'?t) (?:to
        )?go home; don'?t make (?:me|her|him) go
    """,
    "sexual": r"""
        sexual\w*; groom(?:ed|ing); exploit\w*; csa; cse; cce; county lines; inappropriate(?:ly)? touch\w*;
        touch(?:ed|es|ing) (?:her|him|me|them); traffick\w*; indecent; nudes; paedophile; sex offender; incest
    """,
    "self-harm": r"""
        self[- ]?harm\w*; cut(?:s|ting) (?:her|him|them|my)sel(?:f|ves); suicid\w*; not want(?:ing)? to (?:be
        here|live); hopeless; psychosis|psychotic; hearing voices; mental health crisis; in crisis; paranoid;
        burning (?:her|him)self
    """,
    "neglect": r"""
        neglect\w*; hungry; filthy; no (?:heating|electric\w*|gas|bed|food|clean); unfed; losing weight;
        weight loss; soiled; unwashed; faltering growth; failure to thrive; uninhabitable; drug(?:s| use)? in
        the (?:house|home); needles; unsafe sleep\w*; squalor; rats; skeletal
    """,
    "dangerous person": r"""
        registered sex offender; rso; dangerous; perpetrator; abuser; (?:on|breach(?:ed|ing)?) (?:bail|
        licence|a? ?non-?mol\w*|the order|restraining order|injunction); released from prison; drunk;
        intoxicated; drugs; heroin; crack; spice; dealer\w*; gang
    """,
    "disclosed": r"""
        disclos\w+; says? (?:he|she|dad|mum|daddy|mummy|stepdad|they|uncle|grandad|grandpa|the carer)
        (?:hurts?|hits?|touch\w*|punch\w*|kicks?|beats?|smacks?|locks?); told (?:me|us|her teacher|staff|a
        friend) (?:that )?(?:he|she|dad|mum|daddy|stepdad|they)(?! (?:will|would|won'?t|wouldn'?t|can'?t|is|was|are|
        had|has|does|did)(?: not)? (?:refer|clos|assess|accept|visit|allocat|screen|going to|re-?open|refus));
        at risk; significant harm; unsafe; not safe; worried (?:for|about) (?:her|his|their) safety; in harm'?s way
    """,
    "adult": r"""
        (?:carer|son|daughter|husband|wife|staff|nephew|niece|partner|neighbour)(?: is| has been|s| keeps?)?
        (?:\w+ )?(?:shout\w*|rough|roughly|taking|stealing|withhold\w*|control\w*|handl\w*); (?:taking|
        stealing|took|stole) (?:her|his|their) (?:money|pension|card|benefits); financial abuse; cuckoo\w*;
        modern slavery; fallen?; falls
    """,
}

# Contact with the danger that is near: harm told beside one of these is danger now.
SOON_CONTACT = r"""
    pick(?:s|ing|ed)? (?:\w+ ){0,3}?up; pick ?up time; pickup; collect(?:s|ing|ed)? (?:her|him|them|the|at|
    from|today|tonight|in|this|after|\w+ (?:at|today|in)); (?:due|coming|going|here) to (?:collect|get|pick|
    take); (?:is|being|gets?|getting) collected; (?:go|goes|going|went|gone|sent|sending|send|heading|back|
    due|returns?|returning|returned|taken|taking (?:her|him|them)|walk(?:s|ing)?|let (?:her|him|them) go)
    (?:\w+ ){0,2}?home; home ?time; end of (?:the )?(?:school )?day; after school; (?:back|going|goes|
    returning|returned|sent|being sent) (?:\w+ )?to (?:him|dad|dads|dad's|mum|mums|mum's|her (?:dad|mum|
    partner|husband)|his (?:dad|mum)|stepdad|the (?:house|abuser|perpetrator|care home|same|flat|family));
    (?:being|be|is|been|getting|due to be|to be) discharged; discharg\w+ (?:her|him|them|home|today|tonight|
    this); on (?:his|her|their) way; outside; at the (?:gate|gates|door); alone with; left (?:her|him|them)
    with; in the (?:same )?(?:house|home|flat|room|building) with; (?:is|still|are|she'?s|he'?s|they'?re)
    (?:\w+ )?(?:with (?:him|her|dad|them|the (?:man|dad|boyfriend|abuser|perpetrator|partner|father|carer))|
    there|at home|living with|at the house|in the house|in there|upstairs|downstairs); (?:dad|he|she|mum|
    stepdad|partner|boyfriend|father|uncle|husband|son)(?:'s| is| will be|'ll be| gets| comes) (?:\w+
    )?(?:back|home|out|here|coming|there|moving (?:back )?in|being released|due); bath ?time; bed ?time;
    contact (?:visit |session )?(?:today|tonight|this|tomorrow|at); overnight contact; unsupervised contact;
    stay(?:s|ing) (?:with|at) (?:him|dad|dads|dad's|his|her|mum|mums); back (?:in|at) the (?:home|house);
    (?:no ?where|nowhere) (?:safe )?(?:else )?to go
"""
# Words of the present: they make harm immediate only inside the same sentence.
SOON_NOW = r"""
    (?:right )?now; right this minute; at the moment; currently; as we speak; tonight; every (?:night|day|
    morning|evening|time); each night; this (?:afternoon|evening|morning); in an hour; in (?:\d+|ten|five|
    twenty|thirty) min\w*; at (?:[1-9]|1[0-2])(?:[:.]\d\d)?(?: ?pm)?; half (?:past )?(?:one|two|three|four|
    five|six|[1-6]); three o'?clock; today; just (?:now|rang|called|told|disclosed|come|came|said|seen|
    arrived); at night; still (?:happening|going on|doing it|hitting|hurting); getting worse; escalating fast;
    again today; fresh; new (?:bruis\w*|injur\w*|marks?); happening again; ongoing; as i type; in front of me;
    straight ?away; asap; urgent(?:ly)?; help; this (?:second|minute)
"""
