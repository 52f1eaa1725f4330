"""The library: policy files in, policies out, strictly.

A file either becomes a whole :class:`~bot.casework.policy.Policy`, or a :class:`PolicyError` that lists
everything wrong with it by file, line and key. Nothing is guessed and nothing is left out silently.
``policies/README.md`` explains the format; :mod:`bot.casework.policy` with its parts and :mod:`bot.casework.vocabulary`
define it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from bot.casework.calendar import WorkingCalendar
from bot.casework.policy import Policy
from bot.library import examples
from bot.library.checks import Finding, findings
from bot.library.document import NotYaml, Problem, compose
from bot.library.reader import Reader

__all__ = ["PolicyError", "check", "load", "load_all"]


class PolicyError(Exception):
    """Policy files that do not say what a policy has to say. ``problems`` holds one line for each fault."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


def load(path: Path) -> Policy:
    """The policy in one file. Raises PolicyError with every problem of the file."""
    return _read(path)[0]


def check(path: Path, calendar_of: Callable[[str], WorkingCalendar]) -> Policy:
    """The policy in one file, with its examples worked out. Raises PolicyError also where one comes out otherwise."""
    policy, reader = _read(path)
    calendar = calendar_of(policy.nation)
    found = [finding for each in policy.examples for finding in examples.differences(policy, each, calendar)]
    if found:
        raise PolicyError(_worded(path, [_problem(reader, finding) for finding in found]))
    return policy


def _read(path: Path) -> tuple[Policy, Reader]:
    try:
        root = compose(path.read_bytes())
    except OSError as error:
        raise PolicyError([f"{path}:0: file: cannot be read ({error.strerror})"]) from error
    except NotYaml as error:
        raise PolicyError(_worded(path, error.problems)) from error
    reader = Reader()
    policy = reader.policy(root)
    found = [_problem(reader, finding) for finding in (*findings(policy, path.stem), *examples.findings(policy))]
    known = {(problem.line, problem.key) for problem in reader.problems}
    problems = reader.problems + [problem for problem in found if (problem.line, problem.key) not in known]
    if problems:
        raise PolicyError(_worded(path, problems))
    return policy, reader


def load_all(folder: Path) -> Mapping[str, Policy]:
    """Every policy of a folder by its id, in order. Raises PolicyError with the problems of all its files."""
    policies: dict[str, Policy] = {}
    problems: list[str] = []
    for path in sorted(folder.glob("*.yml")):
        try:
            policy = load(path)
            policies[policy.id] = policy
        except PolicyError as error:
            problems += error.problems
    if not policies and not problems:
        problems.append(f"{folder}:0: folder: holds no policy (*.yml)")
    if problems:
        raise PolicyError(problems)
    return policies


def _problem(reader: Reader, finding: Finding) -> Problem:
    return Problem(reader.line(finding.of, finding.key), finding.key, finding.what)


def _worded(path: Path, problems: Iterable[Problem]) -> list[str]:
    return [f"{path}:{problem.line}: {problem.key}: {problem.what}" for problem in sorted(problems)]
