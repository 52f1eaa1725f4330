"""`rasa train`, with what it does over and over done once: `python -m bot.nlu.train`, and the same options."""
import sys
from functools import lru_cache

from rasa.__main__ import main
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data import loading
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.speedups import speed_up


def by_words(message: Message) -> int:
    """Messages that are equal have equal words. Rasa's own hash looks at all that a message holds, and is asked for it
    a million times where files are put together; its comparison still does."""
    return hash((message.get(TEXT), message.get(INTENT)))


def itself(message: Message, _: object) -> Message:
    """Rasa copies every message for each file that is put to those before. Nobody keeps the old ones."""
    return message


def keep_it_short() -> None:
    speed_up()
    Message.__hash__ = by_words
    Message.__deepcopy__ = itself
    loading.load_data = lru_cache(maxsize=None)(loading.load_data)  # each file is asked for twice


if __name__ == "__main__":
    keep_it_short()
    sys.argv[1:1] = ["train"]
    main()
