"""Dates as tired professionals write them: what is read, what has to be asked, what is no date at all."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understanding.dates import FoundDate, find_dates

NOW = datetime(2026, 10, 16, 10, 30, tzinfo=ZoneInfo("Europe/London"))  # a Friday
BANK_HOLIDAYS = {
    date(2026, 1, 1), date(2026, 4, 3), date(2026, 4, 6), date(2026, 5, 4), date(2026, 5, 25), date(2026, 8, 31),
    date(2026, 12, 25), date(2026, 12, 28),
}  # fmt: skip


def working_day(day: date) -> bool:
    return day.weekday() < 5 and day not in BANK_HOLIDAYS


def found(text: str, now: datetime = NOW) -> tuple[FoundDate, ...]:
    return find_dates(text, now, is_working_day=working_day)


def told(text: str) -> str:
    """What was read, in the words of the tables below."""
    return ", ".join(_word(one) for one in found(text)) or "none"


def _word(one: FoundDate) -> str:
    if one.date is None:
        return "ask"
    return f"{one.date:%a %Y-%m-%d}" + (f" {one.time:%H:%M}" if one.time else "")


def rows(table: str) -> list[tuple[str, ...]]:
    return [tuple(part.strip() for part in line.split(" -> ")) for line in table.strip().splitlines()]


READ = """
today -> Fri 2026-10-16
this morning -> Fri 2026-10-16
yesterday -> Thu 2026-10-15
day before yesterday -> Wed 2026-10-14
Tuesday -> Tue 2026-10-13
tues -> Tue 2026-10-13
last Tuesday -> Tue 2026-10-13
a week last Tuesday -> Tue 2026-10-06
Tuesday week -> Tue 2026-10-27
a week ago today -> Fri 2026-10-09
two working days ago -> Wed 2026-10-14
3 days ago -> Tue 2026-10-13
a fortnight ago -> Fri 2026-10-02
14/10 -> Wed 2026-10-14
14/10/26 -> Wed 2026-10-14
14.10.2026 -> Wed 2026-10-14
2026-10-14 -> Wed 2026-10-14
the 14th -> Wed 2026-10-14
14th Oct -> Wed 2026-10-14
Oct 14th -> Wed 2026-10-14
6 May -> Wed 2026-05-06
last Friday at 3pm -> Fri 2026-10-09 15:00
Friday 16:00 -> Fri 2026-10-09 16:00
the day before the bank holiday -> Sun 2026-08-30
on Monday and again on Thursday -> Mon 2026-10-12, Thu 2026-10-15
first thing this morning -> Fri 2026-10-16
just now -> Fri 2026-10-16 10:30
an hour ago -> Fri 2026-10-16 09:30
last night -> Thu 2026-10-15
Christmas Eve -> Wed 2025-12-24
wensday -> Wed 2026-10-14
thrusday -> Thu 2026-10-15
12 febuary -> Thu 2026-02-12
tomorrow -> Sat 2026-10-17
Friday at 3pm -> Fri 2026-10-09 15:00
Wednesday 14 October -> Wed 2026-10-14
Wed 14th -> Wed 2026-10-14
Friday 11 December -> Fri 2026-12-11
we agreed to give it until Friday 11 December -> Fri 2026-12-11
they should have answered by Wednesday -> Wed 2026-10-14
they promised to ring by Thursday -> Thu 2026-10-15
she sat with mum on Sat -> Sat 2026-10-10
4pm yesterday -> Thu 2026-10-15 16:00
at 9 this morning -> Fri 2026-10-16 09:00
9 this morning -> Fri 2026-10-16 09:00
half past three on Tuesday -> Tue 2026-10-13 15:30
twenty first of September -> Mon 2026-09-21
the first of October -> Thu 2026-10-01
3rd and 10th of September -> Thu 2026-09-03, Thu 2026-09-10
2/7 ago -> Wed 2026-10-14
in 5 working days -> Fri 2026-10-23
we will review in 2 weeks -> Fri 2026-10-30
the Tuesday before last -> Tue 2026-10-06
two Fridays ago -> Fri 2026-10-02
bank holiday Monday -> Mon 2026-08-31
August the 3rd 2026 -> Mon 2026-08-03
on 9/10 -> Fri 2026-10-09
2026-10-14T15:00 -> Wed 2026-10-14
on the 3rd and the 10th -> Sat 2026-10-03, Sat 2026-10-10
raised it with the social worker 14/10 at 2pm -> Wed 2026-10-14 14:00
it's 14/10 -> Wed 2026-10-14
It was Tuesday the 13th of October when I rang -> Tue 2026-10-13
Social care closed it on 1st Sept 2026 -> Tue 2026-09-01
MASH rang back about 3 on Wednesday -> Wed 2026-10-14 15:00
I emailed on 2 October, chased on the 9th and again yesterday -> Fri 2026-10-02, Fri 2026-10-09, Thu 2026-10-15
referral went in 28/9/26 -> Mon 2026-09-28
They closed the case on Monday afternoon -> Mon 2026-10-12
monday morning -> Mon 2026-10-12
last monday night -> Mon 2026-10-12
Mon 12th Oct -> Mon 2026-10-12
Monday 12/10 -> Mon 2026-10-12
Mon 12.10.26 -> Mon 2026-10-12
fri pm -> Fri 2026-10-16
Thursday just gone -> Thu 2026-10-15
Friday last week -> Fri 2026-10-09
last week on Tuesday -> Tue 2026-10-06
tuesday of this week -> Tue 2026-10-13
a week on Monday -> Mon 2026-10-26
a week tomorrow -> Sat 2026-10-24
it was a week yesterday -> Thu 2026-10-08
this time last week -> Fri 2026-10-09
next Friday -> Fri 2026-10-23
this Friday -> Fri 2026-10-16
this coming Monday -> Mon 2026-10-19
until the 23rd -> Fri 2026-10-23
by next Wednesday -> Wed 2026-10-21
conference is on 3 November -> Tue 2026-11-03
she goes home on Friday -> Fri 2026-10-16
dad's back Monday -> Mon 2026-10-19
must be sorted before she goes home on Friday -> Fri 2026-10-16
we said we'd give it till Tuesday -> Tue 2026-10-20
they had until Wednesday to reply -> Wed 2026-10-14
was due to visit on Thursday and didn't -> Thu 2026-10-15
2 hours ago -> Fri 2026-10-16 08:30
20 mins ago -> Fri 2026-10-16 10:10
half an hour ago -> Fri 2026-10-16 10:00
a month ago -> Wed 2026-09-16
three weeks ago today -> Fri 2026-09-25
10 working days ago -> Fri 2026-10-02
ten days ago -> Tue 2026-10-06
New Year's Day -> Thu 2026-01-01
Good Friday -> Fri 2026-04-03
Boxing day -> Fri 2025-12-26
Easter Monday -> Mon 2026-04-06
august bank holiday -> Mon 2026-08-31
day after the bank holiday -> Tue 2026-09-01
tommorow -> Sat 2026-10-17
yesturday -> Thu 2026-10-15
Teusday -> Tue 2026-10-13
wednsday 7th -> Wed 2026-10-07
saterday -> Sat 2026-10-10
Sept 30 -> Wed 2026-09-30
30 sept -> Wed 2026-09-30
30/09 -> Wed 2026-09-30
30-09-2026 -> Wed 2026-09-30
1/10/2026 09:15 -> Thu 2026-10-01 09:15
at 0930 on 1/10 -> Thu 2026-10-01 09:30
0930hrs yesterday -> Thu 2026-10-15 09:30
noon on Thursday -> Thu 2026-10-15 12:00
may 6 -> Wed 2026-05-06
6 may -> Wed 2026-05-06
on may 6th -> Wed 2026-05-06
march 3 -> Tue 2026-03-03
3 March -> Tue 2026-03-03
9/11 -> Sun 2025-11-09
1/2 -> Sun 2026-02-01
14-10 -> Wed 2026-10-14
visit 2/10 -> Fri 2026-10-02
seen 2/52 ago -> Fri 2026-10-02
Tuesday's meeting -> Tue 2026-10-13
last tuesdays meeting -> Tue 2026-10-13
Friday 16th -> Fri 2026-10-16
Friday the 16th -> Fri 2026-10-16
friday 13 -> Fri 2026-11-13
Thursday 22nd -> Thu 2026-10-22
Sat 10 Oct -> Sat 2026-10-10
sat -> Sat 2026-10-10
sunday -> Sun 2026-10-11
wed -> Wed 2026-10-14
wed 14 oct -> Wed 2026-10-14
on wed -> Wed 2026-10-14
they visited sat and sun -> Sat 2026-10-10, Sun 2026-10-11
3rd of last month -> Thu 2026-09-03
the 2nd of this month -> Fri 2026-10-02
14th October (Wednesday) -> Wed 2026-10-14
from 12 to 14 October -> Mon 2026-10-12, Wed 2026-10-14
12/10 and 14/10 -> Mon 2026-10-12, Wed 2026-10-14
12-14 Oct -> Mon 2026-10-12, Wed 2026-10-14
Stage 1 on 5/10, stage 2 on 12/10 -> Mon 2026-10-05, Mon 2026-10-12
v2.0 27 March 2019 -> Wed 2019-03-27
tomorrow at 4 -> Sat 2026-10-17 16:00
Tuesday at 4pm -> Tue 2026-10-13 16:00
the day after tomorrow -> Sun 2026-10-18
4 days back -> Mon 2026-10-12
a week last Thursday -> Thu 2026-10-08
fortnight ago -> Fri 2026-10-02
week ago -> Fri 2026-10-09
a week ago on Tuesday -> Tue 2026-10-06
two weeks last monday -> Mon 2026-09-28
Friday fortnight -> Fri 2026-11-06
in 3 days time -> Mon 2026-10-19
in a week's time -> Fri 2026-10-23
5 working days from today -> Fri 2026-10-23
9 a.m. on 5 October -> Mon 2026-10-05 09:00
at quarter to four yesterday -> Thu 2026-10-15 15:45
we've been waiting since the 2nd -> Fri 2026-10-02
Spoke to SW on 12th, manager on 14th. -> Mon 2026-10-12, Wed 2026-10-14
they closed the case on tuesday and I only found out today -> Tue 2026-10-13, Fri 2026-10-16
rang the sw at 2pm yesterday no answer -> Thu 2026-10-15 14:00
email sent mon 5th oct -> Mon 2026-10-05
decision letter dated 7 October 2026 -> Wed 2026-10-07
decision letter dated 07/10/2026 received 9/10/2026 -> Wed 2026-10-07, Fri 2026-10-09
strategy meeting was on the 6th -> Tue 2026-10-06
I put it in writing on 2/10/26 at 16.30 -> Fri 2026-10-02 16:30
visited Thursday 8th October -> Thu 2026-10-08
Sun 11 Oct -> Sun 2026-10-11
the conference on 21st September -> Mon 2026-09-21
meeting next Tuesday -> Tue 2026-10-20
review conference is on 12 January -> Tue 2027-01-12
the social worker's back on Monday -> Mon 2026-10-19
they told us last Tuesday they won't see her until Monday -> Tue 2026-10-13, Mon 2026-10-19
spoke to the social worker wed -> Wed 2026-10-14
he said it's decided so now I wait for the core group meeting which is on the 12th -> Thu 2026-11-12
he's released on 23/10/26 -> Fri 2026-10-23
we've given them until close of play Wednesday -> Wed 2026-10-21
she said she'd ring by Monday and didn't -> Mon 2026-10-12
referral on the 30th -> Wed 2026-09-30
since 1 October -> Thu 2026-10-01
first thing Monday -> Mon 2026-10-12
on New Year's Eve -> Wed 2025-12-31
closed it on Maundy Thursday -> Thu 2026-04-02
day after Boxing Day -> Sat 2025-12-27
the Friday before last -> Fri 2026-10-02
last weds -> Wed 2026-10-14
a week past on Monday -> Mon 2026-10-05
3 wks ago -> Fri 2026-09-25
6 weeks ago -> Fri 2026-09-04
one working day ago -> Thu 2026-10-15
2 wd ago -> Wed 2026-10-14
in a fortnight -> Fri 2026-10-30
in ten working days they will review it -> Fri 2026-10-30
a week today -> Fri 2026-10-23
two weeks on Friday -> Fri 2026-11-06
the day after the bank holiday -> Tue 2026-09-01
last bank holiday -> Mon 2026-08-31
half ten this morning -> Fri 2026-10-16 10:30
at half 3 yesterday -> Thu 2026-10-15 15:30
quarter past nine on Monday -> Mon 2026-10-12 09:15
Tuesday lunchtime -> Tue 2026-10-13
Wednesday night about 9pm -> Wed 2026-10-14 21:00
15:45 on 13/10/2026 -> Tue 2026-10-13 15:45
13 Oct 2026 at 1545hrs -> Tue 2026-10-13 15:45
Monday, 5 October -> Mon 2026-10-05
Tues 6/10 -> Tue 2026-10-06
6th-8th October -> Tue 2026-10-06, Thu 2026-10-08
I raised it Monday and again Wednesday -> Mon 2026-10-12, Wed 2026-10-14
on the twenty-second of September -> Tue 2026-09-22
on the fifth -> Mon 2026-10-05
the thirteenth of October -> Tue 2026-10-13
13October -> Tue 2026-10-13
13oct26 -> Tue 2026-10-13
10/14/2026 -> Wed 2026-10-14
09/28/26 -> Mon 2026-09-28
"""
VAGUE = """
end of last week -> ask
over the weekend -> ask
Tuesday 14 October -> ask
couple of weeks back -> ask
the other day -> ask
w/c 12 October -> ask
31/2/26 -> ask
about 3 weeks ago -> ask
5 or 6 days ago -> ask
a few days ago -> ask
a couple of days ago -> ask
in October -> ask
back in september -> ask
since Easter -> ask
may bank holiday -> ask
32/10/2026 -> ask
29 Feb -> ask
29/02/2027 -> ask
999 months ago -> ask
core group is next week -> ask
round about Easter -> ask
in a couple of weeks -> ask
some time in September -> ask
it was before Christmas -> ask
not long ago -> ask
weeks ago -> ask
last month -> ask
at the end of September -> ask
earlier this week -> ask
mid October -> ask
the week before last -> ask
about ten days ago -> ask
a fortnight or so ago -> ask
over a month ago -> ask
2-3 weeks ago -> ask
the other week -> ask
sometime last week -> ask, ask
it was at the weekend -> ask
29 February -> ask
31 September -> ask
Thursday 14th October 2026 -> ask
12.13.2026 -> ask
13/14/2026 -> ask
10/14/2036 -> ask
500000 days ago -> ask
"""
NO_DATE = """
2 children
aged 3
stage 2
5 working days
section 47
s47
10/10 worried
01952 385385
they may 2 of them
we may need to march on
the sun sat
24/7
50/50
943 476 5919
born 3/4/2019
DOB 12.1.18
the 14th visit
seen 3 times in 2 weeks
Monday to Friday
every Tuesday
14 March Close
para 3.1.10
I'd say 9/10
it's been two weeks
for the last 3 weeks
3 weeks old
May said she will ring
6 may need help
the march past
4/5 children
3/4 of the team
5-6 weeks
he's 10/12 old
on Mondays
Mondays and Thursdays
on a Friday
friday afternoons he goes to dads
got wed in 2019
I spoke to Sat Kaur
00/10
Year 6
2 referrals and 3 calls
call me on 07700 900123
01/23/45/678
2.1.5
d.o.b. 01-02-2018
two children under five
she's 14
a 3 year old and a 6 month old
they had 5 working days to reply
within 24 hours
for three weeks now
3 referrals in 6 weeks
it may be too late
may I ask
march them in
stage 3 of the policy
section 17
s.42 enquiry
para 2.4
version 2.0
9/10 on the worry scale
it's 50/50 really
we work 9-5
his NHS number is 943 476 5919
ring 01952 385385
07700 900123
DOB 3/4/2019
born on 12th March 2015
his birthday is 4 May
every Friday
on Tuesdays
Monday to Wednesday
he goes to dad's on alternate Saturdays
the second visit
the 3rd referral
a Friday
flat 14
3 of the 4 agencies
1 in 10
the sun was out
he sat there
April said no
working together 2023
year 10 pupil
room 12
1:1 supervision
£3.50
10 Downing Street
page 12/14
what is the timescale
GLOS-1d
14 March Road
ext 4195
it took 2 days
8 till 6
nobody turned up
I spoke to Jan
"""


@pytest.mark.parametrize(("text", "expected"), rows(READ))
def test_a_date_is_read_as_it_was_meant(text: str, expected: str) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), rows(VAGUE))
def test_what_is_vague_or_impossible_is_found_and_left_to_be_asked(text: str, expected: str) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", NO_DATE.strip().splitlines())
def test_what_is_no_date_is_never_made_one(text: str) -> None:
    assert told(text) == "none"


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("I raised it on  wensday  morning, ok", "wensday  morning"),
        ("the 14th", "the 14th"),
        ("İt was yesterday", "yesterday"),
        ("on the twenty-first of September we met", "twenty-first of September"),
        ("Tuesday’s meeting", "Tuesday"),
    ],
)
def test_the_passage_is_the_one_that_was_typed(text: str, passage: str) -> None:
    (one,) = found(text)
    assert text[one.start : one.end] == one.text == passage


def test_todays_weekday_is_today_and_keeps_the_other_one_to_ask_about() -> None:
    (one,) = found("they closed it on Friday")
    assert (one.date, one.alternative) == (date(2026, 10, 16), date(2026, 10, 9))


def test_todays_weekday_at_a_time_still_to_come_is_a_week_ago() -> None:
    (one,) = found("Friday at 4pm")
    assert (one.date, one.alternative) == (date(2026, 10, 9), None)


def test_last_tuesday_of_this_week_may_also_be_the_one_before() -> None:
    (one,) = found("last Tuesday")
    assert (one.date, one.alternative) == (date(2026, 10, 13), date(2026, 10, 6))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Friday 11 December", date(2026, 12, 11)),
        ("1 March", date(2027, 3, 1)),
        ("Monday", date(2026, 10, 19)),
        ("the 3rd", date(2026, 11, 3)),
        ("in 5 working days", date(2026, 10, 23)),
        ("in two weeks", date(2026, 10, 30)),
        ("Christmas Eve", date(2026, 12, 24)),
        ("the day before the bank holiday", date(2026, 12, 24)),
        ("tomorrow", date(2026, 10, 17)),
    ],
)
def test_a_date_that_is_agreed_lies_ahead(text: str, expected: date) -> None:
    (one,) = find_dates(text, NOW, is_working_day=working_day, prefer="future")
    assert one.date == expected


def test_an_hour_ago_across_the_end_of_summer_time_is_an_elapsed_hour() -> None:
    now = datetime(2026, 10, 25, 1, 30, tzinfo=ZoneInfo("Europe/London"), fold=1)
    (one,) = found("2 hours ago", now)
    assert one.time is not None
    assert (one.date, one.time.hour) == (date(2026, 10, 25), 0)


def test_an_hour_ago_just_after_midnight_was_yesterday() -> None:
    now = datetime(2026, 10, 16, 0, 20, tzinfo=ZoneInfo("Europe/London"))
    (one,) = found("an hour ago", now)
    assert one.date == date(2026, 10, 15)


@pytest.mark.parametrize("text", ["", " ", "\x00", "1" * 5000, "14/10 " * 3000, "the " * 5000, "٣/٤", "9" * 30 + "/1"])
def test_odd_and_hostile_text_is_survived(text: str) -> None:
    found(text)
