"""Answers to single questions about the case in hand and its policy."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.casework.advice import Advice
from bot.casework.calendar import local_date, say_date
from bot.casework.lookup import Passage
from bot.casework.message import Block, Message
from bot.casework.policy import Policy
from bot.casework.provisions import Elsewhere, Note
from bot.casework.vocabulary import Exclusion
from bot.service import Desk
from bot.wording.advising import (
    NEXT_STEP,
    NO_ANSWER,
    NOT_RESOLVED,
    WHAT_TO_WRITE,
    advice,
    buttons,
    form_lines,
    main_steps,
    opening,
    other_chains,
    panels,
    said,
    writing,
)
from bot.wording.contacting import printed
from bot.wording.own import everybody
from bot.wording.questions import LEVELS, said_categories
from bot.wording.shaping import answer, listed, small, text
from bot.wording.timing import deadline_blocks


def contacts(found: Advice) -> Message:
    """Whom to contact next, and through which door."""
    steps = [step for step in main_steps(found) if step.with_whom]
    return answer(
        opening(found),
        text(f"Contact {found.stage.contact_next}."),
        listed([said(step, found) for step in steps]),
        *other_chains(found),
        *printed(found.policy, (step.contact for step in (*found.ours, *found.theirs))),
        *everybody(found.own, found.case.person),
        *_support(found.policy),
        buttons=buttons(found),
        cites=[step.rule for step in steps],
    )


def deadline(found: Advice) -> Message:
    """When the stage's limit runs out, and how that was counted."""
    limits = [item.limit.rule for item in (found.headline, *found.also) if item]
    return answer(opening(found), *deadline_blocks(found), buttons=buttons(found), cites=limits)


def stage(found: Advice) -> Message:
    """Where the case stands in its policy."""
    stages = [
        f"{item.label}: {item.name}" + (" — you are here" if item.id == found.stage.id else "")
        for item in found.policy.stages
    ]
    return answer(
        opening(found),
        text(f"You are at {found.stage.label} of the {found.policy.titled}."),
        listed(stages),
        buttons=(NEXT_STEP, *buttons(found)[:3]),
        cites=[found.stage.rule],
    )


def what_to_write(found: Advice) -> Message:
    """What to write down now, in the practitioner's own file and not here."""
    wanted = writing(found)
    return answer(
        opening(found),
        *([listed(wanted, f"{found.policy.short} asks for")] if wanted else []),
        listed(
            [
                "who spoke to whom, when and how",
                "what each side said, and why",
                "what was agreed, by whom, by when",
                "what is still open, and that you will escalate if it is not done",
            ],
            "A good note holds",
        ),  # fmt: skip
        small("Write it in your own agency’s record. Waymark keeps the stage and the dates, and needs no names."),
        buttons=(NEXT_STEP,),
        cites=[step.rule for step in (*found.ours, *found.policy.throughout) if step.record],
    )


def forms(policy: Policy) -> Message:
    """Which forms the policy asks for, when, and where they go."""
    if not policy.forms:
        return answer(text(f"The {policy.titled} asks for no form."), buttons=(WHAT_TO_WRITE,))
    blocks: list[Block] = [text("\n".join(form_lines(policy, form.id))) for form in policy.forms]
    return answer(
        *blocks,
        *printed(policy, (form.contact for form in policy.forms)),
        buttons=(NEXT_STEP,),
        cites=[form.rule for form in policy.forms],
    )


def longer(policy: Policy) -> Message:
    """Whether the time may be extended."""
    return answer(text(f"{policy.longer.says} ({policy.longer.at})"), buttons=(NEXT_STEP,), cites=[policy.longer.rule])


def missed(policy: Policy, found: Advice | None) -> Message:
    """What to do when a limit is not met."""
    own = [f"{step.do} ({step.at})" for step in policy.missed]
    blocks = (
        [listed(own, "The policy asks")]
        if own
        else [text("The policy does not say what happens when a date is missed.")]
    )
    if found and found.next_stage:
        after = found.next_stage
        blocks.append(text(f"Do not wait: if it is not settled, go to {after.label}, {after.contact_next}."))
    return answer(
        *blocks,
        buttons=(NOT_RESOLVED, NO_ANSWER) if found else (),
        cites=[step.rule for step in policy.missed],
    )


def about(policy: Policy) -> Message:
    """What kind of document the policy is, its stages, who decides last, and what is wrong with it."""
    stages = [f"{item.label}: {item.name}" for item in policy.stages]
    return answer(
        text(f"The {policy.titled}, by {policy.owner}."),
        listed(stages, "Its stages"),
        text(f"{policy.final.says} ({policy.final.at})"),
        *panels(policy),
        listed([_note(note) for note in policy.document.notes], "Good to know about the document"),
        buttons=(NEXT_STEP,),
        cites=[policy.final.rule, *(note.rule for note in policy.document.notes)],
    )


def looked_up(policy: Policy, found: Sequence[Passage]) -> Message:
    """What the policy says on a matter; where it says nothing, that, and nothing of another partnership's."""
    if not found:
        return answer(
            text(f"I find nothing on that in the {policy.titled}. Ask your safeguarding lead, or try other words."),
            buttons=(NEXT_STEP,),
        )
    lines = [f"{passage.says} ({passage.at})" for passage in found]
    return answer(
        listed(lines, f"The {policy.titled} says, in our words"),
        buttons=(NEXT_STEP,),
        cites=[passage.rule for passage in found],
    )


