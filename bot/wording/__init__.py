"""Words: advice, questions, refusals and the safety net as messages. Nothing is decided here, only said.

Sentences are short and plain. What the policy says is said in our own words with its rule beside it; what is
Waymark's own advice is labelled as such.
"""
