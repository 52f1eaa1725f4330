"""``waymark deadlines``: when a limit of a policy runs out, counted from an event, every reading of it."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, TextIO

from bot import bankholidays, library
from bot.casework.calendar import LONDON, london, say_date, say_moment
from bot.casework.policy import Policy
from bot.casework.ruling import of_rule
from bot.casework.stages import Limit
from bot.casework.timescale import Agreed, Deadline, deadlines
from bot.config import Settings


class BadRequest(Exception):
    """A question that cannot be answered, said in one sentence."""


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("--policy", help="the policy's id, as `waymark policies list` shows it")
    parser.add_argument("--rule", help="a rule id, for example GLOS-1d")
    parser.add_argument("--stage", help="instead of --rule: every limit that runs in that stage")
    parser.add_argument("--start", help="when the event happened from which the limit runs (London time)")
    parser.add_argument("--agreed", help="a date on which both agencies agreed")
    parser.add_argument("--protect-by", help="the date by which the child or adult has to be safe")
    parser.add_argument("--json", action="store_true", help="for programs")
    parser.add_argument("--jsonl", action="store_true", help="many questions, one JSON object a line, on stdin")


def run(arguments: Namespace, settings: Settings) -> int:
    """Answer one question, or with --jsonl one a line. The exit code is 1 where any could not be answered."""
    policies = library.load_all(settings.policy_folder)
    if arguments.jsonl:
        return _answer_lines(sys.stdin, sys.stdout, policies)
    question = {
        "policy": arguments.policy,
        "rule": arguments.rule,
        "stage": arguments.stage,
        "start": arguments.start,
        "agreed": arguments.agreed,
        "protect_by": arguments.protect_by,
    }
    try:
        found = answer(question, policies)
    except BadRequest as error:
        sys.stderr.write(f"waymark deadlines: {error}\n")
        return 1
    if arguments.json:
        sys.stdout.write(json.dumps([as_json(item) for item in found], ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.writelines(f"{line}\n" for item in found for line in _lines(item))
    return 0


def _answer_lines(lines: Iterable[str], out: TextIO, policies: Mapping[str, Policy]) -> int:
    failed = False
    for line in filter(str.strip, lines):
        try:
            question = json.loads(line)
            if not isinstance(question, dict):
                raise BadRequest("each line must be a JSON object")
            reply: list[dict[str, Any]] = [as_json(item) for item in answer(question, policies)]
        except BadRequest as error:
            failed, reply = True, [{"error": str(error)}]
        except (ValueError, RecursionError) as error:
            failed, reply = True, [{"error": f"this line is no JSON: {error}"}]
        out.write(json.dumps(reply, ensure_ascii=False) + "\n")
        out.flush()
    return int(failed)


def answer(question: Mapping[str, Any], policies: Mapping[str, Policy]) -> list[Deadline]:
    """Every reading of the limits that are asked for. Raises BadRequest where the question makes no sense."""
    policy = policies.get(str(question.get("policy")))
    if policy is None:
        raise BadRequest(f"there is no policy {question.get('policy')!r}; there are {', '.join(policies)}")
    start = _moment(question.get("start"))
    agreed = Agreed(_date(question, "agreed"), _date(question, "protect_by"))
    calendar = bankholidays.calendar(policy.nation).keeping(policy.office)
    rule, stage = question.get("rule"), question.get("stage")
    try:
        if stage is None:
            return list(of_rule(policy, _rule(policy, rule), start, calendar, agreed))
        return [item for limit in _limits(policy, stage) for item in deadlines(limit, start, calendar, agreed)]
    except OverflowError:
        raise BadRequest("one of these dates is too far away to count with") from None


def _rule(policy: Policy, rule: object) -> str:
    if rule not in policy.rules():
        raise BadRequest(f"{policy.id} has no rule {rule!r}; `waymark policies show {policy.id}` lists them")
    return str(rule)


def _limits(policy: Policy, stage: object) -> tuple[Limit, ...]:
    if stage not in {found.id for found in policy.stages}:
        stages = ", ".join(found.id for found in policy.stages)
        raise BadRequest(f"{policy.id} has no stage {stage!r}; its stages are {stages}")
    return policy.limits_in(str(stage))


def _moment(text: object) -> datetime:
    try:
        found = datetime.fromisoformat(str(text))
    except ValueError:
        raise BadRequest(f"--start must be a local time like 2026-12-24T15:00, not {text!r}") from None
    return london(found)


def _date(question: Mapping[str, Any], name: str) -> date | None:
    text = question.get(name)
    if text is None:
        return None
    try:
        return date.fromisoformat(str(text)[:10])
    except ValueError:
        raise BadRequest(f"--{name.replace('_', '-')} must be a date like 2026-12-24, not {text!r}") from None


def as_json(item: Deadline) -> dict[str, Any]:
    """One reading, for programs: ``due`` a date in London, ``due_at`` a moment with its zone."""
    return {
        "rule": item.rule,
        "due": item.due.isoformat() if item.due else None,
        "due_at": item.due_at.astimezone(LONDON).isoformat() if item.due_at else None,
        "unit": item.unit.value,
        "value": item.value,
        "strength": item.strength.value if item.strength else None,
        "shown": item.shown,
        "why": item.why,
    }


def _lines(item: Deadline) -> Iterator[str]:
    when = say_moment(item.due_at) if item.due_at else say_date(item.due) if item.due else "no date"
    yield f"{item.rule}  {when}" + ("" if item.shown else "  (another reading)")
    yield f"    {item.why}"
