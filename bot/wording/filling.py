"""What stands in the fields of a form: facts out of the case, one line each, and nothing that nobody has said."""

from __future__ import annotations

from collections.abc import Callable

from bot.casefiles import CaseFile
from bot.casework.advice import Running
from bot.casework.calendar import local_date, say_date, say_moment
from bot.casework.case import Circumstance, Event
from bot.casework.vocabulary import Holds, Level
from bot.wording.questions import said_categories
from bot.wording.recording import ENDED, PRACTITIONER, SPOKEN, lines
from bot.wording.shaping import capital

_DISCUSSED = frozenset({Event.STEP_DONE, Event.STAGE_ENTERED, Event.NOTED, Event.DATE_AGREED, Event.RESOLVED})


def held(file: CaseFile, what: Holds) -> list[str]:
    """The lines that the case has for it; none where nothing is known."""
    return _HELD[what](file)


def _today(file: CaseFile) -> list[str]:
    return [say_date(local_date(file.now))]


def _stage(file: CaseFile) -> list[str]:
    here = next((leg for leg in file.way if leg.here), None)
    if here is None:
        return []
    since = f", since {say_date(local_date(here.since))}" if here.since else ""
    return [f"{here.stage.label}: {here.stage.name}{since}"]


def _agencies(file: CaseFile) -> list[str]:
    known = file.case.circumstances
    own, other = known.get(Circumstance.AGENCY), known.get(Circumstance.OTHER_AGENCY)
    said = [f"Our agency: {_sector(own)}"] if own else []
    return said + ([f"The other agency: {_sector(other)}"] if other else [])


def _sector(value: str | bool) -> str:
    return str(value).replace("_", " ")


def _concern(file: CaseFile) -> list[str]:
    case, found = file.case, []
    if case.raised_at:
        found.append(f"The disagreement arose on {say_date(local_date(case.raised_at))}.")
    if case.categories:
        found.append(f"It is about {said_categories(case.categories)}.")
    if case.on_plan_or_looked_after:
        found.append("The child is on a protection plan or looked after.")
    told = [f"“{' '.join(words.split())}”" for words in case.words]
    return found + (["In the practitioner’s own words, as told to Waymark:", *told] if told else [])


def attempts(file: CaseFile) -> list[str]:
    """What was tried before Waymark was asked, and how each stage has ended since."""
    tried = file.case.tried
    found = []
    if tried and tried.level is Level.CONSULT:
        on = f" on {say_date(local_date(tried.when))}" if tried.when else ""
        found.append(f"Spoken to {SPOKEN[Level.CONSULT]}{on}.")
    for leg in file.way:
        if not leg.passed:
            continue
        days = f"from {say_date(local_date(leg.since))} " if leg.since else ""
        days += f"to {say_date(leg.done_on)}" if leg.done_on else "earlier"
        ended = f": {ENDED[leg.outcome]}" if leg.outcome else ""
        found.append(f"{leg.stage.label} ({leg.stage.name}), {days}{ended}.")
    return found + ([f"{line} (now)" for line in _stage(file)] if file.case.is_open else [])


def _discussions(file: CaseFile) -> list[str]:
    said = lines(file.record, file.person, file.editions, file.policy, PRACTITIONER, file.names)
    chosen = [line for entry, line in zip(file.record, said, strict=True) if entry.event in _DISCUSSED]
    return [f"{say_date(local_date(line.at))}: {_one(line.what, line.words)}" for line in chosen]


def _one(what: str, words: str) -> str:
    return f"{what} “{' '.join(words.split())}”" if words else what


def _agreed(file: CaseFile) -> list[str]:
    named = {leg.stage.id: leg.stage.label for leg in file.way}
    return [
        f"Both agencies agreed on {say_date(day)} for {named.get(stage, f'Stage {stage}')}."
        for stage, day in file.case.agreed.items()
    ]


def timescales(file: CaseFile) -> list[str]:
    """Every date that runs, with its count."""
    advice = file.desk.advice
    if advice is None:
        return []
    found = [_running(item) for item in (advice.headline, *advice.also) if item and item.deadline.due]
    if not file.case.is_open:
        return found or ["No date runs any more."]
    safe = file.case.protect_by
    return found + ([f"The person has to be safe by {say_date(safe)}."] if safe else [])


def _running(item: Running) -> str:
    deadline = item.deadline
    when = say_moment(deadline.due_at) if deadline.due_at else say_date(deadline.due) if deadline.due else ""
    return f"{capital(item.limit.on)}, by {when}. {deadline.why} ({item.limit.at})"


def _missed(file: CaseFile) -> list[str]:
    return [f"{gone.stage.label}: {_running(gone.running)}" for gone in file.missed]


def _outcome(file: CaseFile) -> list[str]:
    at = file.case.resolved_at
    return [f"Recorded as resolved on {say_date(local_date(at))}."] if at else ["Still open."]


def _referred(file: CaseFile) -> list[str]:
    legs = [leg for leg in file.way if Level.PARTNERSHIP in leg.stage.levels and leg.since and (leg.here or leg.passed)]
    return [say_date(local_date(leg.since)) for leg in legs if leg.since] or ["Not referred."]


_HELD: dict[Holds, Callable[[CaseFile], list[str]]] = {
    Holds.TODAY: _today,
    Holds.STAGE: _stage,
    Holds.AGENCIES: _agencies,
    Holds.CONCERN: _concern,
    Holds.ATTEMPTS: attempts,
    Holds.DISCUSSIONS: _discussions,
    Holds.AGREED: _agreed,
    Holds.TIMESCALES: timescales,
    Holds.MISSED: _missed,
    Holds.OUTCOME: _outcome,
    Holds.REFERRED: _referred,
}
