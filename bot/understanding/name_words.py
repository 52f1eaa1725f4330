"""Words that are never the name of a person, words that introduce one, and turns that only hold one."""

from __future__ import annotations

from bot.understanding.date_words import MONTHS, WEEKDAYS
from bot.understanding.tables import phrases, words

# Laws, schemes, hospitals and well-known reviews that carry a person's name, and pairs that only look like one.
KEPT_PHRASES = frozenset(
    phrases("""
        reg 24; reg 40; reg 44; reg 45;
        maundy thursday; mothering sunday; palm sunday; whitsun; whit sunday; whit monday; xmas eve; xmas day;
        guy fawkes; ash wednesday; shrove tuesday; st patrick's day; st george's day; st david's day; st andrew's day;
        burns night; addenbrooke's; addenbrookes;
        does fraser; fraser apply; fraser or gillick; gillick or fraser; gillick
        and fraser; fraser and gillick; gillick; alder hey; ann craft trust; arthur labinjo-hughes; baby p; baby
        peter; bank holiday; barnardo's; barnardos; beth's law; black friday; care act; care quality commission;
        children act; christmas eve; lord laming; victoria climbié; victoria climbie; arthur and star; star hobson;
        sara sharif; finley boden; peter connelly; khyra ishaq; hamzah khan; ellie butler; stephen lawrence;
        churchill hospital; claire's law; clare's law; daniel pelka; early help;
        family connect; finn's law; fraser competent; fraser guidelines; gillick competence; gillick competent;
        good friday; grace period; graham allen; great ormond street; harper's law; helen's law; herbert
        protocol; home start; home-start; james paget; jay's law; john lewis; john radcliffe; king's college;
        kings college; kooth; lucy faithfull; marie curie; marks and spencer; martha's rule; martin house; maya
        centre; microsoft teams; ms teams; natasha's law; new year; new year's eve; oliver mcgowan; oliver's
        training; prince charles; princess royal; princess royal hospital; queen elizabeth; queen elizabeth
        hospital; rainbow early years; ronald mcdonald house; rose garden; royal victoria; sarah's law; social
        care; st john ambulance; star hobson; stephen lawrence; stonewall; talk frank; talk to frank; victim
        support; victoria climbie; will power; women's aid; working together
    """)
)

