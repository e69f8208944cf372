"""The user guide in a window of its own, and the key that opens it at the right place."""
