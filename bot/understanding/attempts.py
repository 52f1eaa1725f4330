"""What was already tried, and with whom: "spoke to the SW yesterday and her manager today, no joy".

An attempt is a contact that the writer's side made. Intentions ("should I ring ..."), things not done
("haven't spoken to ...") and news that merely came from the other side ("the social worker told me ...") are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.understanding.attempt_words import (
    BOUNDARY,
    CAME_OF_IT,
    DONE,
    HARD_BOUNDARY,
    JUST_NO,
    LEVEL_WORDS,
    MET,
    NOBODY_AFTER_ALL,
    NOT_DONE,
    NOTHING,
    REFERRING,
    THEIR_ANSWER,
    UNDONE_BEFORE,
    Level,
    Outcome,
)
from bot.understanding.clauses import Passage, sentences
from bot.understanding.dates import FoundDate
from bot.understanding.disagreement import outcome_of


@dataclass(frozen=True)
class Attempt:
    level: Level
    outcome: Outcome | None = None
    when: date | None = None


_SENTENCE_END = re.compile(r"[.;!?]\s|\n")


@dataclass(frozen=True)
class _Mention:
    level: Level
    start: int
    end: int
    outcome: Outcome | None = None
    verb_start: int = 0


def read_attempts(text: str, dates: Sequence[FoundDate], asked: str | None, today: date) -> tuple[Attempt, ...]:
    """Every contact made, in the order it is told, each with what came of it and when where that is said."""
    told: list[_Mention] = []
    for sentence in sentences(text):
        told += _in_sentence(sentence, asked == "tried" and not _names_nobody(sentence.text))
    attempts: list[Attempt] = []
    for index, mention in enumerate(told):
        # A day told in an earlier sentence is the day of something else: of the decision, or of another talk.
        previous = max(told[index - 1].end if index else 0, _sentence_start(text, mention.start))
        following = _next_start(told, index, len(text))
        outcome = mention.outcome or outcome_of(text[mention.end : max(following, mention.end)])
        attempts.append(Attempt(mention.level, outcome, _when(mention, dates, previous, following, today)))
    return tuple(_merged(_share(attempts, told, text)))


def _names_nobody(line: str) -> bool:
    """Whether the line, put as an answer to whom they have spoken to, names somebody for another reason."""
    return bool(THEIR_ANSWER.search(line) or NOBODY_AFTER_ALL.search(line))


def _next_start(told: Sequence[_Mention], index: int, end: int) -> int:
    """Where the words about the next contact begin; two people named after one verb share it."""
    if index + 1 == len(told):
        return end
    following = told[index + 1]
    return following.verb_start if following.verb_start > told[index].end else following.start


_OWN_SIDE = re.compile(
    r"\b(?:my|our|both) (?:[\w-]+ ){0,3}?(?:managers?|supervisor|lead|dsl|head|headteacher|matron|inspector|sergeant|di"
    r"|boss|director|deputy|professional|nurse|doctor|consultant|governor|owner)\b"
    r"|\b(?:the|two) managers\b",
    re.I,
)


def by_own_managers(text: str) -> bool:
    """Whether somebody above the writer on their own side is named, who may have had the talk."""
    return bool(_OWN_SIDE.search(text))


def nothing_tried(text: str, asked: str | None, attempts: Sequence[Attempt]) -> bool:
    if attempts:
        return False
    line = " ".join(sentence.text for sentence in sentences(text))
    said_so = JUST_NO.fullmatch(line) or NOBODY_AFTER_ALL.search(line)
    return bool(NOTHING.search(line) or (asked == "tried" and said_so))


def _in_sentence(sentence: Passage, bare_counts: bool) -> list[_Mention]:
    """Walk along the sentence: a contact made opens the way for the people named after it, until a word shuts it."""
    told: list[_Mention] = []
    open_from, reach, outcome = -1, 0, None
    shut = bool(REFERRING.search(sentence.text)) or sentence.text.endswith("?")
    spoken = False
    for kind, start, end, value in _walk(sentence.text):
        if kind == "done":
            undone = _undone(sentence.text, start)
            open_from, reach, outcome, spoken, shut = (-1 if undone else start), end, None, True, undone or shut
        elif kind == "came":
            open_from, reach, outcome, spoken, shut = start, end, value, True, False
        elif kind == "shut":
            open_from, shut, spoken = -1, True, spoken
        elif kind == "boundary":
            shut = shut and value != "soft"
            open_from = open_from if value == "soft" else -1
        elif _counts(
            sentence.text,
            start,
            end,
            value,
            open_from >= 0 and start - reach <= 45,
            bare_counts and not (spoken or shut),
        ):
            first = open_from if open_from >= 0 else start
            told.append(
                _Mention(
                    _level(value),
                    sentence.start + start,
                    sentence.start + end,
                    _outcome(outcome),
                    sentence.start + max(first, 0),
                )
            )
            reach = end
    return told


def _counts(text: str, start: int, end: int, level: str | None, opened: bool, bare: bool) -> bool:
    if MET.match(text[end:]) and level not in ("consult", "practitioner"):
        return not _undone(text, start)
    return (opened and not (level == "practitioner" and REFERRING.search(text))) or bare


def _walk(text: str) -> Iterator[tuple[str, int, int, str | None]]:
    """The words that matter, left to right; of words that overlap the longest counts."""
    hits: list[tuple[int, int, str, str | None]] = [(m.start(), m.end(), "done", None) for m in DONE.finditer(text)]
    hits += [(m.start(), m.end(), "shut", None) for m in NOT_DONE.finditer(text)]
    for pattern, came in CAME_OF_IT:
        hits += [(m.start(), m.end(), "came", came) for m in pattern.finditer(text)]
    for level, pattern in LEVEL_WORDS:
        hits += [(m.start(), m.end(), "level", level) for m in pattern.finditer(text)]
    hits += [(m.start(), m.end(), "boundary", "hard") for m in HARD_BOUNDARY.finditer(text)]
    hits += [(m.start(), m.end(), "boundary", "soft") for m in re.finditer(r",", text)]
    last = 0
    for start, end, kind, value in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
        if start >= last:
            yield kind, start, end, value
            last = end


def _undone(text: str, start: int) -> bool:
    """Whether the verb at `start` is only wished, denied, conditional or somebody else's."""
    lead = text[max(0, start - 45) : start]
    last = [match.end() for match in BOUNDARY.finditer(lead)]
    lead = lead[last[-1] if last else 0 :]
    return bool(UNDONE_BEFORE.search(lead))


