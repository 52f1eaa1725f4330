"""The measure itself: figures, tables and floors over messages whose reading is known."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from bot.commands.understand import Understood
from bot.understanding.facts import Facts
from bot.understanding.identifiers import Identifier
from bot.understanding.masking import Masked
from tests.quality.figures import figures
from tests.quality.floors import Floor, fallen, floors
from tests.quality.held_out import Message, Span, held_out
from tests.quality.listening import Heard, percentile
from tests.quality.report import Costs, page
from tests.quality.tables import Table, tables


def heard(message: Message, *, screened: Any = "none", learnt: str = "none", intent: str = "x", **more: Any) -> Heard:
    ranking = [{"name": name} for name in more.get("unsure", ()) or (intent,)]
    categories = dict.fromkeys(more.get("categories", ()), 0.9)
    parsed = {**ranking[0], "ranking": ranking, "risk": {"level": learnt}, "categories": categories}
    happened = date.fromisoformat(more["date"]) if "date" in more else None
    found = tuple(Identifier(*span) for span in more.get("masked", ()))
    return Heard(message, Understood(Masked("", found), screened, parsed, Facts(), happened), 0.01)


def danger(risk: str, **told: Any) -> Heard:
    return heard(Message("...", "kind", risk=risk), **told)


def disagreement(categories: set[str], also: set[str], *told: str) -> Heard:
    return heard(Message("...", categories=frozenset(categories), also=frozenset(also)), categories=told)


SARAH = Message("Sarah Jones is well", "name", identifiers=(Span(0, 11, "name"),))
HEARD: Mapping[str, list[Heard]] = {
    "risk": [
        danger("now", screened="alarm"),
        danger("now", learnt="now"),
        danger("now", screened="ask"),
        danger("now"),
        danger("ask", screened="alarm"),
        danger("ask", learnt="ask"),
        danger("none", learnt="now"),
        danger("none"),
    ],
    "intents": [
        heard(Message("...", intent="thanks"), intent="thanks"),
        heard(Message("...", intent="thanks", also=frozenset({"affirm"})), intent="affirm"),
        heard(Message("...", intent="thanks"), intent="deny", learnt="now"),
        heard(Message("...", intent="thanks"), unsure=("nlu_fallback", "thanks")),
        heard(Message("...", intent="thanks"), unsure=("nlu_fallback", "deny")),
    ],
    "disagreement": [
        disagreement({"thresholds"}, set(), "thresholds"),
        disagreement({"roles"}, {"communication"}, "communication"),
        disagreement({"need_for_action"}, {"other"}, "need_for_action", "other"),
        disagreement({"other"}, set(), "other"),
        disagreement({"communication"}, set(), "communication", "roles"),
    ],
    "dates": [
        heard(Message("...", date="2026-10-14"), date="2026-10-14"),
        heard(Message("...", date="2026-10-14"), date="2026-10-15"),
        heard(Message("...", date="2026-10-14")),
        heard(Message("..."), date="2026-10-15"),
    ],
    "identifiers": [
        heard(SARAH, masked=[(0, 5, "name"), (6, 11, "name")]),
        heard(SARAH, masked=[(0, 5, "name")]),
        heard(SARAH, masked=[(0, 11, "address")]),
        heard(Message("Waymark is well"), masked=[(0, 7, "name")]),
        heard(Message("All is well")),
    ],
}
MEASURED = figures(HEARD)


@pytest.mark.parametrize(
    ("key", "share"),
    [
        ("risk_recall", 1 / 4),
        ("risk_recall_by_words", 1 / 4),
        ("risk_recall_by_either", 2 / 4),
        ("risk_unnoticed", 1 / 4),
        ("risk_false_alarms", 1 / 4),
        ("risk_false_alarms_by_words", 1 / 4),
        ("risk_false_alarms_by_either", 2 / 4),
        ("risk_false_alarms_elsewhere", 1 / 10),
        ("intent_accuracy", 2 / 5),
        ("intent_accuracy_also", 3 / 5),
        ("intent_asked_back", 2 / 5),
        ("intent_mistaken", 1 / 5),
        ("category_f1", (1 + 0 + 2 / 3 + 1 + 2 / 3) / 5),
        ("category_likeliest", 1),
        ("dates_right", 1 / 3),
        ("dates_wrong", 1 / 3),
        ("dates_invented", 1),
        ("identifiers_recall", 2 / 3),
        ("identifiers_precision", 3 / 5),
        ("name_recall", 2 / 3),
        ("name_precision", 3 / 4),
        ("address_precision", 0),
        ("identifiers_left_alone", 1 / 2),
    ],
)
def test_each_figure(key: str, share: float) -> None:
    assert MEASURED[key] == pytest.approx(share)


def test_one_half_is_kept_from_whoever_chooses_thresholds() -> None:
    messages = held_out()["risk"]
    apart = [message for message in messages if not message.for_thresholds]
    assert 0.4 < len(apart) / len(messages) < 0.6
    kept = [heard(message, learnt="now" if message.for_thresholds else "none") for message in messages]
    told = figures({**HEARD, "risk": kept})
    assert (told["risk_recall_apart"], told["risk_false_alarms_apart"]) == (0, 0)
    assert 0.4 < told["risk_recall"] < 0.6


def test_a_category_that_is_right_as_well_stands_in_for_a_missed_one_and_is_no_mistake() -> None:
    assert MEASURED["category_f1_also"] == pytest.approx((1 + 0 + 1 + 1 + 1) / 5)


def test_the_category_that_is_named_first_has_to_be_right_by_itself() -> None:
    named = [disagreement({"roles"}, {"other"}, *said) for said in (("thresholds", "roles"), ("other",), ())]
    assert figures({**HEARD, "disagreement": named})["category_likeliest"] == pytest.approx(1 / 3)


def test_tables_show_what_was_taken_for_what() -> None:
    shown = {table.title: table.rows for table in tables(HEARD)}
    assert shown["Danger, by kind of message"][0] == ("now", "kind", 4, 1, 2, 1, 2)
    assert shown["Intents: what was taken for what"] == [("thanks", "deny", 2)]
    assert shown["Categories: what was taken for what"] == [("-", "roles", 1)]
    assert ("name", 3, 2, 4, 3) in shown["What identifies people"]
    assert str(Table("", ("a", "bb"), [(100, 2)])) == "| a   | bb |\n| --- | -- |\n| 100 | 2  |"


def test_a_floor_holds_or_says_that_it_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = {"up": Floor("Found", at_least=0.9), "down": Floor("False", at_most=0.1), "free": Floor("Free", goal=1)}
    monkeypatch.setattr("tests.quality.floors.floors", lambda: kept)
    assert fallen({"up": 0.9, "down": 0.1, "free": 0.0}) == []
    assert fallen({"up": 0.89, "down": 0.11, "free": 0.0}) == [
        "Found: 89.0 %, and not at least 90.0 %",
        "False: 11.0 %, and not at most 10.0 %",
    ]
    assert len(fallen({"up": math.nan, "down": math.nan, "free": math.nan})) == 2


def test_every_floor_is_that_of_a_figure() -> None:
    kept = floors()
    assert kept.keys() <= MEASURED.keys()
    limits = [limit for f in kept.values() for limit in (f.goal, f.at_least, f.at_most, f.reference)]
    assert all(limit is None or 0 <= limit <= 1 for limit in limits)


def test_percentiles() -> None:
    times = [float(number) for number in range(1, 101)]
    assert [percentile(times, share) for share in (0.5, 0.95, 0.99)] == [50, 95, 99]
    assert percentile([3.0], 0.99) == 3


def test_the_page_says_what_was_measured() -> None:
    costs = Costs({"half of them within": 12.3}, 30.0, 2_000_000, 28_000_000, 2)
    told = page(date(2026, 12, 24), MEASURED, tables(HEARD)[:1], costs, {"risk": 560})
    assert "Thursday 24 December 2026" in told
    assert "$" not in told
    assert "| one message, half of them within | 12 ms" in told


def test_held_out_messages_are_whole() -> None:
    for name, messages in held_out().items():
        assert len(messages) > 100, name
        assert all(message.text and message.kind is not None for message in messages)
        assert all(span.end <= len(m.text) for m in messages for span in m.identifiers)
