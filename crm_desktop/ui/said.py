"""What a write answers that has more to say than its kind of change: its own sentence, and what may come next."""

from __future__ import annotations

from typing import Any

from crm_desktop.base.records import dataclass
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.ui.notices import Choice


@dataclass(frozen=True)
class Said:
    """The window shows `changes` as it does any, but says `sentence`; `answer` is for whoever asked for the write."""

    changes: ChangeSet
    sentence: str
    choice: Choice | None = None
    answer: Any = None
