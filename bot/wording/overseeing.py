"""The coordinator's overview in words: its figures, its tables with their links, its list of cases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from bot.casework.calendar import local_date, london, say_date
from bot.casework.counting import Due, Quiet, Wanted
from bot.casework.policy import Policy
from bot.casework.sheet import Sheet
from bot.casework.tallies import OpenCase, Place, Shown
from bot.casework.vocabulary import Agency, Category
from bot.overview import View
from bot.wording import tallying
from bot.wording.recording import REPLIES
from bot.wording.reporting import shown

NAMES = {"other_agency": "agency", "agency": "by"}
"""What a filter is called in an address, where it is not called as in code."""
Policies = Mapping[str, Policy]


@dataclass(frozen=True, slots=True)
class Figure:
    """One of the figures at the top, with the address of the cases that it counts."""

    label: str
    count: str
    href: str
    heed: bool = False


def page(view: View, policies: Policies) -> dict[str, Any]:
    """All that the page shows."""
    return {
        "as_of": f"{say_date(local_date(view.now))}, {london(view.now):%H:%M} (London time)",
        "only": tallying.wanted(policies, view.wanted),
        "figures": figures(view),
        "tables": [by_stage(view, policies), by_agency(view), by_own_agency(view), by_category(view)],
        "cases": [_case(view, case, policies) for case in view.cases],
        "next": _address(view.wanted, after=_place(view.following)) if view.following else "",
        "shown": [_shown(view, each, policies) for each in view.shown],
        "shown_count": f"{view.shown_count:,}{' or more' if view.shown_count >= 1000 else ''}",
        "more_shown": view.shown_count > len(view.shown),
    }


def figures(view: View) -> list[Figure]:
    """How many cases are open, due, overdue; and about how many nothing is heard."""
    due = _sum((each.due, each.count) for each in view.standings)
    total = sum(due.values())
    silent = sum(each.count for each in view.standings if each.silent)
    unheard = sum(each.count for each in view.standings if each.unheard)
    return [
        Figure("Open", f"{total:,}", _address(view.wanted, due="", quiet="")),
        Figure("Overdue", f"{due[Due.OVERDUE]:,}", _address(view.wanted, due=Due.OVERDUE), due[Due.OVERDUE] > 0),
        Figure("Due today", f"{due[Due.TODAY]:,}", _address(view.wanted, due=Due.TODAY)),
        Figure("Due in the next 7 days", f"{due[Due.SOON]:,}", _address(view.wanted, due=Due.SOON)),
        Figure("No answer from the other side", f"{silent:,}", _address(view.wanted, quiet=Quiet.SILENT), silent > 0),
        Figure("Not acknowledged", f"{unheard:,}", _address(view.wanted, quiet=Quiet.UNHEARD), unheard > 0),
    ]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: what is counted, where its cases are listed, and the figures."""

    label: str
    href: str
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the overview."""

    title: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    note: str = ""


def by_stage(view: View, policies: Policies) -> Table:
    """Open cases under each policy, stage by stage."""
    counts: dict[tuple[str | None, str | None], Counter[str]] = {}
    for each in view.standings:
        found = counts.setdefault((each.policy, each.stage), Counter())
        soon = each.due in (Due.TODAY, Due.SOON)
        facts = {"open": True, "soon": soon, "overdue": each.due is Due.OVERDUE}
        facts |= {"silent": each.silent, "unheard": each.unheard}
        found.update({name: each.count for name, holds in facts.items() if holds})
    columns = ("open", "soon", "overdue", "silent", "unheard")
    rows = tuple(
        Row(
            f"{tallying.policy(policies, name)}: {tallying.stage(policies, name, stage)}"
            if name else "Being set up, no policy yet",
            _address(view.wanted, policy=name or "", stage=stage or "") if stage else "",
            tuple(f"{counts[name, stage][column]:,}" for column in columns),
        )
        for name, stage in sorted(counts, key=lambda key: _order(policies, *key))
    )  # fmt: skip
    head = ("Policy and stage", "Open", "Due within 7 days", "Overdue", "No answer", "Not acknowledged")
    return Table("By policy and stage", head, rows)


def by_agency(view: View) -> Table:
    """With whom the open cases are raised."""
    return _agencies(view, "Raised with", "other_agency")


def by_own_agency(view: View) -> Table:
    """Who raised them."""
    return _agencies(view, "Raised by", "agency")


def by_category(view: View) -> Table:
    """What they are about."""
    counted = _sum((category, each.count) for each in view.subjects for category in each.categories)
    late = _sum((category, each.count) for each in view.subjects if each.overdue for category in each.categories)
    rows = tuple(
        Row(name, _address(view.wanted, category=which), (f"{counted[which]:,}", f"{late[which]:,}"))
        for which, name in tallying.CATEGORIES.items()
        if counted[which]
    )
    note = "A case may be about several, so these come to more than there are."
    return Table("What they are about", ("Category", "Open", "Overdue"), rows, note)


def filters(wanted: Wanted, policies: Policies) -> list[dict[str, Any]]:
    """The lists to choose from."""
    chosen = policies[wanted.policy] if wanted.policy else None
    stages = {stage.id: stage.label for policy in policies.values() for stage in policy.stages}
    if chosen:
        stages = {stage.id: f"{stage.label}: {stage.name}" for stage in chosen.stages}
    sectors = {each.value: tallying.agency(each) for each in Agency}
    about = {each.value: tallying.CATEGORIES[each] for each in Category}
    return [
        _filter("policy", "Policy", {name: policy.named for name, policy in policies.items()}, wanted.policy),
        _filter("stage", "Stage", stages, wanted.stage),
        _filter("agency", "Raised with", sectors, wanted.other_agency),
        _filter("by", "Raised by", sectors, wanted.agency),
        _filter("category", "About", about, wanted.category),
        _filter("due", "Due", {each.value: name for each, name in tallying.DUES.items()}, wanted.due),
        _filter("quiet", "Silence", {each.value: name for each, name in tallying.QUIETS.items()}, wanted.quiet),
    ]


def told(sheet: Sheet) -> list[tuple[str, ...]]:
    """The rows of a table of the report."""
    monthly = sheet.head[0].startswith("Month")
    return [
        tuple(f"{value:%B %Y}" if monthly and isinstance(value, date) else shown(value) for value in row)
        for row in sheet.rows
    ]


def _filter(name: str, label: str, options: Mapping[str, str], chosen: str | None) -> dict[str, Any]:
    return {"name": name, "label": label, "options": options, "chosen": str(chosen or "")}


def _agencies(view: View, title: str, field: str) -> Table:
    counted = _sum((getattr(each, field), each.count) for each in view.subjects)
    late = _sum((getattr(each, field), each.count) for each in view.subjects if each.overdue)
    order: list[Agency | None] = [*Agency, None]
    rows = tuple(
        Row(
            tallying.agency(which),
            _address(view.wanted, **{NAMES[field]: which}) if which else "",
            (f"{counted[which]:,}", f"{late[which]:,}"),
        )
        for which in order
        if counted[which]
    )
    return Table(title, ("Agency", "Open", "Overdue"), rows)


def _case(view: View, case: OpenCase, policies: Policies) -> dict[str, Any]:
    overdue = case.due_at is not None and case.due_at <= view.now
    raised = f"{tallying.agency(case.agency)} → {tallying.agency(case.other_agency)}"
    return {
        "reference": case.reference,
        "href": f"/cases/{case.reference}" if case.reference in view.mine else "",
        "where": f"{tallying.policy(policies, case.policy)}: {tallying.stage(policies, case.policy, case.stage)}",
        "due": _due(case, overdue),
        "late": overdue,
        "raised": raised if case.agency or case.other_agency else "",
        "about": tallying.categories(case.categories),
        "heard": _heard(view, case),
    }


def _due(case: OpenCase, overdue: bool) -> str:
    if case.due_at is None:
        return "No date runs" if case.stage else ""
    day = local_date(case.due_at - timedelta(seconds=1))  # a date ends at the midnight after it
    return f"{'Was due' if overdue else 'Due'} {say_date(day)}"


def _heard(view: View, case: OpenCase) -> str:
    if case.heard_at and case.heard:
        said = f"Acknowledged on {say_date(local_date(case.heard_at))}: {REPLIES[case.heard]}"
        chased = case.told_at is not None and case.heard_at < case.told_at <= view.now
        return said + ("; nothing since it ran out" if chased else "")
    return "Not acknowledged" if case.told_at and case.told_at <= view.now else ""


def _shown(view: View, each: Shown, policies: Policies) -> dict[str, Any]:
    why = "A reminder reaches nobody" if each.lost else "Five reminders, and nobody has answered"
    return {
        "reference": each.case,
        "href": f"/cases/{each.case}" if each.case in view.mine else "",
        "where": f"{tallying.policy(policies, each.policy)}: {tallying.stage(policies, each.policy, each.stage)}",
        "why": f"{why}, since {say_date(local_date(each.since))}",
    }


def _address(wanted: Wanted, after: str = "", **changed: str | None) -> str:
    given = {NAMES.get(each.name, each.name): getattr(wanted, each.name) for each in fields(wanted)}
    given |= {**changed, "after": after}
    query = urlencode({name: str(value) for name, value in given.items() if value})
    return f"/overview?{query}" if query else "/overview"


def _place(place: Place | None) -> str:
    if place is None:
        return ""
    due = "none" if place.due_at is None else str(round(place.due_at.timestamp() * 1_000_000))
    return f"{due}~{place.reference}"


def _order(policies: Policies, name: str | None, stage: str | None) -> tuple[bool, str, int, str]:
    stages = [each.id for each in policies[name].stages] if name is not None and name in policies else []
    place = stages.index(stage) if stage in stages else 99
    return name is None, tallying.policy(policies, name), place, stage or ""


def _sum(pairs: Iterable[tuple[Any, int]]) -> Counter[Any]:
    found: Counter[Any] = Counter()
    for what, count in pairs:
        found[what] += count
    return found
