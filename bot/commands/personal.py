"""``waymark personal``: what is held of a person, given out or deleted; a case deleted; what is over deleted now.

For the person who runs Waymark and answers for it. A person is named by their id, by one of their cases, or by their
object id in the directory.
"""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from pathlib import Path

from bot.config import Settings
from bot.personal import PersonalData


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of the command."""
    doing = parser.add_subparsers(dest="doing", required=True, metavar="WHAT")
    export = doing.add_parser("export", help="all that is held of a person, as JSON")
    export.add_argument("who", help="a person's id, one of their cases, or their id in the directory")
    export.add_argument("-o", "--output", type=Path, help="a file; else it is printed")
    erase = doing.add_parser("erase", help="delete a person: cases, conversation, addresses, sign-in")
    erase.add_argument("who", help="a person's id, one of their cases, or their id in the directory")
    erase.add_argument("--yes", action="store_true", help="it cannot be brought back, and nobody is reminded any more")
    case = doing.add_parser("erase-case", help="delete one case; its tombstone stays")
    case.add_argument("case", help="the reference of the case, such as W-7K2M9QD")
    case.add_argument("--yes", action="store_true", help="it cannot be brought back, and nobody is reminded any more")
    doing.add_parser("expire", help="delete what has been kept for long enough, as the worker does every hour")


def run(arguments: Namespace, settings: Settings) -> int:
    """The exit code is 1 where there is no such person or case, or where nobody said --yes."""
    from bot import bootstrap  # the other commands start quicker without it

    made = bootstrap.build(settings)
    try:
        return _do(arguments, bootstrap.personal(made), made.clock.now().astimezone(UTC))
    finally:
        made.database.close()


def _do(arguments: Namespace, personal: PersonalData, now: datetime) -> int:
    if arguments.doing == "expire":
        gone = personal.expire(now)
        personal.tidy()
        return _say(f"{gone} cases deleted.")
    named = arguments.case if arguments.doing == "erase-case" else arguments.who
    person = personal.find(named)
    if person is None:
        return _refuse(f"nobody is known by {named}")
    if arguments.doing == "export":
        told = json.dumps(personal.held(person, now), default=str, ensure_ascii=False, indent=2)
        return _write(told + "\n", arguments.output)
    if not arguments.yes:
        return _refuse("nothing was deleted: say --yes")
    if arguments.doing == "erase":
        personal.erase_person(person, "command", now)
    else:
        personal.erase_case(arguments.case.upper(), "command", now)
    personal.tidy()
    return _say(f"{named} is deleted.")


def _write(told: str, output: Path | None) -> int:
    if output is None:
        sys.stdout.write(told)
        return 0
    try:
        output.write_text(told, "utf-8")
    except OSError as error:
        return _refuse(f"{output} cannot be written: {error.strerror}")
    return _say(f"{output} is written.")


def _say(sentence: str) -> int:
    sys.stdout.write(f"{sentence}\n")
    return 0


def _refuse(sentence: str) -> int:
    sys.stderr.write(f"waymark personal: {sentence}\n")
    return 1
