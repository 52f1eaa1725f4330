"""The organisation's own file, read as strictly as a policy (``policies/README.md`` explains its keys)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.casework.organisation import Organisation, OwnContact
from bot.library import PolicyError
from bot.library.checks import clock_times, parts
from bot.library.document import NotYaml, Problem, compose
from bot.library.reader import Reader


def load_organisation(path: Path) -> Organisation:
    """The organisation in a file. Raises PolicyError with every problem of the file."""
    try:
        root = compose(path.read_bytes())
    except OSError as error:
        raise PolicyError([f"{path}:0: file: cannot be read ({error.strerror})"]) from error
    except NotYaml as error:
        raise _refused(path, error.problems) from error
    reader = Reader()
    organisation = reader.organisation(root)
    problems = [*reader.problems, *([] if reader.problems else _findings(organisation, reader))]
    if problems:
        raise _refused(path, problems)
    return organisation


def _findings(organisation: Organisation, reader: Reader) -> Iterator[Problem]:
    contacts = [part for part in parts(organisation) if isinstance(part, OwnContact)]
    if not contacts:
        yield Problem(reader.line(organisation, ""), "lead", "is missing, and so is every other contact")
    for part, key, what in clock_times(organisation):
        yield Problem(reader.line(part, key), key, what)
    for contact in contacts:
        if not (contact.phone or contact.email):
            yield Problem(reader.line(contact, "phone"), "phone", "is missing, and so is email: one of them is needed")


def _refused(path: Path, problems: tuple[Problem, ...] | list[Problem]) -> PolicyError:
    return PolicyError(f"{path}:{problem.line}: {problem.key}: {problem.what}" for problem in sorted(problems))
