"""Which policy a message names: its area, town or body, also when the name is slightly misspelt."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from bot.understanding.canonical import fold
from bot.understanding.spelling import closest

_SHORTEST_TO_MEND = 7
_WORD = re.compile(r"[a-z]+")
_RULED_OUT = re.compile(r"\b(?:not|isn't|isnt|not in|not from|outside|nothing to do with) (?:the |in )?$")


@dataclass(frozen=True)
class Gazetteer:
    """Names in lower case, each with the id of its policy; the caller builds it from the policy files."""

    policies: Mapping[str, str]

    def find(self, text: str) -> tuple[str, ...]:
        """The policies named, in the order of the message; one that is ruled out ("not Telford") is left out."""
        line = fold(text).replace("&", "and")
        named: list[str] = []
        for match in self._names.finditer(line):
            policy = self._plain[re.sub(r"\s+", " ", match.group())]
            if policy not in named and not _RULED_OUT.search(line[: match.start()]):
                named.append(policy)
        return tuple(named) or self._misspelt(line)

    def _misspelt(self, line: str) -> tuple[str, ...]:
        named: list[str] = []
        for word in _WORD.findall(line):
            meant = self._meant(word)
            if meant and self._plain[meant] not in named:
                named.append(self._plain[meant])
        return tuple(named)

    def _meant(self, word: str) -> str | None:
        """One slip in a name of seven letters, up to three in a very long one ("glostershire")."""
        for name in self._mendable.get(word[0], ()) if len(word) >= _SHORTEST_TO_MEND - 1 else ():
            slips = 1 if len(name) < 9 else 2 if len(name) < 12 else 3
            if word != name + "s" and closest(word, (name,), slips):
                return name
        return None

    @cached_property
    def _plain(self) -> dict[str, str]:
        return {fold(alias).replace("&", "and"): policy for alias, policy in self.policies.items()}

    @cached_property
    def _mendable(self) -> dict[str, list[str]]:
        """Names by their first letter, which nobody gets wrong."""
        found: dict[str, list[str]] = {}
        for name in self._plain:
            if name.isalpha() and len(name) >= _SHORTEST_TO_MEND:
                found.setdefault(name[0], []).append(name)
        return found

    @cached_property
    def _names(self) -> re.Pattern[str]:
        longest_first = sorted(self._plain, key=len, reverse=True)
        names = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in longest_first)
        return re.compile(rf"(?<![a-z0-9])(?:{names or '(?!)'})(?![a-z0-9])")
