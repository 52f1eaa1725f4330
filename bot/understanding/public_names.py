"""Words written with a capital that name no person: places, peoples, makes, conditions, medicines, reviews.

Only for words that no rule knows for a name: people are called Preston, Francis and Jordan as well.
"""

from __future__ import annotations

from bot.understanding.tables import words

PLACES = words("""
aberdeen aberystwyth accra accrington afghanistan africa albania aldershot algeria america amesbury andover angola
arbury ashford asia australia austria aylesbury baghdad banbury bangladesh bangor barking barnet barnsley barrow barry
basildon basingstoke bath bedford beds belfast belgium berks bewsey bexley birchwood birkenhead birmingham bishops
blackburn blackpool bolton bootle bournemouth bracknell bradford brazil brent bretton bridgend brighton bristol
britain brockworth bromley bucharest bucks bulgaria burnley bury caerphilly calderdale cambourne cambridge cambs
cameroon canada canterbury cardiff carlisle carmarthen ceredigion chatham chatteris chelmsford cheltenham chepstow
cherry chesterfield chichester china chippenham chorley churchdown cinderford cirencester clacton cleeve colchester
coleford congo conwy corby corsham cottenham coventry crawley crewe croatia croydon culcheth cumberland cyprus czechia
darlington dartford daventry dawley delhi denbighshire denmark derby devizes dewsbury dhaka dogsthorpe doncaster
donnington dorchester dover dudley dundee durham dursley ealing eastbourne edinburgh egypt ely enfield england epsom
eritrea estonia ethiopia europe exeter falmouth fareham farnham fearnhead felixstowe finland flintshire france gambia
gateshead germany ghana glasgow glos gloucester godmanchester gosport grantham gravesend greece greenwich grimsby
guildford guinea gwent gwynedd hackney hadley hadley halifax halton hampton hants harare hargeisa haringey harlow
harrogate harrow hartlebury hartlepool hastings hatfield havering hereford hertford herts hesters hillingdon hinckley
hinton histon hounslow hucclecote huddersfield hull hungary huntingdon iceland ilford impington india indonesia
inverness ipswich iran iraq ireland ironbridge islington israel italy jamaica japan jordan kabul karachi kenya
kettering kidderminster kingston kirklees knowsley kosovo krakow kurdistan kuwait lagos lahore lambeth lancaster lancs
latvia launceston leamington lebanon leeds leicester leics leone lewes lewisham libya lichfield lincoln lincs
lithuania liverpool londonderry loughborough lowestoft ludlow luton lydney lymm macclesfield madeley maidenhead
maidstone malawi malaysia malmesbury malta malvern manchester mansfield march margate marlborough matson medway
melksham merthyr merton mexico middlesbrough mirpur mitcheldean mogadishu moldova monmouth morecambe morocco
mozambique mumbai myanmar nailsworth nairobi nepal netherlands newark newbury newcastle newent newham newport newquay
newtown nigeria northampton northants northwich norway norwich nottingham notts nuneaton oakengates oldham orford
ormskirk orpington ortongate oswestry oxford padgate paignton pakistan palestine paston pembroke penketh penzance
peterborough philippines plymouth podsmead poland pontypridd poole portsmouth portugal powys prestatyn prestbury
preston quedgeley ramsey ramsgate ravensthorpe reading redbridge redditch reigate rhondda rhyl richmond rochdale
rochester romania romford rotherham rugby runcorn russia rwanda salford salisbury salop sandwell sankey scarborough
scotland scunthorpe sefton senegal serbia sheffield shrewsbury shrops shropshire sierra singapore sittingbourne slough
slovakia slovenia soham solihull somalia somaliland somerset southampton southend southport southwark spain stafford
staffordshire stamford stevenage stirling stockport stockton stonehouse stourbridge stratford stroud sudan sunderland
surrey sutton swansea sweden swindon switzerland sylhet syria tameside tamworth tanzania taunton tehran telford
tetbury tewkesbury thailand thetford thurrock tidworth torbay torfaen torquay trafford trowbridge trumpington truro
tuffley tunisia turkey tynedale tyneside uganda ukraine uxbridge vietnam wakefield wales wallasey walsall walthamstow
wandsworth warminster warrington warsaw warwick waterbeach watford wellington wem werrington westminster weymouth
whitby whitchurch whittlesey widnes wigan wilts wiltshire wimbledon winchester windsor wirral wisbech woking wokingham
wolverhampton woolwich worcester worcs worthing wrexham yate yaxley yemen yeovil york yorks zambia zimbabwe
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

PUBLIC = PLACES | PEOPLES | MAKES
