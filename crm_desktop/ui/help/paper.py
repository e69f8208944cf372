"""A page of the guide onto paper or into a PDF: dark on white, whatever the window looks like."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QWidget

from crm_desktop.base.errors import Fault
from crm_desktop.base.files import write_whole
from crm_desktop.base.text import _T, language_in_use
from crm_desktop.services.sentences import sentence_for
from crm_desktop.services.user_guide import read_topic
from crm_desktop.ui.dialogs.choose_file import choose_save
from crm_desktop.ui.dialogs.paper import pdf_document, print_document
from crm_desktop.ui.help.dress import Dress
from crm_desktop.ui.help.reader import lay_out
from crm_desktop.ui.theme.tokens import LIGHT

POINTS = 10.0
WIDEST = 600
"""A picture's width on paper, in the pixels of a screen: A4 between its margins."""


def paper_of(topic_id: str) -> QTextDocument:
    """Return a page as it is printed."""
    document = QTextDocument()
    topic = read_topic(topic_id, language_in_use())
    lay_out(document, topic, Dress(LIGHT, POINTS, WIDEST, dots=2.0))
    document.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, topic.title)
    document.setDocumentMargin(0)
    return document


def print_topic(parent: QWidget, topic_id: str) -> bool:
    """Open the print preview; False where this computer has no printer."""
    document = paper_of(topic_id)
    return print_document(parent, read_topic(topic_id, language_in_use()).title, lambda: document)


def choose_pdf(parent: QWidget, topic_id: str, memory: QSettings | None, say: Callable[[str], object]) -> None:
    """Ask for a file and write the page into it; `say` gets what came of it."""
    title = read_topic(topic_id, language_in_use()).title

    def save(path: Path) -> None:
        try:
            write_whole(path, pdf_document(title, paper_of(topic_id)))
        except Fault as fault:
            say(sentence_for(fault))
            return
        say(_T("Guide", "Saved as {file}.").format(file=path.name))

    choose_save(
        parent,
        _T("Guide", "Save the page of the guide"),
        _T("Guide", "PDF (*.pdf)"),
        proposed=f"{title}.pdf",
        on_file=save,
        memory=memory,
        purpose="guide",
    )
