"""The counter strip: scan a card or type last digits or initials; who it is, what to say, one key for each deed."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QKeySequence, QMoveEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from crm_desktop.base.declared_settings import CURRENCY
from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.at_the_counter import AtCounter, FoundAtCounter, at_counter, find_at_counter
from crm_desktop.services.log_interaction import Contact, log_interaction
from crm_desktop.services.sentences import sentence_for
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.counter.member_card import Deed, MemberCard
from crm_desktop.ui.loyalty.actions import Desk, issue_coupon, redeem, use_visit
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.customer.log_line import LogLine
from crm_desktop.ui.widgets.icon_button import IconButton
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.row_list import RowList

PLACE = "counter/place"
SETTLED_MS = 400
"""So long a desktop may take to put a title bar round the strip."""
PRIVACY_KEY = "F8"
FORGETS_MS = 180_000
"""After so long without a key nobody's balances stay on the screen."""
_WIDTH_EMS = 46


class CounterStrip(QWidget):
    """Emits `hidden` when it is closed; it remembers its place."""

    hidden = Signal()

    def __init__(self, frame: Frame, workplace: Workplace) -> None:
        flags = Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint | Qt.WindowType.CustomizeWindowHint
        super().__init__(None, flags | Qt.WindowType.WindowTitleHint | Qt.WindowType.WindowCloseButtonHint)
        named(self, "counterStrip", _T("Counter", "Counter"))
        self.setWindowTitle(_T("Counter", "Counter"))
        self._frame, self._workplace = frame, workplace
        self._hits: list[FoundAtCounter] = []
        self._entered = False
        self._placing: QPoint | None = None
        self.member: AtCounter | None = None
        self.search = named(QLineEdit(), "counter.search", _T("Counter", "Card, last four digits, initials or name"))
        self.search.setPlaceholderText(_T("Counter", "Card, last four digits, initials or name"))
        self.search.textChanged.connect(self._typed)
        self.search.returnPressed.connect(self._enter)
        self.said = named(QLabel(wordWrap=True), "counter.said", role="muted")
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        headings = [_T("Counter", "Name"), _T("Counter", "Phone"), _T("Counter", "Card")]
        self.list = RowList(frame.theme, "counter.hits", _T("Counter", "Who it may be"), headings, stretch=0, rows=3)
        self.list.setHeaderHidden(True)
        self.list.itemActivated.connect(self._take_current)
        self.list.itemClicked.connect(self._take_current)
        self.card = MemberCard(frame.theme, self._deeds())
        self.log = LogLine(frame.theme)
        self.log.logged.connect(self._keep_contact)
        self.log.closed.connect(self._focus_card)
        self._forget = QTimer(self, singleShot=True, interval=FORGETS_MS)
        self._forget.timeout.connect(self.clear)
        self._lay_out()
        self._listen()
        self.clear()

    @property
    def is_covered(self) -> bool:
        """Say whether the curtain is drawn."""
        return self._stack.currentIndex() == 1

    def toggle_curtain(self) -> None:
        """Hide what is shown from who stands before the screen, or show it again."""
        covered = not self.is_covered
        self._stack.setCurrentIndex(1 if covered else 0)
        self.eye.say(_T("Counter", "Show again  F8") if covered else _T("Counter", "Hide from view  F8"))
        self.eye.setIcon(self._frame.theme.icon("eye" if covered else "eye-off", "muted"))
        if not covered:
            self._focus_card() if self.member is not None else self.search.setFocus()
        self._fit()

    def take_scan(self, code: str) -> None:
        """Show whose card was scanned."""
        from crm_desktop.services.know_code import CodeOf, KnownCode, know_code

        place = self._workplace

        def take(known: KnownCode | None) -> None:
            if known is not None and known.what is CodeOf.CUSTOMER:
                self.show_customer(known.row_id)
            elif known is not None:
                self._say(_T("Counter", "{code}: {name}, no member's card").format(code=code, name=known.name))
            else:
                self._say(_T("Counter", "Nobody has the card {code}.").format(code=code))

        self._frame.work.read(lambda: know_code(place, code), take, group="counter.find")

    def show_customer(self, customer_id: int) -> None:
        """Show a member."""
        place = self._workplace
        self._frame.work.read(
            lambda: at_counter(place, customer_id), self._take_member, self._refused, group="counter.member"
        )

    def refresh(self, changes: ChangeSet | None) -> None:
        """Read again who is shown, where something about her changed."""
        if self.member is not None and (changes is None or changes.concerns(self.member.customer_id)):
            self.show_customer(self.member.customer_id)

    def clear(self) -> None:
        """Show nobody, ready for the next."""
        self.member = None
        self._hits = []
        self.search.clear()
        self.list.hide()
        self.card.hide()
        self.log.close_line()
        self._say("")
        self.search.setFocus()

    # Qt's own names

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do the deed of a letter; begin a new search with a digit; Esc goes back step by step."""
        self._forget.start()
        deed = next((deed for deed in self._deeds() if deed.key == event.key()), None)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Escape:
            self.clear() if self.member is not None or self.search.text() else self.close()
        elif event.key() == Qt.Key.Key_Down and self.list.isVisible():
            self.list.setFocus()
        elif self.member is not None and deed is not None and plain and not self.is_covered:
            deed.run()
        elif event.text().isdigit() and plain:
            self.search.setFocus()
            self.search.setText(event.text())
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Stand where it stood before."""
        super().showEvent(event)
        self._fit()
        kept = self._frame.memory.value(PLACE)
        if isinstance(kept, QPoint):
            self._placing = _in_sight(QRect(kept, self.size()))
            self.move(self._placing)
            QTimer.singleShot(SETTLED_MS, self, self._settle)

    def moveEvent(self, event: QMoveEvent) -> None:
        """Remember the place."""
        super().moveEvent(event)
        if self.isVisible() and self._placing is None:
            self._frame.memory.setValue(PLACE, self.pos())

    def _settle(self) -> None:
        """Move once more when the desktop has put a title bar round it, which would else stand above the screen."""
        place, self._placing = self._placing, None
        if place is not None and self.isVisible() and self.pos() != place:
            self.move(place)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Go out of sight; nobody's balances wait behind it."""
        super().closeEvent(event)
        self.clear()
        self.hidden.emit()

    # building

    def _lay_out(self) -> None:
        theme = self._frame.theme
        self.eye = IconButton(theme, "counter.eye", "eye-off", _T("Counter", "Hide from view  F8"))
        self.eye.clicked.connect(self.toggle_curtain)
        top = QHBoxLayout()
        top.addWidget(self.search, 1)
        top.addWidget(self.eye)
        shown, covered = QWidget(), named(QLabel(_T("Counter", "Hidden. F8 shows it again.")), "counter.covered")
        covered.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inner = QVBoxLayout(shown)
        inner.setContentsMargins(0, 0, 0, 0)
        for widget in (self.said, self.list, self.card, self.log):
            inner.addWidget(widget)
        inner.addStretch(1)
        ground = QWidget()
        self._stack = QStackedLayout(ground)
        self._stack.addWidget(shown)
        self._stack.addWidget(covered)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(ground, 1)

    def _listen(self) -> None:
        QShortcut(QKeySequence(PRIVACY_KEY), self, self.toggle_curtain)
        QShortcut(QKeySequence("F9"), self, self.close)

    def _deeds(self) -> tuple[Deed, ...]:
        return (
            Deed("sell", Qt.Key.Key_S, "receipt", _T("Counter", "Sell"), self._sell),
            Deed("redeem", Qt.Key.Key_R, "gift", _T("Counter", "Redeem"), lambda: redeem(self._desk())),
            Deed("visit", Qt.Key.Key_V, "calendar-check", _T("Counter", "Visit"), lambda: use_visit(self._desk())),
            Deed("coupon", Qt.Key.Key_C, "ticket", _T("Counter", "Coupon"), lambda: issue_coupon(self._desk())),
            Deed("log", Qt.Key.Key_L, "notebook-pen", _T("Counter", "Log"), self._begin_log),
            Deed("open", Qt.Key.Key_O, "panel-right", _T("Counter", "Record"), self._open_record),
        )

    # finding

    def _typed(self, text: str) -> None:
        self._entered = False
        self._forget.start()
        if not text.strip():
            self._frame.work.forget("counter.find")
            self._show_hits([])
            return
        place = self._workplace
        self._frame.work.read(lambda: find_at_counter(place, text), self._show_hits, group="counter.find")

    def _enter(self) -> None:
        """Take the first of those found; where they are not read yet, the answer takes it."""
        self._entered = True
        if self._hits:
            self._take_current()

    def _show_hits(self, hits: list[FoundAtCounter]) -> None:
        self._hits = hits
        self.list.clear()
        for hit in hits:
            self.list.add_row([hit.name, hit.phone, hit.card_number])
        self.list.choose_row(0)
        self.list.set_height_in_rows(min(max(len(hits), 1), 5))
        typed = bool(self.search.text().strip())
        self.list.setVisible(bool(hits) and typed)
        self.card.setVisible(not typed and self.member is not None)
        self._say(_T("Counter", "Nobody is found by this.") if typed and not hits else "")
        if self._entered and hits:
            self._take_current()

    def _take_current(self, *_item: object) -> None:
        row = max(0, self.list.current_row())
        if row < len(self._hits):
            self._entered = False
            self.show_customer(self._hits[row].customer_id)

    def _take_member(self, member: AtCounter) -> None:
        self.member = member
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self.list.hide()
        self.card.show_member(member, self._frame.settings.get(CURRENCY))
        self.card.show()
        self._say("")
        self._focus_card()
        self._forget.start()

    def _refused(self, fault: Fault) -> None:
        self._say(sentence_for(fault))

    # deeds

    def _desk(self) -> Desk:
        customer_id = self.member.customer_id if self.member is not None else 0
        return Desk(self, self._frame, self._workplace, customer_id)

    def _sell(self) -> None:
        from crm_desktop.ui.pages.till.sale_dialog import sell

        if self.member is not None:
            sell(self, self._frame, self._workplace, self.member.customer_id)

    def _begin_log(self) -> None:
        self.log.begin()
        self._fit()

    def _keep_contact(self, contact: Contact, _corrects: int | None) -> None:
        if self.member is not None:
            customer_id, place = self.member.customer_id, self._workplace
            self._frame.work.write(lambda: log_interaction(place, customer_id, contact))
            self._say(_T("Counter", "Logged."))

    def _open_record(self) -> None:
        from crm_desktop.ui.pages.calendar.planning import window_of
        from crm_desktop.ui.reminders_shown import come_forward

        if self.member is not None:
            window, customer_id = window_of(self._frame), self.member.customer_id
            come_forward(window, lambda: self._frame.navigator.open("customer", customer_id))  # type: ignore[arg-type]

    # looks

    def _focus_card(self) -> None:
        if self.member is not None and self.isVisible():
            self.card.buttons["sell"].setFocus()
        self._fit()

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.setVisible(bool(text))
        self._fit()

    def _fit(self) -> None:
        """Be as tall as what is shown."""
        layout = self.layout()
        if layout is None or not self.isVisible():
            return
        ground = self.screen().availableGeometry()
        width = min(round(self._frame.theme.base_points * _WIDTH_EMS), ground.width() - 16)
        layout.activate()
        height = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        self.resize(QSize(width, max(height, layout.totalMinimumSize().height())))


def _in_sight(place: QRect) -> QPoint:
    """Return the place, moved onto a screen that is there."""
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    if any(screen.contains(place.topLeft()) for screen in screens) or not screens:
        return place.topLeft()
    ground = screens[0]
    return QPoint(ground.right() - place.width(), ground.top())
