"""The record in words: each entry as a professional would write it down, with its day, its author and its rule."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from bot.casework.calendar import local_date, london, say_date
from bot.casework.case import Answer, Circumstance, Entry, Event
from bot.casework.intake import Ask
from bot.casework.permissions import Tie
from bot.casework.policy import Policy
from bot.casework.reminders import Reply
from bot.casework.stages import Stage, Step
from bot.casework.vocabulary import Category, Level, Outcome
from bot.wording.questions import said_categories
from bot.wording.shaping import capital, quoted

PRACTITIONER = "Practitioner"
SPOKEN = {
    Level.CONSULT: "own manager or safeguarding lead",
    Level.PRACTITIONER: "the other worker",
    Level.LINE_MANAGER: "the managers of both agencies",
    Level.SENIOR_MANAGER: "senior managers of both agencies",
    Level.DIRECTOR: "directors",
    Level.PARTNERSHIP: "the partnership",
}
ENDED = {
    Outcome.UNRESOLVED: "no agreement was reached",
    Outcome.REFUSED: "the other agency did not agree",
    Outcome.NO_ANSWER: "there was no answer",
    Outcome.WAITING: "an answer was awaited",
    Outcome.RESOLVED: "it was resolved",
}
REPLIES = {
    Reply.RESOLVED: "resolved",
    Reply.NOT_RESOLVED: "not resolved",
    Reply.NO_ANSWER: "no answer yet",
    Reply.NEW_DATE: "a new date was agreed",
}
CAREFUL = {
    Ask.RISK_WITH: "anyone who may harm them is with them, or will be today",
    Ask.RISK_HURT: "they are hurt, ill, or unable to keep themselves safe",
    Ask.RISK_SEEN: "their whereabouts are unknown, or nobody was able to see them",
}
SHARED_AS = {Tie.HELPER: "to see and to act in", Tie.READER: "to see"}
ANSWERS = {Answer.YES: "yes", Answer.NO: "no", Answer.UNSURE: "not sure"}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the record. ``words`` are what a person wrote, kept apart from what Waymark says of it."""

    at: datetime
    who: str
    what: str
    words: str = ""
    rules: tuple[str, ...] = ()

    @property
    def when(self) -> str:
        """ "Thursday 24 December 2026, 15:00", London time."""
        return f"{say_date(local_date(self.at))}, {london(self.at):%H:%M}"


@dataclass
class _Reader:
    """Goes through a record; knows the policy that held at each entry."""

    person: str
    editions: Mapping[str, Policy]
    fallback: Policy | None
    me: str
    names: Mapping[str, str] = field(default_factory=dict)
    policy: Policy | None = None
    stage: str | None = None

    def line(self, entry: Entry) -> Line:
        if entry.event in (Event.POLICY_SET, Event.POLICY_MOVED):
            self.policy = self._edition(entry)
        what = _SAID[entry.event](self, entry)
        if entry.event is Event.STAGE_ENTERED:
            self.stage = entry.about["stage"]
        who = self.me if entry.actor == self.person else self.called(entry.actor)
        return Line(entry.at, who, what, str(entry.about.get("text", "")), self._rules(entry))

    def _edition(self, entry: Entry) -> Policy | None:
        known = self.editions.get(str(entry.about.get("hash")))
        same = self.fallback if self.fallback and self.fallback.id == entry.about.get("policy") else None
        return known or same or (self.policy if entry.event is Event.POLICY_MOVED else None)

    def _rules(self, entry: Entry) -> tuple[str, ...]:
        about = entry.about
        match entry.event:
            case Event.STEP_DONE | Event.STEP_TAKEN_BACK:
                return (about["rule"],)
            case Event.STAGE_ENTERED:
                stage = self.find_stage(about["stage"])
                return (stage.rule,) if stage else ()
            case Event.ALARM:
                return tuple(dict.fromkeys(step.rule for step in self.policy.risk.steps)) if self.policy else ()
            case Event.REMINDER_ANSWERED:
                rule = about["deadline"].split("/")[1]
                return () if rule == "open" else (rule,)
            case _:
                return ()

    def called(self, person: str) -> str:
        """What somebody else is called: as the directory has it, or by what Waymark knows them by."""
        return self.names.get(person, person)

    def find_stage(self, stage_id: str) -> Stage | None:
        stages = self.policy.stages if self.policy else ()
        return next((stage for stage in stages if stage.id == stage_id), None)

    def named(self, stage_id: str | None) -> str:
        """The stage as people name it: "Stage 2 (Escalate to line manager)"."""
        stage = self.find_stage(stage_id) if stage_id else None
        return f"{stage.label} ({stage.name})" if stage else f"Stage {stage_id}"

    def step(self, rule: str) -> Step | None:
        return next((step for step in self.policy.all_steps() if step.rule == rule), None) if self.policy else None


