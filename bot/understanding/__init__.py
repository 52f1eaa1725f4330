"""From a person's own words to facts: dates, risk, what was tried, and what must be masked.

Pure functions over text. Nothing here reads a file, a clock or a network when it is imported;
words live in tables (``*_words.py``), and each reader is a small function beside its table.
"""
