"""What makes the program one thing to the desktop: its icon, its own group in the task bar, and a sign that it runs.

At the start only one small picture is read; the other sizes follow once the first window stands.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QIcon

NAME = "crm-desktop"
"""The name of the desktop file, of its icon and of the built program."""
WINDOWS_ID = "CrmDesktop.CustomerBook"
"""What groups windows and jump lists on Windows; the installer gives the same to its shortcuts."""
RUNNING = "CrmDesktop.CustomerBook.Running"
"""A named object of Windows that exists while a window is open: the installer asks to close it first."""
FIRST_SIDE = 64
SIDES = (16, 24, 32, 48, 128, 256)

_PICTURES = Path(__file__).parents[1] / "resources" / "app"


def introduce(application: QGuiApplication) -> None:
    """Tell the desktop which program this is; call it before the first window."""
    application.setApplicationName(NAME)
    application.setDesktopFileName(NAME)
    if sys.platform == "win32":
        _introduce_to_windows()
    if _needs_icon():
        application.setWindowIcon(QIcon(str(picture(FIRST_SIDE))))


def show_every_size(application: QGuiApplication) -> None:
    """Give the windows the icon in every size; call it when nothing else is to be done."""
    if _needs_icon():
        application.setWindowIcon(program_icon())


def program_icon() -> QIcon:
    """Return the icon in every size; each is read when it is first shown."""
    icon = QIcon(str(picture(FIRST_SIDE)))
    for side in SIDES:
        icon.addFile(str(picture(side)))
    return icon


def picture(side: int) -> Path:
    """Return the file with the icon of that side in pixels."""
    return _PICTURES / f"{NAME}-{side}.png"


def _needs_icon() -> bool:
    """Tell whether windows bring their icon along; a built program on macOS has one in its bundle."""
    is_mac = sys.platform == "darwin"
    if not is_mac:
        return True
    from crm_desktop.base.own_program import is_built

    return not is_built()


def _introduce_to_windows() -> None:
    import ctypes

    library = getattr(ctypes, "windll", None)
    if library is not None:
        library.shell32.SetCurrentProcessExplicitAppUserModelID(WINDOWS_ID)
        library.kernel32.CreateMutexW(None, False, RUNNING)  # never closed: it goes with the process
