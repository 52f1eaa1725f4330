"""E-mail: what a letter says, and the ways in which one is posted (SMTP, GOV.UK Notify, a folder in training)."""

from bot.channels.mail.channel import EmailChannel, Post
from bot.channels.mail.letters import Letter
from bot.channels.mail.notify import OFFICIAL, Notify
from bot.channels.mail.outbox import Outbox
from bot.channels.mail.smtp import Server, Smtp

__all__ = ["OFFICIAL", "EmailChannel", "Letter", "Notify", "Outbox", "Post", "Server", "Smtp"]
