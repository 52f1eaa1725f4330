"""When the model is trained again, and what is left when it is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.training import TrainingFailed, fingerprint, trained_model

INGREDIENTS = [
    "config.yml",
    "domain.yml",
    "requirements/rasa.txt",
    "data/nlu/one.yml",
    "bot/nlu/code.py",
    "bot/nlu/weights/encoder.onnx",
]
PYTHON = """#!/bin/sh
# Stands in for `python -m bot.nlu.train --fixed-model-name NAME --out FOLDER`.
echo training >> trained
if grep -q broken config.yml; then echo "config.yml: no such component"; exit 1; fi
echo model > "$6/$4.tar.gz"
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "a folder"
    for name in INGREDIENTS:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(name)
    python = root / ".venv-rasa" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(PYTHON)
    python.chmod(0o755)
    return root


def times_trained(root: Path) -> int:
    return len((root / "trained").read_text().splitlines())


def test_trains_once_for_what_is_there(root: Path) -> None:
    first = trained_model(root)
    assert first.read_text() == "model\n"
    assert trained_model(root) == first
    assert times_trained(root) == 1


@pytest.mark.parametrize("name", [*INGREDIENTS, "data/rules/new.yml"])
def test_trains_again_when_an_ingredient_changes(root: Path, name: str) -> None:
    before = trained_model(root)
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).write_text("changed")
    assert trained_model(root) != before
    assert times_trained(root) == 2


def test_a_renamed_file_counts_as_a_change(root: Path) -> None:
    before = fingerprint(root)
    (root / "data/nlu/one.yml").rename(root / "data/nlu/two.yml")
    assert fingerprint(root) != before


def test_keeps_the_two_models_used_last(root: Path) -> None:
    made = []
    for number in range(3):
        (root / "domain.yml").write_text(str(number))
        made.append(trained_model(root))
        for age, model in enumerate(reversed(made)):
            if model.exists():
                os.utime(model, (1e9 - age, 1e9 - age))
    assert [model.exists() for model in made] == [False, True, True]


def test_a_failed_training_leaves_no_model_and_says_what_rasa_said(root: Path) -> None:
    (root / "config.yml").write_text("broken")
    with pytest.raises(TrainingFailed, match="no such component"):
        trained_model(root)
    assert not list((root / "models").glob("*"))
