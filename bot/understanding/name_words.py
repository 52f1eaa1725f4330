"""Words that are never the name of a person, and turns of the field that contain one ("Claire's Law")."""

from __future__ import annotations

from bot.understanding.date_words import MONTHS, WEEKDAYS

KEPT_PHRASES = frozenset(
    """claire's law|clare's law|sarah's law|helen's law|martha's rule|natasha's law|jay's law|finn's law
oliver mcgowan|oliver's training|marie curie|great ormond street|lucy faithfull|family connect
rainbow early years|care act|children act|herbert protocol|gillick competent|gillick competence
fraser guidelines|fraser competent|graham allen|frank|talk to frank|victoria climbie|baby p|baby peter
daniel pelka|arthur labinjo-hughes|star hobson|early help|working together|ann craft trust|barnardo's
barnardos|home-start|home start|women's aid|victim support|queen elizabeth|queen elizabeth hospital
royal victoria|princess royal|princess royal hospital|prince charles|james paget|addenbrooke's|addenbrookes
alder hey|st john ambulance|john lewis|marks and spencer|tommy's|king's college|kings college
churchill hospital|john radcliffe|martin house|ronald mcdonald house|jimmy's|stonewall|stephen lawrence
beth's law|harper's law|maya centre|eve's law|kooth|kara|talk frank|microsoft teams|ms teams
care quality commission|social care|new year|christmas eve|new year's eve|black friday|good friday
grace period|rose garden|will power|bank holiday""".replace("\n", "|").split("|")
) - {"frank", "kara", "jimmy's", "tommy's"}  # fmt: skip

_FIELD = """
    i a an the and or but so if as at by for from in into is it its of off on out over to up with we you he she they
    them us me my our your his her their who whom whose what when where why how which this that these those there
    here not no yes yeah yep ok okay hi hello hey thanks thank please sorry dear regards cheers am are was were be
    been being has have had do does did done can could should would shall might must let get got go went
    gone said says told ask asked child children kid kids baby babies boy girl mum mam mom mummy dad daddy mother
    father parent parents nan nana gran granny grandma grandad grandpa auntie aunty aunt uncle brother sister
    sibling siblings son daughter husband wife partner boyfriend girlfriend stepdad stepmum family carer carers
    friend friends neighbour twin twins cousin adult adults elderly resident residents patient patients client
    tenant pupil pupils student students toddler infant teenager teen lady man woman gentleman person people
    somebody someone anyone nobody everyone social worker workers sw asw health visitor hv teacher teachers head
    headteacher deputy nurse nurses midwife doctor doctors gp gps officer officers police constable sergeant
    inspector detective consultant paediatrician psychiatrist manager managers team leader director directors chair
    lead supervisor senco sendco dsl ddsl iro lado practitioner professional professionals coordinator assistant
    chief executive service services head designated named safeguarding therapist psychologist solicitor judge court
    clerk receptionist support key duty allocated senior line operations business mash camhs nhs icb ccg edt asc csc
    cafcass nspcc childline barnardo barnardos ofsted cqc lscb lscp wscb twsp gscp cpscp gsce sab lac cla cin cp
    ehcp eha caf tac taf mapp mappa marac daf dash idva isva fgm cse cce csa nrm pip dols mca mha section sect act
    law policy procedure protocol guidance council county borough city town local authority partnership board panel
    police school nursery college academy hospital ward clinic surgery practice trust university primary secondary
    infants juniors preschool centre center hub house home road street lane avenue court prison refuge hostel church
    mosque temple library escalation stage step level tier threshold thresholds referral referrals conference
    meeting meetings strategy discussion assessment plan plans case cases review reviews closed open risk danger
    emergency immediate concern concerns decision decisions agreement disagreement resolution response reply email
    emails phone call calls letter form forms record records report reports england wales scotland ireland uk
    britain british english welsh scottish irish polish romanian urdu punjabi bengali somali arabic london england's
    european asian african caribbean muslim christian hindu sikh jewish catholic warrington wiltshire cambridgeshire
    peterborough cambridge gloucestershire gloucester telford wrekin shropshire cheshire mercia merseyside
    manchester birmingham bristol swindon salisbury cheltenham stroud cirencester huntingdon ely wisbech shrewsbury
    wellington newport liverpool leeds sheffield nottingham leicester coventry wolverhampton stevenage hertfordshire
    essex kent surrey sussex norfolk suffolk devon cornwall dorset somerset hampshire oxfordshire oxford
    bedfordshire luton reading slough yorkshire lancashire cumbria durham northumberland lincolnshire
    nottinghamshire derbyshire staffordshire worcestershire herefordshire warwickshire buckinghamshire berkshire
    west east north south midlands mid great little upper lower new old early years rainbow waymark teams microsoft
    google whatsapp facebook instagram snapchat tiktok zoom outlook word excel easter christmas ramadan eid diwali
    hannukah halloween xmas bank holiday today tomorrow yesterday morning afternoon evening night week month year
    monday tues weds thurs mon tue wed thu fri sat sun zero one two three four five six seven eight nine ten first
    second third fourth fifth last next another other same also still just only now then again back well really very
    too quite maybe perhaps hopefully finally meanwhile however although because since until before after during
    while anyway basically apparently honestly ring call called calling rang speak spoke speaking talk told email
    emailed write wrote ask asked say said know known think thought feel feels worried help need needs want wants
    crisis mental physical sexual domestic abuse neglect violence harm injury bruise bruises alcohol drugs drug
    substance self knife gun weapon missing home alone safe unsafe hurt scared happy sad angry upset ill sick well
    fine poorly asleep hungry aware unaware pregnant unhappy concerned known subject due due-back outside inside
    present absent autistic disabled deaf blind non-verbal nonverbal vulnerable homeless unwell drunk intoxicated
    abusive violent aggressive controlling resistant cooperative engaging disengaged struggling coping using
    refusing happy saying going coming taking making being having getting leaving living staying working moving
    community locality district intensive specialist young youth offending probation fire ambulance paramedic rescue
    housing education welfare attendance inclusion pastoral sixth form reception foundation
    multi agency single front door contact access referral intake assess response rapid first gateway screening""".split()

