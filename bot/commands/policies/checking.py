"""``waymark policies check``: read the files strictly and name every mistake."""

from __future__ import annotations

import sys
from pathlib import Path

from bot import library


def check(files: list[Path]) -> int:
    """Read each file; the exit code is 1 where any has a mistake."""
    problems = 0
    for path in files:
        try:
            policy = library.load(path)
        except library.PolicyError as error:
            problems += len(error.problems)
            sys.stdout.writelines(f"{problem}\n" for problem in error.problems)
        else:
            limits = len(list(policy.all_limits()))
            sys.stdout.write(
                f"{path}: good. {len(policy.stages)} stages, {limits} limits, {len(policy.rules())} rules.\n"
            )
    if problems:
        sys.stdout.write(f"{problems} problem{'s' if problems != 1 else ''}.\n")
    return int(problems > 0)
