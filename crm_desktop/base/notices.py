"""The notices of everything this program stands on, as they are shipped with it: what Help → About shows.

A built program holds them as `crm_desktop/resources/notices.txt`, made from what that very build contains (and again
as NOTICES.txt beside the programs). From source it is docs/notices.md.
"""

from __future__ import annotations

from importlib import resources
from pathlib import Path

FILE = "notices.txt"


def shipped_notices() -> str:
    """Return the notices as plain text (Markdown from source); empty where each installed package carries its own."""
    shipped = resources.files("crm_desktop") / "resources" / FILE
    if shipped.is_file():
        return shipped.read_text(encoding="utf-8")
    in_source = Path(__file__).resolve().parents[2] / "docs" / "notices.md"
    return in_source.read_text(encoding="utf-8") if in_source.is_file() else ""
