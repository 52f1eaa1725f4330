"""The same on PostgreSQL: entries from before are sealed, the database refuses, what is forced is found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from sqlalchemy import delete, text, update
from sqlalchemy.exc import IntegrityError

from bot.casework.chain import Wrong
from bot.casework.policy import Policy
from bot.evidence import note_ends, verify
from bot.storage import Database, migrate
from bot.storage.record import record
from tests.evidence.conftest import NOW, ONE, TWO, erase, write
from tests.evidence.test_anchors import sealed_anew
from tests.evidence.test_verify import downgrade, found
from tests.postgresql import Cluster
from tests.tampering import unguarded

pytestmark = pytest.mark.processes

FORBIDDEN = (
    "UPDATE record SET actor = 'x'",
    "DELETE FROM record",
    "TRUNCATE record",
    "UPDATE heads SET entries = 1",
    "DELETE FROM heads",
    "TRUNCATE heads",
    """INSERT INTO record SELECT * FROM record ON CONFLICT ("case", number) DO UPDATE SET actor = 'x'""",
)


@pytest.fixture
def written(cluster: Cluster, policies: Mapping[str, Policy]) -> Iterator[Database]:
    url = cluster.database("evidence")
    migrate(url)
    made = Database(url)
    write(made, policies)
    yield made
    made.close()


def test_the_record_is_kept(written: Database, tmp_path: Path) -> None:
    url = written.engine.url.render_as_string(hide_password=False)
    before, noted = verify(written), note_ends(written, tmp_path / "ends", NOW)
    assert found(before) == [] and before.entries > 12
    written.close()
    downgrade(url)
    migrate(url)
    assert verify(written) == before
    for statement in FORBIDDEN:
        with pytest.raises(IntegrityError, match="only ever added to"), written.transaction() as connection:
            connection.execute(text(statement))
    with written.transaction() as connection, unguarded(connection):
        connection.execute(update(record).where(record.c.case == TWO, record.c.number == 2).values(actor="x"))
    assert found(verify(written)) == [(TWO, "contents", 2, "")]
    with written.transaction() as connection:
        erase(connection)
    with pytest.raises(IntegrityError), written.transaction() as connection:
        connection.execute(text("TRUNCATE tombstones"))
    with written.transaction() as connection, unguarded(connection):
        connection.execute(delete(record).where(record.c.case == TWO, record.c.number == 2))
    assert found(verify(written, before.heads.items())) == [(TWO, "missing", 2, "")]
    assert (noted.added, noted.faults) == (2, ())
    assert note_ends(written, tmp_path / "ends", NOW).faults == (), "an erased case fits"
    with written.transaction() as connection, unguarded(connection):
        sealed_anew(connection, TWO)
    (fault,) = note_ends(written, tmp_path / "ends", NOW).faults
    assert (fault.case, fault.what) == (TWO, Wrong.REWRITTEN)
    assert list(verify(written).erased) == [ONE]
