"""Tables in which errors can be read: by kind of message, and what was taken for what. They quote no message."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tests.quality import figures as f
from tests.quality.listening import Heard

Rows = Sequence[Sequence[object]]


@dataclass(frozen=True)
class Table:
    """A title, the heads of its columns, and its rows."""

    title: str
    heads: tuple[str, ...]
    rows: Rows

    def __str__(self) -> str:
        """As Markdown that can be read as it stands."""
        cells = [[*map(str, row)] for row in (self.heads, *self.rows)]
        widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
        head, *rest = [" | ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)) for row in cells]
        rule = " | ".join("-" * w for w in widths)
        return "\n".join(f"| {line} |" for line in (head, rule, *rest))


def tables(heard: Mapping[str, Sequence[Heard]]) -> list[Table]:
    """All tables, in the order of what matters most."""
    return [
        risk_by_kind("Danger, by kind of message", heard["risk"]),
        risk_by_kind("Danger, in messages about other things", [*heard["intents"], *heard["disagreement"]]),
        by_kind("Intents, by kind of message", heard["intents"], right=f.right_intent, asked=f.unsure),
        intents_confused(heard["intents"]),
        categories(heard["disagreement"]),
        categories_confused(heard["disagreement"]),
        by_kind("Dates, by kind of message", heard["dates"], right=f.right_date, given=f.given_date),
        identifiers(heard["identifiers"]),
        masked_wrongly(heard["identifiers"]),
    ]


def risk_by_kind(title: str, heard: Sequence[Heard]) -> Table:
    """What should be (now, ask, none) against what is: the alarm, the question, nothing."""
    groups = _grouped(heard, lambda h: (h.message.risk, h.message.kind or "disagreement"))
    rows = [
        (*key, len(group), *(_count(test, group) for test in (f.alarmed, f.doubted, f.by_words, f.by_either)))
        for key, group in sorted(groups.items(), key=lambda item: (["now", "ask", "none"].index(item[0][0]), item[0]))
    ]
    return Table(title, ("danger", "kind", "messages", "alarm", "asked", "by words alone", "by either"), rows)


def by_kind(title: str, heard: Sequence[Heard], **tests: f.Test) -> Table:
    groups = _grouped(heard, lambda h: (h.message.kind,))
    rows = [(*key, len(group), *(_count(test, group) for test in tests.values())) for key, group in groups.items()]
    return Table(title, ("kind", "messages", *tests), rows)


def intents_confused(heard: Sequence[Heard]) -> Table:
    pairs = Counter((h.message.intent, f.likeliest(h)) for h in heard if not f.right_intent(h))
    return _confused("Intents: what was taken for what", pairs)


def categories(heard: Sequence[Heard]) -> Table:
    pairs = [(h.message.categories, f.said(h)) for h in heard]
    rows = []
    for label in f.CATEGORIES:
        wanted, told = ([label in pair[side] for pair in pairs] for side in (0, 1))
        right = sum(a and b for a, b in zip(wanted, told, strict=True))
        rows.append((label, sum(wanted), right, sum(wanted) - right, sum(told) - right, f"{f.f1(pairs, label):.2f}"))
    return Table("Categories of a disagreement", ("category", "held", "found", "missed", "added", "F1"), rows)


def categories_confused(heard: Sequence[Heard]) -> Table:
    """Each category that was missed, against each that was told instead."""
    apart = [(f.wanted_also(h) - f.said(h), f.said(h) - f.wanted_also(h)) for h in heard]
    pairs = Counter((a, b) for missed, added in apart for a in missed or {"-"} for b in added or {"-"})
    del pairs["-", "-"]
    return _confused("Categories: what was taken for what", pairs)


def identifiers(heard: Sequence[Heard]) -> Table:
    rows = []
    for name in f.IDENTIFIERS:
        wanted = [f.masked(h, span) for h in heard for span in h.message.identifiers if span.type == name]
        given = [f.called_for(h, span) for h in heard for span in f.found(h) if span.type == name]
        rows.append((name, len(wanted), sum(wanted), len(given), sum(given)))
    return Table("What identifies people", ("type", "told", "masked", "tags given", "rightly"), rows)


def masked_wrongly(heard: Sequence[Heard]) -> Table:
    """Where a tag stands that nothing called for, and where a passage was left open."""
    groups = _grouped(heard, lambda h: (h.message.kind,))
    rows = [
        (*kind, len(group), sum(map(_too_little, group)), sum(map(_too_much, group))) for kind, group in groups.items()
    ]
    return Table("Masking, by kind of message", ("kind", "messages", "passages left open", "tags too many"), rows)


def _too_little(heard: Heard) -> int:
    return sum(not f.masked(heard, span) for span in heard.message.identifiers)


def _too_much(heard: Heard) -> int:
    return sum(not f.called_for(heard, span) for span in f.found(heard))


def _confused(title: str, pairs: Mapping[tuple[str, str], int]) -> Table:
    rows = [(wanted, told, count) for (wanted, told), count in sorted(pairs.items(), key=lambda p: (-p[1], p[0]))]
    return Table(title, ("meant", "taken for", "messages"), rows)


def _grouped(heard: Iterable[Heard], key: Callable[[Heard], tuple[str, ...]]) -> dict[tuple[str, ...], list[Heard]]:
    groups: dict[tuple[str, ...], list[Heard]] = {}
    for one in heard:
        groups.setdefault(key(one), []).append(one)
    return groups


def _count(test: f.Test, heard: Sequence[Heard]) -> int:
    return sum(map(test, heard))
