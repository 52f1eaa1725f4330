"""``waymark policies new`` and ``schema``: what somebody who writes a policy begins with, and what helps an editor."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from bot import library
from bot.library import schema

SKELETON = Path(library.__file__).with_name("skeleton.yml")
NAME = re.compile(r"[a-z][a-z0-9_]*")


def new(folder: Path, name: str) -> int:
    """Write a commented skeleton, and say what has to be filled in."""
    path = folder / f"{name}.yml"
    if not NAME.fullmatch(name):
        return _refuse(f"{name!r} is no id: small letters, figures and _ only, such as exampleshire")
    if path.exists():
        return _refuse(f"{path} is there already")
    path.write_text(skeleton(name), encoding="utf-8")
    sys.stdout.write(f"{path} is written. To fill in, by line and key:\n")
    try:
        library.load(path)
    except library.PolicyError as error:
        sys.stdout.writelines(f"  {problem.removeprefix(f'{path}:')}\n" for problem in error.problems)
    sys.stdout.write("Waymark does not start until `waymark policies check` finds nothing wrong.\n")
    return 0


def skeleton(name: str) -> str:
    """The skeleton of a policy of that id: empty where only the document can tell."""
    text = SKELETON.read_text(encoding="utf-8")
    prefix = name.replace("_", "")[:4].upper()
    return text.replace("NAME", name).replace("PREFIX", prefix).replace("TITLE", name.replace("_", " ").title())


def write_schema(folder: Path) -> int:
    """Bring the schema for editors up to date."""
    path = folder / schema.FILE
    path.write_text(schema.text(), encoding="utf-8")
    sys.stdout.write(f"{path} is written.\n")
    return 0


def _refuse(sentence: str) -> int:
    sys.stderr.write(f"waymark policies: {sentence}\n")
    return 1
