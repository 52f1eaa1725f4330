"""Given names heard in Britain, for masking: chiefly English, Welsh, Irish, South Asian, Polish, Romanian, African.

Partly gathered from the name lists of the Faker project (MIT licence). Three lists, by how much proof a word needs.
"""

from __future__ import annotations

from bot.understanding.tables import words

# A name wherever it stands, in any case: nothing else is written so.
SURE = words("""
aaaqil aaban aabid aachal aadam aadhya aadi aadil aafiya aahana aahil aalam aalee aalim aaliyah aamil aamir aamirah
aanuoluwapo aaqil aarav aarif aarini aariz aarna aarnav aaron aarti aarush aaryan aashi aashif aashir aasif aasim
aasiya aatif aatiq aaus aayan aayush aazim aba abaan abayomi abbi abbie abby abdalla abdallah abdelkader abdelrahman
abdi abdiaziz abdifatah abdihakim abdikarim abdinasir abdiqadir
abdirahman abdirizak abdis abdoulaye abdu abdul abdulahat
abdulaziz abdulbekir abdulcemal abdulgazi abdulhadi abdulkadir abdulkarim abdulkerim abdullah abdullahi abdulmalik
abdulmenaf abdulrahman abdulsamed abdulsemet abdur abdurrahman abdurresit abebe abebi abednego abeer abeiku abel abena
abeni abha abhimanyu abhiram abid abigael abigail abigaili
abilio abimbola abina abiodun abiona abiye abosede abraham abril
abshir abubakar abul abuzar acar acarkan achieng achille achim acikel acilay aclan ada adaeze adak adal adalberto adam
adamo adams adan adanna adaobi adasal ade adebiyi adebowale adebukola adedayo adedeji adeel adekitan adekola adekunle
adel adela adelaida adelaide adelardo adelasia adele adeleke adelia adelin adelina adeline adelmo adem aden adenike
adeniyi adeola adeolu adeoti adepeju aderopo adesewa adeshina adesoji adesua adetayo adetoke adetoun adeyi adhra adi
adia adigun adil adila adimu adina aditi aditya adjoa adlan adnan adolf adolfo adolfs adom adomas adonis adora
adoracion adrian adriana adrianna adrianne adriano adrien adrienn adrienne adrija adunni advaith advay advik advika
adviye adweta adwoa adya aedan aedin aengus afer afia afife afolarin afonso afroza afsana afshan aftab aftin afua
afzal agakisi agapito agastya agata agathe agbegim aggrey aglaia agmur agne agnes agnesa agnese agnieszka agnolo agnos
agostino agripina agris agueda agustin agustina ahat ahlam ahmad
ahmadullah ahmed ahmednur ahsan ahsen ahter aida aidan aideen
aiden aiga aigars aija aijuka aiko ailbhe aileen ailill ailis ailish ailsa aime aimee aina ainara ainars aindrias aine
ainoa aisha aishani aishling aisling aislinn aistis aitana aitor aivaras aivars aiza ajala ajani ajay ajmal ajoke
akalan akanmu akar akash akatay akay akbar akbas akboga akcabay akcasu akcivan akdora akdurmus akgol akgunes akhi akif
akinal akinkunmi akinlabi akinwale akinyi akise akkerman akmaner akmaral akos akosua akoth akoz akram aksay akshata
akshay aksogut aksoy aktemur akua akumaa akumu akver akwasi akwesi akyildiz alaa alaaddin alabezek alade alaeddin
alain alamu alan alana alanalp alanis alanna alannah alastair alattin alaz albano alberico albert alberta albertina
alberto alberts albie albin albina alcan alcides alderano aldis aldo alec aled aleem aleena aleesha alejandra
alejandro alejo aleks aleksander aleksandra aleksandras aleksandrs alem alemsah alen alena aleodor alesha alessandra
alessandro alessia alessio alex alexa alexander alexandr alexandra alexandre alexandria alexandrie alexandrina
alexandru alexe alexej alexia alexis alf alfie alfio alfonso alfonz alfred alfredo alfreds alganesh algirdas algis ali
aliabbas alica alice alicia alicja alida aliihsan alin alina alis alise aliseydi alisha alisik alison alissa alistair
alistar alister alix aliyah aliyu aliza alize alka alkor allan allegra allen allison alma almasi almast almaz almudena
almus alois alojz alojzia alondra alonso alparslan alpcan alphonce alphons alphonse alphonsus alpin alpsu alsoy
altinbike altincicek altinisin altinkaya altogan altug alun alva alvaro alvin alvine alwyn alyssa alzbeta amac amada
amadeo amado amador amahle amaira amaka amal amalia amalija amancio amanda amandeep amando amani amanpreet amara
amarachi amari amarilis amaro amaya ambar ambreen ambrose ambrosio ambroz amedeo amedeu ameer amelia amelia-rose amelie
amelija amena americo amico amie amilcar amin amina aminah aminata
aminatu amir amira amit amita amjad amleto amna amoke amol
amon amondi amope amor amos amparo amr amran amre amri amrit amrita amritpal amruta amy amy-lee amy-leigh amza ana anab
anabel anabela anacleto anaida anais anamaria anamika anand anargul anasa anastacia anastasia anastasie anastasiia
anastasio anastatia anastazie anastazja anatolie anay anaya anayah anayo anca ancuta anda andela anderson andic andile
andor andra andrada andras andre andrea andreas andree andreea andrei andreia andrej andrejs andrena andres andress
andrew andrian andrija andris andrius andriy andrzej andwele andy aneela aneesa aneirin anemona anesu aneta anete
anett aneurin anezka angalia angavu angela angeles angelica angelika angelina angeline angelino angelita angelo
angharad anghel anghelina angie angus anh ania anibal anica aniela anika aniko anil anirudh anisoara anita aniya anjali
anjolaoluwa anka ankica ankit anmol ann anna annabel annabelle annah annak annalisa annalise annamaria annastacia anne
anne-marie annet annetta annette annibale annie annija annunziata anoni anoop anotida anouk anowara ansaldo anselma
anselmo ansh ansis antal antanas anthony antim anto antoaneta antoin antoine antoinette anton antonela antonella
antonello antoni antonia antonie antonietta antonija antonin antonina antonino antonio antoniu antons antony antra
antun anuja anum anunciacion anusha anushka anuta anvi anwar anwen anya anyango anzelika aodhan aodhán aoibhe
aoibheann aoibhin aoibhinn aoife aonghus aongus aparna apaydin apolena apolinar apolonia aqeel araba arabella araceli
aradhana arafat aral aram aran aranka aranzazu aras arben arcan arcelia archana archie ardalan ardit areeba argu arham
ariadna arian ariana arianna arianne ariel ariele arif arifcan arija arijus arike arikol arin arina arinola arinze
aripinar arisoy aristide aristides aristita arjeta arjun arkadiusz arkut arlene arlo armahan armandas armando armands
armida arminas arnaldo arnas arnaude arnie arnis arnold arnoldas arnolds arnost arnulfo aroa aron aronas arooj arpad
arpag arron arsenie arsenio arshad arshdeep arslan arta artan artemio artemisa arthur artis artur arturas arturo
arturs arun aruna arunas arunima arusi arvids arvind arvydas arwel arwyn arya aryan arziye asad asaduzzaman asake
asalet asali asani asanti asatira asdrubal asghar asha ashan ashfaq ashish ashlee ashleigh ashlene ashley ashling
ashok ashraf ashwin asif asim asiman asir asiya aska aslam aslanhan asliye asma asma'u asmaa asmeret asmini assumpta
astrid asuncion atagun atalay atanur atasagun atatore atena atenulf atfat atgun atharv atheel athena athman athuman
athumani atiena atieno atif atila atilgan atilhan atilio atinuke atiya atiyye atnan attaf attila attiya attracta
audrey audrius augustas auguste augustin augustina augustine augusto augusts auraq aurea aureja aurel aurelia aurelian
aureliana aureliano aurelie aurelija aurelio aurica aurimas aurore ausma ausra ausrine austine austra ava ava-mae
averil avery avi avin avinash avneet avni avram avril avsin avunc awadil awais awamil awamiri awan awani awero awesi
awet awil awlya awmar awrad axenia axinte aya ayaan ayamin ayanle ayasun ayat ayaydin ayaz aybet aybora aycagul aycan
aydar ayden aydinbey aydinc ayduru ayesha aygonenc aygutalp
ayhan ayinde ayinke aykut aykutalp ayla aylil ayman aynilhayat
aynimah ayodeji ayodele ayoka ayomide ayotunde aypar aysan aysar ayseana aysema aysenur aysevim aysoy aysuna aytek
ayten aytoz aytuna ayub ayulker ayush ayushman ayvas ayyaruk ayyubi azaan azad azade azahar azahara azalea azam azban
azeeb azeglio azeneth azettin azhar aziz aziza azize azizi azucena azuka azuolas baaba baahir baaizeed baaqee baaqir
baaree baashir baasim baasit baba babar babasola babatunde babatunji babawale baber babs baccio bachittar badawi
badegul badr badrul bagdas bagdat baghyawati baha bahaa bahaddin bahadurjit bahari bahati bahittin bahtinur baiba
bailey bailie bairbel bairbre bakari bakhshi bakhtiar baki balatekin balazs balca baldassare baldev baldomero balduino
baleegh balendra balhaar bali balinda balint baljit baljiwan balli baltas baltasar balvan balveer balvinder balwinder
bambad bamidele bandile banel banjeet banu baqar baqir bara barak baraka barasa barbara barbora barbu barica baris
bariscan barkha barna barnabas barr barra barraq barsen bartek bartholomew bartley bartlomiej bartolome bartolomej
bartolomeo bartolomeu bartosz bartłomiej barwaqo basaam basarab basay baseer basel basem bashaar bashaarat bashan
bashar basharat basheer basheerah bashir basia basilio basim basir basma basok basriye bassam batal batirhan batool
baturay baudelio bautista baydu baykan bayman bayruhan baytal bayzettin baz bazam bearach beata beatrice beatrix
beatriz bebe beca becky bedi bediriye bedri bedrich bedwyr
begim begona begum behiza behnam behrem bekbay bektasi bela belen
belgizar belinda belkize bellisan bello belo ben benadik benard benas bence bendeguz benedek benedetto benedict
benedikt benedita benek bengibay beniamin benice benigna benigno
benish benita benito benjamim benjamin benn benny benoit
benol benone benson benta bentley benvenuto beppe beray bereket beren berends berenice berezat bergen berhane berivan
beriye berkal berki berksay bernabe bernadett bernadette bernadine bernard bernarda bernardino bernardita bernardo
bernice berran berrin bert berta bertalan bertha bertie berto bertrand bertulis beryl besa besey beshte besin besnik
beste beth bethan bethany betina betsan betsy bett bettany bettina betty bev beverly beyda beyhatun beyler beyzade bez
bezek bhanumati bhavani bhavesh bhavika bhavin bhavini bhavna bhavya bhekani bhekisisa bhekizizwe bhekokwakhe
bhupinder biagio bianca bianka bibiana bibuwa bican bidayet bienvenida bilaal bilal bilay bilender bilgen bilginur
bilgutay bilha biljana bilkay bilkis bilkisu billie billie-jo bilqis biltas bimala bina binay binbasar biniam binisik
birben birgit birgul birhan birousk birsan birsen biruta bisar biserka bishakha bisi bisola bitul bizhan blahoslav
blaine blaithin blake blanaid blanca blanduzia blanka blas blathnaid blazej blazena bleddyn blerim blerina
blessing-joy bláithín boaz bobbie-jo bobby-lee bogatimur bogdan bogdana boglarka bogna bogumila boguslaw bogusław
bohdan bohdana bohumil bohumila bohumir bohus bohuslav bohuslava bolanle bolatito bolek boleslav boluwatife boma
bonface bonifac boniface bonifacio borahan boratas borbala boris borivoj borja bortecin borys bosibori botond boynak
bozbag bozena bozerk bozica bozidara boztas bożena bradley bradut brady bramwel brandi brandon brandusa branislav
branislava branka branko branwen bravin brayden breandan breanna breda breeda breege breffni brencis brenda brendah
brendan bretislav brett brian briana brianna brid bridget bridgit bridie brien briget brighid brigid brigida brigita
brigitta brigitte brijesh brinda brioney briony brittany brittney brody brogan brona bronach bronagh bronek bronislava
bronislaw bronte bronwen bronwyn bruna brunilda bruno bryan bryce bryn brynmor bryony bucur buenaventura buget buhari
bujar bukola bulunc bunmi bunyamun buraid burakhan burc burcuhan bureyre burhan busara bushra busisiwe busra busranur
buyrukhan byron bystrik cabdi cabir cadi caetana caga cagdan caglar caglasin cagveren cahal cahir cai cailin cailum
cait caitlin caitlyn caitriona caius cakar cakirca cal calcedonio caleb calim calin calista calisto calixta calixto
callan callie callum calogero calti calum calvin calvince camelia cameron camil camila camilla camille camillo
camillus camilo camok canan canberk candace candela candelaria candelario candelas candeniz candice candida candido
canfeza cangur canice cannur canseven cansin cantemir cantez canur caoilfhionn caoimhe caoimhin caolain caolan caolán
caomhan capkan capucine cara caragh caren caridad carina carl carla carlito carlo carlos carlota carly carmel carmela
carmelita carmelo carmen carmina carminho carole carolina caroline carolyn carolyne carren carrie carter carwyn carys
casandra casemiro casey casian casiana cassandra cassidy cassie catalin catalina catarina caterina cathair cathal
catherina catherine catheriona cathleen cathrina cathrine cathriona cathy catinca catrin catrina catrinel catriona
cavit cavuldur cawo cayden cayetana cayetano caz cazimir ceara cebesoy cebrian cecelia cecil cecile cecilia cecilio
cedide cedric cedrin ceferino ceinwen celem celene celeste celestina celestine celestino celia celikkan celikyurek
celilay celina celine celso cemalettin cemiyle cenan centrine cerasela cerci cercis ceri ceridwen cerys cesar cesare
cetinsu cevale cevheri cevikoz cevregul ceyhun cezar cezara cezary cezayir chaaya chaitaly chaitanya chakradev
chakradhar chakrika chamali chaman chameli champak chanakya chanchal chandani chandran chandresh chanel chanelle
changaz chaniya chantal chantel chantelle charan chardonnay charis charita charlene charles charlesh charli charlie
charlotte charmaine charo charvi chashida chasmum chatresh chatura chausiki chavvi chawish chebet chege chelangat
chelo chels chelsey chelsie chema chenai chepkemoi chepkoech chepkorir cheragh cherie cherith cherotich cheruiyot
cheryl chetan cheusi cheyenne chiamaka chiara chibuike chibuzo chibuzor chidera chidi chidimma chidinma chiedza
chiemeka chigozie chijioke chima chimamanda chinedu chinelo chinonso chinwe chinyere chioma chipo chipukizi chirag
chita chiu chizoba chloe chnar chris christabel christelle christiane christie christina christine christophe
christopher christy chucho chuki chukwudi chukwuemeka chukwuma chus chuy cian cianan ciara ciaran ciarrai cidal cihan
cihandide cilga cillian cindoruk cindy cinerk cintia ciprian cipriana cipriano ciriaco cirillo cirino ciro cisem
civgin clair claire clara clare clarence clarisa clarissa clark claude claudia claudine claudio claudiu clayton clelia
clemence clemente clementina clementine cleo cleopatra cleophas cleto clifford climaco clinton cliodhna cliona clive
clodagh cloe clotilde clyde codie codin codrin codrina codrut codruta cody cogay cokan cole coleen coleman colette
colin colins colleen collette collin collince collins colm colman colpan colton coluccio colum columba comhghall conal
conall conan concepcion concepta concetta concha conchur conleth conn connell connie connor conor conrad conrado
consolata constanca constanta constantin constantina constanza consuela consuelo copur cora coralia cordelia corey
corina corinna corinne coriolano cormac cormack cornel cornelia cornelio corneliu cornelius corrado corrie cortney
corvin cory coskun cosmas cosme cosmin cosmina costache costantino costanzo costel costin courteney courtney craig
crenguta crescencia crin crina cristea cristi cristian cristiano cristina cristobal cristofor cruz csaba csilla
csongor ctibor ctirad cuan cuheyna cuman cumar cuneyit curro curtis custodia custodio cuthbert cynthia cyprian cyril
cyrus czeslaw czesław daamin daanish daanyaal daawood dabbah dabir dace dacian daciana dafina dafne dafydd daghfal
dagistan dagmar dagmara dahir dai daiana daiga daina dainess dainis dainius daire dairine daisy-may daithi daiva
daiyaan dakhil daksh daksha dakshesh dalaja dalal dalan dalbir dalia dalibor dalila dalili daljit dalkilic dalmas
dalton damaris dameer dami damian damiano damien damife damilola damini damir damlanur damon damurah damyanti dan dana
dancan dancun dani danica daniel daniela daniele danielius danielle daniels danii danijel danijela danilo danis danish
danjuma danny danson dante danuse danut danuta daph daphne
dapo dara daragh darain darcey darcie darcy dardan darek daren
daria dariana darija darika darin darina dario darius dariusz darko darla darlene darpan darragh darran darrell darren
darrin darryl darsh darshan darta daryl daryna dasa dastageer daud daudi dave davey david davida davin davinder davis
davnet davor dawid dawit dawud dayamai dayar dayita dayna dayo dayyaan daz deaglan deane deanna deano dearbhail
dearbhaile dearbhla debbie debora deborah deborrah debra decebal
declan deepa deepak deepika deeqa deger degmeer deha deian
deidre deimante deiniol deirbhile deirdre deividas dejan delal delfina delfino delia delil delilah delroy delwar
delyth demeter demetra demetrio demi-lee demi-leigh demilade demirbuken demiriz demirok demiryurek denes denis denisa
denise deniz denizalp denkel dennis deola deqa dereck derek derick derkay dermot dermott derrick derval dervilla
dervla deryanur deshawn desiderio desiree desislava desmond despina devansh devika devin deviner dewi dezider dezso
dharmesh dhriti dhruv diana dianah diane diann dianne diarmaid diarmuid dickson dida didina diego diken dilara dilcan
dilder dilfeza dilhus dilip dillon dilsat dilshad dilsitan dilwyn dilys dimas dimitar dimitrina dina dinah dincer
dinckol dincsu dinesh dinis dino dinu diogo dion dionigi dionisia dionisio dionne dionyz dipa dipak dipta dirican
dirlik dismas dita divya diya diyar dlovan dmitri dmytro dobromila dobroslav dobroslava dochia doganalp dogannur
dogansah doguhan doina dolapo dolensoy dolores dolphine dolun domagoj domantas domas domenico domhnall dominga domingo
dominic dominick dominik dominika dominique dominyka dominykas domitila domnica dona donagh donal donald donatas
donatella donatello donato doner donna donnacha donncha donnie
donough donovan dora dorcas dorcus doreen dorel dorian doriana
dorin dorina dorine dorinel doris dorita dorli dorota dorotea doroteja dorothee dorothy dorottya doru dorukhan dottie
dougie douglas dovile dovydas doyinsola draga dragan dragica dragos dragutin drahomir drahomira drahoslav drahoslava
drazen drita duane duarte duc ducu duha duilio duje dulce duma dumisani dumisile dumitra dumitrana dumitru duncan
dundaralp dunia duong durab duracan durante durdali durdica durgadin durmusali duro durodola durrusehvar dursadiye
duruk duruoz dusan dustin duyguhan dwain dwayne dwight dyfan dyfed dylan dymphna dympna dzidra dzintars dzintra eabha
eadaoin eakumbu eamon eamonn eanna eavan ebele ebo ebonie ebuakil ebuka ebun ebyan ecaterina ecegul ecemis echezona
edaviye eddah eddie edel edelmira edelmiro eder edgar edgaras edgardo edgars edgubay edhitha edie edina edinah edita
edite edith edmond edmund edmundo edmunds edna edoardo edona edouard eduard eduarda eduardo eduards edvardas edvinas
edvins edward edwin edwina edyta eesa eesaa eesha efa efan efil eflatun efrain efser eftimia eftimie efua egenur
egidijus egils egle ehan ehsaas ehsan eidvile eifion eijaz
eileen eilidh eilir eilis eilish eimantas eimear eimer eimhear
eira eiravati eirian eirlys eirwen eithne ejaz ejlaal ekaja ekalinga ekani ekansh ekanta ekantika ekapad ekaraj ekavir
ekbal ekber ekene ekiya ekmel ekow ekta ekundayo ekundu el-amin eladio elaf elaine elamiye elan elba eleanor eleanora
elemer elena eleonora eleonore eleri eleuterio elfyn elgin elhan eli eliabeth eliakimu eliana elias elifnur eligia
eligio elijah elin elina elinor elira elis elisa elisabet elisabeta elisabeth elisaveta elise eliseo elisha eliska
elita eliud eliza elizabeta elizabete elizabeth elkana ella ella-mae ella-rose elladio elle ellen ellie ellie-mae
ellie-may elliot elliott ellis elly elmars elmo elnur elodia elodie eloisa eloise elosy elove eloy elphas elpidio elsa
elsie elsie-mae eluned elva elvan elvira elvis elza elzbieta elżbieta emal eman emanoil emanuel emanuela emanuil emeka
emelina emer emese emigdio emil emile emilia emilian emiliana emiliano emilie emilija emilio emilis emilly emils emily
emin emirsan emlyn emma emma-louise emmaculate emmah emmanuel emmanuelle emmeline emmet emmett emmie emmy emperatriz
emran emrullah emrys emyr encarna encarnacion encarnita enda endre endrit enes enfes enfys enginiz enid eniko eniola
enna ennio enock enrico enrika enrique ensari enver enya enzi enzio enzo eoghan eoin ephantus epifanio eral eraldo
erasmo erastus eraycan erbay erbil ercihan erdemer erdibay erdogan erdursun erem eremia erenalp erensoy ergener
erginel ergonul ergul ergun eric erica erick erik erika erikas eriks erin erincer erion eris erkan erkilic erkinel
erksoy ermal ermanis ermanno ermenegildo ermes ermias ermutlu ern erna ernest ernestas ernestina ernesto ernests ernie
erno erogul eroz errol ersat ersec ersel ertan erten ertun ertuncay ervaniye ervin eryildiz eryk eryn erzsebet esenbay
esengun esenturk esfandyar esha eshan eshana esi esim eskinalp esmae esmanperi esmatullah esme esmee esmeralda esna
esperanza espiridion esref esteban estefania estela estelle estera esther estrella esupofo esyllt eszter etain etela
etelka etelvina ethan ethel ethna ethne etienne etizaaz etta ettore euan eufemia eufrosina eugen eugene eugenia
eugenio eugine eulalia eunan eunice eunika eurwyn eusebia eusebio eusebiu eustaquio eustatiu eutimio eutropio eva
evaldas evalds evaline evalyne evan evance evangelina evangeline evangelista evanghelina evans evaristo evcimen evde
evelia evelina eveline evelyn evelyne everline everly everlyne evie evie-mae evie-rae evija evita evrim evrimer ewa
ewan ewatomi ewelina eyob eyyup ezekiel ezequiel ezgin ezgutekin ezinne ezio ezra faadumo fabia fabian fabiana fabio
fabiola fabricio fabrizia fabrizio fadekemi faderera fadi fadia fadila fadile faduma fadumo fahad fahari faheem fahmi
fahmida fahrullah fainche faisa faisal faith-marie faizan faize falak falan falguni fami fanaka fanni faqid farah
farai faraj faraja faras fareeda farhad farhan farhana farhiya
farid farida farijika fariq faris farooq farrah farshad fartun farzana
fatema faten fatigul fatih fatima fatimah fatinur fatma fatmanur fatmir fatos fatoumata fatuma faustas faustino fausto
fawad fay faye fayize fayyaz fazal fazli fazul feargal fearghal febe fedele feden federica federico federigo fedor
fehim fehintola fehmiye feisal felicia feliciana feliciano felicidad felicity felipa felipe felisa felista felister
felistus felix femi fenni ferahdiba ferat feraye ferdinand ferdinando ferdousi feremez ferenc fergal fergus ferhan
ferihan ferinaz fermin fermuta fernanda fernando fersan feryas ferzi festus fetullah feven feyha feyruz feyzin feza
ffion fflur fiach fiachra fiadh fiamma fibikemi fidaye fidel fidela fidelis fidelma fidvi fiifi fikayomi fildan filip
filipa filipe filippa filippo filit filmon filofteia filomena
filsan finbar finbarr findlay finian finlay finley finn finnegan
finola fintan fiodor fiona fionan fionn fionna fionnoula fionntan fionnuala fionnula fiorenzo fiorino firas firdevis
fitan fitnat fito fitsum fiyaz fiza flannan flavia flavio flaviu fleur floare floarea flor florea florencia florencio
florenta florentin florentina florentino florian floriana florica florina florinda florrie flutura fola folake
folasade folashade folu fortunata fortunato fouzia fozia frado fran frances francesca francesco francis francisc
francisca francisco franciska franciszek franck franco francois francoise franjo frankie franklin frankline frantisek
frantiska frazer fred freda freddie freddy frederic
frederick frederico frederik frederika frederique fredo fredrick freshta
freshteh freweini freya fricis frida fridah fridrich frusina fryderyk fugen fulgencio fulvio fuma fung funke funmi
funmilayo fuzuli gabe gabel gabi gabino gabor gabriel gabriela gabriele gabrielius gabriella gabrielle gaetano gagan
gagandeep gaia gaida gail gaja galasso galina galip galo gambo ganesh ganga ganim ganiye garad garech gareth garima
garreth garrett garry garvan gary gaspar gaspare gaston gastone gathoni gatis gaurang gaurangi gaurav gauri gaurika
gautam gautami gavan gavin gavril gayathri gazel gbadebo gbemi gbenga gbolahan gbowoade geanina gearoid gebre gederts
gediminas gedion geetika gejza gelengul gelsomina gelu gema gemma genc gencaslan gencay genevieve genovefa genoveva
gentiana geoff geoffrey geofrey george georgel georges
georgeta georgi georgian georgiana georgie georgina geraint gerald
geraldine geraldo gerallt gerard gerardine gerardo geray gerda gergana gergely gergo germana geronimo gerrard gertruda
gertrude gertrudis gervasio gesare geta gethera gethin getrude geza gezim ghaalib ghaazi ghada ghaffaar ghafoor ghaith
ghalib ghanee ghanem ghannam ghasaan ghassan ghauth ghawth ghayoor ghazala ghazalan ghazanfar ghazanfer ghazawan ghazi
ghazzal ghenadie gheorghe gheorghita gherghina ghita ghiyaath ghiyath ghufran ghulaam ghulam ghunayn ghusharib ghusun
ghutayf giacinto giacobbe giacomo giada giampaolo giampiero gian giancarlo gianfrancesco gianfranco giang gianina
gianluca gianluigi gianmarco gianna gianni gianpaolo gianpietro gibson gica gicu gideon giedre giedrius gifty gil
gilbert gilberto giles gilles gillian gilman gina ginika gino gintaras gintare gints ginyas gioacchino gioachino
gioele gioffre gionata giorgia giorgian giorgiana giorgio giosue giovanna giovanni girik girindra girish girmay
girolamo gisela giselle gita gitau githinji gitonga giulia giuliana giuliano giulietta giulio giuseppe giuseppina
giustino gizela gizella gladys glauco glenda glenn glenys
gloria glyn glynis goda godfrey godofredo godswill godwin goffredo
gohar goitom gokay gokbudun gokce gokcebalan gokcil goken goknur gokperi goksev gokten goli goma goncafer goncalo
gonen gonzalo gopal goran gordan gordana gordon gorgunay gorklu goronwy gorsev gosia goyo gozel gozem gracia graciana
graciano gracie gracie-mae graciela graeme graham grainne grania gratian gratiana gratiela grayson graziano graziella
grazyna grażyna greca greco greg gregg gregoire gregor gregorian gregorio gregory greta gretta grieta grigore griselda
gruffudd gruffydd grzegorz guadalupe guarino gucal gucluer gucyeter guglielmo gugu gugulethu guido guilherme guillaume
guillermo guiomar gulab gulaga gulalai gulay gulbani gulbeyan gulbiye gulce gulcegun guldam gulder guldunya guled
gulegen gulel gulenay guler gulev gulfaam gulfam gulfari gulfeza gulgen gulguzel gulhisar gulinaz gulistan gulkadin
gulluhan gulmisal gulnaz gulnaziye gulozge gulper gulsa gulsahin gulsalin gulselin gulseref gulseren gulsevil gulshan
gulsiye gulsu gulter gulus gulzadiye gulzar gumustekin gunar gunars gunaydin gunbir gunden gunduzalp gunebakan guneet
guneri guney gungordu gungoren gunita gunkurt gunsel gunsen gunser gunta guntars guntis gunver gurarda gurcuye gurdeep
gurdip gurelcem gurjit gurleen gurmeet gurmukh gurnam gurpreet gursal gurten gurvinder gus gustas gustav gustavo
gustaw gusztav guto guvercin guzey gwawr gwen gwenan gwenda gwendolen gwendoline gwendolyn gwenllian gwennan gwenno
gwilym gwladys gwyn gwyneth gwynfor gyongyi gyorgy gyorgyi gyozo gyte gytis gyula haben habib habiba habibe habibu
habibullah habibur haciali hacile hadija hadithi hadiza hadrey hafeez hafiz hafiza hafsa hafsah hafsat hagos haiba
haider hailey hajar hajnalka hajra hakeem hakikat hala haleema halenur haley halidun halima halimo halina halisi
haliye hallie haluk halyna hamdi hami hamid hamidullah hamis hamish hamisi hamiyet hamsini hamza hana hanaa hanan
hanbiken hanedan hanh hania hanif hanim hanja hanna hannabel hannah hanora hansa hanss hansultan haoran haralamb
haralambie harambee harbhajan harbinaz hardeep hardik hardip haresh hari harijs harinakshi harinder harini haris
harish harita hariz harjinder harjit harjot harkiran harlan harleen harley harmeet harminder harnail harnek harold
haroldo haron haroon harper harpreet harriet harris harrison
harshil harsimran harun haruna haruto harvey harvinder hasbek
hasgul hashiki hashmat hasina hasmukh hasnain hasret hassan hatem hatima hatin hattie hauwa havali havse hawa hawar
hawehindi hawo hayali hayat haydee hayden haydn hayel hayleigh hayley hayret hayrunnisa hazeem hazine hazrat heba
hedviga hedvika hefin heidi hekima hekime hekmatullah hekmet helan heledd helen helena helene helga heliodoro hellen
hema hemal hemang hemangini hemani hemant hemin hendrix henife henok henri henrich henrieta henrietta henriette henrik
henriks henrique henry henryk heracleea heraclio herbert herberto heriberto hermanis hermenegildo hermina herminia
herminio hermione hernan hernando hersi hesbon hetal hettie hetty
heva heyvetullah hezniye hezron hiba hibo hicsonmez hidaya hidir hien
hieu hifzullah hilario hilary hilayda hilda hildah hillary hina
hinata hindal hinet hipolito hira hiral hisham hitesh hiwa
hiwet hoa hoang hodan hodari hollie hong honora honorata honore horace horacio horatiu horea horia hortense hortensia
hortenzia horymir hosea hoskadem hosne howard hredhaan hristo hritik hrvoje huban hubert huda hudavent hudson hugh
hugo hugues hukumdar huma humaira humaiya humberto humeyra humphrey hunalp hunor huong hurdogan hurican hurmet hurside
huruyet huryasar husmen husnuhal hussain hussein huw huy huzaifa huzuri hynek hywel iacob iain ian iancu ianis iara
iarlaith iasmina ibaad iban ibidapo ibironke ibolya ibraaheem
ibraheem ibrahim ibrahima ibukun icimbike idik idika idil idiris
idowu idrees idris idwal ieremia iesa iestyn ieuan ieva ifan ife ifeanyi ifechukwu ifeoma ifor ifrah iftikhaar
iftikhar ifunanya ignac ignacia ignacio ignacy ignas ignazio igne igor igors ihab ihor ihsaan ihsan ihtesham ihtiram
ihtishaam ihtsham ijaya ijeoma ijli ikbal ike ikechukwu ikenna ikeoluwa iker ikhlaas ikiz iklim ikraam ikram ikramah
ikrimah ikshita ilalmis ilan ilaria ilarie ilarion ilbek ildefonso ildem ildes ildiko ildiz ileana ilfaat ilga ilgi
ilie ilija ilim ilinca ilir ilja ilkbahar ilkim ilklima illtyd ilmafer ilmars ilona ilper ilsu ilteris ilyas ilze
imani imants imany imara imaran imelda imge imogen imran imre imren imrich imrihan imtiaz inancli inara inaya inayah
incifir indali inderjit inderpal indira indra indrajit indre indrikis indu ines inese ineta inez inga ingrid ingrida
inguna inigo inioluwa inmaculada inocencio inocentiu insaf insha inta intihap ioan ioana ioanina iolanda iolo iona
ionel ionela ionelia ionica ionut iosefina iosif ippazio iqbal iqra iram irek iren irena irene ireti iretioluwa irfan
iridenta irina irine irinel irma irmantas irungu irya iryna isaac isaack isabel isabela isabella isabelle isack isaiah
isaias isak isaura isaya iscan iseoluwa iseult isha ishaan ishani ishanvi ishaq ishfaq ishita ishola ishtiaq ishwar
isidora isidoro isidro isikay isiman isin isla islime ismael ismahan ismail ismet ismik isobel isra issa issack
istahil istvan ita itanya ituri itziar iulia iulian iuliana iuliu iurie iustin iustina iustinian ivan ivana ivanka
ivars ivaylo ivecen iveta ivica ivka ivo ivona ivone ivor
iwan iwona iyabo iyabode iyadunni iyiyurek iyla iza izaaz izabela
izabele izel izgu izidor izzy jaabir jaafar jaan jabbaar jabbar jabir jabr jabulani jacek jacinta jacintha jacinto
jackie jackline jackson jaclyn jacob jacobo jacopo jacqueline jacques jadranka jadwiga jae jael jafar jafet jaffer
jagat jagdeep jagdish jagjit jagoda jagrati jagruti jagtar jagvi jahanara jahangir jahanzeb jahdami jahdari jahi jahiz
jahm jai jaiden jaime jairaj jairus jake jakobs jakov jakub jalaal jalal jalees jalia jalil jalsa jama jamaal jamac
jamal jameel james jamie jamie-lee jamie-leigh jamil jamila jamshed jana janaki janani jane janek janelle janet janeta
janeth janette jangwa janice janina janine janis janja jankat janki janko jannat jannis janos januja janusz janya
japhet japheth jared jarek jarlath jarleth jarmila jarolim jaromir jaromira jaroslav jaroslava jaroslaw jarosław
jarred jarrod jaruthip jas jasiri jaskaran jaskiran jasleen jasmeet jasmin jasmina jasminka jasmit jasna jason jasper
jaspreet jasvinder jaswant jaswinder jatin jatinder javan javed javeria javi javier javiera jawad jax jaxon jaxson
jaya jayce jayda jayde jayden jaydon jayesh jayla jaylan jaylen jayne jayshree jaz jazeps jazmin jeana jeanette jeanne
jeannette jeannie jeannine jebet jecinta jed jedidah jedrzej jeet jeevika jeff jeffery jeffrey jekabs jekaubs jelagat
jelani jele jelena jemima jemimah jemma jemutai jen jena jenaro jenel jenifer jeniffer jenipher jenna jenni jennifer
jenny jeno jenson jepchirchir jepchumba jepkemoi jepkoech jepkorir jepkosgei jeptoo jeremi jeremiah jeremias jeremy
jergus jermaine jermiah jerome jeronimo jerono jerop jerotich jerry jeruto jerzy jesca jess jesse jessica jessie jesus
jesusa jetmir jett jez jezups jhalak jiahui jide jigna
jignesh jill jillian jim jimena jina jindrich jindriska jing jinghan
jinghua jiri jirina jisoo jitka jo jo-anne joan joana
joanie joann joanna joanne joao joaquim joaquin joaquina joash jocelyn
jodi jodie jody joe joel joelle joey joginder johana johanna johanne johans john john-paul johnathan johnny johnson
johnstone jokubas jola jolan jolana jolanda jolanta jolene jolita
jon jonah jonas jonatan jonathan jonathon joni jonny jonty
joojo jools joram jordana jordi jordon jorge jorgie joris jorja jorune jory jose josef josefa josefina josep joseph
josephat josephine josette joshua josiah josie josip josipa josko joso josphat josphine josue jovita joyce joyline
jozef jozefina jozo jozsef juan juana juanita juanito jude judit judita judith judy jula jule julek jules julia julian
juliana julianna julie julie-anne julien juliet julieta juliette julija julijana julijs julio julita julius juliusz
juma jumaane jumoke junaid junjie juno juozas juraj jure jurek jurgita juris justas justin justina justinas justine
justiniani justus justyna juwon jyoti józef kaamil kaashif kaazim
kabeer kabir kabiru kacey kachela kachi kaci kacie kacper
kaden kader kadinana kafeel kahir kai kaiden kailash kain kaiser kaitlin kaitlyn kaja kajal kajetan kajji kajus kala
kalbi kaleb kaleem kaleema kaley kalgay kali kalina kalman kalpana kalpit kaluwa kamal kamala kamaljit kamalpreet
kamar kamau kamil kamila kamlesh kamran kamrul kamsi kamsiyochukwu kamya kanak kandef kane kanini kanpulat kanta
kaombwe kapagan kara karaamat karabas karaca karaer karakucak karam karama karamjit karan karanbay karani karanja
karanveer karatas karcan kardelen kareem karel karen kari karim
karimi karimullah karin karina kariuki karl karla karley karlina
karlis karlo karlukhan karol karolina karolis karoly kartik karwan kasam kasey kashan kashangaki kashif kashish
kashmir kashvi kasia kasif kasim kaska kaskazi kaspars kasper kassim kata katalin katana katarina katarzyna kate
katelyn katerina kateryna kath katharina katharine katherina katherine kathleen kathryn kathy katica katie
katie-louise katrina katriona katy kausar kaushik kauthar kaver kavita kavitha kavurt kavya kawa kawkab kawthar kaya
kayagun kayden kaye kaygusuz kayit kayla kaylah kayleb kaylee
kayleigh kaylen kayode kayrabay kaysan kaysha kaz kazi kazim
kazime kazimierz kazimir kaśka kealan keanu keaton keegan keelan
keeley keely keenan keeva kefser kehinde keira keiran keisha
keith keji kelami kelechi kelli kellie kelly kelly-ann
kelly-anne kelly-marie kelsey kelvin kemboi kemi kemisola kemuma kemunto
kendall kendra kene kenechukwu kenedy keneth kennedy kenneth kenny kenter kenyangi kenzi kenzie keri kerime kerman
kerri kerrie kerry kerubo kestutis ketan kete kev kevim kevin keya keyaan kez kezban keziah khaalid khaan khadija
khadijah khadra khaled khaleda khalid khalida khamani khamisi khanh khanyisile khrystyna khurram kiaan kiah kian kiapo
kiara kiaran kiarie kibafupia kibar kibet kibibi kibrom kiburi kidane kidist kiera kieran kiernan kieron kifaye kijana
kijani kike kikelomo kilian kilicbay killian kilonzo kim kimani kimanzi kimathi kimberley kimberly kimbilio kimeu
kimora kimutai kimya kinaya kinel kinga kingsley kinjal kinubi kinuthia kinyanjui kinyua kiojah kioko kipchirchir
kipchumba kipenzi kipepeo kipkemboi kipkemoi kipkirui kipkoech kipkorir kipkosgei kipkurui kiplagat kiplangat kiplimo
kipngeno kipngetich kipras kiprono kiprop kiprotich kipruto kipsang kiptoo kipyegon kira kiramettin kiran kirandeep
kiranjit kirat kirby kirgiz kiril kirit kirk kirsten kirstie kirstin kirsty kirti kirui kisima kitan kitti kiume
kivilcim kiwara kiyasi kizil kiziltunc kizzy klara klaudia klaudie klay klement kliment kobi kobina koby kocabas kocak
kockan kody koech kofi kojo koker koktas kola kolawole koldan kole koloman komal koncagul kondo konguralp konrad
konradi konradus konstantin konstanty kopan koray korede korey kori korir korkmazalp kornel kornelia kornelija korugan
kory kosemen kosgei kosi kosisochukwu kosukhan kotryna kotuz kovu kowsar krasimir krish krisha krishna krisjanis kriss
krista kristaps kristen kristers kristi kristian kristiana kristie kristijan kristin kristina kristine kristof
kristopher krists kristupas kristy kristyna krisztian krisztina krisztofer kritika krystal krystian krystof krystyna
krzysiek krzysztof ksawery kuba kubran kuchanua kuddusi kudzai kudzanai kujoe kujtim kulbir kuldeep kuljit kulsoom
kulsum kulvinder kulwinder kumaran kumral kunal kunle kuria kursad kurt kurtis kurunzi kusiima kusum kutay kutgun
kutun kuuku kveta kvetoslav kvetoslava kwabena kwadwo kwaku kwamboka kwame kwamena kwan kwasi kweku kweli kwesi kwok
kyalo kyan kyara kyla kyle kylie kyra kyran kyrie kyron laban labeeb labib lacey lachlan lacie lacramioara lada ladan
ladislau ladislav ladislava ladli laeeq laetitia lahiah laiba laika laila lailah lailati laima laimonas laimonis laini
laiq laith lajita lajlaj lajos lakhbir lakhvinder laksh lakshit lakshmi lale lalo lamberto lameck lamia lana lando
langalibalele langat lanre laoise laqeet lara larisa larissa larry lasairfhiona lascar laszlo lata latasha lateef
latif latoya laura laure laureano laureen lauren laurence laurent laurentia laurentiu lauretta laurian laurie lauris
laurita laurynas lavanya lavinia lavize lawrence lawrencia lawson laxmi layla layth laz lazar lazaro lazzaro leah
leana leandra leandro leanna leanne lech lechoslaw lechosław ledun leela leena leigh leila leire leja lekan leke lekha
lela lelia len lena lenah lenka lennon lenny lenore leo leocadia leocadio leon leona leonard leonardo leoncio leone
leonel leonie leonor leonora leons leontin leontina leontine leopold leopolda leopoldina leopoldo leordean leos lerato
lere leroy lerze lesana lesia lesley leslie lesya leszek leticia leticija letitia letizia levente levi levis levoslav
lewis lexi lexie leyla leyli leyre lezize lia liam liana liaqat liba liban libby liberto libni libor libusa libuse
lica licia lidia lidija lidka liene liepa liga ligia ligita lihua lijuan lila lilah lili lilia lilian liliana lilija
lilita lilla lillian lillie lilly lilly-mae lily-mae lily-rose limazah limon lina linah linas linda lindah lindita
lindiwe lindsay lindsey linet ling linh lino linus lioara lionel lipika liridona lirim lisa lisa-marie lisandro livia
livingstone livio liviu liwia liyaaqat liyaqat liz liza lizete ljiljana ljubica llew llewelyn llinos lloyd lochlann
lodovico logan lohit loice loida lois loise lola lolita londisizwe londiwe lonnie lopa loraine lorcan loredana lorelei
lorena lorenza lorenzo loreto loretta loretto lori lorin lorine lorna lorne lorraine lotanna lottie lou louie louis
louisa louise lourdes lourenco lovre lovro lowri loyola loz luan luana luay lubica lubna lubomir lubomira lubor lubos
luboslav luboslava luca lucas luce lucentiu luchino lucho lucia lucian luciana luciano lucica lucie lucija lucila
lucille lucinda lucio lucja lucretia lucretiu lucrezia lucy lucyna ludek ludmila ludo ludolf ludomil ludomila ludovic
ludovica ludovico ludovit ludvik lufen luigi luigina luis luisa luisina luiza lujza luka lukas lukasz luke luljeta
luminita lumir luned lungile lupe lupita luqmaan luqman lutf lutfi lutfur luwam luyanda lwandile lydia lydiah lydie
lyla lyle lyn lynda lyndon lyndsay lyndsey lynn lynne lynsey lyra lyubomir lyudmila maahir maajid maalik maame maanas
maanav maawiya maaz maazin mabad mabel mabli macarena macaria macario macauley macey macharia macide macie maciej
maciek mackenzie macs macsen macy madaha madalena madalin
madalina madani madara maddie maddison maddox madeleine madeline
madhav madhavi madhu madhuri madiha madini madison madiyan madoa madog madyan mae maebh maeve mafalda magda magdalena
magdalene magdaline magdolna maggie magnus mags maha mahad mahali mahamed mahaz mahbeer mahboob mahbub mahdee mahdi
mahdy maheen mahendra maher mahesh mahfooz mahfuj mahfuz mahigul mahika mahir mahja mahmood mahmoud mahmud mahmuda
mahnaz mahsun mahter mahulena mai maia maighread maija maimuna
maina maingi mair maire mairead mairin mairtin maisey maisha
maisie maisy maite maja majani majd majdi majdy majed majeed majella majid makau makayla makeen makena makini makokha
makori maks maksude maksur maksymilian makunga makuu malachi malachy malcolm malena malgorzata mali malia maliha malik
malina maliza mallory malti malvina malwina mamadou mamen mamun manan manbir mand manda mandeep mandla mandlakhe mandy
maninder manish manisha manjinder manjit manoj manola manole manolo manon manpreet mansi mansoor mansurali mantas
mante manthan manu manuel manuela manuelita manus manya maqsood mara marc marcantonio marcel marcela marcelina
marcelino marcell marcella marcelle marcello marcelo marcheta marcia marcial marciano marcin marcio marco marcos marcu
marcus mared marek mareks marese marga margaret margareta
margarida margaud margaux margery margherita margit margita margo
margot margret margrieta marguerite mari maria mariah mariam marian mariana marianela mariann marianna marianne
mariano maribel marica maricela maricica maricruz marie marie-claire marija marijan marijana marika marilena marilyn
marin marinela marini marino mario marioara mariola marion maris marisa marisela marisol marissa maristela marita
marite mariuca marius mariusz mariyana marj marjani marje marjorie markas marketa marko marlene marley marlon marnie
maroof maros marshall marta martha marthe martim martin martina martine martino martirio marton martyn martyna
martynas marvin marwa mary mary-ann maryam maryan maryann maryanne maryse marzena masar maside masika masinde masood
massimiliano massimo masuda masume matas matea matei matej mateja mateo mateus mateusz mathew mathias mathilde matias
matija matilda matilde matiss mato matous matt matteo matthew matthieu mattia matunda matus matyas maua maud maude
maura maureen maurice mauricio maurilio maurine maurizio mauro maurycy mavis mavuno maxi maximiano maximilian
maximiliano maximino maximo maxine maxwel maxwell maya mayank maynur mayowa mayte mayur maz maza mazhar mazlum
małgorzata mbithi mboya mbugua mburu mcebisi mckenzie meabh meagan meaghan mebrahtu mecide mecit meda medard medeja
meena meera mefarettin mefharet megan megha meghan meghana mehboob mehdiye mehedi mehmed mehmetzahir mehmood mehnaz
mehreen mehret mehrigul mehul mehwish meibh meiling meilir meinir meirion meixiu mekhala mel melaha melania melanie
melchor meleknur melichar melihcan melikkan melina melinda melisa melissa melul melvin melvine memili menfeat mengi
menguc menisan merba mercedes merche mercyline merdi meredith mererid merhawi merim merlin meron merryn mertel merva
mervin mervyn meryeme merzuk mesfin meshack meshur mestur mesude metinkaya metod metrine meveddet mevludiye mevlut
mewael meyhanim mezide mia micael micaela micah miceal michael michaela michal michał micheal micheala michel michela
michelangelo michele micheletto michell michelle michelotto mick mickey mieczyslaw mieczysław mieszko migle miguel
miguela mihael mihaela mihai mihail mihaly mihels mihin mihnea mihrab mihriye mijanur mijo mika mikayla mikelis mikels
mikey miklos mikolaj mikołaj mikulas mikus mila milada milagros milan milana milay milcah milda mildred milen milena
milica milka milkah millicent millie milo milos miloslav miloslava milosz milota milton miluse mina minal mindaugas
mindy minenhle ming mingzhu minh minibe minjun minna minnie
minodora mioara mira mirabela miranda miray mirbadin mircea mirco
mirdza mireia mirek mirela miriam miriama mirjana mirjeta mirko miron mirona miroslav miroslava miroslaw mirosław
mirriam mirta miruna mirwais misha mishat mislav misra misuli mitali mitchel mitchell mitchelle mitesh mitica mitrut
miyesser mizanur mizhir miłosz mkarkara mladen mlungisi mnqobi mo-mo modesta modestas modesto modris modupe mofifoluwa
mofizur mohamed mohamedi mohammad mohammed mohamoud mohamud mohan mohannad mohinder mohini mohsim mohsin moira moises
mojisola mojisoluwa mojmir mollie molly momanyi mona monalisa monica monicah monika monique monira monis montserrat
monty monwara moraa moradeke morag morayo moreen morena morenike moreno morfydd morgan moric morine moriom morolake
morris mortimer moses mosinmileoluwa mosunmola motiur motunrayo mounir mourad moureen mourib mourine moya moyo
moyosore moz mrihani mthokozisi muarra mubarak mubashir mubetcel mucahit mucellib mucevher muchiri mudassar muema
mueni muferrih mufide mufit mugambi mugber mugdha mugendi mugo mugur mugurel muhallil muhammad muhammet muhazzim
muhima muhip muhiye muhyettin muia muireann muiruri mujahid mujde mujibur mukbile mukesh mukhwana mukramin mukrume
muktedir mulayim mulele muli mulu mulwa mumbi mumo mumtaz mumtaze muna munashe munaza munene munezzer mungai munif
munir munyao munyoki muratcan muret muriel muriithi murimi murit murithi muriuki murray mursal murtaza musa musafet
musaffa musarat musau musee musembi musemma mushtaq musila muslum mustaf mustafa musure musyoka musyoki mutai mutasim
muthama muthengi muthoka muthoni muthui mutie mutinda mutiso mutisya mutluhan mutsa mutua mutuku mutunga muturi
muvaffak muvahhide muveddet muzdahir muzekker muzhir mwamini mwanajuma mwanamisi mwangangi mwangi mwaniki mwanzia
mwasaa mwaura mwende mwendwa mwezi mwikali mwiti mya myfanwy mykhailo mykola myla myles mylo myra mzamo naa naadir
naail naajy naasih naasir naathim naazhim nabeeh nabeel nabhan nabigh nabih nabil nabila nachiket nacio nada nadeem
nades nadezda nadezhda nadhir nadia nadim nadine nadir nadr nads nadya naeem nafasat nafees nafesa nafii nafile nafis
nafula naglis nahar nahashon naiara naib naide naim naima naimh nair najair najam najeeb najib najibullah najma najuma
naki nakip naksh nakul nalan naliaka nalini namrata nana nancy nandini nando nandor nangyal nanjala nanni nansi naoimh
naoise naom naomh naomi naomy napoleone naqib narcis narcisa narciso narendra naresh nargis narhanim narinder narmin
naseem nashipie nasiba nasima nasir nasiru nasra nasratullah nasreen nasrin nasrullah nasser nasteho nasuf natalia
natalie nataliia natalija natalio natan natanael nataniel natasa natasha natasza nate nath nathalie nathan nathaniel
nathari natividad natnael navdeep naveed naveen navjot navneet nawaz nawzad nayara nayfa nayil nazaret nazario nazende
nazi nazia nazidil nazimet nazir nazlihan nazlim nazma nazmul nazreen nchetachukwu ndegwa nderitu ndirangu nduku
ndumiso ndunge ndungu nduta neal neasa nebiat nebih nebiha necdat nechifor necilal necmettin necva ned nedas nedda
neel neelam neelesh neelima neema neeta nefaret nefiye negasi neha nehemiah nehip neil neill nejdet nekesa nela nelah
nelida nelima nell nellie nelly nelson nelu nenad neptun nerea nereida neriban nerijus nerim neringa nerys nesfe nesip
neslinur nesrin nessa nesta nestor netra nev nevaeh neval
neve nevenka nevgin neville nevise nevsal nevsale neyran nezengul
nezihi nezize ngamia nganga ngari ngeni ngigi ngoc ngozi ngugi nguyet nhlanhla nhung nia nial niall niamh niara
nicanor niccolo nichifor nichola nicholas nichole nicholus nicki nickson nicky nico nicoara nicodemo nicodemus nicodim
nicola nicolae nicolaie nicolas nicolasa nicole nicoleta nicoletta nicolo nicu niculina niculita nicusor nicuta nida
nidhi nidia nidra nieves nige nigel nigesa nighat nigmet niguse nihai nihal nihan niharika nii nika nike nikesh nikhil
nikita nikki niko nikodem nikol nikola nikolai nikolajs nikolay nikolett nikoletta nikolina niks niksa nilcan nilda
nilesh nili nilima nilo nimakoah nimco nimisha nimo nimrat nina ninetta ninioluwa nino nirgul nirja nirmal nirosha
nirvair nisar nisha nishant nita nitara nitesh nitin nixon niyazi niyi niyilolawa njabulo njagi njenga njeri njeru
njiru njogu njoki njoroge njozi njue njuguna nkazimulo nkechi nkem nkiru nkiruka nkosana nnamdi nneka nneoma noa noah
noah-james nobantu nobuhle noeleen noelia noeline noelle noemi noirin nojus nokulunga nokuthula noleen nollaig
nomagugu nomalanga noman nomasonto nomathalente nomathemba nomcebo nomfundo nomsa nomthandazo nomusa nomvula
nonhlanhla nonjabulo nonso noor nora norah norbert norberto noreen norica norma norman normunds nothando nour noura
noxolo nozibusiso nozizwe nqobizitha ntimi nuala nudret nuhu nula numan nuno nura nural nurbanu nurcan nurda nurdeniz
nuretdin nurey nurgil nurhayet nuria nuriat nurice nuriyet nurjahan nurkan nurmelek nursan nurseda nurser nursim
nurtac nuru nurul nurullah nurveren nusrat nuur nuyan nwabudike nwando nyaboke nyaga nyakundi nyamai nyambura
nyanchama nyasha nyasi nyawira nydia nyoka nyongesa nyoni nyota nyuki nzioka nzomo oakleigh oakley oaklyn oana obadiah
obaid obanijesu obdulia obed obiageli obianuju obinna oceane ochieng octav octavia octavian octaviana octavio octaviu
odalis odalys odette odhiambo odhran odhrán odika odin odkanli odongo oduor oeshi ofelia oganer oge ogechi oget
ogooluwa ogulbas ogurata ogus oguzman ohene oisin ojas ojasvi okanay okbay okechukwu okello okguclu okkas okoth oksana
okseven okturemis okturk okumu okyalaz olabisi oladare oladimeji olaf olajumoke olakunle olalla olamide olanrewaju
olansile olasunmbo olatunji olayinka olca oldag oldrich olegario oleh olek oleksandr oleksiy olena olga olgerts
olgierd olimpia olimpian olimpiu olisa oliver olivia olivie olivier olivija oliviu oliwer oliwia oliwier ollie olly
ololade oloo oluchi olufemi olufunke olufunmilayo olumide olumorotimi oluoch olus olusegun oluseun oluwadamilola
oluwafemi oluwagbemiga oluwakemi oluwamumibori oluwamuyiwa oluwasanmi oluwasegun oluwaseun oluwaseyi oluwatobi
oluwatobiloba oluwatosin oluwole olwen olwethu olwyn olympia omaca omair omaja omar omari omeir omid omisha omkaar
omobobola omobolanle omodunni omolabake omolara omondi omosalewa omotara omotayo omotola omotoun omowumi omran omriye
omur omya onat oncel ondieki ondrej onel onesmus ongay ongen oni onkar onofre onsal onuker onurcan onursu onveer
onyango onyeka onyinye oona oonagh opeyemi ophelia opiyo opwonya oran oranli orazio orcin oreofe orestas oreste
orfhlaith orfiye orgun oriana orik orinder orla orlagh orlaigh orlaith orlando orna ornella orsolya orson ortak
ortansa oruc oryurek osama oscar osha osian oskar oskars osman osogo ossama osunleke osvaldas osvaldo osvalds otakar
otay otieno otilia otilija otis ottavio ottilie otto ottone otylie
ouma ousmane ovidio ovidiu oviya ovun owain owais owen owethu owino
owuor oxana oyenike oyindasola oymak ozakan ozalpsan ozana ozansu ozaslan ozay ozbay ozbilek ozbilge ozcam ozdal ozdes
ozdil ozdogdu ozel ozerdinc ozertem ozge ozger ozgun ozgur ozinal ozioma ozkent ozkutlu ozlem ozlu ozokcu ozpetek
ozpinar ozsozlu oztek ozturk ozudogru ozyurt ozzy pablo paca pacifica paco padraic padraig padraigh padraigin pahal
paige paisley paisley-rae paker paksu pallavi palmira paloma palwasha palwinder pam pambe pamela pamfil panagachie
panait panashe pancho panfilo panini pankaj pankrac panya paola paoletta paolo parag paramjit paraschiva pardeep
paresh paride parisa parker parminder parmjit parsa parth parul parveen parvez parwana pascal paschal pascual pascuala
paskalia pasqual pasquale pastora patrice patricia patricie patricio patrick patrik patrizia patrizio patru patrycja
patryk patti paul paula paulette paulica paulina pauline paulino paulius paulo pauls pauric pavani pavao pavel pavla
pavlina pavol pawel paweł payal paye peadar peader pearce pearse pedro peggy pehlil pekkan pelaji pelayo pellegrino
pelumi pembesin penelope penina peninah pepe pepita pepito percy peren perinur peris perla perlita permun pero perry
pervaiz pervez pesent petar pete peter peteris peterson petr petra petrana petras petre petrica petrina petrisor
petrona petronela petru petrut petruta peyton phanice phelim phelix phil philemon philip philippa philippe philippine
philis phillip phillipa philomena phineas phoebe phuc phuong phyl phylis phyllis piaras piedad pierangelo piergiorgio
piergiuseppe pierina pierluigi piermaria piero pierpaolo pierre piersanti pietro pijus pilar pili pina piotr piotrek
pippa pirahmet piran piroska pius placido plamen plesu plinio polly pompeo pompilia pompiliu pomponio poncio pooja
popobawa porfirio portia povilas prabha prabhjot prabjot pradeep
praful pragna prakash pramod pranav praneel pranit prashant
pratibha pratyush pravin pravoslav preeti prem premysl preston-lee primitiva primitivo prisca priscah priscila
priscilla priscillah prisha pritam priti priya priyanka profira proinsias prokop pru prudencia prudencio prue przemek
przemyslaw przemysław puccio puja pumbaa purcek purificacion purvi pushti qaadir qaasim qabeel qabil qadar qadeer qadi
qadim qahtan qaim qais qaiser qamar qani qanit qareeb qarin qaseem qasid qasif qasim qatadah qawee qay-yoom qays
qendrim qiang qing quadir quang qudamah quddoos qudoos queenie quentin quincy quinn quinter quique quirino qurban
qusay qushi qutaybah qutb qutub quynh raaghib raagini raahil raakin raamis raamiz raashid raatib rabah rabar rabb
rabbaanee rabbani rabbiye rabecca rabee rabeya rabi rabiah rabih rabit rach rachael rachana racheal rachel rachelle
rachit rachita rada radek radeke radha radhee radhika radi radim radka radomir radoslav radoslava radoslaw radostina
radosław radovan radovana radu raducu raduz radvile rae raed raees rael rafa rafael rafaela rafal rafan rafay rafał
rafe rafee rafeek rafeeq raffaele raffaella raffaellino raffaello rafi rafia rafih rafila rafiq rafiqul raghav ragheb
raghib rahab rahat raheel raheem rahel rahim rahimullah rahiye rahma rahmatullah rahmet rahul raihan raimondo raimonds
raimundo raivis raj rajab rajan rajata rajeev rajesh rajeshri rajinder raju rajwinder rakeem rakesh rakide raksha
ralph ralphie raluca rama ramadhan ramandeep ramesh rami raminta ramiro ramon ramona ramsay ramunas ramune ramy rana
ranbir randall rani rania ranieri ranjana ranjit ranveer ranya raphael raquel rares rashed rashid rashida rashidi
rashmi rasma rastislav rasul rauf raul ravi ravinder ravjot ravneet rawand raxma raya rayaan rayan rayla raymond razi
razia razvan reagan rebaz rebeca rebecca rebeka rebekah rebihat rebin recepali reda redmond reece reegan reese refet
refik regan reggie regina reginald regulo rehaan rehan rehana rehema rehime rehman reina reinaldo reinis reka
rekha relu remazan rembrandt remedios remi remigio remigiusz remus remy rena renata renato rene renee rengul renuka
renzo reshoni resulcan reuben reva revza rexhep reyansh reyes reyna reynaldo reza rezan rezaul rezin rezzak rhea rhian
rhianna rhianne rhiannon rhoda rhodri rhona rhonda rhydian rhys ria rian riaz rica ricarda ricardas ricardo ricards
riccardo ricciotti richard rickey ricky rico ridhi rifkiye rihanna rihards riley rima rimantas rimante rina riona
risalet risasi rishi risper rita ritesh ritu ritvars riya riziki rizwan roan robbie robert roberta robertas robertina
roberto roberts robina robinson roble robyn rocco rocio rodah roderick rodger rodgers rodica rodney rodolfo rodrigo
rogelio roger rohaan rohan rohat rohit roise roisin rojda rojin rojnu rojus rokas rokeya roko roksana roksolana roland
rolandas rolando rolands roldan rolf romana romanita romano romeo romina romolo romualdas romulo romulus romy ron rona
ronald ronaldo ronan ronith ronke ronnie ronnie-lee ronny rono roque rory rosa rosaleen rosalia rosalie rosalina
rosalind rosalinda rosalva rosalyn rosamund rosanna rosanne rosaria rosarie rosario rosaura roseanna roseanne roseline
roselyn roselyne rosemarie rosemary rosenda rosendo roshni rosie rosina rositsa roslyn ross rossa rossana rostislav
rotich rotimi roux rowan rowena roxana roxanne roxelana roxie roxy roy roya royce roz roza rozalia rozalija rozsa
ruadhan ruairi ruari rubani rubel ruben rubina rudite rudolf rudolfs rudra rudy rufina rufino rufus ruggero ruggiero
rugile ruhide ruhiu ruhsat ruhugul ruhul rui rukhsana rukia ruknettin rumbidzai rumen rumeysa rumyana rungo ruoxi rupa
rupal rupert ruperta ruperto rupinder ruqayya ruqayyah ruqiya rusen rushil ruslan rusne russ russell rusul ruta rute
rutendo ruth ruvimbo ruwaihim ruxanda ruxandra ruza ruzena ruzica
ryan ryder rylan rylee rysiek ryszard ryte rytis sa'adatu
saabir saad saadat saadiq saafir saahir saaiq saajid saal saalih saalim saanvi saaqib saariyah saba sabah sabahat
sabari sabas sabatino sabbir sabeeh sabettin sabih sabihe sabil sabin sabina sabine sabiq sabir saboor sabrina sabur
saburah sacha sachi sachin saci sadaka sadan sadao sadaqat sadat sade sadeed sadeka sadeti sadhbh sadia sadie sadiki
sadiman sadiq sadittin sadiye saeed safa safdar safet saffie
safia safii safina safinaz safiri safiya safta safura sagal
sagar sagcan sagit sahat sahdiye sahigul sahil sahinbey sahinder sahir sahmettin sahnuray sahra saida saidi saif
saiful saim saima sair saira sairah saire sajid sajida
sakip saksham sakura saleem salem sali salim salimet salkin salma
salman salome salomea salomey salomon salud salurbay salvador salvatore salvi sam samahat samaksh samama samanta
samantha samar samarth samatar sameer sameh samesh sami samia samiha samina samir samira samiullah sammy samrawit
samson samu samuel samurtay samwel samweli sana sanavber sanaya sancak sancar sancho sanda sandalio sandeep sandhya
sandile sandis sandor sandra sandro sandu sangeeta sani sanita sanja sanjay sanjeev sanjiv sanli santa sante santiago
santino santos santosh sanur sanya sanziana saoirse saood saorla sapa sapna saqib sara sarabi sarabjit sarafina sarah
sarah-jane sarah-louise sarbjit sarfraz sargin saricabay sarika sarita sarka sarlota sarmite saroj saron sarpkin
sarthak sarunas sarya sasa sasha saskia sathvik satia satinder satish satnam satrettin saturnina saturnino satwinder
saul saulius saumu saumya saundra sauti sava savak savannah-rose saverio saveta savina savita savki savni sayan saydam
saygin sayin sayrak sazime scarlett scot seamus sean sean-paul seana seanan seaneen seanna seb sebastian sebastiano
sebastiao sebastien sebattin sebigul sebla secgul secme seda sedife seema sefer sefi sefiye segilola segismundo segun
seha sehamet sehel sehreban sehza seif sejda sekim selaheddin selale selam selamawit selatin selcen selcuk selena
seler selime selina selmin selvi semat semender semenica semhar semine semrin semsettin semsinisa senait senan sencar
sendogan seniha senkal sennait sennur seona seosamh seracettin serafeddin serafina serah serban serda seref seren
serena serezli serfinaz sergei sergej sergio sergiu sergius serhatmehmet serhiy serma serman sernur serol servac
servinaz seth seun sevcan sevdi sevdinar seve severiano severin severina severino severo sevgen sevginur sevican sevim
sevindik sevket sevketfeza sevla sevsevil seyda seydo seye seyfullah seyhan seyi seyithan seyyide sezal sezen
sezginbas shaban shabana shabir shabnam shadrack shafiq shafiqullah shafiul shagufta shahana shahbaz shaheen shahid
shahida shahin shahla shahzad shailesh shaista shakeel shakira shalini shamas shamim shamima shamsuddeen shamsul
shanade shane shanelle shani shania shanice shaniqua shanna shannan shannen shannon shantelle shanti sharanjit shari
sharmarke sharmin sharna sharon shaukat shaun shauna shauneen shaurya shawana shawn shawna shay shayla shaz shazia
shaziya shaznay shea sheamus sheela sheelagh sheena shefali shehu sheila sheilah sheilla sheillah shekoni shelby
shelia shelley shelly shem sheraz sheree shereen sheri sheridan sherri sheryl sherzad shida shiela shilan shilpa
shinead shirin shirl shirley shirwan shirzad shital shivani shivansh shkelqim shoaib shobha shola shona shpresa
shravya shreya shruti shuang shuk shukria shumaila sian sianne sibonelo sibongile sibusisiwe sibusiso sid sidar
siddharth sidki sidney sidonia sidra sienna sifa sifuna sigfrido sigita signe sihawukele sijuade siku sila silan
silanur silas sile silondile silvana silvester silvestre silvestro silvia silvian silviana silvie silvija silvio
silviu simao simas simber sime simeon simi similoluwa simina simion simisola simiyu simon simona simonas simone
simonetta simphiwe simphiweyinkosi simran simranjit simret simten sinasi sindiswa sinead sinica sinisa sintija siobain
sioban siobhain siobhan siofra sioned siper siphesihle siphiwe sipho sirap sirivan sirriye sirwan sita sithembiso siti
sittik siu sivakumar siwan siya siyabonga siyad siylihan
siân skaidrite skaiste skender skolastika skye skyla skyler slava
slavena slavica slavka slavko slavomir slavomira slawek slawomir smaranda smilte smita sneha snjezana sobia socorro
sofia sohail sohret sokmen sola soledad solma solomiya solomon solvita somadina somto somtochukwu sona sonad sonal
songurkan sonia sonnur sonya sophia sophie sophie-louise sophy sopuru soraia soran sorana soraya sorcha sorin sorina
sosimo souma sowande soydaner soykan soykut soyler soyselcuk sozer spencer speranta sphiwe spozhmai stacey stacie
stacy stan stana stanca stancu stanimir stanislav stanislava stanislavs stanislaw stanisław stanley stasiek staszek
stefan stefana stefani stefania stefanie stefanija stefano steffan stefica stefka stela stelian steliana stella
stellah steluta stepan stepanka steph stephane stephanie stephen stephene stephie steve steven stevie stewart stjepan
stoyan stu stuart suad suat suayp subhash subomi subutiye
sucaettin sucdi sudha sudi sudiksha sue-ann sufyan sugulle suha
suhani suhas suheyda sukhbir sukhdeep sukhi sukhjit sukhpreet
sukhwinder suki sukri sukufe sulaiman suleiman suleman suleyla
sulhi sultane sumaira suman sumayya sumayyah sumerya sumeyye sumit summer-rose sumon sunay sundas sunel suner sungara
sunil sunita suphi surbhi suresh suri surinder surjit susam susan susana susanita susanna susannah susanne susen susie
suvari suzana suzanne suzer suzie suzy svatopluk svatoslav svetlana svetozar svitlana swala swaleh swati sybil syd
syeda sylivia sylvester sylvia sylvie sylwia szabolcs szilard szilveszter szilvia szymon sławek sławomir taahaa taahir
taaj taalib taamir taanish taariq taban tabassum tabish tabitha taciddin tacnur tadas tade tadeas tadeen tadeo tadeusz
tadgh tadhg tafadzwa tafazal tagangul taha tahaw-wur tahawwur taheem tahir tahira tahlia tahmaseb tahmeed tahmid
tahmina tahoor tahseen taial taimoor taimur taisir taiwo tajammal tajammul tajinder tajudinn tajus takatifu takudzwa
talal talat talayer talha talhah tali talib talibe tallulah talvinder tamam tamanna tamara tamas tamaydin tambika tami
tammie tammy tamsin tamu tanak tanay tanbay tandogdu tangul tanhan tania tanimu tanir tanish tanmayi tanpinar tanses
tansev tansig tanveer tanvi tanvir tanya tanyolac tanyu tapiwa tara tarak taran taranci taranjit taras tarek tarfaan
tarik tariq tariro tarsem tartis tarun tarzicius tasar tash tasha taskan taslima tasvir tatenda tatiana tatjana tatu
tauqeer tautvydas tawanda tawkeel tayaydin taygan tayla taylah taylak taylor tayo tayyab tayyaba tayyibe tayyip teagan
teber tecimer tecla ted teddie teddy tedros teea teerth tegan tegid tehmina teigan tejal tejas tejinder tekbay tekecan
tekiner tekla tekle teklit teknaz teksoy telemaco teleri telim telmo temesgen temi temidayo temime temirhan temistocle
temitope temizkal temucin tendai tenis tenvir teo teobaldo teodor teodora teodoro teodors teodosia teodosio teofil
teofila teofilo teohari teona tercan tere terence teresa teresia teresiah teresita terez tereza terezia terezija
terlan terrance terrence terri tesfay tesfaye tesni tess tessa tetiana tevs teybet tez tezcan tezol thabani thabisa
thabisile thabiti thabo thaddeus thalente thandazile thandeka thandi thandiwe thando thanh thao thea thelma themba
thembeka thembekile thembile thembisile theo theodor theodora theodore theophile theresa therese thevan thibault
thibaut thierry thilaga thomas thulani thuo thuong thuthukile
thuy tiago tiana tianna tiarna tiarnan tiberia tiberiu tibor
tiburcio ticen tichomir tiegan tien tiernan tiffany tiggy tigin tigist tillie tilly tim timea timotei timotej timoteo
timothee timothy timurtas tina tinal tinashe tinca tincuta tingting tinuke tirdad tirion tisa tishk titas titi
titilayo tito titus tivadar tiwa tiziana tiziano tobe tobechukwu
tobenna tobi tobias tobiasz tobiloba tobin toby todd todor
togan toju toker toki tokoz toktug tokunbo tola tolonbay
tolu tolulope toluwani toluwanimi toma tomas tomasa tomasz tomek
tomislav tommy tommy-lee tomo tomori tomos tomurcuk tonguc toni tonia tonicha tonino tonny tono tonya tope topuz torel
torhan tori toribio torin torquato tory tosin tracey traci tracie tracy traian trang travis treacy treasa trev trevor
tricia trina trine trinh trini trinidad triona tripti trish trisha tristan triveni triya trudy trung trupti tsega
tsegay tsehay tsuma tsvetan tsvetelina tsz tuan tudora tudorita tudosia tudur tuere tufani tugcan tugce tugrulhan
tugtas tuhin tukelalp tukufu tule tulin tullio tulun tumer tumkurt tunahan tuncboga tunckilic tunde tunguc tunji
turabi turcan turcein turgut turkalp turkmen turknur turlough turvi tushar tutkucan tutkun tuyet tuyug tuzeer tuzenur
ty tyler tymon tymoteusz tyreece tyreese tyrell tyrese tyrik tyrone tyson ubaadah ubadah ubah ubaid ubaidah ubaldo
ubay ubayd ubaydullah uberto ubeydullah ubika ucan ucbeyi ucchal ucgul uche uchenna udant udarsh uday udeera udyati
ufukay ugan ugne ugo ugochi ugolino ugur ugurkan ugurtan uhban ujamaa uju ujunwa ula ulakbey uldis ulfat ulfet ulises
ulke ulkudes ulkum ultan uludag ulugbey uluman ulutay ulysses umaarah umair umande umang umar umberto umer ummahan
ummahani umman ummet ummuhan umoja umray umusan umutcan unaiza unal unek unlen unnati unni unsever unubol upadhriti
upasna upinder upkaar upma uraltay urbano urfettin urhan urishilla urmi urmila urper urrab ursula urszula urte urvashi
urvi usama usame usha ushan ushindi usiku usman ustun utkarsh utkucan uyanser uygun uzair uzbay uzer uzima uzma uzoma
uzsoy vacibe vaclav vafir vahar vahittin vaida vaidas vaishali vaishnavi vakare vakris val vala valary valbona valda
valdas valdis valentim valentin valentina valer valeria valerie valerio valeriu valero valija vallary valon valter
vamakshi vanda vandana vanesa vanessa vansha vanya varenya vargin varinder varlik varsha varvara vasana vasant vasare
vasatika vasco vasil vasile vasilica vasudha vasyl vavrinec vaysal vecide veda vedant vedat vedhika vedika vedran
veena vefia veis vejune velitdin velma velta venancio venceslas vendelin vendula venera veneranda veniamin ventsislav
vera verde verim verna vernon veronica veronicah veronika veronique veselin vesna veta vezat vezrife vicenta vicente
vicentia vicentiu vicki vickie vicky victoire victoriano victorino vida vidal vidhi vidya viera vieroslava viesturs
vigilija vihaan vija vijay vikas vikki vikram viktor viktoria viktorie viktoriia viktorija viktors vildane vilem
viliam vilija vilis vilius vilma vilmos vilnis vilte vilums vimal vimbai vinay vinaya vince vincent vincentio
vincentiu vincenza vincenzo vineta vinh vinicio vinnie vinny
vinod violeta viorel viorela viorica vipul virag viraj virgil
virgilio virginia virginie viridiana visarion vishal visitacion visvaldis vita vitalija vitalis vitazoslav vitezslav
vito vitor vitoria vittoria vittorio viv vivaan vivek vivian viviana vivien vivienne vjekoslav vjollca vlad vladelina
vladimir vladimira vladislav vladislavs vlado vlaicu vlasta vlastimil voichita voicu vojtech voldemars volodymyr
vratislav vratko vrinda vrishti vritti vusi vusumuzi vyanjana vytautas vyte waahid waail waajid waceera wachira waclaw
wacław wadee wadood wael wafa wafeeq wafi wafiq wafula wahab wahb wahban waheed wahhaab wahhaaj wahid wahida wai waida
wainaina wairimu wajid wajiha wakeeta waldek waldemar walid wallace walt walter wamalwa wambua wambugu wambui wamwema
wanda wande wangari wangila wangui wanja wanjala wanjiku wanjiru wanjohi wanyama wanyonyi waqar waqas warda warhi
waridi warinder warjas warsame waseme washington wasim watika waweru waylon wayne wazir weddy wei weiming weiwei wekesa
weldon wendy wenjing wenwen weronika wesley wesonga whitney widisha wiesia wieslaw wieslawa wiesław wiesława wiktor
wiktoria wilbur wilf wilfred wilfredo william willie willis willy wilson winfred winifred winnie winny winston winta
wishi witek witold wladyslaw wlodek wojciech wojtek wriddhish wridesh wuraola wyatt wycliff wycliffe władysław włodek
xalak xander xanthe xavier xawo xenia xhevdet xiang xiao
xiaoli xiaoming xiaoyan ximena xin xinyi xiomara xiti xiu xiulan
xobeen xolani xuan xue yaa yaaseen yachana yadavi yadid yadigar yafi yafir yaghnam yagin yagizkurt yagnesh yago yahsi
yahsikan yahvi yahya yahyaa yahye yaiza yakobo yalazabay yalgin yalin yaltirak yaman yamar yameen yamin yamini yana
yanki yanling yaqeen yaqoob yaqoot yaqub yara yargi yaroslav yasaar yasan yasar yasattin yaseen yasemen yash yashasvi
yashawini yashem yashica yashoda yashodhara yashvi yasin yasinta
yasir yasmiin yasmin yasmina yasmine yasti yatan yathrib
yatin yauvani yavuz yawar yawer yayak yazan yazeed yazganalp yazgul yejide yekbun yekda yelesen yemane yemi yeneral
yepelek yeraz yergha yertan yesenia yesica yesil yesoob yessica yestin yetisal yetunde yeukai yevhen yewande yifan
yigit yildir yildiz yilma yilmaz yiming ying yingying yinka ylli yochana yogesh yohana yohane yohannes yolal yolanda
yonas yonetmen yonis yordan yordanos yoruc yoshita yosma younis yousaf yousef youssef yucel yucelen yuhan yulia yumun
yunis yunt yunus yurdanur yurdaser yureed yuriy yurtguven yurtseven yurttas yusra yussuf yusuf yutika yuting yuvraj
yuxuan yves yvette yvonne zaafir zaahid zaahir zaakir zabihullah zabir zablon zac zacarias zach zacharia zacharie
zachary zack zackariya zaeem zafar zafeer zafir zafrul zahaar zaharia zaheer zahfer zahi zahid zahir zahnya zahra
zahri zahrun zahur zaib zaid zaida zain zainab zainabu zaine zaira zaitra zaituni zak zakaria zakariya zakayo zakhele
zaki zakia zakir zalan zaliha zalmay zamfir zamfira zamir zamzam zana zander zane zanele zaneta zanis zansi zara zarar
zaraza zaria zarmina zarna zashil zauqi zaweel zayan zayd
zayden zayn zaynab zayyan zayyir zbigniew zbynek zbyszek zdenek
zdenka zdenko zdislava zdravka zdravko zdzislaw zdzisław zebirce zeeshan zehaan zehranur zeinab zekayi zelda zelha
zeljka zeljko zelma zelmira zemichael zemyna zemzem zena zende zennun zeno zenobia zenon zenovia zenta zenzele zenzile
zephaniah zerafet zerai zerdad zeride zevlude zewad zeyad zeynelabidin zeyno zhen zhiwan zhiwei zia ziad zibuyile
ziedonis ziggy zigmund zigrida zihan zihni zikmund zikora zilan zilfa zilmil zilvinas zimran zina zinal zinhle zinnia
zinnure zipporah zita zivile zixuan ziyad ziyaettin zlatica zlatka zlatko zodwa zoe zoey zofia zofie zohal zohra
zohrehan zoja zola zoltan zora zoraida zoral zoran zorka zoryana zosia zoya zsanett zsigmond zsofia zsolt zsombor
zsuzsanna zuba zubaida zubair zubeyde zufer zuhair zuheyla zuhri zulbiye zulfiqar zulfuye zulgarni zumaridi zumre zuri
zuwayhir zuwena zuza zuzana zuzanna zuzia zvonko zwatie zydrunas zygimantas zygmunt łucja łukasz
""")

