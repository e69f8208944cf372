"""A parser of arguments that speaks the user's language."""

from __future__ import annotations

import argparse
import re
from typing import Any, NoReturn

from crm_desktop.base.text import _T


class Parser(argparse.ArgumentParser):
    """A parser that speaks the user's language, its own headings and complaints included."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("formatter_class", _Formatter)
        super().__init__(add_help=False, allow_abbrev=False, **options)
        self._positionals.title = _T("Command", "arguments")
        self._optionals.title = _T("Command", "options")
        self.add_argument("-h", "--help", action="help", help=_T("Command", "show this help and stop"))

    def error(self, message: str) -> NoReturn:
        """Say what makes no sense, and end the program with 2."""
        sentence = f"{_complaint(message)} {_T('Command', 'Use --help to see how.')}"
        self.exit(2, f"{' '.join(sentence.split())}\n")


class _Formatter(argparse.HelpFormatter):
    """Help with a heading in the user's language."""

    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, _T("Command", "Usage: ") if prefix is None else prefix)


def _complaint(message: str) -> str:
    """Return what argparse found wrong, in the language in use."""
    for pattern, sentence in (
        (r"the following arguments are required: (?P<what>.*)", _T("Command", "{what} is missing.")),
        (r"unrecognized arguments: (?P<what>.*)", _T("Command", "There is no argument {what}.")),
        (
            r"argument (?P<name>\S+): invalid choice: (?P<what>\S+) \(choose from (?P<all>.*)\)",
            _T("Command", "{what} is not possible here; choose one of {all}."),
        ),
        (r"argument (?P<name>.+?): expected .*", _T("Command", "{name} needs a value.")),
        (r"argument (?P<name>.+?): invalid \S+ value: (?P<what>.*)", _T("Command", "{name} cannot be {what}.")),
    ):
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return sentence.format(**found.groupdict())
    return _T("Command", "The command makes no sense: {message}.").format(message=message)
