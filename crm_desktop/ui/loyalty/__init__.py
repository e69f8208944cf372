"""Loyalty in the window: its words and lines, what is shown of a customer, and what can be done for her."""
