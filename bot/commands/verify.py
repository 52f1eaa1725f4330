"""``waymark verify``: whether every record is as it was written, and if not, which case and which entry."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from bot.casework.chain import Fault, Head, Wrong
from bot.config import Settings
from bot.evidence import Verdict, ends_in, verify
from bot.storage import Database

SAID = {
    Wrong.CONTENTS: "does not say what was sealed when it was written",
    Wrong.SEAL: "has another seal than the one it was given",
    Wrong.MISSING: "is missing",
    Wrong.ADDED: "was never sealed as part of the record",
    Wrong.HEAD: "the end of the record is not the one that was kept",
    Wrong.STANDING: "the row of the case differs from its record in",
    Wrong.TOMBSTONE: "its tombstone is not what was sealed when it was erased",
    Wrong.NOT_ERASED: "was erased, and is there again",
    Wrong.REWRITTEN: "is not what it was when it was last verified: the record was written anew",
    Wrong.VANISHED: "was there when it was last verified; neither a record nor a tombstone is left",
}


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("--json", action="store_true", help="for a program to read, and to keep for --against")
    parser.add_argument(
        "--against", type=Path, metavar="FILE",
        help="what --json said earlier, or a copy of WAYMARK_ANCHORS, kept elsewhere; the file itself is always heeded",
    )  # fmt: skip


def run(arguments: Namespace, settings: Settings) -> int:
    """Look at every record. The exit code is 0 where all is as written, 1 where it is not or cannot be looked at."""
    try:
        known = [end for path in (arguments.against, settings.anchors) if path for end in _known(path)]
        database = Database(settings.database_url)
        try:
            verdict = verify(database, known)
        finally:
            database.close()
    except (OSError, ValueError, KeyError, TypeError) as error:
        read = " or ".join(str(path) for path in (arguments.against, settings.anchors) if path)
        return _refuse(f"{read} cannot be read: {type(error).__name__}")
    except SQLAlchemyError as error:
        return _refuse(f"the database cannot be read, or is older than this Waymark: {type(error).__name__}")
    sys.stdout.write(_json(verdict, len(known)) if arguments.json else _text(verdict, len(known)))
    return int(bool(verdict.faults))


def _known(path: Path) -> list[tuple[str, Head]]:
    try:
        kept = json.loads(path.read_text("utf-8"))["heads"]
    except (ValueError, KeyError):  # not what --json says, so lines
        return ends_in(path)
    return [(item["case"], Head(int(item["entries"]), str(item["seal"]))) for item in kept]


def _json(verdict: Verdict, known: int) -> str:
    told: dict[str, Any] = {
        "whole": not verdict.faults,
        "cases": len(verdict.heads),
        "entries": verdict.entries,
        "erased": len(verdict.erased),
        "noted": known,
        "faults": [
            {"case": fault.case, "entry": fault.entry, "what": fault.what.value, "says": _said(fault)}
            for fault in verdict.faults
        ],
        "heads": [{"case": case, "entries": head.entries, "seal": head.seal} for case, head in verdict.heads.items()],
    }
    return json.dumps(told, indent=2) + "\n"


def _text(verdict: Verdict, known: int) -> str:
    looked_at = f"{len(verdict.heads)} cases with {verdict.entries} entries, {len(verdict.erased)} erased"
    looked_at += f"; {known} ends noted elsewhere" if known else ""
    if not verdict.faults:
        return f"Every record is as it was written: {looked_at}.\n"
    return "".join(f"{_said(fault)}\n" for fault in verdict.faults) + f"{looked_at}: {len(verdict.faults)} wrong.\n"


def _said(fault: Fault) -> str:
    where = f"{fault.case}, entry {fault.entry}:" if fault.entry is not None else f"{fault.case}:"
    return " ".join(filter(None, (where, SAID[fault.what], fault.detail)))


def _refuse(sentence: str) -> int:
    sys.stderr.write(f"waymark verify: {sentence}\n")
    return 1
