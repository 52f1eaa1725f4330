"""What is kept: cases with their record and deadlines, people, conversations. SQLAlchemy Core; one file a subject."""

from bot.storage.base import Database, UtcDateTime, metadata, migrate

__all__ = ["Database", "UtcDateTime", "metadata", "migrate"]
