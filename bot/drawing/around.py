"""What stands around the stages: the heading, the risk route, the start, the last word, the document's own state."""

from __future__ import annotations

from bot.casework.policy import Policy
from bot.casework.stages import Step
from bot.casework.vocabulary import Defect
from bot.drawing import words
from bot.drawing.canvas import Canvas, Column, number
from bot.drawing.letters import ALARM, NBSP, QUIET, Run, Style
from bot.drawing.stages import BODY, LEFT, PAD, SMALL, STRONG, TITLE, cite, step_runs, write_limit

MARGIN = 12
UNFIT = frozenset({Defect.DEAD, Defect.INCOMPLETE, Defect.NON_EMERGENCY})
FOOT = Style(9.5)
OWN_WORDS = (
    "In our own words, version {version}, for orientation: the published document counts. "
    "* How Waymark reads the start of a limit where the document does not spell it out."
)


def heading(canvas: Canvas, policy: Policy, width: float) -> float:
    """Whose policy it is and whom it protects."""
    column = Column(canvas.part("heading"), MARGIN, MARGIN, width - 2 * MARGIN)
    column.say(policy.titled, Style(24, bold=True))
    column.write(Run(f"When agencies disagree about {words.protected(policy)}.", STRONG), Run(policy.owner, BODY))
    return column.y + 8


def risk(canvas: Canvas, policy: Policy, top: float, width: float) -> float:
    """The risk route: its own way in, from any stage, and before everything else."""
    part = canvas.part("risk")
    frame = part.box(MARGIN + 2, top, width - 2 * MARGIN - 4, stroke=ALARM, line=4)
    part.path(f"M{MARGIN + 34} {number(top + 12)}l20 35h-40Z", stroke=ALARM, line=3)
    part.path(f"M{MARGIN + 34} {number(top + 23)}v12m0 4v4", stroke=ALARM, line=4)
    column = Column(part, MARGIN + 68, top + PAD, width - 2 * MARGIN - PAD - 68)
    column.say(f"At any stage: somebody is “{policy.risk.words}”", Style(16, bold=True, fill=ALARM))
    column.write(
        Run("If someone is in danger now, call 999.", STRONG),
        Run("That is Waymark's own advice. The policy itself asks:", BODY),
        after=4,
    )
    for place, step in enumerate(policy.risk.steps, start=1):
        first = [Run(f"{place}.", STRONG)] if policy.risk.ordered else []
        write = column.write if first else column.point
        write(*first, *step_runs(policy, step), *_at_once(policy, step), *_telephone(policy, step), after=3)
    for limit in policy.risk.limits:
        if limit.step not in {step.rule for step in policy.risk.steps}:
            write_limit(column, limit, after=3)
    column.say(" ".join(_risk_notes(policy)), SMALL)
    bottom = max(column.y + 6, top + 58)
    frame.close(bottom)
    return bottom


def _at_once(policy: Policy, step: Step) -> list[Run]:
    """How soon, where the step's own words do not say it."""
    soon = [words.amount(limit) for limit in policy.risk.limits if limit.step == step.rule]
    return [Run(f"{each}.", STRONG) for each in soon if each.lower() not in step.do.lower()]


def _telephone(policy: Policy, step: Step) -> list[Run]:
    """The number to ring, unless the number itself is at fault."""
    contact = policy.contact(step.contact) if step.contact else None
    if contact is None or contact.phone is None or UNFIT & set(contact.defects):
        return []
    hours = " (hours not stated)" if Defect.HOURS_NOT_STATED in contact.defects else ""
    other = policy.contact(contact.after_hours).phone if contact.after_hours else None
    numbers = [f"{contact.phone}{hours}", *([f"out of hours {other}"] if other else [])]
    return [Run(f"Telephone {each}.".replace(" ", NBSP), STRONG) for each in numbers]


def _risk_notes(policy: Policy) -> list[str]:
    leads = f"It leads straight to {policy.stage(policy.risk.enter).label}." if policy.risk.enter else ""
    beside = "The disagreement goes on beside it." if policy.risk.parallel else ""
    return [line for line in (leads, beside, policy.risk.gap) if line]


def start(canvas: Canvas, policy: Policy, top: float, right: float) -> float:
    """Where the disagreement begins, and what the policy says of time without naming stages."""
    part = canvas.part("start")
    frame = part.box(LEFT, top, right - LEFT, line=1.5)
    column = Column(part, LEFT + PAD, top + 6, right - LEFT - 2 * PAD)
    column.say("Start: you disagree with what another agency does or decides", STRONG)
    if policy.urgency:
        column.write(Run("Urgent:", STRONG), Run(policy.urgency.says, BODY), cite(policy.urgency.rule))
    for limit in words.other_limits(policy):
        said = Run(f"{words.capital(limit.on)}: {words.in_all(limit)}", SMALL)
        column.write(said, cite(limit.rule, words.strength(limit)))
    frame.close(column.y + 5)
    return column.y + 5


def last_word(canvas: Canvas, policy: Policy, top: float, right: float) -> float:
    """Who decides in the end."""
    part = canvas.part("final")
    frame = part.box(LEFT, top, right - LEFT, line=3)
    column = Column(part, LEFT + PAD, top + PAD - 2, right - LEFT - 2 * PAD)
    column.write(Run("The last word", TITLE), cite(policy.final.rule, policy.final.at))
    column.say(policy.final.says, BODY)
    frame.close(column.y + 6)
    return column.y + 6


def foot(canvas: Canvas, policy: Policy, top: float, width: float) -> float:
    """The document: its name, its age, and what is wrong with it today."""
    column = Column(canvas.part("document"), MARGIN, top, width - 2 * MARGIN)
    column.write(
        Run("The document:", Style(9.5, bold=True)), Run(f"{policy.document.title}; {words.dated(policy)}.", FOOT)
    )
    for note in policy.document.notes:
        column.write(Run(note.says, FOOT), cite(note.rule))
    column.y += 3
    column.say(OWN_WORDS.format(version=policy.version), Style(9.5, bold=True, fill=QUIET))
    return column.y
