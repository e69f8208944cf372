"""Bringing customers in from a file: what was found, where each column goes, what will happen, what did."""
