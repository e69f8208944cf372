"""Occurrences of rules that name their calendar (RFC 7529): lunar years and months, and days a month has not."""
