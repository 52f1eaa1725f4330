"""Rasa's edge: what was understood comes in, one call to the service, words go out. Nothing is decided here.

Every action is guarded (:mod:`actions.base`): whatever breaks, the person is answered, and nothing of what they said is
logged.
"""
