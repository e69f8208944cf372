"""Which program runs on what: the lines that somebody who helps asks for first. They hold nothing of the shop."""

from __future__ import annotations

import platform

from crm_desktop import __version__
from crm_desktop.base.own_program import is_built
from crm_desktop.base.text import language_in_use


def program_details(window: str) -> list[str]:
    """Return the versions as lines; `window` are those of what draws the window."""
    from crm_desktop.store.driver import driver_versions

    sqlite, cipher = driver_versions()
    built = "built" if is_built() else "from source"
    return [
        f"crm-desktop {__version__} ({built}), {language_in_use()}",
        f"{platform.system()} {platform.release()} {platform.machine()}",
        f"Python {platform.python_version()}, {window}",
        f"SQLite {sqlite}, SQLCipher {cipher}",
    ]
