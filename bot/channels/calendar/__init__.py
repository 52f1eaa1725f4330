"""Deadlines in people's own calendars: a file for one case, and a private address that a calendar program asks."""

from bot.channels.calendar.pages import calendar

__all__ = ["calendar"]
