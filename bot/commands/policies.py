"""``waymark policies``: list, check and show the policy files."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace
from dataclasses import asdict
from pathlib import Path

from bot import library
from bot.casework.policy import Limit, Policy, Stage, Step
from bot.config import Settings


def add_arguments(parser: ArgumentParser) -> None:
    """The sub-commands."""
    commands = parser.add_subparsers(dest="what", required=True, metavar="list|check|show")
    listing = commands.add_parser("list", help="the policies, a line each")
    listing.add_argument("--json", action="store_true", help="for programs")
    checking = commands.add_parser("check", help="read the files strictly and name every mistake")
    checking.add_argument("files", nargs="*", type=Path, metavar="FILE", help="all policies where none is named")
    showing = commands.add_parser("show", help="what a policy says, stage by stage")
    showing.add_argument("policy", metavar="POLICY")
    showing.add_argument("--stage", metavar="S", help="one stage only")
    showing.add_argument("--json", action="store_true", help="for programs")


def run(arguments: Namespace, settings: Settings) -> int:
    """Do what is asked. The exit code is 1 where a file has mistakes or a name is unknown."""
    try:
        if arguments.what == "check":
            return _check(arguments.files or sorted(settings.policy_folder.glob("*.yml")))
        policies = library.load_all(settings.policy_folder)
    except library.PolicyError as error:
        sys.stderr.writelines(f"{problem}\n" for problem in error.problems)
        return 1
    if arguments.what == "list":
        return _list(list(policies.values()), arguments.json)
    if arguments.policy not in policies:
        return _refuse(f"there is no policy {arguments.policy!r}; there are {', '.join(policies)}")
    return _show(policies[arguments.policy], arguments.stage, arguments.json)


def _check(files: list[Path]) -> int:
    problems = 0
    for path in files:
        try:
            policy = library.load(path)
        except library.PolicyError as error:
            problems += len(error.problems)
            sys.stdout.writelines(f"{problem}\n" for problem in error.problems)
        except OSError as error:
            problems += 1
            sys.stdout.write(f"{path}: cannot be read: {error.strerror}\n")
        else:
            limits = len(list(policy.all_limits()))
            sys.stdout.write(
                f"{path}: good. {len(policy.stages)} stages, {limits} limits, {len(policy.rules())} rules.\n"
            )
    if problems:
        sys.stdout.write(f"{problems} problem{'s' if problems != 1 else ''}.\n")
    return int(problems > 0)


def _list(policies: list[Policy], for_programs: bool) -> int:
    if for_programs:
        rows = [
            {
                "id": policy.id,
                "version": policy.version,
                "title": policy.title,
                "area": policy.area,
                "people": [person.value for person in policy.people],
                "stages": [stage.id for stage in policy.stages],
            }
            for policy in policies
        ]
        sys.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
        return 0
    for policy in policies:
        people = " and ".join(f"{person.value}" for person in policy.people)
        sys.stdout.write(f"{policy.id:30} {policy.title} ({people}; stages {_ids(policy)})\n")
    return 0


def _show(policy: Policy, stage_id: str | None, for_programs: bool) -> int:
    if stage_id is not None and stage_id not in {stage.id for stage in policy.stages}:
        return _refuse(f"{policy.id} has no stage {stage_id!r}; its stages are {_ids(policy)}")
    stages = [stage for stage in policy.stages if stage_id in (None, stage.id)]
    if for_programs:
        plain = asdict(policy if stage_id is None else stages[0])
        sys.stdout.write(json.dumps(plain, ensure_ascii=False, indent=2) + "\n")
        return 0
    sys.stdout.write(f"{policy.title}\n{policy.owner}\n")
    for stage in stages:
        sys.stdout.write("\n" + "\n".join(_stage_lines(stage, policy.limits_in(stage.id))) + "\n")
    if stage_id is None:
        sys.stdout.write("\nAt immediate risk\n" + "\n".join(map(_step_line, policy.risk.steps)) + "\n")
        sys.stdout.write("\nAt the end\n" + "\n".join(map(_step_line, policy.closing)) + "\n")
        sys.stdout.write(f"\nWho decides last: {policy.final.says} ({policy.final.rule}, {policy.final.at})\n")
    return 0


def _stage_lines(stage: Stage, limits: tuple[Limit, ...]) -> list[str]:
    head = [f"{stage.label}: {stage.name}", f"  contact: {stage.contact_next}"]
    return [*head, *(_step_line(step) for step in stage.steps), *(_limit_line(limit) for limit in limits)]


def _step_line(step: Step) -> str:
    when = f" [{', '.join(step.when)}]" if step.when else ""
    return f"  - {step.do}{when} ({step.force.value}; {step.rule}, {step.at})"


def _limit_line(limit: Limit) -> str:
    readings = [f"{reading.value} {reading.unit.value.replace('_', ' ')}" for reading in limit.all_readings]
    time = " or ".join(readings) or "no time given"
    return f"  * {limit.on}: {time}, from {limit.start} ({limit.strength.value}; {limit.rule}, {limit.at})"


def _ids(policy: Policy) -> str:
    return ", ".join(stage.id for stage in policy.stages)


def _refuse(sentence: str) -> int:
    sys.stderr.write(f"waymark policies: {sentence}\n")
    return 1
