"""What becomes of a date that people set, and what is said of a rule that has no time of its own.

One line a question, read out of the documents: rule, the event (London), the date agreed, the date by which the person
has to be safe; then the date that is shown, any other one, the strength, and words that have to be said. Bank holidays
near these dates: 25 and 28 December 2026, 1 January, 26 and 29 March 2027.
"""

from __future__ import annotations

from datetime import date, datetime

import pytest

from bot import bankholidays
from bot.casework.calendar import LONDON
from bot.casework.policy import Policy
from bot.casework.ruling import of_rule
from bot.casework.timescale import Agreed

TABLE = """
WARR-T1 | 2026-11-02 | 2026-11-04 |            | 2026-11-09 |            | limit  | Wednesday 4 November 2026 is the date that the agencies agreed: keep to it
WARR-T1 | 2026-11-02 | 2026-11-09 |            | 2026-11-09 |            | limit  | agreed on the same day
WARR-T1 | 2026-11-02 | 2026-11-10 |            | 2026-11-09 |            | limit  | Tuesday 10 November 2026, does not move it
WARR-T1 | 2026-11-02 | 2026-10-30 |            | 2026-11-09 |            | limit  | is before Monday 2 November 2026
WARR-T2 | 2026-12-24 |            | 2026-12-29 | 2027-01-05 |            | limit  | does not tie this to Tuesday 29 December 2026
WARR-T3 | 2026-11-02 |            |            | 2026-11-16 | 2026-11-16 | limit  | each gives the same date
WARR-T3 | 2027-03-22 |            |            | 2027-04-05 | 2027-04-07 | limit  | the earlier date is shown
WARR-T3 | 2026-11-02 | 2026-11-12 |            | 2026-11-16 | 2026-11-16 | limit  | Thursday 12 November 2026 is the date that the agencies agreed: keep to it
WARR-T5 | 2026-11-02 | 2026-11-20 |            | 2026-11-20 |            | agreed | the date that the agencies agreed
WARR-T5 | 2026-11-02 | 2026-10-30 |            |            |            |        | is before Monday 2 November 2026
WARR-5a | 2026-11-02 |            |            |            |            | should | kept under WARR-T5 (Timescales)
WARR-5d | 2026-11-02 | 2026-12-18 |            | 2026-12-18 |            | agreed | It is kept under WARR-T5
WARR-1a | 2026-11-02 |            |            |            |            | should | its stage runs under WARR-T1 (Timescales), 5 working days
WARR-2a | 2026-11-02 |            |            |            |            | should | its stage runs under WARR-T1
WARR-3b | 2026-11-02 |            |            |            |            | should | its stage runs under WARR-T2
WARR-4a | 2026-11-02 | 2026-11-12 |            |            |            | must   | Thursday 12 November 2026, the date agreed, counts as far as WARR-T3 lets it
WARR-E1 | 2026-11-02 |            |            |            |            | should | do it at once
WARR-C1 | 2026-11-02 | 2026-11-20 |            |            |            | must   | Friday 20 November 2026, the date agreed, moves nothing here
WARR-P1 | 2026-11-02 |            |            |            |            |        | The policy gives no time limit here.
WARR-T4 | 2026-11-02 |            |            |            |            | must   | The policy gives no time limit here.
RAIN-E1 | 2026-11-02 |            |            |            |            | should | call 999 first
RAIN-0a | 2026-11-02 |            |            |            |            | should | its stage runs under RAIN-T2
RAIN-2b | 2026-11-02 |            |            |            |            | must   | its stage runs under RAIN-T2
RAIN-3b | 2026-11-02 |            |            |            |            | will   | its time is that of RAIN-T3
RAIN-T2 | 2026-11-02 | 2026-11-05 |            | 2026-11-09 |            | should | Thursday 5 November 2026 is the date that the agencies agreed: keep to it
RAIN-T3 | 2026-11-06 | 2026-11-20 |            | 2026-11-11 |            | will   | gives no extension
CAMB-N1 | 2026-11-02 |            |            |            |            | must   | The policy gives no time limit here.
CAMB-N1 | 2026-11-02 | 2026-11-13 |            | 2026-11-13 |            | agreed | the date that the agencies agreed
CAMB-3b | 2026-11-02 | 2026-12-28 |            | 2026-12-28 |            | agreed | It is kept under CAMB-T0
CAMB-2c | 2026-11-02 | 2026-10-01 |            |            |            | may    | is before Monday 2 November 2026
CAMB-T0 | 2026-11-02 | 2026-11-13 | 2026-11-06 | 2026-11-13 |            | agreed | does not tie this to Friday 6 November 2026
CAMB-E2 | 2026-11-07 | 2026-11-10 |            | 2026-11-07 |            | should | does not move it
GLOS-4e | 2026-11-02 | 2026-11-11 |            | 2026-11-11 | 2026-11-16 | agreed | which one part of the document allows
GLOS-4e | 2026-11-02 | 2026-11-27 |            | 2026-11-16 | 2026-11-27 | limit  | the earlier date is shown
GLOS-4e | 2026-11-02 | 2026-11-16 |            | 2026-11-16 |            | limit  | agreed on the same day
GLOS-4e | 2026-11-02 | 2026-11-11 | 2026-11-06 | 2026-11-06 | 2026-11-06 | limit  | which comes first
GLOS-4e | 2026-11-02 | 2026-10-30 |            | 2026-11-16 |            | limit  | is before Monday 2 November 2026
GLOS-1d | 2026-11-02 |            | 2026-10-30 | 2026-11-02 |            | should | was over before Monday 2 November 2026
GLOS-2d | 2026-11-02 |            |            |            |            | must   | GLOS-2g (2.2 (g)), 5 working days
GLOS-4b | 2026-11-02 |            |            |            |            | must   | GLOS-F2 (Flowchart note), 5 working days or 5 calendar days
GLOS-F2 | 2026-11-02 | 2026-11-12 |            | 2026-11-12 | 2026-11-12 | limit  | each gives the same date
TELF-3a | 2026-11-03 |            |            | 2026-11-04 | 2026-11-04 | must   | the earlier time is shown
TELF-1a | 2026-11-02 | 2026-11-04 |            | 2026-11-04 |            | should | agreed on the same day
TELF-1a | 2026-11-02 | 2026-11-06 |            | 2026-11-04 |            | should | such as Friday 6 November 2026, cannot be agreed
TELF-1b | 2026-11-02 |            |            |            |            | should | TELF-T0 (Appendix 1, above the table), as a guide 10 working days
TELF-E2 | 2026-11-02 |            |            |            |            | should | do it at once
TELF-5d | 2026-11-02 | 2026-11-13 |            |            |            | will   | Friday 13 November 2026 is the date that the agencies agreed: keep to it
TELF-6  | 2026-11-02 |            |            |            |            | may    | The policy gives no time limit here.
"""  # noqa: E501  a table is read by its columns
LINES = [[cell.strip() or None for cell in line.split("|")] for line in TABLE.strip().splitlines()]


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize("cells", LINES, ids=lambda cells: " ".join(filter(None, cells[:4])))
def test_a_date_is_never_dropped_in_silence(policies: dict[str, Policy], cells: list[str | None]) -> None:
    rule, event, agreed, protect_by, due, other, strength, words = cells
    policy = next(each for each in policies.values() if rule in each.rules())
    start = datetime.fromisoformat(f"{event}T09:00").replace(tzinfo=LONDON)
    calendar = bankholidays.calendar(policy.nation)
    found = of_rule(policy, str(rule), start, calendar, Agreed(day(agreed), day(protect_by)))
    [first] = [item for item in found if item.shown]
    assert (first.due, first.strength) == (day(due), strength), first.why
    assert [item.due for item in found if item is not first] == ([day(other)] if other else [])
    assert str(words) in first.why
