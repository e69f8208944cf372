"""Watches our loggers during a test: a warning nobody expected is a failure."""

from __future__ import annotations

import logging
import re


class LogGuard(logging.Handler):
    """Collects records of WARNING and above below one logger while its `with` block runs."""

    def __init__(self, name: str) -> None:
        super().__init__(logging.WARNING)
        self._logger = logging.getLogger(name)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the record's text."""
        self.messages.append(f"{record.levelname} {record.name}: {record.getMessage()}")

    def __enter__(self) -> LogGuard:
        self._logger.addHandler(self)
        return self

    def __exit__(self, *raised: object) -> None:
        self._logger.removeHandler(self)

    def complaint(self, expected: list[str]) -> str:
        """Return what is wrong with the log, or nothing: unexpected warnings first, then missing ones."""
        unexpected = [m for m in self.messages if not any(re.search(pattern, m) for pattern in expected)]
        if unexpected:
            return "the log holds warnings this test does not expect:\n" + "\n".join(unexpected)
        missing = [pattern for pattern in expected if not any(re.search(pattern, m) for m in self.messages)]
        return "the log lacks a warning this test expects: " + ", ".join(missing) if missing else ""
