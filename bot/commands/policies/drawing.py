"""``waymark policies draw``: a policy as a flowchart, as a file or on the standard output."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from bot.casework.policy import Policy
from bot.drawing import flowchart


def draw(policies: Mapping[str, Policy], name: str, here: str | None, file: Path | None) -> int:
    """Draw one policy, for a sheet of A4."""
    if name not in policies:
        return _refuse(f"there is no policy {name!r}; there are {', '.join(policies)}")
    policy = policies[name]
    stages = [stage.id for stage in policy.stages]
    if here is not None and here not in stages:
        return _refuse(f"{policy.id} has no stage {here!r}; its stages are {', '.join(stages)}")
    picture = flowchart(policy, here, paper=True)
    if file is None:
        sys.stdout.write(picture)
        return 0
    try:
        file.write_text(picture, encoding="utf-8")
    except OSError as error:
        return _refuse(f"{file} cannot be written: {error.strerror}")
    sys.stdout.write(f"{file}: {policy.titled}, for a sheet of A4.\n")
    return 0


def _refuse(sentence: str) -> int:
    sys.stderr.write(f"waymark policies: {sentence}\n")
    return 1
