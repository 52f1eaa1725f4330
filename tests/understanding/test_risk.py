"""The first safety net: danger said in plain words, and everyday words that only sound like it."""

from __future__ import annotations

import pytest

from bot.understanding.risk import screen

ALARM = """
he's outside the school now
she says he hurts her at night and dad's picking her up at 3
dad has strangled mum and he's still in the house
he has a knife
she has taken an overdose
he's hitting her right now
the baby is not breathing
kids are home alone
she's gone missing
carer is hitting him
he's locked her in the bedroom
she's had no food for three days
he's set fire to the curtains
she wants to kill herself tonight
he says he's going to kill her
she is going home to him this afternoon and he beat her last night
He told me dad hits him. Dad is picking him up at 3.
mum turned up drunk to collect him and he's scared of her
hospital are discharging him today to the son who hits him
they've sent him home, he's got fresh bruises
I can hear screaming upstairs
she's on the bridge
she's got a flight to pakistan tomorrow, forced marriage
his hands were round her throat this morning
not safe tonight
she is in immediate danger
he's outside banging on the door
the 3 year old has been left on his own all night
no insulin since yesterday
resident found on floor, carers haven't been for two days
baby has bruises, non mobile
i think she's being trafficked
bije ją teraz
mąż ma nóż
nu respira copilul
mae hi mewn perygl
wo usko maar raha hai
وہ اسے مار رہا ہے
she's bleeding
dad's threatening to stab mum
he won't let her leave the house
someone is trying to break into the refuge
she's cutting herself in the toilets
The boy is refusing to go home, says stepdad will kill him
I've got a mum here in reception with a split lip and her ex is in the car park
child has just disclosed her uncle touches her, she lives with him and goes home at 3.15
we think the baby has been shaken
she's 82, her son has her locked in her room and won't let the carers in
elderly gentleman, no food in the house, not eaten for days and confused
pupil has gone missing from school, last seen with an older man
he has got hold of the tablets and taken the lot
mum says she is going to jump
my client just texted goodbye
dad is on his way to school now and he's drunk
the 5 yr old said daddy puts his hands round mummys neck, theyre going home together in half an hour
She's come in with a black eye and he's waiting outside for her
toddler has burns on his legs and mum won't take him to hospital
14 yr old on a ledge
he's threatening her with a knife
there's a fire in the flat and the kids are inside
they're discharging her tonight back to the husband who broke her arm
he has smashed the house up and the kids are upstairs
there are 3 children under 5 in the house and no adult
carer just slapped him, I saw it
sexual assault happening at the placement
he's just been stabbed
the child isn't safe where he is tonight
Mum is psychotic and alone with a newborn
overdose half an hour ago
she said she wants to end it
he is going to hurt them
her brother is going to take her abroad to be married on saturday
nobody has seen the children for a week and the house is empty
resident has grade 4 pressure sores and staff are refusing to call a doctor
SOMEONE IS TRYING TO TAKE A CHILD FROM THE NURSERY
girl in the toilets says she has swallowed a load of paracetamol
he's self harming now
she cant breathe
dont send her home hes there
dad not allowed contact but has turned up and taken him
perpetrator is back in the home tonight
i'm scared he'll kill her
she rang me crying saying he is hurting her
client says voices are telling him to stab his mum
there's blood everywhere
baby found face down, grey and floppy
the little boy has been hit with a belt this morning
he hits her every day
they won't act and she's going back to him tonight
she has cut her wrists
mother threatening to kill herself and the baby
foster carer says he's run off
15yo not come home since yesterday, exploited by older males
he is beating mum up as we speak
he just hit the baby
is he suicidal? I don't know
Just had a call, 6 year old says mum's boyfriend burns him with cigarettes and he's at home with him now
Can't wait for stage 2, he's been released and he's at her door
she has a rope and says she's going to do it tonight
the baby is floppy and mum says dad shook him
nephew is withholding her insulin
he's smashed her phone and won't let her out
they have left a 2 year old in the car
vulnerable lady wandering the street in her nightie
his carer is drunk and driving him to the day centre
he is armed
she text saying help me he's going to kill me
Her dad has just turned up, he's the one who raped her
little one has been sick since swallowing her mum's methadone
mum high on crack with the kids in the house
I'm with a girl who says she'll be killed if she goes home
teenager says he has a gun and is going to school tomorrow
the house is on fire
patient is being starved by her family
she's been punched in the face this morning and is going back there after school
there's a strong smell of gas and he says he'll light it
he's dangling the baby out of the window
she keeps passing out
he's not breathing properly
dad is kicking off outside the gates
they are being held against their will
dziecko nie oddycha
el is hitting her
help she is being attacked
he's strangling her
i think he's going to do something to the kids tonight
no one has fed the baby since yesterday
tried to hang herself in the ward toilet
boyfriend has just battered her
"""
ASK = """
she disclosed that dad hit her last year
he hit her last month
there is a bruise on his arm
they closed it although she has self harmed before
he is not in immediate danger
no immediate risk, she is at school
what if he has a knife
she was missing last week but has been found safe
police attended and he's in custody, he strangled her
history of domestic abuse
he used to hit her
boi się ojca
if he goes home he could be killed
she self-harms
dad has a history of violence
there was a knife incident last year
mum disclosed dv, police have arrested him
bruise on his cheek, social care say NFA
he has been exploited by a gang
she said in 2019 he raped her
the overdose was in March, CAMHS have discharged her
she was hit by her dad three years ago
he's hit her before
there were bruises in September
nobody is in danger at the moment
she isn't suicidal
mum has fled to a refuge with the kids, she's safe
in the past he strangled her
what if she's hurt again?
concerns about neglect and domestic abuse
the child disclosed sexual abuse last year and police NFA'd
"""
NOT_ALARM = """
they say it's not significant harm
risk assessment is out of date
child protection plan ended
he's on a CP plan for neglect
domestic abuse in the home but they say no further action
historical concerns only
should I ring 101 or 999?
police found her safe and well
they say there is no risk
the risk has gone
threshold for significant harm not met
what should I do if a child is in immediate danger?
domestic abuse case closed by social care
neglect case, closed
sexual abuse allegation NFA'd by police
they don't think she is at risk
he was arrested last night and is in custody
"""
NONE = """
what does the policy say about immediate risk?
I'm dying for a coffee
killing time before the meeting
she hit the roof when I told her
what's the deadline
knife crime workshop on Tuesday
they closed the case
it doesn't meet threshold
who do I speak to next
hello
thanks, that's great
which stage are we at
social worker won't return my calls
I'm missing the minutes
hit a brick wall with the MASH
can you tell me what counts as immediate danger in the policy?
this paperwork is killing me
I'll shoot them an email
their manager threatened to complain about me
I want to escalate
no reply for two weeks
how long do they have to respond
nothing has happened since the conference
I've been left on my own with this
the form is missing an appendix
we had a heated discussion with the team manager
I'm at the end of my tether
it falls under thresholds
social care discharged their duty
what are the timescales at stage 2?
the team manager is on annual leave
I spoke to her today
she's a head teacher in Warrington
she was collected by the taxi
CAMHS discharged him today
the meeting is at 3
my manager is at home today
the health visitor is going home
what happens if there's no agreement at stage 3?
who is the LADO
we disagree on the level of need
the conference was cancelled
I missed the deadline
the case has been closed without a visit
they've stepped it down to CIN
no one tells us anything
nobody has rung me back
what does section 47 mean
can I skip stage 1
I'd kill for a reply from the MASH
I'm bleeding money on parking
team manager went mad at me
how do I escalate to the panel
it blew up in the meeting
fire alarm went off during the conference
I've hit send
they shot down my idea
he's on leave till Monday
mum didn't attend the meeting
school said they were not invited to core group
can I get a copy of the form
the GP won't share information
yes
no
not sure
Telford
14/10/2026
the social worker
my manager is out of the office today
I'll be at home tomorrow if they ring
social worker is coming here at 3
the health visitor is outside the building
they've left it with us
they have no capacity
we need help with thresholds
help
help me understand stage 2
urgent: what's the timescale
is it an emergency if they don't reply?
going home now, will look tomorrow
how long is the timescale when a child is at immediate risk?
I'm on my way to the meeting
the plan is not progressing
they refuse to let us in the meeting
they're not letting us see the minutes
he refused to leave the meeting
she won't let me speak
no food bank vouchers left
I feel like I'm going to die of boredom with these forms
she's a killer negotiator
risk of harm matrix
what is the definition of significant harm
he is emergency duty team
the child is at home and doing well
no one is at the front door team
I haven't eaten all day lol
been trying to get in touch for days
left a message, not heard back
they've gone quiet
the file is missing
fire safety training
she is alone in thinking this
I was attacked in the meeting for raising it
our relationship with the MASH is toxic
they've killed off the service
what happens at stage 4
they said no again
I've hit my limit with the MASH
can we go straight to the panel
how do I word the email
social worker hung up on me
who's the named nurse
they've dropped the case
they shut the case down
he's leaving the team
meeting was a disaster
I'm fuming
they're dragging their feet
we had a row
she's off sick
it's been 10 days
I can't find the form
the social worker has left
the case has been sat with them
can't get a straight answer
I'm so tired of this
thank you
start again
delete what I told you
what is Waymark
the GP surgery is closed today
they've cut the service
mum is happy with the plan
he's doing well at school
it's about a child in need plan
parents separated and contact dispute
LA say we should lead
I want to challenge the decision
we don't agree on the level of risk
"""


