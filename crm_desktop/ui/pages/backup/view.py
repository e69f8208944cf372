"""The page of backups: whether the shop is safe, every backup, the second place, a new computer, the key."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.backup_words import place_words, reason_words, whole_words
from crm_desktop.services.list_backups import BackupEntry
from crm_desktop.services.sentences import sentence_for
from crm_desktop.ui.dialogs.sheet import make_button, text_label
from crm_desktop.ui.moments import days_ago
from crm_desktop.ui.page import Frame, PageView
from crm_desktop.ui.pages.backup.cards import NewComputerCard, PlaceCard
from crm_desktop.ui.pages.backup.keys_section import KeysSection
from crm_desktop.ui.pages.backup.safety_card import SafetyCard
from crm_desktop.ui.widgets.card_panel import CardPanel
from crm_desktop.ui.widgets.flow_layout import FlowLayout
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from crm_desktop.services.read_backups import BackupsShown
    from crm_desktop.ui.flows import Flows

GAP = 12
WIDE = 76
"""So many letters wide, the cards below the list stand side by side."""


class BackupView(PageView):
    """Reads everything when it comes into sight, and whenever something was done about backups."""

    def __init__(self, frame: Frame, flows: Flows) -> None:
        super().__init__(frame)
        self._flows = flows
        self._entries: Sequence[BackupEntry] = ()
        self._shown: BackupsShown | None = None
        self.safety = SafetyCard(frame.theme, frame.verbs)
        self.place = PlaceCard(frame.verbs, flows.backups.leave_place)
        self._lay_out()
        flows.backups.changed.connect(self._ask)
        flows.backups.busy.connect(self._say_busy)
        self._ask()

    def refresh(self, changes: ChangeSet | None) -> None:  # noqa: ARG002
        """Read again: what was written just now is in no backup yet."""
        self._ask()

    def focus_first(self) -> None:
        """Put the keyboard on the list."""
        self.list.setFocus()

    def is_ready(self) -> bool:
        """Say whether everything is shown."""
        return self._shown is not None

    def current(self) -> BackupEntry | None:
        """Return the chosen backup."""
        row = self.list.current_row()
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the lower cards side by side where there is room."""
        super().resizeEvent(event)
        wide = self.width() >= self.fontMetrics().averageCharWidth() * WIDE
        self._pair.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    # building

    def _lay_out(self) -> None:
        ground = named(QWidget(), "scrolled")
        column = QVBoxLayout(ground)
        column.setContentsMargins(18, 0, 18, 14)
        column.setSpacing(GAP)
        self._pair = QHBoxLayout()
        self._pair.setSpacing(GAP)
        self._pair.addWidget(self.place, 1)
        self._pair.addWidget(NewComputerCard(), 1)
        column.addWidget(self.safety)
        column.addWidget(self._list_card())
        column.addLayout(self._pair)
        column.addWidget(KeysSection(self.frame, self._flows.keys))
        column.addStretch(1)
        area = named(QScrollArea(), "backup.area", _T("Pages", "Backup"))
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(ground)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 14, 0, 0)
        whole.setSpacing(GAP)
        whole.addLayout(self._head())
        whole.addWidget(area, 1)

    def _head(self) -> QHBoxLayout:
        verbs = self.frame.verbs
        row = QHBoxLayout()
        row.setContentsMargins(18, 0, 18, 0)
        row.setSpacing(8)
        row.addWidget(named(QLabel(_T("Pages", "Backup")), "backup.title", role="title"))
        row.addStretch(1)
        readable = _T("Backup", "Readable copy …")
        self._buttons = [
            self._button("backup.tryButton", _T("Backup", "Try out now"), "backup.try", "circle-check"),
            self._button("backup.readableButton", readable, "backup.readable", "file-spreadsheet"),
            self._button("backup.restoreButton", _T("Backup", "Restore …"), "backup.restore", "archive-restore"),
            make_button("backup.nowButton", _T("Backup", "Back up now"), lambda: verbs.run("backup.now"), "primary"),
        ]
        self._offered_too = {"backup.try": self._buttons[0], "backup.now": self._buttons[-1]}
        several = named(QWidget(), "backup.verbs")
        line = FlowLayout(several, gap=8)  # where large text leaves no room beside each other, in several rows
        for button in self._buttons:
            line.addWidget(button)
        row.addWidget(several)
        return row

    def _button(self, name: str, text: str, verb: str, icon: str) -> QPushButton:
        button = make_button(name, text, lambda: self.frame.verbs.run(verb))
        button.setIcon(self.frame.theme.icon(icon))
        return button

    def _list_card(self) -> CardPanel:
        card = CardPanel(_T("Backup", "Backups"), "backup.listCard")
        headings = [_T("Restore", "Made"), _T("Restore", "Why"), _T("Restore", "Customers"), _T("Backup", "Slips")]
        headings += [_T("Restore", "Size"), _T("Backup", "Where"), _T("Backup", "Checked")]
        self.list = RowList(self.frame.theme, "backup.list", _T("Backup", "Backups"), headings, stretch=1, rows=7)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.list.say_when_empty(_T("Backup", "There is no backup yet."))
        self.list.itemActivated.connect(self._restore_current)
        self.list.currentItemChanged.connect(self._name_current)
        self.restore = make_button("backup.restoreThis", _T("Backup", "Restore this one …"), self._restore_current)
        self.open_button = make_button("backup.openFolder", _T("Backup", "Open folder"), self._open_folder)
        self.back = make_button("backup.before", "", self._go_back, "link")
        row = FlowLayout(gap=8)
        for button in (self.restore, self.open_button, self.back):
            row.addWidget(button)
        self.kept = text_label(_kept_text(), "backup.kept", "caption")
        card.body.addWidget(self.list)
        card.body.addLayout(row)
        card.body.addWidget(self.kept)
        return card

    # reading

    def _ask(self) -> None:
        shop = self._flows.shop

        def read() -> BackupsShown:
            from crm_desktop.services.read_backups import read_backups

            return read_backups(shop.workplace, shop.places, shop.key)

        self.frame.work.read(read, self._show, self._refused, group="backup.page", patient=True)

    def _show(self, shown: BackupsShown) -> None:
        current = self.current()
        self._shown, self._entries = shown, shown.entries
        now = self._flows.shop.workplace.now()
        self.safety.show_safety(shown.safety, _facts(shown, now))
        for verb, button in self._offered_too.items():  # not twice, where the card offers the same
            button.setVisible(verb != self.safety.offered())
        self.place.show_place(shown.safety, now)
        self.list.clear()
        for entry in shown.entries:
            item = self.list.add_row(_cells(entry), faint=not entry.is_whole)
            item.setToolTip(0, str(entry.path))
            for column in (2, 3, 4):
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        paths = [entry.path for entry in shown.entries]
        self.list.choose_row(paths.index(current.path) if current is not None and current.path in paths else 0)
        self._show_way_back(shown.before_restore)
        self._name_current()

    def _refused(self, fault: Fault) -> None:
        """Say why nothing is shown, to somebody who may not see backups."""
        self.safety.say_refused(sentence_for(fault))
        for button in (*self._buttons, self.restore, self.open_button):
            button.setEnabled(False)
        self.back.hide()
        self.place.set_free(False)

    def _show_way_back(self, entry: BackupEntry | None) -> None:
        self.back.setVisible(entry is not None)
        if entry is not None and entry.made_at is not None:
            text = _T("Backup", "Go back to before the restore of {when} …").format(when=_moment(entry.made_at))
            self.back.setText(text)
            self.back.setAccessibleName(text)

    def _name_current(self) -> None:
        self.restore.setEnabled(self.current() is not None and not self._flows.backups.is_busy())

    def _say_busy(self, said: str) -> None:
        self.safety.say_busy(said)
        for button in self._buttons:
            button.setEnabled(not said)
        self.place.set_free(not said)
        self._name_current()

    # doing

    def _restore_current(self) -> None:
        entry = self.current()
        if entry is not None and self.restore.isEnabled():
            self._flows.restore_from(entry)

    def _go_back(self) -> None:
        if self._shown is not None and self._shown.before_restore is not None:
            self._flows.restore_from(self._shown.before_restore)

    def _open_folder(self) -> None:
        from crm_desktop.ui.file_writing import open_folder

        entry = self.current()
        if self._shown is not None:
            open_folder(entry.path.parent if entry is not None else self._shown.folder)


