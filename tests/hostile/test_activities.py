"""Generated activities and tokens to the way in from Teams, and what is made of those that are let in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.gateway.standins import House
from tests.generating import generated
from tests.hostile.conftest import Watch, as_bytes, deep, in_time, json_values, odd_text, rows
from tests.teams.conftest import desk, door, house, keys, practitioner, teams, tools, work_off
from tests.teams.people import Practitioner, activity, claims

__all__ = ["desk", "door", "house", "keys", "practitioner", "teams", "tools", "work_off"]

PARTS = (
    "type", "id", "text", "value", "from", "conversation", "recipient", "channelData", "serviceUrl", "channelId",
    "action", "membersAdded", "attachments", "entities", "replyToId", "textFormat", "timestamp",
)  # fmt: skip
TYPES = st.sampled_from(["message", "invoke", "conversationUpdate", "installationUpdate", "typing", "event", ""])
CLAIMS = ("iss", "aud", "exp", "nbf", "serviceurl", "sub", "tid")
REFUSED = {400, 401, 403, 413, 415}


@generated(60, share=0.3)
@given(st.data())
def test_no_activity_breaks_or_changes_anything(
    practitioner: Practitioner, house: House, watch: Watch, work_off: Callable[[], None], data: st.DataObject
) -> None:
    changed = data.draw(st.dictionaries(st.sampled_from(PARTS), json_values, max_size=3))
    body: Any = {**activity(practitioner.teams.url, type=data.draw(TYPES), text=data.draw(odd_text)), **changed}
    other = as_bytes(data.draw(json_values))
    sent = data.draw(st.sampled_from([as_bytes(body), as_bytes(body), deep(3_000), other, b"\xff"]))
    honest, token = data.draw(tokens(practitioner))
    before = watch.look("all", lambda: rows(house.database))
    with in_time():
        answer = practitioner.client.post(
            "/api/messages", data=sent, content_type="application/json", headers={"Authorization": token}
        )
    assert answer.status_code in (REFUSED | {200, 202, 429} if honest else REFUSED), answer.status_code
    if answer.status_code in REFUSED:
        assert watch.look("all", lambda: rows(house.database)) == before
    with in_time():  # what was let in, now or earlier
        work_off()


@st.composite
def tokens(draw: Any, practitioner: Practitioner) -> tuple[bool, str]:
    """A token, and whether it may be an honest one: times and other claims can be drawn as they ought to be."""
    url = practitioner.teams.url
    kind = draw(st.sampled_from(["honest", "honest", "changed", "cut", "odd"]))
    good = practitioner.keys.sign(claims(url))
    match kind:
        case "honest":
            return True, f"Bearer {good}"
        case "changed":
            other = draw(st.dictionaries(st.sampled_from(CLAIMS), json_values, min_size=1, max_size=2))
            forged = practitioner.keys.sign({**claims(url), **other})
            return not set(other) & {"iss", "aud", "serviceurl"}, f"Bearer {forged}"
        case "cut":
            return False, f"Bearer {good[: draw(st.integers(0, len(good) - 1))]}"
        case _:
            text = draw(odd_text).encode("latin-1", "ignore").decode("latin-1")
            return False, "".join(each for each in text if each not in "\r\n\0")

