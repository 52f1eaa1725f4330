"""Looking a matter up in a policy: which of its rules speak of it, the likeliest first, or none.

Plain word matching weighed by how rare a word is in the policy: every passage that is found can be seen to hold the
words, and nothing is found in another partnership's policy.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.casework.contacts import Panel
from bot.casework.policy import Policy
from bot.casework.provisions import Note
from bot.casework.stages import Step

MOST = 4
"""So many passages are read in a corridor; more are not."""
ENOUGH = 0.5
"""A passage counts when it is about at least this share of what was asked, by weight."""
UNKNOWN = 1.0
"""The weight of a word that the policy never uses."""
LEAST = 1.0
"""A passage that shares only the policy's commonest words with the question is not about it."""
_WORD = re.compile(r"[a-z]{2,}")
_ASKING = frozenset(
    """
    about again all am an and any anything are as at be been by can could did do does document exactly for from get go
    had happen happens has have how if in is it its like may me mean means must my need no not of on or our please
    policies policy read rule rules said say says section see shall should so stage tell than that the their them then
    there they thing things this to us want was we were what when where whether which while who whom why will with would
    you your
    """.split()  # noqa: SIM905  a table of words reads better than a list of strings
)
_SAME = {
    "iro": "reviewing",
    "lado": "allegation",
    "dsl": "lead",
    "msg": "message",
    "email": "mail",
    "phone": "telephone",
    "call": "telephone",
    "ring": "telephone",
    "told": "tell",
    "notified": "tell",
    "notify": "tell",
    "inform": "tell",
    "informed": "tell",
    "recorded": "write",
    "record": "write",
    "records": "write",
    "written": "write",
    "writing": "write",
    "note": "write",
    "deadline": "limit",
    "timescale": "limit",
    "timescales": "limit",
    "binding": "final",
    "final": "final",
    "decides": "decision",
    "decide": "decision",
    "debriefing": "debrief",
    "junior": "status",
    "senior": "senior",
}


@dataclass(frozen=True, slots=True)
class Passage:
    """One rule of a policy, in our words, with its place in the document."""

    rule: str
    at: str
    says: str


def look_up(policy: Policy, question: str) -> tuple[Passage, ...]:
    """The passages of the policy that the question is about, the likeliest first; empty where there is none."""
    asked = _stems(question)
    if not asked:
        return ()
    found, weights = _index(policy)
    whole = sum(weights.get(stem, UNKNOWN) for stem in asked)
    scored = [(sum(weights[stem] for stem in asked & stems), passage) for passage, stems in found]
    likely = [(score, passage) for score, passage in scored if score >= max(ENOUGH * whole, LEAST)]
    ranked = sorted(likely, key=lambda item: -item[0])
    return tuple(dict.fromkeys(passage for _, passage in ranked))[:MOST]


def named_contacts(policy: Policy, question: str) -> tuple[str, ...]:
    """The ids of the printed contacts whose names the question holds, what stands in brackets aside."""
    words = f" {' '.join(_WORD.findall(question.lower()))} "
    names = {each.id: " ".join(_WORD.findall(each.name.partition("(")[0].lower())) for each in policy.contacts}
    return tuple(each for each, name in names.items() if name and f" {name} " in words)


def has_subject(question: str) -> bool:
    """Whether the question is about anything, or only asks for the policy as such."""
    return bool(_stems(question))


def passages(policy: Policy) -> Iterator[Passage]:
    """Everything that the policy says, rule by rule."""
    for step in policy.all_steps():
        yield _of_step(step)
    for limit in policy.all_limits():
        times = " or ".join(reading.amount for reading in limit.all_readings) or "no time is given"
        says = f"Time limit for {limit.on}: {times}. {limit.start_note or ''} {limit.note or ''}"
        yield Passage(limit.rule, limit.at, " ".join(says.split()))
    for form in policy.forms:
        kind = "asked for in writing, without a form," if form.ours else "a form"
        says = f"{form.name}: {kind} from {form.by} to {form.to}. {form.due}"
        yield Passage(form.rule, form.at, says)
    for other in policy.elsewhere:
        if other.to and other.rule and other.at:
            yield Passage(other.rule, other.at, f"{other.about.replace('_', ' ').capitalize()}: {other.to}.")
    for area in policy.areas:
        yield Passage(area.rule, area.at, f"An area of disagreement: {area.name}. {area.note or ''}".strip())
    for stage in policy.stages:
        yield from map(_of_note, (*stage.before, *stage.notes, *stage.shortcut))
    urgency = (policy.urgency,) if policy.urgency else ()
    notes = (policy.final, *urgency, *policy.meanwhile, *policy.document.notes, *policy.context, *policy.support)
    yield from map(_of_note, notes)
    yield from map(_of_panel, policy.panels)
    for ending in policy.endings:
        yield Passage(ending.rule, ending.at, f"It may end {ending.kind.value}: {ending.says}")
    yield Passage(policy.longer.rule, policy.longer.at, policy.longer.says)


def _of_step(step: Step) -> Passage:
    parts = (step.do, step.note or "")
    return Passage(step.rule, step.at, " ".join(part for part in parts if part))


def _of_panel(panel: Panel) -> Passage:
    chair = f" In the chair: {panel.chair}." if panel.chair else ""
    without = f" Not: {', '.join(panel.without)}." if panel.without else ""
    says = f"Who sits on the {panel.name}: {', '.join(panel.members)}.{chair}{without} {panel.note or ''}"
    return Passage(panel.rule, panel.at, says.strip())


def _of_note(note: Note) -> Passage:
    return Passage(note.rule, note.at, note.says)


@lru_cache(maxsize=64)
def _index(policy: Policy) -> tuple[list[tuple[Passage, frozenset[str]]], dict[str, float]]:
    found = [(passage, _stems(passage.says)) for passage in passages(policy)]
    known = {stem for _, stems in found for stem in stems}
    weights = {stem: math.log(1 + len(found) / sum(stem in stems for _, stems in found)) for stem in known}
    return found, weights


def _stems(text: str) -> frozenset[str]:
    words = (_SAME.get(word, word) for word in _WORD.findall(text.lower()) if word not in _ASKING)
    return frozenset(_stem(word) for word in words)


def _stem(word: str) -> str:
    for ending in ("ations", "ation", "ing", "ies", "ied", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word.removesuffix("e") if len(word) > 4 else word
