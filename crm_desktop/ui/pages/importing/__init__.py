"""Bringing customers in from a file, step by step: file, kind, columns, cleaning, matching, dry run, result."""
