"""Training: nothing leaves the machine. What would be sent lies in a folder, to be opened in any mail program."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.channels.mail.letters import Letter
from bot.channels.mail.mime import as_mail


@dataclass(frozen=True, slots=True)
class Outbox:
    """A folder of letters, one .eml file each; a second attempt writes the same file."""

    folder: Path
    sender: str
    now: Callable[[], datetime]

    def post(self, to: str, letter: Letter) -> str:
        """Write the letter down. Raises OSError where that cannot be done."""
        mail = as_mail(letter, self.sender, to, self.now())
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        (self.folder / f"{letter.key}.eml").write_bytes(mail.as_bytes())
        return str(mail["Message-ID"])
