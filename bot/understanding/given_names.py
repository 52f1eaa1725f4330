"""Given names heard in Britain, for masking: chiefly English, Welsh, Irish, South Asian, Polish, Romanian, African.

Partly gathered from the name lists of the Faker project (MIT licence). Three lists, by how much proof a word needs.
"""

from __future__ import annotations

from bot.understanding.tables import words

# A name wherever it stands, in any case: nothing else is written so.
SURE = words("""
aaaqil aaban aabid aachal aadam aadhya aadi aadil aafiya aahana aahil aalam aalee aalim aaliyah aamil aamir
aamirah aanuoluwapo aaqil aarav aarif aarini aariz aarna aarnav aaron aarush aaryan aashi aashif aashir
aasif aasim aatif aatiq aaus aayan aayush aazim abaan abayomi abbi abbie abby abdul abdullah abdullahi
abdulrahman abebi abeer abeiku abena abeni abha abhimanyu abhiram abid abina abiodun abiona abosede achim
ada adaeze adam adebiyi adebowale adebukola adedayo adedeji adekitan adekola adekunle adela adelaida adele
adeleke adelin adelina adeline adenike adeniyi adeola adeolu adeoti adepeju aderopo adesewa adeshina adesoji
adesua adetayo adetoke adetoun adeyi adi adigun adil adina aditya adnan adomas adonis adrian adriana
adrianna adrianne adrienne adrija adunni advaith advay advik advika adweta adwoa adya aedan aedin aengus
afia afolarin afonso aftab afua agastya agata aglaia agne agnes agnieszka agnos agripina ahmad ahmed aida
aidan aideen aiden ailbhe aileen ailis ailish ailsa aimee aine aisha aishani aishling aisling aislinn aistis
aivaras ajala ajani ajoke akanmu akinkunmi akinlabi akinwale akos akosua akram akshay akua akumaa akwasi
akwesi alade alamu alan alana alanis alanna alannah alastair alberta albertina albie aleena aleks aleksander
aleksandra aleksandras aleodor alesha alex alexa alexander alexandre alexandria alexandrina alexandru alexe
alexia alexis alf alfie alfred algirdas alice alicia alida alin alina alis alisha alison alissa alistair
alistar alister alix aliyah aliyu aliza alka allan allegra allen allison alma alphonsus alva alvaro amaira
amalia amanda amandeep amara amarachi amaya amedeu ameer amelia amelia-rose amelie amelija amie amina aminah
aminatu amir amira amol amope amrita amruta amy-lee amy-leigh amza ana anabela anaida anamaria anamika
anastasia anastatia anastazja anatolie anaya anayah anca ancuta andra andrada andre andrea andreas andreea
andrei andreia andrena andrew andrian andrius andrzej anemona aneta angela angelika angelina angeline angelo
angharad anghel anghelina angie angus ania anica aniela anika anil anirudh anisoara anita aniya anjali
anjolaoluwa anmol ann anna annabel annabelle annalise anne anne-marie annette annie ansh antanas anthony
antim antoaneta antoin antoinette anton antonela antoni antonia antonie antonio antoniu antony anusha anuta
anvi anwar anya aodhan aoibheann aoibhin aoibhinn aoife aongus apolonia arabella aradhana archie arham
ariadna arian ariana arianna arianne ariele arif arijus arike arin arina arinola aristide aristita arjun
arkadiusz arlene arlo armandas arminas arnas arnold arnoldas aronas arron arsenie artemisa arthur artur
arturas arunas arunima arvydas arya aryan asake asha ashleigh ashlene ashling ashraf asif asma'u assumpta
astrid atena atfat atharv atheel athena atinuke attaf attracta audrey audrius augustas augustin augustina
augustine auraq aureja aurel aurelia aureliana aurelija aurica aurimas ausra ausrine ava-mae averil avery
avi avni avram avril awadil awamil awamiri awan awani awero awesi awlya awmar awrad axenia axinte aya ayaan
ayamin ayat ayesha ayinde ayinke ayla ayodeji ayodele ayoka aysar ayush ayushman ayyubi azaan azad azalea
azban azeeb aziz azuolas baaba baahir baaizeed baaqee baaqir baaree baashir baasim baasit babar babasola
babatunde babatunji babawale baber bachittar badawi badr baghyawati baha bahaa bahadurjit bailie bairbel
bairbre bakhshi baleegh balendra balhaar baljiwan balvan balveer balwinder bambad banel banjeet baqar baqir
barbara barbu barkha barr barraq bartek bartholomew bartley bartolomeu bartosz basaam basarab baseer basel
basem bashaar bashaarat bashar basharat basheer basheerah basia basim basir bassam batal batool bazam beata
beatrice beatriz bebe becky belinda bello benas benedict benedita beniamin benjamim benjamin benn benone
berezat bernadette bernadine bernard bernardo bernice bert bertha beryl bethan bethany betina betsy bettany
bhanumati bhavani bhavika bhavini bhavna bhavya bianca bianka bilaal bilal bilkisu billie-jo bimala bina
birousk bishakha bizhan blaine blanaid blanduzia blanka blathnaid blazej bobby-lee bogdan bogdana bohdan
bolatito boluwatife borys bradley bradut brandon brandusa brayden breandan breda breeda breege breffni
brenda brendan brian brid bridget bridie brien briget brighid brigid brigita brijesh brinda brioney briony
brittany brody brogan brona bronach bronagh bronte bronwen bronwyn bruna bruno bryan bryony bucur bunmi
buraid byron caetana cahal cahir cailin cailum cait caitlin caitlyn caitriona caius cal caleb calin callan
callie callum calum calvin camelia cameron camil camila camilla camillus candice canice cantemir caoilfhionn
caoimhe caoimhin caolain caolan caomhan cara caragh carina carl carla carlos carlota carly carmel carmen
carmina carminho carole carolina caroline carolyn carrie carys casandra casey casian casiana cassandra
cassie catalin catalina catarina caterina cathal catherina catherine catheriona cathleen cathrina cathrine
cathriona cathy catinca catrina catrinel catriona cayden cazimir ceara cecelia cecil cecilia cedrin celene
celeste celia celina celine cerasela cerys cesar cezar cezara cezary chaaya chaitaly chaitanya chakradev
chakradhar chakrika chamali chaman chameli champak chanakya chanchal chandani chandran chandresh chanel
chanelle changaz chantal chantel chantelle charan charis charita charlene charles charlesh charlie charlotte
charmaine charvi chashida chasmum chatresh chatura chavvi chawish chelsey cheragh cherie cherith cheryl
cheyenne chiamaka chibuzo chidi chidimma chigozie chijioke chinedu chinelo chinyere chioma chizoba chloe
chris christie christina christine christopher christy chukwudi chukwuemeka cian cianan ciara ciaran ciarrai
cillian cindy ciprian cipriana clair claire clara clarence clarisa clarissa clark claude claudia claudine
claudio claudiu clementina clementine cleo cleopatra clifford clinton cliodhna cliona clive clodagh clyde
codie codin codrin codrina codrut codruta cody coleen coleman colette colin colins colleen collette colm
colman colum columba conal conall conan concepta conchur conleth connell connie connor conor conrad
constanca constanta constantin constantina consuela cora coralia cordelia corey corina corinna corinne
cormac cormack cornel cornelia corneliu cornelius corrie cortney corvin cory cosmin cosmina costache costel
costin courteney courtney craig crenguta crina cristea cristian cristiano cristina cristobal cristofor
curtis cuthbert cynthia cyprian cyril daamin daanish daanyaal daawood dabbah dabir dacian daciana dafina
dafydd daghfal dagmara daiana dainius daire dairine daiyaan dakhil daksh daksha dakshesh dalaja dalbir dalia
dameer damian damien damife damini damurah damyanti dana daniel daniela danielius danielle danish danjuma
danny daphne dara daragh darain darcey darcie darcy daren daria dariana darija darika darin darina darius
dariusz darla darpan darragh darran darrell darren darrin darryl darsh daryl dastageer dave davey david
davida davin davnet dawid dawud dayamai dayita dayna dayyaan deaglan deane deanna dearbhail dearbhaile
dearbhla debbie debora deborah deborrah debra decebal declan deepa deidre deirbhile deirdre deividas delia
delilah delroy demetra demi-lee demi-leigh demilade denis denisa denise dennis dereck derek derick dermot
dermott derrick derval dervilla dervla deshawn desmond despina devansh devika dhriti dhruv diana diane diann
dianne diarmaid diarmuid dida didina diego dillon dimitrina dina dinis dinu diogo dion dionne dipta divya
diya dmitri dochia dolores domantas domas domhnall dominic dominick dominik dominyka dominykas domnica dona
donagh donal donald donatas donna donnacha donncha donough donovan dora dorcas doreen dorel dorian doriana
dorin dorina dorinel doris dorli dorota dorothy doru dougie douglas dovile dovydas doyinsola draga dragos
duarte ducu dumitra dumitrana dumitru durab durodola dwain dwayne dwight dylan dymphna dympna eadaoin eamon
eamonn eanna eavan ebuka ecaterina eddie edel edgar edgaras edhitha edie edita edith edmond edmund edna
eduard eduarda eduardo edvardas edvinas edward edwin edwina eesa eesaa eesha eftimia eftimie egidijus egle
ehan ehsaas ehsan eidvile eijaz eileen eilis eilish eimantas eimear eimhear eiravati eithne ejaz ejlaal
ekaja ekalinga ekani ekansh ekanta ekantika ekapad ekaraj ekavir ekbal ekene ekiya ekow ekta ekundayo
el-amin elaf elaine eleanor elena eleonora eliabeth eliana elias elijah elisa elisabeta elisaveta elise
elisha eliza elizabeth ella ella-mae ella-rose elle ellen ellie ellie-mae elliot elliott elodia elodie
eloise elsa elsie eluned elva elvira elzbieta emanoil emanuel emanuela emanuil emeka emer emil emilia
emilian emilie emilis emily emma emma-louise emmanuel emmeline emmet emmett emmie emran enda enid eniola
enrika enya enzo eoghan eoin eremia eric erica erika erikas erin ernest ernestas ernestina ernie errol eryk
eryn esfandyar eshan eshana esmae esme esmee estelle estera esther esupofo ethan ethel ethna ethne etizaaz
etta euan eufrosina eugen eugene eugenia eunan eunice eusebia eusebiu eustatiu eva evaldas evan evangeline
evanghelina evelina eveline evelyn everly evie evie-mae ewa ewan ewatomi ewelina fabia fabian fabiana fabio
fadekemi faderera fahad fahmi fainche faisal faizan falak falan falguni faqid farah faraj faras farhan fariq
faris farooq fatima fatimah fatoumata faustas fazli feargal fearghal fehintola felicia felicity felix femi
ferdinand fergal fergus fernando ffion fiachra fibikemi fidelma fidvi fiifi fikayomi filip filipa filipe
filofteia finbar finbarr finian finlay finley finnegan finola fintan fiodor fiona fionan fionna fionntan
fionnuala fionnula fitan fiyaz flannan flavia flaviu fleur floare floarea flor florea florenta florentin
florentina florian floriana florica florina florrie folake folashade folu frado frances francesca francis
francisc francisca francisco franciszek frankie frazer fred freda freddie frederic frederick frederico freya
frusina fryderyk gabe gabi gabriel gabriela gabrielius gabrielle gagan gaia gail gaja gambo garech gareth
garima garreth garrett garry garvan gary gaspar gaurang gaurangi gaurav gauri gaurika gautam gautami gavan
gavin gayathri gbadebo gbolahan gbowoade geanina gearoid gediminas geetika gelu gemma genevieve gentiana
geoff geoffrey george georgel georgeta georgian georgiana georgina gerald geraldine gerard gerardine gerda
gerrard gertrude gethin ghaalib ghaazi ghaffaar ghafoor ghaith ghalib ghanee ghanem ghannam ghasaan ghauth
ghawth ghayoor ghazalan ghazanfar ghazanfer ghazawan ghazzal ghenadie gheorghe gheorghita gherghina ghita
ghiyaath ghiyath ghufran ghulaam ghulam ghunayn ghusharib ghusun ghutayf gianina gica gicu gideon giedre
giedrius gifty gil gillian gina gintare giorgian giorgiana girik girindra girish giselle glenda glenn glenys
gloria goda gohar goncalo gopal gordan gordon gosia gracie gracie-mae graeme graham grainne grania gratian
gratiana gratiela grayson greg gregorian gregory greta gretta grigore grzegorz guilherme gulab gulfaam
gulfam gulshan gulzar gunbir guneet guney gurpreet gustas gustavo gustaw gwen gwendolen gwendoline gwendolyn
gwyneth gytis habib habiba habibu hadiza hafeez hafsa hafsah hafsat hakeem haley halima hallie hamish
hamsini hamza hanif hanna hannabel hannah hanora haralamb haralambie hardik harinakshi harini haris harish
harita harlan harley harnail harold haroon harpreet harriet harris harrison harshil haruna harvey hassan
hattie hauwa hayden hayleigh hayley hazeem heidi helan helen helena helga hema hemang hemangini hemani
hendrix henrieta henrietta henrik henrique henry heracleea herbert hettie hilary hilda hillary hina hiral
hitesh hollie honora horace horatiu horea horia hortensia howard hredhaan hritik hubert hudson hugo hussain
hussein huzaifa iacob iain iancu ianis iara iasmina ibaad ibidapo ibironke ibraaheem ibraheem ibrahim idika
idrees idris ieremia iesa ieuan ieva ifeanyi ifechukwu ifeoma iftikhaar iftikhar ifunanya ignacy ignas igne
igor ihab ihsaan ihsan ihtesham ihtiram ihtishaam ihtsham ijaya ijli ikbal ikenna ikeoluwa ikhlaas ikraam
ikram ikramah ikrimah ikshita ilan ilarie ilarion ileana ilie ilinca ilona imani imaran imelda imogen imran
inaya inayah indali indira indrajit indre ines ineta inez inga ingrid ingrida inioluwa inocentiu ioan ioana
ioanina iolanda ionel ionela ionelia ionica ionut iosefina iosif iqbal iqra irene iretioluwa irfan iridenta
irina irinel irma irmantas irya iryna isaac isabel isabela isabella isabelle isaiah iseoluwa isha ishaan
ishani ishanvi ishaq ishita ishola ishwar isla ismael ismail isobel ita iulia iulian iuliana iuliu iurie
iustin iustina iustinian ivan iveta ivo ivona ivor iwan iwona iyabode iyadunni izaaz izabela izabele izzy
jaabir jaafar jaan jabbaar jabir jabr jacek jacinta jacintha jackie jackson jacob jacqueline jafar jaffer
jagat jagdish jagrati jagvi jahangir jahanzeb jahdami jahdari jahiz jahm jai jaiden jaime jairaj jake jakub
jalaal jalal jalees jalil jalsa jamaal jamal jameel james jamie jamie-lee jamie-leigh jamila jamshed jana
janaki janani jane janelle janet janeta janette janice janina janine januja janya jared jarlath jarleth
jarred jarrod jasmin jasmina jasmit jason jaspreet jatin javed jaxon jaxson jaya jayda jayde jayden jaydon
jayla jaylan jaylen jayne jeana jeanette jeanne jeannette jed jedrzej jeet jeevika jeff jeffrey jemima jemma
jen jena jenel jenifer jenna jenni jennifer jeremi jeremiah jeremy jermaine jermiah jerome jerzy jess
jessica jessie jett jhalak jill jillian jim jo-anne joan joana joanna joanne joao joaquim jocelyn jodie jody
joel joelle johanna johanne john john-paul johnathan johnny jokubas jolanta jolene jon jonah jonas jonathan
jonathon joni jonty joojo jordon jorge jorgie joris jorja jorune jory jose joseph josephine joshua josiah
josie jovita joyce jozef juan juanita judith judy julia julian juliana julianna julie julie-anne juliet
julieta juliette julita julius juliusz junaid juno juozas jurgita justas justin justina justinas justine
justyna juwon jyoti kaamil kaashif kaazim kabeer kabir kabiru kachela kacper kaden kafeel kain kaiser
kaitlin kaitlyn kaja kajetan kajji kajus kalbi kaleb kaleem kaleema kaley kali kalina kalpit kamal kamala
kamil kamila kamran kamya kane kara karaamat karam karan kareem karen karim karin karina karl karla karley
karol karolina karolis kasam kasey kashan kashif kashish kashvi kasia kasim kasper katarzyna kate katelyn
katharina katharine katherina katherine kathleen kathryn kathy katie katie-louise katrina katriona katy
kauthar kavita kavya kawkab kawthar kayden kaye kayla kaylee kayleigh kayode kaysan kazim kazimierz kealan
keanu keaton keegan keelan keeley keely keenan keeva keira keisha keith keji kelechi kellie kelly kelly-anne
kelly-marie kelsey kelvin kendall kendra kenneth kenny kenzi kenzie keri kerri kerrie kerry kestutis kev
kevim kevin keya keyaan khaalid khaan khadija khadijah khalid kiaan kian kiara kiaran kiera kieran kiernan
kieron kikelomo kilian killian kimberley kimberly kimora kingsley kipras kira kirby kirk kirsten kirstie
kirstin kirsty kizzy klara klay kobi koby kody kofi kojo kolawole kole konrad konstanty korede korey kori
kornel kornelia kornelija kory kosisochukwu kotryna krish krisha krishna kristian kristin kristina
kristopher kristupas kritika krystian krystyna krzysztof ksawery kujoe kuldeep kurt kurtis kwabena kwadwo
kwaku kwame kwamena kwasi kweku kwesi kyan kyara kyla kyle kylie kyran kyron laban labeeb labib lachlan
lacie lacramioara ladislau ladli laeeq lahiah laila laiq laith lajita lajlaj laksh lakshit lakshmi lana
laoise laqeet lara larisa larissa lateef latif latoya laura lauren laurence laurentia laurentiu laurian
laurie laurita laurynas lavanya lavinia lawrence lawrencia lawson layla layth lazar leah leana leandro
leanne leela leena leigh leila leja leke lekha lela lelia len lena lennon lenny lenore leon leona leonard
leonardo leone leonie leonor leonora leontin leontina leopoldina leordean lere leroy lesia lesley leslie
leticia leticija letitia levi lewis lexi lexie lia liam liana liaqat liban libby libni lica lidia liepa
ligia ligita lila lilah lili lilian liliana lillian lillie lilly-mae lily-mae lily-rose limazah lina linas
linda lindsay lindsey lioara lionel lipika lisa lisa-marie lisandro livia liviu liwia liyaaqat liyaqat liz
liza lloyd logan lohit lois lopa loraine lorcan loredana lorelei lorena lorenzo loretta loretto lorin lorna
lorraine louie louis louisa louise lourenco lowri loyola luana luay luca lucas lucentiu lucia lucian luciana
lucille lucinda lucretia lucretiu lucy ludmila ludo ludovic ludovica luis luisa luiza lukas lukasz luke
luminita luqmaan luqman lutf lutfi lydia lyla lyle lynda lyndon lyndsay lyndsey lynn lynne lynsey lyra
maahir maajid maalik maanas maanav maawiya maaz maazin mabad mabel macauley macey macie maciej mackenzie
macsen madalena madalin madalina madani maddison maddox madeline madhav madhavi madison madiyan madyan maeve
mafalda magdalena maggie magnus mahad mahaz mahbeer mahboob mahbub mahdee mahdi mahdy maheen maher mahfooz
mahfuj mahfuz mahika mahja mahmood mahmoud mahmud maia maighread maire mairead mairin mairtin maisie maisy
maja majd majdi majdy majeed majella majid makeen maks maksymilian malachi malachy malcolm malgorzata malia
malik malina mallory malvina malwina mamun manan manbir mandy manole manpreet mansoor mantas mante manthan
manuel manuela manya mara marc marcel marcela marcelina marcella marcheta marcia marcin marcio marco marcos
marcu marcus marek marese marga margaret margareta margarida margaux margery margot marguerite maria mariah
mariam marian mariana marianna marianne maricica marie marie-claire marija marika marilena marilyn marin
marinela mario marioara marion marissa mariuca marius mariusz marjorie markas marlene marley marlon marnie
maroof marshall marta martha martim martin martina martyn martynas marvin mary mary-ann maryam masood matas
matei mateus mateusz mathew matias matilda matilde matt matthew maud maura maureen maurice mauro maurycy
mavis maximilian maxine maya mckenzie meabh meaghan meda medeja meera megan megha meghan meghana mehmood
mehwish meibh mekhala melania melanie melina melinda melissa melvin merlin merryn mervin mervyn micael micah
miceal michael michaela michal micheal micheala michel michele michell michelle mickey mieszko migle miguel
mihaela mihai mihail mihnea mika mikolaj mila milana milda mildred milena millicent millie milosz mina
mindaugas minodora mioara mira mirabela miranda mircea mirela miriam miron mirona miruna misha mitali
mitchel mitchell mitesh mitica mitrut mizhir modupe mofifoluwa mohamed mohammad mohammed mohini mohsin moira
mojisola mojisoluwa mollie mona monalisa monica monika monique monty moradeke morag morayo morenike morgan
morolake morris mortimer mosinmileoluwa mosunmola motunrayo mourib moya moyosore mubarak mugdha mugur
mugurel muhallil muhammad muhazzim muireann mumtaz munir muriel murray murtaza musa mushtaq mustafa muzdahir
muzhir mya mykola myla myles mylo myra naadir naail naajy naasih naasir naathim naazhim nabeeh nabeel nabhan
nabigh nabih nabil nachiket nadeem nadhir nadia nadim nadine nadir nadr nadya naeem nafasat nafees nafesa
nafis naglis naiara naib naim naimh nair najair najam najeeb naksh nakul nancy nandini nansi naoimh naoise
naomh naomi narcis narcisa nasir nasiru nasreen nasrin natalia natalie natan nataniel natasa natasha natasza
nate nathan nathaniel naveed naveen nawaz nazir neal neasa nechifor ned nedas neel neelima neha nehemiah
neil neill nela nellie nelly nelson nelu nerijus neringa nessa netra nevaeh neville ngozi nia nial niall
niamh nichifor nichola nicholas nichole nico nicoara nicodim nicola nicolae nicolaie nicole nicoleta nicu
niculina niculita nicusor nicuta nidhi nidia nidra nigel nihal niharika nikita nikki nikodem nikolai nilima
nimakoah nimrat nina ninioluwa nirja nisha nitara nitesh niyilolawa nkiruka nnamdi nneka noah noah-james
noeleen noeline noelle noemi noirin nojus noleen nollaig nonso noor norah norbert noreen norica norman nuala
nuno nuria oakleigh oana obadiah obaid obanijesu obianuju obinna octav octavia octavian octaviana octaviu
odette odhran odika odin oeshi ofelia ogechi ogooluwa oisin ojas ojasvi okechukwu oksana oladare oladimeji
olaf olajumoke olakunle olanrewaju olansile olasunmbo oleksandr olena olga olgierd olimpia olimpian olimpiu
oliver olivia olivija oliviu oliwia oliwier ollie olly ololade oluchi olufunke olufunmilayo olumorotimi
oluwafemi oluwagbemiga oluwakemi oluwamumibori oluwamuyiwa oluwasanmi oluwasegun oluwaseun oluwatobi oluwole
olwen omair omaja omar omeir omisha omkaar omobobola omobolanle omodunni omolabake omolara omosalewa omotara
omotayo omotola omotoun omowumi omran omya oni onkar onveer onyinye oona oonagh ophelia oran oreofe orestas
orfhlaith orinder orla orlagh orlaigh orlaith orlando orna orson ortansa osama oscar osha osian oskar osman
ossama osunleke otilia otis ovidiu oviya owais owen oyenike oyindasola ozana ozioma ozzy padraic padraig
padraigh padraigin pahal paisley pallavi paloma pamela pamfil panagachie panait panini paraschiva parsa
parth parveen parvez pascal paschal patrice patricia patrick patru patryk paul paula paulette paulica
paulina pauline paulius paulo pauric pavani pavel pawel peadar peader pearce pearse pedro penelope percy
perla pervaiz pervez peter petra petras petre petrica petrina petrisor petronela petru petrut petruta phelim
phil philip philippa phillip phillipa philomena phoebe phyllis piaras pijus piotr pippa plesu pompilia
pompiliu pooja povilas pranav praneel pranit pratyush priscilla prisha priya profira przemyslaw puja pushti
qaadir qaasim qabeel qabil qadar qadeer qadi qadim qahtan qaim qais qamar qani qanit qareeb qarin qaseem
qasid qasif qasim qatadah qawee qay-yoom qays quadir qudamah quddoos qudoos quentin quinn qurban qusay qushi
qutaybah qutb qutub raaghib raagini raahil raakin raamis raamiz raashid raatib rabah rabar rabb rabbaanee
rabbani rabee rabi rabiah rabit rachael rachana rachel rachelle rachit rachita radeke radha radhee radhika
radi radoslaw radu raducu radvile raed raees rafael rafaela rafal rafan rafay rafe rafee rafeek rafeeq rafi
rafila rafiq raghav ragheb raghib rahat raheel raheem rahim rajata rajesh rajeshri rakeem raksha ralph
ralphie raluca raminta ramona ramsay ramunas ramune ranbir rani ranveer raphael raquel rares rashid rauf
raul ravi raya rayaan rayan raymond razvan reagan rebeca rebecca rebekah reda redmond reese reg regan reggie
regina reginald rehaan rekha relu remi remus remy rena renata renato renee reuben reva reyansh rhea rhian
rhianna rhianne rhiannon rhodri rhona rhonda rhys ria rian riaz rica ricardas ricardo richard ricky rico
ridhi rihanna riley rimante rishi rita riya rizwan roan robbie robert roberta robertas robertina robyn rocco
roderick rodger rodica rodney rodrigo roger rohaan rohan rohit roise roisin rojus rokas roksana roland
rolandas rolf romanita romeo romina romualdas romulus romy rona ronald ronan ronith ronke ronnie rosa
rosaleen rosalie rosalind rosalyn rosamund rosanna rosanne rosarie rosario roseanna roseanne roselyn
rosemarie rosemary rosie roslyn rossa roux rowena roxana roxanne roxelana roxie royce roza rozalia ruairi
ruari ruben rubina rudra rudy rugile rukhsana rupert ruqayya ruqayyah rushil rusne russell rusul ruta ruth
ruwaihim ruxanda ruxandra ryan ryder rylee ryszard ryte rytis sa'adatu saabir saad saadat saadiq saafir
saahir saaiq saajid saal saalih saalim saanvi saaqib saariyah sabah sabahat sabbir sabeeh sabil sabin sabina
sabiq sabir saboor sabrina sabur saburah sacha sachi sadan sadaqat sadeed sadie sadiq saeed safiya safta
saima sairah sajid saksham saleem salman salome salomea salomey salvador samaksh samama samanta samantha
samar samarth samesh samina samuel sana sanaya sanda sandra sandro sandu sani sanjay santiago sanya sanziana
saoirse saood sara sarah sarah-jane sarah-louise sarfraz sarthak sarunas sasha saskia sathvik saul saulius
saumya saundra sava saveta savina scot seamus sean sean-paul seana seanan seaneen seanna seb sebastian
sebastiao segilola segun selena selina semenica senan seona seosamh serban seren serena sergei sergio sergiu
seth severin severina seye shafiq shahid shakeel shakira shamsuddeen shanade shane shanelle shania shanice
shanna shannan shannen shannon sharna sharon shaun shauna shauneen shaurya shayla shazia shea sheamus sheela
sheelagh sheena shehu sheila shekoni shelley sheree shereen sheridan shiela shinead shirley shivani shivansh
shoaib shona shravya shreya sian sianne siddharth sidney sidonia sigita sijuade silas silvana silvia silvian
silviana silviu simao simas simi similoluwa simina simion simisola simona simonas simone simran sinead
sinica siobain sioban siobhain siobhan siofra siya skyla smaranda smilte sneha sofia sohail solomon somadina
somtochukwu sonia sonya sophia sophie sophie-louise soraia sorana soraya sorcha sorin sorina souma sowande
speranta stacey stana stanca stancu stanislaw stanley stefan stefana stefania stela stelian steliana steluta
stephanie stephen steve steven stewart stuart subomi sudiksha suhani suki suleman sumayya sumayyah
summer-rose sunil sunita suresh suri surinder susan susanna susannah susanne susie suzana suzanne svetlana
sybil sylvester sylvia sylwia szymon taahaa taahir taaj taalib taamir taanish taariq taban tabassum tabish
tabitha tadas tadeen tadeusz tadhg tafazal tahaw-wur tahawwur taheem tahir tahlia tahmaseb tahmeed tahmid
tahoor tahseen taial taimur taisir tajammal tajammul tajudinn tajus talal talat talha talhah talib tallulah
tamam tamanna tamara tammy tanay tania tanimu tanish tanmayi tanveer tanvi tanya tara tarak taran taras
tarfaan tariq tasha tatiana tautvydas tawkeel tayla teagan teea teerth tegan teigan tejas temi temidayo
temitope teodor teodora teodosia teofil teohari teona terence teresa terri tessa thaddeus thea thelma theo
theodor theodore theresa therese thomas tiago tiana tiarna tiarnan tiberia tiberiu tiegan tiernan tiffany
tillie timea timotei timothy tina tinca tincuta tirdad tishk titas titilayo titus tobi tobias tobiasz tobin
todor toki tokunbo tola tolulope toluwanimi toma tomas tomasz tommy-lee tomori toni tonicha tonya torin tory
tracie tracy traian travis treacy treasa trevor trina triona tripti trish tristan triveni triya trudy tudora
tudorita tudosia tunde turlough turvi tymon tymoteusz tyreece tyrell tyrese tyrik tyrone tyson ubaadah
ubadah ubaid ubaidah ubay ubayd ubaydullah ubika ucchal uche uchenna udant udarsh udyati ugne uhban ujunwa
ulfat ultan ulysses umaarah umair umang umar unnati unni upadhriti upasna upkaar upma urishilla urmi urrab
ursula urszula urvashi urvi usman utkarsh vahar vaida vaidas vaishnavi vakare vakris valentim valentin
valentina valeria valerie valeriu valter vamakshi vanesa vanessa vansha vanya varenya varsha varvara vasana
vasare vasatika vasco vasile vasilica vasudha veda vedant vedhika vejune velma venera veniamin vera vernon
veronica vicente vicentia vicentiu vicki vicky vida vidal vidhi vigilija vihaan vikki vikram viktorija
vilius vilte vinaya vince vincent vincentiu vincenzo vinnie violeta viorel viorela viorica viraj virginia
visarion vitalija vitor vitoria vivaan vivian viviana vivien vivienne vlad vladelina vladimir vlaicu
voichita voicu vrinda vrishti vritti vyanjana vytautas vyte waahid waail waajid wadee wadood wafa wafeeq
wafi wafiq wahab wahb wahban waheed wahhaab wahhaaj waida wakeeta wallace wanda waqar waqas warda warhi
warinder warjas wasim watika waylon wayne wazir wendy wesley whitney widisha wiktor wiktoria wilbur wilf
wilfred william willie wilson winifred winston wishi witold wojciech wriddhish wridesh wuraola wyatt xalak
xander xanthe xavier xenia xiti xobeen yaaseen yachana yadavi yadid yafi yafir yaghnam yagnesh yahvi yahya
yahyaa yaman yamar yameen yamini yaqeen yaqoob yaqoot yaqub yara yasaar yaseen yash yashasvi yashawini
yashem yashica yashoda yashodhara yashvi yasin yasir yasmin yasmine yasti yatan yathrib yatin yauvani yawar
yawer yazan yazeed yejide yeraz yergha yesoob yestin yetunde yewande yochana yolanda yoshita younis yousef
youssef yulia yureed yusuf yutika yuvraj yvette yvonne zaafir zaahid zaahir zaakir zabir zach zachary
zackariya zaeem zafar zafeer zafir zafrul zahaar zaharia zaheer zahi zahid zahir zahra zahri zahrun zahur
zaib zaid zain zainab zaitra zak zakariya zamfir zamfira zander zane zansi zara zarar zaraza zaria zarna
zashil zauqi zaweel zayan zayd zayn zayyan zayyir zbigniew zeeshan zehaan zelda zemyna zena zeno zenobia
zenovia zephaniah zerdad zewad ziggy zilmil zimran zina zinal zinnia zita zivile zoe zoey zofia zubair
zulfiqar zuri zuwayhir zuzanna zygimantas
""")

