"""The small words of some languages, and the letters of some scripts: enough to tell that a message is not in English.

A word that English messages of the field may hold as well ("on", "to", "me", "sa", "dim", names, abbreviations) is
left out. Words are folded; letters with marks may also stand without them, as people type on an English keyboard.
"""

from __future__ import annotations

from bot.understanding.tables import words

POLISH = words("""
    nie się sie jest że ze jestem czy proszę prosze dziecko dziecka dziecku boi bije nikt nic mnie jej jego ich oni
    ona co teraz mam mamy mama mamie tata matka ojciec robić robic zrobić zrobic wiem wie mówi mowi powiedział
    powiedziala powiedziała zamknęła zamkneli zamknęli sprawę sprawe opieka społeczna spoleczna pomoc pomocy
    potrzebuję potrzebuje bardzo pilne dziękuję dziekuje dzień dzien dobry domu dom szkole szkoła szkola
    przedszkolu pracuję pracuje lat ma na jak kiedy gdzie kto ktoś ktos mogę moge rozmawiać jako jestesmy jesteśmy
    nam ale już juz tylko był byl była byla są do od po przez dla ich odmówili odmowili odpowiada odbiera telefonu
    rozumiem zgadzam decyzją siniaki siniak pijany dziewczynka chłopiec chlopiec chłopca wczoraj dzisiaj dziś jutro
    i w z o martwię martwie polsku mi mu ją daje jeść gdzie kierownik sąsiad krzyczy córkę corke córka znowu czekam
    odpowiedz odpowiedź tygodnia tydzień sama sam babcia głodna glodna głodny chcę chce chciałabym porozmawiać
    pomóżcie pomozcie nikogo obchodzi ale bo więc wiec też tez
""")
ROMANIAN = words("""
    nu și si să este sunt eu ea el ei lor copilul copil copilului fetita fata băiat baiat băiatul tatăl tatal tata
    mama bate lovește frică frica acasă acasa ce fac să sa am ai are avem au refuzat cazul închis inchis asistența
    asistenta socială sociala nimeni raspunde răspunde ajutor nevoie trebuie foarte urgent acum ieri azi mâine
    maine știu stiu spune la o un de cu pe din că ca sau dar cine vorbeste vorbește romaneste românește decizia
    acord școala scoala scoală gradinita grădiniță lucrez ingrijorata îngrijorată îngrijorat multumesc mulțumesc
    buna bună ziua inteleg înțeleg îi ii il îl vânătăi vanatai beat ameninta ani am văzut vazut sunat raspuns
    răspuns venit problema spus treaba vreau vorbesc cineva romana unde pot raportez asta seara aseară aseara lovit
    rog ajutati ajutați astept aștept dosarul iar singur singura bunica bunicul flamanda flămândă murdara politica
    serviciile sociale copiii
""")
WELSH = words("""
    mae mae'r yw yw'r yn y yr i'r o'r a'r dw dwi i'n rwy'n dydy dydyn ddim dim nid hi'n fo'n maen nhw wedi ei eu
    gan gen beth pwy oes pam sut pryd ble ddylwn wneud gwneud nawr rwan rŵan plentyn plant fam tad mam adref
    cartref ysgol gynradd cymraeg siarad gwasanaethau cymdeithasol achos perygl poeni ofni ofn gweithio gweithiwr
    diolch bore da prynhawn cwestiwn cytuno penderfyniad angen arnaf arna gyda gwrthod gwrthododd ffôn ateb
    cleisiau breichiau brifo digwydd nesaf oed saith chwech pump gysylltu â â'r siwr siŵr babi sy'n mewn i am ar
    fawr un rhywun neb merch bachgen helpwch gwelwch yn dda os dydw deall aros wythnos eto nain taid hun hoffwn
    rhywun gallaf galla adrodd hyn dywedodd rheolwr cyfrifoldeb bod ar ferch llwgu chwarae teulu eisiau wedyn hefyd
    iawn croeso
""")
URDU = words("""
    hai hain hoon hun nahi nahin nahee kya kia kyun kaise mein mai mujhe mujhay mera meri mere woh wo usko uski
    uska us ko ke ki ka ne se par aur lekin bachay bachi bacha bache bachon baap maa ghar madad chahiye chahie raha
    rahi rahay kar karo karna karun karoon karti karta band diya gaya gayi gai jawab koi maarta marta maara mara
    dar darr khatre khatra aap aapki hum humein unhon unho inkar ab kab kahan bohat bahut pareshan zaroori zaruri
    yeh ye hota hoga samajh aa aayi aya jane jana kaha bolta bolti faisle faisla razi jism nishan wahan yahan
    shukriya meharbani de do di hi bhi kaam naam likhna sakte sakti sakta karke karein phir hafte intezar kal raat
    subah akeli akela gir bhooki bhooka baat chahti chahta kisi hamara hamari dadi dada walid walida larki larka
    meherbani hua hui tha thi
""")
SOMALI = words("""
    waa waan waxaan waxa waxay wuu way ma maya haa iyo ku ka u oo ayaa ayuu la inuu inay ilmaha ilmuhu ilmo
    carruurta aabaha aabuhu aabe hooyo hooyadii guriga guri dugsi dugsiga shaqeeyaa garaacaa garaacay baqayaa cidna
    telefoonka jawaabto jawaab caawimaad caawin baahanahay maxaan maxaa hadda diideen soomaali af hadashaa aado aan
    sameeyo sameeyaa garanayo fahmin gabadha gabadhu wiil wiilka jir toddoba mahadsanid kama yiri shaqadeena maaha
    aha xaggee baan karaa sheegi rabaa hadlo qof keligeed ayeeyo ayeeyadu gaajaysan tahay wuxuu waxay maamulaha
    caruurta sida waayo
""")
PORTUGUESE = words("""
    não nao sei fazer é está esta estou são sao eu ela ele eles elas uma um os as dos das da do na no nos em para
    com por que quê mas muito agora ontem hoje amanhã criança crianca menina menino pai mãe mae casa medo bate
    ninguém ninguem atende telefone preciso ajuda concordo decisão decisao deles recusaram trabalho escola
    preocupada preocupado anos tem alguém alguem fala português portugues obrigada obrigado serviços servicos
    sociais fecharam caso bom dia onde posso isto isso avó sozinha sozinho quero falar disse gerente fome suja
    porque também tambem você voce denunciar semana resposta
""")
SPANISH = words("""
    no sé se qué que hacer es está esta estoy son yo ella él ellos una un los las del de la el en para con por pero
    muy ahora ayer hoy mañana manana niño nino niña nina padre madre casa miedo pega nadie contesta teléfono
    telefono necesito ayuda acuerdo decisión negaron trabajo escuela guardería guarderia preocupada preocupado años
    anos tiene alguien habla español espanol gracias servicios sociales cerraron caso buenos días dias le al ir
    siete dónde donde puedo denunciar esto eso quiero hablar dijo gerente hambre sucia abuela sola solo porque
    también tambien usted semana respuesta estamos
""")
FRENCH = words("""
    je j'ai ne pas sais suis est c'est ils elle il nous vous une un les des du le la de en pour avec mais très tres
    quoi que qui maintenant hier aujourd'hui demain enfant l'enfant fille garçon garcon père pere mère mere maison
    peur frappe personne répond repond téléphone telephone besoin d'aide aide d'accord décision leur refusé refuse
    travaille dans école ecole inquiète inquiete ans quelqu'un parle français francais merci bonjour services
    sociaux ont fermé ferme dossier rentrer à au sept et faire où puis signaler cela ça veux parler dit faim sale
    seule seul grand-mère chef travail leur semaine réponse reponse parce aussi votre notre cette cet
""")