_FIELD = words("""
    info down up fingers matron voicemail tas foster ignore chairperson tel appendix agencies agency rio systm fyi
    asap nb pls
    i a an the and or but so if as at by for from in into is it its of off on out over to up with we you he
    she they them us me my our your his her their who whom whose what when where why how which this that
    these those there here not no yes yeah yep ok okay hi hello hey thanks thank please sorry dear regards
    cheers am are was were be been being has have had do does did done can could should would shall might
    must let get got go went gone said says told ask asked child children kid kids baby babies boy girl mum
    mam mom mummy dad daddy mother father parent parents nan nana gran granny grandma grandad grandpa auntie
    aunty aunt uncle brother sister sibling siblings son daughter husband wife partner boyfriend girlfriend
    stepdad stepmum family carer carers friend friends neighbour twin twins cousin adult adults elderly
    resident residents patient patients client tenant pupil pupils student students toddler infant teenager
    teen lady man woman gentleman person people somebody someone anyone nobody everyone social worker
    workers sw asw health visitor hv teacher teachers head headteacher deputy nurse nurses midwife doctor
    doctors gp gps officer officers police constable sergeant inspector detective consultant paediatrician
    psychiatrist manager managers team leader director directors chair lead supervisor senco sendco dsl ddsl
    iro lado practitioner professional professionals coordinator assistant chief executive service services
    designated named safeguarding therapist psychologist solicitor judge court clerk receptionist support
    key duty allocated senior line operations business mash camhs nhs icb ccg edt asc csc cafcass nspcc
    childline barnardo barnardos ofsted cqc lscb lscp wscb twsp gscp cpscp gsce sab lac cla cin cp ehcp eha
    caf tac taf mapp mappa marac daf dash idva isva fgm cse cce csa nrm pip dols mca mha section sect act
    law policy procedure protocol guidance council county borough city town local authority partnership
    board panel school nursery college academy hospital ward clinic surgery practice trust university
    primary secondary infants juniors preschool centre center hub house home road street lane avenue prison
    refuge hostel church mosque temple library escalation stage step level tier threshold thresholds
    referral referrals conference meeting meetings strategy discussion assessment plan plans case cases
    review reviews closed open risk danger emergency immediate concern concerns decision decisions agreement
    disagreement resolution response reply email emails phone call calls letter form forms record records
    report reports england wales scotland ireland uk britain british english welsh scottish irish polish
    romanian urdu punjabi bengali somali arabic london england's european asian african caribbean muslim
    christian hindu sikh jewish catholic warrington wiltshire cambridgeshire peterborough cambridge
    gloucestershire gloucester telford wrekin shropshire cheshire mercia merseyside manchester birmingham
    bristol swindon salisbury cheltenham stroud cirencester huntingdon ely wisbech shrewsbury wellington
    newport liverpool leeds sheffield nottingham leicester coventry wolverhampton stevenage hertfordshire
    essex kent surrey sussex norfolk suffolk devon cornwall dorset somerset hampshire oxfordshire oxford
    bedfordshire luton reading slough yorkshire lancashire cumbria durham northumberland lincolnshire
    nottinghamshire derbyshire staffordshire worcestershire herefordshire warwickshire buckinghamshire
    berkshire west east north south midlands mid great little upper lower new old early years rainbow
    waymark teams microsoft google whatsapp facebook instagram snapchat tiktok zoom outlook word excel
    easter christmas ramadan eid diwali hannukah halloween xmas bank holiday today tomorrow yesterday
    morning afternoon evening night week month year monday tues weds thurs mon tue wed thu fri sat sun zero
    one two three four five six seven eight nine ten first second third fourth fifth last next another other
    same also still just only now then again back well really very too quite maybe perhaps hopefully finally
    meanwhile however although because since until before after during while anyway basically apparently
    honestly ring called calling rang speak spoke speaking talk emailed write wrote say know known think
    thought feel feels worried help need needs want wants crisis mental physical sexual domestic abuse
    neglect violence harm injury bruise bruises alcohol drugs drug substance self knife gun weapon missing
    alone safe unsafe hurt scared happy sad angry upset ill sick fine poorly asleep hungry aware unaware
    pregnant unhappy concerned subject due due-back outside inside present absent autistic disabled deaf
    blind non-verbal nonverbal vulnerable homeless unwell drunk intoxicated abusive violent aggressive
    controlling resistant cooperative engaging disengaged struggling coping using refusing saying going
    coming taking making having getting leaving living staying working moving community locality district
    something whatever whoever whatsisname whatshisname
    intensive specialist young youth offending probation fire ambulance paramedic rescue housing education
    welfare attendance inclusion pastoral sixth reception foundation multi agency single front door contact
    access intake assess rapid gateway screening
""")


