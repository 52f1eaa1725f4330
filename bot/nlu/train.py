"""`rasa train`, with what it does over and over done once: `python -m bot.nlu.train`, and the same options."""
import hashlib
import json
import sys
from functools import lru_cache, partial
from tarfile import TarFile

from rasa.__main__ import main
from rasa.shared.core.events import Event
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data import loading
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.speedups import speed_up

fingerprint = Event.fingerprint


def by_words(message: Message) -> int:
    """Messages that are equal have equal words. Rasa's own hash looks at all that a message holds, and is asked for it
    a million times where files are put together; its comparison still does."""
    return hash((message.get(TEXT), message.get(INTENT)))


def told_in_one(message: Message) -> str:
    """A hash of all that a message holds, the same in every run. Rasa makes one of each part, and one of those."""
    if message._cached_fingerprint is None:
        told = hashlib.sha256(json.dumps(message.data, sort_keys=True, default=str).encode())
        for features in message.features:
            told.update(f"{features.type} {features.attribute} {features.origin}".encode())
            told.update(features.features.tobytes())
        message._cached_fingerprint = told.hexdigest()
    return message._cached_fingerprint


def known_by(event: Event) -> str:
    """A hash of an event. Our stories consist of a few hundred, which nobody changes and Rasa asks sixty times each."""
    if (told := vars(event).get("told")) is None:
        told = vars(event)["told"] = fingerprint(event)
    return str(told)


def itself(message: Message, _: object) -> Message:
    """Rasa copies every message for each file that is put to those before. Nobody keeps the old ones."""
    return message


def keep_it_short() -> None:
    speed_up()
    Message.__hash__ = by_words
    Message.fingerprint = told_in_one
    Event.fingerprint = known_by
    Message.__deepcopy__ = itself
    level = 6  # of 9, which makes a model smaller by a hundredth, in three seconds more
    TarFile.gzopen = partial(TarFile.gzopen, compresslevel=level)  # type: ignore[method-assign,assignment]
    loading.load_data = lru_cache(maxsize=None)(loading.load_data)  # each file is asked for twice


if __name__ == "__main__":
    keep_it_short()
    sys.argv[1:1] = ["train"]
    main()