# Also an English word: a name when written with a capital inside a sentence, or after a word that introduces one.
DOUBTFUL = words("""
hope abigail ace ade alba albert alec alexandra ali amber ambrose amy andy angel aria ashley aurora ava bailey
barry basil bella ben beth bev bill billie billy blake blessing bobby bonnie brad brett brooke brooklyn
bruce carol carter cedric chelsea cherish cherry christian clare clement comfort constance coral crystal
daisy dale dan dawn dean demi destiny dev dexter dolly duncan ebony eden eli eve ezra faith fay faye fern
finn flora florence florin fran frank gaz gene georgia gilbert giles glen goldie grace grant gus guy harper
harry hazel heath heather heaven hector holly honey hugh hunter ian ida ike iona ira iris isa ivy jack jade
jasmine jax jay jean jenny jerry jesse jimmy jo joe joey jordan josh joy jude kai ken kim lacey lance lee
leo les lex liberty lilly lily lola lorne lottie luna mac mack mae marina mark mason maverick max maxim meg
mel melody mercy mia mick mike miles milo minnie molly myrtle nick noa noel nora norma nur oakley ola olive
otto paddy paige pam parker pat patience patsy pearl peggy penny perry pete phoenix pierce piers pixie polly
poppy precious princess quincy rae raj raven ray reece reef rex rick rio river rob robin rocky roman ron
rory rose ross rowan roy ruby rufus rune saffron sally sam scarlett scott serenity shay shelby sid sienna
simon sky skye sonny spencer stan star ste stella sue sunny tate taylor ted teddy terry tess tia tilly tim
toby tom tommy tony tori tracey trinity troy tudor tyler una uri vance venus verity victor victoria viola
violet viv wade walter warren will willow wolf wren zac zion
""")

# Also a month, a place or a common word: a name only after a word that introduces one ("mum June").
ONLY_INTRODUCED = words("""
adur america april arran art ashton asia august austin autumn avon barnet beverley cairo camden carlisle
chad chester china dakota dallas derby devon don geneva havana india islay israel jan july june kelso kent
kenya lancaster lincoln london major may montana page paris preston rainbow rasa regent rugby sahara
savannah selby severn stafford sterling summer sydney trent ward warwick wells whitby
""")
