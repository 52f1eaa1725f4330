"""The command line: ``waymark``. It only finds the command; what each does is in :mod:`bot.commands`."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Sequence

from bot.commands import deadlines, export, personal, policies, processes, report, verify
from bot.config import Settings, SettingsError
from bot.library import PolicyError


def main(words: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code: 0 done, 1 refused with a sentence, 2 not understood."""
    parser = ArgumentParser(prog="waymark", description="What do I do now? The right next step, person and date.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    policies.add_arguments(commands.add_parser("policies", help="list, check or show the policies"))
    deadlines.add_arguments(commands.add_parser("deadlines", help="when a limit of a policy runs out"))
    export.add_arguments(commands.add_parser("export", help="the record of a case, as JSON, Word or PDF"))
    personal.add_arguments(commands.add_parser("personal", help="what is held of a person: give it out, delete it"))
    report.add_arguments(commands.add_parser("report", help="what became of the escalations of a period, in tables"))
    verify.add_arguments(commands.add_parser("verify", help="whether every record is as it was written"))
    commands.add_parser("understand", help="what Waymark makes of messages: JSON lines {text, now?} on stdin")
    processes.add_commands(commands)
    commands.add_parser("run", help="serve everything on this machine, until Ctrl-C")
    arguments = parser.parse_args(words)
    try:
        settings = Settings.from_environment()
        if arguments.command == "run":
            from bot.supervisor import main as serve  # the other commands start quicker without it

            return serve(_check)
        if arguments.command in processes.COMMANDS:
            return processes.run(arguments, settings)
        if arguments.command == "understand":
            from bot.commands.understand import run as understand

            return understand(settings)
        command = {
            "policies": policies.run, "deadlines": deadlines.run, "export": export.run, "verify": verify.run,
            "personal": personal.run, "report": report.run,
        }[arguments.command]  # fmt: skip
        return command(arguments, settings)
    except (SettingsError, PolicyError) as error:
        sys.stderr.write(f"waymark: {error}\n")
        return 1


def _check(settings: Settings) -> None:
    """What has to hold before anything answers, once the database is up to date."""
    from bot import bootstrap

    bootstrap.build(settings).database.close()


if __name__ == "__main__":
    sys.exit(main())