ANOTHER_ROUTE = {
    Exclusion.CROSS_BORDER: "Two areas are involved, so it has to be clear whose policy applies.",
    Exclusion.CONFERENCE: "That has a route of its own.",
    Exclusion.REVIEWING_OFFICER: "That has a route of its own.",
}


NOT_BETWEEN_AGENCIES = (
    "That sounds like something other than a disagreement between agencies, and takes another route. If I have misread "
    "you, say it in other words: nothing in your case has changed."
)


def elsewhere(policy: Policy | None, about_what: Exclusion) -> Message:
    """Where a matter goes that this policy does not deal with; the usual place, labelled, where it is silent."""
    usual = {
        Exclusion.ALLEGATION: "your safeguarding lead at once; they contact the council’s designated officer (LADO)",
        Exclusion.WHISTLEBLOWING: "your own agency’s whistleblowing policy",
        Exclusion.CONDUCT: "the complaints procedure of the agency concerned",
        Exclusion.COMPLAINT: "the complaints procedure of the agency concerned",
        Exclusion.SINGLE_AGENCY: "your own agency’s internal procedure",
        Exclusion.SERVICE_DECISION: "the service’s own procedure",
        Exclusion.CONFERENCE: "the chair of the conference",
        Exclusion.REVIEWING_OFFICER: "the independent reviewing officer’s own route for disputes",
        Exclusion.COMPLAINT_ABOUT_PARTNERSHIP: "the partnership’s complaints procedure",
        Exclusion.FAMILY: "the complaints procedure of the agency concerned",
        Exclusion.CROSS_BORDER: "your safeguarding lead, who agrees with the other area whose policy applies",
    }[about_what]
    found = [item for item in policy.elsewhere if item.about is about_what] if policy else []
    if policy and any(item.covered for item in found):
        return _covered(policy, found)
    lines = [f"{policy.short} sends this to {item.to}. ({item.at})" for item in found if policy and item.to] + [
        item.note for item in found if item.note
    ]
    if policy and not any(item.to for item in found):
        lines.append(f"The {policy.short} policy says nothing about where this goes.")
    own = f"The usual place is {usual}." if not any(item.to for item in found) else ""
    return answer(
        text(ANOTHER_ROUTE.get(about_what, NOT_BETWEEN_AGENCIES)),
        *([text(*lines)] if lines else []),
        *([text(own), small("This is Waymark’s own advice. It is not taken from the policy.")] if own else []),
        small("If a child or adult is in danger because of it, call 999 first."),
        cites=[item.rule for item in found if item.rule],
    )


def _covered(policy: Policy, found: Sequence[Elsewhere]) -> Message:
    """A matter that other policies send elsewhere, and this one deals with itself."""
    lines = [f"{item.note} ({item.at})" if item.at else item.note for item in found if item.note]
    return answer(
        text(f"The {policy.short} policy deals with this too: take it up its stages like any other disagreement."),
        *([text(*lines)] if lines else []),
        buttons=(NEXT_STEP,),
        cites=[item.rule for item in found if item.rule],
    )


def summary(desk: Desk) -> Message:
    """What the practitioner has told so far, and what can be corrected."""
    case, policy = desk.case, desk.policy
    if case is None:
        return answer(text("You have not told me about a disagreement yet. Say what happened, in your own words."))
    raised = say_date(local_date(case.raised_at)) if case.raised_at else None
    tried = case.tried
    spoken = (LEVELS[tried.level] if tried.level else "nobody yet") if tried else None
    agreed = case.agreed.get(case.stage or "")
    facts = {
        "Policy": policy.short if policy else None,
        "About": f"a{'n' if case.person == 'adult' else ''} {case.person}" if case.person else None,
        "Disagreement about": said_categories(case.categories) if case.categories else None,
        "Arose on": raised,
        "Spoken to before": spoken,
        "Raised": f"{case.times_raised} times" if case.times_raised > 1 else None,
        "Stage": policy.stage(case.stage).label if policy and case.stage else None,
        "Agreed date": say_date(agreed) if agreed else None,
        "Resolved on": say_date(local_date(case.resolved_at)) if case.resolved_at else None,
    }
    lines = [f"{name}: {value}" for name, value in facts.items() if value]
    return answer(
        small(f"Case {case.reference}"),
        listed(lines) if lines else text("Nothing yet but that there is a disagreement."),
        text("If something is wrong, say so, for example “the date was Wednesday” or “I made a mistake”."),
        buttons=(NEXT_STEP,) if case.stage else (),
    )


def _note(note: Note) -> str:
    return f"{note.says} ({note.at})"


def _support(policy: Policy) -> list[Block]:
    return [small(f"{note.says} ({note.at})") for note in policy.support[:1]]


ABOUT_THE_STAGE: dict[str, Callable[[Advice], Message]] = {
    "ask_next_step": advice,
    "ask_contact": contacts,
    "ask_deadline": deadline,
    "ask_stage": stage,
    "ask_what_to_write": what_to_write,
}
"""The answers that need a stage, by the intent that asks for them."""
