"""The history of the shop."""
