"""Family names common in Britain, for masking: they carry a given name on, and give an unknown one away.

Partly gathered from the name lists of the Faker project (MIT licence).
"""

from __future__ import annotations

from bot.understanding.tables import words

# Family names that are no other word.
SURNAMES = words("""
abbott abdi adams adebayo adeleke adeyemi agyeman ahmed akhtar alexander ali allan allen anderson andrews
appiah arkwright armstrong arnold asante ashraf ashton aslam atkins atkinson austin aziz bailey bains bakare
baldwin balogun bangura banks barlow barnes barnett barrett bartlett barton bates baxter beddoes begum
bennett benson bentley bevan bhatt bhatti bibi blackburn boateng bolton bowen boyle bradley bradshaw brady
brennan briggs brookes brooks browne bruce bryan bryant buckley burke burns burrows byrne cameron campbell
carey carroll cartwright chadwick chambers chan charlton chaudhary chaudhry chen chopra choudhury chowdhury
ciobanu clark clarke clayton clements coates coleman coles collins connolly connor constantin conteh conway
cooke costa cox craig crawford cunningham curtis dabrowska dabrowski daly daniels davey davidson davies
davis davison dawson demir dennis desai dhillon diallo dickinson dixon dobson doherty donnelly douglas doyle
duffy dumitru duncan dunn edwards elliott ellis entwistle evans eze farah farrell faulkner ferguson
fernandes ferreira fitzgerald fleming fletcher florea flynn forster francis fraser french gallagher garcia
gardiner gardner george gheorghe gibbons gibbs gibson gilbert giles goddard godfrey gonzalez goodwin gordon
gough gould grabowski gregory grewal griffin griffiths gupta hamilton hammond hancock hanson harding
hargreaves harris harrison hartley harvey hassan hawkins hayes haynes henderson herbert hewitt hicks
higginbottom higgins hilton hobbs hodgson holland holloway holmes hooper hopkins horton horvath hossain
houghton howard howarth howe howell howells hudson hughes humphreys humphries hunter hurst hussain
hutchinson hyde ingram ionescu iqbal islam ivanov jackson james jamieson jarvis javed jenkins jennings john
johnson johnston jones joshi joyce kamara kaminska kaminski kapoor kaur kay kelly kemp kennedy kerr khan
kirby knowles kovacs kowalczyk kowalska kowalski kozlowski krawczyk kumar lambert lau lawrence lawson leach
leonard lewandowska lewandowski lewis lloyd lowe lucas lynch lyons macdonald mahmood malik mann marsden
marshall martin matei matthews mazur mcallister mcbride mccabe mccarthy mcdonald mcgrath mcintyre mckenzie
mclean mcnally mehta mellor menon mensah metcalfe miah middleton miles mills mirza mistry mitchell mohamed
moore moran morgan morley morris morrison morton munteanu murphy murray myers nair nash nawaz naylor nelson
newman newton nguyen nicholls nicholson nixon nolan norman norris norton nowak nwosu o'brien o'connor
o'donnell o'hara o'neill o'reilly o'sullivan obi ogunleye okafor okonkwo okoro oliver ollerenshaw osborne
osei osman owen owens owusu parkes parkin parkinson parry parsons patel paterson patterson payne pearce
pearson pereira perkins peters petrov phillips pickering piotrowski pollard poole popa popescu potts powell
pratt preston pritchard probert pugh quinn qureshi radu rahman ramsbottom randall rao rashid raza reddy rees
reeves reid reynolds rhodes richards richardson riley roberts robertson robinson robson rodriguez rogers
ross rowe rowley russell rusu ryan saleem sanders sanderson sandhu santos saunders schofield scott sesay
shah sharma sharpe sheikh sheppard siddiqui sidhu silva simmons simpson sims sinclair singh slater smith
spencer stan stanley steele stephens stephenson stevens stevenson stewart stoica stokes storey sullivan
summers sutton sykes szymanski talbot taylor thomas thompson thomson thornton thorpe todd tomlinson townsend
tran tucker turnbull turner tyler uddin vaughan verma vincent wainwright wallace wallis walsh walters walton
wang warren warsame waters watkins watson watts webb webster welch wells weston whitaker whitehead
whitehouse whittaker wilkins wilkinson williams williamson willis wilson wisniewska wisniewski wojcik wong
woods woodward wozniak wright wyatt yates yilmaz younis yousaf yusuf zaman zhang zielinska zielinski
""")

# Family names that are also words: only beside a given name, written with a capital.
WORD_SURNAMES = words("""
archer baker ball barber barker barry bell berry birch bird bishop black blake bond booth bray brown bull
burgess burton butcher butler butt carpenter carr carter chamberlain chandler chapman cole collier cook
cooper cross dale day dean dodd dyer farmer field finch fisher ford foster fowler fox franklin freeman frost
fry fuller garner gill glover graham grant gray green greenwood hale hall hardy harper hart hayward heath
henry hill holden holt hope hunt jordan kent king kirk knight lamb lane law lee lees li little long lord
manning marsh mason may miller moss noble north page palmer parker peacock perry pope porter potter power
price read reed rice rose savage sharp shaw shepherd short skinner smart stone swift wade walker wall ward
warner west wheeler white winter wood young
""")
