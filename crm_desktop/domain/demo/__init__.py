"""The sample shop: a tea shop in Hangzhou with its customers, the same ones for the same seed."""
