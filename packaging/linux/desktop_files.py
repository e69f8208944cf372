"""Puts the entry for the menu and the icons into a built folder, with a script that makes them known to the desktop.

The build calls `write_desktop_files(FOLDER)`; whoever unpacks the archive runs `./add-to-menu.sh` once.
"""

from __future__ import annotations

import shutil
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
NAME = "crm-desktop"
SIDES = (16, 24, 32, 48, 64, 128, 256)


def write_desktop_files(folder: Path) -> list[Path]:
    """Write `share/applications`, `share/icons/hicolor` and the script into a folder; return what was written."""
    icons = folder / "share" / "icons" / "hicolor"
    pictures = ROOT / "crm_desktop" / "resources" / "app"
    copies = {folder / "share" / "applications" / f"{NAME}.desktop": HERE / f"{NAME}.desktop"}
    for side in SIDES:
        copies[icons / f"{side}x{side}" / "apps" / f"{NAME}.png"] = pictures / f"{NAME}-{side}.png"
    copies[icons / "scalable" / "apps" / f"{NAME}.svg"] = ROOT / "packaging" / "icons" / f"{NAME}.svg"
    copies[folder / "add-to-menu.sh"] = HERE / "add-to-menu.sh"
    for target, source in copies.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    (folder / "add-to-menu.sh").chmod(0o755)
    return list(copies)