# English words, so that a message which holds them as well is taken for English.
ENGLISH = words("""
    the a an and or but of to in on at by for from with about is are was were be been has have had do does did done
    will would can could should i i'm i've im ive my me we our us you your he he's she she's they their them his
    her it its this that these those there here who what when where why how not no yes said says say told tell ask
    asked please child children mum dad social worker manager school police case risk referral refused closed again
    today tomorrow yesterday week now if so because as than then just only all any some more very still never need
    want think know get got going go went come came back home one two three care team lead stage policy date
    meeting help get got going go went come came back home one two three care team lead stage policy date meeting
    help am which whom being been inform form box tick late silly family minutes needed immediate danger visit call
    plan nothing feedback explanation reference box schools included urgent problema role baby boy girl man woman
    old son sale chef place note first second next last before after out up down off over into under same other
    both neither none nobody anyone good bad safe hurt worried sure maybe done did sent rang spoke wrote asked
    closed refuse refused way half quarter halfway
""")

LATIN = {
    "pl": POLISH,
    "ro": ROMANIAN,
    "cy": WELSH,
    "ur-latn": URDU,
    "so": SOMALI,
    "pt": PORTUGUESE,
    "es": SPANISH,
    "fr": FRENCH,
}

# The first and the last letter of a script, and letters that only other languages written in it have.
SCRIPTS = {
    "ar": ("\u0600", "\u06ff", ""),
    "bn": ("\u0980", "\u09ff", ""),
    "pa": ("\u0a00", "\u0a7f", ""),
    "uk": ("\u0400", "\u04ff", "ыэъёЫЭЪЁ"),
}
ONLY_URDU = "ٹڈڑںےہگچپکھیئ"
"""Letters of the Arabic script that Urdu has and Arabic has not."""
