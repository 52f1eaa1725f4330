"""Rasa's modules load without TensorFlow; what really needs it says so."""
import importlib
import importlib.metadata
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.nlu.without_tensorflow import AbsentModule, TensorFlowIsMissing


def test_tensorflow_is_not_installed() -> None:
    installed = {distribution.metadata["Name"].lower() for distribution in importlib.metadata.distributions()}
    assert not {name for name in installed if name.startswith(("tensorflow", "keras", "jax", "libclang"))}
    assert isinstance(importlib.import_module("tensorflow"), AbsentModule)


@pytest.mark.parametrize(
    "path",
    [
        "rasa.nlu.classifiers.diet_classifier.DIET",
        "rasa.nlu.selectors.response_selector.DIET2DIET",
        "rasa.core.policies.ted_policy.TED",
        "rasa.core.policies.unexpected_intent_policy.IntentTED",
        "rasa.utils.tensorflow.transformer.TransformerEncoder",
    ],
)
def test_a_network_cannot_be_made(path: str) -> None:
    module, _, name = path.rpartition(".")
    network = getattr(importlib.import_module(module), name)
    with pytest.raises(TensorFlowIsMissing, match=f"{name} needs TensorFlow"):
        network()


def test_a_function_cannot_be_called() -> None:
    import tensorflow as tf

    with pytest.raises(TensorFlowIsMissing, match=r"tensorflow\.random\.set_seed needs TensorFlow"):
        tf.random.set_seed(1)


def test_a_real_tensorflow_is_found_first(tmp_path: Path) -> None:
    (tmp_path / "tensorflow.py").write_text("real = True")
    done = subprocess.run(
        [sys.executable, "-c", "import tensorflow; print(tensorflow.real)"],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "True"


def test_nothing_is_reported_to_anybody() -> None:
    import rasa.telemetry

    assert not rasa.telemetry.is_telemetry_enabled()
