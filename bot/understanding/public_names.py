"""Words written with a capital that name no person: places, peoples, makes, conditions, medicines, reviews.

Only for words that no rule knows for a name: people are called Preston, Francis and Jordan as well.
"""

from __future__ import annotations

from bot.understanding.tables import words

PLACES = words("""
aberdeen abergavenny aberystwyth abingdon accra accrington afghanistan africa albania aldershot algeria alnwick alston
alton altrincham america amersham amesbury ammanford andover angola antigua antrim arbury armley ashford ashington
asia atherton australia austria aylesbury baghdad bala ballymena banbury bangladesh bangor barking barnet barnsley
barnstaple barrow barry basildon basingstoke bath batley beaconsfield bedford beds bedworth beeston belfast belgium
berkhamsted berks berwick bewsey bexhill bexley bicester bideford biggleswade bilston birchwood birkenhead birmingham
bishops blackburn blackpool blandford bloxwich blyth bodmin bolton bootle boston bournemouth brackley bracknell
bradford bradford-on-avon braintree brazil brecon brent brentwood bretton bridgend bridgnorth bridgwater bridlington
bridport brighton bristol britain brockworth bromley bromsgrove broseley bucharest bucks bude builth bulgaria burnley
bury buxton caernarfon caerphilly calderdale calne camberley camborne cambourne cambridge cambs cameroon canada
cannock canterbury cardiff carlisle carmarthen castleford catterick ceredigion chatham chatteris chelmsford cheltenham
chepstow cherry chesterfield chichester china chippenham chorley christchurch churchdown cinderford cirencester
clacton cleeve coalville colchester coleford congleton congo consett conwy corby corsham cottenham coventry
cramlington crawley crete crewe croatia cromer croydon culcheth cumberland cwmbran cyprus czechia darlington dartford
daventry dawley dawlish delhi denbigh denbighshire denmark derby dereham devizes dewsbury dhaka didcot dogsthorpe
dolgellau doncaster donnington dorchester dover downham driffield droitwich dubai dudley dundee dunstable durham
dursley ealing eastbourne eastleigh ebbw edinburgh egham egypt ellesmere ely enfield england epsom erdington eritrea
estonia ethiopia europe euston evesham exeter exmouth fairford fakenham falklands falmouth fareham faringdon
farnborough farnham faversham fearnhead felixstowe finland flintshire folkestone france frodsham frome gainsborough
gambia garforth gateshead gatwick gdansk gdańsk gdynia georgia germany ghana gillingham glasgow glastonbury glos
glossop gloucester godmanchester goole gosport govan gower grantham gravesend greece greenwich grimsby guildford
guinea gwent gwynedd hackney hadley hailsham halesowen halifax halton hampton handsworth hants harare harehills
hargeisa haringey harlow harrogate harrow hartlebury hartlepool harwich haslemere hastings hatfield havant haverhill
havering heathrow helens hemel hereford hertford herts hesters hexham hillingdon hinckley hinton histon hitchin
holbeck holyhead honiton horsham hounslow hucclecote huddersfield hull humberside hungary huntingdon iceland ilford
ilfracombe ilkeston ilkley impington india indonesia inverness ipswich iran iraq ireland ironbridge islamabad
islington israel italy jamaica japan jordan kabul karachi keighley kendal kenilworth kenya kerala keswick kettering
kidderminster kingsholm kingston kirklees knowsley knutsford kosovo krakow kurdistan kuwait lagos lahore lambeth
lancaster lancs larkhill larne latvia launceston leamington leatherhead lebanon lechlade ledbury leeds leicester leics
leighton leominster leone letchworth lewes lewisham libya lichfield lincoln lincs liskeard lithuania liverpool
llandrindod llandudno llanelli londonderry loughborough lowestoft ludlow luton lydney lyme lymington lymm macclesfield
machynlleth madeira madeley maidenhead maidstone malaga malawi malaya malaysia maldon malmesbury malta malton malvern
manchester manila mansfield march margate marlborough marseille matlock matson medway melksham merseyside merthyr
merton mexico middlesbrough milan minehead mirfield mirpur mitcheldean mogadishu mold moldova mongolia monmouth
morecambe moreton morocco morpeth mozambique mumbai myanmar nailsworth nairobi nantwich nepal neston netherlands
newark newbury newcastle newent newham newmarket newport newquay newtown nigeria normanton northallerton northampton
northants northwich norway norwich nottingham notts nuneaton oakengates oakham oldbury oldham orford ormskirk
orpington orton ortongate ortons oswestry otley oxford padgate paignton paisley pakistan palestine paston pembroke
penketh pennines penrith penryn penzance pershore perth peru peterborough petersfield philippines plymouth podsmead
poland pollok pontefract pontypool pontypridd poole portsmouth portugal powys prestatyn prestbury preston pudsey
quedgeley queensgate ramsey ramsgate ravensthorpe reading redbridge redcar redditch redruth reigate retford rhondda
rhyl richmond ringwood ripon rochdale rochester romania romford romsey rotherham rotterdam royston rugby rugeley
runcorn rushden russia ruthin rwanda salford salisbury salop saltash sandbach sandwell sankey scarborough scotland
scunthorpe seaham sefton senegal serbia sevenoaks sheerness sheffield shepton shrewsbury shrops shropshire sidmouth
sierra singapore sittingbourne skegness skelmersdale sketty skipton sleaford slough slovakia slovenia smethwick soham
solihull somalia somaliland somerset southampton southend southport southwark spain spalding spennymoor st stafford
staffordshire stamford stansted stevenage stirling stockport stockton stonehouse stourbridge stowmarket stranraer
stratford stretford stroud sudan sudbury sunderland surrey sutton swadlincote swanage swanley swansea sweden swindon
switzerland sylhet syria tamar tameside tamworth tanzania taunton tebay tees teesside tehran teignmouth telford tenby
tenerife tetbury tewkesbury thailand thame thetford thirsk thistlemoor thornaby thurrock tidworth tiverton tonbridge
torbay torfaen torquay towcester townhill trafford tredegar tring trowbridge trumpington truro tuffley tunisia turkey
tyldesley tyne tynedale tyneside uganda ukraine ulverston uttoxeter uxbridge vietnam wakefield wales wallasey walsall
walthamstow wandsworth wantage wareham warminster warrington warsaw warwick waterbeach watford wellingborough
wellington wem wenlock werrington westbury westminster weymouth whitby whitchurch whitehaven whitstable whittlesey
widnes wigan willenhall wilmslow wilts wiltshire wimbledon wimborne winchcombe winchester windermere windsor winsford
winson wirral wisbech witham witney witton woking wokingham wolverhampton woolwich worcester worcs workington worksop
worthing wrexham yate yaxley yemen yeovil york yorks zambia zimbabwe
""")

