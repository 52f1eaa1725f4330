"""The words of the field, in tables: who people are, which agency they belong to, whom one can speak to.

Each entry is a phrase in lower case (a small pattern where the form varies). Add a word here, not in code.
"""

from __future__ import annotations

CHILD = {
    3: """
        child; children; kids?; bab(?:y|ies); toddlers?; infants?; newborn; unborn; pupils?; young person;
        young people; yp; teen(?:ager)?s?; adolescent; little (?:one|boy|girl); schoolboy; schoolgirl;
        youngsters?; bairn; minors?; under ?18; under ?5s?; siblings?; foster carers?
    """,
    2: """
        boys?; girls?; sons?; daughters?; lads?; lass(?:es)?; grand(?:son|daughter|child|children); nephews?;
        nieces?; year (?:[1-9]|1[0-3]); y(?:ea)?r ?(?:[1-9]|1[0-3]); reception class; in reception; stepson;
        stepdaughter; foster(?:ed)? child
    """,
    1: """
        students?(?! (?:nurse|midwife|social|teacher|health|doctor|paramedic|sw|hv|psych)); nursery; school;
        preschool; cin; cp plan; child protection; looked after; lac; iro; health visitor; midwife;
        children's (?:services|social care); childrens (?:services|social care); early help; section 47; s47;
        section 17; s17; foster; fostering
    """,
}
ADULT = {
    3: """
        adults?(?! (?:mental|psych|ward|team|inpatient|community)); elderly; pensioner; older (?:person|man|woman|
        lady|people); old (?:man|woman|lady|gentleman); care home; nursing home; residents?; adult at risk;
        vulnerable adult; dementia; care act; section 42; s ?42; supported living; service users?; day centre;
        home care; domiciliary
    """,
    2: """
        gentleman; tenants?; carers?; her husband; his wife; mental capacity; pressure (?:sores?|ulcers?);
        self-neglect; self neglect; hoarding; rough sleeper; adult (?:social care|services|safeguarding); asc;
        best interests; dols
    """,
    1: """
        patients?; clients?; lady; man; woman; ward; cuckoo(?:ed|ing); next of kin; district nurse
    """,
}

# Agencies by the words for their people and places. The order breaks ties: the more telling first.
AGENCIES: dict[str, str] = {
    "early_years": """
        nurser(?:y|ies); nursery (?:manager|nurse|worker|practitioner|teacher); childminder; pre-?school;
        early years; playgroup; children's centre; key ?person; eyfs; family hub
    """,
    "education": """
        school; primary; secondary; teacher; head ?teacher; head of year; deputy head; college; academy;
        sendco; senco; teaching assistant; ta; education welfare officer; ewo; pastoral (?:lead|manager);
        school dsl; sixth form; tutor; lecturer; educational psychologist
    """,
    "health": """
        health visitor; hv; gp; doctor; nurse; midwi(?:fe|ves|fery); paediatrician; hospital; ward; a ?& ?e; a
        and e; camhs; health; nhs; consultant; ambulance; paramedic; school nurse; district nurse; mental
        health (?:team|trust|nurse|worker); crisis team; psychiatrist; surgery; practice nurse; icb; cmht;
        physio(?:therapist)?; occupational therapist; speech and language(?: therapist)?; salt; dentist;
        pharmacist; therapist; sexual health; named nurse; clinic; discharge team
    """,
    "police": """
        police; police officer; pc; dc; officers?; sergeant; inspector; detective; ppu; pvp; constable; pcso;
        cid; protecting vulnerable people
    """,
    "social_care": """
        social care; social services; adult safeguarding; adults' social care; social workers?; sw; asw; mash;
        front door; family connect; children's services; childrens services; children services; adult
        services; csc; asc; duty team; edt; emergency duty team; hub; council; local authority; la; iro;
        independent reviewing officer; early help; family support(?: worker)?; lado; assessment team; referral
        and assessment; safeguarding hub; the authority; contact centre; conference chair; first response;
        multi-agency safeguarding hub; adult social care
    """,
    "housing": """
        housing(?: officer| association| team)?; housing trust; landlord; homelessness team; homeless team;
        tenancy officer; hostel; supported accommodation
    """,
    "probation": """
        probation(?: officer)?; offender manager; yot; youth offending(?: team)?; yjs; youth justice; prison
    """,
    "voluntary": """
        charity; refuge; idva; women's aid; womens aid; barnardo'?s; nspcc; home-?start; youth worker;
        volunteer; voluntary sector; third sector; food ?bank; mentor; domestic abuse (?:service|worker);
        church; faith (?:group|leader); advocate; action for children; age uk; citizens advice
    """,
    "other": """
        cafcass; solicitor; court; fire service; firefighter; immigration; home office; dwp; care provider
    """,
}