def _cells(entry: BackupEntry) -> list[str]:
    number = QLocale().toString
    return [
        _moment(entry.made_at) if entry.made_at else entry.path.name,
        reason_words(entry.reason),
        "?" if entry.customers is None else number(entry.customers),
        "?" if entry.sales is None else number(entry.sales),
        QLocale().formattedDataSize(entry.size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat),
        place_words(here=entry.here, there=entry.there),
        whole_words(is_whole=entry.is_whole),
    ]


def _facts(shown: BackupsShown, now: datetime) -> str:
    """Return when the newest backup was made, whether it holds everything, when one was tried out."""
    safety, found = shown.safety, []
    if safety.made_at is not None:
        found.append(_T("Backup", "Last backup: {when}").format(when=_moment(safety.made_at)))
        held, more = _T("Backup", "it holds everything"), _T("Backup", "changes since follow within half an hour")
        found.append(held if safety.is_current else more)
    if safety.rehearsal is not None:
        tried, failed = _T("Status", "tried out {when} ✓"), _T("Status", "a trial {when} failed")
        found.append((tried if safety.rehearsal.worked else failed).format(when=days_ago(safety.rehearsal.at, now)))
    if shown.readable_at is not None:
        found.append(_T("Backup", "readable copy: {when}").format(when=days_ago(shown.readable_at, now)))
    return " · ".join(found)


def _kept_text() -> str:
    return _T(
        "Backup",
        "Kept are all of the last two days, then one for each of 12 days, 10 weeks and 9 months; older ones go by "
        "themselves. Each is encrypted and was read back when it was made.",
    )


def _moment(moment: datetime) -> str:
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(int(moment.timestamp())), QLocale.FormatType.ShortFormat)
