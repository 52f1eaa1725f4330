"""The commands of ``waymark``: one file a subject, each over the same casework and service as the chat."""
