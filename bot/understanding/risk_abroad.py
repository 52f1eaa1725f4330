"""A short list of plain danger words in languages that families and workers slip into: never a full reading.

A word of the first list is danger now; one of the second is a reason to ask.
"""

from __future__ import annotations

ALARM: dict[str, str] = {
    "Polish": r"""
        (?:ją|ja|go|mnie|nas|dziecko) bije;
        bije (?:ją|ja|go|mnie|dziecko|mamę|mame|nas); pomocy; ratunku; ma (?:nóż|noz); nie oddycha; dusi
        (?:ją|ja|go|mnie); zabije; zabić; zabic; chce się zabić; chce sie zabic; samobójstwo; samobojstwo;
        krwawi; gwałci; gwalci; nieprzytomn\w+; grozi (?:jej|mu|mi) (?:nożem|nozem|śmiercią|smiercia); w
        niebezpieczeństwie; w niebezpieczenstwie
    """,
    "Romanian": r"""
        o bate; îl bate; il bate; mă bate; ma bate; bate copilul; ajutor; are (?:un )?cuțit; are (?:un
        )?cutit; nu respiră; nu respira; o omoară; o omoara; vrea să (?:se omoare|moară|o omoare); vrea sa
        (?:se omoare|moara|o omoare); sângerează; sangereaza; sugrumă; sugruma; în pericol; in pericol;
        sinucid\w*; violat[ăa]?
    """,
    "Welsh": r"""
        mewn perygl; help[uw]ch fi; helpa fi; ddim yn anadlu; mae (?:o|e|ganddo|ganddi|gan) (?:\w+
        )?(?:g?yllell|cyllell); cyllell; yn (?:ei )?(?:b?wrw|taro|curo|guro) (?:hi|fe|fo|o|hi hi)?; lladd;
        hunanladd\w*; gwaedu; tagu
    """,
    "Urdu": r"""
        maar raha; mar raha; maar rahi; maarta hai; marta hai; maar dega; mar dega; maar dalega; jaan se
        maar\w*; madad (?:karo|karein|chahiye); bachao; chaku; chaaku; saans nahi; sans nahi; khudkushi; khud
        ?kushi; khoon (?:beh|nikal)\w*; gala (?:daba|ghont)\w*; zabardasti shaadi; مار رہا; مارتا ہے; مار دے
        گا; مدد; بچاؤ; چاقو; سانس نہیں; خودکشی; خون; خطرے میں; گلا
    """,
    "Arabic": """
        يضرب; ضربها; ضربه; سكين; لا يتنفس; لا تتنفس; سيقتل; يقتل; النجدة; ساعدوني; في خطر; انتحار; ينتحر; تنتحر;
        ينزف; تنزف
    """,
    "Bengali": "মারছে; মারধর; বাচ্চাকে মারে; ছুরি; শ্বাস নিচ্ছে না; মেরে ফেলবে; বাঁচাও; বিপদে; আত্মহত্যা; রক্ত",
    "Punjabi": "ਮਾਰਦਾ; ਮਾਰ ਰਿਹਾ; ਚਾਕੂ; ਸਾਹ ਨਹੀਂ; ਮਾਰ ਦੇਵੇਗਾ; ਬਚਾਓ; ਖ਼ਤਰੇ; ਖਤਰੇ; ਖ਼ੁਦਕੁਸ਼ੀ; ਖੁਦਕੁਸ਼ੀ; ਖ਼ੂਨ; ਖੂਨ",
    "Somali": r"""
        wuu garaac\w*; garaacayaa; garaacay; mindi; ma neefsan\w*; wuu dil\w*; dilayaa; khatar; i caawi\w*; is dil\w*;
        dhiig\w*
    """,
    "Ukrainian": r"""
        б['ʼ’]є; бьє; з ножем; ножем; має ніж; не дихає; вб['ʼ’]є; вбити; допоможіть; [ву] небезпеці; самогубств\w*;
        кровотеч\w*; стікає кров\w*; душить; зґвалтув\w*
    """,
    "Portuguese": r"""
        bate (?:na|no|nela|nele|em); bateu (?:na|no|nela|nele); (?:tem|com) uma faca; n[ãa]o respira;
        vai (?:me |a |o )?matar; socorro; em perigo; sangrando; a sangrar; suic[ií]dio; se matar; estupr\w+
    """,
    "Spanish": r"""
        (?:la|le|lo|me) peg[aó]; pega (?:al|a la); cuchillo; no respira; va a matar\w*; socorro; auxilio; en peligro;
        sangrando; suicid(?:io|arse); matarse; violad[ao]
    """,
    "French": r"""
        (?:la|le|me|il|elle|père|pere) (?:la |le |me )?frappe; frappe (?:l'enfant|le|la|son|sa|mon|ma); (?:a|un)
        couteau;
        ne respire (?:pas|plus); va (?:la|le|me) tuer; au secours; en danger; saigne; se (?:tuer|suicider); viol[ée]e
    """,
}
ASK: dict[str, str] = {
    "Polish": r"""
        boi się; boi sie; siniak\w*; przemoc\w*; bije; krzywdzi; głodn\w+; glodn\w+; molest\w+ (?:ją|ja|go);
        niebezpiecz\w+; pijany; uderzył\w*; uderzyl\w*
    """,
    "Romanian": r"""
        îi e frică; ii e frica; vânăt\w*; vanat[aă]i; violen[țt]\w*; bătut\w*; batut[aă]?; lovit\w*; pericol;
        abuz\w*; flămând\w*; beat criț[ăa]
    """,
    "Welsh": r"""
        ofnus; ofn; cleisi\w*; trais; camdrin; cam-drin; perygl; anaf\w*; brifo; peryglus
    """,
    "Urdu": """
        dar (?:rahi|raha|lagta); chot; tashaddud; zulm; peet(?:ta|ti|a); khatra; khatre; ڈر; چوٹ; تشدد; ظلم;
        خطرہ
    """,
}