@pytest.mark.parametrize("text", ALARM.strip().splitlines())
def test_danger_now_is_an_alarm(text: str) -> None:
    assert screen(text).level == "alarm"


@pytest.mark.parametrize("text", ASK.strip().splitlines())
def test_harm_that_is_denied_past_supposed_or_over_is_asked_about(text: str) -> None:
    assert screen(text).level == "ask"


@pytest.mark.parametrize("text", NOT_ALARM.strip().splitlines())
def test_an_old_or_general_harm_is_no_alarm(text: str) -> None:
    assert screen(text).level != "alarm"


@pytest.mark.parametrize("text", NONE.strip().splitlines())
def test_everyday_words_and_questions_about_a_policy_are_left_alone(text: str) -> None:
    assert screen(text).level == "none"


@pytest.mark.parametrize(
    "text",
    [
        "no immediate danger but he's outside the school",
        "he used to hit her but now he has a knife",
        "they say she's safe but he is hitting her",
        "I don't think she is safe tonight",
        "she's no longer safe at home tonight",
        "it has not been dealt with, he's outside the house",
        "dad's been in prison for years but he's at the gate now",
        "what does the policy say, he's hitting her now",
        "THE CHILD IS BEING BEATEN",
        "he’s got a knife",
        "hes outside the school",
    ],
)
def test_a_softer_word_does_not_hide_a_danger_that_is_said_as_well(text: str) -> None:
    assert screen(text).level == "alarm"


