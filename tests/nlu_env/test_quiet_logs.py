"""What people write does not reach the log, whatever fails and however much is logged."""
import pytest
from conftest import Assistant, free_port

SECRET = "Persephone"


@pytest.mark.parametrize("level", ["WARNING", "DEBUG"])
def test_no_message_in_the_log(assistant: Assistant, level: str) -> None:
    nobody_listens = free_port()
    with assistant.serving(nobody_listens, LOG_LEVEL=level) as conversation:
        conversation.say(f"I disagree with social care about {SECRET}", sender=level)
        conversation.say(f"the policy of {SECRET}", sender=level)
        conversation.say(f"the area of {SECRET}", sender=level)  # and now the action fails
        conversation.say("/greet{" + SECRET, sender=level)
        log = conversation.log.read_text()
    assert '"level": "error"' in log
    assert "rasa.core" in log
    assert SECRET not in log
