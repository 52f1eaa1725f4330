"""Everyday English that sounds like danger: "killing time", "hit the roof", "a knife crime workshop".

It is taken out before a sentence is read for danger, so each phrase must name its harmless half as well:
"hit the roof", never "hit the".
"""

from __future__ import annotations

EVERYDAY = r"""
    dying (?:for|to (?:know|see|hear|meet|get)); to die for; die of (?:embarrassment|shame|boredom|laughter);
    kill(?:ing|s|ed)? (?:time|two birds|the (?:mood|vibe|joke)|off); i(?:'d|'ll| would| could) kill for;
    (?:this|it|it's|that|paperwork|the job|work|these forms|my (?:feet|back|head)\w*)(?: is|'s| are)? killing
    me; killer; hit(?:s|ting)? (?:the|a|our|my|their|another|rock) (?:\w+ )?(?:roof|brick wall|wall|targets?|
    headlines|road|sack|deadline|ground running|nail|snag|limit|bottom|buffers|dead end|post|threshold|
    criteria|bar|spot); hit rock bottom; dragging (?:their|its|his|her|our) (?:feet|heels); dragg(?:ing|ed)
    on; hit it off; hit (?:home|send|reply|save|enter|delete); brick wall; deadlines?; knife[- ]crime
    (?:workshop|training|session|talk|assembly|prevention|strategy|lesson|project|course); (?:suicide|self[-
    ]harm|fgm|exploitation|violence|domestic (?:abuse|violence)|grooming|csa|cse|strangulation|prevent|fire|
    first aid|risk assessment|safeguarding|missing) (?:awareness|prevention|training|workshop|session|policy|
    course|webinar|toolkit|pathway|strategy|leads?|drill|marshal|safety|alarm test|charity); stab in the
    (?:dark|back); stabs? at (?:it|this|that|writing|filling|the form); shoot (?:me|over|them|us|you|him|her)
    (?:an? |the )?(?:\w+ )?(?:email|e-mail|message|text|line); shoot(?:ing)? (?:from the hip|the breeze|
    yourself in the foot); shot (?:in the dark|down); shot down (?:my|our|the|every) (?:idea|point|suggestion|
    concern)s?; blew up (?:at me|in the meeting|in my face); (?:missing|lost|misplaced|incomplete) (?:the |a |
    some |my |our |their )?(?:point|paperwork|information|info|minutes|forms?|pages?|documents?|details?|
    links?|e-?mails?|files?|signature|reports?|appendix|appendices|flowchart|attachment|section|number|
    password|deadline|data|records?|bit|piece|something|boat|lunch|sleep|weekend); (?:something|anything|bit|
    page|form|appendix|section|minutes|paperwork|report|link|attachment|email|signature|file|information|info|
    flowchart|numbers?)(?: is|'s| are| was| were| went| has gone)?(?: still)? missing; am i missing; i'?m
    missing (?:the|a|an|some|something|half|any|your|page|out); what (?:am|are) (?:i|we) missing; beat(?:s|
    ing)? (?:about|around) the bush; beats me (?:why|how|what); beaten to it; beat (?:the|me to) (?:clock|it);
    (?:drowning|buried|swamped|snowed) (?:in|under) (?:\w+ )?(?:paperwork|work|referrals|e-?mails|admin|
    reports|forms|cases|notes|it all|meetings); snowed under; burn(?:t|ed|ing)? out; burning question; under
    fire; fired? (?:off|away|over) (?:an? )?(?:e-?mail|letter|message)?; play(?:ing)? with fire; like a house
    on fire; fire ?fight(?:er|ers|ing); fire (?:alarm|drill|door|brigade|service|station|exit|safety|marshal|
    warden|officer)s?; attack(?:s|ed)? (?:on )?(?:my|our) (?:professionalism|practice|character|integrity);
    attacked (?:in the (?:meeting|conference)|for (?:raising|challenging|asking|speaking)); heart attack when;
    bleeding (?:obvious|edge|heart|money|us dry|cash|budget|staff); strangled? by red tape; red tape;
    suffocating (?:paperwork|process|bureaucracy); at (?:the )?end of my (?:tether|rope); choked up; chok(?:e|
    ed|ing) on (?:my|the) (?:coffee|tea|words); guns? (?:blazing|to my head); jump(?:ed|ing)? the gun; smoking
    gun; bite the bullet; trigger(?:s|ed)?; dead (?:end|line|on|tired|wood|weight|link|mailbox|email|number);
    over my dead body; (?:bored|sick|tired) to death; die of boredom; going to die of; blue murder;
    threat(?:s|en|ened|ening|ens)? (?:to |of |with )?(?:escalate|escalation|complain|a complaint|complaints?|
    leave the meeting|resign|sue|report (?:me|us)|legal|court|go to the press|closure|redundanc\w+|losing);
    kick(?:ed|ing|s)? (?:it |this |things )?(?:off (?:the (?:meeting|process|procedure|escalation)|with|at
    \d)|into the long grass|down the road|up a (?:fuss|stink)); crash(?:ed)? course; (?:computer|system|
    laptop|printer|phone|battery)(?: has| is|'s)? (?:crashed|died|dead|dying|about to die); killed it;
    smash(?:ed|ing) it; banging my head; head (?:is )?(?:banging|spinning); (?:pull|tear)ing my hair out; up
    in arms; arms? race; armed (?:with (?:the |this |that |all |more )?(?:evidence|information|facts|policy)|
    forces); weapon of choice; bomb(?:proof|shell); time bomb; loaded question; hang(?:ing)? (?:on|around|in
    there|tight); out of the woods; (?:at )?risk of (?:sounding|repeating|missing|losing|closure|drift|
    offending|burn ?out|delay|redundanc\w+); risk of harm (?:matrix|tool|scale|assessment); emergency
    (?:contacts?|duty|plan|plans|planning|numbers?|admission|accommodation|housing|protection order|services|
    foster|department); front door (?:team|service|hub|staff); is (?:it|this|that) an emergency if; in danger
    of (?:missing|losing|repeating|running|drifting|becoming|being late|forgetting|breaching); danger of
    (?:missing|drift|losing); freezing in (?:here|this|the) (?:office|room); collapsed? (?:into (?:bed|a
    (?:heap|chair)|laughter)|in a heap); running (?:away|off) with (?:itself|the idea); run(?:ning)? off (?:my
    feet|a copy|copies); left alone to (?:get on|deal|manage|work|it); alone in (?:thinking|this|feeling|
    saying|my); (?:i'?m|i am|i feel|we feel|we'?re|i'?ve been|we'?ve been) (?:\w+ )?(?:left )?(?:all )?
    (?:alone|on (?:my|our) own) (?:with|in) (?:this|it|all this); falls? (?:under|into|within|outside|between|
    short|through); fall(?:en|s)? through the (?:net|cracks|gaps); short fuse; limp(?:ing)? along; fit(?:s|
    ting)? (?:into|around|in with|the (?:criteria|bill|threshold|definition|category|policy)); frozen screen;
    hurts? my (?:head|brain|eyes); drugs? (?:and alcohol )?(?:service|worker|team|awareness|education);
    crack(?:ing|ed)? on; gang(?:ing)? up; gang of; spices? things up; aggressive (?:e-?mail|tone); help me
    (?:understand|with|to|find|work|write|draft|think|prepare|figure|decide|plan|please understand|word|out
    with|fill|get (?:a|an|the|through)); food ?banks?(?: vouchers?| parcels?)?; i (?:haven'?t|have not|'ve
    not) (?:eaten|had (?:lunch|a drink|a break|my lunch)); (?:let(?:ting)?) (?:us|me) (?:in|see|into|attend|
    have|speak|know|finish|explain|join|go) ?(?:(?:to )?(?:the|a|at|their|any) (?:meeting|conference|minutes|
    report|form|plan|records?|notes|assessment|discussion|review))?; (?:social worker|health visitor|police|
    officer|colleague|manager|paramedics?|ambulance|taxi|teacher|gp|nurse|i'?m|we'?re)(?: is| are|'s)?(?:
    now)? (?:on (?:his|her|their|my|our|the) way|coming (?:here|round|over)|outside); mad at me; went mad;
    lost (?:it|her temper|his temper) (?:with|at) me; refus(?:ed|es|ing) to (?:leave|end|chair|attend|minute)
    the (?:meeting|conference|call); no smoke without fire; trying to get (?:in touch|in contact|hold of|
    through to|an? |the (?:form|policy|minutes))
"""