@pytest.mark.parametrize(
    "denial",
    [
        "she is not in danger",
        "nobody is hurt",
        "not suicidal any more",
        "no weapon was found",
        "there is no immediate risk",
    ],
)
def test_a_denial_is_asked_about_and_never_silent(denial: str) -> None:
    assert screen(denial).level == "ask"


@pytest.mark.parametrize(
    "text",
    ["Today the HV told me she will not refer the family", "The social worker told me today they are closing the case"],
)
def test_a_decision_that_was_told_is_no_disclosure(text: str) -> None:
    assert screen(text).level == "none"


def test_the_sentence_is_given_back_as_it_was_typed() -> None:
    screening = screen("Hi. The MASH closed it. He's got a KNIFE to her throat! What do I do?")
    assert screening.sentence == "He's got a KNIFE to her throat!"
    assert "weapon" in screening.reasons


def test_harm_in_one_sentence_and_contact_in_the_next_are_one_danger() -> None:
    assert screen("Dad hits him with a belt.").level == "ask"
    assert screen("Dad hits him with a belt. Dad is picking him up at three.").level == "alarm"
    assert screen("Dad is picking him up at three.").level == "none"


@pytest.mark.parametrize("text", ["", " ", "...", "\n\n", "?" * 3000, "he is " * 2000, "not " * 3000, "😀" * 2000])
def test_odd_text_is_survived(text: str) -> None:
    assert screen(text).level == "none"
