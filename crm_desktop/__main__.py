"""Starts the window or a command, nothing else."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crm_desktop.services.self_test import SelfCheck


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with these arguments (by default the process's own) and return its exit code."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    if getattr(sys, "frozen", False):
        from crm_desktop.base.own_program import give_libraries_back

        give_libraries_back()
    if arguments[:1] == ["_child"]:
        return _child(arguments[1:])
    if arguments[:1] == ["_paper"]:
        from crm_desktop.ui.paper.child import main as draw

        return draw(arguments[1:])
    from crm_desktop.cli import run

    return run(arguments, window=_window, pictures=_pictures, window_checks=_window_checks)


_CHILDREN = {
    "duplicates": "scan_child",
    "simulate": "simulation_child",
    "readable": "readable_child",
    "check": "check_child",
    "carry": "carry_behind",
}


def _child(arguments: list[str]) -> int:
    service = _CHILDREN.get(arguments[0]) if arguments else None
    if service is not None:
        work: Callable[[], int] = import_module(f"crm_desktop.services.{service}").main
        return work()
    from crm_desktop.exchange.child import main as read_or_write

    return read_or_write(arguments)


def prepare_window() -> None:
    """Make the many imports of a window cheap: a start consists of hardly anything else."""
    # Python lets a thread that computes keep the interpreter for 5 ms, a third of a frame, while the window waits.
    sys.setswitchinterval(0.001)
    # Everything loaded now stays, so there is no garbage to look for. `TidyGarbage` takes over in the open window.
    gc.disable()
    import crm_desktop.services.open_shop  # before Qt, which slows every import after it down
    import crm_desktop.ui.plain_imports  # noqa: F401 - stops that


def _window(*arguments: object) -> int:
    prepare_window()
    from crm_desktop.app import run_window

    return run_window(*arguments)  # type: ignore[arg-type]


def _pictures(*arguments: object) -> int:
    from crm_desktop.app import draw_pictures

    return draw_pictures(*arguments)  # type: ignore[arg-type]


def _window_checks() -> Sequence[SelfCheck]:
    prepare_window()
    from crm_desktop.app import checks_of_window

    return checks_of_window()


if __name__ == "__main__":
    sys.exit(main())
