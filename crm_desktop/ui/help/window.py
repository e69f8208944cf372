"""The window of the guide: contents and search at the left, the page at the right, a way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSettings, QSize, Qt
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QKeySequence, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QSplitter, QVBoxLayout, QWidget

from crm_desktop.base.text import _T, language_in_use
from crm_desktop.services.user_guide import FIRST, TOPICS, Hit, contents, read_topic, search_guide
from crm_desktop.ui.help.hit_lines import HitLines
from crm_desktop.ui.help.reader import GuideReader
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.icon_button import IconButton
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.search_field import SearchField

GEOMETRY = "guide/geometry"
_TARGET = Qt.ItemDataRole.UserRole
Key = QKeySequence.StandardKey


class GuideWindow(QWidget):
    """A window beside the work: it never stands in its way, and Esc closes it."""

    def __init__(self, theme: Theme, memory: QSettings | None, owner: QWidget | None = None) -> None:
        super().__init__(owner, Qt.WindowType.Window)
        named(self, "guideWindow", _T("Guide", "User guide"), panel="window")
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self._theme = theme
        self._memory = memory
        self._here = ""
        self._back: list[str] = []
        self._forward: list[str] = []
        self.reader = GuideReader(theme)
        self.reader.followed.connect(self.open)
        self.search = SearchField(theme, _T("Guide", "Search the guide"), "guideSearch")
        self.search.asked.connect(self._list)
        self.search.left_down.connect(self._into_list)
        self.search.entered.connect(self._open_first)
        self.list = self._make_list()
        self._nothing = named(QLabel(wordWrap=True), "guideNothing", role="muted")
        self._assemble()
        self._list("")
        theme.changed.connect(self.reader.show_again)
        theme.changed.connect(self.list.doItemsLayout)
        self._restore_geometry()

    @property
    def here(self) -> str:
        """The page in sight, as "topic" or "topic#place"; "" before the first."""
        return self._here

    def open(self, target: str) -> None:
        """Show "topic" or "topic#place"; the first page for one that is not there."""
        if self._here and target != self._here:
            self._back.append(self._here)
            self._forward.clear()
        self._show(target)

    def back(self) -> None:
        """Return to the page before."""
        if self._back:
            self._forward.append(self._here)
            self._show(self._back.pop())

    def forward(self) -> None:
        """Go again where `back` came from."""
        if self._forward:
            self._back.append(self._here)
            self._show(self._forward.pop())

    def print_page(self) -> None:
        """Open the print preview of the page in sight."""
        from crm_desktop.ui.help.paper import print_topic

        if not print_topic(self, self._topic()):
            self._say(_T("Guide", "No printer is set up on this computer. Save the page as PDF instead."))

    def save_page(self) -> None:
        """Ask where the page in sight goes as a PDF."""
        from crm_desktop.ui.help.paper import choose_pdf

        choose_pdf(self, self._topic(), self._memory, self._say)

    # Qt's own names

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember size and place."""
        if self._memory is not None:
            self._memory.setValue(GEOMETRY, self.saveGeometry())
        super().closeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the line of the contents with Enter, and leave it upwards into the search."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._open_item(self.list.currentItem())
                self.reader.setFocus()
                return True
            if event.key() == Qt.Key.Key_Up and self.list.currentRow() <= 0:
                self.search.setFocus()
                return True
        return super().eventFilter(watched, event)

    # building

    def _make_list(self) -> QListWidget:
        view = named(QListWidget(), "guideContents", _T("Guide", "Contents"))
        view.setSpacing(2)
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        view.setResizeMode(QListWidget.ResizeMode.Adjust)
        view.setItemDelegate(HitLines(self._theme, view))
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.itemClicked.connect(self._open_item)
        view.currentItemChanged.connect(self._chosen)
        view.installEventFilter(self)
        return view

    def _assemble(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.search, self._nothing):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        right = QWidget()
        page = QVBoxLayout(right)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(8)
        page.addLayout(self._head())
        page.addWidget(self.reader, 1)
        split = named(QSplitter(), "guideSplit")
        split.addWidget(left)
        split.addWidget(right)
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(12, 12, 12, 12)
        whole.addWidget(split)
        points = self._theme.base_points
        left.setMinimumWidth(round(points * 12))
        split.setSizes([round(points * 25), round(points * 70)])
        self._nothing.hide()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        self._back_button = self._button("guideBack", "arrow-left", _T("Guide", "Back"), self.back, Key.Back)
        self._forward_button = self._button(
            "guideForward", "arrow-right", _T("Guide", "Forward"), self.forward, Key.Forward
        )
        said = named(QLabel(wordWrap=True), "guideSaid", role="muted")
        self._said = said
        row.addWidget(self._back_button)
        row.addWidget(self._forward_button)
        row.addWidget(said, 1)
        row.addWidget(self._button("guidePdf", "file-down", _T("Guide", "Save as PDF …"), self.save_page, Key.Save))
        row.addWidget(self._button("guidePrint", "printer", _T("Guide", "Print …"), self.print_page, Key.Print))
        self._act(self.search.setFocus, Key.Find)
        self._act(self.close, Key.Close)
        return row

    def _button(
        self, name: str, icon: str, text: str, run: Callable[[], object], key: QKeySequence.StandardKey
    ) -> IconButton:
        keys = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        button = IconButton(self._theme, name, icon, text, token="text")
        button.setToolTip(f"{text}  {keys}" if keys else text)

        def act() -> None:  # takes no argument, so that the signal's own one is dropped
            run()

        button.clicked.connect(act)
        self._act(run, key)
        return button

    def _act(self, run: Callable[[], object], key: QKeySequence.StandardKey) -> None:
        action = QAction(self)
        action.setShortcuts(key)

        def act() -> None:
            run()

        action.triggered.connect(act)
        self.addAction(action)

    def _restore_geometry(self) -> None:
        kept = self._memory.value(GEOMETRY) if self._memory is not None else None
        if kept is None or not self.restoreGeometry(kept):
            points = self._theme.base_points
            room = self.screen().availableSize() * 0.92
            self.resize(QSize(round(points * 100), round(points * 72)).boundedTo(room))

    # what is listed and shown

    def _list(self, text: str) -> None:
        """List the contents, or what a text finds."""
        language = language_in_use()
        hits = search_guide(text, language)
        self.list.blockSignals(True)
        self.list.clear()
        if text:
            self._list_hits(hits)
        else:
            for topic in contents(language):
                self._add(topic.title, topic.id)
            self._light()
        self.list.blockSignals(False)
        self._nothing.setText(_T("Guide", "Nothing in the guide says that. Try another word, or fewer."))
        self._nothing.setVisible(bool(text) and not hits)

    def _list_hits(self, hits: Sequence[Hit]) -> None:
        for hit in hits:
            target = f"{hit.topic_id}#{hit.anchor}" if hit.anchor else hit.topic_id
            page = read_topic(hit.topic_id, language_in_use()).title
            said = page if page == hit.title else f"{page} › {hit.title}"
            self._add(f"{said}\n{hit.excerpt}" if hit.excerpt else said, target)

    def _add(self, text: str, target: str) -> None:
        item = QListWidgetItem(text)
        item.setData(_TARGET, target)
        self.list.addItem(item)

    def _light(self) -> None:
        """Choose the page in sight in the contents."""
        topic = self._here.partition("#")[0]
        if not self.search.query() and topic in TOPICS:
            self.list.blockSignals(True)
            self.list.setCurrentRow(TOPICS.index(topic))
            self.list.blockSignals(False)

    def _chosen(self, item: QListWidgetItem | None) -> None:
        """Follow the arrow keys through the contents."""
        if item is not None and self.list.hasFocus():
            self._open_item(item)

    def _open_item(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.open(str(item.data(_TARGET)))

    def _open_first(self) -> None:
        if self.search.query() and self.list.count():
            self.list.setCurrentRow(0)
            self._open_item(self.list.item(0))
            self.reader.setFocus()

    def _into_list(self) -> None:
        self.list.setFocus()
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)

    def _show(self, target: str) -> None:
        topic_id, _, anchor = target.partition("#")
        if topic_id not in TOPICS:
            topic_id = FIRST
        if topic_id != self._here.partition("#")[0]:
            self.reader.show_topic(read_topic(topic_id, language_in_use()), anchor)
        else:
            self.reader.go_to(anchor)
        self._here = f"{topic_id}#{anchor}" if anchor else topic_id
        title = self._topic_title()
        self.setWindowTitle(f"{title} – {_T('Guide', 'User guide')}")
        self.reader.document().setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, title)
        self._back_button.setEnabled(bool(self._back))
        self._forward_button.setEnabled(bool(self._forward))
        self._say("")
        self._light()

    def _topic(self) -> str:
        return self._here.partition("#")[0] or FIRST

    def _topic_title(self) -> str:
        return read_topic(self._topic(), language_in_use()).title

    def _say(self, sentence: str) -> None:
        from crm_desktop.ui.notices import announce

        self._said.setText(sentence)
        if sentence:
            announce(self, sentence)
