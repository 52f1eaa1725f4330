"""``waymark export``: the record of a case, for the case file or for another program."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace
from datetime import UTC
from pathlib import Path
from typing import Any

from bot.casefiles import CaseFile, CaseFiles
from bot.casework.errors import CaseworkError
from bot.config import Settings
from bot.wording import casefile, papers
from bot.wording.recording import PRACTITIONER


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("case", help="the reference of the case, such as W-7K2M9QD")
    parser.add_argument("-o", "--output", type=Path, help="a file ending in .json, .docx or .pdf; else JSON is printed")


def run(arguments: Namespace, settings: Settings) -> int:
    """Write the record. The exit code is 1 where there is no such case, or the file cannot be written."""
    from bot import bootstrap  # the other commands start quicker without these
    from bot.printing import KINDS, printed

    output: Path | None = arguments.output
    kind = output.suffix.lower().lstrip(".") if output else "json"
    if kind not in ("json", *KINDS):
        return _refuse(f"{output}: the file has to end in .json, {' or '.join(f'.{name}' for name in KINDS)}")
    made = bootstrap.build(settings)
    try:
        file = CaseFiles.over(made.casework).export(arguments.case, made.clock.now().astimezone(UTC))
    except CaseworkError:
        return _refuse(f"there is no case {arguments.case}")
    finally:
        made.database.close()
    data = _json(file) if kind == "json" else printed(papers.record(file), kind)
    return _write(data, output)


def as_json(file: CaseFile) -> dict[str, Any]:
    """The record as plain data: every entry as it is kept, and as it is said."""
    said = casefile.said_record(file, PRACTITIONER)
    return {
        "case": file.case.reference,
        "policy": file.case.policy,
        "policy_version": file.case.policy_version,
        "standing": casefile.standing(file),
        "stage": file.case.stage,
        "exported_at": file.now.isoformat(),
        "record": [
            {
                "number": number,
                "at": entry.at.isoformat(),
                "event": entry.event.value,
                "by": line.who,
                "says": line.what,
                "rules": list(line.rules),
                "about": dict(entry.about),
            }
            for number, (entry, line) in enumerate(zip(file.record, said, strict=True), start=1)
        ],
    }


def _json(file: CaseFile) -> bytes:
    return (json.dumps(as_json(file), ensure_ascii=False, indent=2) + "\n").encode()


def _write(data: bytes, output: Path | None) -> int:
    if output is None:
        sys.stdout.write(data.decode())
        return 0
    try:
        output.write_bytes(data)
    except OSError as error:
        return _refuse(f"{output} cannot be written: {error.strerror}")
    sys.stdout.write(f"{output} is written.\n")
    return 0


def _refuse(sentence: str) -> int:
    sys.stderr.write(f"waymark export: {sentence}\n")
    return 1