# Whom one can take a disagreement to, by level; the most telling words of a level first.
# What the words in angle brackets stand for.
STAND_FOR = {
    "own": r"(?:my|our|the school's|the nursery's)",
    "theirs": r"(?:their|her|his|the (?:social worker|sw|hv|health visitor|other (?:agency|side|team))'?s)",
}
LEVELS: dict[str, str] = {
    "partnership": """
        (?:the )?(?:safeguarding )?partnership(?: manager| board| executive| business (?:manager|unit))?;
        (?:escalation )?panel; (?:the )?(?:safeguarding )?board(?: manager)?; independent (?:chair|
        scrutineer); scrutineer; lscp; lscb; twsp; gscp; cpscp; wscb; safeguarding adults board; sab; board's
        chair; exec(?:utive)?
    """,
    "director": """
        (?:assistant |deputy |associate |strategic )?directors?; dcs; dass; chief (?:nurse|exec(?:utive)?|
        officer|constable)
    """,
    "senior_manager": r"""
        (?:the )?heads? of (?:service|safeguarding|children'?s|adults?|operations|nursing|department)s?; hos;
        service (?:managers?|leads?); senior (?:managers?|managements?|leaders?); operation(?:s|al) managers?;
        group managers?; area managers?; regional managers?; superintendent; chief inspector; detective
        inspector; dci; tier 3 manager; head of \w+; strategic leads?; senior leadership
    """,
    "line_manager": """
        <theirs> (?:team |line |duty )?(?:managers?|boss|supervisor|team leader|sergeant|lead); team
        managers?; assistant team manager; atm; practice managers?; duty manager; both (?:our )?managers; the
        managers?; (?:two|our|line) managers; managers; (?:mash|social care|sw'?s|social worker'?s?|police|
        camhs|ward) managers?; manager to manager; managers? (?:on|from) the other side; line manager to line
        manager; (?:the )?sergeant; tm; (?:the )?team leader; (?:an)?other manager; manager; managers'
        meeting; matron
    """,
    "consult": r"""
        <own> (?:\w+ )?(?:line |team )?(?:managers?|boss|supervisor|head(?: ?teacher)?|team leader|lead|
        deputy|matron); <own> (?:\w+ )?(?:dsl|ddsl|dsp|safeguarding (?:lead|team|nurse|officer|person|
        manager)); dsl; ddsl; designated (?:safeguarding )?lead; safeguarding lead; named (?:nurse|gp|doctor|
        midwife|professional|lead); designated (?:nurse|doctor|professional); supervision; safeguarding
        supervis(?:or|ion); the head ?teacher; the head(?! of); line manager; (?:my|our) own (?:line
        )?manager; safeguarding advis[eo]r; (?:my|our) colleagues?; in-?house safeguarding
    """,
    "practitioner": """
        social workers?; sw; asw; case ?worker; allocated worker; (?:the|their|other|her|his) worker; duty
        worker; duty; duty team; duty (?:social worker|sw); mash(?: worker| team)?; front door; hub; family
        connect; social care; social services; adult safeguarding; adults' social care; children'?s services;
        adult services; adult social care; health visitor; hv; gp; police officer; officer; pc; dc; police;
        camhs(?: worker| team| clinician)?; consultant; paediatrician; the nurse; midwife; iro; opposite
        number; other (?:practitioner|agency|professional|side); the practitioner; the teacher; (?:the
        )?school; key ?worker; housing officer; probation officer; (?:the )?hospital; the ward; early help(?:
        worker)?; family support worker; psychiatrist; edt; first response; their dsl; conference chair; the
        doctor; assessing officer; csc; asc; council; local authority; person who (?:made|took) the decision;
        decision maker; counterpart
    """,
}
