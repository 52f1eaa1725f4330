"""The figures: how often what was understood is what should have been. Shares from 0 to 1, NaN of nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from tests.quality.held_out import Span
from tests.quality.listening import Heard

CATEGORIES = ("thresholds", "roles", "communication", "need_for_action", "other")
IDENTIFIERS = ("name", "date of birth", "NHS number", "postcode", "address", "phone", "email")
Test = Callable[[Heard], bool]


def figures(heard: Mapping[str, Sequence[Heard]]) -> dict[str, float]:
    """Every figure by its key: what tests/quality/floors.yml may hold."""
    others = [*heard["intents"], *heard["disagreement"]]
    return {
        **risk_figures(heard["risk"]),
        "risk_false_alarms_elsewhere": share(alarmed, without_danger(others)),
        "intent_accuracy": share(lambda h: likeliest(h) == h.message.intent, heard["intents"]),
        "intent_accuracy_also": share(right_intent, heard["intents"]),
        "intent_asked_back": share(unsure, heard["intents"]),
        "intent_mistaken": share(lambda h: not (right_intent(h) or unsure(h)), heard["intents"]),
        "category_f1": macro_f1([(h.message.categories, said(h)) for h in heard["disagreement"]]),
        "category_f1_also": macro_f1([(wanted_also(h), said(h)) for h in heard["disagreement"]]),
        "category_likeliest": share(right_category, heard["disagreement"]),
        **date_figures(heard["dates"]),
        **identifier_figures(heard["identifiers"]),
    }


# Danger: the trained model judges. The words at the door count where it cannot be asked, and else raise a question.


def alarmed(heard: Heard) -> bool:
    return bool(heard.understood.parsed["risk"]["level"] == "now")


def by_words(heard: Heard) -> bool:
    return heard.understood.screened == "alarm"


def by_either(heard: Heard) -> bool:
    return alarmed(heard) or by_words(heard)


def doubted(heard: Heard) -> bool:
    """No alarm, but the question is asked."""
    perhaps = heard.understood.screened != "none" or heard.understood.parsed["risk"]["level"] == "ask"
    return perhaps and not alarmed(heard)


def in_danger(heard: Iterable[Heard]) -> list[Heard]:
    return [h for h in heard if h.message.risk == "now"]


def without_danger(heard: Iterable[Heard]) -> list[Heard]:
    return [h for h in heard if h.message.risk != "now"]


def risk_figures(heard: Sequence[Heard]) -> dict[str, float]:
    danger, none = in_danger(heard), without_danger(heard)
    ways = {"": alarmed, "_by_words": by_words, "_by_either": by_either}
    apart = [h for h in heard if not h.message.for_thresholds]
    return {
        **{f"risk_recall{name}": share(way, danger) for name, way in ways.items()},
        **{f"risk_false_alarms{name}": share(way, none) for name, way in ways.items()},
        "risk_recall_apart": share(alarmed, in_danger(apart)),
        "risk_false_alarms_apart": share(alarmed, without_danger(apart)),
        "risk_unnoticed": share(lambda h: not (alarmed(h) or doubted(h)), danger),
    }


# What the person wants, and what a disagreement is about.


def likeliest(heard: Heard) -> str:
    return str(heard.understood.intent["name"])


def right_intent(heard: Heard) -> bool:
    return likeliest(heard) in {heard.message.intent, *heard.message.also}


def unsure(heard: Heard) -> bool:
    return heard.understood.unsure


def said(heard: Heard) -> frozenset[str]:
    return frozenset(heard.understood.categories)


def right_category(heard: Heard) -> bool:
    """Whether the category that is named first holds, or would be right as well."""
    return next(iter(heard.understood.categories), None) in heard.message.categories | heard.message.also


def wanted_also(heard: Heard) -> frozenset[str]:
    """The categories to be named, where each that would be right as well may stand in for one that was not."""
    wanted, extra = heard.message.categories, heard.message.also & said(heard)
    missed = sorted(wanted - said(heard))
    return (wanted - set(missed[: len(extra)])) | extra


def f1(pairs: Sequence[tuple[frozenset[str], frozenset[str]]], label: str) -> float:
    """The harmonic mean of recall and precision of one label, over pairs of what is wanted and what was said."""
    right = sum(label in wanted and label in told for wanted, told in pairs)
    named = sum(label in wanted for wanted, _ in pairs) + sum(label in told for _, told in pairs)
    return 2 * right / named if named else float("nan")


def macro_f1(pairs: Sequence[tuple[frozenset[str], frozenset[str]]]) -> float:
    return sum(f1(pairs, label) for label in CATEGORIES) / len(CATEGORIES)


# Dates: exactly the day that was told, or none where none was.


def right_date(heard: Heard) -> bool:
    happened = heard.understood.happened
    return (happened.isoformat() if happened else None) == heard.message.date


def given_date(heard: Heard) -> bool:
    return heard.understood.happened is not None


def date_figures(heard: Sequence[Heard]) -> dict[str, float]:
    told = [h for h in heard if h.message.date]
    untold = [h for h in heard if not h.message.date]
    return {
        "dates_right": share(right_date, told),
        "dates_wrong": share(lambda h: given_date(h) and not right_date(h), told),
        "dates_invented": share(given_date, untold),
    }


# Identifiers: masked when every letter and digit of it is, whatever the tag; rightly so where one of its type stands.


def masked(heard: Heard, span: Span) -> bool:
    hidden = {place for i in heard.understood.masked.identifiers for place in range(i.start, i.end)}
    return all(place in hidden for place in range(span.start, span.end) if heard.message.text[place].isalnum())


def called_for(heard: Heard, span: Span) -> bool:
    spans = heard.message.identifiers
    return any(s.type == span.type and span.start < s.end and s.start < span.end for s in spans)


def found(heard: Heard) -> list[Span]:
    return [Span(i.start, i.end, i.type) for i in heard.understood.masked.identifiers]


def identifier_figures(heard: Sequence[Heard]) -> dict[str, float]:
    wanted = [(span, masked(h, span)) for h in heard for span in h.message.identifiers]
    given = [(span, called_for(h, span)) for h in heard for span in found(h)]
    clean = [h for h in heard if not h.message.identifiers]
    told = {"identifiers_recall": _share_of(wanted), "identifiers_precision": _share_of(given)}
    for name in IDENTIFIERS:
        key = name.lower().replace(" ", "_")
        told[f"{key}_recall"] = _share_of([pair for pair in wanted if pair[0].type == name])
        told[f"{key}_precision"] = _share_of([pair for pair in given if pair[0].type == name])
    return {**told, "identifiers_left_alone": share(lambda h: not found(h), clean)}


def share(test: Test, heard: Sequence[Heard]) -> float:
    return sum(map(test, heard)) / len(heard) if heard else float("nan")


def _share_of(judged: Sequence[tuple[Span, bool]]) -> float:
    return sum(right for _, right in judged) / len(judged) if judged else float("nan")
