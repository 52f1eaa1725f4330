"""What our classifiers learn with: one label or several, kept and read again."""
from pathlib import Path

import numpy as np
import pytest

from bot.nlu.regression import Regression

ONE, TWO, THREE = np.eye(3, dtype=np.float32)
VECTORS = np.vstack([ONE, ONE, TWO, TWO, THREE])


def one(labels: str) -> Regression:
    return Regression.of(VECTORS[: len(labels)], list(labels), 100.0, 1)


def confidences(regression: Regression, vectors: np.ndarray) -> np.ndarray:
    return regression.confidences(regression.scores(vectors))


@pytest.mark.parametrize("labels", ["aabb", "aabbc"])
def test_of_labels_that_exclude_each_other_one_holds(labels: str) -> None:
    told = confidences(one(labels), VECTORS[: len(labels)])
    assert np.allclose(told.sum(axis=1), 1)
    assert [sorted(set(labels))[best] for best in told.argmax(axis=1)] == list(labels)


def test_a_rare_label_weighs_as_much_as_a_frequent_one() -> None:
    vectors = np.vstack([ONE] * 50 + [TWO])
    learnt = Regression.of(vectors, ["often"] * 50 + ["seldom"], 1.0, 1)
    told = confidences(learnt, np.vstack([ONE, TWO]))
    assert told[0, 0] == pytest.approx(told[1, 1], abs=0.05)


def test_several_labels_may_hold_at_once() -> None:
    vectors = np.vstack([ONE, TWO, ONE + TWO, THREE])
    held = [frozenset("a"), frozenset("b"), frozenset("ab"), frozenset("c")]
    regression = Regression.of(vectors, held, 100.0, 1)
    assert regression.labels == ("a", "b", "c")
    assert (confidences(regression, vectors) > 0.5).tolist() == [[n in h for n in "abc"] for h in held]


@pytest.mark.parametrize("exclusive", [True, False])
def test_what_was_learnt_is_kept(exclusive: bool, tmp_path: Path) -> None:
    several = Regression.of(VECTORS, [frozenset(label) for label in ("a", "ab", "b", "b", "c")], 9.0, 1)
    learnt = one("aabbc") if exclusive else several
    learnt.save(tmp_path / "weights.npz")
    again = Regression.load(tmp_path / "weights.npz")
    assert (again.labels, again.exclusive) == (learnt.labels, exclusive)
    assert np.allclose(confidences(again, VECTORS), confidences(learnt, VECTORS))


def test_learning_twice_is_learning_the_same() -> None:
    assert np.array_equal(one("aabbc").weights, one("aabbc").weights)


def test_far_out_numbers_break_nothing() -> None:
    told = confidences(one("aabbc"), VECTORS * 1e4)
    assert np.isfinite(told).all()
