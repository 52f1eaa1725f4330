"""Words of danger now: any one of these, said of a person, is answered with the emergency words.

Each row: the reason it gives, then its phrases (lower case, straight quotes; see `tables.phrases`).
Recall comes first: a doubtful row belongs here, and its everyday uses belong in `everyday`.
"""

from __future__ import annotations

# What the words in angle brackets stand for.
STAND_FOR = {
    "someone": (
        r"(?:him|her|them|me|us|mum|mam|mom|mummy|dad|nan|gran"
        r"|the (?:baby|child|kids?|boy|girl|children|toddler|carer|residents?)"
        r"|(?:his|her|their) (?:\w+ )?(?:mum|wife|partner|baby|son|daughter|brother|sister|girlfriend|boyfriend"
        r"|children|kids|mother)|each other|someone|somebody|people|patients?|residents?|staff"
        r"|himself|herself|themselves|myself)"
    ),
    "oneself": r"(?:him|her|my|them|their|your)(?:self|selves|-self)",
}

ACUTE: dict[str, str] = {
    "not breathing": r"""
        swallow(?:ed|ing) (?:\w+(?:'s)? ){0,3}(?:methadone|bleach|tablets?|pills?|battery|batteries|drugs|
        medication|poison|magnets?); ingested; (?:keeps?|keep on|started) (?:passing out|fainting|blacking
        out|losing consciousness|fitting); face down in; went (?:blue|limp|floppy); (?:not|isn'?t|stopped|
        stop|struggling|can'?t|cannot|barely|difficulty|trouble|hardly) (?:\w+ )?breath\w*; unconscious;
        unresponsive; (?:won'?t|not|can'?t) wak(?:e|ing)(?: \w+)? up; collapsed; turn(?:ed|ing) blue; gone
        blue; (?:blue|grey) lips; lips (?:are|have gone|went) blue; having a (?:seizure|fit); fitting; floppy;
        chok(?:ing|ed); passed out; no pulse; cardiac arrest; lifeless; limp; found (?:her|him|them) (?:dead|
        hanging|unconscious); can'?t (?:wake|rouse) (?:him|her|them); in and out of consciousness; anaphyla\w+
    """,
    "strangulation": r"""
        (?:gripped|squeezed|squeezing|grabbing|holding) (?:his|her|their|my|mum'?s) (?:neck|throat);
        strangl\w+ <someone>; strangl(?:ed|ing|ation); (?:hands?|arm|belt|cord) (?:were |was |is |are
        )?(?:around|round|on) (?:his|her|their|my|mum'?s|mumm(?:y|ie)'?s|\w+'?s) (?:neck|throat); chok(?:ed|ing)
        <someone>; throttl\w+ <someone>; suffocat\w+ <someone>; pillow over; (?:grabbed|got|held) (?:her|him|
        them|mum|me) by the (?:throat|neck); smother\w* <someone>; drown\w* <someone>; waterboard\w*
    """,
    "weapon": r"""
        (?:has|have|got|had|with|holding|carrying|waving|brandishing|pulled|grabbed|picked up|took|brought|
        armed with|using) (?:\w+ ){0,3}?(?:knife|knives|machete|gun|shotgun|blade|weapon|hammer|axe|baseball
        bat|razor|sword|screwdriver|crossbow|acid); (?:knife|gun|blade|weapon) (?:to|at|on|against)
        (?:<someone>|his|her|their|my|the \w+); stab(?:bed|bing|s)?(?: <someone>)?; shot at; been shot; threw
        acid|acid (?:on|at|in) <someone>; petrol (?:through|over|on); armed
    """,
    "threat to kill": r"""
        (?:she'?ll|he'?ll|they'?ll|i'?ll|will|going to|gonna|could) be (?:killed|hurt|beaten|murdered|harmed|
        stabbed); do something (?:to <someone>|stupid|silly|bad|terrible|awful|drastic); (?:going to|gonna|
        threaten\w*(?: to)?|wants? to|will|plans? to|planning to|trying to|tried to|about to|he'?ll|she'?ll|
        says? he'?ll|said he(?:'d| would|'ll)|promised to|intends? to) (?:\w+ )?(?:kill|murder|stab|shoot|
        burn|strangle|hurt|harm|smash|attack|batter|end) ?(?:<someone>|it all)?; threat(?:s|ened)? to (?:kill|
        life|her life|his life); kill(?:ing|ed)? <someone>; death threats?; murder(?:ed|ing|s)?; do(?:es)? her
        in; honou?r (?:killing|based violence); fear(?:s|ing)? for (?:her|his|their|my) (?:life|lives|safety)
    """,
    "suicide": r"""
        (?:going to|gonna|will|she'?ll|he'?ll) do it (?:tonight|now|today|this|soon|after); (?:has|with|got|
        tied) (?:a |the )?(?:rope|belt round|cord round); got hold of (?:the |her |his )?(?:tablets|pills|
        medication); (?:tablets|pills|paracetamol|medication|medicine) and (?:taken|took|swallowed); (?:text|
        texted|texting|message|messaged|posted|sent)(?: \w+){0,3} goodbyes?; (?:taken|took|swallowed) (?:the|
        them all|all the|her whole|his whole|a load|loads|lots)(?: \w+)? ?(?:lot|tablets|pills|medication|
        packet|box|bottle); suicid(?:e|al); kill(?:ing)? <oneself>; (?:took|taken|taking|take|swallowed|
        swallowing) (?:an? |\w+ )?(?:overdose|od); overdos(?:e|ed|ing); (?:took|taken|swallowed|taking) (?:\w+
        ){0,3}(?:tablets|pills|paracetamol|bleach|batter(?:y|ies)|medication all); hang(?:ing|ed)? (?:him|her|
        my|them)sel(?:f|ves); tak(?:e|ing|en) (?:her|his|their|my) (?:own )?life; (?:end|ending|ended) (?:her|
        his|their|my) (?:own )?life; end(?:ing)? it all; (?:wants?|wanting|wanted|wish(?:es)?|going|ready) to
        (?:die|be dead|end it|jump); (?:on|off|from) (?:a |the )?(?:bridge|roof|ledge|multi-?storey|train
        tracks|railway); noose; ligature\w*; goodbye (?:note|letter|message|text)s?; better off dead; no
        reason to live; slit(?:ting)? (?:her|his|their) wrists; cut(?:ting)? (?:her|his|their) wrists; drank
        (?:bleach|antifreeze); doesn'?t want to (?:be here|live|wake up); don'?t want to (?:be here|live);
        jump(?:ing|ed)? (?:off|in front); cutting (?:him|her|them)sel(?:f|ves); (?:is|she'?s|he'?s) self[-
        ]harming (?:now|again|badly|in)
    """,
    "violence now": r"""
        dangl(?:ing|ed|es) (?:\w+ ){1,3}(?:out of|over|from); (?:been|was|being|is) shaken(?! up); just
        (?:been )?(?:slapped|punched|kicked|attacked|assaulted|beaten|bitten|hit|burnt|burned|thrown|
        strangled|hurt|pushed|headbutted)(?: <someone>| by| in the face|$); (?:abuse|assault|attack|violence|
        rape|beating)(?: is| are|'s)? (?:still )?(?:happening|taking place|going on|ongoing)(?: now| right
        now| at| in)?; (?:smash|trash|wreck)(?:ed|ing|es)? (?:up )?(?:the |her |his |their )(?:house|flat|
        place|home|room|car); (?:is|are|keeps?|he'?s|she'?s|they'?re|dad'?s|mum'?s|been|started|always|still)
        (?:\w+ )?(?:hitting|punching|kicking|slapping|beating|hurting|attacking|assaulting|battering|shaking|
        burning|biting|dragging|whipping|abusing|raping|molesting|torturing|starving|throwing|smashing|
        thumping)(?: up)?(?: <someone>)?; being (?:\w+ )?(?:hit|beaten|attacked|hurt|abused|raped|assaulted|
        held|kept|punched|kicked|strangled|stabbed|tortured|threatened|followed|groomed|trafficked|exploited|
        starved); (?:getting|gets) (?:beaten|hit|battered|attacked|kicked); (?:attacked|battered|beat up|
        beaten up) <someone>; (?:screaming|shouting) (?:for help|and (?:banging|crying|smashing)); (?:i can|
        can) hear (?:\w+ ){0,3}(?:screaming|shouting|crying|hitting|banging|fighting);
        help me(?: (?:please|now|quick|quickly))?(?! [a-z]); kicking (?:off|the door);
        (?:smashing|breaking|kicking|banging)(?: \w+)?
        (?:up|down|in|on)? ?(?:the|her|his) (?:house|door|window|flat|place|room); (?:trying to|going to|has|
        have|he'?s|she'?s) (?:break|broken|force|forced|forcing|breaking|climb|climbing) (?:in|into|his way
        in|her way in|down); trying to get in(?:to)?(?: the (?:house|flat|school|building|refuge|nursery|
        ward))?; (?:trying to |just |has |have )?(?:snatch|grab|snatched|grabbed|taken|take|took) (?:a |the |
        my |her |his |our )?(?:child|children|baby|kids|pupil|him|her|them) (?:from|out of|off|without|and
        (?:gone|run|driven|left|won'?t)); turned up and (?:taken|took|grabbed|snatched); (?:call|ring|calling|
        ringing|phone|need|send|dial) (?:an |the )?(?:999|ambulance|police now|police urgently); violent right
        now; kidnapp?\w*; abduct\w*; (?:held|holding) (?:\w+ )?hostage; against (?:her|his|their) will;
        (?:shak(?:en|ing|es)|shook) (?:the |her |his )?(?:baby|newborn|infant); (?:dropped|threw|thrown)
        (?:the |her |his )?baby
    """,
    "danger said": r"""
        (?:don'?t|do not|doesn'?t) (?:think|feel|believe) (?:\w+ ){1,2}?(?:is |are |'s )?(?:really )?safe; no
        longer safe; (?:she|he|they|child)(?:'s| is| are) not (?:going to be |really )?safe; (?:don'?t|do not|
        please don'?t) (?:send|let) (?:her|him|them|the \w+) (?:go )?home; can'?t (?:go|be sent|send (?:her|
        him|them)) (?:back |home )+(?:tonight|today|now|to); (?:immediate|imminent|serious|grave|real|mortal|
        life[- ]threatening|urgent) (?:danger|risk|harm|threat); in (?:\w+ )?danger; (?:at|immediate) risk
        (?:right )?now; life (?:is )?(?:at|in) (?:risk|danger); not safe (?:right )?(?:now|here|tonight|today|
        at home|there|with); (?:isn'?t|aren'?t) safe; (?:is|are|she'?s|he'?s|they'?re) (?:really |so )?(?:not
        safe|unsafe); emergency; life or death; could (?:die|be killed); (?:will|gonna|going to) (?:die|get
        killed|be killed|get hurt|be hurt|hurt (?:her|him|them)); (?:is|are|she'?s|he'?s|'s|i think \w+ is)
        dying; unsafe (?:right )?(?:now|tonight); happening (?:right )?now; significant harm (?:right )?now
    """,
    "serious injury": r"""
        blood (?:everywhere|all over|on (?:his|her|their|the)|coming|pouring); (?:covered in|lots of|so much)
        blood; (?:split|busted|bust) (?:lip|head|eye); head wound; unconscious; bleeding(?! heart); head
        injur\w+; broken (?:arm|leg|rib|ribs|nose|jaw|bone|bones|wrist|collarbone|skull|hip); fractur\w+;
        burn(?:s|ed|t)? (?:on|to|all|her|his|marks?); scald\w*; stab wounds?; (?:covered|black|full) (?:in|of|
        and|with) (?:blue|bruis\w+|blood); bleed on the brain; skull; unexplained (?:injur\w+|bruis\w+|
        fractur\w+|marks?); non[- ]mobile baby; bruis\w+ (?:on|to) (?:a |the |her |his )?(?:\w+ )?(?:baby|
        newborn|infant); bab(?:y|ies)(?:'s)? (?:\w+ ){0,3}bruis\w+; internal injur\w+; knocked (?:her|him|
        them) (?:out|unconscious|down the stairs); pushed (?:her|him|mum|them) down the stairs
    """,
    "sexual harm now": r"""
        raped; raping; rape; sexually (?:assaulted|abused|abusing|touching|exploited); (?:touching|touched|
        touches) (?:her|him|them|me) (?:\w+ )?(?:private|privates|there|down|inappropriately|sexually|at
        night); gets into (?:her|his) bed; (?:sending|sent|shar\w+) (?:nudes|indecent); live[- ]?stream\w*;
        paying to see
    """,
    "medical help refused": r"""
        (?:refus\w+|won'?t|will not|wont|not) (?:to )?(?:call|ring|phone|get|fetch|let|allow|see) (?:in )?(?:a
        |an |the )?(?:doctor|ambulance|gp|999|paramedics?|nurse); (?:refus\w+|won'?t|wont|will not) (?:to
        )?tak(?:e|ing) (?:him|her|them|the \w+) to (?:the )?(?:hospital|a ?& ?e|a and e|doctor'?s?|gp);
        refus\w+ (?:medical (?:help|treatment|attention)|insulin|life[- ]saving)
    """,
    "sent back to danger": r"""
        (?:going|goes|sent|sending|being sent|returned|returning|returns|discharg\w+|send) (?:her |him |them |
        tonight |today )?(?:back |home )*to (?:him|her (?:abuser|husband|ex|partner)|his (?:abuser|wife|partner)|the
        (?:abuser|perpetrator|man who|husband|partner|boyfriend|son who|dad who|mum who)|dad who|mum who|stepdad)
        (?:\w+ ){0,4}?(?:tonight|today|now|this (?:afternoon|evening|morning)|at \d|who|after)
    """,
    "left alone": r"""
        left (?:a |the |her |his |their |my )?(?:\w+ )?(?:\d[ -]?(?:year|month|week|yr)s?[ -]old|baby|toddler|
        child|children|kids|newborn|infant)(?: \w+)? (?:in|at|alone|outside|with no);
        no adults?(?! (?:social|services?|safeguarding|care|team|policy|mash));
        alone (?:at home )?with (?:the |a |her |his
        )?(?:newborn|baby|toddler|younger siblings?|little ones); (?:left|been|home|is|are|all|on) (?:\w+
        )?(?:home )?alone(?: (?:in|at|with|for|overnight|since))?; (?:left|been left|leaving) (?:\w+
        ){0,3}(?:unattended|unsupervised|on (?:his|her|their) own|by (?:him|her|them)sel(?:f|ves)|outside|in
        the car|in a car); home alone; nobody (?:is )?(?:at home|with (?:him|her|them|the baby)|there with|
        looking after); no (?:adult|one) (?:is )?(?:at home|with (?:him|her|them|the)|there|in the house|
        looking after); abandon(?:ed|ing); (?:on (?:his|her|their) own) (?:in|at|all|since|with no); hasn'?t
        been (?:picked up|collected); not been (?:picked up|collected); no ?(?:one|body) (?:has )?(?:come|
        came|turned up) to (?:collect|pick); locked out
    """,
    "missing": r"""
        (?:gone|has gone|went|reported|is|was|were|still|are|been|goes|she'?s|he'?s) missing; missing (?:from|
        since|child|girl|boy|person|overnight|again|for|now|tonight); (?:ran|run|running) (?:away|off);
        abscond\w*; (?:can'?t|cannot|unable to) (?:find|locate|trace) (?:her|him|them|the (?:child|boy|girl|
        baby|family|children)); (?:don'?t|nobody|no ?one) (?:know|knows) where (?:she|he|they|the);
        disappeared; wander(?:ed|ing) (?:off|the street|the streets|in the road|outside); hasn'?t come home;
        not come home; whereabouts (?:are )?unknown; not (?:been )?seen (?:for|since); (?:nobody|no ?one) has
        seen
    """,
    "held or locked in": r"""
        (?:lock(?:ed|s|ing)|shut|trapped|imprisoned|tied|chained|barricaded|bolted)(?: \w+){0,3}? (?:in|
        inside|up|to|into|himself|herself|there|behind); trapped; (?:won'?t|will not|refus\w+ to|not)
        let(?:ting)? (?:her|him|them|mum|anyone|us|the \w+|me) (?:out|leave|go|in|see|near); (?:can'?t|cannot|
        not allowed to|won'?t) (?:get out|leave the (?:house|room|flat)|escape); restrained; tied (?:up|to);
        taken (?:her|his|the) phone
    """,
    "without food, care or medicine": r"""
        (?:no ?one|nobody) has (?:fed|changed|given|checked on|washed|been to see);
        (?:no|without|hasn'?t had|not had|not been given|not given|haven'?t had|withh(?:eld|olding)|run out
        of|refus\w+) (?:\w+ ){0,2}?(?:food|insulin|medication|meds|medicine|water|inhaler|oxygen|heating)(?:
        (?:for|in|since)[\w ]{0,20}(?:days?|yesterday|hours|week|\w+day))?; (?:hasn'?t|haven'?t|not|hadn'?t)
        (?:eaten|drunk|been fed|been changed|had (?:a )?(?:drink|meal|anything)); not being fed; starv(?:ing|
        ed|ation); dehydrat\w+; emaciated; malnourish\w+; hypotherm\w*; (?:carers?|nobody|no ?one) (?:has |
        have |hasn'?t |haven'?t |didn'?t |not )*(?:turned up|visited|been|come|came|shown up)(?: (?:for|since|
        in))?; lying (?:in|on) (?:\w+ )?(?:floor|urine|faeces|soiled|own); septic|sepsis; soaked in urine;
        withdrawing from; freezing
    """,
    "fire": r"""
        smell of gas; light it; lighter fluid; there(?:'s| is|s)? (?:a )?fire; fire (?:in|at) (?:the|her|his|
        their) (?:house|flat|home|kitchen|room|placement|property); house fire; burning building; (?:set|
        setting|sets|started|starting|lit|lighting|light) (?:\w+ ){0,3}?(?:fires?|alight|on fire); fire[-
        ]?setting; arson\w*; on fire; (?:burn|burning|torch) (?:the |her |his |down )?(?:house|flat|home|
        place)(?: down)?; gas (?:on|left on|leak|taps); petrol bomb
    """,
    "at the door": r"""
        (?:he'?s|she'?s|he is|she is|dad'?s|dad is|ex is|they'?re) (?:\w+ )?at (?:her|his|their|mum'?s|my)
        (?:door|house|flat|home|window|gate); (?:he'?s|she'?s|he is|she is|they'?re|dad'?s|dad is|mum'?s|
        father is|stepdad is|stepdad'?s|partner is|ex is|is|are) (?:now |currently |still |just |here |sat |
        stood |standing |waiting |parked |right |already |back )*(?:outside|at the (?:door|gate|gates|school|
        nursery|house|hospital|ward|window|reception|front door)|in (?:the )?reception|in the (?:building|
        playground|car ?park)|banging on|on (?:his|her|their) way|coming (?:round|here|over|to (?:get|take|
        collect|pick))); outside (?:the )?(?:school|nursery|house|hospital|building|gates?|ward|surgery|
        refuge|her (?:house|flat|door)) (?:now|right now|shouting|demanding|waiting|and|drunk|with);
        (?:demanding|insisting|trying) to (?:take|see|collect|get) (?:her|him|them|the (?:baby|child|kids|
        children)); (?:drunk|drugged|high|intoxicated|under the influence|off (?:his|her) (?:head|face)|
        pissed|unfit)(?: \w+){0,5} (?:collect\w*|pick(?:ed|ing)?(?: \w+)? up|driv\w+|in charge|looking after|
        caring|with the|to take); (?:collect\w*|pick(?:ed|ing)?(?: \w+)? up|driv\w+|in charge|looking after|
        turned up|arrived|caring for)(?: \w+){0,6} (?:drunk|drugged|high|intoxicated|under the influence|
        stoned|smelling of (?:alcohol|drink)|pissed); refus(?:es|ing) to leave; won'?t leave
    """,
    "taken away": r"""
        (?:take|taking|taken|send|sending|sent|fly|flying) (?:her|him|them|the (?:girls?|child(?:ren)?|kids|
        baby)) (?:abroad|overseas|out of the country|to (?:pakistan|somalia|sudan|bangladesh|india|gambia|
        turkey|be (?:cut|married))); to be married(?: off)?; marry (?:her|him) off; (?:flight|fly|flying|
        flown|plane|airport|ferry) (?:\w+ ){0,6}(?:tonight|today|tomorrow|this week|to (?:pakistan|somalia|
        sudan|bangladesh|india|gambia|turkey|abroad|marry)|out); forced marriage; forced to marry; being
        (?:forced|made) to marry; fgm; cut(?:ting)? ceremony; taken out of the country; married off;
        (?:leaving|taken|taking (?:her|him|them)) (?:the country|abroad)
    """,
}
