"""``waymark policies try``: one case walked through a policy, stage by stage, with every date and what starts it.

The walk is slow on purpose: each step that starts a limit is done on its last day, and nothing is ever resolved.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from textwrap import wrap

from bot import bankholidays, library
from bot.casework.advice import Advice, Running
from bot.casework.calendar import WorkingCalendar, local_date, london, say_date, say_moment, start_of
from bot.casework.case import Outcome
from bot.casework.examples import Given
from bot.casework.moves import clock_step
from bot.casework.policy import Policy
from bot.casework.stages import Step
from bot.casework.timescale import Deadline
from bot.casework.vocabulary import RAISED, RESOLUTION, RISK, STAGE, Scope
from bot.library.rehearsal import Rehearsal

WIDTH = 80
CLOSING_TIME = 17
WIDER = (Scope.POOL, Scope.OVERALL)
STARTS = {
    RAISED: "the day it was raised",
    STAGE: "the day the stage began",
    RISK: "the moment that the risk was seen",
    RESOLUTION: "the day it is resolved",
}


def walk(folder: Path, named: str, start: datetime, urgent: bool) -> int:
    """Print the walk through a policy, named by its id or its file. Raises PolicyError where that has mistakes."""
    path = Path(named) if named.endswith(".yml") else folder / f"{named}.yml"
    policy = library.load(path)
    given = Given(start, urgent=urgent if policy.asks_urgency else None)
    sys.stdout.writelines(f"{line}\n" for line in lines(policy, bankholidays.calendar(policy.nation), given))
    return 0


def lines(policy: Policy, calendar: WorkingCalendar, given: Given) -> Iterator[str]:
    """The walk, line by line."""
    rehearsal = Rehearsal(policy, calendar, given)
    seen: set[tuple[str, bool]] = set()
    yield from _wrapped(f"{policy.titled}. Raised on {say_moment(london(given.raised))}.")
    urgent = {None: "", True: " It is urgent.", False: " It is not urgent."}[given.urgent]
    yield from _wrapped(f"Each step is done on its last day here, and nothing is resolved.{urgent}")
    while True:
        advice = rehearsal.advice()
        yield ""
        yield from _stage(advice)
        yield from _limits(_running(advice), seen)
        while (rule := clock_step(advice.stage, advice.case)) is not None:
            rehearsal.step_done(_latest(advice, next((i for i in _running(advice) if i.limit.step == rule), None)))
            advice = rehearsal.advice()
            yield from _wrapped(f"{say_date(local_date(rehearsal.now))}: {rule} is done.", "  ")
            yield from _limits((item for item in _running(advice) if item.limit.start == rule), seen)
        if advice.next_stage is None:
            break
        ends = _latest(advice, advice.headline)
        rehearsal.ended(Outcome.UNRESOLVED, ends)
        yield from _wrapped(f"{say_date(local_date(ends))}: not resolved, so on to {advice.next_stage.label}.", "  ")
    yield ""
    yield from _wrapped(f"Who decides last: {policy.final.says} ({policy.final.rule}, {policy.final.at})")


def _stage(advice: Advice) -> Iterator[str]:
    stage, began = advice.stage, advice.case.stage_at
    yield from _wrapped(f"{stage.label}: {stage.name}" + (f", from {say_date(local_date(began))}" if began else ""))
    yield from _wrapped(f"Contact: {stage.contact_next}", "  ")
    for step in (*advice.ours, *advice.theirs):
        yield from _wrapped(_step(step), "  - ", "    ")


def _limits(found: Iterable[Running], seen: set[tuple[str, bool]]) -> Iterator[str]:
    """Each limit with its date; how it is counted is said once."""
    for item in found:
        limit, deadline = item.limit, item.deadline
        start = STARTS.get(limit.start, f"the moment that {limit.start} is done")
        known = (limit.rule, deadline.provisional) in seen and limit.scope in WIDER
        seen.add((limit.rule, deadline.provisional))
        if deadline.provisional:
            yield from _wrapped(f"{limit.rule}: {limit.on}: not yet; it runs from {start}", "  * ", "    ")
            continue
        yield from _wrapped(f"{limit.rule}: {limit.on}: {_when(deadline)} ({limit.strength.value})", "  * ", "    ")
        if not known:
            yield from _wrapped(f"from {start}. {deadline.why}", "    ")
            for other in item.others:
                yield from _wrapped(f"{_when(other)}: {other.why}", "    ")


def _running(advice: Advice) -> Iterator[Running]:
    yield from (advice.headline, *advice.also) if advice.headline else ()


def _when(deadline: Deadline) -> str:
    if deadline.due is None:
        return "no date"
    return say_moment(deadline.due_at) if deadline.due_at else say_date(deadline.due)


def _step(step: Step) -> str:
    when = f" [{', '.join(step.when)}]" if step.when else ""
    return f"{step.do}{when} ({step.force.value}; {step.rule}, {step.at})"


def _latest(advice: Advice, item: Running | None) -> datetime:
    """The end of the last working hour before that limit runs out, or where it has no date yet the moment it is."""
    if item is None or item.deadline.provisional or item.deadline.due is None:
        return advice.now
    return max(advice.now, item.deadline.due_at or start_of(item.deadline.due).replace(hour=CLOSING_TIME))


def _wrapped(sentence: str, first: str = "", rest: str | None = None) -> list[str]:
    return wrap(sentence, WIDTH, initial_indent=first, subsequent_indent=first if rest is None else rest)
