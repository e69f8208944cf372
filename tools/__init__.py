"""The developer's tools behind dev.py; no part of the program."""
