"""``waymark policies check``: read the files strictly, work out their examples, and count the rules they hold."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap

from bot import bankholidays, library
from bot.casework.policy import Policy
from bot.library.coverage import LISTED, Coverage, coverage, listed

WIDTH = 80


def check(files: list[Path]) -> int:
    """Read each file; the exit code is 1 where any has a mistake."""
    problems = 0
    for path in files:
        try:
            policy = library.check(path, bankholidays.calendar)
        except library.PolicyError as error:
            problems += len(error.problems)
            sys.stdout.writelines(f"{problem}\n" for problem in error.problems)
        else:
            rules = coverage(policy, listed(path.parent))
            lost = list(_lost(path, rules))
            problems += len(lost)
            sys.stdout.writelines(f"{line}\n" for line in lost or _report(path, policy, rules))
    if problems:
        sys.stdout.write(f"{problems} problem{'s' if problems != 1 else ''}.\n")
    return int(problems > 0)


def _lost(path: Path, rules: Coverage) -> Iterator[str]:
    for rule in rules.missing:
        yield f"{path}:0: rule: {rule} is in {LISTED} and nowhere in the file; if it asks nothing, put it in context"
    for rule in rules.strange:
        yield f"{path}:0: rule: {rule} is in the file, but not in {LISTED}"


def _report(path: Path, policy: Policy, rules: Coverage) -> list[str]:
    limits = len(list(policy.all_limits()))
    counted = ", ".join(f"{kind} {len(found)}" for kind, found in rules.held.items() if found)
    of = f" of {rules.total}" if rules.known else ""
    unknown = "" if rules.known else f" ({LISTED} beside the file lists none of its rules, so none can be missed)"
    size = f"{len(policy.stages)} stages, {limits} limits, {len(policy.examples)} examples that come out right."
    return [
        f"{path}: good.",
        *_indented(size),
        *_indented(f"{rules.total}{of} rules of the document{unknown}: {counted}."),
    ]


def _indented(sentence: str) -> list[str]:
    return wrap(sentence, WIDTH, initial_indent="    ", subsequent_indent="    ")