# How tired people write English without its apostrophes, and the field's abbreviations.
SHORTHAND = words("""
    abt acc adm admin aint altho amb antenatally apols approx appt appts apt arent asap assmt atm attn bday
    benzos bf bro bros btw cant catfished cert cert'd childminder childminders cin cohort coke conf cont conv
    cos couldnt couldve coz cpp ctte cuckooed cuckooing cuz cx cyp deescalate deescalated dept detox didnt diff
    disch dob dobs doc docs doesnt dont dunno efp eg etc eval f2f facetimed ffs fwd gf gonna gotta govt
    handover handovers fella fella's fellas rota rotas lino teddy nelly mair nada flatmate flatmates offered offer
    offers owt nowt nah nae co-ordinator tara guten selam airbed airbeds cooncil naebody polis
    ophth neuro cardio resus gastro derm radiol haem onc anaes psych rheum maxfac
    grandparent grandparents grp hadnt hasnt havent heres hes hosp hrs hx icpc ics id idk ill im imo info inj
    innit invx irl isnt its ive ketamine kinda kinship lcs legit lol lpm ltr mdt mdts mgmt mgr mgrs mins msg
    msgs mtg mtgs mths mustve nfa nok nos obs omg online ops orgs otp pep peps plo pls plz poss postnatally
    prebirth prev prob probs prof pt pts pwp px qs radicalisation radicalised rag rcpc rec recd ref refd refs
    rehab rels reqd resp rx safeguarder safeguardin scp sdq sec secs sectioned sexting shes shouldnt shouldve
    sib sibs sitch smart snapchatted sol sorta stepdad stepmum tacs tafs tbc tbh telecon thats theres theyd
    theyll theyre theyve tho thru thx til tmrw tomoz trafficked tx txt unallocated unborn uncontactable
    unsubstantiated upskirting vs wanna wasnt website wed were werent weve whats whatsapped whatsapping wheres
    whos wifi wk wks wld wont wouldnt wouldve xray xrays yest yo youll youre youve yrs
""")

VERBS_OF_PERSONS = words("""
    is was has had says said told came comes went goes lives lived wants wanted needs needed disclosed
    wouldn't couldn't hadn't fell collapsed died drinks smokes moved
    reported hit hits hurts hurt hasn't isn't wasn't won't doesn't didn't cried cries looked looks seems
    seemed attends attended arrived got gets keeps kept stays stayed turned asked thinks feels felt rang
    called phoned emailed knows knew does did presented appears appeared refuses refused punched kicked ran
    left takes took who and aged also still will can could would might may must should
""")

TITLES = words("""
    mr mrs ms miss mx dr prof professor cllr councillor pc ps dc ds di sgt sergeant sister rev father fr sir
    dame lord lady inspector constable auntie aunty uncle
""")
NEVER = frozenset({*MONTHS, *WEEKDAYS, *_FIELD, *TITLES, "madam", "sirs"})

# Titles that are also words of their own: after them a family name in lower case proves nothing.
LOOSE_TITLES = words("sister father lady lord ps di ds sir miss inspector constable sergeant auntie aunty uncle")

# Words that introduce a name: "mum Sarah", "the carer, Blessing". Where one begins another the longer comes first.
KIN = phrases("""
    mummy; mum; mam; mom; mother; daddy; dad; father; step-?dad; step-?mum; step-?father; step-?mother;
    partner; boyfriend; girlfriend; husband; wife; half-?brother; half-?sister; brother; sister; siblings?;
    twins?; son; daughter; nana; nan; granny; grandma; grandad; grandpa; grandmother; grandfather; gran;
    auntie; aunty; aunt; uncle; cousin; nephew; niece; children; child; baby; boy; girl; pupil; student;
    toddler; infant; lad; patient; resident; client; tenant; service user; foster carer; carer; neighbour;
    friend; ex; gentleman; woman; man; lady; teenager; kids; kid; young person; yp
""")
ROLES = phrases("""
    social worker; sw; health visitor; hv; head ?teacher; teacher; head; team manager; manager; nurse;
    midwife; doctor; gp; police officer; officer; iro; dsl; key ?worker; worker; practitioner; consultant;
    colleague; supervisor; therapist; psychiatrist; paediatrician; tutor; coach; senco
""")

# After these a name follows in any case: "mr pike in the office".
MARRIED_TITLES = words("mr mrs")

# Before a word that is no known name, these say little when they are capitalised: "Child Protection", "Head of Year".
GENERIC = words("""
    child children baby adult patient resident client tenant student pupil carer friend kid kids boy girl man woman lady
    head nurse doctor midwife officer teacher worker practitioner consultant manager supervisor therapist tutor coach
    iro
    dsl gp hv sw senco twins siblings infant toddler teenager gentleman ex lad yp
""")
