"""Runs a command and tells how it went: 0 done, 1 refused with one sentence, 2 wrong usage."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T, use_language
from crm_desktop.cli import output
from crm_desktop.cli.language import language_for

if TYPE_CHECKING:
    from crm_desktop.services.open_shop import ShopOptions
    from crm_desktop.services.self_test import SelfCheck

_DONE, _REFUSED, _INTERRUPTED = 0, 1, 130
_MODULES = {
    "demo": "demo",
    "import": "bring_in",
    "imports": "imports",
    "template": "template",
    "export": "write_out",
    "layouts": "layouts",
    "find": "find",
    "show": "show",
    "followups": "followups",
    "plan": "plan",
    "done": "done",
    "sell": "sell",
    "refund": "refund",
    "void": "void",
    "balance": "balance",
    "statement": "statement",
    "undo": "undo",
    "duplicates": "duplicates",
    "merge": "merge",
    "unmerge": "unmerge",
    "backup": "backup",
    "backups": "backups",
    "restore": "restore",
    "mend": "mend",
    "check": "check",
    "audit": "audit",
    "erase": "erase",
    "person": "person",
    "staff": "staff",
}


def run(
    argv: Sequence[str],
    *,
    window: Callable[..., int],
    pictures: Callable[..., int],
    window_checks: Callable[[], Sequence[SelfCheck]] = tuple,
) -> int:
    """Do what these arguments ask for and return the exit code; `window` and `pictures` start what needs Qt.

    `window_checks` answers what the self-test tries of it.
    """
    output.speak_utf8()
    use_language(language_for(argv))
    try:
        arguments = _parse(argv)
    except SystemExit as end:
        return int(end.code or 0)
    if arguments.self_test:
        from crm_desktop.cli import self_test

        return _guarded(arguments, lambda: self_test.run(window_checks))
    return _guarded(arguments, lambda: _start(arguments, window, pictures))


def _parse(argv: Sequence[str]) -> argparse.Namespace:
    from crm_desktop.cli.arguments import parse

    return parse(argv)


def _start(arguments: argparse.Namespace, window: Callable[..., int], pictures: Callable[..., int]) -> int:
    from crm_desktop.cli.password import password_source
    from crm_desktop.cli.pin import pin_source
    from crm_desktop.services.open_shop import ShopOptions

    person, pin = arguments.as_person, pin_source(arguments)
    options = ShopOptions(arguments.data_dir, arguments.lang, arguments.now, password_source(arguments), person, pin)
    if arguments.verb in (None, "open"):
        return _open_window(options, getattr(arguments, "files", ()), window)
    if arguments.verb == "pictures":
        return pictures(options, arguments.folder, arguments.page, arguments.guide)
    verb = import_module(f"crm_desktop.cli.{_MODULES[arguments.verb]}")
    result: int | None = verb.run(options, arguments)
    return result or _DONE


def _open_window(options: ShopOptions, files: Sequence[Path], window: Callable[..., int]) -> int:
    from crm_desktop.cli.display import has_display

    if not has_display():
        text = _T("Command", "There is no screen here, so the window cannot open. --help lists what works without one.")
        output.refuse(text)
        return _REFUSED
    return window(replace(options, files=_files_to_open(files)) if files else options)


def _files_to_open(files: Sequence[Path]) -> tuple[Path, ...]:
    """Return files for the window, which says what is wrong with any; a person at a terminal hears it there.

    Raises Fault where there is a terminal and nothing to open.
    """
    from crm_desktop.services.file_kinds import sort_files

    found = sort_files(files)
    if found.refused and not found.opens_any() and output.is_read_by_person():
        raise found.refused[0]
    return tuple(files)


def _guarded(arguments: argparse.Namespace, start: Callable[[], int]) -> int:
    try:
        return start()
    except Fault as fault:
        from crm_desktop.services.sentences import sentence_for

        output.refuse(sentence_for(fault))
    except BrokenPipeError:
        output.nobody_listens()
    except KeyboardInterrupt:
        return _INTERRUPTED
    except Exception as error:  # noqa: BLE001 - a mistake of ours ends in a report, never in a traceback
        output.refuse(_sentence_for_mistake(error, arguments.data_dir))
    return _REFUSED


def _sentence_for_mistake(error: Exception, data_dir: Path | None) -> str:
    from crm_desktop.base.paths import find_places
    from crm_desktop.base.report import crash_report, save_report

    file = save_report(find_places(data_dir).data.logs, crash_report(error))
    if file is None:
        text = _T("Command", "The program made a mistake ({error}), and the report of it could not be written.")
        return text.format(error=type(error).__name__)
    return _T("Command", "The program made a mistake. What it was, without customer data, is in {file}.").format(
        file=file
    )
