"""`--self-test`: try out that this installation is whole."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from crm_desktop import __version__
from crm_desktop.base.own_program import has_window, is_built
from crm_desktop.base.text import _T
from crm_desktop.cli.output import say
from crm_desktop.services.self_test import Finding, SelfCheck, self_checks, tried

WindowChecks = Callable[[], Sequence[SelfCheck]]
"""Answers the checks of what a window needs."""


def run(of_window: WindowChecks) -> int:
    """Say for each check what became of it; 1 where one failed. The program for scripts looks at no window."""
    kind = _T("SelfTest", "built") if is_built() else _T("SelfTest", "from source")
    head = _T("SelfTest", "{program} {version} ({kind}), Python {python}, {system}")
    versions = {"version": __version__, "python": sys.version.split()[0], "system": sys.platform}
    say(head.format(program="crm-desktop", kind=kind, **versions))
    failed = 0
    for finding in _findings(of_window):
        say(_line(finding))
        failed += not finding.passed
    say(_T("SelfTest", "%n check(s) failed.", n=failed) if failed else _T("SelfTest", "Everything works."))
    return 1 if failed else 0


def _findings(of_window: WindowChecks) -> Iterator[Finding]:
    yield from tried(self_checks())
    if has_window():
        found: list[SelfCheck] = []

        def load(_folder: Path) -> str:
            found.extend(of_window())
            return ""

        yield from tried([SelfCheck(_T("SelfTest", "Qt loaded"), load)])  # where it cannot be, that is a finding
        yield from tried(found)


def _line(finding: Finding) -> str:
    word = _T("SelfTest", "ok") if finding.passed else _T("SelfTest", "FAILED")
    return f"{word}: {finding.title}" + (f" – {' '.join(finding.detail.split())}" if finding.detail else "")
