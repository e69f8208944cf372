"""The business in plain Python: no Qt, no SQL, no files."""
