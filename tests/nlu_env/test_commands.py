"""The plain `rasa` commands work in this environment, on an assistant with a form, rules and stories."""
from pathlib import Path

from conftest import Assistant


def test_data_validate(untrained: Assistant) -> None:
    done = untrained.rasa("data", "validate", "--fail-on-warnings")
    assert done.returncode == 0, done.stdout[-3000:]


def test_train_leaves_a_model(assistant: Assistant) -> None:
    assert (assistant.folder / "models" / "small.tar.gz").exists()


def test_test_core(assistant: Assistant, tmp_path: Path) -> None:
    done = assistant.rasa(
        "test", "core", "--stories", "stories.yml", "--fail-on-prediction-errors", "--out", str(tmp_path)
    )
    assert done.returncode == 0, done.stdout[-3000:]


def test_test_core_notices_a_wrong_story(assistant: Assistant, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.yml"
    story = (assistant.folder / "stories.yml").read_text()
    wrong.write_text(story.replace("action: utter_cancelled", "action: utter_goodbye"))
    done = assistant.rasa(
        "test", "core", "--stories", str(wrong), "--fail-on-prediction-errors", "--out", str(tmp_path)
    )
    assert done.returncode != 0


def test_run_holds_a_conversation(assistant: Assistant, actions_port: int) -> None:
    with assistant.serving(actions_port) as conversation:
        assert conversation.say("hi") == ["Hello."]
        assert conversation.say("I disagree with the decision of social care") == ["Which policy?"]
        assert conversation.say("Gloucestershire") == ["Which area?"]
        assert conversation.say("thresholds") == ["action_note", "Opened under Gloucestershire: thresholds."]
        assert conversation.say("bye") == ["Goodbye."]
        assert conversation.say("purple banana seventeen") == ["action_offer_meanings"]
        assert conversation.say("hi", sender="somebody else") == ["Hello."]
    with assistant.serving(actions_port) as conversation:
        assert conversation.say("goodbye") == ["Goodbye."]  # the conversation goes on after a restart
    assert (assistant.folder / "tracker.db").exists()


def test_a_pipeline_that_needs_tensorflow_is_refused_in_words(assistant: Assistant, tmp_path: Path) -> None:
    config = tmp_path / "config.yml"
    config.write_text(
        "recipe: default.v1\nassistant_id: small\nlanguage: en\npipeline:\n"
        "  - name: WhitespaceTokenizer\n  - name: CountVectorsFeaturizer\n  - name: DIETClassifier\n    epochs: 1\n"
    )
    done = assistant.rasa("train", "nlu", "--config", str(config), "--out", str(tmp_path))
    assert done.returncode != 0
    assert "DIET needs TensorFlow, which Waymark's Rasa environment leaves out" in done.stdout
    assert not list(tmp_path.glob("*.tar.gz"))
