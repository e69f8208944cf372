"""Takes Python's own `import` back from PySide.

PySide puts a function of its own in its place, for programs that say `from __feature__ import snake_case`: it reads the
source of every module imported after it, and of the modules those import. We say no such thing, and it would be a
twentieth of a start. To be imported before any other module of the window.
"""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401 - this is what replaces it

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