# Also an English word: a name when written with a capital inside a sentence, or after a word that introduces one.
DOUBTFUL = words("""
ace alba ama amber angel aria art aster aurora ayo barb bob
basil bella bile bill billy blessing blossom bo bobby bode bola bonnie
brad brandy brooke brooklyn bruce carol charity
chase chelsea chen cherish cherry clement cliff comfort constance
coral crystal daisy dale dare dawn deacon dean deb debs dee demi destiny dev dexter diamond dolly dom dot drew dua duke
dung dupe earl ebony eden ela ena euros eve faith fang
fares fern fletcher flora florence florin frank gaz gem gene georgia glen
goldie grace grant gruff gul guy haf harry harsh
hazel heath heather heaven hector hind hoi holly honey hope hung
hunter ida innocent ion ira iris isa ivy jack jade jasmine jay
jean jihad jimmy jordan josh joy jun ken kitty lama lan lance lee legend lei
les lex li liberty lil lily loan lucky luna mac
mack marina mark martins marvellous mason maverick max maxim meg mei melody mentor
mercy mike miles million misty mo myrtle nam nat nest nga
nick noel non nova nur obi ola olive olu paddy papa pat patience
patsy patty peace pearl penny phoenix pierce piers
pixie poppy precious prince princess prudence randy raven ray reef reg reign rex
rick rim rio river rob robin rocky roman ros rose ruby
rune saffron said sal sally sandy sapphire scott scout serenity shell
sherry shire sierra sky sonny star ste sue suet sultan
sultana sunny tam tanner tao tate tel terry thi tia tom tony
trace trinity troy tudor uma una uri valentine vance
venus verity vi victor victoria viola violet viral wade wale
warren wend will willow wolf wren yan yaw yen yuk zed zion
""")

