"""``waymark policies``: list, check, show, try and write the policy files."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from bot import library
from bot.commands.policies import checking, showing
from bot.config import Settings


def add_arguments(parser: ArgumentParser) -> None:
    """The sub-commands."""
    commands = parser.add_subparsers(dest="what", required=True, metavar="list|check|show")
    listing = commands.add_parser("list", help="the policies, a line each")
    listing.add_argument("--json", action="store_true", help="for programs")
    check = commands.add_parser("check", help="read the files strictly and name every mistake")
    check.add_argument("files", nargs="*", type=Path, metavar="FILE", help="all policies where none is named")
    show = commands.add_parser("show", help="what a policy says, stage by stage")
    show.add_argument("policy", metavar="POLICY")
    show.add_argument("--stage", metavar="S", help="one stage only")
    show.add_argument("--json", action="store_true", help="for programs")


def run(arguments: Namespace, settings: Settings) -> int:
    """Do what is asked. The exit code is 1 where a file has mistakes or a name is unknown."""
    folder = settings.policy_folder
    try:
        match arguments.what:
            case "check":
                return checking.check(arguments.files or sorted(folder.glob("*.yml")))
            case "list":
                return showing.list_all(library.load_all(folder), arguments.json)
            case _:
                return showing.show(library.load_all(folder), arguments.policy, arguments.stage, arguments.json)
    except library.PolicyError as error:
        sys.stderr.writelines(f"{problem}\n" for problem in error.problems)
        return 1
