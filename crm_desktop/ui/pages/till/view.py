"""The page of the till: the slips of a day, one of them by its number, and the way to a new one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QStackedLayout, QTreeWidgetItem, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.domain.sales import CARD_USE, TOP_UP, SaleKind, Slip
from crm_desktop.domain.shop_time import ShopTime
from crm_desktop.services.say_money import money_text
from crm_desktop.services.shop_clock import shop_clock
from crm_desktop.services.slip_paper import kind_word, method_words
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.page import Frame, PageView
from crm_desktop.ui.pages.till.jobs import MOST_A_DAY, TillJobs, TillSetup
from crm_desktop.ui.pages.till.slip_dialog import open_slip
from crm_desktop.ui.widgets.day_field import DayField
from crm_desktop.ui.widgets.empty_state import EmptyState, Offer
from crm_desktop.ui.widgets.icon_button import IconButton
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.row_list import RowList

_ID = Qt.ItemDataRole.UserRole + 2
_CONCERN = frozenset({"sale", "payment_method", "setting", "customer", "person"})


@dataclass(frozen=True)
class _Answer:
    """All the page shows, read in one go."""

    day: date
    slips: Sequence[Slip]
    setup: TillSetup
    clock: ShopTime


class TillView(PageView):
    """Enter opens a slip, the arrows beside the day go from day to day."""

    def __init__(self, frame: Frame, workplace: Workplace) -> None:
        super().__init__(frame)
        self.jobs = TillJobs(workplace)
        self._workplace = workplace
        self._day: date | None = None
        self._answer: _Answer | None = None
        self.title = named(QLabel(_T("Till", "Till")), "tillPage.title", role="title")
        self.counts = named(QLabel(), "tillPage.counts", role="muted")
        self.day = DayField(frame.theme, "tillPage.day", _T("Till", "Day"))
        self.day.dateChanged.connect(self._day_chosen)
        self.number = named(QLineEdit(), "tillPage.number", _T("Till", "Find a slip by its number"))
        self.number.setPlaceholderText(_T("Till", "Slip number"))
        self.number.returnPressed.connect(self._find)
        self.missing = named(QLabel(), "tillPage.missing", role="danger")
        self.missing.hide()
        headings = [
            _T("Till", "Time"),
            _T("Till", "Number"),
            _T("Till", "Kind"),
            _T("Till", "Customer"),
            _T("Till", "Sold"),
            _T("Till", "Paid by"),
            _T("Till", "Total"),
        ]
        self.list = RowList(frame.theme, "tillPage.slips", _T("Till", "Slips of the day"), headings, stretch=4, rows=6)
        self.list.itemActivated.connect(self._open_item)
        self.empty = EmptyState(frame.theme, "receipt", "tillPage.empty")
        self._lay_out()
        self._read()

    def open(self, argument: object) -> None:
        """Show a day; today is shown without one."""
        if isinstance(argument, date):
            self._day = argument
            self._read()

    def refresh(self, changes: ChangeSet | None) -> None:
        """Read again what changed."""
        if changes is None or not _CONCERN.isdisjoint(changes.entities):
            self._read()

    def focus_first(self) -> None:
        """Put the keyboard in the list."""
        (self.list if self.list.isVisible() else self.number).setFocus()

    def focus_search(self) -> bool:
        """Put the keyboard where a number is typed."""
        self.number.setFocus()
        self.number.selectAll()
        return True

    def is_ready(self) -> bool:
        """Say whether the day is shown."""
        return self._answer is not None

    # building

    def _lay_out(self) -> None:
        theme, verbs = self.frame.theme, self.frame.verbs
        head = QHBoxLayout()
        head.setSpacing(8)
        before = IconButton(theme, "tillPage.before", "chevron-left", _T("Till", "The day before"), kind="button")
        after = IconButton(theme, "tillPage.after", "chevron-right", _T("Till", "The day after"), kind="button")
        before.clicked.connect(lambda: self._step(-1))
        after.clicked.connect(lambda: self._step(1))
        head.addWidget(self.title)
        head.addWidget(self.counts, 1)
        for widget in (before, self.day, after, self.number):
            head.addWidget(widget)
        for verb, kind in (("till.catalogue", ""), ("till.sell", "primary")):
            if verbs.is_known(verb):
                head.addWidget(verbs.button(verb, kind))
        ground = QWidget()
        self._stack = QStackedLayout(ground)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.missing)
        column.addWidget(ground, 1)

    # reading

    def _read(self) -> None:
        jobs, place, wanted = self.jobs, self._workplace, self._day

        def read() -> _Answer:
            setup = jobs.setup()
            day = wanted or setup.today
            return _Answer(day, jobs.slips_on(day), setup, shop_clock(place))

        self.frame.work.read(read, self._take, group="till.page")

    def _take(self, answer: _Answer) -> None:
        self._answer = answer
        self.day.set_day(answer.day)
        names = {**method_words(), **{method.key: method.name for method in answer.setup.methods}}
        chosen = self.list.currentItem()
        kept = None if chosen is None else chosen.data(0, _ID)
        self.list.clear()
        for slip in answer.slips:
            item = self.list.add_row(self._texts(slip, answer, names), faint=not slip.live)
            item.setData(0, _ID, slip.sale_id)
            item.setTextAlignment(6, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        ids = [slip.sale_id for slip in answer.slips]
        self.list.choose_row(ids.index(kept) if kept in ids else 0)
        self._say_counts(answer)
        self._stack.setCurrentIndex(0 if answer.slips else 1)
        if not answer.slips:
            self._say_empty(answer)

    def _texts(self, slip: Slip, answer: _Answer, names: Mapping[str, str]) -> list[str]:
        kind = kind_word(slip)
        if slip.kind is SaleKind.SALE and not slip.live:
            kind = _T("Slip", "Voided")
        return [
            f"{answer.clock.local(slip.at):%H:%M}",
            slip.number,
            kind,
            slip.customer_name,
            _T("Till", ", ", "between things sold").join(line.name for line in slip.lines),
            " + ".join(names.get(payment.method, payment.method) for payment in slip.payments),
            money_text(slip.total, answer.setup.currency),
        ]

    def _say_counts(self, answer: _Answer) -> None:
        live = [slip for slip in answer.slips if slip.live]
        sales = sum(slip.kind is SaleKind.SALE and slip.channel not in (TOP_UP, CARD_USE) for slip in live)
        sold = sum(slip.total for slip in live if slip.channel != TOP_UP)
        topped_up = sum(slip.total for slip in live) - sold
        said = [_T("Till", "%n sale(s)", n=sales), money_text(sold, answer.setup.currency)]
        if topped_up:
            amount = money_text(topped_up, answer.setup.currency)
            said.append(_T("Till", "topped up {amount}").format(amount=amount))
        if len(answer.slips) >= MOST_A_DAY:
            said = [_T("Till", "the last %n slips", n=MOST_A_DAY)]
        self.counts.setText(" · ".join(said) if answer.slips else "")

    def _say_empty(self, answer: _Answer) -> None:
        today = answer.day == answer.setup.today
        said = _T("Till", "Nothing sold yet today") if today else _T("Till", "Nothing was sold on this day")
        offer = Offer("tillPage.first", _T("Till", "Record a sale"), self._sell, "receipt", "primary")
        self.empty.say(said, _T("Till", "An amount and Enter is a sale; the card of a member is asked for."), [offer])

    # what is done

    def _sell(self) -> None:
        self.frame.verbs.run("till.sell")

    def _step(self, days: int) -> None:
        self._day = self.day.day() + timedelta(days=days)
        self._read()

    def _day_chosen(self) -> None:
        self._day = self.day.day()
        self._read()

    def _open_item(self, item: QTreeWidgetItem) -> None:
        self._open(int(item.data(0, _ID)))

    def _open(self, sale_id: int) -> None:
        open_slip(self.window(), self.frame, self.jobs, sale_id)

    def _find(self) -> None:
        number, jobs = self.number.text().strip(), self.jobs
        if number:
            self.frame.work.read(lambda: jobs.find_slip(number), self._found, group="till.find")

    def _found(self, slip: Slip | None) -> None:
        self.missing.setText(_T("Till", "There is no slip with this number."))
        self.missing.setVisible(slip is None)
        if slip is not None:
            self.number.clear()
            self._open(slip.sale_id)
