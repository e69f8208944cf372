"""Loyalty in the window: words and lines without Qt, what is shown of a customer, and what can be done for her."""
