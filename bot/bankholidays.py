"""The bank holidays of a nation, offline: dates from the ``holidays`` library, as far as GOV.UK has published its list.

The library computes any year, but a one-off holiday is known only once it is published, so nothing is counted past the
last year of GOV.UK's list (the copy inside ``govuk-bank-holidays``). docs/tasks/bank-holidays.md says how to renew
both.
"""

from __future__ import annotations

from datetime import date
from functools import cache

from govuk_bank_holidays.bank_holidays import BankHolidays
from holidays import country_holidays

from bot.casework.calendar import WorkingCalendar

FIRST_YEAR = 2018
DIVISIONS = {
    "ENG": BankHolidays.ENGLAND_AND_WALES,
    "WLS": BankHolidays.ENGLAND_AND_WALES,
    "SCT": BankHolidays.SCOTLAND,
    "NIR": BankHolidays.NORTHERN_IRELAND,
}


@cache
def calendar(nation: str) -> WorkingCalendar:
    """The working days of a nation (ENG, WLS, SCT or NIR). Raises KeyError for any other."""
    last = max(published(nation)).year
    found = country_holidays("GB", subdiv=nation, years=range(FIRST_YEAR, last + 1))
    return WorkingCalendar(dict(found), date(last, 12, 31))


def published(nation: str) -> dict[date, str]:
    """The bank holidays on GOV.UK's own list, by the copy that is installed."""
    listed = BankHolidays(use_cached_holidays=True).get_holidays(division=DIVISIONS[nation])
    return {item["date"]: item["title"] for item in listed}
