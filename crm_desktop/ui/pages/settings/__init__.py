"""The settings as a page."""
