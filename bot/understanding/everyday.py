"""Everyday English that sounds like danger: "killing time", "hit the roof", "a knife crime workshop"."""

from __future__ import annotations

# Everyday English, taken out before reading.
EVERYDAY = r"""
    dying (?:for|to (?:know|see|hear|meet|get)); to die for; die of (?:embarrassment|shame|boredom|laughter);
    kill(?:ing|s|ed)? (?:time|two birds|the (?:mood|vibe|joke)|me with|off); (?:this|it|it's|that|paperwork|
    the job|work|they|these forms|my (?:feet|back|head)\w*)(?: is|'s| are)? killing me; (?:hit|hits|hitting)
    (?:the|a|our|my|their|rock|its|upon|it off)(?: \w+)? ?(?:roof|wall|brick wall|target|targets|headlines|
    road|sack|deadline|ground running|nail|snag|limit|bottom|buffers|dead end|post|threshold|criteria|bar|
    hard|spot)?(?= |$|[.,!?]); brick wall; deadlines?; knife[- ]crime (?:workshop|training|session|talk|
    assembly|prevention|strategy|lesson|project|course); (?:suicide|self[- ]harm|fgm|exploitation|violence|
    domestic (?:abuse|violence)|grooming|csa|cse|strangulation|prevent|fire|first aid|risk assessment|
    safeguarding) (?:awareness|prevention|training|workshop|session|policy|course|webinar|toolkit|pathway|
    strategy|lead|drill|marshal|safety|alarm test); stab in the (?:dark|back); stabs? at (?:it|this|that|
    writing|filling|the); shoot (?:me|over|them|us|you|him|her) (?:an? |the )?(?:\w+ )?(?:email|e-mail|
    message|text|line); shoot(?:ing)? (?:from the hip|the breeze|yourself in the foot); shot (?:in the
    (?:dark|arm)|down); (?:missing|lost|misplaced|incomplete) (?:the |a |some |my |our |their )?(?:point|
    paperwork|information|info|minutes|form|forms|page|pages|documents?|detail|details|link|email|e-mails?|
    emails|file|files|signature|report|appendix|appendices|flowchart|attachment|section|number|password|
    deadline|data|records?|bit|piece|something|boat|lunch|sleep|weekend); (?:something|anything|bit|page|form|
    appendix|section|minutes|paperwork|report|link|attachment|email|signature|file|information|info|flowchart|
    number|numbers)(?: is|'s| are| was| were| went| has gone)?(?: still)? missing; am i missing; i'?m missing;
    what (?:am|are) (?:i|we) missing; beat(?:s|ing)? (?:about|around) the bush; beats me; drowning in; buried
    (?:in|under); snowed under; burn(?:t|ed|ing)? out; burning question; under fire; fire(?:d)? (?:off|away|
    over|me an); fire(?:fighting)?(?= (?:alarm|drill|door|brigade|service|station|exit|safety|marshal|warden|
    officer)s?); like a house on fire; playing with fire; attack(?:s|ing|ed)? (?:on )?(?:my|our|me personally|
    the problem|this)(?: professionalism| practice| character| integrity)?; heart attack(?= when i saw);
    bleeding (?:obvious|edge|heart); strangled? by red tape; red tape; suffocating (?:paperwork|process|
    bureaucracy); at (?:the )?end of my (?:tether|rope); choked up; chok(?:e|ed|ing) on (?:my|the) (?:coffee|
    tea|words); gun(?:s)? (?:blazing|to my head); jump(?:ed|ing)? the gun; smoking gun; bite the bullet;
    trigger(?:s|ed)?; dead (?:end|line|on|tired|wood|beat|weight|link|mailbox|email|number); over my dead
    body; drop(?:ped)? dead; bored to death; sick to death; (?:tired|worried|scared|frightened) to death;
    murder(?:ous)? (?:getting|trying|on my|parking|this); blue murder; (?:threaten(?:ed|ing|s)? (?:to
    )?(?:escalate|complain|complaint|leave|resign|sue|report (?:me|us)|legal|court|go to the press|with
    (?:legal|court|a complaint))); threat of (?:legal|court|losing|redundanc\w+); under threat of (?:closure|
    redundanc\w+); kick(?:ed|ing|s)? (?:it |this |things |the \w+ )?(?:off|back|into|down the road|upstairs|
    in|up a (?:fuss|stink))(?= (?:the (?:meeting|process|procedure|long grass|escalation)|a (?:fuss|stink|
    meeting)|with (?:a|the)|at [0-9]|long grass)|$); crash(?:ed)? course; (?:computer|system|laptop|printer|
    phone|it) (?:has |is )?(?:crashed|died|dead|dying|packed up); (?:battery|phone|laptop) (?:is |has
    )?(?:dying|died|dead|about to die); kill(?:ed)? it; smash(?:ed|ing)? it; banging my head; head (?:is
    )?(?:banging|spinning); pulling my hair out; tear(?:ing)? my hair out; up in arms; arms? race; armed
    (?:with (?:the |this |that |all |more |evidence|information|facts|policy)|forces); weapon of choice;
    bomb(?:proof|shell); time bomb; loaded question; hang(?:ing)? (?:on|around|up|in there|over|tight); hung
    up; out of the woods; risk of (?:sounding|repeating|losing|drift|offending|delay); at risk of (?:sounding|
    repeating|missing|losing|closure|redundanc\w+|burn ?out|delay); emergency (?:contact|contacts|duty|duty
    team|plan|plans|planning|number|numbers|admission|accommodation|housing|protection order|services|foster|
    department); not (?:an |a )?emergency; freezing in (?:here|this|the) (?:office|building|room);
    collapse(?:d)? (?:into|in) (?:a )?(?:heap|bed|chair|laughter); home alone(?= (?:is|2|film)); in danger of
    (?:missing|losing|repeating|running|drifting|becoming|being late|forgetting|breaching); danger of
    (?:missing|drift|losing); running (?:away|off) with (?:itself|the idea|me); run(?:ning)? off (?:my feet|a
    copy|copies|the); run away with; left alone to (?:get on|deal|manage|work|it); (?:i'?m|i am|feel|feeling|i
    feel|we feel|we'?re) (?:\w+ )?(?:left )?(?:all )?(?:alone|on my own)(?: (?:with|in) (?:this|it|all
    this))?; falls? (?:under|into|within|outside|between|short|through|to|below|on); short fuse; falls on;
    fall(?:en|s)? through the (?:net|cracks|gaps); beaten to it; beat (?:the|me to); limp(?:ing)? along;
    fit(?:ting)? (?:in|into|the|with|it|around|for); frozen (?:screen|computer); hurts? (?:my (?:head|brain|
    eyes)); taken? (?:this|it) (?:up|to|further|home); drug(?:s)? (?:and alcohol )?(?:service|worker|team|
    awareness|education); crack(?:ing|ed)? on; crack (?:the|this|it); gang(?:ing)? up; gang of; spice(?:s)?
    things up; unprofessional|aggressive (?:email|tone)
"""