NEVER = frozenset({*MONTHS, *WEEKDAYS, *_FIELD})

VERBS_OF_PERSONS = frozenset(
    """is was has had says said told came comes went goes lives lived wants wanted needs needed disclosed reported hit hits hurts hurt hasn't isn't wasn't won't doesn't didn't cried cries looked looks seems seemed attends attended arrived got gets keeps kept stays stayed
    turned asked thinks feels felt rang called phoned emailed knows knew does did presented appears appeared refuses refused punched kicked ran left takes took who and aged also still will can could would might may, must should""".split()
)

TITLES = tuple(
    """mr mrs ms miss mx dr prof professor cllr councillor pc ps dc ds di sgt sergeant sister rev father fr sir dame lord
    lady inspector constable auntie aunty uncle""".split()
)
# Titles that are also words of their own: after them a family name in lower case proves nothing.
LOOSE_TITLES = frozenset("sister father lady lord ps di ds sir miss inspector constable sergeant auntie aunty uncle".split())

# Words that introduce a name: "mum Sarah", "the carer, Blessing". Patterns, longest first where one begins another.
KIN = tuple(
    """mummy mum mam mom mother daddy dad father step-?dad step-?mum step-?father step-?mother partner boyfriend
    girlfriend husband wife half-?brother half-?sister brother sister siblings? twins? son daughter nana nan granny
    grandma grandad grandpa grandmother grandfather gran auntie aunty aunt uncle cousin nephew niece children child baby
    boy girl pupil student toddler infant lad patient resident client tenant service\\suser foster\\scarer carer neighbour
    friend ex gentleman woman man lady teenager kids kid young\\sperson yp""".split()
)
ROLES = tuple(
    """social\\sworker sw health\\svisitor hv head\\s?teacher teacher head team\\smanager manager nurse midwife doctor gp
    police\\sofficer officer iro dsl key\\s?worker worker practitioner consultant colleague supervisor therapist
    psychiatrist paediatrician tutor coach senco""".split()
)
