"""Family names common in Britain, for masking: they carry a given name on, and give an unknown one away.

Partly gathered from the name lists of the Faker project (MIT licence).
"""

from __future__ import annotations

from bot.understanding.tables import words

# Family names that are no other word.
SURNAMES = words("""
abbott abdi adams adebayo adeleke adeyemi agyeman ahmed akhtar alexander ali allen anderson andrews appiah
arkwright armstrong arnold asante ashton aslam atkins atkinson austin aziz bains bakare baldwin balogun
bangura banks barnes barnett barrett bartlett bates beddoes bennett benson bentley bevan bhatt bhatti
blackburn boateng bolton bowen boyle bradley bradshaw brady brennan briggs brookes brooks browne bruce bryan
bryant buckley burns burrows byrne cameron campbell carey carroll chadwick chambers chan charlton chaudhary
chaudhry chen chopra choudhury chowdhury ciobanu clarke clayton clements coates coleman coles connolly
connor constantin conteh conway cooke craig crawford cunningham curtis dabrowska dabrowski daly daniels
davey davidson davies davis davison dawson demir dennis desai dhillon diallo dickinson dixon doherty
donnelly douglas doyle duffy dumitru duncan dunn edwards elliott ellis entwistle evans eze farah farrell
faulkner ferguson fernandes ferreira fitzgerald fleming florea flynn forster francis fraser french gallagher
garcia gardiner gardner george gheorghe gibbons gibbs gibson giles godfrey gonzalez goodwin gordon gough
gould grabowski gregory grewal griffiths gupta hamilton hammond hancock hanson harding hargreaves harris
harrison hartley harvey hassan hawkins hayes haynes henderson herbert hewitt hicks higginbottom higgins
hilton hobbs hodgson holland holloway holmes hopkins horton horvath hossain houghton howard howarth howell
howells hudson hughes humphreys humphries hunter hussain hutchinson hyde ingram ionescu iqbal islam ivanov
jackson james jamieson jarvis javed jenkins jennings john johnson johnston jones joyce kamara kaminska
kaminski kapoor kaur kennedy kerr kirby knowles kovacs kowalczyk kowalska kowalski kozlowski krawczyk kumar
lau lawrence lawson leonard lewandowska lewandowski lloyd lowe lucas lyons macdonald mahmood mann marsden
marshall matei matthews mazur mcallister mcbride mccabe mccarthy mcdonald mcgrath mcintyre mckenzie mclean
mcnally mehta mellor menon mensah metcalfe miah middleton miles mills mitchell mohamed moore moran morley
morrison morton munteanu murray myers nair nawaz naylor newman nguyen nicholls nicholson nixon nolan norris
norton nowak nwosu o'brien o'connor o'donnell o'hara o'neill o'reilly o'sullivan ogunleye okafor okonkwo
okoro oliver ollerenshaw osborne osei osman owen owens owusu parkes parkinson parsons paterson patterson
payne pearce pearson perkins peters petrov phillips piotrowski poole popa popescu potts powell pratt preston
pritchard probert quinn qureshi radu rahman ramsbottom randall rao rashid raza rees reeves reid reynolds
rhodes richards richardson roberts robertson robinson robson rodriguez rogers rowe rowley russell rusu ryan
saleem sanderson sandhu santos schofield scott sesay sharma sharpe sheikh sheppard siddiqui sidhu simmons
simpson sims sinclair stan stanley steele stephens stephenson stevens stevenson stewart stoica stokes storey
sullivan summers sutton sykes szymanski taylor thomas thompson thomson thornton thorpe todd tomlinson
townsend tran turnbull tyler uddin vaughan verma wallace wallis walters walton warsame waters watkins watson
watts webb welch wells weston whitaker whitehouse whittaker wilkins wilkinson williams williamson willis
wilson wisniewska wisniewski wojcik woods wozniak wyatt yates yilmaz younis yousaf yusuf zhang zielinska
zielinski
""")

# Family names that are also words: only beside a given name, written with a capital.
WORD_SURNAMES = words("""
allan archer ashraf bailey baker ball barber barker barlow barry barton baxter begum bell berry bibi birch
bird bishop black blake bond booth bray brown bull burgess burke burton butcher butler butt carpenter carr
carter cartwright chamberlain chandler chapman clark cole collier collins cook cooper costa cox cross dale
day dean dobson dodd dyer farmer field finch fisher fletcher ford foster fowler fox franklin freeman frost
fry fuller garner gilbert gill glover goddard graham grant gray green greenwood griffin hale hall hardy
harper hart hayward heath henry hill holden holt hooper hope howe hunt hurst jordan joshi kay kelly kemp
kent khan king kirk knight lamb lambert lane law leach lee lees lewis li little long lord lynch malik
manning marsh martin mason may miller mirza mistry morgan morris moss murphy nash nelson newton noble norman
north obi page palmer parker parkin parry patel peacock pereira perry pickering pollard pope porter potter
power price pugh read reddy reed rice riley rose ross sanders saunders savage shah sharp shaw shepherd short
silva singh skinner slater smart smith spencer stone swift talbot tucker turner vincent wade wainwright
walker wall walsh wang ward warner warren webster west wheeler white whitehead winter wong wood woodward
wright young zaman
""")
