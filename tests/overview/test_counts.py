"""What SQL counts is what a slow and obvious recount of the records counts, on both databases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta

import pytest

from bot import bankholidays
from bot.casework.calendar import WorkingCalendar
from bot.casework.counting import Due, Marks, Period, Quiet, Span, Spread, Wanted, due, is_silent, is_unheard
from bot.casework.permissions import Actor, Role
from bot.casework.policy import Policy
from bot.casework.sheet import Sheet, withheld
from bot.casework.standing import Standing, Status
from bot.casework.vocabulary import Agency, Category
from bot.overview import Overview
from bot.storage import Database
from bot.storage.overview import OverviewStore
from bot.wording import reporting
from tests.bench.seeding import NOW

MARKS = Marks.at(NOW)
WHO = Actor("nobody", frozenset({Role.COORDINATOR}))
PERIOD = Period(date(2026, 3, 1), date(2026, 10, 31))
WANTED = [
    Wanted(),
    Wanted(policy="warrington"),
    Wanted(policy="telford_wrekin", stage="2"),
    Wanted(category=Category.ROLES),
    Wanted(other_agency=Agency.SOCIAL_CARE),
    Wanted(agency=Agency.POLICE),
    *(Wanted(due=each) for each in Due),
    *(Wanted(quiet=each) for each in Quiet),
    Wanted(category=Category.THRESHOLDS, due=Due.OVERDUE),
]


def counting(database: Database, policies: Mapping[str, Policy]) -> Overview:
    return Overview(OverviewStore(database), policies, {"ENG": bankholidays.calendar("ENG")})


def fits(case: Standing, wanted: Wanted) -> bool:
    return all(
        (
            wanted.policy in (None, case.policy),
            wanted.stage in (None, case.stage),
            wanted.agency in (None, case.agency),
            wanted.other_agency in (None, case.other_agency),
            wanted.category is None or wanted.category in case.categories,
            wanted.due is None or due(case.due_at, MARKS) is wanted.due,
            wanted.quiet is not Quiet.SILENT or is_silent(case),
            wanted.quiet is not Quiet.UNHEARD or is_unheard(case, MARKS),
        )
    )


@pytest.mark.parametrize("wanted", WANTED, ids=str)
def test_open_cases(
    either: Database, policies: Mapping[str, Policy], recounted: Mapping[str, Standing], wanted: Wanted
) -> None:
    view = counting(either, policies).look(WHO, wanted, None, NOW)
    ours = [case for case in recounted.values() if case.status is Status.OPEN and fits(case, wanted)]
    counted: Counter[tuple[object, ...]] = Counter()
    for each in view.standings:
        counted[each.policy, each.stage, each.due, each.silent, each.unheard] += each.count
    assert counted == Counter(
        (case.policy, case.stage, due(case.due_at, MARKS), is_silent(case), is_unheard(case, MARKS)) for case in ours
    )
    about: Counter[tuple[object, ...]] = Counter()
    for subject in view.subjects:
        about[subject.agency, subject.other_agency, subject.categories, subject.overdue] += subject.count
    assert about == Counter(
        (case.agency, case.other_agency, case.categories, due(case.due_at, MARKS) is Due.OVERDUE) for case in ours
    )
    order = [case.due_at for case in view.cases]
    dated = [moment for moment in order if moment]
    assert dated == sorted(dated) and order[: len(dated)] == dated and len(order) == min(len(ours), 25)


@pytest.mark.parametrize("wanted", [Wanted(), Wanted(policy="gloucestershire"), Wanted(category=Category.OTHER)])
def test_a_period(
    either: Database, policies: Mapping[str, Policy], recounted: Mapping[str, Standing], wanted: Wanted
) -> None:
    report = counting(either, policies).report(WHO, PERIOD, wanted, NOW)
    known = [case for case in recounted.values() if case.first_stage and fits(case, wanted)]
    begun = [case for case in known if case.began_on and PERIOD.first <= case.began_on <= PERIOD.last]
    ended = [case for case in known if case.ended_on and PERIOD.first <= case.ended_on <= PERIOD.last]
    resolved = [case for case in ended if case.status is Status.RESOLVED]
    assert begun and resolved
    assert report.total_begun == len(begun)
    assert report.total_resolved == len(resolved)
    assert report.total_closed == len(ended) - len(resolved)
    assert report.came_in() == Counter((case.policy, case.first_stage) for case in begun)
    assert report.resolved_at() == Counter((case.policy, case.stage) for case in resolved)
    assert report.categories() == Counter(category for case in begun for category in case.categories)
    assert report.unanswered == Counter((case.policy, stage) for case in begun for stage in case.unanswered)
    calendar = bankholidays.calendar("ENG")
    days = [(case.began_on, case.ended_on) for case in resolved]
    took = sorted(slowly(calendar, first, last) for first, last in days if first and last)
    spread = report.spread()
    assert spread and (spread.count, spread.longest) == (len(took), took[-1])
    assert spread.nine_of_ten == took[-(-len(took) * 9 // 10) - 1]
    assert sum(report.in_bins()) == len(took)
    assert sum(began for _, began, _ in report.over_time()) == len(begun)
    assert sum(done for *_, done in report.over_time()) == len(resolved)


def slowly(calendar: WorkingCalendar, began: date, ended: date) -> int:
    days = (began + timedelta(days=n) for n in range(1, (ended - began).days + 1))
    return sum(calendar.is_working_day(day) for day in days)


def test_working_days_are_counted_as_the_calendar_counts_them() -> None:
    calendar = bankholidays.calendar("ENG")
    span = Span(calendar)
    for start in range(0, 1200, 7):
        began = date(2024, 1, 3) + timedelta(days=start)
        for days in (0, 1, 2, 4, 9, 30):
            if (ended := began + timedelta(days=days)) <= calendar.published_until:
                assert span.between(began, ended) == slowly(calendar, began, ended), (began, ended)
    assert span.between(calendar.published_until, calendar.published_until + timedelta(days=1)) is None
    assert Spread.of([]) is None and Spread.of([(3, 1), (5, 1)]) == Spread(2, 4.0, 5, 5)


@pytest.mark.parametrize(
    ("counts", "left"),
    [
        ([0, 12, 30], [0, 12, 30]),
        ([3, 12, 30], [None, None, 30]),  # the total would give one alone away
        ([1, 2, 30, 9], [None, None, 30, None]),  # two that come to less than five would say too much
        ([4, 4, 9], [None, None, 9]),
        ([1], [None]),
    ],
)
def test_what_leaves_the_house_points_to_nobody(counts: list[int], left: list[int | None]) -> None:
    sheet = Sheet("a", "a", ("row", "count"), tuple((str(n), count) for n, count in enumerate(counts)), parts=True)
    assert [row[1] for row in withheld(sheet).rows] == left


@pytest.mark.parametrize("policy", ["telford_wrekin", "gloucestershire", "rainbow_early_years"])
def test_a_return_withholds_small_numbers_where_it_leaves(
    full: Database, policies: Mapping[str, Policy], policy: str
) -> None:
    report = counting(full, policies).whole_report(PERIOD, Wanted(policy=policy), NOW)
    (asked,) = policies[policy].returns
    counts = [
        value
        for sheet in reporting.returned(report, policies, asked)
        for row in sheet.rows
        for value in row[sheet.labels :]
        if isinstance(value, int)
    ]
    assert counts and any(0 < count < 5 for count in counts) is not asked.leaves
    said = str(reporting.paper(report, policies, policies[policy], asked))
    assert asked.rule in said and (reporting.OUTSIDE in said) is asked.leaves