# Also a month, a place or a common word: a name only after a word that introduces one ("mum June").
ONLY_INTRODUCED = words("""
adur america april arran art ashton asia august austin autumn avon barnet beverley cairo camden carlisle
chad chance chester china christian dakota dallas derby devon don favour geneva gift goodness havana india islay
israel jan july june kelso kent kenya kit lancaster lincoln london major may miracle montana page paris
praise preston promise rainbow rasa regent rugby sahara savannah selby severn stafford sterling summer
sydney trent ward warwick wells whitby wisdom
""")

# Of the doubtful ones, those that are hardly so after kin or in an office: "grandad bob", "lee from the hub".
NEARLY_SURE = words("""
alba amber aurora barb basil bella billy bob bobby bonnie brad brooke brooklyn bruce carol chelsea daisy dean deb debs
dee demi dexter dolly dom duke eden ela ena fern fletcher flora florence frank gaz gene georgia glen goldie harry hazel
heather hector holly ida ira iris isa ivy jade jasmine jay jean jimmy jordan josh ken kitty lee liberty lily luna mack
marina martins maverick meg melody mike misty myrtle nick noel olive paddy pat patsy patty pearl penny phoenix pierce
pixie poppy ray rex rick robin rocky roman ros ruby sally sandy sapphire scott sherry sonny tam terry tom tony troy
valentine venus vi victor victoria viola violet willow
""")

# Of those only introduced, what is said to speak without being a person ("Preston says no"), so that it proves nothing.
TOWNS = words("""
adur america arran ashton asia avon barnet beverley cairo camden carlisle chad chester china dallas derby devon
geneva havana india islay israel kelso kent kenya lancaster lincoln london montana paris preston rugby selby severn
stafford sydney trent ward warwick wells whitby
""")

GIVEN = SURE | DOUBTFUL | ONLY_INTRODUCED