def lines(
    record: Sequence[Entry],
    person: str,
    editions: Mapping[str, Policy],
    fallback: Policy | None = None,
    me: str = PRACTITIONER,
    names: Mapping[str, str] | None = None,
) -> tuple[Line, ...]:
    """The record in its order. ``me`` is how ``person`` is called, ``names`` how others are; ``fallback`` is the policy
    of old records."""
    reader = _Reader(person, editions, fallback, me, names or {})
    return tuple(reader.line(entry) for entry in record)


def _day(text: str) -> str:
    return say_date(local_date(datetime.fromisoformat(text)))


def _policy(reader: _Reader, entry: Entry) -> str:
    if not entry.about["policy"]:
        return "The policy named before was taken back."
    name = reader.policy.title if reader.policy else entry.about["policy"]
    return f"Policy: {name}, version {entry.about['version']}."


def _tried(reader: _Reader, entry: Entry) -> str:
    about = entry.about
    if "level" not in about and about.get("outcome"):
        return f"Before Waymark was asked: {ENDED[Outcome(about['outcome'])]}; with whom was not said yet."
    if "level" not in about:
        return "What was said about earlier attempts was taken back."
    if about["level"] is None:
        return "Before Waymark was asked, nobody had been spoken to."
    on = f" on {_day(about['when'])}" if about.get("when") else ""
    ended = f"; {ENDED[Outcome(about['outcome'])]}" if about.get("outcome") else ""
    return f"Before Waymark was asked: spoken to {SPOKEN[Level(about['level'])]}{on}{ended}."


def _stage(reader: _Reader, entry: Entry) -> str:
    because, now = entry.about.get("because"), reader.named(entry.about["stage"])
    since = f"{now} begins, counted from {_day(entry.about['at'])}."
    if because == "arrival" or because is None:
        return since
    ended = ENDED.get(Outcome(because), "it was not settled") if because in set(Outcome) else "it was not settled"
    return f"{reader.named(reader.stage)} ended: {ended}. {since}"


def _step(reader: _Reader, entry: Entry) -> str:
    step = reader.step(entry.about["rule"])
    what = step.do.rstrip(".") if step else f"what {entry.about['rule']} asks"
    return f"Done on {_day(entry.about['at'])}: {what}."


def _taken_back(reader: _Reader, entry: Entry) -> str:
    step = reader.step(entry.about["rule"])
    what = step.do.rstrip(".") if step else f"what {entry.about['rule']} asks"
    return f"Not done after all, although noted as done before: {what}."


def _circumstances(_reader: _Reader, entry: Entry) -> str:
    return capital("; ".join(filter(None, map(_circumstance, entry.about.items())))) + "."


def _circumstance(item: tuple[str, Any]) -> str:
    name, value = item
    sector = str(value).replace("_", " ")
    return {
        Circumstance.ON_PLAN: f"the child is {'' if value else 'not '}on a protection plan",
        Circumstance.LOOKED_AFTER: f"the child is {'' if value else 'not '}looked after",
        Circumstance.AGENCY: f"the practitioner works in {sector}",
        Circumstance.OTHER_AGENCY: f"the other agency is in {sector}",
        Circumstance.URGENT: {None: "whether it is urgent was taken back", True: "urgent"}.get(value, "not urgent"),
    }.get(Circumstance(name), "") if name in set(Circumstance) else ""


def _categories(_reader: _Reader, entry: Entry) -> str:
    found = [Category(name) for name in entry.about["categories"]]
    if not found:
        return "What it is about was taken back."
    return f"The disagreement is about {said_categories(found)}."


