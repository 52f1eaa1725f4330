"""A gateway's desk as a process of its own, to be killed: DATABASE FOLDER STAGE, with stage where it is to hang.

``asked``: while the assistant is asked · ``moved``: the same, after the case has moved · ``kept``: when the answer is
kept and nothing of it is sent · ``sent``: after the first card was sent.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from sqlalchemy import text

from bot.channels.teams.connector import Connector
from bot.channels.teams.credentials import NoTokens
from bot.channels.teams.desk import Desk
from bot.channels.teams.work import Tools, Work
from bot.storage import Database
from tests.gateway.standins import NET, House

CASE = """INSERT INTO cases (reference, person, version, status, opened_at, changed_at)
    SELECT 'W-1', person, 3, 'open', accepted_at, accepted_at FROM inbox WHERE person IS NOT NULL LIMIT 1"""


def main(url: str, folder: Path, stage: str) -> None:
    database = Database(url)
    house = House(database)

    def hang() -> None:
        (folder / "hangs").touch()
        time.sleep(600)

    def in_the_middle() -> None:
        if stage == "moved":
            with database.transaction() as connection:
                connection.execute(text(CASE))
        if stage in ("asked", "moved"):
            hang()

    house.assistant.meanwhile = in_the_middle
    posts = [0]

    class Slow(Connector):
        def post(self, address, activity):  # type: ignore[no-untyped-def]
            if stage == "kept" or (stage == "sent" and posts[0] == 1):
                hang()
            posts[0] += 1
            return Connector.post(self, address, activity)

    connector = Slow(NoTokens(), lambda _: True, proxies=False)
    tools = Tools(database, house.conversation, house.clock, connector, lambda: NET, "")
    Desk(database, lambda accepted: Work(tools, accepted)).start()
    time.sleep(600)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3])
