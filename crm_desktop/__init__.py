"""A customer book for small shops: customers, follow-ups and loyalty on one PC, encrypted, without a server."""

__version__ = "0.1.0"
