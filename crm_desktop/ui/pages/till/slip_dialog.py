"""A slip as it was written, on paper, with what can be done about it: print, refund, exchange, void."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.sales import TOP_UP, SaleKind, Slip
from crm_desktop.services.sentences import sentence_for
from crm_desktop.services.slip_paper import SlipPaper, kind_word
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.dialogs.sheet import Sheet, make_button
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.till.jobs import TillJobs
from crm_desktop.ui.pages.till.printing import print_slip, roll_width, save_slip
from crm_desktop.ui.widgets.named import named

DOTS_PER_INCH = 120


class SlipDialog(Sheet):
    """Shows one slip; it is read again after a refund or a void."""

    def __init__(self, parent: QWidget, frame: Frame, jobs: TillJobs, sale_id: int) -> None:
        super().__init__(parent, frame.theme, "slipDialog", _T("Slip", "Slip"), ems=62)
        self._frame, self._jobs, self.sale_id = frame, jobs, sale_id
        self.slip: Slip | None = None
        self.paper: SlipPaper | None = None
        self.picture = named(QLabel(), "slip.picture", _T("Slip", "The slip as it is printed"))
        self.picture.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._lay_out()
        self.add_verb("slip.close", _T("Slip", "Close"), self.accept, "primary")
        self.reload()

    def reload(self) -> None:
        """Read the slip and its paper."""
        jobs, sale_id = self._jobs, self.sale_id

        def read() -> tuple[Slip, SlipPaper]:
            return jobs.read_slip(sale_id), jobs.paper(sale_id)

        self._frame.work.read(read, self._take, self._refused, group="slip.read")

    def refund(self) -> None:
        """Take something back."""
        from crm_desktop.ui.pages.till.refund_dialog import RefundDialog

        self._open(RefundDialog(self, self._frame, self._jobs, self.sale_id))

    def exchange(self) -> None:
        """Take something back and sell something else in one step."""
        from crm_desktop.ui.pages.till.refund_dialog import RefundDialog

        dialog = RefundDialog(self, self._frame, self._jobs, self.sale_id, exchanges=True)
        dialog.accepted.connect(self.accept)  # the till goes on in this one's place
        self._open(dialog)

    def void(self) -> None:
        """Cancel the whole slip."""
        from crm_desktop.ui.pages.till.void_dialog import VoidDialog

        if self.slip is not None:
            self._open(VoidDialog(self, self._frame, self._jobs, self.slip))

    # building

    def _lay_out(self) -> None:
        area = named(QScrollArea(), "slip.area", _T("Slip", "The slip as it is printed"))
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(self.picture)
        area.setMinimumHeight(round(self.theme.base_points * 38))
        area.setMinimumWidth(round(self.theme.base_points * 27))
        self.state = named(QLabel(wordWrap=True), "slip.state", role="warning")
        self.state.hide()
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(self.state)
        self._buttons: dict[str, QPushButton] = {}
        for key, icon, text, run in self._verbs():
            button = make_button(f"slip.{key}", text, run)
            button.setIcon(self.theme.icon(icon, "danger" if key == "void" else "text"))
            if key == "void":
                button.setProperty("kind", "danger")
            button.setEnabled(False)
            self._buttons[key] = button
            side.addWidget(button)
        side.addStretch(1)
        left = QVBoxLayout()
        left.addWidget(area)
        self.add_sides(left, side, (3, 2))

    def _verbs(self) -> list[tuple[str, str, str, Callable[[], object]]]:
        return [
            ("print", "printer", _T("Slip", "Print …"), self._print),
            ("pdf", "file-down", _T("Slip", "Save as PDF …"), self._save),
            ("customer", "user", _T("Slip", "Open the customer"), self._open_customer),
            ("refund", "undo-2", _T("Slip", "Refund …"), self.refund),
            ("exchange", "arrow-right-left", _T("Slip", "Exchange …"), self.exchange),
            ("void", "x", _T("Slip", "Void …"), self.void),
        ]

    # showing

    def _take(self, found: tuple[Slip, SlipPaper]) -> None:
        self.slip, self.paper = found
        slip = self.slip
        self.heading.setText(_T("Slip", "{kind} {number}").format(kind=kind_word(slip), number=slip.number))
        self._draw()
        is_sale = slip.kind is SaleKind.SALE and slip.live
        left = is_sale and slip.channel != TOP_UP and not all(line.is_back for line in slip.lines)
        for key, able in (
            ("print", True),
            ("pdf", True),
            ("customer", slip.customer_id is not None),
            ("refund", left),
            ("exchange", left),
            ("void", slip.live and slip.kind is not SaleKind.VOID),
        ):
            self._buttons[key].setEnabled(able)
        self.state.setText(state_text(slip))
        self.state.setVisible(bool(self.state.text()))
        self.fit()

    def _draw(self) -> None:
        from crm_desktop.ui.paper.slip_drawing import slip_image

        if self.paper is None:
            return
        ratio = self.devicePixelRatioF()
        dots = round(DOTS_PER_INCH * self.theme.text_percent / 100 * ratio)
        image = slip_image(self.paper, roll_width(self._frame), dots)
        image.setDevicePixelRatio(ratio)
        self.picture.setPixmap(QPixmap.fromImage(image))
        texts = (f"{row.left} {row.right}".strip() for row in self.paper.rows)
        self.picture.setAccessibleDescription("\n".join(text for text in texts if text))

    def _refused(self, fault: Fault) -> None:
        self.say_fault(sentence_for(fault))

    # what can be done

    def _print(self) -> None:
        if self.paper is not None:
            print_slip(self, self._frame, self.paper)

    def _save(self) -> None:
        if self.paper is not None:
            save_slip(self, self._frame, self.paper)

    def _open_customer(self) -> None:
        if self.slip is not None and self.slip.customer_id is not None:
            self._frame.navigator.open("customer", self.slip.customer_id)
            self.accept()

    def _open(self, dialog: Sheet) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self.reload)
        dialog.open()


def state_text(slip: Slip) -> str:
    """Return what became of a slip: voided, returned in part or whole; "" where nothing did."""
    if slip.kind is SaleKind.VOID:
        return _T("Slip", "This cancels another slip.")
    if not slip.live:
        return _T("Slip", "This slip is void: it counts for nothing.")
    if slip.kind is SaleKind.SALE and any(line.returned or line.money_back for line in slip.lines):
        whole = all(line.is_back for line in slip.lines)
        return _T("Slip", "All of it came back.") if whole else _T("Slip", "Part of it came back.")
    return ""


def show_slip(parent: QWidget, frame: Frame, workplace: Workplace, sale_id: int) -> SlipDialog:
    """Open a slip over a window."""
    return open_slip(parent, frame, TillJobs(workplace), sale_id)


def open_slip(parent: QWidget, frame: Frame, jobs: TillJobs, sale_id: int) -> SlipDialog:
    """Open a slip over a window, with the till's own jobs."""
    dialog = SlipDialog(parent, frame, jobs, sale_id)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
