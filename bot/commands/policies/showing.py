"""``waymark policies list`` and ``show``: what there is, and what a policy says stage by stage."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import asdict

from bot.casework.policy import Policy
from bot.casework.stages import Limit, Stage, Step


def list_all(policies: Mapping[str, Policy], for_programs: bool) -> int:
    """The policies, a line each."""
    if for_programs:
        rows = [
            {
                "id": policy.id,
                "version": policy.version,
                "title": policy.title,
                "status": policy.status.value,
                "area": policy.area,
                "people": [person.value for person in policy.people],
                "stages": [stage.id for stage in policy.stages],
            }
            for policy in policies.values()
        ]
        sys.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
        return 0
    for policy in policies.values():
        people = " and ".join(f"{person.value}" for person in policy.people)
        sys.stdout.write(f"{policy.id:30} {policy.titled} ({people}; stages {_ids(policy)})\n")
    return 0


def show(policies: Mapping[str, Policy], name: str, stage_id: str | None, for_programs: bool) -> int:
    """One policy, or one stage of it."""
    if name not in policies:
        return _refuse(f"there is no policy {name!r}; there are {', '.join(policies)}")
    policy = policies[name]
    if stage_id is not None and stage_id not in {stage.id for stage in policy.stages}:
        return _refuse(f"{policy.id} has no stage {stage_id!r}; its stages are {_ids(policy)}")
    stages = [stage for stage in policy.stages if stage_id in (None, stage.id)]
    if for_programs:
        plain = asdict(policy if stage_id is None else stages[0])
        text = json.dumps(plain, ensure_ascii=False, indent=2, default=lambda when: when.isoformat())
        sys.stdout.write(f"{text}\n")
        return 0
    sys.stdout.write(f"{policy.titled}\n{policy.owner}\n")
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
