"""What the words alone say: learnt, kept, and read again, for messages with slips of the hand as well."""
from pathlib import Path

import numpy as np
import pytest

from bot.nlu.wording import Wording, counts, place

SAID = {
    "refused": ["they refused the referral", "referral refused again", "our referral was refused"],
    "silent": ["nobody rings me back", "no one returns my calls", "they never ring back"],
    "thanks": ["thank you", "thanks a lot", "many thanks"],
}
TEXTS = [text for texts in SAID.values() for text in texts]
LABELS = [label for label, texts in SAID.items() for _ in texts]


def learnt(*only: str) -> Wording:
    chosen = [(text, label) for text, label in zip(TEXTS, LABELS, strict=True) if not only or label in only]
    return Wording.of(*map(list, zip(*chosen, strict=True)), 1.0, 4.0, 20)


def likeliest(wording: Wording, *texts: str) -> list[str]:
    return [wording.labels[best] for best in wording.scores(texts).argmax(axis=1)]


def test_words_and_slips_are_understood() -> None:
    slips = ["the refferal was refusd", "noboddy ring back", "THANKYOU"]
    assert likeliest(learnt(), *slips) == ["refused", "silent", "thanks"]


def test_scores_are_numbers_also_where_nothing_is_said() -> None:
    assert np.isfinite(learnt().scores(["thanks", "", "\u4f60\u597d", "x" * 10_000])).all()


def test_several_labels_may_hold_at_once() -> None:
    held = [frozenset(label.split()) for label in ("late refused", "late", "refused", "thanks")]
    told = Wording.of(["refused too late", "it is late", "they refused", "thanks"], held, 10.0, 4.0, 20)
    assert told.labels == ("late", "refused", "thanks")
    assert (told.scores(["refused too late", "late again", "refused"]) > 0).tolist() == [
        [True, True, False],
        [True, False, False],
        [False, True, False],
    ]


def test_of_two_labels_one_holds() -> None:
    assert likeliest(learnt("refused", "thanks"), "refused", "thanks") == ["refused", "thanks"]


def test_what_was_learnt_is_kept(tmp_path: Path) -> None:
    learnt().save(tmp_path / "wording.npz")
    again = Wording.load(tmp_path / "wording.npz")
    assert again.labels == learnt().labels
    assert np.array_equal(again.scores(TEXTS), learnt().scores(TEXTS))


@pytest.mark.parametrize(("text", "held"), [("They said no", "wsaid no"), ("NFA'd", "wnfa"), ("a b", "ra ")])
def test_words_pairs_and_runs_are_counted(text: str, held: str) -> None:
    assert place(held) in counts(text)[0].tolist()


def test_places_are_the_same_in_every_process() -> None:
    places, times = counts("ring ring")
    assert times.max() == 2 and len(places) == len(set(places.tolist()))
    assert {1665, 3537} <= set(counts("no")[0].tolist())
