"""Why somebody could not be vouched for."""

from __future__ import annotations


class DirectoryDown(Exception):
    """The directory cannot be reached, or its answer makes no sense."""


class Refused(Exception):
    """The directory does not vouch for the person, or what came is not from it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
