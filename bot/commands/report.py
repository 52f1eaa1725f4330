"""``waymark report``: what became of the escalations of a period, in tables; or the return that a policy asks for."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from datetime import UTC, date
from pathlib import Path
from typing import Any

from bot.casework.counting import Period, Wanted
from bot.casework.policy import Policy
from bot.casework.provisions import Return
from bot.casework.report import Report
from bot.casework.sheet import Sheet
from bot.config import Settings
from bot.wording import reporting, tallying


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of the command."""
    day = date.fromisoformat
    parser.add_argument("--from", dest="first", type=day, required=True, metavar="DATE", help="first day")
    parser.add_argument("--to", dest="last", type=day, required=True, metavar="DATE", help="last day")
    parser.add_argument("--policy", help="only the cases under this policy")
    parser.add_argument("--organisation", help="only those of this organisation")
    parser.add_argument("--return", dest="asked", action="store_true", help="the return that the policy asks for")
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.add_argument("-o", "--output", type=Path, help="a file: .xlsx or .csv; a return also .docx or .pdf")


def run(arguments: Namespace, settings: Settings) -> int:
    """Count. The exit code is 1 where the period, the policy or the file cannot be used."""
    from bot import bootstrap  # the other commands start quicker without it

    output: Path | None = arguments.output
    kind = output.suffix.lower().lstrip(".") if output else ""
    if output and kind not in ("xlsx", "csv", *(("docx", "pdf") if arguments.asked else ())):
        return _refuse(f"{output}: the file has to end in .xlsx or .csv, or for a return in .docx or .pdf")
    if arguments.last < arguments.first:
        return _refuse("the period ends before it begins")
    made = bootstrap.build(settings)
    try:
        counting, policies = bootstrap.overview(made), made.casework.policies
        if arguments.policy is not None and arguments.policy not in policies:
            return _refuse(f"there is no policy {arguments.policy!r}; there are {', '.join(policies)}")
        asked = _asked(arguments, policies)
        if isinstance(asked, str):
            return _refuse(asked)
        period, wanted = Period(arguments.first, arguments.last), Wanted(policy=arguments.policy)
        report = counting.whole_report(period, wanted, made.clock.now().astimezone(UTC), arguments.organisation)
    finally:
        made.database.close()
    return _give(report, policies, asked, output, kind, arguments.json)


def as_json(report: Report, policies: Mapping[str, Policy], sheets: Sequence[Sheet]) -> dict[str, Any]:
    """The figures as plain data. What is withheld is null."""
    return {
        "from": report.period.first.isoformat(),
        "to": report.period.last.isoformat(),
        "policy": report.wanted.policy,
        "counted_at": report.now.isoformat(),
        "begun": report.total_begun,
        "still_open": report.still_open,
        "resolved": report.total_resolved,
        "closed": report.total_closed,
        "late": report.late,
        "tables": {
            sheet.name: [dict(zip(sheet.head, map(_plain, row), strict=True)) for row in sheet.rows] for sheet in sheets
        },
    }


def _asked(arguments: Namespace, policies: Mapping[str, Policy]) -> Return | str | None:
    """The return that is asked for; a sentence where there is none."""
    if not arguments.asked:
        return None
    if arguments.policy is None:
        return "--return needs --policy: each policy asks for another one"
    found = policies[arguments.policy].returns
    return found[0] if found else f"{policies[arguments.policy].titled} asks for no return"


def _give(
    report: Report, policies: Mapping[str, Policy], asked: Return | None, output: Path | None, kind: str, plain: bool
) -> int:
    from bot.printing import printed, saved

    sheets = reporting.returned(report, policies, asked) if asked else reporting.sheets(report, policies)
    if output is not None:
        about = reporting.about(report, policies, asked)
        if asked and report.wanted.policy and kind in ("docx", "pdf"):
            data = printed(reporting.paper(report, policies, policies[report.wanted.policy], asked), kind)
        else:
            data = saved(sheets, about, kind)
        return _write(data, output)
    if plain:
        found = as_json(report, policies, sheets)
        kept = {"tables", "from", "to", "policy", "counted_at"} if asked and asked.leaves else set(found)
        found = {name: value for name, value in found.items() if name in kept}
        sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")
        return 0
    sys.stdout.write(f"{tallying.period(report.period)}\n")
    sys.stdout.write(f"{reporting.OUTSIDE if asked and asked.leaves else reporting.INSIDE}\n")
    for sheet in sheets:
        sys.stdout.write(f"\n{sheet.title}\n" + "".join(_line(row) for row in (sheet.head, *sheet.rows)))
    return 0


def _line(row: Sequence[Any]) -> str:
    return "  " + "".join(f"{reporting.shown(value):<28}" for value in row).rstrip() + "\n"


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _write(data: bytes, output: Path) -> int:
    try:
        output.write_bytes(data)
    except OSError as error:
        return _refuse(f"{output} cannot be written: {error.strerror}")
    sys.stdout.write(f"{output} is written.\n")
    return 0


def _refuse(sentence: str) -> int:
    sys.stderr.write(f"waymark report: {sentence}\n")
    return 1
