"""A report in tables: for the page, for a workbook, and as the return that a policy asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.casework.calendar import say_date, say_moment
from bot.casework.paper import Cell, Grid, Heading, Paper, Paragraph, Part, cell
from bot.casework.policy import Policy
from bot.casework.provisions import Return
from bot.casework.report import BINS, MONTHLY, WEEKLY, Report
from bot.casework.sheet import FEW, Sheet, Value, withheld
from bot.casework.vocabulary import Counted
from bot.wording import tallying

INSIDE = (
    f"For use inside the organisation. Small numbers are shown: a count below {FEW} may point to one child, so hand on "
    "a return instead, in which they are withheld."
)
WITHHELD = "withheld"
OUTSIDE = (
    f"Counts below {FEW} are withheld, because they may point to one child or family. So is the next smallest, where "
    "the others would give them away. 0 is shown."
)
Policies = Mapping[str, Policy]


def sheets(report: Report, policies: Policies) -> tuple[Sheet, ...]:
    """Everything that is counted, a table each."""
    return tuple(make(report, policies) for makers in _TABLES.values() for make in makers)


def returned(report: Report, policies: Policies, asked: Return) -> tuple[Sheet, ...]:
    """What a policy wants counted; small numbers withheld where it leaves the organisation."""
    found = [make(report, policies) for counted in asked.counts for make in _TABLES[counted]]
    if asked.notice:
        found = [_notices(report, policies, asked) if sheet.name == "Notices" else sheet for sheet in found]
    return tuple(map(withheld, found)) if asked.leaves else tuple(found)


def paper(report: Report, policies: Policies, policy: Policy, asked: Return) -> Paper:
    """The return as a document."""
    parts: list[Part] = [
        Paragraph(f"{policy.titled}, version {policy.version}. Asked for in {asked.at} ({asked.rule})."),
        Paragraph(f"For: {asked.to}. {asked.every}"),
        Paragraph(f"Period: {tallying.period(report.period)}. Counted on {say_moment(report.now)}."),
        *([Paragraph(asked.note)] if asked.note else []),
        Paragraph(OUTSIDE if asked.leaves else INSIDE, quiet=True),
    ]
    for sheet in returned(report, policies, asked):
        parts += [Heading(sheet.title), *([Paragraph(sheet.note, quiet=True)] if sheet.note else []), _grid(sheet)]
    if Counted.CHALLENGES in asked.counts:
        words = Cell((), "What was hard, in your own words. No names.", free=6)
        parts += [Heading("Challenges"), Grid("Challenges", ("To be completed by hand",), ((words,),), (1.0,))]
    return Paper(asked.name, tuple(parts), f"{policy.short}: {asked.name} · Waymark")


def about(report: Report, policies: Policies, asked: Return | None = None) -> list[tuple[str, Value]]:
    """What the tables of a report or a return are about."""
    only = tallying.wanted(policies, report.wanted)
    return [
        ("What", f"{asked.name} ({asked.rule}, {asked.at})" if asked else "Report on escalations"),
        *([("For", asked.to), ("How often", asked.every)] if asked else []),
        ("From", report.period.first),
        ("To", report.period.last),
        *([("Only", only)] if only else []),
        ("Counted at", say_moment(report.now)),
        ("Read this", OUTSIDE if asked and asked.leaves else INSIDE),
    ]


def shown(value: Value) -> str:
    """A figure as it stands on paper or on a page."""
    if value is None:
        return WITHHELD
    if isinstance(value, float):
        return f"{value:g}"
    return f"{value:,}" if isinstance(value, int) else value if isinstance(value, str) else say_date(value)


def _grid(sheet: Sheet) -> Grid:
    rows = [tuple(cell(shown(value)) for value in row) for row in sheet.rows]
    rows = rows or [(cell("None in this period"), *(cell("") for _ in sheet.head[1:]))]
    return Grid(sheet.title, sheet.head, tuple(rows), tuple(1 / len(sheet.head) for _ in sheet.head))


def _numbers(report: Report, _policies: Policies) -> Sheet:
    rows = (
        ("Began in the period", report.total_begun),
        ("Of these open now", report.still_open),
        ("Resolved in the period", report.total_resolved),
        ("Ended otherwise in the period", report.total_closed),
        ("Of those that ended: a date was missed", report.late),
    )
    note = "An escalation is counted once it has reached a stage. It begins on the day on which the disagreement arose."
    return Sheet("Numbers", "Numbers", ("What", "Escalations"), rows, note)


def _trend(report: Report, _policies: Policies) -> Sheet:
    days = report.period.days
    steps = "Week from" if days <= WEEKLY else "Month from" if days <= MONTHLY else "Year from"
    rows = tuple(report.over_time())
    return Sheet("Over time", "Over time", (steps, "Began", "Resolved"), rows, parts=True, drawn=True)


def _policies(report: Report, policies: Policies) -> Sheet:
    rows = tuple((tallying.policy(policies, name), *counts) for name, counts in report.by_policy().items())
    return Sheet("Policies", "By policy", ("Policy", "Began", "Resolved"), rows, parts=True)


def _came_in(report: Report, policies: Policies) -> Sheet:
    rows = _staged(report.came_in(), policies)
    return Sheet("Came in at", "The stage at which they came in", ("Policy", "Stage", "Began"), rows, "", 2, True)


def _resolved_at(report: Report, policies: Policies) -> Sheet:
    head, title = ("Policy", "Stage", "Resolved"), "The stage at which they were resolved"
    return Sheet("Resolved at", title, head, _staged(report.resolved_at(), policies), "", 2, True, True)


def _staged(counts: Mapping[tuple[str, str], int], policies: Policies) -> tuple[tuple[Value, ...], ...]:
    def order(key: tuple[str, str]) -> tuple[str, int, str]:
        stages = [each.id for each in policies[key[0]].stages] if key[0] in policies else []
        return tallying.policy(policies, key[0]), stages.index(key[1]) if key[1] in stages else 99, key[1]

    named = [(tallying.policy(policies, key[0]), tallying.stage(policies, *key)) for key in sorted(counts, key=order)]
    return tuple((*names, counts[key]) for names, key in zip(named, sorted(counts, key=order), strict=True))


def _time(report: Report, policies: Policies) -> Sheet:
    rows: list[tuple[Value, ...]] = []
    for name in (*report.by_policy(), None):
        found = report.spread(name)
        if found:
            label = tallying.policy(policies, name) if name else "All"
            figures = (None, None) if found.count < FEW else (found.median, float(found.nine_of_ten))
            rows.append((label, found.count, *figures))
    head = ("Policy", "Resolved", "Half within", "Nine of ten within")
    unknown = report.lengths()[None]
    note = "Working days from the day on which the disagreement arose to the day on which it was resolved. "
    note += f"Of fewer than {FEW} no time is given."
    note += f" {unknown:,} could not be counted." if unknown else ""
    return Sheet("Time to resolve", "Time to resolve, in working days", head, tuple(rows), note, parts=True)


def _lengths(report: Report, _policies: Policies) -> Sheet:
    names = [f"{low} to {high}" if high else f"{low} or more" for low, high in BINS]
    rows = tuple(zip(names, report.in_bins(), strict=True))
    head = ("Working days", "Resolved")
    return Sheet("How long", "How many took how long", head, rows, parts=True, drawn=True)


def _categories(report: Report, _policies: Policies) -> Sheet:
    counts = report.categories()
    rows = tuple((name, counts[category]) for category, name in tallying.CATEGORIES.items())
    note = "An escalation may be about several, so they come to more than there are."
    return Sheet("Categories", "What they were about", ("Category", "Began"), rows, note, drawn=True)


def _agencies(report: Report, _policies: Policies) -> Sheet:
    rows = tuple((tallying.agency(agency), *counts) for agency, counts in report.agencies().items())
    head = ("Agency", "Raised by", "Raised with")
    return Sheet("Agencies", "Agencies", head, rows, parts=True, drawn=True)


def _silence(report: Report, policies: Policies) -> Sheet:
    rows = tuple(
        (tallying.policy(policies, name), tallying.before(policies, name, stage), count)
        for (name, stage), count in sorted(report.unanswered.items())
    )
    note = "How often a case went on because nobody there had answered."
    return Sheet("No answer", "Where nobody answered", ("Policy", "Stage", "Times"), rows, note, 2)


def _notices(report: Report, policies: Policies, asked: Return | None = None) -> Sheet:
    known = {(policy, rule): count for (policy, rule), count in report.notified.items()}
    if asked is not None:
        known = {key: count for key, count in known.items() if key[1] == asked.notice}
    resolved = report.by_policy()
    rows = tuple(
        (tallying.policy(policies, policy), rule, resolved.get(policy, (0, 0))[1], count)
        for (policy, rule), count in sorted(known.items())
    )
    note = "Notified are those in which the notice was ticked off in Waymark."
    return Sheet("Notices", "Notices sent", ("Policy", "Rule", "Resolved", "Notified"), rows, note, 2)


_TABLES: Mapping[Counted, tuple[Callable[[Report, Policies], Sheet], ...]] = {
    Counted.NUMBERS: (_numbers,),
    Counted.TREND: (_trend,),
    Counted.STAGES: (_policies, _came_in, _resolved_at),
    Counted.TIME: (_time, _lengths),
    Counted.CATEGORIES: (_categories,),
    Counted.AGENCIES: (_agencies,),
    Counted.CHALLENGES: (_silence,),
    Counted.NOTICES: (_notices,),
}
