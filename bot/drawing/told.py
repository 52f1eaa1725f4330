"""The chart in words, for those who do not see it: everything it shows, from top to bottom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from bot.casework.calendar import say_date
from bot.casework.policy import Policy
from bot.casework.stages import Limit, Stage, Step
from bot.drawing import words
from bot.drawing.vocabulary import ENDINGS, MATTERS


def title(policy: Policy, here: str | None) -> str:
    """The name of the picture."""
    at = f", you are at {policy.stage(here).label}" if here else ""
    return f"{policy.titled}: flowchart{at}"


def flow(policy: Policy, here: str | None, done: Mapping[str, date]) -> str:
    """The whole flow."""
    return " ".join(filter(None, _sentences(policy, here, done)))


def _sentences(policy: Policy, here: str | None, done: Mapping[str, date]) -> Iterator[str]:
    yield f"When agencies disagree about {words.protected(policy)}, in {len(policy.stages)} stages from top to bottom."
    yield from _risk(policy)
    if policy.urgency:
        yield f"Urgent: {policy.urgency.says} ({policy.urgency.rule})"
    for limit in words.other_limits(policy):
        yield f"{words.capital(limit.on)}: {words.in_all(limit).replace('*', '')} ({limit.rule})"
    for stage in policy.stages:
        yield from _stage(policy, stage, here, done)
    yield f"The last word: {policy.final.says}"
    yield from _group(policy, "When it is resolved", policy.closing)
    yield from _group(policy, "If a limit is missed", policy.missed)
    yield from _group(policy, "At every stage", policy.throughout)
    yield from (f"{note.says} ({note.rule})" for note in policy.meanwhile)
    yield from (f"{ENDINGS[ending.kind]}: {ending.says} ({ending.rule})" for ending in policy.endings)
    yield f"Can it take longer? {policy.longer.says} {words.adjusted(policy)}"
    for each, to in words.elsewhere(policy):
        yield f"{MATTERS[each.about]}: {to}."
    if silent := words.silent(policy):
        yield f"The policy is silent on: {silent}."
    yield f"The document: {policy.document.title}, {words.dated(policy)}."
    yield from (note.says for note in policy.document.notes)


def _risk(policy: Policy) -> Iterator[str]:
    risk = policy.risk
    yield f"From any stage, if somebody is {risk.words}: in danger now, call 999 (Waymark's own advice)."
    yield f"The policy asks{', in this order' if risk.ordered else ''}:"
    yield from (_step(policy, step) for step in risk.steps)
    yield from map(_limit, risk.limits)
    if risk.enter:
        yield f"It leads straight to {policy.stage(risk.enter).label}."
    if risk.parallel:
        yield "The disagreement goes on beside it."
    if risk.gap:
        yield risk.gap


def _stage(policy: Policy, stage: Stage, here: str | None, done: Mapping[str, date]) -> Iterator[str]:
    marks = ["you are here"] if stage.id == here else []
    marks += [f"done on {say_date(done[stage.id])}"] if stage.id in done else []
    yield f"{stage.label}: {stage.name}{''.join(f', {mark}' for mark in marks)}."
    yield "It may be left out." if stage.optional else ""
    yield f"Contact next: {stage.contact_next}."
    yield from map(words.other_contact, stage.other_contacts)
    yield from (f"{note.says} ({note.rule})" for note in (*stage.before, *stage.shortcut, *stage.notes))
    yield from (_step(policy, step) for step in stage.steps)
    for panel in (panel for panel in policy.panels if panel.stage == stage.id):
        yield f"{words.capital(panel.name)}: {words.panel(panel)} ({panel.rule})"
    limits = words.own_limits(policy, stage.id)
    yield from map(_limit, limits)
    for limit in words.shared_limits(policy):
        if limit.covers[0] == stage.id:
            yield f"{words.sharing(limit)}: {_limit(limit)}"
    if not limits and not any(stage.id in limit.covers for limit in words.shared_limits(policy)):
        yield f"{words.NO_LIMIT}."
    if stage.next:
        yield f"If {words.onward(stage)}, go on to {policy.stage(stage.next).label}."


def _group(policy: Policy, name: str, steps: tuple[Step, ...]) -> Iterator[str]:
    if steps:
        yield f"{name}:"
        yield from (_step(policy, step) for step in steps)


def _step(policy: Policy, step: Step) -> str:
    who = f"{words.who(step)}: " if words.who(step) else ""
    named = step.form and not policy.form(step.form).ours
    form = f" Form: {policy.form(step.form or '').name}." if named else ""
    notice = " Notice only." if step.notice else ""
    copies = f" {words.copied(step)}" if step.copies else ""
    return f"{who}{words.what(step)}{form}{notice}{copies} ({step.force.value}, {step.rule})"


def _limit(limit: Limit) -> str:
    counted = words.counted(limit).replace("*", "")
    strength = ", ".join(part for part in (words.strength(limit), limit.rule) if part)
    on = ", ".join([*words.conditions(limit.when), limit.on])
    return f"{words.capital(on)}: {', '.join(filter(None, [words.amount(limit), counted]))} ({strength})."
