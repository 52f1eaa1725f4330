"""The encoder by itself: its numbers mean the same alone and in company, in the tuning and in the chat."""
from itertools import islice
from pathlib import Path

import numpy as np
import pytest
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.shared.utils.io import read_yaml_file

from bot.nlu import encoder as encoding
from bot.nlu.encoder import TOGETHER, SentenceEncoder, alike, encoder, known, name_of
from bot.nlu.regression import features

ROOT = Path(__file__).resolve().parents[2]
SAID = [
    "nobody rings me back",
    "they never return my calls",
    "thank you so much for your help",
    "",
    "They closed it again. " * 60,
]


def featurizer() -> SentenceEncoder:
    return SentenceEncoder("encoder", {"alias": "encoder"})


def learnt() -> list[str]:
    """Some messages of data/nlu: every seventh of those about answers."""
    blocks = read_yaml_file(ROOT / "data" / "nlu" / "answers.yml")["nlu"]
    lines = (line.removeprefix("- ") for block in blocks for line in block["examples"].splitlines())
    return list(islice(lines, 0, 350, 7))


def test_vectors_are_of_unit_length_and_like_for_like() -> None:
    rows = encoder().encode(SAID)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    assert rows[0] @ rows[1] > rows[0] @ rows[2] + 0.2


def test_company_hardly_matters() -> None:
    """A short message is padded beside a long one; eight-bit numbers are rounded to what stands beside them."""
    together = encoder().encode(SAID)
    alone = np.vstack([encoder().encode([text]) for text in SAID])
    assert (np.sum(together * alone, axis=1) > 0.98).all()


def test_the_order_is_that_of_the_texts() -> None:
    there, back = encoder().encode(SAID), encoder().encode(SAID[::-1])
    assert np.allclose(there, back[::-1], atol=1e-6)


def test_what_is_known_is_what_the_encoder_says() -> None:
    before, texts = known(), learnt()
    kept = [text for text in texts if name_of(text) in before]
    assert len(kept) > 0.9 * len(texts)  # a message or two may be newer than the tuning
    rows = np.vstack([encoder().encode([text]) for text in kept])
    told = np.vstack([before[name_of(text)] for text in kept])
    near = np.sum(rows * told, axis=1) / np.linalg.norm(told, axis=1)
    assert near.min() > 0.99


def test_training_takes_what_is_known_and_encodes_what_is_new(monkeypatch: pytest.MonkeyPatch) -> None:
    mark = np.full(384, 1 / np.sqrt(384), dtype=np.float32)
    monkeypatch.setattr(encoding, "known", lambda: {name_of("an old message"): mark})
    messages = [Message({TEXT: text}) for text in ("an old message", "a new message")]
    featurizer().process_training_data(TrainingData(messages))
    old, new = features(messages)
    assert np.array_equal(old, mark)
    assert np.allclose(new, encoder().encode(["a new message"])[0], atol=1e-6)


def test_a_message_without_text_is_left_alone() -> None:
    spoken, pressed = featurizer().process([Message({TEXT: "hi"}), Message({})])
    assert spoken.features and not pressed.features


def test_one_encoder_a_process() -> None:
    assert encoder() is encoder()


def test_other_weights_are_another_fingerprint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it `rasa train` would go on with what it remembers of the weights before."""
    ours = SentenceEncoder.fingerprint_addon({})
    (tmp_path / "encoder.onnx").write_bytes(b"others")
    monkeypatch.setattr(encoding, "WEIGHTS", tmp_path)
    assert SentenceEncoder.fingerprint_addon({}) != ours


def test_texts_of_like_length_go_together_and_none_is_left_out() -> None:
    lengths = [30, 4, 5, 128, 31, 6, 4]
    groups = alike(lengths)
    assert sorted(number for group in groups for number in group) == list(range(len(lengths)))
    assert [[lengths[number] for number in group] for group in groups] == [[4, 4, 5, 6], [30, 31], [128]]
    assert max(map(len, alike([7] * 70))) == TOGETHER
    assert alike([]) == []
