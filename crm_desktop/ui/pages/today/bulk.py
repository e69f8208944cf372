"""What can be done with many entries at once: to today, spread over days, close with a reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QSpinBox, QWidget

from crm_desktop.base.text import _T
from crm_desktop.ui.dialogs.sheet import Sheet, make_button
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.chips import ChipRow
from crm_desktop.ui.widgets.flow_layout import FlowLayout
from crm_desktop.ui.widgets.form_grid import FormGrid
from crm_desktop.ui.widgets.named import named

DAYS = 7
MOST_A_DAY = 500
Run = Callable[[], object]


class BulkBar(QFrame):
    """Says how many are meant, with the verbs for them; shown while some are late or several are chosen."""

    def __init__(self, theme: Theme, to_today: Run, spread: Run, close: Run, hand_over: Run) -> None:
        super().__init__()
        named(self, "today.bulk", _T("Today", "Many at once"), panel="card")
        self.said = named(QLabel(wordWrap=True), "today.bulk.said")
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        verbs = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        verbs.setSizePolicy(policy)
        flow = FlowLayout(verbs, gap=8)
        self.buttons: list[QPushButton] = []
        for name, text, icon, run in (
            ("today", _T("Today", "To today"), "calendar-check", to_today),
            ("spread", _T("Today", "Spread …"), "calendar-days", spread),
            ("close", _T("Today", "Close …"), "x", close),
            ("handOver", _T("Today", "Hand over …"), "arrow-right-left", hand_over),
        ):
            button = make_button(f"today.bulk.{name}", text, run)
            button.setIcon(theme.icon(icon))
            flow.addWidget(button)
            self.buttons.append(button)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self.said, 1)
        row.addWidget(verbs)
        self.hide()

    def say(self, chosen: int, late: int) -> None:
        """Show for how many the verbs are: the chosen ones, else all that are late, shown or not."""
        if chosen > 1:
            self.said.setText(_T("Today", "%n chosen", n=chosen))
        else:
            self.said.setText(_T("Today", "Nothing is moved by itself. %n late:", n=late))
        self.setVisible(chosen > 1 or late > 0)


class SpreadDialog(Sheet):
    """Asks how many a day."""

    def __init__(self, parent: QWidget, theme: Theme, count: int, on_quota: Callable[[int], object]) -> None:
        title = _T("Today", "Spread %n follow-up(s) over the coming days", n=count)
        super().__init__(parent, theme, "spreadDialog", title, ems=46)
        self._count, self._on_quota = count, on_quota
        self.say_lead(_T("Today", "From today on, so many a day; days the shop is closed are left out."))
        self.quota = named(QSpinBox(), "spread.quota", _T("Today", "A day"))
        self.quota.setRange(1, MOST_A_DAY)
        self.quota.setValue(max(1, -(-count // DAYS)))
        self.said = named(QLabel(), "spread.said", role="muted")
        form = FormGrid("spreadForm")
        form.add(_T("Today", "A day"), self.quota)
        form.add("", self.said)
        self.body.addWidget(form)
        self.add_verb("spread.cancel", _T("Today", "Cancel"), self.reject, "quiet")
        self.add_verb("spread.go", _T("Today", "Spread"), self._go, "primary")
        self.quota.valueChanged.connect(self._say)
        self._say()
        self.quota.setFocus()
        self.quota.selectAll()

    def _say(self, _value: int = 0) -> None:
        self.said.setText(_T("Today", "That takes %n working day(s).", n=-(-self._count // self.quota.value())))

    def _go(self) -> None:
        quota = self.quota.value()
        self.accept()
        self._on_quota(quota)


class CloseDialog(Sheet):
    """Asks why they will not be done; usual reasons are one press."""

    def __init__(self, parent: QWidget, theme: Theme, count: int, on_reason: Callable[[str], object]) -> None:
        title = _T("Today", "Close %n follow-up(s) without doing them", n=count)
        super().__init__(parent, theme, "closeDialog", title, ems=50)
        self._on_reason = on_reason
        self.say_lead(_T("Today", "They leave the list; the reason stays with each of them."))
        usual = usual_reasons()
        self.usual = ChipRow(list(enumerate(usual)), "close.usual", _T("Today", "Usual reasons"), exclusive=False)
        for number, button in enumerate(self.usual.buttons()):
            button.setCheckable(False)
            button.clicked.connect(self._taker(usual[number]))
        self.reason = named(QLineEdit(), "close.reason", _T("Today", "Why"))
        self._form = FormGrid("closeForm")
        self._form.add(_T("Today", "Why"), self.reason)
        self._form.add_wide(self.usual)
        self.body.addWidget(self._form)
        self.add_verb("close.cancel", _T("Today", "Cancel"), self.reject, "quiet")
        self.add_verb("close.go", _T("Today", "Close them"), self._go, "primary")
        self.reason.setFocus()

    def _taker(self, reason: str) -> Callable[[], None]:
        def take() -> None:
            self.reason.setText(reason)
            self.reason.setFocus()

        return take

    def _go(self) -> None:
        reason = self.reason.text().strip()
        if not reason:
            self._form.set_problem(self.reason, _T("Today", "Say why, for those who look it up later."))
            self.fit()
            return
        self.accept()
        self._on_reason(reason)


def usual_reasons() -> Sequence[str]:
    """Return why follow-ups are usually closed without being done."""
    return (
        _T("Today", "Settled by itself"),
        _T("Today", "Customer does not want it"),
        _T("Today", "Cannot be reached"),
        _T("Today", "Too long ago"),
    )
