"""The customer's tags: taken off with the cross or Delete, added by name; a tag's own menu renames and recolours it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QStringListModel, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.customer import TAG_COLOURS, Tag
from crm_desktop.services.change_tags import merge_tags, recolour_tag, rename_tag
from crm_desktop.services.tag_customer import add_tag, remove_tag
from crm_desktop.ui.pages.customer.model import RecordModel
from crm_desktop.ui.theme.tag_colours import tint
from crm_desktop.ui.widgets.colour_row import colour_words, spot
from crm_desktop.ui.widgets.flow_layout import FlowLayout
from crm_desktop.ui.widgets.inline_field import InlineField
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.pills import TagPill

MOST_MERGE_TARGETS = 30


class TagsPart(QWidget):
    """Pills in rows, and a field for one more."""

    def __init__(self, model: RecordModel) -> None:
        super().__init__()
        named(self, "tags", _T("Field", "Tags"))
        self._model = model
        self._shown: tuple[Tag, ...] = ()
        self._flow_place = QWidget()
        self._flow = FlowLayout(self._flow_place)
        self.add = named(QPushButton(_T("Tags", "Add a tag")), "tags.add", kind="link")
        self.add.setAutoDefault(False)
        self.add.clicked.connect(lambda _=False: self.begin(""))
        self.field = named(QLineEdit(), "tags.field", _T("Tags", "New tag"))
        self.field.setPlaceholderText(_T("Tags", "Name of the tag, then Enter"))
        self.field.installEventFilter(self)
        self.field.hide()
        self._words = QStringListModel(self)
        completer = QCompleter(self._words, self.field)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.field.setCompleter(completer)
        self.rename = InlineField(model.frame.theme, "tags.rename", _T("Tags", "New name of the tag"))
        self.rename.committed.connect(self._rename)
        self.rename.hide()
        self._renaming: Tag | None = None
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.add)
        row.addWidget(self.field, 1)
        row.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._flow_place)
        column.addWidget(self.rename)
        column.addLayout(row)
        model.changed.connect(self._show)
        model.shown.connect(self._stop)

    def begin(self, draft: str = "") -> None:
        """Open the field for a new tag."""
        self.add.hide()
        self.field.show()
        self.field.setText(draft)
        self.field.setFocus()

    def draft(self) -> str | None:
        """Return what is being typed."""
        return None if self.field.isHidden() else self.field.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Add on Enter, give up on Esc."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._add(self.field.text())
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._stop()
                self.add.setFocus()
                return True
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        record = self._model.record
        if record is None:
            return
        self._words.setStringList([tag.name for tag in record.tags])
        if record.customer.tags == self._shown:
            return
        self._shown = record.customer.tags
        self._flow.clear()
        for tag in self._shown:
            self._flow.addWidget(self._pill(tag))
        self._flow_place.setVisible(bool(self._shown))
        self._flow_place.updateGeometry()

    def _pill(self, tag: Tag) -> TagPill:
        pill = TagPill(tag.name, tint(tag.colour), self._model.frame.theme, removable=True)
        place = self._model.workplace
        pill.removed.connect(lambda: self._model.save(lambda customer_id: remove_tag(place, customer_id, tag.id)))
        pill.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        pill.customContextMenuRequested.connect(lambda point: self._open_menu(tag, pill.mapToGlobal(point)))
        return pill

    def _open_menu(self, tag: Tag, point: QPoint) -> None:
        menu = self.tag_menu(tag)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)

    def tag_menu(self, tag: Tag) -> QMenu:
        """Return the menu that changes a tag for everybody who carries it."""
        menu, place, theme = named(QMenu(self), "tags.menu"), self._model.workplace, self._model.frame.theme
        rename = QAction(theme.icon("pencil"), _T("Tags", "Rename for everybody"), menu)
        rename.setObjectName("tags.rename")
        rename.triggered.connect(lambda: self._begin_rename(tag))
        menu.addAction(rename)
        colours = named(menu.addMenu(_T("Tags", "Colour")), "tags.colours")
        for colour in TAG_COLOURS:
            shown = spot(colour, theme.icon_side(), self.devicePixelRatioF())
            action = colours.addAction(shown, colour_words()[colour])
            action.setObjectName(f"tags.colour.{colour}")
            action.triggered.connect(
                lambda _=False, colour=colour: self._model.save(lambda _: recolour_tag(place, tag.id, colour))
            )
        others = [other for other in (self._model.record.tags if self._model.record else ()) if other.id != tag.id]
        if others:
            targets = named(menu.addMenu(_T("Tags", "Merge into")), "tags.merge")
            for other in others[:MOST_MERGE_TARGETS]:
                action = targets.addAction(other.name)
                action.setObjectName(f"tags.merge.{other.name}")
                action.triggered.connect(
                    lambda _=False, other=other: self._model.save(lambda _: merge_tags(place, tag.id, other.id))
                )
        return menu

    def _begin_rename(self, tag: Tag) -> None:
        self._renaming = tag
        self.rename.set_value(tag.name)
        self.rename.show()
        self.rename.begin()

    def _rename(self, name: str) -> None:
        tag, place = self._renaming, self._model.workplace
        if tag is None or not name:
            return
        self.rename.hide()

        def refuse(sentence: str) -> None:
            self.rename.show()
            self.rename.begin(name)
            self.rename.set_problem(sentence)

        self._model.save(lambda _: rename_tag(place, tag.id, name), refuse)

    def _add(self, name: str) -> None:
        place = self._model.workplace
        if not name.strip():
            self._stop()
            return
        self.field.clear()
        self._model.save(lambda customer_id: add_tag(place, customer_id, name), self.field.setToolTip)

    def _stop(self) -> None:
        self.field.clear()
        self.field.hide()
        self.add.show()
        self.rename.cancel()
        self.rename.hide()
