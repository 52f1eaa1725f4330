"""The pure core: calendar, policy, timescale, case, advice.

The law of this room: standard library only. No input or output, no clock (``now`` is an argument), no framework.
Times are aware datetimes in UTC; dates are counted and said in Europe/London.
"""
