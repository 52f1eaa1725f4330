"""Reading settings: what is wrong with one is said in a sentence that names it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


class SettingsError(Exception):
    """A setting that cannot be used, said in one sentence that names it."""


def number(environment: Mapping[str, str], name: str, default: int, least: int, most: int) -> int:
    """A whole number between two others. Raises SettingsError."""
    text = environment.get(name, "").strip() or str(default)
    if not text.isascii() or not text.isdigit() or not least <= int(text) <= most:
        raise SettingsError(f"{name} must be a number from {least} to {most}, not {text!r}")
    return int(text)


def names(text: str) -> list[str]:
    """What is listed with commas between, in lower case."""
    return [name.strip().lower() for name in text.split(",") if name.strip()]


def file(name: str, text: str) -> Path | None:
    """The file that a setting names. Raises SettingsError where it is not there."""
    if text and not Path(text).is_file():
        raise SettingsError(f"{name} names a file that is not there: {text}")
    return Path(text) if text else None
