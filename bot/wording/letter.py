"""The message to the other agency: the challenge at a stage, or the written confirmation of an outcome.

It is a draft with gaps in square brackets: facts of a child or adult are the practitioner's to add, elsewhere.
"""

from __future__ import annotations

from bot.casefiles import CaseFile
from bot.casework.advice import Advice
from bot.casework.calendar import local_date, say_date, say_moment
from bot.casework.vocabulary import Level, Person, Way
from bot.wording.advising import main_steps
from bot.wording.filling import attempts
from bot.wording.questions import said_categories
from bot.wording.shaping import capital

DEAR = "Dear [name and role],"
SIGNED = "[Your name, role, agency and telephone number]"
REFERENCE = "It concerns the {person} under your reference [reference that both agencies use]."
ASKED = ("what worries us, in facts with dates", "what we ask you to do or to change", "what it means for the {person}")


def subject(file: CaseFile) -> str:
    """The subject line."""
    short = file.policy.short if file.policy else "local"
    if file.case.resolved_at is not None:
        return f"Professional disagreement {file.case.reference}: confirmation of the outcome ({short} policy)"
    stage = f", {file.desk.advice.stage.label}" if file.desk.advice else ""
    return f"Professional disagreement {file.case.reference} ({short} policy{stage})"


def message(file: CaseFile) -> str:
    """The whole message as plain text; empty while there is nothing to write about."""
    advice = file.desk.advice
    if advice is None or file.case.closed_at is not None and file.case.resolved_at is None:
        return ""
    body = _outcome(file, advice) if file.case.resolved_at is not None else _challenge(file, advice)
    return "\n\n".join([f"Subject: {subject(file)}", DEAR, *body, SIGNED]) + "\n"


def advice_on(file: CaseFile) -> list[str]:
    """What to know before it is sent: how this policy wants to be spoken to, and what does not belong in a message."""
    advice = file.desk.advice
    if advice is None:
        return []
    ways = {way for step in main_steps(advice) for way in step.ways}
    found = ["Fill in what stands in square brackets in your own system, and send it by your secure route."]
    if {Way.FACE_TO_FACE, Way.TELEPHONE} & ways and file.case.is_open:
        found.append("The policy wants this to be talked about; the message does not replace the talk.")
    if Way.NOT_EMAIL in ways and file.case.is_open:
        found.append("The policy does not want this step to be taken by e-mail.")
    return found


def _challenge(file: CaseFile, advice: Advice) -> list[str]:
    stage, person = advice.stage, _person(file)
    by = {Level.CONSULT, Level.PRACTITIONER} & set(stage.levels)
    voice = "I am" if by else "Our agency is"
    return [
        f"{voice} raising a professional disagreement under {stage.label} of the {advice.policy.title} ({stage.at}).",
        f"{_about(file)} {REFERENCE.format(person=person)}",
        *_before(file),
        *(f"{capital(prompt)}:\n[...]" for prompt in _prompts(advice, person)),
        _by_when(advice),
        "Please answer in writing, also if you see it differently, so that both agencies have the same record.",
    ]


def _about(file: CaseFile) -> str:
    raised, categories = file.case.raised_at, file.case.categories
    since = f" of {say_date(local_date(raised))}" if raised else ""
    about = f", about {said_categories(categories)}" if categories else ""
    return f"We disagree with the decision or action{since}{about}: [which decision or action, and whose]."


def _before(file: CaseFile) -> list[str]:
    done = [line for line in attempts(file) if not line.endswith("(now)")]
    return ["What has been done so far:\n" + "\n".join(f"- {line}" for line in done)] if done else []


def _prompts(advice: Advice, person: str) -> list[str]:
    """What the policy wants to be said at this stage, or else the three things that always help."""
    own = [prompt for step in main_steps(advice) for prompt in step.say]
    return list(dict.fromkeys(own)) or [prompt.format(person=person) for prompt in ASKED]


def _by_when(advice: Advice) -> str:
    headline = advice.headline
    due = headline.deadline.due if headline else None
    if headline is None or due is None:
        return "The policy gives no date for this. Could we agree one: [date]?"
    deadline = headline.deadline
    when = say_moment(deadline.due_at) if deadline.due_at else say_date(due)
    named = f"{headline.limit.on} ({headline.limit.at})"
    if advice.overdue:
        return f"The date for {named} was {when}. Please answer now, or tell us today when you will."
    agreed = "The date that we agreed for" if deadline.agreed else "The date for"
    return f"{agreed} {named} is {when}. {deadline.why}"


def _outcome(file: CaseFile, advice: Advice) -> list[str]:
    at = file.case.resolved_at
    on = f" on {say_date(local_date(at))}" if at else ""
    steps = [step for step in advice.policy.closing if Way.IN_WRITING in step.ways]
    asked = f" The policy asks for this confirmation ({steps[0].at})." if steps else ""
    return [
        f"This confirms in writing how our disagreement ended{on}, at {advice.stage.label} of the "
        f"{advice.policy.title}.{asked}",
        f"{_about(file)} {REFERENCE.format(person=_person(file))}",
        "What was agreed:\n[...]",
        "Who does what, by when:\n[...]",
        "What is still open, and how it will be taken forward:\n[...]",
        "If you understood it differently, please tell us by [date]. If what was agreed is not done, we will come back "
        "to it.",
    ]


def _person(file: CaseFile) -> str:
    return "adult" if file.case.person is Person.ADULT else "child"