PEOPLES = words("""
afghan african albanian algerian american arab arabic asian australian austrian bangladeshi belgian bengali bible
bosnian brazilian british bulgarian canadian cantonese caribbean chinese congolese cornish croatian cypriot czech
danish dari dutch egyptian english eritrean estonian ethiopian european farsi filipino finnish french gambian german
ghanaian greek gujarati gypsy hausa hindi hinduism hungarian igbo indian iranian iraqi irish islam islamic islamist
israeli italian jamaican japanese jewish kenyan koran korean kosovan kurdish latvian lebanese libyan lithuanian
malaysian maltese mandarin mirpuri moldovan moroccan nepalese nepali nigerian norwegian pakistani palestinian pashto
persian polish portuguese punjabi quran roma romani romanian russian scottish serbian shona sikh sikhism sinhalese
slovak slovakian slovenian somali spanish sudanese swahili swedish swiss sylheti syrian tagalog tamil telugu thai
tigrinya turkish ugandan ukrainian urdu vietnamese welsh yoruba zambian zimbabwean
""")

# Systems, shops, charities, bodies; conditions, tests and reviews that bear a name; medicines; wards and short forms.
MAKES = words("""
acas accurx actionaid acu adastra adhd adobe advent aids ainsworth airtag aldi alzheimer alzheimer's alzheimers amazon
amhp amhps amoxicillin amu android annex antabuse antenatal anthropic apgar apo arbor argos aripiprazole arndale asd
asda asperger asperger's aspergers aspire asr attendancee audi azeus badgernet baglan barnardo's barnardos barratt
barthel bell's bichard bmi boden boots bowlby braden braxton bromcom brownies btec btp buprenorphine buscopan butlins
buvidal caldicott calpol camhs candlemas canesten capita capitaone carbamazepine cardiology carefirst careline
carenotes carers careworks casey catch22 cctv ccu cdu centrepoint champix channel chatgpt chc childline childnet
citalopram citizens civica claude clearcare climbie climbié clozapine codeine concerta coop copilot coram corona
coronavirus corsa costa covid cpcs cpn cpoms crimestoppers crohn's cruse cspr cypmhs cyps darzi datix delius deliveroo
depakote dermatology dhr diarise diazepam diazepams discord diwali dms dns dosette down's downs dpa dutchman dv dvla
dwp easter eau ebay ebs eclipse edinburgh edukey edulog egress ehcps eid elemis emis epds epic epilim epipen epipens
epo equasym erikson estyn evensong evolve ewww excel eyfs facebook facetime famly fasd fitbit fluoxetine foetal foi
fortisip fortnite forward francis frank frenchay gabapentin galop gcse gcses gdpr geordie gillick gingerbread glasgow
glenfield gmail gmc google gp graded greggs grenfell guardian guides guinness gynae gynaecology hackitt haematology
halfords hallowe'en halloween haloperidol hannukah hanukkah hba1c hcas hcpc hdu headteachers healthwatch heroin hicks
hinchingbrooke hiv hlta hltas hmrc hogmanay holi homestart honosca hourglass huntington's ibabs ibuprofen iceland
icloud ico icpc icpcs icu ikea instagram instantvisits insulin internet ios ipad iphone iris itu itunes iwf jay jesus
kardex karma kawasaki kcsie keppra ketamine kidscape kik kirklees kirkup klinefelter kooth korsakoff korsakoff's
laming lammas lamotrigine lampard las lastpass latin lcs lcspr legitcare lent levetiracetam lidl liquidlogic lithium
logotron lorazepam lorenzo lucozade macalister macbeth macdonald macpherson maghrib marfan marmite marmot maslow mau
mcdonald's mcdonalds medikinet medincle melatonin mencap methadone methylphenidate mias michaelmas mind minds
mindsmatter minecraft mirtazapine mockingbird morphine morrisons mosaic moses motown movicol munchausen munchausen's
munro musgrove mycare mychart myconcern mysis nacro naloxone nando's nandos narey navratri neath neonatal netflix
neuro nfas niche nicu nightline nightstop nirvana nmc nnu northgate nspcc nurofen nvq oasys obs occupational ockenden
ods ofcom office ofsted oic olanzapine olympics oncology onedrive onenote onlyfans opel oracle oramorph ortho ot
outlook oxfam oxycodone paed paediatric paediatrics paeds papworth papyrus para paracetamol parago paras parentline
paris parkinson parkinson's parkinsons paroxetine pause paypal pcs pcso pcsos perinatal physio physios physiotherapist
picu pinterest piriton place2be playstation pmhw pnd postnatal poundland powerbi powerpoint ppns prader precis
pregabalin prevent primark propranolol protocol provision prozac pru prus pshe qashqai quetiapine quickheart radiology
ramadan raynaud's rcpc rcpcs reddit refuge relate respect rethink rio risperidone ritalin ritchie roblox rse rspca rui
s1 sabbath safeguard safelives sainsbury's sainsburys salt samaritans sar sarge sars sau scbu scope scouts scr
screwfix sen sencos send sendcos sendiass sertraline servelec sharepoint shelter shout signal signs signsofsafety sims
sio sixth skype slack slt snapchat sos southmead spice spo spotify spr sra ssw staley starbucks stonewall storypark
subutex subway sudep superdrug supt surestart synergy systmone systmonec systmonline ta tamiflu tapestry tas teams
telegram tesco tescos thinkuknow thrive tiktok tinder tootoot tourette tourette's tourettes tramadol travelodge ttos
tudors turner turning turningpoint tusla twitter uber uni unicef unison vaisakhi valium valproate venlafaxine ventolin
venturer viagra viber victim vinted vivaldi vodafone vsa waitrose walsgrave waltons warfarin waterlow wechat weetabix
wetherspoons whatsapp whiston wilko willi windows winnicott winston winterbourne wintouch word wtsc xanax xbox xmas
yewtree yjs ymca yos yot youngminds youtube zimmer zolpidem zoom zopiclone
""")

# Conditions that are named after persons: "Parkinson's", "Wernicke's".
EPONYMS = words("""
addison alzheimer asperger barrett batten bell charcot creutzfeldt crohn cushing down duchenne ehlers graves hashimoto
hirschsprung hodgkin huntington hurler kawasaki klinefelter korsakoff lewy marfan meniere munchausen paget parkinson
perthes raynaud rett sjogren still tourette turner wernicke wilson
""")

# Of these some are first of all something else.
_BY_ITSELF = EPONYMS - words("barrett bell down graves still wilson")
PUBLIC = PLACES | PEOPLES | MAKES | {f"{eponym}{ending}" for eponym in _BY_ITSELF for ending in ("", "'s", "s")}
