"""The staff directory, spoken to by OpenID Connect: who somebody is, and what their organisation lets them do."""

from bot.directory.client import Directory
from bot.directory.errors import DirectoryDown, Refused
from bot.directory.flow import Flow
from bot.directory.vouching import Vouched

__all__ = ["Directory", "DirectoryDown", "Flow", "Refused", "Vouched"]
