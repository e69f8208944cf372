"""The program started as a user starts it, up to its first rows; then it says what that took. Run as a module.

Argument: the data folder. Answers one JSON line: the program's own modules, the others', and the classes of ours that
Python's own `dataclass` made frozen.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from crm_desktop.__main__ import prepare_window

NEVER_MS = 10**8


def main(folder: Path) -> None:
    """Open the window and wait for the rows; nothing that follows them by time follows here."""
    prepare_window()
    from crm_desktop import app
    from crm_desktop.domain.journal import Source
    from crm_desktop.services.open_shop import ShopOptions, open_shop
    from crm_desktop.ui import main_window
    from crm_desktop.ui.pages.customers import view as customers

    main_window.SETTLE_MS = customers._PANE_MS = NEVER_MS
    application = app.make_application()
    options = ShopOptions(folder, "zh_CN")
    program = app.Program(application, open_shop(options, Source.WINDOW), options)
    program.show()
    shown = program.keeper.window.stack.view("customers")
    assert isinstance(shown, customers.CustomersView)
    shown._loader.shown.connect(_tell)
    application.exec()


def _tell() -> None:
    ours = sorted(name for name in sys.modules if name.partition(".")[0] == "crm_desktop")
    others = sorted(name for name in sys.modules if "." not in name)
    sys.stdout.write(json.dumps({"ours": ours, "others": others, "slow": sorted(_slow(ours))}) + "\n")
    sys.stdout.flush()
    os._exit(0)


def _slow(modules: list[str]) -> set[str]:
    """Return the frozen classes that Python made; those with slots have no other way."""
    found = [(name, one) for name in modules for one in vars(sys.modules[name]).values() if isinstance(one, type)]
    return {
        f"{name}.{one.__name__}"
        for name, one in found
        if one.__module__ == name
        and "__dataclass_params__" in vars(one)
        and one.__dataclass_params__.frozen
        and one.__dataclass_params__.eq
        and "__slots__" not in vars(one)
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]))
