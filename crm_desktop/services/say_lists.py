"""Several words as one."""

from __future__ import annotations

from collections.abc import Sequence

from crm_desktop.base.text import _T


def joined(words: Sequence[str]) -> str:
    """Return words as a list: Mon, Wed and Fri; 周一、周三、周五."""
    if len(words) < 2:
        return "".join(words)
    first = _T("Recurrence", ", ", "between the parts of a list").join(words[:-1])
    return _T("Recurrence", "{first} and {last}").format(first=first, last=words[-1])
