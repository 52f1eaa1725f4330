"""What casework refuses, and why. Each code has its sentence in :mod:`bot.wording`."""

from __future__ import annotations


class CaseworkError(Exception):
    """A refusal that a person can be told: ``code`` names its sentence, ``about`` says what it is about."""

    def __init__(self, code: str, **about: str) -> None:
        super().__init__(f"{code} {about}" if about else code)
        self.code = code
        self.about = about


class BeyondCalendar(Exception):
    """A date past the last year for which bank holidays are published: it cannot be counted, and is not guessed."""

    def __init__(self, last_year: int) -> None:
        super().__init__(f"bank holidays are published only to the end of {last_year}")
        self.last_year = last_year
