"""The child process that draws PDF files, started by the program itself as `_paper VERB`.

It says what becomes of its job as the other child does. Qt is imported within the job, so that a computer on which it
cannot run gets a sentence.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.exchange import protocol
from crm_desktop.exchange.child import Job, Tell, read_request, serve, written_sheets
from crm_desktop.exchange.writers import replacing

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication


def main(argv: Sequence[str]) -> int:
    """Do one job and return the exit code."""
    return serve(_VERBS[argv[0]])


def _application() -> QGuiApplication:
    """Return the object Qt needs for its fonts; raise Fault NO_PAPER where there is no Qt."""
    if sys.platform != "win32":  # no screen is needed; on Windows only the usual platform knows the fonts
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        from PySide6.QtGui import QGuiApplication
    except ImportError:
        raise Fault(FaultKind.NO_PAPER) from None
    return QGuiApplication(["crm-desktop"])


def _draw_list(stdin: IO[bytes], tell: Tell) -> None:
    """Draw a list from rows that follow in frames; an unfinished stream leaves no file."""
    application = _application()
    from crm_desktop.ui.paper.list_paper import draw_list

    request, (rows, *_) = written_sheets(stdin, tell)
    with replacing(Path(request.path)) as draft:
        report = draw_list(draft, request.title, request.sheets[0].columns, rows)
    del application
    tell("progress", done=report.rows, total=report.rows)
    tell("result", rows=report.rows, cut=report.cut[:1000], cleaned=[])


def _draw_page(stdin: IO[bytes], tell: Tell) -> None:
    """Draw simple HTML."""
    _, values = read_request(stdin)
    application = _application()
    from crm_desktop.ui.dialogs.paper import pdf_of

    request = protocol.PageRequest(**values)
    with replacing(Path(request.path)) as draft:
        draft.write_bytes(pdf_of(request.title, request.html))
    del application
    tell("result", rows=1)


_VERBS: dict[str, Job] = {"pdf": _draw_list, "page": _draw_page}
