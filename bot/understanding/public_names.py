"""Words written with a capital that name no person: places, peoples, makes, conditions, medicines, reviews.

Only for words that no rule knows for a name: people are called Preston, Francis and Jordan as well.
"""

from __future__ import annotations

from bot.understanding.tables import words

PLACES = words("""
aberdeen abergavenny aberystwyth abingdon accra accrington afghanistan africa albania aldershot algeria alnwick alton
altrincham america amersham amesbury ammanford andover angola arbury ashford asia atherton australia austria aylesbury
baghdad bala banbury bangladesh bangor barking barnet barnsley barnstaple barrow barry basildon basingstoke bath
batley beaconsfield bedford beds bedworth belfast belgium berkhamsted berks berwick bewsey bexhill bexley bicester
bideford biggleswade bilston birchwood birkenhead birmingham bishops blackburn blackpool blandford bloxwich blyth
bodmin bolton bootle boston bournemouth brackley bracknell bradford bradford-on-avon braintree brazil brecon brent
brentwood bretton bridgend bridgnorth bridgwater bridlington bridport brighton bristol britain brockworth bromley
bromsgrove broseley bucharest bucks bude builth bulgaria burnley bury buxton caernarfon caerphilly calderdale calne
camberley camborne cambourne cambridge cambs cameroon canada cannock canterbury cardiff carlisle carmarthen castleford
ceredigion chatham chatteris chelmsford cheltenham chepstow cherry chesterfield chichester china chippenham chorley
christchurch churchdown cinderford cirencester clacton cleeve coalville colchester coleford congleton congo consett
conwy corby corsham cottenham coventry cramlington crawley crewe croatia cromer croydon culcheth cumberland cwmbran
cyprus czechia darlington dartford daventry dawley dawlish delhi denbigh denbighshire denmark derby dereham devizes
dewsbury dhaka didcot dogsthorpe dolgellau doncaster donnington dorchester dover downham driffield droitwich dudley
dundee dunstable durham dursley ealing eastbourne eastleigh ebbw edinburgh egham egypt ellesmere ely enfield england
epsom eritrea estonia ethiopia europe evesham exeter exmouth fairford fakenham falmouth fareham faringdon farnborough
farnham faversham fearnhead felixstowe finland flintshire folkestone france frodsham frome gainsborough gambia
gateshead georgia germany ghana gillingham glasgow glastonbury glos glossop gloucester godmanchester goole gosport
grantham gravesend greece greenwich grimsby guildford guinea gwent gwynedd hackney hadley hailsham halesowen halifax
halton hampton hants harare hargeisa haringey harlow harrogate harrow hartlebury hartlepool harwich haslemere hastings
hatfield havant haverhill havering helens hemel hereford hertford herts hesters hexham hillingdon hinckley hinton
histon hitchin holyhead honiton horsham hounslow hucclecote huddersfield hull hungary huntingdon iceland ilford
ilfracombe ilkeston ilkley impington india indonesia inverness ipswich iran iraq ireland ironbridge islington israel
italy jamaica japan jordan kabul karachi keighley kendal kenilworth kenya keswick kettering kidderminster kingston
kirklees knowsley knutsford kosovo krakow kurdistan kuwait lagos lahore lambeth lancaster lancs latvia launceston
leamington leatherhead lebanon lechlade ledbury leeds leicester leics leighton leominster leone letchworth lewes
lewisham libya lichfield lincoln lincs liskeard lithuania liverpool llandrindod llandudno llanelli londonderry
loughborough lowestoft ludlow luton lydney lyme lymington lymm macclesfield machynlleth madeley maidenhead maidstone
malawi malaysia maldon malmesbury malta malton malvern manchester mansfield march margate marlborough matlock matson
medway melksham merthyr merton mexico middlesbrough minehead mirfield mirpur mitcheldean mogadishu mold moldova
monmouth morecambe moreton morocco morpeth mozambique mumbai myanmar nailsworth nairobi nantwich nepal neston
netherlands newark newbury newcastle newent newham newmarket newport newquay newtown nigeria normanton northallerton
northampton northants northwich norway norwich nottingham notts nuneaton oakengates oakham oldham orford ormskirk
orpington ortongate oswestry otley oxford padgate paignton pakistan palestine paston pembroke penketh penrith penryn
penzance pershore peterborough petersfield philippines plymouth podsmead poland pontefract pontypool pontypridd poole
portsmouth portugal powys prestatyn prestbury preston pudsey quedgeley ramsey ramsgate ravensthorpe reading redbridge
redcar redditch redruth reigate retford rhondda rhyl richmond ringwood ripon rochdale rochester romania romford romsey
rotherham royston rugby rugeley runcorn rushden russia ruthin rwanda salford salisbury salop saltash sandbach sandwell
sankey scarborough scotland scunthorpe sefton senegal serbia sevenoaks sheerness sheffield shepton shrewsbury shrops
shropshire sidmouth sierra singapore sittingbourne skegness skelmersdale skipton sleaford slough slovakia slovenia
smethwick soham solihull somalia somaliland somerset southampton southend southport southwark spain spalding
spennymoor st stafford staffordshire stamford stevenage stirling stockport stockton stonehouse stourbridge stowmarket
stratford stroud sudan sudbury sunderland surrey sutton swadlincote swanage swanley swansea sweden swindon switzerland
sylhet syria tameside tamworth tanzania taunton tehran teignmouth telford tetbury tewkesbury thailand thame thetford
thirsk thornaby thurrock tidworth tiverton tonbridge torbay torfaen torquay towcester trafford tredegar tring
trowbridge trumpington truro tuffley tunisia turkey tyldesley tynedale tyneside uganda ukraine ulverston uttoxeter
uxbridge vietnam wakefield wales wallasey walsall walthamstow wandsworth wantage wareham warminster warrington warsaw
warwick waterbeach watford wellingborough wellington wem werrington westbury westminster weymouth whitby whitchurch
whitehaven whitstable whittlesey widnes wigan willenhall wilmslow wilts wiltshire wimbledon wimborne winchcombe
winchester windermere windsor winsford wirral wisbech witham witney woking wokingham wolverhampton woolwich worcester
worcs workington worksop worthing wrexham yate yaxley yemen yeovil york yorks zambia zimbabwe
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
hinchingbrooke lamotrigine carbamazepine levetiracetam ritalin papworth whiston musgrove frenchay southmead walsgrave
glenfield healthwatch kirkup ockenden marmot lampard macalister laming winterbourne baglan mockingbird yewtree
acas accurx actionaid acu adastra adhd adobe advent aids ainsworth aldi alzheimer alzheimer's alzheimers amazon
amoxicillin amu android antabuse antenatal anthropic apgar arbor arbor argos aripiprazole asd asda asperger asperger's
aspergers aspire attendancee azeus badgernet barnardo's barnardos barratt barthel bell's bichard boots bowlby braden
braxton bromcom brownies btec buprenorphine buscopan caldicott calpol camhs canesten capita capitaone cardiology
carefirst carenotes carers careworks casey catch22 ccu cdu centrepoint champix channel chc childline childnet
citalopram citizens civica claude clearcare climbie climbié clozapine codeine concerta coop copilot coram corona
coronavirus costa covid cpcs cpn cpoms crimestoppers crohn's cruse cspr cypmhs cyps darzi datix deliveroo depakote
dermatology dhr diazepam diazepams discord diwali down's downs dpa dvla dwp easter eau ebay ebs eclipse edinburgh
edukey edulog egress eid elemis emis epds epic epilim epipen epo equasym erikson estyn evolve ewww excel eyfs facebook
facetime famly fasd fitbit fluoxetine foetal foi fortisip fortnite forward francis frank gabapentin galop gcse gcses
gdpr gillick gingerbread glasgow gmail gmc google gp graded greggs grenfell guardian guides gynae gynaecology hackitt
haematology halfords halloween haloperidol hannukah hanukkah hcpc hdu headteachers heroin hicks hiv hlta hltas hmrc
hogmanay holi homestart honosca hourglass huntington's ibabs ibuprofen iceland icloud ico icpc icpcs icu ikea
instagram instantvisits insulin internet ios ipad iphone iris itu itunes iwf jay karma kawasaki kcsie keppra ketamine
kidscape kik kirklees klinefelter kooth korsakoff korsakoff's laming lastpass lcs lcspr legitcare lent lidl
liquidlogic lithium logotron lorazepam lorenzo macdonald macpherson marfan maslow mau mcdonald's mcdonalds medikinet
medincle melatonin mencap methadone methylphenidate mias mind minds mindsmatter minecraft mirtazapine morphine
morrisons mosaic munchausen munchausen's munro mycare mychart myconcern mysis nacro naloxone nando's nandos narey
navratri neath neonatal netflix neuro niche nicu nightline nightstop nirvana nmc northgate nspcc nurofen nvq obs
occupational ofcom office ofsted oic olanzapine oncology onedrive onenote onlyfans oracle oramorph ortho ot outlook
oxfam oxycodone paed paediatric paediatrics paeds papyrus paracetamol parago parentline paris parkinson parkinson's
parkinsons paroxetine pause paypal pcso pcsos perinatal physio physios physiotherapist picu pinterest piriton place2be
playstation pmhw pnd postnatal poundland powerbi powerpoint prader pregabalin prevent primark propranolol protocol
provision prozac pshe quetiapine quickheart radiology ramadan raynaud's rcpc rcpcs reddit refuge relate respect
rethink rio risperidone ritalin ritchie roblox rse rspca s1 safeguard safelives sainsbury's sainsburys salt samaritans
sar sars sau scbu scope scouts scr screwfix sencos send sendcos sendiass sertraline servelec sharepoint shelter shout
signal signs signsofsafety sims sixth skype slack slt snapchat sos spice spotify sra ssw staley starbucks stonewall
storypark subutex subway sudep superdrug surestart synergy systmone systmonec systmonline ta tamiflu tapestry tas
teams telegram tesco tescos thinkuknow thrive tiktok tinder tootoot tourette tourette's tourettes tramadol turner
turning turningpoint tusla twitter uber uni unicef unison vaisakhi valium valproate venlafaxine ventolin venturer
viagra viber victim vinted vodafone vsa waitrose warfarin waterlow wechat wetherspoons whatsapp wilko willi windows
winnicott winston wintouch word wtsc xanax xbox xmas yjs ymca yos yot youngminds youtube zolpidem zoom zopiclone
""")

# Conditions that are named after persons: "Parkinson's", "Wernicke's".
EPONYMS = words("""
addison alzheimer asperger barrett batten bell charcot creutzfeldt crohn cushing down duchenne ehlers graves hashimoto
hirschsprung hodgkin huntington hurler kawasaki klinefelter korsakoff marfan meniere munchausen paget parkinson perthes
raynaud rett sjogren still tourette turner wernicke wilson
""")

# Of these some are first of all something else.
_BY_ITSELF = EPONYMS - words("barrett bell down graves still wilson")
PUBLIC = PLACES | PEOPLES | MAKES | {f"{eponym}{ending}" for eponym in _BY_ITSELF for ending in ("", "'s", "s")}
