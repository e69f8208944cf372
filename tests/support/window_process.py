"""The real window in a process of its own, that dies once it has settled, or tells what stands on its strip. A module.

Arguments: the data folder, and "segfault", "abort", "kill" or "tell"; to "tell", the words of a button that is pressed.
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton

from crm_desktop.app import make_application, run_window
from crm_desktop.services.open_shop import ShopOptions
from crm_desktop.ui.main_window import MainWindow

_WAYS = {
    "segfault": lambda: ctypes.string_at(0),
    "abort": os.abort,
    "kill": lambda: os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM)),
}
_ENOUGH = 40
"""Looks at the strip after the window has settled, 50 ms apart: whoever says nothing then says nothing."""


class Looker:
    """Looks at the window from time to time."""

    def __init__(self, way: str, presses: str) -> None:
        self.way, self.presses, self.looks = way, presses, 0
        self.timer = QTimer(interval=50)
        self.timer.timeout.connect(self.look)
        self.timer.start()

    def look(self) -> None:
        """Die, or tell, once there is something to tell."""
        window = next((one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)), None)
        if window is None or not window._is_settled or not window.frame.work.is_idle():
            return
        self.looks += 1
        if self.way in _WAYS:
            _WAYS[self.way]()
        ended = [notice for notice in window.frame.notices.standing if notice.key == "ended"]
        if ended or self.looks > _ENOUGH:
            self.timer.stop()
            self.tell(window, ended)

    def tell(self, window: MainWindow, ended: list) -> None:
        """Print what is said, press what is asked for, and close."""
        choices = [choice.text for notice in ended for choice in notice.choices]
        if self.presses:
            next(one for one in window.findChildren(QPushButton) if one.text() == self.presses).click()
        copied = QApplication.clipboard().text()
        sys.stdout.write(json.dumps({"said": [one.text for one in ended], "choices": choices, "copied": copied}))
        sys.stdout.flush()
        window.close()


def main(data: str, way: str, presses: str = "") -> int:
    """Open the window and look."""
    make_application()
    looker = Looker(way, presses)
    code = run_window(ShopOptions(Path(data), "en"))
    looker.timer.stop()
    return code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
