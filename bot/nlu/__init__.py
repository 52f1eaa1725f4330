"""What runs inside the Rasa server (Python 3.10, `.venv-rasa`): it imports nothing else of ours."""
