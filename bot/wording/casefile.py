"""A case file in words: where the case stands, what is still owed, and which paper is due."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.casefiles import CaseFile
from bot.casework.calendar import local_date, say_date
from bot.casework.forms import Form
from bot.casework.owed import Occasion, Owed, Paperwork
from bot.casework.progress import Leg
from bot.casework.vocabulary import Condition
from bot.wording.advising import said
from bot.wording.contacting import contact as printed_contact
from bot.wording.recording import ENDED, Line, lines
from bot.wording.shaping import capital

OCCASIONS = {
    Occasion.DANGER: "Because somebody was said to be in danger",
    Occasion.MISSED: "Because a time limit was missed",
    Occasion.END: "At the end",
}

OURS = "The policy wants this in writing and has no form for it. The order of the fields is Waymark’s own."
LEFT_BLANK = "Fields that identify somebody are left blank: fill them in in your own system."


def standing(file: CaseFile) -> str:
    """Where the case stands, in a few words."""
    case, policy = file.case, file.policy
    if case.resolved_at is not None:
        return f"Resolved on {say_date(local_date(case.resolved_at))}"
    if case.closed_at is not None:
        return f"Closed on {say_date(local_date(case.closed_at))}"
    if case.stage is None or policy is None:
        return "Being set up"
    stage = policy.stage(case.stage)
    return f"{stage.label}: {stage.name}"


def due(file: CaseFile) -> str:
    """What is due when, in one line; nothing where nothing is."""
    advice = file.desk.advice
    if advice is None or not file.case.is_open or advice.headline is None:
        return ""
    headline = advice.headline
    if headline.deadline.due is None:
        return f"No date runs for {headline.limit.on}"
    over = "was due" if advice.overdue else "due"
    return f"{capital(headline.limit.on)}: {over} {say_date(headline.deadline.due)}"


def leg(file: CaseFile, at: Leg) -> str:
    """What is said beside a stage in the list of stages."""
    if at.here and file.case.resolved_at is not None:
        return f"Resolved here on {say_date(local_date(file.case.resolved_at))}"
    if at.here:
        return f"You are here, since {say_date(local_date(at.since))}" if at.since else "You are here"
    if not at.passed:
        return "Not reached"
    ended = f": {ENDED[at.outcome]}" if at.outcome else ""
    on = f" on {say_date(at.done_on)}" if at.done_on else " before Waymark was asked"
    return f"Ended{on}{ended}"


@dataclass(frozen=True, slots=True)
class Tick:
    """One line of the checklist in words."""

    rule: str
    what: str
    done: str = ""


def checklist(file: CaseFile, me: str = "you", viewer: str = "") -> list[tuple[str, list[Tick]]]:
    """What is owed, under the occasion for which it is. ``me`` is how the viewer is called, who else is the owner."""
    groups: dict[str, list[Tick]] = {}
    for item in file.owed:
        title = item.leg.stage.label if item.leg else OCCASIONS[item.occasion]
        groups.setdefault(title, []).append(Tick(item.rule, _owed(file, item), _ticked(file, item, me, viewer)))
    return list(groups.items())


def _owed(file: CaseFile, item: Owed) -> str:
    advice = file.desk.advice
    steps = [replace(step, when=tuple(set(step.when) - {Condition.LIMIT_MISSED})) for step in item.steps]
    done = " ".join(said(step, advice) if advice else step.do for step in steps)
    record = next((step.record for step in steps if step.record), None)
    return f"{done} To write down: {record[:1].lower()}{record[1:]}" if record else done


def _ticked(file: CaseFile, item: Owed, me: str, viewer: str) -> str:
    if item.done is None or item.done_at is None:
        return ""
    by = me if item.done.actor == (viewer or file.person) else file.names.get(item.done.actor, item.done.actor)
    day, noted = local_date(item.done_at), local_date(item.done.at)
    return f"Done on {say_date(day)}, noted by {by}" + (f" on {say_date(noted)}" if noted != day else "")


def form_about(file: CaseFile, form: Form) -> list[str]:
    """From whom, to whom, when, and what is wrong with the address."""
    found = [f"From {form.by} to {form.to}. {form.due} ({form.at}, {form.rule})"]
    if form.anonymised:
        found.append("It has to be anonymised: nothing on it may tell who the child, the adult or the family is.")
    if form.contact and file.policy:
        found.append(printed_contact(file.policy.contact(form.contact)))
    found += [form.note] if form.note else []
    found += [OURS] if form.ours else []
    return found + ([LEFT_BLANK] if form.identifying else [])


def not_due(paper: Paperwork) -> str:
    """When a form will be due."""
    return f"Not due yet. {paper.form.due}"


def no_form(file: CaseFile) -> str:
    """What is said where the policy has no form of its own, or none that is due; nothing where one is printed."""
    policy = file.policy
    if policy is None:
        return "No policy is chosen yet, so no form is asked for. This record can be used in the meantime."
    if any(not form.ours for form in policy.forms):
        return ""
    return f"The {policy.short} policy has no form of its own. This record can go into the case file in its place."


def said_record(file: CaseFile, me: str, viewer: str = "") -> tuple[Line, ...]:
    """The record in words. ``me`` is how the viewer is called, who else is the owner."""
    return lines(file.record, viewer or file.person, file.editions, file.policy, me, file.names)

