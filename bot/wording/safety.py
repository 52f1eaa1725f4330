"""The safety net: Waymark's own advice on danger, the same words everywhere, then what the policy asks as well.

101 is never shown here: it is not a number for immediate danger (design, section 5).
"""

from __future__ import annotations

from bot.casework.contacts import Contact
from bot.casework.message import Block, Button, Kind, Message
from bot.casework.organisation import Own
from bot.casework.policy import Policy
from bot.casework.stages import Step
from bot.casework.vocabulary import Condition, Defect, Person
from bot.service import Desk
from bot.wording.contacting import opening_hours, otherwise, reached
from bot.wording.own import doors
from bot.wording.shaping import heading, listed, small, text

CALL_999 = "If someone is in danger now, call 999"


def safety_net(person: Person | None = None, own: Own | None = None) -> Message:
    """The safety net alone, with the organisation's own numbers: what is said when nothing else can be."""
    return Message(Kind.EMERGENCY, (*_net(person), *doors(own, person)))


def emergency(
    policy: Policy | None, person: Person | None, buttons: tuple[Button, ...] = (), own: Own | None = None
) -> Message:
    """The emergency answer: the safety net, the policy's own route in its own order, and "keep going"."""
    route = _route(policy, person) if policy else ()
    cites = tuple(dict.fromkeys(step.rule for step in policy.risk.steps)) if policy else ()
    on = text(
        "Then keep going with your disagreement as well: getting help now does not settle it, and it does not "
        "have to wait. Write down what you saw or heard, whom you told, and when."
    )
    return Message(Kind.EMERGENCY, (*_net(person), *doors(own, person), *route, on), buttons, cites)


def emergency_at(desk: Desk) -> Message:
    """The emergency answer to somebody whose case stands so."""
    return emergency(desk.policy, desk.case.person if desk.case else None, own=desk.own)


def front_door(person: Person | None) -> str:
    """Which social care team to tell; both while nobody has said whom it is about."""
    if person is None:
        return "social care (the children's team, or the adults' team for an adult)"
    return "children's social care" if person is Person.CHILD else "adult social care"


def _net(person: Person | None) -> tuple[Block, ...]:
    return (
        heading(CALL_999),
        text(
            "Ask for the police, or for an ambulance if someone is hurt or ill. Do not wait for anybody's permission."
        ),
        text(
            f"Then ring {front_door(person)} for the area where they live, and tell your safeguarding lead. "
            "Out of hours, ring the council's emergency duty team."
        ),
        small("This is Waymark's own safety advice. It is not taken from a policy."),
    )


def _route(policy: Policy, person: Person | None) -> tuple[Block, ...]:
    lines = [_told(policy, step) for step in policy.risk.steps if not _about_another(step, person)]
    if policy.risk.ordered:
        lines = [f"{number}. {line}" for number, line in enumerate(lines, start=1)]
    title = f"{policy.short} also asks, where someone is “{policy.risk.words}”:"
    blocks = [listed(lines, title)]
    if policy.risk.gap:
        blocks.append(small(policy.risk.gap))
    return tuple(blocks)


def _about_another(step: Step, person: Person | None) -> bool:
    """Whether the step is only for adults where it is about a child, or the other way round."""
    other = {Person.CHILD: Condition.ADULT, Person.ADULT: Condition.CHILD}
    return person is not None and other[person] in step.when


def _told(policy: Policy, step: Step) -> str:
    found = [contact for contact in reached(policy, [step.contact]) if Defect.NON_EMERGENCY not in contact.defects]
    doors = [
        f"{otherwise(policy, contact)}{contact.name}: {' '.join([contact.phone, *_when_open(contact)])}."
        for contact in found
        if contact.phone
    ]
    return " ".join([f"{step.do} ({step.at})", *doors])


def _when_open(contact: Contact) -> list[str]:
    hours = opening_hours(contact.hours)
    return [f"({'; '.join(hours)})"] if hours else []
