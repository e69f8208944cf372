"""Whether a folder on another disk answers: one on a network that is gone would keep its asker waiting for a minute."""

from __future__ import annotations

import threading
from pathlib import Path

PATIENCE = 1.0
"""Seconds. A stick answers within milliseconds, a disk that sleeps within a few seconds: then it is there next time."""


def is_reachable(folder: Path) -> bool:
    """Whether a folder is there and says so soon."""
    answers: list[bool] = []
    asking = threading.Thread(target=lambda: answers.append(folder.is_dir()), name="is it there", daemon=True)
    asking.start()
    asking.join(PATIENCE)
    return answers == [True]
