"""Customers who may be one person: the queue of duplicates, customers side by side, and merging them."""