def _agreed(reader: _Reader, entry: Entry) -> str:
    on = say_date(date.fromisoformat(entry.about["date"]))
    return f"Both agencies agreed on {on} for {reader.named(entry.about['stage'])}."


def _careful(_reader: _Reader, entry: Entry) -> str:
    about = CAREFUL.get(Ask(entry.about["question"]), "there is danger")
    return f"Asked whether {about}. Answer: {ANSWERS[Answer(entry.about['answer'])]}."


def _raised(_reader: _Reader, entry: Entry) -> str:
    at = entry.about.get("at")
    return f"The disagreement arose, or the decision was received, on {_day(at)}." if at else "The date was taken back."


def _person(_reader: _Reader, entry: Entry) -> str:
    person = entry.about["person"]
    if not person:
        return "Whether it is about a child or an adult was taken back."
    return f"It is about a{'n' if person == 'adult' else ''} {person}."


def _labelled(_: _Reader, entry: Entry) -> str:
    label = entry.about["label"]
    return f"The practitioner calls this case {quoted(label)}." if label else "The case has no label any more."


_SAID: dict[Event, Callable[[_Reader, Entry], str]] = {
    Event.OPENED: lambda _, entry: "Case opened in Waymark.",
    Event.DESCRIBED: lambda _, entry: "Told to Waymark, with identifying details left out:",
    Event.RISK_ANSWERED: lambda _, entry: (
        f"Asked whether anyone is in danger now. Answer: {ANSWERS[Answer(entry.about['answer'])]}."
    ),
    Event.CAREFUL_ANSWERED: _careful,
    Event.RISK_DOUBTED: lambda _, entry: "Something that was said may mean danger, so the question is asked again.",
    Event.ALARM: lambda _, entry: (
        "Immediate danger was noticed. Advice given: call 999, tell social care and the safeguarding lead, "
        "and go on with the disagreement as well."
    ),
    Event.POLICY_SET: _policy,
    Event.POLICY_MOVED: lambda _, entry: (
        f"The case was put under version {entry.about['version']} of its policy"
        + (f" (before: {entry.about['from']})." if entry.about.get("from") else ".")
    ),
    Event.PERSON_SET: _person,
    Event.CATEGORY_SET: _categories,
    Event.CIRCUMSTANCES_SET: _circumstances,
    Event.RAISED_SET: _raised,
    Event.TRIED_SET: _tried,
    Event.RAISED_AGAIN: lambda _, entry: f"The same concern was raised again, {entry.about['times']} times in all.",
    Event.STAGE_ENTERED: _stage,
    Event.STEP_DONE: _step,
    Event.STEP_TAKEN_BACK: _taken_back,
    Event.DATE_AGREED: _agreed,
    Event.PROTECT_BY_SET: lambda _, entry: (
        f"The person has to be safe by {say_date(date.fromisoformat(entry.about['date']))}."
    ),
    Event.REMINDER_ANSWERED: lambda _, entry: (
        f"Answer to a reminder: {REPLIES[Reply(entry.about['reply'])]}."
        if entry.about.get("reply") in set(Reply)
        else "A reminder was answered."
    ),
    Event.LABELLED: _labelled,
    Event.SHARED: lambda reader, entry: (
        f"Shared with {reader.called(entry.about['with'])}, {SHARED_AS[Tie(entry.about['as'])]}."
    ),
    Event.UNSHARED: lambda reader, entry: f"No longer shared with {reader.called(entry.about['with'])}.",
    Event.HANDED_OVER: lambda reader, entry: (
        f"Handed over from {reader.called(entry.about['from'])} to {reader.called(entry.about['to'])}."
    ),
    Event.NOTED: lambda _, entry: "Note, with identifying details left out:",
    Event.RESOLVED: lambda _, entry: f"Recorded as resolved on {_day(entry.about['at'])}.",
    Event.REOPENED: lambda _, entry: "Opened again: what was settled has not held.",
    Event.WITHDRAWN: lambda _, entry: "Withdrawn before a stage was reached.",
    Event.CLOSED: lambda _, entry: "Closed.",
}
"""What is written for each kind of entry."""

