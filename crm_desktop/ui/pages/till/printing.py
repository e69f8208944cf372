"""A slip to the printer or into a PDF file, and what is said where there is no printer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from crm_desktop.base.declared_settings import SLIP_WIDTH
from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.services.slip_paper import SlipPaper
from crm_desktop.ui.file_writing import open_folder, plain_file_name, with_ending
from crm_desktop.ui.notices import Choice, Level
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.till.jobs import TillJobs


def roll_width(frame: Frame) -> int:
    """Return the width of this computer's slip paper, in millimetres."""
    return int(frame.settings.get(SLIP_WIDTH))


def print_slip(parent: QWidget, frame: Frame, paper: SlipPaper) -> None:
    """Open the print preview; without a printer offer a PDF instead."""
    from crm_desktop.ui.paper.slip_print import preview_slip

    if not preview_slip(parent, paper, roll_width(frame)):
        _say_no_printer(parent, frame, paper)


def print_after_sale(parent: QWidget, frame: Frame, jobs: TillJobs, sale_id: int) -> None:
    """Print a slip at once on the usual printer, as the settings ask for."""

    def print_now(paper: SlipPaper) -> None:
        from crm_desktop.ui.paper.slip_print import print_slip_now

        if not print_slip_now(paper, roll_width(frame)):
            _say_no_printer(parent, frame, paper)

    frame.work.read(lambda: jobs.paper(sale_id), print_now, group="till.paper")


def save_slip(parent: QWidget, frame: Frame, paper: SlipPaper) -> None:
    """Ask for a file and write the slip as PDF."""
    from crm_desktop.ui.dialogs.choose_file import choose_save

    frame.notices.withdraw("no-printer")
    choose_save(
        parent,
        _T("Slip", "Save the slip as PDF"),
        _T("Export", "PDF (*.pdf)"),
        proposed=f"{plain_file_name(paper.title)}.pdf",
        on_file=lambda path: write_slip(frame, paper, path),
        memory=frame.memory,
        purpose="export",
    )


def write_slip(frame: Frame, paper: SlipPaper, path: Path) -> None:
    """Write the PDF; a slip is one small page."""
    from crm_desktop.base.files import write_whole
    from crm_desktop.ui.paper.slip_drawing import slip_pdf

    target = with_ending(path, ".pdf")
    try:
        write_whole(target, slip_pdf(paper, roll_width(frame)))
    except Fault as fault:
        frame.notices.tell_fault(fault)
        return
    choice = Choice(_T("Export", "Open folder"), lambda: open_folder(target.parent))
    frame.notices.toast(_T("Slip", "The slip is in {file}.").format(file=target.name), choice=choice)


def _say_no_printer(parent: QWidget, frame: Frame, paper: SlipPaper) -> None:
    choice = Choice(_T("Slip", "Save as PDF …"), lambda: save_slip(parent, frame, paper))
    said = _T("Slip", "No printer is set up on this computer.")
    frame.notices.say(said, Level.INFO, (choice,), key="no-printer")
