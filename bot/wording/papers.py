"""The documents of a case: the record for the case file, and the policy's own forms as drafts."""

from __future__ import annotations

from bot.casefiles import CaseFile
from bot.casework.calendar import local_date, say_date, say_moment
from bot.casework.forms import Form
from bot.casework.paper import Bullets, Cell, Grid, Heading, Paper, Paragraph, Part, cell
from bot.wording.casefile import checklist, due, form_about, leg, said_record, standing
from bot.wording.filling import held, timescales
from bot.wording.questions import said_categories
from bot.wording.recording import PRACTITIONER

BLANK = "Fill in in your own system, not in Waymark."
BY_HAND = "To be completed by hand."
SIGNED = ("Date:", "Signature:")
NO_NAMES = (
    "Waymark holds no name, date of birth or number of a child or adult. What it noticed of these in the words that "
    "were told to it was left out and stands as a tag such as [name]. Add the reference of your own system by hand."
)


def record(file: CaseFile, lead: str = "") -> Paper:
    """The chronology of a case: where it stands, its stages, what is owed, and everything in order.

    ``lead`` stands first, where there is something to be said about the paper itself.
    """
    parts: list[Part] = [Paragraph(lead)] if lead else []
    parts += [_facts(file), Paragraph(NO_NAMES, quiet=True)]
    if file.lost:
        parts.append(Paragraph("The words of this case’s policy cannot be read at the moment; the record is whole."))
    if file.way:
        rows = tuple((cell(f"{at.stage.label}: {at.stage.name}"), cell(leg(file, at))) for at in file.way)
        parts += [Heading("Stages"), Grid("The stages of the policy", ("Stage", "Where it stands"), rows, (0.5, 0.5))]
    if file.case.is_open and (dates := timescales(file)):
        parts += [Heading("Dates that run"), Bullets(tuple(dates))]
    parts += _owed(file)
    parts += [Heading("Everything in order"), _chronology(file)]
    return Paper(f"Record of case {file.case.reference}", tuple(parts), _foot(file))


def _facts(file: CaseFile) -> Grid:
    case, policy = file.case, file.policy
    facts = {
        "Case": case.reference,
        "Policy": f"{policy.title}, version {policy.version}" if policy else "",
        "About": f"a{'n' if case.person == 'adult' else ''} {case.person}" if case.person else "",
        "Disagreement about": said_categories(case.categories) if case.categories else "",
        "Where it stands": standing(file),
        "Due": due(file),
        "Drawn up": say_moment(file.now),
    }
    rows = tuple((cell(name, strong=True), cell(value)) for name, value in facts.items() if value)
    return Grid("The case in short", ("What", "As recorded"), rows, (0.3, 0.7))


def _owed(file: CaseFile) -> list[Part]:
    found = checklist(file, PRACTITIONER.lower())
    if not found:
        return []
    rows = tuple(
        (cell(title), cell(tick.what), cell(tick.done or "Not yet noted as done"))
        for title, ticks in found
        for tick in ticks
    )
    shares = (0.18, 0.54, 0.28)
    return [Heading("What the policy asks for"), Grid("Done and owed", ("When", "What", "Done"), rows, shares)]


def _chronology(file: CaseFile) -> Grid:
    rows = tuple(
        (
            cell(line.when),
            cell(line.who),
            cell(line.what, *([f"“{line.words}”"] if line.words else [])),
            cell(", ".join(line.rules)),
        )
        for line in said_record(file, PRACTITIONER)
    )
    shares = (0.24, 0.16, 0.43, 0.17)
    return Grid("Oldest first. Times are London time.", ("When", "Who", "What", "Rule"), rows, shares)


def form(file: CaseFile, asked: Form) -> Paper:
    """A form of the policy as a draft: what the case holds is filled in, what identifies anybody is left blank."""
    policy = file.policy
    named = f"{policy.title} ({asked.at}, {asked.rule})" if policy else asked.at
    draft = f"Draft made by Waymark from case {file.case.reference} on {say_date(local_date(file.now))}. {named}"
    parts: list[Part] = [
        Paragraph(f"{draft}. Check every field before you send it."),
        Bullets(tuple(form_about(file, asked))),
        Paragraph(NO_NAMES, quiet=True),
        Grid("Fields", ("Field", "Entry"), tuple(_field(file, asked, name) for name in asked.fields), (0.3, 0.7)),
    ]
    return Paper(asked.name, tuple(parts), _foot(file))


def _field(file: CaseFile, asked: Form, name: str) -> tuple[Cell, Cell]:
    title = cell(name, strong=True)
    filling = asked.filling(name)
    help_ = filling.help or ""
    if name in asked.identifying:
        return title, Cell(hint=" ".join(filter(None, [BLANK, help_])))
    found = [line for what in filling.holds for line in held(file, what)]
    hint = help_ or ("" if found else BY_HAND)
    return title, Cell(tuple(found), hint, 0 if found else 2, SIGNED if filling.signed else ())


def _foot(file: CaseFile) -> str:
    return f"Waymark · case {file.case.reference} · {say_date(local_date(file.now))} · Confidential"