def _sentence_start(text: str, position: int) -> int:
    return max((match.end() for match in _SENTENCE_END.finditer(text, 0, position)), default=0)


def _when(mention: _Mention, dates: Sequence[FoundDate], previous: int, following: int, today: date) -> date | None:
    after = [d for d in dates if mention.end <= d.start < max(following, mention.end)]
    before = [d for d in dates if previous <= d.start < mention.start]
    for found in (*after, *reversed(before)):
        if found.date and found.date <= today:
            return found.date
    return None


def _share(attempts: list[Attempt], told: list[_Mention], text: str) -> list[Attempt]:
    """ "Spoke to the SW and her manager, no agreement" tells the outcome of both."""
    for index in range(len(attempts) - 2, -1, -1):
        between = text[told[index].end : told[index + 1].start].lower()
        if attempts[index].outcome is None and re.fullmatch(
            r"[\s,\d/.]*(?:and|&|then)?[\s,]*(?:to |with )?(?:the |her |his |their )?", between
        ):
            attempts[index] = replace(attempts[index], outcome=attempts[index + 1].outcome)
    return attempts


def _merged(attempts: list[Attempt]) -> list[Attempt]:
    """ "Head of service met with head of safeguarding" is one contact at one level."""
    kept: list[Attempt] = []
    for attempt in attempts:
        if kept and kept[-1] == Attempt(attempt.level):
            kept.pop()
        kept.append(attempt)
    return kept


def _level(value: str | None) -> Level:
    return next(level for level, _ in LEVEL_WORDS if level == value)


def _outcome(value: str | None) -> Outcome | None:
    return next((outcome for _, outcome in CAME_OF_IT if outcome == value), None)
