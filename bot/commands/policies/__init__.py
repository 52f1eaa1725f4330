"""``waymark policies``: list, check, show, try and write the policy files."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import datetime
from pathlib import Path

from bot import library
from bot.commands.policies import authoring, checking, drawing, moving, showing, trying
from bot.config import Settings

LOCAL = "in London's time, such as 2026-12-24T15:00"


def add_arguments(parser: ArgumentParser) -> None:
    """The sub-commands."""
    commands = parser.add_subparsers(dest="what", required=True, metavar="list|check|show|draw|try|new|schema|move")
    listing = commands.add_parser("list", help="the policies, a line each")
    listing.add_argument("--json", action="store_true", help="for programs")
    check = commands.add_parser("check", help="read the files strictly and name every mistake")
    check.add_argument("files", nargs="*", type=Path, metavar="FILE", help="all policies where none is named")
    check.add_argument("--against-open-cases", action="store_true", help="which open cases a new file would change")
    move = commands.add_parser("move", help="put an open case under another version of its policy")
    move.add_argument("case", metavar="CASE")
    move.add_argument("--to", required=True, metavar="VERSION")
    move.add_argument("--by", required=True, metavar="NAME", help="who decides it, for the record")
    show = commands.add_parser("show", help="what a policy says, stage by stage")
    show.add_argument("policy", metavar="POLICY")
    show.add_argument("--stage", metavar="S", help="one stage only")
    show.add_argument("--json", action="store_true", help="for programs")
    draw = commands.add_parser("draw", help="a flowchart of a policy, in SVG, to print or to put on a page")
    draw.add_argument("policy", metavar="POLICY")
    draw.add_argument("-o", "--output", type=Path, metavar="FILE.svg", help="where to; else the standard output")
    draw.add_argument("--here", metavar="STAGE", help="mark the stage as the current one")
    walk = commands.add_parser("try", help="walk a case through a policy, with every date")
    walk.add_argument("policy", metavar="FILE|POLICY")
    walk.add_argument("--start", required=True, type=_moment, metavar="WHEN", help=f"when it was raised, {LOCAL}")
    walk.add_argument("--urgent", action="store_true", help="as an urgent case, where the policy knows such")
    new = commands.add_parser("new", help="write a commented skeleton of a policy")
    new.add_argument("name", metavar="NAME")
    commands.add_parser("schema", help="bring the schema for editors up to date")


def run(arguments: Namespace, settings: Settings) -> int:
    """Do what is asked. The exit code is 1 where a file has mistakes or a name is unknown."""
    folder = settings.policy_folder
    try:
        match arguments.what:
            case "check" if arguments.against_open_cases:
                return moving.against_open_cases(settings)
            case "move":
                return moving.move(settings, arguments.case, arguments.to, arguments.by)
            case "check":
                return checking.check(arguments.files or sorted(folder.glob("*.yml")))
            case "list":
                return showing.list_all(library.load_all(folder), arguments.json)
            case "draw":
                return drawing.draw(library.load_all(folder), arguments.policy, arguments.here, arguments.output)
            case "try":
                return trying.walk(folder, arguments.policy, arguments.start, arguments.urgent)
            case "new":
                return authoring.new(folder, arguments.name)
            case "schema":
                return authoring.write_schema(folder)
            case _:
                return showing.show(library.load_all(folder), arguments.policy, arguments.stage, arguments.json)
    except library.PolicyError as error:
        sys.stderr.writelines(f"{problem}\n" for problem in error.problems)
        return 1


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"must be a moment {LOCAL}, not {text!r}") from None
