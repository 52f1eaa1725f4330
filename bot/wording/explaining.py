"""Answers to what people ask beside their case: words of the field, consent, who is told. Labelled as Waymark's own.

Where the policy itself has the answer (who decides last, its stages), that is said, with its place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.casework.message import Block, Button, Message
from bot.casework.policy import Policy
from bot.casework.vocabulary import Exclusion, Person
from bot.service import Desk
from bot.wording.advising import NEXT_STEP
from bot.wording.own import colleagues
from bot.wording.shaping import answer, joined, listed, small, text

OWN = "This is Waymark’s own explanation. It is not taken from a policy."

TERMS: Mapping[str, str] = {
    "strategy_meeting": "In a strategy meeting (or discussion) social care, the police, health and others who know the "
    "child decide whether there has to be an enquiry into significant harm, who does what, and how the child is kept "
    "safe meanwhile. That one is refused, or what it decides, can be escalated like any other decision.",
    "lado": "The LADO is the council’s designated officer for allegations against people who work with children. An "
    "allegation does not go up the stages: tell your safeguarding lead at once, and they contact the LADO. If it is "
    "about your lead, contact the LADO yourself, through the council.",
    "dsl": "The safeguarding lead (in schools: DSL; in health: named or designated professional) is the person in your "
    "own agency who leads on safeguarding. They advise you, and can take the disagreement up with you or for you.",
    "child_in_need": "A child in need (CIN, section 17 of the Children Act 1989) needs services to stay healthy and to "
    "develop. The plan rests on the family’s agreement.",
    "protection_plan": "A child protection (CP) plan is made by a conference where a child is thought likely to come "
    "to significant harm. It is reviewed by the conference, and is not left to the family’s choice.",
    "conference": "In a child protection conference the family and the agencies look at what is known, and decide "
    "whether the child needs a child protection plan.",
    "section_47": "A section 47 enquiry (Children Act 1989) is the council’s duty to find out whether a child is "
    "coming to significant harm or is likely to, and what has to be done.",
    "section_42": "A section 42 enquiry (Care Act 2014) is the council’s duty to find out what has to be done for an "
    "adult with care and support needs who is at risk of abuse or neglect and cannot protect themselves because of "
    "those needs.",
    "front_door": "The front door (often called MASH or a hub) is where social care takes in new concerns and decides "
    "what happens with them.",
    "nfa": "NFA means no further action: the agency does not take it up. You may ask for the reasons, and you may "
    "escalate it.",
    "early_help": "Early help is support below the threshold of social care, with the family’s agreement, often led by "
    "a school, a health visitor or a family worker.",
    "reviewing_officer": "The IRO (independent reviewing officer) watches over the care plan of a looked-after child "
    "and chairs its reviews, in some areas those of protection plans too.",
    "out_of_hours": "The emergency duty team (EDT) is social care outside office hours: evenings, nights, weekends and "
    "bank holidays. The council’s number leads to it.",
    "partnership": "The safeguarding partnership is the council, the NHS and the police together, who answer for how "
    "agencies work to keep people safe in an area. Before 2019 it was a board (LSCB).",
    "resolution_panel": "A resolution panel is a few senior people whom the partnership calls together when nobody "
    "below could settle it.",
}


def explained(name: str, desk: Desk) -> Message:
    """What is answered to the question of that name (bot.understanding.asides)."""
    if name in TERMS:
        return answer(text(TERMS[name]), small(OWN), *_route(name, desk.policy), buttons=_onward(desk))
    return _MATTERS[name](desk)


def _route(name: str, policy: Policy | None) -> list[Block]:
    """Where the policy itself sends an allegation."""
    found = policy.elsewhere if policy and name == "lado" else ()
    items = [item for item in found if item.about is Exclusion.ALLEGATION]
    lines = [f"{policy.short} sends an allegation to {item.to}. ({item.at})" for item in items if policy and item.to]
    return [text(*lines, *(item.note for item in items if item.note))] if items else []


def _own(*lines: str) -> Callable[[Desk], Message]:
    return lambda desk: answer(*map(text, lines), small(OWN), buttons=_onward(desk))


def _onward(desk: Desk) -> tuple[Button, ...]:
    return (NEXT_STEP,) if desk.advice else ()


def _robot(desk: Desk) -> Message:
    return answer(
        text("I am a program, not a person. I keep to your area’s policy and to what you tell me, and I can be wrong."),
        text("For a person, speak to your safeguarding lead. In danger, call 999."),
        *colleagues(desk.own),
        buttons=_onward(desk),
    )


def _consent(desk: Desk) -> Message:
    person = desk.case.person if desk.case else None
    child = (
        "To share what is needed to keep a child safe you do not need it either; tell the family what you share, "
        "unless that could put somebody in danger."
    )
    adult = (
        "Ask an adult what they want first. Without their consent, share where somebody else is at risk too, where a "
        "crime may have been done, where they are put under pressure, or where they cannot decide it themselves."
    )
    return _own(
        "To question another agency’s decision you need nobody’s consent.",
        *([child] if person is not Person.ADULT else []),
        *([adult] if person is not Person.CHILD else []),
        "Write down what you shared, with whom and why. If in doubt, ask your safeguarding lead; do not let it wait.",
    )(desk)


def _who_decides(desk: Desk) -> Message:
    if desk.policy is None:
        return _WHICH_AREA(desk)
    final = desk.policy.final
    return answer(text(f"{final.says} ({final.at})"), buttons=_onward(desk), cites=[final.rule])


def _stages(desk: Desk) -> Message:
    if desk.policy is None:
        return _WHICH_AREA(desk)
    here = desk.case.stage if desk.case else None
    stages = [f"{each.label}: {each.name}{' — you are here' if each.id == here else ''}" for each in desk.policy.stages]
    return answer(listed(stages, f"The stages of the {desk.policy.titled}"), buttons=_onward(desk))


def _skip(desk: Desk) -> Message:
    policy = desk.policy
    if policy is None:
        return _WHICH_AREA(desk)
    notes = [f"To {stage.label}: {note.says} ({note.at})" for stage in policy.stages for note in stage.shortcut]
    notes += [f"{stage.label} may be left out." for stage in policy.stages if stage.optional]
    danger = [f"{step.do} ({step.at})" for step in policy.risk.steps]
    words = "The policy goes stage by stage, and I find no other way to leave one out." if not notes else ""
    return answer(
        *([listed(notes, f"{policy.short} says")] if notes else [text(words)]),
        listed(danger, f"Where someone is “{policy.risk.words}”"),
        text("You need not wait for the date: as soon as a stage has failed, tell me, and the next one begins."),
        buttons=_onward(desk),
        cites=[step.rule for step in policy.risk.steps],
    )


def _adults(desk: Desk) -> Message:
    if desk.policy is None:
        return answer(text("Some areas’ policies are only about children. Tell me the area and I say."))
    people = joined(["children" if person is Person.CHILD else "adults" for person in desk.policy.people])
    return answer(text(f"The {desk.policy.titled} is about {people}."), buttons=_onward(desk))


_WHICH_AREA = _own("That depends on the area’s policy. Tell me which area it is.")
_MATTERS: Mapping[str, Callable[[Desk], Message]] = {
    "consent": _consent,
    "anonymous": _own(
        "Not in an escalation: it is between professionals, and the other agency has to know who disagrees, and why.",
        "You need not do it alone. Your manager or safeguarding lead can raise it with you or for you. If you are "
        "afraid of what your own agency does, its whistleblowing policy protects you.",
    ),
    "confidential": _own(
        "I need no names, and leave out those that I notice before anything is kept. A coordinator of your "
        "organisation sees where cases stand and whether they are late, not this conversation.",
        "To delete what you told me, say “delete my data”.",
    ),
    "parents_told": _own(
        "Not by me: I tell nobody. Families are usually told of a worry about their child, unless that could put "
        "somebody in danger or spoil an enquiry. That agencies disagree is settled between the agencies.",
        "Agree with your safeguarding lead who tells the family what, and when.",
    ),
    "police": _own(
        "Yes. If someone is in danger now, call 999; you need nobody’s permission.",
        "The police do not settle your disagreement with the other agency, so keep going with it as well.",
    ),
    "away": _own(
        "Do not wait for them: the date runs on. Go to whoever stands in for them, else to your safeguarding lead, "
        "else to the next manager up. Write down whom you could not reach, and when.",
    ),
    "robot": _robot,
    "who_decides": _who_decides,
    "how_many_stages": _stages,
    "skip": _skip,
    "adults": _adults,
}
NAMES = frozenset({*TERMS, *_MATTERS})
